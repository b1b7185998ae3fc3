import { viewArguments } from '../../address';
import { useWhole } from '../../api/whole';
import { type DeskTalkFragment, type DeskTalksQuery, DeskTalksDocument } from '../../generated/graphql';
import { daysBetween, firstDay } from './days';
import type { Schedule, Visit } from './visit';

/** An introduction that a plan wishes for. */
type Wished = Pick<Visit['after'][number], 'owner' | 'person'> & { window: { first: string } };

/** The talk on the agenda, or held not long before the window opens, in which somebody can be asked to introduce us; null: there is none. */
export type Introduced = (wished: Wished) => DeskTalkFragment | null;

const talksOf = (data: DeskTalksQuery) => data.network.publicAffairs?.contactMoments ?? null;

/** Which introductions of a plan are there already: it wishes for them until the talks that they serve are there. Null: not known yet. */
export function useIntroduced({ rules }: Schedule): Introduced | null {
  const planned = useWhole(DeskTalksDocument, { status: 'PLANNED', ...viewArguments.value }, talksOf);
  const held = useWhole(DeskTalksDocument, { status: 'HELD', ...viewArguments.value }, talksOf);
  if (planned.first === null || held.first === null) return null;
  return ({ owner, person, window }) => {
    // It does not reach the target itself.
    const is = ({ target, ourPersons, theirPersons }: DeskTalkFragment) =>
      target === null && ourPersons.some(({ id }) => id === owner.id) && theirPersons.some(({ id }) => id === person?.id);
    const isRecent = ({ date }: DeskTalkFragment) => daysBetween(firstDay(date) ?? '', window.first) <= rules.introductionLeadDays;
    return planned.nodes.find(is) ?? held.nodes.find((talk) => is(talk) && isRecent(talk)) ?? null;
  };
}
