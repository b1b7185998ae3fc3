import { Organisation } from '../../parts/named';
import { Status } from '../../parts/status';
import type { CoalitionStatus, TierFragment } from '../../generated/graphql';
import type { Names } from './names';
import type { Difference } from './outcome';
import type { Change } from './scenario';
import { texts } from './words';

type Move = Difference['standings'][number];
type Shift = Difference['coalitions'][number];

/** Members, as the API counts them. */
const MEMBERS: readonly CoalitionStatus[] = ['CONTRIBUTING', 'RATIFIED', 'PLEDGED'];

/** What tells why somebody moves. */
export interface Grounds {
  line: string;
  changes: readonly Change[];
  names: Names;
  shift: Shift | undefined;
  /** Who stands where in the scenario. */
  after: readonly TierFragment['nodes'][number][];
}

/** Who joins, falls away or changes, each with the reason. Who joins comes first, then who falls away. */
export function Moves({ of, grounds }: { of: readonly Move[]; grounds: Grounds }) {
  const said = texts.value;
  if (of.length === 0) return <p class="soft">{said.noMoves}</p>;
  const told = of.map((move) => ({ move, way: wayOf(move) })).sort((one, other) => ORDER.indexOf(one.way) - ORDER.indexOf(other.way));
  return (
    <ul class="plain moves">
      {told.map(({ move, way }) => (
        <li key={move.organisation.slug} class={way}>
          <div class="standing-head">
            <span aria-hidden="true">{SIGNS[way]}</span>
            <Organisation of={move.organisation} />
            <strong>{said[way]}</strong>
            <span>
              {move.before === null ? said.none : <Status of={move.before} />} → <Status of={move.after} />
            </span>
          </div>
          <div class="soft small">
            <Why of={move} grounds={grounds} />
          </div>
        </li>
      ))}
    </ul>
  );
}

type Way = 'joins' | 'falls' | 'moved';
const ORDER: readonly Way[] = ['joins', 'falls', 'moved'];
const SIGNS: Record<Way, string> = { joins: '+', falls: '−', moved: '~' };

/** Whether somebody becomes a member, is one no more, or neither. */
export function wayOf({ before, after }: Move): Way {
  const was = before !== null && MEMBERS.includes(before);
  const is = MEMBERS.includes(after);
  return was === is ? 'moved' : is ? 'joins' : 'falls';
}

function Why({ of, grounds }: { of: Move; grounds: Grounds }) {
  const said = texts.value.because;
  const { slug } = of.organisation;
  const own = grounds.changes.find((change) => isAbout(change, slug, grounds));
  if (own !== undefined) return said[own.kind as keyof typeof said];
  const promised = (promises: Shift['met'] | undefined) => promises?.find(({ organisations }) => organisations.some((one) => one.slug === slug));
  for (const way of ['unmet', 'met'] as const) {
    const promise = promised(grounds.shift?.[way]);
    if (promise === undefined) continue;
    return (
      <>
        {said[way]} <bdi>{promise.condition?.text}</bdi>
      </>
    );
  }
  const missing = grounds.after.find((standing) => standing.organisation.slug === slug)?.missing ?? [];
  if (missing.length > 0) {
    return (
      <>
        {said.missing} <bdi>{missing.map(({ message }) => message).join('; ')}</bdi>
      </>
    );
  }
  return grounds.changes.some(({ kind }) => kind === 'adopts') ? said.adopts : said.other;
}

/** Whether a change is made by this organisation, in this line as far as it names one. */
function isAbout(change: Change, slug: string, { line, names }: Grounds): boolean {
  switch (change.kind) {
    case 'leaves':
    case 'joins': return change.who === slug;
    case 'pledges': return change.who === slug && change.line === line;
    case 'adopts':
    case 'funded': return false;
    default: return names.commitments.get(change.commitment)?.organisations.some((one) => one.slug === slug) ?? false;
  }
}
