import type { DeskPlanQuery } from '../../generated/graphql';
import { date } from '../../words/format';
import { Target } from './parts';
import { deskCodes, texts } from './words';

export type Schedule = NonNullable<DeskPlanQuery['network']['publicAffairs']>['schedule'];
export type Visit = Schedule['planned'][number];

/** What a visit is for: whom to talk to, or through whom to be introduced to whom. */
export function With({ of }: { of: Omit<Visit, 'preference' | 'after' | 'followUp'> }) {
  const codes = deskCodes.value;
  return (
    <>
      <span class="tag">{codes.purpose[of.purpose]}</span>{' '}
      {of.person !== null && of.purpose === 'INTRODUCTION' && (
        <>
          <bdi>{of.person.name}</bdi> <span aria-hidden="true">→</span>{' '}
        </>
      )}
      {of.targets.map((target, index) => (
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
      {of.targets.slice(0, 1).map(({ topic }) => topic !== null && (
        <div key={topic.slug} class="soft small">
          <bdi>{topic.title}</bdi>
        </div>
      ))}
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
