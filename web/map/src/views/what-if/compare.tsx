import { HELICES } from '../../settings';
import type { SideFragment } from '../../generated/graphql';
import { Mark } from '../../parts/mark';
import { codes } from '../../words';
import { amount, euros, number } from '../../words/format';
import { texts } from './words';

interface Compared {
  name: preact.ComponentChildren;
  before: number;
  after: number;
  show: (value: number) => string;
  /** Whether more is better (1) or worse (−1); 0: neither. */
  better: -1 | 0 | 1;
}

/** A coalition today and in the scenario, in numbers. */
export function Compare({ before, after, line }: { before: SideFragment; after: SideFragment; line: string }) {
  const said = texts.value;
  return (
    <div class="scrolls" tabIndex={0} role="region" aria-label={said.numbers(line)}>
      <table class="compare">
        <thead>
          <tr>
            <th scope="col">{said.what}</th>
            <th scope="col" class="number">{said.today}</th>
            <th scope="col" class="number">{said.then}</th>
            <th scope="col" class="number">{said.difference}</th>
          </tr>
        </thead>
        <tbody>
          {rowsOf(before, after).map((row, at) => (
            <tr key={at} class={row.before === row.after ? 'same' : undefined}>
              <th scope="row">{row.name}</th>
              <td class="number">{row.show(row.before)}</td>
              <td class="number">{row.show(row.after)}</td>
              <td class="number">
                <Difference of={row} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Difference({ of: { before, after, show, better } }: { of: Compared }) {
  if (before === after) return <span class="soft">–</span>;
  const way = Math.sign(after - before) * better;
  return (
    <strong class={way === 0 ? undefined : way > 0 ? 'better' : 'worse'}>
      <span aria-hidden="true">{after > before ? '▲ ' : '▼ '}</span>
      {after > before ? '+' : '−'}
      {show(Math.abs(after - before))}
    </strong>
  );
}

function rowsOf(before: SideFragment, after: SideFragment): Compared[] {
  const said = texts.value;
  const tier = codes.value.tier;
  const plain = (name: preact.ComponentChildren, of: (side: SideFragment) => number, better: Compared['better'] = 1): Compared =>
    ({ name, before: of(before), after: of(after), show: number, better });
  // Nobody today and nobody then says nothing; of the O's it says what is missing.
  const some = (rows: Compared[]) => rows.filter((row) => row.before !== 0 || row.after !== 0);
  return [
    plain(<strong>{said.member}</strong>, (side) => side.size),
    ...some([
      plain(tier.CORE, (side) => side.core.totalCount),
      plain(tier.WILLING, (side) => side.willing.totalCount),
      plain(tier.PROSPECT, (side) => side.prospect.totalCount, 0),
    ]),
    ...HELICES.map((helix) =>
      plain(
        <span class="named">
          <Mark of={helix} />
          {codes.value.helix[helix]}
        </span>,
        (side) => side.helixBalance.shares.find((share) => share.helix === helix)?.count ?? 0,
      ),
    ),
    ...some([
      ...contributed(before, after),
      plain(said.offers.certain, (side) => side.closure.certain.totalCount),
      plain(said.offers.together, (side) => side.closure.together.totalCount, 0),
      plain(said.offers.blocked, (side) => side.closure.blocked.totalCount, -1),
      { ...plain(said.offers.sum, (side) => Number(side.closure.greatestSum.amount)), show: (value) => euros(value.toFixed(2)) },
    ]),
  ];
}

/** What members bring, a row for what is pledged and one for what of it is ratified. Of other means than money only what differs. */
function contributed(before: SideFragment, after: SideFragment): Compared[] {
  const said = texts.value;
  const keyOf = ({ kind, unit, per }: SideFragment['contributions'][number]) => `${kind} ${unit} ${per}`;
  const all = new Map([...before.contributions, ...after.contributions].filter(({ unit }) => unit !== null).map((one) => [keyOf(one), one]));
  const rows = [...all].flatMap(([key, { kind, unit, per }]) =>
    (['pledged', 'ratified'] as const).map((state) => {
      const of = (side: SideFragment) => Number(side.contributions.find((one) => keyOf(one) === key)?.[state] ?? 0);
      const show = (value: number) => amount(value.toFixed(3), unit === 'hour' ? said.units.EXPERTISE : unit, per);
      const row: Compared = { name: `${codes.value.contribution[kind]}, ${said[state]}`, before: of(before), after: of(after), show, better: 1 };
      return { row, always: kind === 'BUDGET' && per === null };
    }),
  );
  return rows.filter(({ row, always }) => always || row.before !== row.after).map(({ row }) => row);
}
