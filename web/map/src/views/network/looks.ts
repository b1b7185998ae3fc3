import { type Item, MOST_TIES, type Model, stepsOf } from './model';
import { type Palette, palette } from './palette';
import type { Places } from './places';
import { markOf } from './shapes';
import { type Network, type NodeLook, type TieLook, emptyNetwork } from './sigma';

type Kept = Pick<TieLook, 'width' | 'seen'>;

const SMALLEST = 4;
const LARGEST = 17;
/** Up to so many nodes have marks of full size. */
const FULL_SIZE = 1_000;

/** How everything is drawn: sizes by a measure, colours by what it is, and what is lit before what is not. */
export class Looks {
  readonly network: Network = emptyNetwork();
  /** What is seen, the most important first. */
  order: Item[] = [];
  palette: Palette = palette();
  /** What is lit; nothing: all as usual. */
  lit = new Set<string>();
  /** The node around which it is lit. */
  #centre: string | null = null;
  /** Ties of the path that is lit. */
  #steps = new Set<string>();
  #model: Model | null = null;
  readonly #places: Places;

  constructor(places: Places) {
    this.#places = places;
  }

  /** Takes over a network. What is not in `visible` is there but not seen; what stays as it is costs nothing. */
  write(model: Model, visible: ReadonlySet<string>, values: ReadonlyMap<string, number>): void {
    const graph = this.network;
    this.#model = model;
    const most = Math.max(...visible.size === 0 ? [1] : [...visible].map((id) => values.get(id) ?? 0), 1e-12);
    // Many marks are small ones: else they hide each other, and each pixel costs.
    const scale = Math.min(1, Math.max(Math.sqrt(FULL_SIZE / model.items.length), 0.4));
    for (const id of graph.nodes()) if (!model.byId.has(id)) graph.dropNode(id);
    for (const item of model.items) {
      const wanted = scale * (SMALLEST + (LARGEST - SMALLEST) * Math.sqrt(Math.max(values.get(item.id) ?? 0, 0) / most));
      // A line is what it is all about, so it is never the smallest.
      const size = item.noun === 'line' ? Math.max(wanted, 12) : wanted;
      const look: NodeLook = { ...this.#places.of(item.id), size, mark: markOf[item.look], ...this.#nodeLook(item), visibility: visibility(visible.has(item.id)) };
      if (!graph.hasNode(item.id)) graph.addNode(item.id, look);
      else if (differs(graph.getNodeAttributes(item.id), look)) graph.mergeNodeAttributes(item.id, look);
    }
    const kept = new Set(model.ties.map((tie) => `${tie.source} ${tie.target}`));
    for (const key of graph.edges()) if (!kept.has(key)) graph.dropEdge(key);
    let drawn = 0;
    for (const { source, target, kinds } of model.ties) {
      const width = Math.min(0.8 + kinds.length * 0.5, 3);
      const there = visible.has(source) && visible.has(target);
      const own: Kept = { width, seen: there ? (drawn < MOST_TIES ? 'always' : 'lit') : 'never' };
      if (there) drawn += 1;
      const look: TieLook = { ...own, ...this.#tieLook(source, target, own) };
      const key = `${source} ${target}`;
      if (!graph.hasEdge(key)) graph.addEdgeWithKey(key, source, target, look);
      else if (differs(graph.getEdgeAttributes(key), look)) graph.mergeEdgeAttributes(key, look);
    }
    const weight = (item: Item) => (item.noun === 'line' ? LARGEST : 0) + graph.getNodeAttribute(item.id, 'size');
    this.order = model.items.filter((item) => visible.has(item.id)).sort((one, other) => weight(other) - weight(one));
  }

  /** Lights a node and its neighbours, else a path, or nothing; tells whether anything looks different. */
  light(id: string | null, route: readonly string[]): boolean {
    const graph = this.network;
    const there = id !== null && graph.hasNode(id);
    const path = there ? [] : route.filter((node) => graph.hasNode(node));
    const lit = (there ? [id, ...graph.neighbors(id)] : path).filter((node) => graph.getNodeAttribute(node, 'visibility') === 'visible');
    const dark = lit.length === 0 && this.lit.size === 0;
    this.#centre = there ? id : null;
    this.#steps = new Set(stepsOf(path).map(({ source, target }) => `${source} ${target}`));
    this.lit = new Set(lit);
    if (!dark) this.#paint();
    return !dark;
  }

  /** Takes the colours of the theme; tells whether they are others. */
  recolour(): boolean {
    const before = JSON.stringify(this.palette);
    this.palette = palette();
    if (before === JSON.stringify(this.palette)) return false;
    this.#paint();
    return true;
  }

  /** Gives everything the colours that hold now. */
  #paint(): void {
    // Written in place, so that sigma looks at everything once and not link by link.
    this.network.forEachNode((id, look) => {
      const item = this.#model?.byId.get(id);
      if (item !== undefined) Object.assign(look, this.#nodeLook(item));
    });
    this.network.forEachEdge((_key, look, source, target) => Object.assign(look, this.#tieLook(source, target, look)));
  }

  #nodeLook({ id, look }: Item): Pick<NodeLook, 'color' | 'depth'> {
    if (this.lit.size === 0) return { color: this.palette.looks[look], depth: 'nodes' };
    return this.lit.has(id) ? { color: this.palette.looks[look], depth: 'topNodes' } : { color: this.palette.faded, depth: 'nodes' };
  }

  #tieLook(source: string, target: string, { width, seen }: Kept): Omit<TieLook, keyof Kept> {
    const leads = source === this.#centre || target === this.#centre || this.#steps.has(`${source} ${target}`);
    if (leads && this.lit.has(source) && this.lit.has(target)) {
      return { size: width + 0.8, color: this.palette.linkStrong, depth: 'topEdges', visibility: visibility(seen !== 'never') };
    }
    const color = this.lit.size === 0 ? this.palette.link : this.palette.faded;
    return { size: width, color, depth: 'edges', visibility: visibility(seen === 'always') };
  }
}

function visibility(visible: boolean): 'visible' | 'hidden' {
  return visible ? 'visible' : 'hidden';
}

/** Whether something is to be drawn otherwise. */
function differs<Look extends object>(is: Look, shall: Look): boolean {
  return (Object.keys(shall) as (keyof Look)[]).some((key) => is[key] !== shall[key]);
}
