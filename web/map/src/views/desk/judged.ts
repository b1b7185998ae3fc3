import type { DeskTargetsQuery } from '../../generated/graphql';
import type { TargetOrder } from '../../settings';
import { words } from '../../words';
import { deskCodes } from '../../words/desk';
import { firstDay } from './days';
import { nameOf } from './parts';

type Answered = NonNullable<DeskTargetsQuery['network']['publicAffairs']>['targets']['nodes'][number];

/** A target with its last judgement and its talks around today. */
export interface Judged {
  of: Answered;
  name: string;
  influence: number | null;
  interest: number | null;
  position: number | null;
  seen: string | null;
  next: string | null;
}

/** What the last judgement and the talks say of each target. */
export function judged(targets: readonly Answered[], today: string): Judged[] {
  return targets.map((of) => {
    const last = latest(of.assessments);
    const days = (status: string) => of.contactMoments.filter((talk) => talk.status === status).map((talk) => talk.date).sort();
    return {
      of,
      name: nameOf(of),
      influence: last?.influence ?? null,
      interest: last?.interest ?? null,
      position: last?.position ?? null,
      seen: days('HELD').at(-1) ?? null,
      next: days('PLANNED').find((date) => (firstDay(date) ?? '') >= today) ?? null,
    };
  });
}

/** The judgement with the last date. */
export function latest<Of extends { date: string }>(assessments: readonly Of[]): Of | undefined {
  return [...assessments].sort((one, other) => (firstDay(one.date) ?? '').localeCompare(firstDay(other.date) ?? '')).at(-1);
}

const RIGHTS = ['DECIDES', 'ADVISES', 'PREPARES', 'NONE'];

/** Sorts targets; what is not known comes last, who was never seen comes first. */
export function sorted(targets: readonly Judged[], order: TargetOrder): Judged[] {
  const { compare } = new Intl.Collator(words.value.locale);
  const most = (of: (one: Judged) => number | null) => (one: Judged, other: Judged) => (of(other) ?? -9) - (of(one) ?? -9);
  const by: Record<TargetOrder, (one: Judged, other: Judged) => number> = {
    name: () => 0,
    topic: (one, other) => compare(one.of.topic?.title ?? '', other.of.topic?.title ?? ''),
    right: (one, other) => RIGHTS.indexOf(one.of.decisionRight) - RIGHTS.indexOf(other.of.decisionRight),
    influence: (one, other) => most((of) => of.influence)(one, other) || most((of) => of.interest)(one, other),
    interest: (one, other) => most((of) => of.interest)(one, other) || most((of) => of.influence)(one, other),
    position: most((of) => of.position),
    seen: (one, other) => (one.seen ?? '').localeCompare(other.seen ?? ''),
  };
  return [...targets].sort((one, other) => by[order](one, other) || compare(one.name, other.name));
}

/** In which of the quadrants. */
export function quadrantOf({ of }: Judged): string {
  return of.quadrant === null ? '–' : deskCodes.value.quadrant[of.quadrant];
}
