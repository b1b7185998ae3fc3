import { useState } from 'preact/hooks';
import { linkHere, linkTo } from '../../address';
import type { CoalitionStatus } from '../../generated/graphql';
import { Mark } from '../../parts/mark';
import { Status } from '../../parts/status';
import { codes } from '../../words';
import { number } from '../../words/format';
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

/** What the map shows, as a table: for keyboards, for screen readers and for who likes tables. */
export function List({ model, visible, values, statuses, measure }: Props) {
  const said = texts.value;
  const [shown, setShown] = useState(PAGE);
  const rows = model.items
    .filter((item) => visible.has(item.id))
    .map((item) => ({ item, value: values.get(item.id) ?? 0 }))
    .sort((one, other) => other.value - one.value);
  return (
    <div class="list">
      <table>
        <caption class="hidden-visually">{said.title}</caption>
        <thead>
          <tr>
            <th scope="col">{said.name}</th>
            <th scope="col">{said.kind}</th>
            {statuses !== null && <th scope="col">{said.status}</th>}
            <th scope="col" class="number">
              {measure}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, shown).map(({ item, value }) => (
            <tr key={item.id}>
              <th scope="row">
                <span class="named">
                  <Mark of={item.look} />
                  <a href={pageOf(item)}>
                    <bdi>{item.name}</bdi>
                  </a>
                </span>
              </th>
              <td>{kindOf(item)}</td>
              {statuses !== null && <td>{item.noun === 'organisation' && <Status of={statuses.get(item.id) ?? 'NONE'} />}</td>}
              <td class="number">{number(value, 3)}</td>
            </tr>
          ))}
        </tbody>
      </table>
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

/** The page of a node, or the map with it selected when it has none. */
export function pageOf(item: Item): string {
  if (item.noun === 'organisation' || item.noun === 'line') return linkTo({ name: item.noun, slug: item.slug });
  return linkHere({ as: 'map', select: `${item.noun}/${item.slug}` });
}

export function kindOf(item: Item): string {
  if (item.helix === null || item.noun !== 'organisation') return codes.value.noun[item.noun];
  const layer = item.layer === null ? '' : ` · ${codes.value.oneLayer[item.layer].toLowerCase()}`;
  return `${codes.value.helix[item.helix]}${layer}`;
}
