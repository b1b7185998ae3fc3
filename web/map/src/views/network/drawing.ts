import type Sigma from 'sigma';
import { Layout } from './layout';
import { type Item, MOST_TIES, type Model, stepsOf } from './model';
import { type Candidate, Names } from './names';
import { type Palette, palette } from './palette';
import { Places } from './places';
import { shapeOf } from './shapes';
import { type NodeLook, type TieLook, draw, emptyNetwork } from './sigma';
import { comeBack, frame, leave, pan, reveal, zoom } from './sight';

type Kept = Pick<TieLook, 'width' | 'seen'>;

/** What the map tells its view. */
export interface Told {
  select: (id: string | null) => void;
  arranging: (busy: boolean) => void;
}

/** Places outlive the drawing, so that who comes back finds the map as it was. */
const places = new Places();

const SMALLEST = 4;
const LARGEST = 17;
/** Up to so many nodes have marks of full size. */
const FULL_SIZE = 1_000;
/** From so many links on, these and names are left out while the map moves, and pointing lights nothing. */
const MANY_TIES = 2_000;
/** How long a large map has to stand still before its names come back. */
const STILL_MS = 150;
/** So many nodes in the window are asked whether there is room for their names. */
const MOST_NAMES = 1_500;

/** The map on a canvas. It follows what it is shown: nodes keep their place, and only what differs is drawn anew. */
export class Drawing {
  readonly #container: HTMLElement;
  readonly #told: Told;
  readonly #layout = new Layout();
  #graph = emptyNetwork();
  #open: { sigma: Sigma<NodeLook, TieLook>; names: Names } | null = null;
  #palette: Palette = palette();
  #model: Model | null = null;
  /** What is seen, the most important first. */
  #order: Item[] = [];
  /** What is lit, and the node around which it is; nothing lit: all as usual. */
  #lit = new Set<string>();
  #centre: string | null = null;
  #selected: string | null = null;
  #pointed: string | null = null;
  #route: readonly string[] = [];
  /** Ties of a path that is lit. */
  #steps = new Set<string>();
  #arranging = false;
  #awaited: string | null = null;
  #many = false;
  #moved = 0;

  constructor(container: HTMLElement, told: Told) {
    this.#container = container;
    this.#told = told;
  }

