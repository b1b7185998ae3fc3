import type { CoalitionStatus } from '../../generated/graphql';
import { DOTS } from '../../parts/status';
import { STATUSES } from '../../settings';
import { codes, words } from '../../words';
import { date, number } from '../../words/format';
import { type Column, type Row, lineCount } from './model';
import { texts } from './words';
import { escaped } from './workbook';

/** What a picture is made of; SVG and canvas draw the same. Coordinates are those of the upper left corner, of texts of their base line. */
type Drawn =
  | { box: [x: number, y: number, width: number, height: number]; fill: string; stroke?: string }
  | { text: string; x: number; y: number; size: number; fill: string; anchor?: 'middle' | 'end'; width: number };

export interface Picture {
  width: number;
  height: number;
  drawn: Drawn[];
}

const INK = '#1b2128';
const SOFT = '#55606b';
const ACCENT = '#1f5f8b';
const FONT = "system-ui, 'Segoe UI', Roboto, 'Liberation Sans', sans-serif";

/** Colours on paper: those of the light page. */
const FILLS: Record<CoalitionStatus, [fill: string, ink: string, stroke?: string]> = {
  CONTRIBUTING: [ACCENT, '#ffffff'], RATIFIED: ['#417799', '#ffffff'], PLEDGED: ['#b4cddc', INK], CONSIDERING: ['#e9f1f6', INK, ACCENT],
  FORMER: ['#eceeee', SOFT], NONE: ['#ffffff', SOFT, '#d9dedf'], DECLINED: ['#fdf0e3', '#8a3c00', '#8a3c00'],
};

const NAME = 300;
const CELL = 150;
const ROW = 24;
const MARGIN = 16;
const LINES = 70;
const KEY = 24;
/** What letters take of their size on average, in every font that may be there. */
const LETTER = 0.58;

/** Draws the table, with its title, day, filters and legend. `filters` says what it was filtered by. */
export function draw(columns: readonly Column[], rows: readonly Row[], day: string, filters: string): Picture {
  const said = texts.value;
  const width = Math.max(MARGIN * 2 + NAME + columns.length * CELL + LINES, 800);
  const end = MARGIN + NAME + columns.length * CELL + LINES;
  const inner = width - 2 * MARGIN;
  const drawn: Drawn[] = [];
  const text = (value: string, x: number, y: number, space: number, more: { size?: number; fill?: string; anchor?: 'middle' | 'end' } = {}) =>
    drawn.push({ text: value, x, y, width: space, size: 13, fill: INK, ...more });
  const cell = (status: CoalitionStatus, x: number, y: number, wide: number, strength = 0, sign = true) => {
    const [fill, ink, stroke] = FILLS[status];
    drawn.push({ box: [x, y, wide, ROW - 3], fill, ...(stroke !== undefined && { stroke }) });
    if (sign) text(DOTS[status] === '' ? '·' : DOTS[status], x + wide / 2, y + 15, wide, { size: 11, fill: ink, anchor: 'middle' });
    if (strength > 0) drawn.push({ box: [x, y + ROW - 6, wide * strength, 3], fill: ink });
  };

  text(`${said.title}, ${words.value.day.shown(date(day)).replace(/^\p{Lu}/u, (first) => first.toLowerCase())}`, MARGIN, 28, inner, { size: 17 });
  let y = 36;
  for (const line of wrapped(filters, inner, 12)) {
    y += 16;
    text(line, MARGIN, y, inner, { size: 12, fill: SOFT });
  }
  y += 12;
  let x = MARGIN;
  const key = (meaning: string, sample: (x: number) => void) => {
    const wide = 46 + meaning.length * 11 * LETTER + KEY;
    if (x > MARGIN && x + wide > width - MARGIN) [x, y] = [MARGIN, y + ROW + 4];
    sample(x);
    text(meaning, x + 46, y + 15, wide - 46, { size: 11, fill: SOFT });
    x += wide;
  };
  for (const status of STATUSES) key(codes.value.status[status], (at) => cell(status, at, y, 40));
  key(said.strength, (at) => cell('NONE', at, y, 40, 0.6, false));

  const heads = columns.map(({ name }) => wrapped(name, CELL - 10, 12).slice(0, 4));
  const deepest = Math.max(1, ...heads.map((lines) => lines.length));
  y += ROW + 4 + deepest * 15;
  heads.forEach((lines, at) => lines.forEach((line, from) => text(line, MARGIN + NAME + at * CELL + 4, y - (lines.length - 1 - from) * 15, CELL - 8, { size: 12 })));
  text(said.lines, end, y, LINES - 8, { size: 12, anchor: 'end' });
  const top = y + 8;
  rows.forEach((row, at) => {
    const begins = top + at * ROW;
    text(row.organisation.name, MARGIN, begins + 15, NAME - 8);
    row.cells.forEach(({ status, strength }, column) => cell(status, MARGIN + NAME + column * CELL + 1, begins, CELL - 3, strength ?? 0));
    text(number(lineCount(row)), end, begins + 15, LINES - 8, { anchor: 'end' });
  });
  return { width, height: top + rows.length * ROW + MARGIN, drawn };
}

