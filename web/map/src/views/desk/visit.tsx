import type { DeskPlanQuery } from '../../generated/graphql';
import { date } from '../../words/format';
import { deskCodes } from '../../words/desk';
import { Target, nameOf } from './parts';
import { texts } from './words';

export type Schedule = NonNullable<DeskPlanQuery['network']['publicAffairs']>['schedule'];
export type Visit = Schedule['planned'][number];

/** What a visit is for: whom to talk to, or through whom to be introduced to whom. */
export function With({ of }: { of: Omit<Visit, 'preference' | 'after' | 'followUp'> }) {
  const codes = deskCodes.value;
  // Somebody may be a target of several topics: one name says it, and a topic is told when it is the only one.
  const targets = of.targets.filter((target, at) => of.targets.findIndex((other) => nameOf(other) === nameOf(target)) === at);
  const topics = new Map(of.targets.flatMap(({ topic }) => (topic === null ? [] : [[topic.slug, topic.title]])));
  return (
    <>
      <span class="tag">{codes.purpose[of.purpose]}</span>{' '}
      {of.person !== null && of.purpose === 'INTRODUCTION' && (
        <>
          <bdi>{of.person.name}</bdi> <span aria-hidden="true">→</span>{' '}
        </>
      )}
      {targets.map((target, index) => (
        <span key={target.id}>
          {index > 0 && ', '}
          <Target of={target} />
          {of.purpose === 'TALK' && of.person !== null && of.person.id !== target.person?.id && (
            <>
              {' '}
              (<bdi>{of.person.name}</bdi>)
            </>
          )}
        </span>
      ))}
      {topics.size === 1 && (
        <div class="soft small">
          <bdi>{[...topics.values()][0]}</bdi>
        </div>
      )}
    </>
  );
}

/** Before which decision, and when talking helps. */
export function Before({ of: { window } }: { of: Pick<Visit, 'window'> }) {
  return (
    <>
      <bdi>{window.decisionMoment.title}</bdi>
      <div class="soft small">
        {deskCodes.value.stage[window.kind]} {date(window.day)}; {texts.value.helps(date(window.first), date(window.last))}
      </div>
    </>
  );
}
