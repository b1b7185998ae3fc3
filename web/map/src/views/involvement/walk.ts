/** Walking through a table by arrow keys: one link of it is a stop of the tab key, as the grid of the ARIA Authoring Practices. */

const PAGE = 10;

/** Lets the tab key come in where one was, else at the first cell. */
export function enter(body: HTMLTableSectionElement | null): void {
  if (body === null || body.querySelector('a[tabindex="0"]') !== null) return;
  const first = body.querySelector<HTMLAnchorElement>('a[aria-current]') ?? body.querySelector<HTMLAnchorElement>('a');
  if (first !== null) first.tabIndex = 0;
}

/** Goes where a key says. */
export function walk(event: KeyboardEvent & { currentTarget: HTMLTableSectionElement }): void {
  const from = (event.target as Element).closest('td, th');
  const row = from?.closest('tr');
  if (!(from instanceof HTMLTableCellElement) || !(row instanceof HTMLTableRowElement) || event.altKey || event.metaKey) return;
  const rows = event.currentTarget.rows;
  // The last column holds no link.
  const lastColumn = row.cells.length - 2;
  const at = { row: row.sectionRowIndex, column: from.cellIndex };
  const to = target(event, at, rows.length - 1, lastColumn);
  if (to === null) return;
  event.preventDefault();
  const link = rows[to.row]?.cells[to.column]?.querySelector<HTMLAnchorElement>('a');
  if (link == null) return;
  for (const stop of event.currentTarget.querySelectorAll<HTMLAnchorElement>('a[tabindex="0"]')) stop.tabIndex = -1;
  link.tabIndex = 0;
  link.focus();
}

interface Place {
  row: number;
  column: number;
}

function target(event: KeyboardEvent, at: Place, lastRow: number, lastColumn: number): Place | null {
  const within = (row: number, column: number) => ({
    row: Math.min(Math.max(row, 0), lastRow),
    column: Math.min(Math.max(column, 0), lastColumn),
  });
  switch (event.key) {
    case 'ArrowDown': return within(at.row + 1, at.column);
    case 'ArrowUp': return within(at.row - 1, at.column);
    case 'ArrowRight': return within(at.row, at.column + 1);
    case 'ArrowLeft': return within(at.row, at.column - 1);
    case 'PageDown': return within(at.row + PAGE, at.column);
    case 'PageUp': return within(at.row - PAGE, at.column);
    case 'Home': return within(event.ctrlKey ? 0 : at.row, 0);
    case 'End': return within(event.ctrlKey ? lastRow : at.row, lastColumn);
    default: return null;
  }
}
