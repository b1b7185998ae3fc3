import { useEffect, useRef, useState } from 'preact/hooks';
import { change, day as dayAsked, language } from '../address';
import { dayOf } from '../settings';
import { words } from '../words';
import { date } from '../words/format';
import { Known } from './known';
import { addMonths, firstMonth, monthsBetween } from './months';

const STEP_MS = 700;

/** The day of the view: a slider over months, a step to either side, play, and any exact day. */
export function DayBar({ since, shown }: { since: string | null; shown: string | null }) {
  const said = words.value.day;
  const [today, setToday] = useState<string | null>(null);
  // On a phone play and the slider are there at once, the rest behind the day.
  const [open, setOpen] = useState(false);
  useEffect(() => {
    // Only the server knows which day it is; without a day it says.
    if (dayAsked.value === null && shown !== null) setToday(shown);
  }, [shown, dayAsked.value]);
  const now = today ?? new Date().toISOString().slice(0, 10);
  const day = dayAsked.value ?? now;
  const first = firstMonth(since, day);
  const months = Math.max(monthsBetween(first, now), monthsBetween(first, day), 1);
  const at = Math.max(monthsBetween(first, day), 0);

  const show = (wanted: string, how: 'push' | 'replace' = 'replace') => change({ day: wanted >= now ? null : wanted }, how);
  const toMonth = (month: number, how: 'push' | 'replace' = 'replace') =>
    month >= monthsBetween(first, now) ? show(now, how) : show(addMonths(first, month), how);
  const play = usePlay(() => {
    const next = at + 1;
    if (next > monthsBetween(first, now)) return false;
    toMonth(next);
    return next < monthsBetween(first, now);
  });
  const start = () => {
    if (!play.playing && dayAsked.value === null) toMonth(0, 'push');
    play.toggle();
  };

  return (
    <div class={open ? 'time open' : 'time'} role="group" aria-label={said.label}>
      <button type="button" onClick={start} aria-pressed={play.playing}>
        <span aria-hidden="true">{play.playing ? '❚❚' : '▶'}</span>
        <span class="hidden-visually">{said.play}</span>
      </button>
      <button type="button" class="more" onClick={() => toMonth(at - 1)} disabled={at <= 0} aria-label={said.earlier}>
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
            toMonth(Math.max(0, at + years));
          }}
        />
        <Years first={first} months={months} />
      </div>
      <button type="button" class="opens" aria-expanded={open} onClick={() => setOpen(!open)}>
        <span class="hidden-visually">{said.more}: </span>
        {date(day)} <span aria-hidden="true">▾</span>
      </button>
      <button type="button" class="more" onClick={() => toMonth(at + 1)} disabled={dayAsked.value === null} aria-label={said.later}>
        <span aria-hidden="true">›</span>
      </button>
      <input
        type="date"
        class="more"
        aria-label={said.exact}
        lang={language.value}
        value={day}
        onChange={(event) => {
          const wanted = dayOf(event.currentTarget.value);
          if (wanted !== null) change({ day: wanted === now ? null : wanted });
        }}
      />
      <button type="button" class="more" onClick={() => change({ day: null })} disabled={dayAsked.value === null}>
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
