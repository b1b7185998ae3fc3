import { useEffect, useState } from 'preact/hooks';

const TYPING_MS = 120;

/** A value that follows when it has been left alone for a while, as while somebody types. */
export function usePaused<Value>(value: Value, ms = TYPING_MS): Value {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), ms);
    return () => clearTimeout(timer);
  }, [value, ms]);
  return settled;
}
