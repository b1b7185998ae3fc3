import type { Model } from './model';

export interface Place {
  x: number;
  y: number;
}

/** Where nodes stand. A node that was seen keeps its place, whatever day is looked at next. */
export class Places {
  readonly #places = new Map<string, Place>();
  /** Whose place is one to keep: it was arranged to the end. */
  readonly #settled = new Set<string>();

  of(id: string): Place {
    return this.#places.get(id) ?? beginning(id, 100);
  }

  put(id: string, x: number, y: number): void {
    this.#places.set(id, { x, y });
  }

  /** Keeps the places of a network that was arranged to the end; what was left half way is arranged when it is seen again. */
  settle(model: Model): void {
    for (const { id } of model.items) this.#settled.add(id);
  }

  forget(): void {
    this.#places.clear();
    this.#settled.clear();
  }

  /** Puts nodes without a place beside their neighbours that have one; returns those that keep theirs. */
  welcome(model: Model): Set<string> {
    const known = new Set(model.items.map(({ id }) => id).filter((id) => this.#settled.has(id)));
    if (known.size === 0) return known;
    for (const { id } of model.items) {
      if (known.has(id)) continue;
      const near = [...(model.neighbours.get(id) ?? [])].filter((other) => known.has(other)).map((other) => this.of(other));
      if (near.length === 0) continue;
      const aside = beginning(id, 12);
      const mean = (axis: 'x' | 'y') => near.reduce((sum, place) => sum + place[axis], 0) / near.length;
      this.put(id, mean('x') + aside.x, mean('y') + aside.y);
    }
    return known;
  }
}

/** A place in a disc that follows from the id, so that the same network begins the same everywhere. */
function beginning(id: string, radius: number): Place {
  const angle = fraction(id, 0x811c9dc5) * 2 * Math.PI;
  const distance = Math.sqrt(fraction(id, 0x9e3779b9)) * radius;
  return { x: Math.cos(angle) * distance, y: Math.sin(angle) * distance };
}

/** FNV-1a with a last stir, as a number from 0 to 1. */
function fraction(text: string, seed: number): number {
  let hash = seed;
  for (let index = 0; index < text.length; index += 1) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x45d9f3b);
  return ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32;
}
