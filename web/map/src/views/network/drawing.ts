import type Sigma from 'sigma';
import { Layout } from './layout';
import { Looks } from './looks';
import type { Model } from './model';
import { type Candidate, Names } from './names';
import { Places } from './places';
import { type NodeLook, type TieLook, draw, whenDrawn } from './sigma';
import { comeBack, frame, leave, pan, reveal, zoom } from './sight';

/** What the map tells its view. */
export interface Told {
  select: (id: string | null) => void;
  /** Whether it is still at work on the first picture, or on another arrangement. */
  arranging: (busy: boolean) => void;
  /** The browser took away what it draws with, and does not give it back. */
  lost: () => void;
}

/** Places outlive the drawing, so that who comes back finds the map as it was. */
const places = new Places();

/** From so many links on, these and names are left out while the map moves, and pointing lights nothing. */
const MANY_TIES = 2_000;
/** A browser that takes away what it draws with has so long to give it back. */
const LOST_MS = 3_000;
/** How long a large map has to stand still before its names come back. */
const STILL_MS = 150;
/** So many nodes in the window are asked whether there is room for their names. */
const MOST_NAMES = 1_500;

/** The map on a canvas. It follows what it is shown: nodes keep their place, and only what differs is drawn anew. */
export class Drawing {
  readonly #container: HTMLElement;
  readonly #told: Told;
  readonly #layout = new Layout();
  readonly #looks = new Looks(places);
  #open: { sigma: Sigma<NodeLook, TieLook>; names: Names } | null = null;
  #model: Model | null = null;
  #selected: string | null = null;
  #pointed: string | null = null;
  #route: readonly string[] = [];
  #arranging = false;
  /** Nothing is shown before what draws is made. */
  #unseen = false;
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
    const sigma = draw(this.#looks.network, this.#container);
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
    const gl = sigma.getWebGLContext();
    gl.canvas.addEventListener('webglcontextlost', () => {
      setTimeout(() => this.#open?.sigma === sigma && gl.isContextLost() && this.#told.lost(), LOST_MS);
    });
    this.#unseen = true;
    this.#container.setAttribute('data-unseen', '');
    whenDrawn(sigma, () => {
      this.#unseen = false;
      this.#container.removeAttribute('data-unseen');
      this.#tell();
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
    this.#looks.write(model, visible, values);
    const { sigma } = this.#opened();
    if (sigma.getSetting('hideEdgesOnMove') !== this.#many) sigma.setSettings({ hideEdgesOnMove: this.#many });
    this.#light();
    if (known === null) return;
    const fresh = model.items.length - known.size;
    if (known.size === 0) this.#arrange(model, new Set());
    else if (fresh > 0) this.#arrange(model, known);
    else {
      if (before === null) comeBack(sigma, this.#looks.network);
      this.#tell();
    }
  }

  /** Arranges everything anew. */
  arrange(): void {
    if (this.#model === null) return;
    places.forget();
    this.#arrange(this.#model, new Set());
  }

  #tell(): void {
    this.#told.arranging(this.#arranging || this.#unseen);
  }

  #arrange(model: Model, fixed: Set<string>): void {
    this.#arranging = true;
    this.#tell();
    this.#layout.arrange(model, places, fixed, (done) => {
      this.#looks.network.updateEachNodeAttributes((id, look) => ({ ...look, ...places.of(id) }), { attributes: ['x', 'y'] });
      if (this.#open !== null) frame(this.#open.sigma, this.#looks.network, fixed.size > 0);
      if (!done) return;
      this.#arranging = false;
      this.#tell();
      if (this.#awaited !== null) requestAnimationFrame(() => this.#awaited !== null && this.reveal(this.#awaited));
    });
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
    for (const { id, name, noun } of this.#looks.order) {
      const look = this.#looks.network.getNodeAttributes(id);
      const { x, y } = sigma.graphToViewport(look);
      if (x < 0 || y < 0 || x > width || y > height) continue;
      const mark = { name, x, y, radius: sigma.scaleSize(look.size), always: noun === 'line' };
      if (id === this.#pointed) pointed = mark;
      if (id === this.#selected) selected = mark;
      if (shown.length < MOST_NAMES && (this.#looks.lit.size === 0 || this.#looks.lit.has(id))) shown.push(mark);
    }
    names.draw(width, height, { pointed, selected, shown }, this.#looks.palette);
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
    if (!this.#arranging && this.#open !== null) reveal(this.#open.sigma, places.of(id));
  }

  /** Lights what is pointed at, else what is selected, and its neighbours. */
  #light(): void {
    const changed = this.#looks.light(this.#many ? this.#selected : (this.#pointed ?? this.#selected), this.#route);
    if (changed) this.#open?.sigma.scheduleRefresh();
    else this.#open?.sigma.scheduleRender();
  }

  /** Draws in the colours of another theme. */
  recolour(): void {
    if (this.#looks.recolour()) this.#open?.sigma.scheduleRefresh();
  }

  zoom(step: 'in' | 'out' | 'whole'): void {
    if (this.#open !== null) zoom(this.#open.sigma, step);
  }

  pan(right: number, down: number): void {
    if (this.#open !== null) pan(this.#open.sigma, right, down);
  }

  /** Where a node stands on the canvas, for what is laid over the map; null when it is not there. */
  placeOf(id: string): { x: number; y: number } | null {
    if (this.#open === null || !this.#looks.network.hasNode(id)) return null;
    return this.#open.sigma.graphToViewport(places.of(id));
  }

  /** Where a node stands in the network, wherever the camera is. */
  groundOf(id: string): { x: number; y: number } {
    return places.of(id);
  }

  /** Ids of all nodes that are there. */
  ids(): string[] {
    return this.#looks.network.nodes();
  }

  /** The id of the node with this slug. */
  idOf(slug: string): string | undefined {
    return this.#model?.items.find((item) => item.slug === slug)?.id;
  }

  close(): void {
    this.#layout.stop();
    clearTimeout(this.#moved);
    if (this.#open === null) return;
    const { sigma } = this.#open;
    this.#open = null;
    leave(sigma);
    sigma.kill();
  }
}
