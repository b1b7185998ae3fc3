import type { CoalitionStatus, InvolvementQuery } from '../../generated/graphql';
import type { Sorting } from '../../parts/sort';
import { HELICES, LAYERS, STATUSES, type Settings } from '../../settings';

export type Matrix = InvolvementQuery['network']['involvement'];
export type Row = Matrix['rows'][number];
export type Column = Matrix['columns'][number];
export type Cell = Row['cells'][number];

/** Who takes part: what a filter by a line means when no status is chosen. As on the map. */
export const TAKING_PART: readonly CoalitionStatus[] = ['CONTRIBUTING', 'RATIFIED', 'PLEDGED'];

/** What rows can be sorted by, beside the strength on a line, which is called by its slug. */
export const ORDERS = ['name', 'helix', 'layer', 'lines'] as const;

/** Of how many lines somebody is a member. */
export function lineCount(row: Row): number {
  return row.cells.filter((cell) => TAKING_PART.includes(cell.status)).length;
}

/** Rows in the order of their names. The API orders by the Dutch ones; English ones have an order of their own. */
export function byName(rows: readonly Row[], language: 'nl' | 'en'): readonly Row[] {
  if (language === 'nl') return rows;
  const { compare } = new Intl.Collator('en-GB');
  return [...rows].sort((one, other) => compare(one.organisation.name, other.organisation.name));
}

/** Rows that pass what the address filters by. */
export function filtered(matrix: Matrix, settings: Settings): Row[] {
  const sought = plain(settings.find);
  const wanted = settings.status.length === 0 ? TAKING_PART : settings.status;
  const at = matrix.columns.findIndex((column) => column.slug === settings.line);
  return matrix.rows.filter(({ organisation, cells }) => {
    const { helix, layer, name } = organisation;
    if (settings.helix.length > 0 && !settings.helix.includes(helix)) return false;
    if (settings.layer.length > 0 && (layer === null || !settings.layer.includes(layer))) return false;
    if (sought !== '' && !plain(name).includes(sought)) return false;
    if (settings.rows === 'nowhere' && cells.some((cell) => TAKING_PART.includes(cell.status))) return false;
    if (at >= 0) return wanted.includes(cells[at]?.status ?? 'NONE');
    return settings.status.length === 0 || cells.some((cell) => wanted.includes(cell.status));
  });
}

/** Without accents and capitals, so that `ijsterveen` finds IJsterveen and `cafe` a café. */
function plain(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().trim();
}

/** Sorts rows; among equals the order of names stays. Of lines and strength the most comes first, unless turned round. */
export function sorted(rows: readonly Row[], { by, turned }: Sorting, columns: readonly Column[]): Row[] {
  const value = valueOf(by, columns);
  const values = new Map(rows.map((row) => [row, value(row)] as const));
  const way = turned ? -1 : 1;
  const ordered = [...rows];
  if (by === 'name') return turned ? ordered.reverse() : ordered;
  return ordered.sort((one, other) => way * (values.get(one)! - values.get(other)!));
}

/** What is small comes first. */
function valueOf(by: string, columns: readonly Column[]): (row: Row) => number {
  if (by === 'name') return () => 0;
  if (by === 'helix') return ({ organisation }) => HELICES.indexOf(organisation.helix);
  if (by === 'layer') return ({ organisation }) => (organisation.layer === null ? LAYERS.length : LAYERS.indexOf(organisation.layer));
  if (by === 'lines') return (row) => -lineCount(row);
  const at = columns.findIndex((column) => column.slug === by);
  return ({ cells }) => {
    const cell = cells[at];
    return cell === undefined ? 0 : STATUSES.indexOf(cell.status) - (cell.strength ?? 0) / 2;
  };
}

/** Who and which line the address opens; null when they are not in the table. */
export function openIn(matrix: Matrix, cell: string | null): { row: Row; column: Column; cell: Cell } | null {
  const [slug, line] = cell?.split('/') ?? [];
  const row = matrix.rows.find(({ organisation }) => organisation.slug === slug);
  const at = matrix.columns.findIndex((column) => column.slug === line);
  const column = matrix.columns[at];
  const found = row?.cells[at];
  return row === undefined || column === undefined || found === undefined ? null : { row, column, cell: found };
}
