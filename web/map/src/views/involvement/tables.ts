import { codes } from '../../words';
import { type Column, type Row, lineCount } from './model';
import { texts } from './words';

/** The table as rows of texts, as it is shown: a column for the status and one for the strength of each line. */
export function asTable(columns: readonly Column[], rows: readonly Row[]): string[][] {
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
        slug, name, codes.value.helix[helix], layer === null ? '' : codes.value.layer[layer],
        ...row.cells.flatMap(({ status, strength }) => [codes.value.status[status], strength === null ? '' : strength.toFixed(3)]),
        String(lineCount(row)),
      ];
    }),
  ];
}

/** What a formula begins with, or what a spreadsheet drops before it; as the server's own CSV has it. */
const FORMULA = /^'*[=+\-@\t\r\n＝＋－＠]/;

/** CSV after RFC 4180. A cell that a spreadsheet would take for a formula begins with an apostrophe. */
export function csv(table: readonly string[][]): string {
  return table.map((row) => `${row.map(cell).join(',')}\r\n`).join('');
}

function cell(text: string): string {
  const safe = FORMULA.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
