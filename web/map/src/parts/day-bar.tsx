import { useEffect, useRef, useState } from 'preact/hooks';
import { change, day as dayAsked } from '../address';
import { words } from '../words';
import { date } from '../words/format';
import { DayField } from './day-field';
import { today } from './frame';
import { Known } from './known';
import { addMonths, firstMonth, monthsBetween } from './months';

const STEP_MS = 700;
/** So far beyond today the slider goes: nobody says which plan is the last. */
const MONTHS_AHEAD = 24;

/** The day of the view: a slider over months, a step to either side, play, and any exact day. */
export function DayBar({ since }: { since: string | null }) {
  const said = words.value.day;
  // On a phone play and the slider are there at once, the rest behind the day.
  const [open, setOpen] = useState(false);
  const now = today.value ?? new Date().toISOString().slice(0, 10);
  const day = dayAsked.value ?? now;
  const first = firstMonth(since, day);
  const months = Math.max(monthsBetween(first, now) + MONTHS_AHEAD, monthsBetween(first, day));
  const nowAt = monthsBetween(first, now);
  const at = Math.max(monthsBetween(first, day), 0);

  const show = (wanted: string, how: 'push' | 'replace' = 'replace') => change({ day: wanted === now ? null : wanted }, how);
  // In the month of today it is today; in any other its first day.
  const toMonth = (month: number, how: 'push' | 'replace' = 'replace') => show(month === nowAt ? now : addMonths(first, month), how);
  // It plays up to today: what lies beyond are plans, which one goes through step by step.
  const play = usePlay(() => {
    const next = at + 1;
    if (next > nowAt) return false;
    toMonth(next);
    return next < nowAt;
  });
  const start = () => {
    if (!play.playing && at >= nowAt) toMonth(0, 'push');
    play.toggle();
  };

  return (
    <div class={open ? 'time open' : 'time'} role="group" aria-label={said.label}>
      <button type="button" onClick={start} aria-pressed={play.playing}>
        <span aria-hidden="true">{play.playing ? '❚❚' : '▶'}</span>
        <span class="hidden-visually">{said.play}</span>
      </button>
      <button type="button" class="more" onClick={() => at > 0 && toMonth(at - 1)} aria-disabled={at <= 0} aria-label={said.earlier}>
        <span aria-hidden="true">‹</span>
      </button>
      <div class="track">
        <input
          type="range"
          min={0}
          max={months}
          step={1}
          value={at}
          aria-label={said.slider}
          aria-valuetext={date(day)}
          onInput={(event) => {
            play.stop();
            toMonth(event.currentTarget.valueAsNumber);
          }}
          onKeyDown={(event) => {
            const years = event.key === 'PageUp' ? 12 : event.key === 'PageDown' ? -12 : 0;
            if (years === 0) return;
            event.preventDefault();
            play.stop();
            toMonth(Math.min(Math.max(0, at + years), months));
          }}
        />
        <Years first={first} months={months} />
      </div>
      <button type="button" class="opens" aria-expanded={open} onClick={() => setOpen(!open)}>
        <span class="hidden-visually">{said.more}: </span>
        {date(day)} <span aria-hidden="true">▾</span>
      </button>
      <button type="button" class="more" onClick={() => at < months && toMonth(at + 1)} aria-disabled={at >= months} aria-label={said.later}>
        <span aria-hidden="true">›</span>
      </button>
      <DayField class="more" label={said.exact} day={day} choose={(wanted, how) => show(wanted, how)} />
      <button type="button" class="more" onClick={() => change({ day: null })} aria-disabled={dayAsked.value === null}>
        {said.today}
      </button>
      <div class="more">
        <Known />
      </div>
      <span class="hidden-visually" role="status">
        {play.playing ? '' : said.shown(date(day))}
      </span>
    </div>
  );
}

/** Years along the track, as many as fit. */
function Years({ first, months }: { first: string; months: number }) {
  const years: { year: number; at: number }[] = [];
  const firstYear = Number(first.slice(0, 4));
  const step = Math.ceil(months / 12 / 6);
  for (let year = firstYear; ; year += step) {
    const at = monthsBetween(first, `${String(year).padStart(4, '0')}-01-01`) / months;
    if (at > 1) break;
    if (at >= 0) years.push({ year, at });
  }
  return (
    <div class="years" aria-hidden="true">
      {years.map(({ year, at }) => (
        <span key={year} style={{ left: `${at * 100}%` }}>
          {year}
        </span>
      ))}
    </div>
  );
}

/** Steps through time while it plays. With reduced motion it takes calmer steps, and the map does not glide. */
function usePlay(step: () => boolean) {
  const [playing, setPlaying] = useState(false);
  const latest = useRef(step);
  latest.current = step;
  useEffect(() => {
    if (!playing) return;
    const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
    const timer = setInterval(() => {
      if (!latest.current()) setPlaying(false);
    }, calm ? STEP_MS * 3 : STEP_MS);
    return () => clearInterval(timer);
  }, [playing]);
  return { playing, toggle: () => setPlaying((was) => !was), stop: () => setPlaying(false) };
}
