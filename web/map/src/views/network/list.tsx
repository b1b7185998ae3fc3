import { useState } from 'preact/hooks';
import { linkHere, linkTo, state } from '../../address';
import type { CoalitionStatus } from '../../generated/graphql';
import { Mark } from '../../parts/mark';
import { type Sorting, SortHead, sortingOf } from '../../parts/sort';
import { Status } from '../../parts/status';
import { STATUSES } from '../../settings';
import { words } from '../../words';
import { number } from '../../words/format';
import { kindOf } from './kind';
import { listTexts } from './list-words';
import type { Item, Model } from './model';
import { texts } from './words';

const PAGE = 200;

interface Props {
  model: Model;
  visible: ReadonlySet<string>;
  values: ReadonlyMap<string, number>;
  statuses: ReadonlyMap<string, CoalitionStatus> | null;
  measure: string;
}

/** The order when the address says nothing: the largest first. */
const USUAL = 'value';

/** What the map shows, as a table: for keyboards, for screen readers and for who likes tables. */
export function List({ model, visible, values, statuses, measure }: Props) {
  const said = listTexts.value;
  const [shown, setShown] = useState(PAGE);
  const columns = ['name', 'kind', ...(statuses === null ? [] : ['status']), 'value'];
  const sorting = sortingOf(state.value.sort, columns, USUAL);
  const rows = sorted(
    model.items.filter((item) => visible.has(item.id)).map((item) => ({
      item, kind: kindOf(item), value: values.get(item.id) ?? 0, status: item.noun === 'organisation' ? (statuses?.get(item.id) ?? 'NONE') : null,
    })),
    sorting,
  );
  const head = { sorting, usual: USUAL };
  return (
    <div class="list">
      <div class="scrolls">
        <table>
          <caption class="hidden-visually">{texts.value.title}</caption>
          <thead>
            <tr>
              <SortHead {...head} by="name" falls={false} name={said.name}>{said.name}</SortHead>
              <SortHead {...head} by="kind" falls={false} name={said.kind}>{said.kind}</SortHead>
              {statuses !== null && <SortHead {...head} by="status" falls name={texts.value.status}>{texts.value.status}</SortHead>}
              <SortHead {...head} by="value" falls name={measure} class="number">{measure}</SortHead>
            </tr>
          </thead>
          <tbody>
            {rows.slice(0, shown).map(({ item, kind, status, value }) => (
              <tr key={item.id}>
                <th scope="row">
                  <span class="named">
                    <Mark of={item.look} />
                    <a href={pageOf(item)}>
                      <bdi>{item.name}</bdi>
                    </a>
                  </span>
                </th>
                <td>{kind}</td>
                {statuses !== null && <td>{status !== null && <Status of={status} />}</td>}
                <td class="number">{number(value, 3)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {rows.length > shown && (
        <div>
          <button type="button" onClick={() => setShown(shown + PAGE)}>
            {said.more}
          </button>{' '}
          <span class="soft">{said.shownOf(shown, rows.length)}</span>
        </div>
      )}
    </div>
  );
}

interface Row {
  item: Item;
  kind: string;
  /** Null for what has no status, which comes after all that has one. */
  status: CoalitionStatus | null;
  value: number;
}

/** Sorts rows; equals stand by name, whichever way round. */
function sorted(rows: Row[], { by, turned }: Sorting): Row[] {
  const { compare } = new Intl.Collator(words.value.locale);
  const rank = ({ status }: Row) => (status === null ? STATUSES.length : STATUSES.indexOf(status));
  const orders: Record<string, (one: Row, other: Row) => number> = {
    name: (one, other) => compare(one.item.name, other.item.name),
    kind: (one, other) => compare(one.kind, other.kind),
    status: (one, other) => rank(one) - rank(other),
    value: (one, other) => other.value - one.value,
  };
  const order = orders[by]!;
  const way = turned ? -1 : 1;
  return rows.sort((one, other) => way * order(one, other) || compare(one.item.name, other.item.name));
}

/** The page of a node, or the map with it selected when it has none. */
function pageOf(item: Item): string {
  if (item.noun === 'organisation' || item.noun === 'line') return linkTo({ name: item.noun, slug: item.slug });
  return linkHere({ as: 'map', select: `${item.noun}/${item.slug}` });
}
