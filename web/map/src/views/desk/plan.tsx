import { change, state, viewArguments } from '../../address';
import { useAnswer } from '../../api/answer';
import { type DeskPlanQuery, DeskPlanDocument } from '../../generated/graphql';
import { When } from '../../parts/evidence';
import { save } from '../../parts/save';
import { Answered } from '../../parts/states';
import { dayOf } from '../../settings';
import { date, number, percent } from '../../words/format';
import { weekday } from './days';
import { People, Target } from './parts';
import { Moved, Unplanned } from './plan-rest';
import { PlanIt } from './plan-it';
import { deskCodes, texts } from './words';

export type Schedule = NonNullable<DeskPlanQuery['network']['publicAffairs']>['schedule'];
export type Visit = Schedule['planned'][number];

/** Who speaks to whom when, as the server computes it; what finds no day and why; what is settled already. */
export function Plan() {
  const { topic, recess, replan } = state.value;
  const [first, last] = recess?.split('/') ?? [];
  const input = {
    ...(topic !== null && { topics: [topic] }),
    ...(first !== undefined && last !== undefined && { recesses: [{ first, last }] }),
    replan: replan === 'yes',
  };
  const asked = useAnswer(DeskPlanDocument, { input, ...viewArguments.value });
  return (
    <>
      <Wishes />
      <Answered asked={asked}>
        {({ network: { publicAffairs } }) => {
          if (publicAffairs === null) return null;
          const { schedule } = publicAffairs;
          return (
            <div class={asked.loading ? 'parts-of-plan stale' : 'parts-of-plan'} aria-busy={asked.loading}>
              {replan === 'yes' && <Moved of={schedule} />}
              <Planned of={schedule} />
              <Unplanned of={schedule} />
              <InPlace of={schedule} />
            </div>
          );
        }}
      </Answered>
    </>
  );
}

/** What the plan keeps to, beside what the server always keeps to. */
function Wishes() {
  const said = texts.value;
  const { recess, replan } = state.value;
  const [first = '', last = ''] = recess?.split('/') ?? [];
  const to = (wanted: { first?: string; last?: string }) => {
    const from = dayOf(wanted.first ?? first) ?? dayOf(wanted.last ?? '');
    const until = dayOf(wanted.last ?? last) ?? from;
    if (from !== null && until !== null) change({ recess: from <= until ? `${from}/${until}` : `${from}/${from}` });
  };
  return (
    <section class="panel" aria-labelledby="wishes">
      <h2 id="wishes">{said.settings}</h2>
      <p class="help">{said.planHelp}</p>
      <div class="wishes">
        <label class="inline">
          {said.recessFrom}
          <input type="date" value={first} onChange={(event) => to({ first: event.currentTarget.value })} />
        </label>
        <label class="inline">
          {said.recessTo}
          <input type="date" value={last} min={first} onChange={(event) => to({ last: event.currentTarget.value })} />
        </label>
        {recess !== null && (
          <button type="button" onClick={() => change({ recess: null })}>
            {said.noRecess}
          </button>
        )}
        <label class="inline">
          <input type="checkbox" checked={replan === 'yes'} onChange={(event) => change({ replan: event.currentTarget.checked ? 'yes' : null })} />
          {said.replan}
        </label>
      </div>
    </section>
  );
}

function Planned({ of }: { of: Schedule }) {
  const said = texts.value;
  const { spacingDays, perWeek, perDay } = of.rules;
  const visits = [...of.planned].sort((one, other) => (one.first ?? '').localeCompare(other.first ?? ''));
  return (
    <section class="panel" aria-labelledby="planned">
      <h2 id="planned">
        {said.planned} <span class="count">({number(visits.length)})</span>
      </h2>
      <p class="help">{said.rules(spacingDays, perWeek, perDay)}</p>
      {visits.length === 0 ? (
        <p>{said.plannedNone}</p>
      ) : (
        <>
          <div class="scrolls" tabIndex={0} role="group" aria-labelledby="planned">
            <table>
              <thead>
                <tr>
                  <th scope="col">{said.dayOf}</th>
                  <th scope="col">{said.who}</th>
                  <th scope="col">{said.whom}</th>
                  <th scope="col">{said.before}</th>
                  <th scope="col" class="number">{said.chance}</th>
                  <th scope="col">{said.slack}</th>
                  <th scope="col">{said.agendaColumn}</th>
                </tr>
              </thead>
              <tbody>
                {visits.map((visit, index) => (
                  <Row key={index} of={visit} />
                ))}
              </tbody>
            </table>
          </div>
          <Download text={of.calendar} />
        </>
      )}
    </section>
  );
}

function Row({ of }: { of: Visit }) {
  const said = texts.value;
  const codes = deskCodes.value;
  return (
    <tr>
      <th scope="row" class="day">
        {of.first !== null && weekday(of.first)}
        {of.last !== null && of.last !== of.first && ` – ${weekday(of.last)}`}
      </th>
      <td>
        <People of={[of.owner]} />
      </td>
      <td>
        <With of={of} />
        {of.followUp !== null && (
          <div class="small">
            <bdi>{of.followUp.text}</bdi>
          </div>
        )}
        {of.preference !== null && (
          <div class="soft small">
            {said.wants(codes.inform[of.preference.channel])}
          </div>
        )}
        {of.after.map((one, index) => (
          <div key={index} class="small">
            {said.first}: {codes.purpose[one.purpose].toLowerCase()} {one.person !== null && <bdi>{one.person.name}</bdi>}
            {one.first !== null && `, ${date(one.first)}`}
          </div>
        ))}
      </td>
      <td>
        <Before of={of} />
      </td>
      <td class="number">{percent(of.reliability)}</td>
      <td class="day">{of.slackDays !== null && said.slackDays(of.slackDays)}</td>
      <td>
        <PlanIt of={of} />
      </td>
    </tr>
  );
}

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

function InPlace({ of }: { of: Schedule }) {
  const said = texts.value;
  if (of.inPlace.length === 0) return null;
  return (
    <section class="panel" aria-labelledby="in-place">
      <h2 id="in-place">
        {said.inPlace} <span class="count">({number(of.inPlace.length)})</span>
      </h2>
      <p class="help">{said.inPlaceHelp}</p>
      <ul class="plain reasons">
        {of.inPlace.map((one) => (
          <li key={`${one.target.id} ${one.window.day}`}>
            <Target of={one.target} />: <When date={one.contactMoment.date} />, <People of={one.contactMoment.ourPersons} />
            <div>
              <Before of={one} />
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The plan as a file for a calendar, made on the page out of what was answered. */
function Download({ text }: { text: string }) {
  const said = texts.value;
  return (
    <p>
      <button type="button" onClick={() => save(new Blob([text], { type: 'text/calendar' }), 'plan.ics')}>
        {said.download}
      </button>{' '}
      <span class="help">{said.downloadHelp}</span>
    </p>
  );
}
