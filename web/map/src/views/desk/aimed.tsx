import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { linkToDesk } from './parts';

/** The address of a talk that is over, or of an action, in the list where it is settled. */
export const linkToFollowUp = (id: string) => `${linkToDesk({ part: 'follow-ups' })}#${id}`;

/** A row that an address can name: who comes for it begins there. */
export function Aimed({ at, class: kind, children }: { at: string; class?: string; children: ComponentChildren }) {
  const row = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (location.hash === `#${at}`) row.current?.focus();
  }, []);
  return (
    <li id={at} class={kind} tabIndex={-1} ref={row}>
      {children}
    </li>
  );
}
