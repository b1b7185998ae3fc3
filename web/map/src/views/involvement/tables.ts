import { codes } from '../../words';
import { type Column, type Row, lineCount } from './model';
import { texts } from './words';

/** A table to take along: texts, and numbers that one can count with. */
export type Table = readonly (readonly (string | number)[])[];

/** The table as it is shown: a column for the status and one for the strength of each line. */
export function asTable(columns: readonly Column[], rows: readonly Row[]): Table {
  const said = texts.value;
  const head = [
    said.key, said.organisation, said.sortBy.helix, said.sortBy.layer,
    ...columns.flatMap(({ name }) => [said.statusOf(name), said.strengthOf(name)]),
    said.sortBy.lines,
  ];
  return [
    head,
    ...rows.map((row) => {
      const { slug, name, helix, layer } = row.organisation;
      return [
        slug, name, codes.value.helix[helix], layer === null ? '' : codes.value.oneLayer[layer],
        ...row.cells.flatMap(({ status, strength }) => [codes.value.status[status], strength === null || status === 'NONE' ? '' : Math.round(strength * 1000) / 1000]),
        lineCount(row),
      ];
    }),
  ];
}

/** What a formula begins with, or what a spreadsheet drops before it; as the server's own CSV has it. */
const FORMULA = /^'*[=+\-@\t\r\n＝＋－＠]/;

/** By this mark Excel knows that a text is UTF-8. */
const MARK = '\ufeff';

/** CSV after RFC 4180. A cell that a spreadsheet would take for a formula begins with an apostrophe. */
export function csv(table: Table): string {
  return MARK + table.map((row) => `${row.map(cell).join(',')}\r\n`).join('');
}

function cell(text: string | number): string {
  if (typeof text === 'number') return String(text);
  const safe = FORMULA.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
