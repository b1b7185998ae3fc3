import { state, viewArguments } from '../../address';
import { useAnswer } from '../../api/answer';
import { type DeskWarningsQuery, DeskWarningsDocument } from '../../generated/graphql';
import { When } from '../../parts/evidence';
import { Organisation } from '../../parts/named';
import { Answered } from '../../parts/states';
import { number } from '../../words/format';
import { Stance, Talk, Target, linkToDesk } from './parts';
import { texts } from './words';

type Affairs = NonNullable<DeskWarningsQuery['network']['publicAffairs']>;

/** Where partners cross each other and what to do about it, and whom nobody has seen for long. */
export function Warnings() {
  const asked = useAnswer(DeskWarningsDocument, viewArguments.value);
  const { topic } = state.value;
  const about = (one: { topic: { slug: string } | null }) => topic === null || one.topic?.slug === topic;
  return (
    <Answered asked={asked}>
      {({ network: { publicAffairs } }) =>
        publicAffairs !== null && (
          <>
            <Conflicts of={publicAffairs.oneVoiceConflicts.filter(about)} />
            <Doubles of={publicAffairs.doubleContacts.filter(({ later }) => about(later))} />
            <Stale of={publicAffairs.staleTargets.filter(about)} />
          </>
        )
      }
    </Answered>
  );
}

function Conflicts({ of }: { of: Affairs['oneVoiceConflicts'] }) {
  const said = texts.value;
  return (
    <section class="panel" aria-labelledby="conflicts">
      <h2 id="conflicts">
        {said.conflicts} <span class="count">({number(of.length)})</span>
      </h2>
      <p class="help">{of.length === 0 ? said.conflictsNone : said.conflictsHelp}</p>
      <ul class="plain standings">
        {of.map((one) => (
          <li key={`${one.earlier.id} ${one.later.id}`}>
            <div class="standing-head">
              <strong>{one.target === null ? said.somebody : <Target of={one.target} />}</strong>
              {one.topic !== null && (
                <span>
                  <bdi>{one.topic.title}</bdi>
                </span>
              )}
              <span class="soft">{said.daysApart(one.daysApart)}</span>
            </div>
            <p class="todo">
              {said.call} {one.earlierPartner === null ? said.another : <Organisation of={one.earlierPartner} />} {said.callWhy}
            </p>
            <div class="two">
              {([[said.saidFirst, one.earlier], [said.saidThen, one.later]] as const).map(([when, talk]) => (
                <div key={when}>
                  <h3>{when}</h3>
                  <Talk of={talk}>
                    <Stance of={talk.position} />
                  </Talk>
                </div>
              ))}
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Doubles({ of }: { of: Affairs['doubleContacts'] }) {
  const said = texts.value;
  return (
    <section class="panel" aria-labelledby="doubles">
      <h2 id="doubles">
        {said.doubles} <span class="count">({number(of.length)})</span>
      </h2>
      <p class="help">{of.length === 0 ? said.doublesNone : said.doublesHelp}</p>
      <ul class="plain standings">
        {of.map((one) => (
          <li key={`${one.earlier.id} ${one.later.id}`}>
            <div class="standing-head">
              <strong>{one.later.target === null ? said.somebody : <Target of={one.later.target} />}</strong>
              <span class="soft">{said.daysApart(one.daysApart)}</span>
            </div>
            <div class="two">
              <Talk of={one.earlier} />
              <Talk of={one.later} />
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Stale({ of }: { of: Affairs['staleTargets'] }) {
  const said = texts.value;
  return (
    <section class="panel" aria-labelledby="stale">
      <h2 id="stale">
        {said.stale} <span class="count">({number(of.length)})</span>
      </h2>
      <p class="help">{of.length === 0 ? said.staleNone : said.staleHelp}</p>
      <ul class="plain agenda-short">
        {of.map((target) => {
          const last = target.contactMoments.filter(({ status }) => status === 'HELD').map(({ date }) => date).sort().at(-1);
          return (
            <li key={target.id}>
              <span>
                <Target of={target} />
                {target.topic !== null && (
                  <span class="soft small">
                    {' '}
                    <bdi>{target.topic.title}</bdi>
                  </span>
                )}
              </span>
              {last === undefined ? <span class="late">{said.neverSeen}</span> : <When date={last} />}
              <a href={linkToDesk({ part: 'follow-ups', target: target.id })}>{said.logTalk}</a>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
