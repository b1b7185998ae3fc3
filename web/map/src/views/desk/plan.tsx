import { change, state, viewArguments } from '../../address';
import { useAnswer } from '../../api/answer';
import { DeskPlanDocument } from '../../generated/graphql';
import { When } from '../../parts/evidence';
import { save } from '../../parts/save';
import { DayField } from '../../parts/day-field';
import { Answered } from '../../parts/states';
import { dayOf } from '../../settings';
import { date, number, partialDate, percent } from '../../words/format';
import { deskCodes } from '../../words/desk';
import { weekday } from './days';
import { Few } from './few';
import { People, Target, nameOf } from './parts';
import { type Introduced, useIntroduced } from './introduced';
import { useHolders } from './people';
import { Moved, Unplanned } from './plan-rest';
import { PlanIt } from './plan-it';
import { Told, useTold } from './told';
import { Before, type Schedule, type Visit, With } from './visit';
import { texts } from './words';

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
              {schedule.planned.length + schedule.infeasible.length > 0 && <Unplanned of={schedule} />}
              <InPlace of={schedule} />
            </div>
          );
        }}
      </Answered>
      <Few />
    </>
  );
}

/** What the plan keeps to, beside what the server always keeps to. */
function Wishes() {
  const said = texts.value;
  const { recess, replan } = state.value;
  const [first = '', last = ''] = recess?.split('/') ?? [];
  const to = (wanted: { first?: string; last?: string }, how: 'push' | 'replace') => {
    const from = dayOf(wanted.first ?? first) ?? dayOf(wanted.last ?? '');
    const until = dayOf(wanted.last ?? last) ?? from;
    if (from !== null && until !== null) change({ recess: from <= until ? `${from}/${until}` : `${from}/${from}` }, how);
  };
  return (
    <section class="panel" aria-labelledby="wishes">
      <h2 id="wishes">{said.settings}</h2>
      <p class="help">{said.planHelp}</p>
      <div class="wishes">
        <label class="inline">
          {said.recessFrom}
          <DayField day={first} choose={(chosen, how) => to({ first: chosen }, how)} />
        </label>
        <label class="inline">
          {said.recessTo}
          <DayField day={last} choose={(chosen, how) => to({ last: chosen }, how)} />
        </label>
        {recess !== null && (
          <button
            type="button"
            onClick={(event) => {
              // The button goes with the recess, and one goes on at its first day.
              event.currentTarget.closest('.wishes')?.querySelector('input')?.focus();
              change({ recess: null });
            }}
          >
            {said.noRecess}
          </button>
        )}
        <label class="choice">
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
  const [told, tell] = useTold();
  const holders = useHolders();
  const introduced = useIntroduced(of);
  const visits = [...of.planned].sort((one, other) => (one.first ?? '').localeCompare(other.first ?? ''));
  return (
    <section class="panel" aria-labelledby="planned">
      <h2 id="planned">
        {said.planned} <span class="count">({number(visits.length)})</span>
      </h2>
      <Told of={told} />
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
                {visits.map((visit) => (
                  <Row key={keyOf(visit)} of={visit} holders={holders} introduced={introduced} tell={tell} />
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

/** Tells one visit of a plan from the others, also after the plan was made anew. */
function keyOf({ purpose, owner, person, targets, first }: Visit): string {
  return [purpose, owner.id, person?.id, ...targets.map(({ id }) => id), first].join(' ');
}

interface RowProps {
  of: Visit;
  holders: ReturnType<typeof useHolders>;
  introduced: Introduced | null;
  tell: (what: string) => void;
}

function Row({ of, holders, introduced, tell }: RowProps) {
  const said = texts.value;
  const codes = deskCodes.value;
  const there = of.purpose === 'INTRODUCTION' ? (introduced?.(of) ?? null) : null;
  return (
    <tr>
      <th scope="row" class="day">
        {there !== null && <When date={there.date} />}
        {there === null && of.first !== null && weekday(of.first)}
        {there === null && of.last !== null && of.last !== of.first && ` – ${weekday(of.last)}`}
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
        {of.after.map((one, index) => {
          const day = introduced?.(one)?.date ?? one.first;
          return (
            <div key={index} class="small">
              {said.first}: {codes.purpose[one.purpose].toLowerCase()} {one.person !== null && <bdi>{one.person.name}</bdi>}
              {day !== null && `, ${partialDate(day)}`}
            </div>
          );
        })}
      </td>
      <td>
        <Before of={of} />
      </td>
      <td class="number">{percent(of.reliability)}</td>
      <td class="day">{there === null && of.slackDays !== null && said.slackDays(of.slackDays)}</td>
      <td>
        {there !== null ? (
          <span class="soft">{said.introduced}</span>
        ) : (
          <PlanIt
            of={of}
            holders={holders}
            introduced={introduced}
            planned={() => tell(said.isPlanned(of.person?.name ?? of.targets.map(nameOf).join(', '), date(of.first ?? '')))}
          />
        )}
      </td>
    </tr>
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
