import type { ComponentChildren } from 'preact';
import type { Pages } from '../api/pages';
import { More } from './more';
import { Failed, Loading } from './states';

interface PagedTableProps<Node> {
  of: Pages<Node>;
  /** What is said when there is nothing. */
  none: string;
  /** Its name, or the id of the heading that names it. */
  name: { 'aria-label': string } | { 'aria-labelledby': string };
  kind?: string;
  heads: readonly string[];
  row: (one: Node) => ComponentChildren;
}

/** A list that comes a page at a time, as a table that scrolls in its own box: waiting, failing, nothing, and more of it. */
export function PagedTable<Node>({ of, none, name, kind, heads, row }: PagedTableProps<Node>) {
  return (
    <>
      {of.failure !== null && <Failed failure={of.failure} again={of.again} />}
      {of.totalCount === null && of.failure === null && <Loading />}
      {of.totalCount === 0 && <p class="soft">{none}</p>}
      {of.nodes.length > 0 && (
        <div class="scrolls" tabIndex={0} role="group" {...name}>
          <table class={kind}>
            <thead>
              <tr>
                {heads.map((head) => (
                  <th key={head} scope="col">
                    {head}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>{of.nodes.map(row)}</tbody>
          </table>
        </div>
      )}
      <More of={of} />
    </>
  );
}
