import { useEffect, useRef, useState } from 'preact/hooks';
import { language } from '../address';
import { FIRST_DAY, LAST_DAY, dayOf } from '../settings';

/** While somebody types a day there are many on the way: 14 November, 14 March, the year 2. */
const PAUSE_MS = 800;

interface Props {
  id?: string;
  class?: string;
  label?: string;
  day: string;
  max?: string;
  /** The first day that is meant is a step of its own, what it becomes while one types on is not. */
  choose: (day: string, how: 'push' | 'replace') => void;
}

/** A day to type or to pick. It is taken after a pause, with Enter or on leaving, and only when it can be shown. */
export function DayField({ id, class: kind, label, day, max, choose }: Props) {
  const [typed, setTyped] = useState<string | null>(null);
  const timer = useRef(0);
  const begun = useRef(false);
  // What is taken after a pause goes to whoever asks by then.
  const latest = useRef({ day, max, choose });
  latest.current = { day, max, choose };
  useEffect(() => () => clearTimeout(timer.current), []);

  const take = (text: string) => {
    clearTimeout(timer.current);
    const wanted = dayOf(text);
    const { day, max, choose } = latest.current;
    if (wanted === null || (max !== undefined && wanted > max) || wanted === day) return;
    choose(wanted, begun.current ? 'replace' : 'push');
    begun.current = true;
    setTyped(null);
  };
  const end = (text: string) => {
    take(text);
    begun.current = false;
  };
  return (
    <input
      type="date"
      id={id}
      class={kind}
      aria-label={label}
      lang={language.value}
      min={FIRST_DAY}
      max={max ?? LAST_DAY}
      value={typed ?? day}
      onInput={(event) => {
        const text = event.currentTarget.value;
        setTyped(text);
        clearTimeout(timer.current);
        timer.current = setTimeout(() => take(text), PAUSE_MS) as unknown as number;
      }}
      onKeyDown={(event) => event.key === 'Enter' && end(event.currentTarget.value)}
      onBlur={(event) => {
        end(event.currentTarget.value);
        setTyped(null);
      }}
    />
  );
}
