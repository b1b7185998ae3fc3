import type { Pages } from '../../api/pages';
import { When } from '../../parts/evidence';
import { More } from '../../parts/more';
import { Answered, Empty } from '../../parts/states';
import { number } from '../../words/format';
import { deskCodes } from '../../words/desk';
import { type Item, SPANS, spanOf } from './agenda-items';
import { useAgenda } from './asked';
import { away, daysBetween } from './days';
import { linkToFollowUp } from './aimed';
import { Between, People, Target, linkToDesk } from './parts';
import { TalkWays } from './ways';
import { texts } from './words';

/** What is coming and what is late, the most urgent on top. */
export function Agenda() {
  const said = texts.value;
  const asked = useAgenda();
  return (
    <Answered asked={asked}>
      {({ items, today }) => {
        if (items.length === 0) return (
            <Empty title={said.agendaEmpty} help={said.agendaEmptyHelp}>
              <a class="button" href={linkToDesk({ part: 'follow-ups' })}>
                {said.log}
              </a>
            </Empty>
          );
        return [...SPANS.map((span) => {
          const there = items.filter((item) => spanOf(item, today) === span);
          if (there.length === 0) return null;
          const rows = (
            <ol class="plain agenda">
              {there.map((item) => (
                <Row key={item.key} of={item} today={today} />
              ))}
            </ol>
          );
          return (
            <section key={span} class="panel" aria-labelledby={`span-${span}`}>
              <h2 id={`span-${span}`}>
                {said[span]} <span class="count">({number(there.length)})</span>
              </h2>
              {span === 'later' ? (
                <details>
                  <summary>{said.showLater}</summary>
                  {rows}
                </details>
              ) : (
                rows
              )}
            </section>
          );
        }), <LeftOut key="left" of={asked.talks} />];
      }}
    </Answered>
  );
}

/** Says that lists go on, and takes more of them. */
export function LeftOut({ of }: { of: Pages<unknown>[] }) {
  const longer = of.filter(({ hasMore, loading }) => hasMore && !loading);
  if (longer.length === 0) return null;
  return (
    <div class="notice" role="status">
      <span>{texts.value.leftOut}</span>
      {longer.map((pages, at) => (
        <More key={at} of={pages} />
      ))}
    </div>
  );
}

function Row({ of, today }: { of: Item; today: string }) {
  const said = texts.value;
  const days = daysBetween(today, of.day);
  const late = of.kind === 'action' && days < 0;
  return (
    <li>
      <div class="when">
        {of.kind !== 'conflict' && (
          <>
            <strong>
              <When date={dateOf(of)} />
            </strong>
            <span class={late ? 'late' : 'soft'}>{late ? said.overdue(-days) : away(today, of.day)}</span>
          </>
        )}
      </div>
      <span class={`tag ${of.kind}`}>{said.kinds[of.kind]}</span>
      <div>
        <What of={of} />
      </div>
    </li>
  );
}

/** The day as it is written in the fact, which may be less precise than a day. */
function dateOf(of: Item): string {
  switch (of.kind) {
    case 'talk':
    case 'unheld': return of.of.date;
    case 'action': return of.of.due;
    case 'stage': return of.date;
    default: return of.day;
  }
}

function What({ of }: { of: Item }) {
  const said = texts.value;
  const codes = deskCodes.value;
  switch (of.kind) {
    case 'conflict':
      return (
        <>
          <div>
            {said.conflict(of.of.daysApart)} {of.of.target === null ? said.somebody : <Target of={of.of.target} />}.{' '}
            <a href={linkToDesk({ part: 'warnings' })}>{said.look}</a>
          </div>
          <About title={of.of.topic?.title} />
        </>
      );
    case 'talk':
    case 'unheld':
      return (
        <>
          {of.kind === 'unheld' && (
            <div>
              <a href={linkToFollowUp(of.key)}>{said.unheld}</a>
            </div>
          )}
          <div>
            {codes.channel[of.of.channel]}: <Between of={of.of} />
          </div>
          <About title={of.of.topic?.title} />
          <TalkWays of={of.of} />
        </>
      );
    case 'action':
      return (
        <>
          <div>
            <a href={linkToFollowUp(of.key)}>
              <bdi>{of.of.text}</bdi>
            </a>
          </div>
          <div class="soft">
            <People of={of.of.owner === null ? [] : [of.of.owner]} />
          </div>
        </>
      );
    case 'open':
      return (
        <>
          <div>
            {said.open} <Target of={of.of.target} />; {said.openBefore} <When date={of.of.window.last} />.
          </div>
          <About title={`${of.of.window.decisionMoment.title} (${codes.stage[of.of.window.kind].toLowerCase()})`} />
        </>
      );
    case 'stage':
      return (
        <>
          <div>
            {codes.stage[of.stage]}: <bdi>{of.of.title}</bdi>
          </div>
          {of.of.body !== null && <About title={of.of.body.name} />}
        </>
      );
  }
}

function About({ title }: { title: string | undefined }) {
  if (title === undefined) return null;
  return (
    <div class="soft">
      <bdi>{title}</bdi>
    </div>
  );
}
