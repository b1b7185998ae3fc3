import { viewArguments } from '../../address';
import { useAnswer } from '../../api/answer';
import { type DeskTargetQuery, DeskTargetDocument } from '../../generated/graphql';
import { Sources, When } from '../../parts/evidence';
import { Organisation } from '../../parts/named';
import { Answered, Empty } from '../../parts/states';
import { words } from '../../words';
import { number, partialDate } from '../../words/format';
import { deskCodes } from '../../words/desk';
import { firstDay } from './days';
import { latest } from './judged';
import { useMayChange } from './may-change';
import { OnlyUs, People, Stance, Talk, linkToDesk, nameOf } from './parts';
import { Routes } from './routes';
import { TalkWays, type Way, Ways } from './ways';
import { texts } from './words';

type AnsweredTarget = Extract<NonNullable<DeskTargetQuery['network']['fact']>, { __typename: 'Target' }>;

/** One target: who it is, where it stands, what it decides, what was said to it, and who introduces us. */
export function Target({ id }: { id: string }) {
  const said = texts.value;
  const asked = useAnswer(DeskTargetDocument, { id, ...viewArguments.value });
  return (
    <>
      <p>
        <a href={linkToDesk({ part: 'targets' })}>← {said.back}</a>
      </p>
      <Answered asked={asked}>
        {({ network: { fact, validAt } }) =>
          fact?.__typename === 'Target' ? <Page of={fact} today={validAt} /> : <Empty title={said.goneTarget} help={said.goneTargetHelp} />
        }
      </Answered>
    </>
  );
}

function Page({ of, today }: { of: AnsweredTarget; today: string }) {
  const said = texts.value;
  const mayChange = useMayChange();
  const ours = mayChange(of.holder);
  const talks = [...of.contactMoments].sort((one, other) => other.date.localeCompare(one.date));
  return (
    <>
      <header>
        <h2 class="big">
          <bdi>{nameOf(of)}</bdi> <OnlyUs of={of.audience} />
        </h2>
        {of.topic !== null && (
          <p class="soft">
            <bdi>{of.topic.title}</bdi>
          </p>
        )}
        <div class="actions">
          <a class="button primary" href={linkToDesk({ part: 'follow-ups', target: of.id })}>
            {said.logTalk}
          </a>
        </div>
        <Ways
          about={nameOf(of)}
          of={[
            { verb: 'assessTarget', of: of.id, said: said.ways.judge },
            ...(ours ? [{ verb: 'correctTarget' as const, of: of.id, said: said.ways.change }] : []),
          ]}
          theirs={ours ? null : of.holder}
          more={[
            ...(of.person === null ? [] : [{ verb: 'recordPersonContact' as const, of: of.person.slug, said: said.ways.reach }]),
            ...(ours ? [{ verb: 'removeTarget' as const, of: of.id, said: said.ways.remove }] : []),
          ]}
        />
      </header>
      <div class="two">
        <Facts of={of} />
        <Judgement of={of} />
      </div>
      <Routes to={of.id}>
        <Ways about={nameOf(of)} of={[{ verb: 'declareTie', ...(of.person !== null && { of: of.person.slug }), said: said.ways.tie }]} />
      </Routes>
      <section class="panel" aria-labelledby="decisions">
        <h3 id="decisions">{said.decisions}</h3>
        <Decisions of={of} today={today} />
        <Ways about={said.decisions} of={[{ verb: 'recordDecisionMoment', ...(of.topic !== null && { topic: of.topic.slug }), said: said.ways.addMoment }]} />
      </section>
      <section class="panel" aria-labelledby="talks">
        <h3 id="talks">
          {said.talks} <span class="count">({number(talks.length)})</span>
        </h3>
        {talks.length === 0 && <p class="soft">{said.noTalks}</p>}
        <ol class="plain standings">
          {talks.map((talk) => (
            <li key={talk.id}>
              <Talk of={talk}>
                {talk.followUps.map((one) => (
                  <div key={one.id} class="small">
                    {said.promised}: <bdi>{one.text}</bdi>, <People of={one.owner === null ? [] : [one.owner]} />,{' '}
                    {one.doneOn === null ? <When date={one.due} /> : said.doneOn(partialDate(one.doneOn))}
                    <Ways
                      about={one.text}
                      theirs={mayChange(one.holder) ? null : one.holder}
                      of={mayChange(one.holder) ? [{ verb: 'correctFollowUp', of: one.id, said: said.ways.change }] : []}
                    />
                  </div>
                ))}
                <TalkWays of={talk} />
              </Talk>
            </li>
          ))}
        </ol>
      </section>
      <section class="panel" aria-labelledby="sources">
        <h3 id="sources">{words.value.evidence.source}</h3>
        <Sources of={of.sources} />
      </section>
    </>
  );
}

