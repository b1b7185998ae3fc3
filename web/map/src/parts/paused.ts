import { useEffect, useState } from 'preact/hooks';

const PAUSE_MS = 120;

/** A value that follows when it has been left alone for a while, as while somebody types. */
export function usePaused(value: string): string {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}
