import Graph from 'graphology';
import Sigma from 'sigma';
import { layerFill } from 'sigma/rendering';
import type { CameraState } from 'sigma/types';
import { type Item, type Model, stepsOf } from './model';
import { Layout } from './layout';
import { type Palette, palette } from './palette';
import { Places } from './places';
import { shapeOf, shapes } from './shapes';

interface NodeLook {
  x: number;
  y: number;
  size: number;
  color: string;
  shape: string;
  label: string;
  off: boolean;
  /** Whether its name is always there, and not only where there is room. */
  always: boolean;
}
type Box = { x: [number, number]; y: [number, number] };
interface TieLook {
  size: number;
  off: boolean;
}

/** What the map tells its view. */
export interface Told {
  select: (id: string | null) => void;
  arranging: (busy: boolean) => void;
}

/** Places, frame and camera outlive the drawing, so that who comes back finds the map as it was. */
const places = new Places();
const left: { box: Box | null; camera: CameraState | null } = { box: null, camera: null };

const SMALLEST = 4;
const LARGEST = 17;
const LABEL_LENGTH = 34;
/** From so many on, links are left out while the map moves. */
const MANY_TIES = 8_000;

/** The map on a canvas. It follows what it is shown: nodes keep their place, and only what differs is drawn anew. */
export class Drawing {
  #graph = empty();
  readonly #sigma: Sigma<NodeLook, TieLook>;
  readonly #layout = new Layout();
  readonly #told: Told;
  #palette: Palette = palette();
  #model: Model | null = null;
  #lit = new Set<string>();
  #litTies: string[] = [];
  #selected: string | null = null;
  #route: readonly string[] = [];
  #arranging = false;
  #awaited: string | null = null;

  constructor(container: HTMLElement, told: Told) {
    this.#told = told;
    this.#sigma = this.#open(container);
    this.#sigma.on('enterNode', ({ node }) => this.#light(node));
    this.#sigma.on('leaveNode', () => this.#light(this.#selected));
    this.#sigma.on('clickNode', ({ node }) => told.select(node));
    this.#sigma.on('clickStage', () => told.select(null));
  }

