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

const NAME = 260;
const CELL = 110;
const ROW = 24;
const MARGIN = 16;
const HEAD = 92;
const KEY = 118;

/** Draws the table, with its title, day and legend. */
export function draw(columns: readonly Column[], rows: readonly Row[], day: string): Picture {
  const said = texts.value;
  const width = Math.max(MARGIN * 2 + NAME + columns.length * CELL + 60, MARGIN * 2 + STATUSES.length * KEY);
  const drawn: Drawn[] = [];
  const text = (value: string, x: number, y: number, space: number, more: { size?: number; fill?: string; anchor?: 'middle' | 'end' } = {}) =>
    drawn.push({ text: value, x, y, width: space, size: 13, fill: INK, ...more });
  const cell = (status: CoalitionStatus, x: number, y: number, wide: number, strength = 0) => {
    const [fill, ink, stroke] = FILLS[status];
    drawn.push({ box: [x, y, wide, ROW - 3], fill, ...(stroke !== undefined && { stroke }) });
    text(DOTS[status] === '' ? '·' : DOTS[status], x + wide / 2, y + 15, wide, { size: 11, fill: ink, anchor: 'middle' });
    if (strength > 0) drawn.push({ box: [x, y + ROW - 6, wide * strength, 3], fill: ink });
  };

  text(`${said.title}, ${words.value.day.shown(date(day)).toLowerCase()}`, MARGIN, 28, width - 2 * MARGIN, { size: 17 });
  STATUSES.forEach((status, at) => {
    cell(status, MARGIN + at * KEY, 40, 40);
    text(codes.value.status[status], MARGIN + at * KEY + 46, 55, KEY - 50, { size: 11, fill: SOFT });
  });
  columns.forEach((column, at) => text(column.name, MARGIN + NAME + at * CELL + 4, HEAD - 8, CELL - 8, { size: 12 }));
  text(said.lines, MARGIN + NAME + columns.length * CELL + 52, HEAD - 8, 50, { size: 12, anchor: 'end' });
  rows.forEach((row, at) => {
    const y = HEAD + at * ROW;
    text(row.organisation.name, MARGIN, y + 15, NAME - 8);
    row.cells.forEach(({ status, strength }, column) => cell(status, MARGIN + NAME + column * CELL + 1, y, CELL - 3, strength ?? 0));
    text(number(lineCount(row)), MARGIN + NAME + columns.length * CELL + 52, y + 15, 50, { anchor: 'end' });
  });
  return { width, height: HEAD + rows.length * ROW + MARGIN, drawn };
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
  const room = Math.floor(width / (size * 0.52));
  const signs = Array.from(new Intl.Segmenter().segment(text), ({ segment }) => segment);
  return signs.length <= room ? text : `${signs.slice(0, Math.max(room - 1, 1)).join('')}…`;
}
