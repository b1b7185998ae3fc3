import { useEffect, useRef } from 'preact/hooks';

/** Begins at the top of the page, and screen readers hear of it. */
export function arrive(): void {
  scrollTo(0, 0);
  document.getElementById('content')?.focus({ preventScroll: true });
}

/** Something else on the page begins at its top; as long as its name stays, nothing moves. */
export function useArrival(name: string): void {
  const before = useRef(name);
  useEffect(() => {
    if (before.current === name) return;
    before.current = name;
    arrive();
  }, [name]);
}