function Facts({ of }: { of: AnsweredTarget }) {
  const said = texts.value;
  const mayChange = useMayChange();
  const codes = deskCodes.value;
  return (
    <section class="panel" aria-labelledby="facts">
      <h3 id="facts">{said.facts}</h3>
      <dl class="facts-list">
        {of.person !== null && of.person.offices.length > 0 && (
          <>
            <dt>{said.offices}</dt>
            <dd>
              {of.person.offices.map((office) => (
                <div key={office.id}>
                  <bdi>{office.label}</bdi>
                  {office.organisation !== null && (
                    <>
                      , <Organisation of={office.organisation} />
                    </>
                  )}
                </div>
              ))}
            </dd>
          </>
        )}
        {of.person !== null && of.person.contacts.length > 0 && (
          <>
            <dt>{said.reached}</dt>
            <dd>
              {of.person.contacts.map((contact) => (
                <div key={contact.id}>
                  {codes.contact[contact.kind]}: <bdi>{contact.value}</bdi> <OnlyUs of={contact.audience} />
                  {mayChange(contact.holder) && <Ways about={contact.value} of={[{ verb: 'correctPersonContact', of: contact.id, said: said.ways.change }]} />}
                </div>
              ))}
            </dd>
          </>
        )}
        {of.topic !== null && (
          <>
            <dt>{said.ask}</dt>
            <dd>
              <bdi>{of.topic.ask}</bdi>
            </dd>
          </>
        )}
        <dt>{codes.order.right}</dt>
        <dd>{codes.right[of.decisionRight]}</dd>
        <dt>{said.value}</dt>
        <dd>{said.ofFive(of.value)}</dd>
        {of.holder !== null && (
          <>
            <dt>{said.holder}</dt>
            <dd>
              <Organisation of={of.holder} />
            </dd>
          </>
        )}
        {of.note !== null && (
          <>
            <dt>{said.remark}</dt>
            <dd>
              <bdi>{of.note}</bdi>
            </dd>
          </>
        )}
      </dl>
    </section>
  );
}

/** What people say of its influence, interest and stance, and what the network says of its influence. */
function Judgement({ of }: { of: AnsweredTarget }) {
  const said = texts.value;
  const { influence } = of;
  const last = latest(of.assessments);
  const gap = influence.gap === null ? 0 : Math.round(influence.gap);
  return (
    <section class="panel" aria-labelledby="judged">
      <h3 id="judged">{said.judged}</h3>
      {last === undefined ? (
        <p class="soft">{said.unjudgedYet}</p>
      ) : (
        <div class="scrolls" tabIndex={0} role="group" aria-labelledby="judged">
          <table>
            <thead>
              <tr>
                <th scope="col">{said.judgedOn}</th>
                <th scope="col">{said.influence}</th>
                <th scope="col">{said.interest}</th>
                <th scope="col">{said.stances}</th>
              </tr>
            </thead>
            <tbody>
              {[...of.assessments].sort((one, other) => other.date.localeCompare(one.date)).map((one) => (
                <tr key={one.id}>
                  <th scope="row">
                    <When date={one.date} /> <OnlyUs of={one.audience} />
                  </th>
                  <td>{one.influence}</td>
                  <td>{one.interest}</td>
                  <td>
                    <Stance of={one.position} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {of.quadrant !== null && (
        <p>
          <strong>{deskCodes.value.quadrant[of.quadrant]}</strong>: {deskCodes.value.quadrantHelp[of.quadrant]}
        </p>
      )}
      <p>
        {said.computed}: <strong>{said.points(number(influence.points))}</strong>{' '}
        <span class="soft">({said.parts3(number(influence.right), number(influence.place), number(influence.deciders))})</span>
      </p>
      {gap >= 15 && <p>{said.underrated(number(gap))}</p>}
      {gap <= -15 && <p>{said.overrated(number(-gap))}</p>}
      {influence.knownDeciders.length > 0 && (
        <p>
          {said.knows}: <People of={influence.knownDeciders} />
        </p>
      )}
    </section>
  );
}

function Decisions({ of, today }: { of: AnsweredTarget; today: string }) {
  const said = texts.value;
  const mayChange = useMayChange();
  const moments = of.topic?.decisionMoments ?? [];
  if (moments.length === 0) return <p class="soft">{said.noDecisions}</p>;
  return (
    <ul class="plain reasons">
      {moments.map((moment) => (
        <li key={moment.id}>
          <strong>
            <bdi>{moment.title}</bdi>
          </strong>
          {moment.body !== null && (
            <span class="soft">
              {' '}
              <bdi>{moment.body.name}</bdi>
            </span>
          )}
          <ol class="plain stages">
            {[...moment.stages].sort((one, other) => one.date.localeCompare(other.date)).map((stage) => (
              <li key={stage.id} class={(firstDay(stage.date) ?? today) < today ? 'ended' : undefined}>
                <When date={stage.date} /> {deskCodes.value.stage[stage.kind]}
                {(firstDay(stage.date) ?? today) < today && <span class="tag">{said.past}</span>}
              </li>
            ))}
          </ol>
          <Ways
            about={moment.title}
            of={[
              { verb: 'recordDecisionStage', of: moment.id, said: said.ways.addStage },
              ...(mayChange(moment.holder) ? [{ verb: 'correctDecisionMoment' as const, of: moment.id, said: said.ways.change }] : []),
            ]}
            theirs={mayChange(moment.holder) ? null : moment.holder}
            more={moment.stages.filter(({ holder }) => mayChange(holder)).map((stage): Way => ({
              verb: 'correctDecisionStage', of: stage.id, said: said.ways.changeStage(`${deskCodes.value.stage[stage.kind]}, ${partialDate(stage.date)}`),
            }))}
          />
        </li>
      ))}
    </ul>
  );
}