  #open(container: HTMLElement): Sigma<NodeLook, TieLook> {
    return new Sigma<NodeLook, TieLook>(this.#graph, container, {
      primitives: { nodes: { shapes, layers: [layerFill()] } },
      settings: {
        itemSizesReference: 'screen', labelRenderedSizeThreshold: 7, labelDensity: 0.5, labelGridCellSize: 110, minCameraRatio: 0.03, maxCameraRatio: 4,
        enableCameraRotation: false, stagePadding: 40, allowInvalidContainer: true, zoomDuration: 200, minEdgeThickness: 0.8,
      },
      styles: {
        nodes: {
          x: { attribute: 'x' },
          y: { attribute: 'y' },
          shape: { attribute: 'shape' },
          size: (node, state) => (state.isHovered ? node.size * 1.2 : node.size),
          color: (node, state, graph) => (graph.hasHighlighted && !state.isHighlighted ? this.#palette.faded : node.color),
          label: { attribute: 'label' },
          labelColor: () => this.#palette.ink,
          labelSize: 13,
          labelFont: 'system-ui, sans-serif',
          labelVisibility: (node, state, graph) => {
            if (state.isHovered) return 'visible';
            if (graph.hasHighlighted) return state.isHighlighted && this.#lit.size <= 40 ? 'visible' : 'hidden';
            return node.always ? 'visible' : 'auto';
          },
          visibility: (node) => (node.off ? 'hidden' : 'visible'),
          depth: (_node, state) => (state.isHovered || state.isHighlighted ? 'topNodes' : 'nodes'),
          backdropVisibility: (_node, state) => (state.isHovered ? 'visible' : 'hidden'),
          backdropColor: () => this.#palette.raised,
          backdropShadowColor: 'rgba(0, 0, 0, 0.35)',
          backdropShadowBlur: 8,
          backdropPadding: 4,
        },
        edges: {
          size: (tie, state) => (state.isHighlighted ? tie.size + 0.8 : tie.size),
          color: (_tie, state, graph) =>
            state.isHighlighted ? this.#palette.linkStrong : graph.hasHighlighted ? this.#palette.faded : this.#palette.link,
          visibility: (tie) => (tie.off ? 'hidden' : 'visible'),
          depth: (_tie, state) => (state.isHighlighted ? 'topEdges' : 'edges'),
        },
      },
    });
  }

  /** Shows a network. `values` decide sizes; what is not in `visible` is there but not seen, so that filters move nothing. */
  show(model: Model, visible: ReadonlySet<string>, values: ReadonlyMap<string, number>): void {
    const before = this.#model;
    this.#model = model;
    const known = before === model ? null : places.welcome(model);
    this.#write(model, visible, values);
    if (known === null) return;
    const fresh = model.items.length - known.size;
    if (known.size === 0) this.#arrange(model, new Set());
    else if (fresh > 0) this.#arrange(model, known);
    else {
      if (before === null) this.#return();
      this.#told.arranging(false);
    }
    this.#light(this.#selected);
  }

  /** Looks at the network as it was left. */
  #return(): void {
    if (left.box === null) this.#frame();
    else this.#sigma.setCustomBBox(left.box);
    if (left.camera !== null) this.#sigma.getCamera().setState(left.camera);
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
      this.#frame(fixed.size > 0);
      if (!done) return;
      this.#arranging = false;
      this.#told.arranging(false);
      if (this.#awaited !== null) requestAnimationFrame(() => this.#awaited !== null && this.reveal(this.#awaited));
    });
  }

  /** Holds the frame of the picture still: it follows the whole only when that is arranged anew, and else grows where it must. */
  #frame(growOnly = false): void {
    const box: Box = { x: [Infinity, -Infinity], y: [Infinity, -Infinity] };
    const add = (x: number, y: number) => {
      box.x = [Math.min(box.x[0], x), Math.max(box.x[1], x)];
      box.y = [Math.min(box.y[0], y), Math.max(box.y[1], y)];
    };
    this.#graph.forEachNode((_id, { x, y, off }) => off || add(x, y));
    const held = left.box;
    if (growOnly && held !== null) {
      add(held.x[0], held.y[0]);
      add(held.x[1], held.y[1]);
    }
    if (box.x[0] <= box.x[1]) {
      left.box = box;
      this.#sigma.setCustomBBox(box);
    }
    this.#sigma.scheduleRefresh();
  }

  #write(model: Model, visible: ReadonlySet<string>, values: ReadonlyMap<string, number>): void {
    // A first network is handed over as a whole: node by node sigma would take steps for each.
    const first = this.#graph.order === 0;
    const graph = first ? empty() : this.#graph;
    const most = Math.max(...visible.size === 0 ? [1] : [...visible].map((id) => values.get(id) ?? 0), 1e-12);
    for (const id of graph.nodes()) if (!model.byId.has(id)) graph.dropNode(id);
    for (const item of model.items) {
      const size = SMALLEST + (LARGEST - SMALLEST) * Math.sqrt(Math.max(values.get(item.id) ?? 0, 0) / most);
      const look = { ...places.of(item.id), ...this.#look(item, size), off: !visible.has(item.id), always: item.noun === 'line' };
      if (!graph.hasNode(item.id)) graph.addNode(item.id, look);
      else if (differs(graph.getNodeAttributes(item.id), look)) graph.mergeNodeAttributes(item.id, look);
    }
    const kept = new Set(model.ties.map((tie) => `${tie.source} ${tie.target}`));
    for (const key of graph.edges()) if (!kept.has(key)) graph.dropEdge(key);
    for (const { source, target, kinds } of model.ties) {
      const look = { size: Math.min(0.8 + kinds.length * 0.5, 3), off: !(visible.has(source) && visible.has(target)) };
      const key = `${source} ${target}`;
      if (!graph.hasEdge(key)) graph.addEdgeWithKey(key, source, target, look);
      else if (differs(graph.getEdgeAttributes(key), look)) graph.mergeEdgeAttributes(key, look);
    }
    if (first) {
      this.#graph = graph;
      this.#sigma.setGraph(graph);
    }
    const many = model.ties.length > MANY_TIES;
    if (this.#sigma.getSetting('hideEdgesOnMove') !== many) this.#sigma.setSettings({ hideEdgesOnMove: many, hideLabelsOnMove: many });
  }

  #look(item: Item, size: number): Omit<NodeLook, 'x' | 'y' | 'off' | 'always'> {
    const letters = Array.from(item.name);
    const label = letters.length > LABEL_LENGTH ? `${letters.slice(0, LABEL_LENGTH - 1).join('')}…` : item.name;
    // A line is what it is all about, so it is never the smallest.
    return { size: item.noun === 'line' ? Math.max(size, 12) : size, color: this.#palette.looks[item.look], shape: shapeOf[item.look], label };
  }

  /** Marks a node and its neighbours. */
  select(id: string | null): void {
    this.#selected = id;
    this.#light(id);
  }

  /** Marks a path, as long as no node is selected. */
  follow(route: readonly string[]): void {
    this.#route = route;
    this.#light(this.#selected);
  }

  /** Brings a node into sight when it is outside of it. */
  reveal(id: string): void {
    this.#awaited = this.#arranging ? id : null;
    if (this.#arranging) return;
    const data = this.#sigma.getNodeDisplayData(id);
    if (data === undefined) return;
    const { x, y } = this.#sigma.framedGraphToViewport(data);
    const { width, height } = this.#sigma.getDimensions();
    if (x > 20 && y > 20 && x < width - 20 && y < height - 20) return;
    void this.#sigma.getCamera().animate({ x: data.x, y: data.y }, { duration: still() ? 0 : 300 });
  }

  #light(id: string | null): void {
    const graph = this.#graph;
    const there = id !== null && graph.hasNode(id);
    const path = this.#route.filter((node) => graph.hasNode(node));
    const steps = stepsOf(path).map(({ source, target }) => `${source} ${target}`).filter((tie) => graph.hasEdge(tie));
    const lit = (there ? [id, ...graph.neighbors(id)] : path).filter((node) => !graph.getNodeAttribute(node, 'off'));
    const ties = (there ? graph.edges(id) : steps).filter((tie) => !graph.getEdgeAttribute(tie, 'off'));
    this.#sigma.setNodesState([...this.#lit].filter((node) => graph.hasNode(node)), { isHighlighted: false });
    this.#sigma.setEdgesState(this.#litTies.filter((tie) => graph.hasEdge(tie)), { isHighlighted: false });
    this.#lit = new Set(lit);
    this.#litTies = ties;
    this.#sigma.setNodesState(lit, { isHighlighted: true });
    this.#sigma.setEdgesState(ties, { isHighlighted: true });
  }

  /** Draws in the colours that hold now. */
  recolour(): void {
    this.#palette = palette();
    this.#graph.updateEachNodeAttributes((id, look) => {
      const item = this.#model?.byId.get(id);
      return item === undefined ? look : { ...look, color: this.#palette.looks[item.look] };
    });
    this.#sigma.scheduleRefresh();
  }

  zoom(step: 'in' | 'out' | 'whole'): void {
    const camera = this.#sigma.getCamera();
    const duration = still() ? 0 : 200;
    if (step === 'in') void camera.zoomIn({ duration });
    else if (step === 'out') void camera.zoomOut({ duration });
    else void camera.reset({ duration });
  }

  /** Where a node stands on the canvas, for what is laid over the map; null when it is not there. */
  placeOf(id: string): { x: number; y: number } | null {
    const data = this.#sigma.getNodeDisplayData(id);
    return data === undefined ? null : this.#sigma.framedGraphToViewport(data);
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
    left.camera = this.#sigma.getCamera().getState();
    this.#sigma.kill();
  }
}

function empty(): Graph<NodeLook, TieLook> {
  return new Graph<NodeLook, TieLook>({ type: 'undirected', multi: false, allowSelfLoops: false });
}

/** Whether something is to be drawn otherwise: what stays as it is costs nothing. */
function differs<Look extends object>(is: Look, shall: Look): boolean {
  return (Object.keys(shall) as (keyof Look)[]).some((key) => is[key] !== shall[key]);
}

function still(): boolean {
  return matchMedia('(prefers-reduced-motion: reduce)').matches;
}
