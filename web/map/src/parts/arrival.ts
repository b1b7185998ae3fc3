import { useEffect, useRef } from 'preact/hooks';

/** Something else on the page begins at its top, and screen readers hear of it; as long as its name stays, nothing moves. */
export function useArrival(name: string): void {
  const before = useRef(name);
  useEffect(() => {
    if (before.current === name) return;
    before.current = name;
    scrollTo(0, 0);
    document.getElementById('content')?.focus({ preventScroll: true });
  }, [name]);
}
