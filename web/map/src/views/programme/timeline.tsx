import { useState } from 'preact/hooks';
import { linkHere, state, viewArguments } from '../../address';
import { useWhole } from '../../api/whole';
import { MilestonesDocument } from '../../generated/graphql';
import { addDays } from '../../parts/months';
import { More } from '../../parts/more';
import { Failed, Loading } from '../../parts/states';
import { SPANS } from '../../settings';
import { date, number } from '../../words/format';
import type { AnsweredMilestone, Programme } from './model';
import { Milestone, Moment } from './milestone';
import { type Axis, axisOf, tenseOf } from './span';
import { Fades, Ticks } from './strip';
import { spans, tenses, texts } from './words';

const TENSES = ['now', 'coming', 'past'] as const;
/** Of what is past the last so many stand there at once. */
const RECENT = 8;
const DAYS = { all: null, years: 3 * 365, year: 365 };

/** Milestones around the day that is shown: a table whose last column is drawn along one axis. */
export function Timeline({ day, programme }: { day: string; programme: Programme }) {
  const said = texts.value;
  const { line, span } = state.value;
  const reach = DAYS[span];
  const from = reach === null ? null : addDays(day, -reach);
  const until = reach === null ? null : addDays(day, reach);
  const pages = useWhole(MilestonesDocument, { from, until, ...viewArguments.value }, (data) => data.network.milestones);
  const shown = pages.nodes.filter((milestone) => line === null || programme.linesOfMilestone(milestone).has(line));
  const axis = axisOf(shown, day, from, until);
  const next = shown.find((milestone) => tenseOf(milestone, day) === 'coming');
  return (
    <section class="panel" aria-labelledby="timeline">
      <div class="timeline-top">
        <h2 id="timeline">{said.timeline}</h2>
        <nav class="switch" aria-label={said.span}>
          {SPANS.map((one) => (
            <a key={one} class="button" href={linkHere({ span: one })} aria-current={span === one ? 'true' : undefined}>
              {spans.value[one]}
            </a>
          ))}
        </nav>
      </div>
      {next !== undefined && (
        <p role="status">
          {said.next}: <strong><bdi>{next.text}</bdi></strong>, <Moment of={next} />
        </p>
      )}
      {pages.failure !== null && <Failed failure={pages.failure} again={pages.again} />}
      {pages.totalCount === null && pages.failure === null && <Loading />}
      {pages.totalCount !== null && shown.length === 0 && <p class="soft">{line === null ? said.noMilestones : said.noMilestonesOfLine}</p>}
      {shown.length > 0 && <Table of={shown} day={day} axis={axis} />}
      {line !== null && pages.nodes.length > shown.length && (
        <p class="soft">
          {said.unlined(pages.nodes.length - shown.length)} <a href={linkHere({ line: null })}>{said.allLines}</a>
        </p>
      )}
      <More of={pages} />
    </section>
  );
}

function Table({ of, day, axis }: { of: readonly AnsweredMilestone[]; day: string; axis: Axis }) {
  const said = texts.value;
  const [whole, setWhole] = useState(false);
  return (
    <>
      <p class="help">{said.timelineHelp}</p>
      <Fades />
      {/* On a phone rows become blocks, so the roles of a table are said out loud. */}
      <table class="timeline" role="table" aria-labelledby="timeline">
        <thead role="rowgroup">
          <tr role="row">
            <th role="columnheader">{said.when}</th>
            <th role="columnheader">{said.milestone}</th>
            <th role="columnheader">{said.belongs}</th>
            <th role="columnheader" class="drawn">
              <span class="hidden-visually">{said.drawn}</span>
              <Ticks axis={axis} day={day} />
            </th>
          </tr>
        </thead>
        {TENSES.map((tense) => {
          const these = of.filter((milestone) => tenseOf(milestone, day) === tense);
          // The last that passed is the nearest.
          const ordered = tense === 'past' ? these.reverse() : these;
          if (these.length === 0) return null;
          return (
            <tbody key={tense} role="rowgroup" class={tense}>
              <tr role="row" class="tense">
                <th role="rowheader" colSpan={4}>
                  {tenses.value[tense]} <span class="count">({number(these.length)})</span>
                </th>
              </tr>
              {(tense === 'past' && !whole ? ordered.slice(0, RECENT) : ordered).map((milestone) => (
                <Milestone key={milestone.slug} of={milestone} day={day} axis={axis} />
              ))}
              {tense === 'past' && !whole && these.length > RECENT && (
                <tr role="row">
                  <td role="cell" colSpan={4}>
                    <button type="button" onClick={() => setWhole(true)}>
                      {said.all(these.length)}
                    </button>
                  </td>
                </tr>
              )}
            </tbody>
          );
        })}
      </table>
      <p class="soft small" aria-hidden="true">
        <span class="day-sign" /> {said.day}: {date(day)}
      </p>
    </>
  );
}