/** Words in as many lines as they need. */
function wrapped(text: string, width: number, size: number): string[] {
  const room = Math.floor(width / (size * LETTER));
  const lines: string[] = [];
  for (const word of text.split(/\s+/)) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= room) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

/** As a file of its own: without scripts, fonts or anything else from outside. Names are texts of it. */
export function svg({ width, height, drawn }: Picture): string {
  const parts = drawn.map((one) => {
    if ('box' in one) {
      const [x, y, wide, high] = one.box;
      return `<rect x="${x}" y="${y}" width="${wide.toFixed(1)}" height="${high}" rx="3" fill="${one.fill}"${one.stroke === undefined ? '' : ` stroke="${one.stroke}"`}/>`;
    }
    const anchor = one.anchor === undefined ? '' : ` text-anchor="${one.anchor}"`;
    return `<text x="${one.x}" y="${one.y}" font-size="${one.size}" fill="${one.fill}"${anchor}>${escaped(fitting(one.text, one.width, one.size))}</text>`;
  });
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="${FONT}">` +
    `<rect width="${width}" height="${height}" fill="#ffffff"/>${parts.join('')}</svg>`
  );
}

/** The largest side and the most pixels that browsers draw on. */
const SIDE = 16_000;
const PIXELS = 120_000_000;

/** The same on a canvas, twice as fine when it fits; null when the browser cannot. */
export function png({ width, height, drawn }: Picture): Promise<Blob | null> {
  const scale = Math.min(2, SIDE / Math.max(width, height), Math.sqrt(PIXELS / (width * height)));
  const canvas = document.createElement('canvas');
  canvas.width = Math.floor(width * scale);
  canvas.height = Math.floor(height * scale);
  const pen = canvas.getContext('2d');
  if (pen === null || scale < 0.4) return Promise.resolve(null);
  pen.scale(scale, scale);
  pen.fillStyle = '#ffffff';
  pen.fillRect(0, 0, width, height);
  for (const one of drawn) {
    pen.fillStyle = one.fill;
    if ('box' in one) {
      pen.beginPath();
      pen.roundRect(...one.box, 3);
      pen.fill();
      if (one.stroke !== undefined) {
        pen.strokeStyle = one.stroke;
        pen.stroke();
      }
    } else {
      pen.font = `${one.size}px ${FONT}`;
      pen.textAlign = one.anchor === 'middle' ? 'center' : (one.anchor ?? 'start');
      pen.direction = 'ltr';
      pen.fillText(fitting(one.text, one.width, one.size), one.x, one.y);
    }
  }
  return new Promise((resolve) => canvas.toBlob(resolve, 'image/png'));
}

/** As much of a name as fits, by a width of letters that is a little too wide. */
function fitting(text: string, width: number, size: number): string {
  const room = Math.floor(width / (size * LETTER));
  const signs = Array.from(new Intl.Segmenter().segment(text), ({ segment }) => segment);
  return signs.length <= room ? text : `${signs.slice(0, Math.max(room - 1, 1)).join('')}…`;
}
