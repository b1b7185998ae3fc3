import type { Palette } from './palette';

/** A node whose name may be drawn, where it stands in the window now. */
export interface Candidate {
  name: string;
  x: number;
  y: number;
  radius: number;
  /** Whether its name may cover marks, rather than be missing. */
  always: boolean;
}

/** Which names are wanted: the first ones most. */
export interface Wanted {
  /** Under the pointer: always drawn, on a ground of its own. */
  pointed: Candidate | null;
  /** Selected: always drawn. */
  selected: Candidate | null;
  /** Everything that is lit: its names are drawn where there is room, and its marks are kept free. */
  shown: readonly Candidate[];
}

interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

const SIZE = 13;
const HEIGHT = 18;
const GAP = 4;
const WIDEST = 230;
/** So much of the window there is for each name, in pixels. */
const AREA_OF_A_NAME = 14_000;
const CELL = 64;

/** Names beside their marks on a canvas, where there is room: none covers another, none runs out of the window. */
export class Names {
  readonly #context: CanvasRenderingContext2D;
  readonly #fitted = new Map<string, { text: string; width: number; rtl: boolean }>();
  readonly #font = getComputedStyle(document.documentElement).fontFamily;

  constructor(canvas: HTMLCanvasElement) {
    const context = canvas.getContext('2d');
    if (context === null) throw new Error('no canvas');
    this.#context = context;
  }

  clear(width: number, height: number): void {
    const ratio = devicePixelRatio;
    const { canvas } = this.#context;
    // A canvas that gets a size is empty and has forgotten its settings.
    canvas.width = Math.round(width * ratio);
    canvas.height = Math.round(height * ratio);
    // So many pixels for each of the page; its size there stays that of the window.
    const [wide, high] = [`${width}px`, `${height}px`];
    if (canvas.style.width !== wide || canvas.style.height !== high) Object.assign(canvas.style, { width: wide, height: high });
    this.#context.scale(ratio, ratio);
    this.#context.lineJoin = 'round';
    this.#context.textBaseline = 'middle';
    this.#context.textAlign = 'left';
  }

  draw(width: number, height: number, { pointed, selected, shown }: Wanted, palette: Palette): void {
    this.clear(width, height);
    const [names, all] = [new Taken(), new Taken()];
    const window = { left: 2, top: 2, right: width - 2, bottom: height - 2 };
    for (const mark of shown) {
      all.add(around(mark));
      // Nor does a name that is written over marks cover one that has such a name itself.
      if (mark.always) names.add(around(mark));
    }
    const write = (one: Candidate, box: Box) => {
      this.#write(one, box, palette);
      names.add(box);
      all.add(box);
    };
    if (selected !== null) write(selected, this.#place(selected, all, window) ?? this.#anyway(selected, window));
    let left = Math.max(12, Math.round((width * height) / AREA_OF_A_NAME));
    for (const one of shown) {
      if (left === 0) break;
      if (one === selected || one === pointed) continue;
      const box = this.#place(one, all, window) ?? (one.always ? this.#place(one, names, window) : null);
      if (box === null) continue;
      write(one, box);
      left -= 1;
    }
    if (pointed !== null) {
      const box = this.#anyway(pointed, window);
      this.#context.fillStyle = palette.raised;
      this.#context.strokeStyle = palette.linkStrong;
      this.#context.lineWidth = 1;
      this.#context.beginPath();
      this.#context.roundRect(box.left - 6, box.top - 3, box.right - box.left + 12, HEIGHT + 6, 6);
      this.#context.fill();
      this.#context.stroke();
      this.#write(pointed, box, palette);
    }
  }

  #write(of: Candidate, box: Box, palette: Palette): void {
    const { text, rtl } = this.#fit(of.name);
    const at = [box.left, (box.top + box.bottom) / 2] as const;
    this.#context.font = `${SIZE}px ${this.#font}`;
    this.#context.direction = rtl ? 'rtl' : 'ltr';
    // A rim of the ground keeps a name readable where links pass under it.
    this.#context.lineWidth = 4;
    this.#context.strokeStyle = palette.ground;
    this.#context.strokeText(text, ...at);
    this.#context.fillStyle = palette.ink;
    this.#context.fillText(text, ...at);
  }

