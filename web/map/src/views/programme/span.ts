import { scaleUtc } from 'd3-scale';
import { addDays } from '../../parts/months';
import type { AnsweredMilestone } from './model';

/** Where a milestone lies: exactly on a day, or somewhere in a span whose ends may be unsure. */
export type Reach =
  | { kind: 'point'; day: string }
  | { kind: 'span'; start: string | null; end: string | null; softStart: boolean; softEnd: boolean; whole: boolean };

/** Of a day that is only about right nobody says how far off it may be; it is drawn as wide as this part of the whole. */
const ABOUT = 0.02;
const MARGIN = 0.03;

/** Where a milestone lies by what is written: only a day that is exact is a point. */
export function reachOf({ kind, date, approximate, earliest, latest }: AnsweredMilestone): Reach {
  if (earliest !== null && earliest === latest && !approximate) return { kind: 'point', day: earliest };
  // A period takes all of its time; anything else happens somewhere in it.
  const [from = '', to = from] = date.split('/');
  if (kind === 'PERIOD' && !date.startsWith('[')) {
    return { kind: 'span', start: earliest, end: latest, softStart: unsure(from) || earliest === null, softEnd: unsure(to) || latest === null, whole: true };
  }
  // Where one end is open, the other is the limit that somebody names.
  const softStart = earliest === null || latest !== null;
  const softEnd = latest === null || earliest !== null;
  return { kind: 'span', start: earliest, end: latest, softStart, softEnd, whole: false };
}

function unsure(date: string): boolean {
  return date === '' || date === '..' || /[~?%]$/.test(date);
}

/** When it is, seen from the day that is shown. */
export function tenseOf({ earliest, latest }: AnsweredMilestone, day: string): 'now' | 'coming' | 'past' {
  if (latest !== null && latest < day) return 'past';
  return earliest !== null && earliest > day ? 'coming' : 'now';
}

/** Time across the width of the chart, in percent. */
export interface Axis {
  at: (day: string) => number;
  ticks: { day: string; at: number; isYear: boolean }[];
}

/** An axis from a day to a day, or as far as the milestones go, with the day that is shown within it. */
export function axisOf(milestones: readonly AnsweredMilestone[], day: string, from: string | null, until: string | null): Axis {
  const days = [day, ...milestones.flatMap(({ earliest, latest }) => [earliest, latest])].filter((one) => one !== null).sort();
  let [first, last] = [from ?? days[0]!, until ?? days.at(-1)!];
  if (from === null || until === null) {
    const margin = Math.max(Math.round(daysBetween(first, last) * MARGIN), 15);
    [first, last] = [addDays(first, -margin), addDays(last, margin)];
  }
  const scale = scaleUtc().domain([new Date(first), new Date(last)]).range([0, 100]);
  const ticks = scale.ticks(6).map((date) => {
    const text = date.toISOString().slice(0, 10);
    return { day: text, at: scale(date), isYear: text.endsWith('-01-01') };
  });
  return { at: (one) => scale(new Date(one)), ticks };
}

/** The ends of a span on the axis, in percent, within the chart. */
export function placed(reach: Extract<Reach, { kind: 'span' }>, axis: Axis): { left: number; right: number } {
  let left = reach.start === null ? 0 : axis.at(reach.start);
  let right = reach.end === null ? 100 : axis.at(addDays(reach.end, 1));
  if (!reach.whole && reach.start === reach.end) [left, right] = [left - 100 * ABOUT, right + 100 * ABOUT];
  return { left: within(left), right: within(right) };
}

function within(percent: number): number {
  return Math.min(100, Math.max(0, percent));
}

function daysBetween(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / 86_400_000;
}