  /** Fails where the browser has no WebGL. */
  #opened(): { sigma: Sigma<NodeLook, TieLook>; names: Names } {
    if (this.#open !== null) return this.#open;
    const sigma = draw(this.#graph, this.#container);
    const names = new Names(sigma.createCanvas('names', { beforeLayer: 'mouse' }));
    sigma.on('enterNode', ({ node }) => this.#point(node));
    sigma.on('leaveNode', () => this.#point(null));
    sigma.on('clickNode', ({ node }) => this.#told.select(node));
    sigma.on('clickStage', () => this.#told.select(null));
    sigma.on('afterRender', () => this.#name());
    sigma.getCamera().on('updated', () => {
      if (!this.#many) return;
      clearTimeout(this.#moved);
      this.#moved = setTimeout(() => {
        this.#moved = 0;
        this.#name();
      }, STILL_MS) as unknown as number;
    });
    this.#open = { sigma, names };
    return this.#open;
  }

  /** Shows a network. `values` decide sizes; what is not in `visible` is there but not seen, so that filters move nothing. */
  show(model: Model, visible: ReadonlySet<string>, values: ReadonlyMap<string, number>): void {
    const before = this.#model;
    this.#model = model;
    const known = before === model ? null : places.welcome(model);
    this.#many = model.ties.length > MANY_TIES;
    this.#write(model, visible, values);
    const { sigma } = this.#opened();
    if (sigma.getSetting('hideEdgesOnMove') !== this.#many) sigma.setSettings({ hideEdgesOnMove: this.#many });
    this.#light();
    if (known === null) return;
    const fresh = model.items.length - known.size;
    if (known.size === 0) this.#arrange(model, new Set());
    else if (fresh > 0) this.#arrange(model, known);
    else {
      if (before === null) comeBack(sigma, this.#graph);
      this.#told.arranging(false);
    }
  }

  /** Arranges everything anew. */
  arrange(): void {
    if (this.#model === null) return;
    places.forget();
    this.#arrange(this.#model, new Set());
  }

  #arrange(model: Model, fixed: Set<string>): void {
    this.#told.arranging(true);
    this.#arranging = true;
    this.#layout.arrange(model, places, fixed, (done) => {
      this.#graph.updateEachNodeAttributes((id, look) => ({ ...look, ...places.of(id) }), { attributes: ['x', 'y'] });
      if (this.#open !== null) frame(this.#open.sigma, this.#graph, fixed.size > 0);
      if (!done) return;
      this.#arranging = false;
      this.#told.arranging(false);
      if (this.#awaited !== null) requestAnimationFrame(() => this.#awaited !== null && this.reveal(this.#awaited));
    });
  }

  #write(model: Model, visible: ReadonlySet<string>, values: ReadonlyMap<string, number>): void {
    const graph = this.#graph;
    const most = Math.max(...visible.size === 0 ? [1] : [...visible].map((id) => values.get(id) ?? 0), 1e-12);
    // Many marks are small ones: else they hide each other, and each pixel costs.
    const scale = Math.min(1, Math.max(Math.sqrt(FULL_SIZE / model.items.length), 0.4));
    for (const id of graph.nodes()) if (!model.byId.has(id)) graph.dropNode(id);
    for (const item of model.items) {
      const wanted = scale * (SMALLEST + (LARGEST - SMALLEST) * Math.sqrt(Math.max(values.get(item.id) ?? 0, 0) / most));
      // A line is what it is all about, so it is never the smallest.
      const size = item.noun === 'line' ? Math.max(wanted, 12) : wanted;
      const look: NodeLook = { ...places.of(item.id), size, shape: shapeOf[item.look], ...this.#nodeLook(item), visibility: visibility(visible.has(item.id)) };
      if (!graph.hasNode(item.id)) graph.addNode(item.id, look);
      else if (differs(graph.getNodeAttributes(item.id), look)) graph.mergeNodeAttributes(item.id, look);
    }
    const kept = new Set(model.ties.map((tie) => `${tie.source} ${tie.target}`));
    for (const key of graph.edges()) if (!kept.has(key)) graph.dropEdge(key);
    let drawn = 0;
    for (const { source, target, kinds } of model.ties) {
      const width = Math.min(0.8 + kinds.length * 0.5, 3);
      const there = visible.has(source) && visible.has(target);
      const kept: Kept = { width, seen: there ? (drawn < MOST_TIES ? 'always' : 'lit') : 'never' };
      if (there) drawn += 1;
      const look: TieLook = { ...kept, ...this.#tieLook(source, target, kept) };
      const key = `${source} ${target}`;
      if (!graph.hasEdge(key)) graph.addEdgeWithKey(key, source, target, look);
      else if (differs(graph.getEdgeAttributes(key), look)) graph.mergeEdgeAttributes(key, look);
    }
    const weight = (item: Item) => (item.noun === 'line' ? LARGEST : 0) + graph.getNodeAttribute(item.id, 'size');
    this.#order = model.items.filter((item) => visible.has(item.id)).sort((one, other) => weight(other) - weight(one));
  }

  /** Writes the names of what matters most now. */
  #name(): void {
    if (this.#open === null) return;
    const { sigma, names } = this.#open;
    const { width, height } = sigma.getDimensions();
    if (this.#moved !== 0) return names.clear(width, height);
    const shown: Candidate[] = [];
    let selected: Candidate | null = null;
    let pointed: Candidate | null = null;
    for (const { id, name, noun } of this.#order) {
      const look = this.#graph.getNodeAttributes(id);
      const { x, y } = sigma.graphToViewport(look);
      if (x < 0 || y < 0 || x > width || y > height) continue;
      const mark = { name, x, y, radius: sigma.scaleSize(look.size), always: noun === 'line' };
      if (id === this.#pointed) pointed = mark;
      if (id === this.#selected) selected = mark;
      if (shown.length < MOST_NAMES && (this.#lit.size === 0 || this.#lit.has(id))) shown.push(mark);
    }
    names.draw(width, height, { pointed, selected, shown }, this.#palette);
  }

  /** Marks a node and its neighbours. */
  select(id: string | null): void {
    this.#selected = id;
    this.#light();
  }

  #point(id: string | null): void {
    this.#pointed = id;
    if (this.#many) this.#open?.sigma.scheduleRender();
    else this.#light();
  }

  /** Marks a path, as long as no node is selected. */
  follow(route: readonly string[]): void {
    this.#route = route;
    this.#light();
  }

  /** Brings a node into sight when it is outside of it, or as soon as it has its place. */
  reveal(id: string): void {
    this.#awaited = this.#arranging ? id : null;
    if (!this.#arranging && this.#open !== null) reveal(this.#open.sigma, id);
  }

  /** Lights what is pointed at, else what is selected, and its neighbours. */
  #light(): void {
    const graph = this.#graph;
    const id = this.#many ? this.#selected : (this.#pointed ?? this.#selected);
    const there = id !== null && graph.hasNode(id);
    const path = there ? [] : this.#route.filter((node) => graph.hasNode(node));
    const lit = (there ? [id, ...graph.neighbors(id)] : path).filter((node) => graph.getNodeAttribute(node, 'visibility') === 'visible');
    const dark = lit.length === 0 && this.#lit.size === 0;
    this.#centre = there ? id : null;
    this.#steps = new Set(stepsOf(path).map(({ source, target }) => `${source} ${target}`));
    this.#lit = new Set(lit);
    if (!dark) this.#paint();
    else this.#open?.sigma.scheduleRender();
  }

  /** Draws everything in the colours that hold now: the palette's, and what is lit before what is not. */
  #paint(): void {
    // Written in place, so that sigma looks at everything once and not link by link.
    this.#graph.forEachNode((id, look) => {
      const item = this.#model?.byId.get(id);
      if (item !== undefined) Object.assign(look, this.#nodeLook(item));
    });
    this.#graph.forEachEdge((_key, look, source, target) => Object.assign(look, this.#tieLook(source, target, look)));
    this.#open?.sigma.scheduleRefresh();
  }

  #nodeLook({ id, look }: Item): Pick<NodeLook, 'color' | 'depth'> {
    if (this.#lit.size === 0) return { color: this.#palette.looks[look], depth: 'nodes' };
    return this.#lit.has(id) ? { color: this.#palette.looks[look], depth: 'topNodes' } : { color: this.#palette.faded, depth: 'nodes' };
  }

  #tieLook(source: string, target: string, { width, seen }: Kept): Omit<TieLook, keyof Kept> {
    const leads = [source, target].includes(this.#centre ?? '') || this.#steps.has(`${source} ${target}`);
    if (leads && this.#lit.has(source) && this.#lit.has(target)) {
      return { size: width + 0.8, color: this.#palette.linkStrong, depth: 'topEdges', visibility: visibility(seen !== 'never') };
    }
    const color = this.#lit.size === 0 ? this.#palette.link : this.#palette.faded;
    return { size: width, color, depth: 'edges', visibility: visibility(seen === 'always') };
  }

  /** Draws in the colours of another theme. */
  recolour(): void {
    const before = this.#palette;
    this.#palette = palette();
    if (JSON.stringify(before) !== JSON.stringify(this.#palette)) this.#paint();
  }

  zoom(step: 'in' | 'out' | 'whole'): void {
    if (this.#open !== null) zoom(this.#open.sigma, step);
  }

  pan(right: number, down: number): void {
    if (this.#open !== null) pan(this.#open.sigma, right, down);
  }

  /** Where a node stands on the canvas, for what is laid over the map; null when it is not there. */
  placeOf(id: string): { x: number; y: number } | null {
    const data = this.#open?.sigma.getNodeDisplayData(id);
    return data === undefined ? null : this.#open!.sigma.framedGraphToViewport(data);
  }

  /** Where a node stands in the network, wherever the camera is. */
  groundOf(id: string): { x: number; y: number } {
    return places.of(id);
  }

  /** Ids of all nodes that are there. */
  ids(): string[] {
    return this.#graph.nodes();
  }

  /** The id of the node with this slug. */
  idOf(slug: string): string | undefined {
    return this.#model?.items.find((item) => item.slug === slug)?.id;
  }

  close(): void {
    this.#layout.stop();
    clearTimeout(this.#moved);
    if (this.#open === null) return;
    leave(this.#open.sigma);
    this.#open.sigma.kill();
  }
}

function visibility(visible: boolean): 'visible' | 'hidden' {
  return visible ? 'visible' : 'hidden';
}

/** Whether something is to be drawn otherwise: what stays as it is costs nothing. */
function differs<Look extends object>(is: Look, shall: Look): boolean {
  return (Object.keys(shall) as (keyof Look)[]).some((key) => is[key] !== shall[key]);
}