  /** On the first side where nothing is in the way. */
  #place(of: Candidate, taken: Taken, window: Box): Box | null {
    const own = around(of);
    return this.#sides(of).find((box) => within(box, window) && taken.free(box, own)) ?? null;
  }

  /** On the side where it stays in the window, or pushed into it, whatever it covers. */
  #anyway(of: Candidate, window: Box): Box {
    const sides = this.#sides(of);
    const box = sides.find((one) => within(one, window)) ?? sides[0]!;
    const right = Math.min(0, window.right - box.right);
    const aside = box.left + right < window.left ? window.left - box.left : right;
    return { ...box, left: box.left + aside, right: box.right + aside };
  }

  #sides({ name, x, y, radius }: Candidate): Box[] {
    const { width } = this.#fit(name);
    const at = (left: number, top: number): Box => ({ left, top, right: left + width, bottom: top + HEIGHT });
    return [
      at(x + radius + GAP, y - HEIGHT / 2),
      at(x - radius - GAP - width, y - HEIGHT / 2),
      at(x - width / 2, y + radius + 1),
      at(x - width / 2, y - radius - 1 - HEIGHT),
    ];
  }

  /** A name that is no wider than it may be, cut between what people see as letters. */
  #fit(name: string): { text: string; width: number; rtl: boolean } {
    let fitted = this.#fitted.get(name);
    if (fitted === undefined) {
      this.#context.font = `${SIZE}px ${this.#font}`;
      const rtl = beginsRightToLeft(name);
      this.#context.direction = rtl ? 'rtl' : 'ltr';
      const measure = (text: string) => this.#context.measureText(text).width;
      let text = isolated(name);
      if (measure(text) > WIDEST) {
        const letters = Array.from(new Intl.Segmenter().segment(name), ({ segment }) => segment);
        const cut = (length: number) => `${isolated(letters.slice(0, length).join(''))}…`;
        let [fits, not] = [0, Math.min(letters.length, 80)];
        while (not - fits > 1) {
          const middle = (fits + not) >> 1;
          if (measure(cut(middle)) > WIDEST) not = middle;
          else fits = middle;
        }
        text = cut(fits);
      }
      fitted = { text, width: measure(text), rtl };
      this.#fitted.set(name, fitted);
    }
    return fitted;
  }
}

/** What is taken of the window, in cells, so that looking costs little. */
class Taken {
  readonly #cells = new Map<number, Box[]>();

  add(box: Box): void {
    for (const cell of cells(box)) {
      const held = this.#cells.get(cell);
      if (held === undefined) this.#cells.set(cell, [box]);
      else held.push(box);
    }
  }

  /** Whether nothing is there, `own` left aside. */
  free(box: Box, own: Box): boolean {
    for (const cell of cells(box)) {
      for (const held of this.#cells.get(cell) ?? []) if (overlap(box, held) && !same(held, own)) return false;
    }
    return true;
  }
}

function* cells({ left, top, right, bottom }: Box): Iterable<number> {
  for (let row = Math.floor(top / CELL); row <= bottom / CELL; row += 1) {
    for (let column = Math.floor(left / CELL); column <= right / CELL; column += 1) yield row * 4096 + column;
  }
}

function around({ x, y, radius }: Candidate): Box {
  return { left: x - radius, top: y - radius, right: x + radius, bottom: y + radius };
}

function overlap(one: Box, other: Box): boolean {
  return one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
}

function same(one: Box, other: Box): boolean {
  return one.left === other.left && one.top === other.top && one.right === other.right;
}

function within(box: Box, window: Box): boolean {
  return box.left >= window.left && box.right <= window.right && box.top >= window.top && box.bottom <= window.bottom;
}

/** A name cannot turn around what stands beside it. */
function isolated(name: string): string {
  return `\u2068${name}\u2069`;
}

/** Whether the first letter is of a script that is written from right to left. */
function beginsRightToLeft(name: string): boolean {
  return /^\P{L}*[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u.test(name);
}
