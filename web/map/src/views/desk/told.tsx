import { useEffect, useRef, useState } from 'preact/hooks';

/** What was done last, for whom the row where they did it is gone from the list. */
export function useTold() {
  return useState<string | null>(null);
}

/** Says it, and is where one goes on: the button that did it is there no more. */
export function Told({ of }: { of: string | null }) {
  const line = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    if (of !== null) line.current?.focus({ preventScroll: true });
  }, [of]);
  return (
    <p class="told" role="status" tabIndex={-1} ref={line}>
      {of === null ? '' : <bdi>{of}</bdi>}
    </p>
  );
}
