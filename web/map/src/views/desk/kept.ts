import { useEffect, useState } from 'preact/hooks';
import { forget, keep, kept, useKeeper } from '../../parts/kept';
import { useUnsaved } from '../../parts/unsaved';

interface KeptForm<Typed> {
  typed: Typed;
  type: (change: (was: Typed) => Typed) => void;
  /** Whether it goes on from where it was left. */
  resumed: boolean;
  begin: (anew: Typed) => void;
  /** It is recorded, so nothing of it is kept. */
  recorded: () => void;
}

/** What is typed in a form of the desk: looking elsewhere, or signing in anew with the same rights, loses nothing of it. */
export function useKept<Typed>(what: string, empty: Typed, isTouched: (typed: Typed) => boolean): KeptForm<Typed> {
  const keeper = useKeeper();
  const [name] = useState(() => keeper(what));
  const [before] = useState(() => kept<Typed>(name));
  const [typed, type] = useState(before ?? empty);
  const [resumed, setResumed] = useState(before !== undefined);
  const touched = isTouched(typed);
  useUnsaved(touched);
  useEffect(() => (touched ? keep(name, typed) : forget(name)), [touched, typed]);
  const begin = (anew: Typed) => {
    setResumed(false);
    type(() => anew);
  };
  return { typed, type, resumed, begin, recorded: () => forget(name) };
}
