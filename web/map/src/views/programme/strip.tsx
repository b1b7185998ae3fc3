import type { MilestoneKind } from '../../generated/graphql';
import { words } from '../../words';
import { type Axis, type Reach, placed } from './span';

/** The sign of each kind around its own middle. */
const SIGNS: Record<MilestoneKind, string> = {
  MOMENT: 'M0-8 8 0 0 8-8 0Z',
  PERIOD: 'M-7-5h14v10h-14Z',
  MEETING: 'M-4-7h8l4 7-4 7h-8l-4-7Z',
  DEADLINE: 'M-7-7h14L0 8Z',
};

/** Where a milestone lies on the axis. The words beside it say the same, so screen readers pass over it. */
export function Strip({ reach, kind, day, axis }: { reach: Reach; kind: MilestoneKind; day: string; axis: Axis }) {
  return (
    <svg class="strip" width="100%" height="100%" aria-hidden="true" focusable="false">
      <Grid axis={axis} day={day} />
      {reach.kind === 'point' ? (
        <svg x={`${axis.at(reach.day)}%`} y="18" overflow="visible" class="sign">
          <path d={SIGNS[kind]} />
        </svg>
      ) : (
        <Bar reach={reach} axis={axis} />
      )}
    </svg>
  );
}

function Bar({ reach, axis }: { reach: Extract<Reach, { kind: 'span' }>; axis: Axis }) {
  const { left, right } = placed(reach, axis);
  const fade = reach.softStart ? (reach.softEnd ? 'both' : 'start') : reach.softEnd ? 'end' : null;
  return (
    <rect
      class={fade === null ? 'bar' : 'soft-ends'} x={`${left}%`} width={`${Math.max(right - left, 0.5)}%`} y="10" height="16"
      fill={fade === null ? undefined : `url(#fade-${fade})`}
    />
  );
}

/** Lines of the axis, and the day that is shown. */
function Grid({ axis, day }: { axis: Axis; day: string }) {
  return (
    <>
      {axis.ticks.map((tick) => (
        <line key={tick.day} class={tick.isYear ? 'tick year' : 'tick'} x1={`${tick.at}%`} x2={`${tick.at}%`} y1="0" y2="100%" />
      ))}
      <line class="day" x1={`${axis.at(day)}%`} x2={`${axis.at(day)}%`} y1="0" y2="100%" />
    </>
  );
}

/** What the lines of the axis stand for. */
export function Ticks({ axis, day }: { axis: Axis; day: string }) {
  const said = new Intl.DateTimeFormat(words.value.locale, { month: 'short', timeZone: 'UTC' });
  return (
    <svg class="strip axis" width="100%" height="24" aria-hidden="true" focusable="false">
      <Grid axis={axis} day={day} />
      {axis.ticks.filter((tick) => tick.at < 95).map((tick) => (
        <text key={tick.day} x={`${tick.at}%`} y="14" dx="4">
          {tick.isYear ? tick.day.slice(0, 4) : said.format(new Date(tick.day))}
        </text>
      ))}
    </svg>
  );
}

/** Fills that fade where an end is unsure. They follow the colours of the page. */
export function Fades() {
  const stops: Record<'both' | 'start' | 'end', [number, number][]> = {
    both: [[0, 0], [0.5, 1], [1, 0]],
    start: [[0, 0], [0.6, 1], [1, 1]],
    end: [[0, 1], [0.4, 1], [1, 0]],
  };
  return (
    <svg class="fades" width="0" height="0" aria-hidden="true" focusable="false">
      <defs>
        {Object.entries(stops).map(([name, points]) => (
          <linearGradient key={name} id={`fade-${name}`}>
            {points.map(([offset, opacity]) => (
              <stop key={offset} offset={offset} stop-color="var(--accent)" stop-opacity={opacity} />
            ))}
          </linearGradient>
        ))}
      </defs>
    </svg>
  );
}
