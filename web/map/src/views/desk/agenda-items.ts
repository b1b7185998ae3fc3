import type { DeskAgendaQuery, DeskFollowUpFragment, DeskTalkFragment, DeskTalksQuery, StageKind } from '../../generated/graphql';
import { daysBetween, firstDay } from './days';

/** A talk with what was promised then. */
export type TalkHeld = NonNullable<DeskTalksQuery['network']['publicAffairs']>['contactMoments']['nodes'][number];
type Affairs = NonNullable<DeskAgendaQuery['network']['publicAffairs']> & { planned: TalkHeld[]; held: TalkHeld[] };

/** Something that asks for attention, and the day by which. */
export type Item = { key: string; day: string; topics: readonly string[] } & (
  | { kind: 'conflict'; of: Affairs['oneVoiceConflicts'][number] }
  | { kind: 'unheld'; of: DeskTalkFragment }
  | { kind: 'talk'; of: DeskTalkFragment }
  | { kind: 'action'; of: DeskFollowUpFragment; talk: DeskTalkFragment }
  | { kind: 'open'; of: Affairs['targetsWithoutPlannedContact'][number] }
  | { kind: 'stage'; of: Affairs['decisionMoments'][number]; stage: StageKind; date: string }
);

export const SPANS = ['late', 'week', 'month', 'later'] as const;
export type Span = (typeof SPANS)[number];

/** How soon something is wanted: late is what should have been done before today, and what is wrong already. */
export function spanOf(item: Item, today: string): Span {
  const days = daysBetween(today, item.day);
  if (days < 0 || item.kind === 'conflict') return 'late';
  return days <= 7 ? 'week' : days <= 30 ? 'month' : 'later';
}

/** All that is coming or late, the most urgent first. */
export function itemsOf(affairs: Affairs, today: string, topic: string | null): Item[] {
  const items: Item[] = [];
  const topicOf = (of: { topic: { slug: string } | null }) => (of.topic === null ? [] : [of.topic.slug]);
  for (const conflict of affairs.oneVoiceConflicts) {
    items.push({ kind: 'conflict', key: `${conflict.earlier.id} ${conflict.later.id}`, day: today, topics: topicOf(conflict), of: conflict });
  }
  for (const talk of affairs.planned) {
    const day = firstDay(talk.date);
    if (day !== null) items.push({ kind: day < today ? 'unheld' : 'talk', key: talk.id, day, topics: topicOf(talk), of: talk });
  }
  for (const talk of affairs.held) {
    for (const action of talk.followUps) {
      const day = firstDay(action.due);
      if (day !== null && action.doneOn === null) items.push({ kind: 'action', key: action.id, day, topics: topicOf(talk), of: action, talk });
    }
  }
  const seen = new Set<string>();
  for (const open of affairs.targetsWithoutPlannedContact) {
    // The list begins with what closes first; what comes after it for the same target can wait.
    if (seen.has(open.target.id)) continue;
    seen.add(open.target.id);
    items.push({ kind: 'open', key: `open ${open.target.id}`, day: open.window.last, topics: topicOf(open.target), of: open });
  }
  for (const moment of affairs.decisionMoments) {
    const stages = moment.stages.length > 0 ? moment.stages : [{ id: moment.id, kind: 'COUNCIL' as const, date: moment.date }];
    for (const { id, kind, date } of stages) {
      const day = firstDay(date);
      if (day === null || day < today) continue;
      items.push({ kind: 'stage', key: id, day, topics: moment.topics.map(({ slug }) => slug), of: moment, stage: kind, date });
    }
  }
  return items
    .filter((item) => topic === null || item.topics.includes(topic))
    .sort((one, other) => rank(one) - rank(other) || one.day.localeCompare(other.day));
}

function rank(item: Item): number {
  return item.kind === 'conflict' ? 0 : 1;
}
