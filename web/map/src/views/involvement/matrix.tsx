import { useSignal } from '@preact/signals';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { linkHere, linkTo, state } from '../../address';
import { Mark } from '../../parts/mark';
import { Line } from '../../parts/named';
import { type Sorting, SortHead } from '../../parts/sort';
import { DOTS } from '../../parts/status';
import { codes, words } from '../../words';
import { number } from '../../words/format';
import { type Column, type Row, lineCount } from './model';
import { Pointed } from './pointed';
import { enter, walk } from './walk';
import { texts } from './words';

/** How many rows come at once: a browser lays out a table of 8,000 cells in a second. */
const ROWS_AT_ONCE = 200;
/** More rows than this scroll by themselves, under their heads. */
const LONG = 40;

interface MatrixProps {
  columns: readonly Column[];
  rows: readonly Row[];
  sorting: Sorting;
}

/** Organisations against lines: a table with heads that stay, one stop of the tab key, and arrow keys inside. */
export function MatrixTable({ columns, rows, sorting }: MatrixProps) {
  const said = texts.value;
  const body = useRef<HTMLTableSectionElement>(null);
  const [limit, setLimit] = useState(ROWS_AT_ONCE);
  const shown = useMemo(() => rows.slice(0, limit), [rows, limit]);
  const pointed = useSignal<string | null>(null);
  useEffect(() => enter(body.current), [shown, columns]);
  const [openSlug, openLine] = state.value.cell?.split('/') ?? [];
  const [before, after] = useMemo(() => linkHere({ cell: 'a/a' }).split('cell=a/a') as [string, string], [state.value]);
  const point = (event: Event) => {
    const cell = (event.target as Element).closest<HTMLElement>('[data-cell]')?.dataset.cell;
    if (cell !== undefined) pointed.value = cell;
  };
  const head = { sorting, usual: 'name' };
  return (
    <div class="matrix">
      <Pointed at={pointed} />
      <div class={shown.length > LONG ? 'scrolls long' : 'scrolls'} tabIndex={0} role="region" aria-label={said.table}>
        <table role="grid" aria-label={said.table} aria-describedby="matrix-hint" aria-rowcount={rows.length + 1}>
          <thead>
            <tr>
              <SortHead {...head} by="name" falls={false} name={said.sortBy.name}>
                {said.organisation}
              </SortHead>
              {columns.map((column) => (
                <SortHead key={column.slug} {...head} by={column.slug} falls name={said.sortLine(column.name)}>
                  <Line of={column} />
                </SortHead>
              ))}
              <SortHead {...head} by="lines" falls name={said.sortBy.lines}>
                {said.lines}
              </SortHead>
            </tr>
          </thead>
          <tbody ref={body} onKeyDown={walk} onFocusIn={point} onMouseOver={point}>
            {shown.map((row) => (
              <MatrixRow key={row.organisation.slug} row={row} columns={columns} before={before} after={after} open={openSlug === row.organisation.slug ? openLine : undefined} />
            ))}
          </tbody>
        </table>
      </div>
      {rows.length > limit && (
        <div class="actions">
          <button type="button" onClick={() => setLimit(limit + ROWS_AT_ONCE)}>
            {words.value.more(rows.length - limit)}
          </button>
        </div>
      )}
      <p id="matrix-hint" class="help">
        {said.hint}
      </p>
    </div>
  );
}

interface RowProps {
  row: Row;
  columns: readonly Column[];
  /** What stands before and after `cell=…` in the address of a cell: writing it anew 8,000 times would take long. */
  before: string;
  after: string;
  /** The line whose cell is open. */
  open: string | undefined;
}

function MatrixRow({ row, columns, before, after, open }: RowProps) {
  const { organisation, cells } = row;
  return useMemo(() => {
    const href = linkTo({ name: 'organisation', slug: organisation.slug });
    return (
      <tr>
        <th scope="row">
          <span class="named">
            <Mark of={organisation.helix} />
            <a href={href} tabIndex={-1}>
              <bdi>{organisation.name}</bdi>
            </a>
          </span>
        </th>
        {columns.map((column, at) => {
          const cell = cells[at];
          if (cell === undefined) return <td key={column.slug} />;
          const id = `${organisation.slug}/${column.slug}`;
          return (
            <td key={column.slug}>
              <a
                class={`heat ${cell.status}`}
                href={`${before}cell=${id}${after}`}
                tabIndex={-1}
                data-cell={id}
                data-status={cell.status}
                aria-current={open === column.slug ? 'true' : undefined}
              >
                <span aria-hidden="true">{DOTS[cell.status] === '' ? '·' : DOTS[cell.status]}</span>
                <span class="hidden-visually">{codes.value.status[cell.status]}</span>
                {cell.strength !== null && cell.strength > 0 && <span class="strength" style={{ width: `${cell.strength * 100}%` }} />}
              </a>
            </td>
          );
        })}
        <td class="number">{number(lineCount(row))}</td>
      </tr>
    );
  }, [row, columns, before, after, open, codes.value]);
}
