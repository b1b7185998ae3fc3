import type { ForceAtlas2Settings } from 'graphology-layout-forceatlas2';
import type { Model } from './model';
import type { Places } from './places';

/** What the worker is asked: node and edge matrices of ForceAtlas2. */
export interface ToArrange {
  run: number;
  nodes: Float32Array;
  edges: Float32Array;
  settings: ForceAtlas2Settings;
  steps: number;
  limitMs: number;
  /** How often it tells how far it is: drawing a large network takes longer than a step, and some want nothing to move. */
  tellMs: number;
}

/** What it answers, also while it is at it: x and y of every node, in the order that was asked. */
export interface Arranged {
  run: number;
  positions: Float32Array;
  done: boolean;
}

const PROPERTIES = 10;
const LARGE = 1_000;

/** Arranges networks in a worker, one at a time; a new one takes the place of what is still being arranged. */
export class Layout {
  #worker: Worker | null = null;
  #run = 0;
  #running = false;

  /**
   * Arranges the nodes of a model. Those in `fixed` stay where they are, so that what is there already keeps its place.
   * `moved` is told of new places, the last time with `done`.
   */
  arrange(model: Model, places: Places, fixed: ReadonlySet<string>, moved: (done: boolean) => void): void {
    this.stop();
    const run = this.#run;
    const { nodes, edges } = matrices(model, places, fixed);
    const order = model.items.length;
    const large = order > LARGE;
    const request: ToArrange = {
      run, nodes, edges,
      settings: {
        barnesHutOptimize: large, barnesHutTheta: 0.7, scalingRatio: 6, gravity: large ? 0.01 : 0.03, strongGravityMode: true,
        linLogMode: !large, adjustSizes: false, outboundAttractionDistribution: false, edgeWeightInfluence: 1, slowDown: 1 + Math.log(order + 1),
      },
      // As many steps for the same network always give the same picture; only a slow machine with a large one stops by time.
      steps: fixed.size > 0 ? 80 : large ? 200 : 600,
      limitMs: 12_000,
      tellMs: matchMedia('(prefers-reduced-motion: reduce)').matches ? Infinity : large ? 2_500 : 120,
    };
    this.#worker ??= new Worker(new URL('./layout.worker.ts', import.meta.url), { type: 'module', name: 'layout' });
    let newest: Arranged | null = null;
    const take = () => {
      const data = newest;
      newest = null;
      if (data === null || data.run !== this.#run) return;
      model.items.forEach((item, index) => {
        if (!fixed.has(item.id)) places.put(item.id, data.positions[index * 2] ?? 0, data.positions[index * 2 + 1] ?? 0);
      });
      if (data.done) {
        this.#running = false;
        places.settle(model);
      }
      moved(data.done);
    };
    // One place a frame: where drawing is slow, places that are old by then are passed over.
    this.#worker.onmessage = ({ data }: MessageEvent<Arranged>) => {
      if (newest === null) requestAnimationFrame(take);
      newest = data;
    };
    this.#running = true;
    this.#worker.postMessage(request, [nodes.buffer, edges.buffer]);
  }

  /** Lets go of what is being arranged. A worker that is still at it is ended, for it would not listen before. */
  stop(): void {
    this.#run += 1;
    if (!this.#running) return;
    this.#worker?.terminate();
    this.#worker = null;
    this.#running = false;
  }
}

function matrices(model: Model, places: Places, fixed: ReadonlySet<string>) {
  const at = new Map(model.items.map((item, index) => [item.id, index * PROPERTIES]));
  const nodes = new Float32Array(model.items.length * PROPERTIES);
  for (const [id, offset] of at) {
    const place = places.of(id);
    nodes.set([place.x, place.y, 0, 0, 0, 0, 1, 1, 1, fixed.has(id) ? 1 : 0], offset);
  }
  const edges = new Float32Array(model.ties.length * 3);
  model.ties.forEach((tie, index) => {
    const source = at.get(tie.source) ?? 0;
    const target = at.get(tie.target) ?? 0;
    edges.set([source, target, 1], index * 3);
    for (const end of [source, target]) nodes[end + 6] = (nodes[end + 6] ?? 0) + 1;
  });
  return { nodes, edges };
}
