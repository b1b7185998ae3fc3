import { useEffect } from 'preact/hooks';

/** The browser asks before it throws away what was typed. */
export function useUnsaved(touched: boolean): void {
  useEffect(() => {
    if (!touched) return;
    const hold = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener('beforeunload', hold);
    return () => removeEventListener('beforeunload', hold);
  }, [touched]);
}
