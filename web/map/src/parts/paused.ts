import { useEffect, useState } from 'preact/hooks';

/** A value that follows when it has been left alone for a while. */
export function usePaused<Value>(value: Value, ms: number): Value {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), ms);
    return () => clearTimeout(timer);
  }, [value, ms]);
  return settled;
}
