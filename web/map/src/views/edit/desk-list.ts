import { viewArguments } from '../../address';
import { useAnswer } from '../../api/answer';
import type { Pages } from '../../api/pages';
import { useWhole } from '../../api/whole';
import { EditListTalksDocument, EditListTargetsDocument, EditListTopicsDocument, EditListWithoutPagesDocument } from '../../generated/edit/graphql';
import type { Failure } from '../../api/failure';
import type { Chosen } from './draft';
import { type Row, joined, lineOf, rowsIn } from './rows';
import type { Noun } from './shape';

/** Nouns that are found on the desk: by themselves, or at what they belong to. */
export const ON_DESK = ['Topic', 'Target', 'Assessment', 'DecisionMoment', 'DecisionStage', 'Preference', 'Tie', 'ContactMoment', 'ContactNote', 'FollowUp'] as const satisfies Noun[];
export type OnDesk = (typeof ON_DESK)[number];

/** All of a noun that somebody may see on the desk; null as long as nobody knows. `longer` are lists that go on. */
export interface DeskList {
  rows: Chosen[] | null;
  longer: Pages<unknown>[];
  failure: Failure | null;
  again: () => void;
}

export function useDeskList(noun: OnDesk): DeskList {
  const { lang } = viewArguments.value;
  const is = (...wanted: OnDesk[]) => wanted.includes(noun);
  const topics = useWhole(EditListTopicsDocument, is('Topic') ? { lang } : null, (data) => data.network.publicAffairs?.topics ?? null);
  const targets = useWhole(EditListTargetsDocument, is('Target', 'Assessment') ? { lang, assessments: is('Assessment') } : null, (data) => data.network.publicAffairs?.targets ?? null);
  const talks = useWhole(
    EditListTalksDocument,
    is('ContactMoment', 'ContactNote', 'FollowUp') ? { lang, notes: is('ContactNote'), followUps: is('FollowUp') } : null,
    (data) => data.network.publicAffairs?.contactMoments ?? null,
  );
  const others = useAnswer(
    EditListWithoutPagesDocument,
    is('DecisionMoment', 'DecisionStage', 'Tie', 'Preference')
      ? { lang, decisions: is('DecisionMoment', 'DecisionStage'), stages: is('DecisionStage'), ties: is('Tie'), preferences: is('Preference') }
      : null,
  );
  const lists: Pages<unknown>[] = [topics, targets, talks];
  const affairs = others.data?.network.publicAffairs ?? null;
  // The latest talk is the likeliest.
  const found: unknown[] = [...topics.nodes, ...targets.nodes, ...[...talks.nodes].reverse(), ...(affairs === null ? [] : Object.values(affairs).flat())];
  const failed = [...lists, others].find(({ failure }) => failure !== null);
  const here = lists.some(({ totalCount }) => totalCount !== null) || others.data !== null;
  return {
    rows: here ? found.flatMap((one) => told(one as Row, noun)) : null,
    longer: lists.filter(({ hasMore, loading }) => hasMore && !loading),
    failure: failed?.failure ?? null,
    again: () => failed?.again(),
  };
}

/** What is of the noun, and what belongs to it with what it belongs to. */
function told(one: Row, noun: Noun): Chosen[] {
  if (one.__typename === noun) return [{ id: one.id, name: lineOf(one) }];
  return rowsIn(one).filter((row) => row.__typename === noun).map((row) => ({ id: row.id, name: joined(lineOf(row), lineOf(one)) }));
}

/** The topic that an address names, among those that somebody may see; null when there is none. */
export function useTopic(slug: string | null): { found: Chosen | null; loading: boolean } {
  const { lang } = viewArguments.value;
  const topics = useWhole(EditListTopicsDocument, slug === null ? null : { lang }, (data) => data.network.publicAffairs?.topics ?? null);
  const found = topics.nodes.find((topic) => topic.slug === slug);
  const waits = topics.failure === null && (topics.first === null || topics.hasMore);
  return { found: found === undefined ? null : { id: found.id, name: lineOf(found as Row) }, loading: slug !== null && found === undefined && waits };
}
