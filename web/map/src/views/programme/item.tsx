import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { state } from '../../address';
import type { Pages } from '../../api/pages';
import { texts } from './words';

type Planned = 'initiative' | 'agreement';

/** Something of a list that the address can select: whoever follows a link to it is brought there. */
export function Item({ noun, slug, class: more, children }: { noun: Planned; slug: string; class?: string; children: ComponentChildren }) {
  const place = useRef<HTMLLIElement>(null);
  const selected = state.value.select === `${noun}/${slug}`;
  useEffect(() => {
    if (!selected || place.current === null) return;
    // One that stands in two places is shown in the first.
    if (document.querySelector('.chosen-item') !== place.current) return;
    place.current.scrollIntoView({ block: 'start' });
    place.current.focus({ preventScroll: true });
  }, [selected]);
  return (
    <li ref={place} tabIndex={selected ? -1 : undefined} class={`${selected ? 'chosen-item ' : ''}${more ?? ''}`}>
      {children}
    </li>
  );
}

interface OpenedProps {
  noun: Planned;
  slug: string;
  label: string;
  /** Whose it is, for who hears the label alone. */
  about: string;
  children: () => ComponentChildren;
}

/** What is asked for only when somebody opens it, or came for it. */
export function Opened({ noun, slug, label, about, children }: OpenedProps) {
  const selected = state.value.select === `${noun}/${slug}`;
  const [open, setOpen] = useState(selected);
  useEffect(() => {
    if (selected) setOpen(true);
  }, [selected]);
  return (
    <details open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        {label}
        <span class="hidden-visually">
          : <bdi>{about}</bdi>
        </span>
      </summary>
      {open && children()}
    </details>
  );
}

/** Says that what the address selects is not there, once all that there is has been told. */
export function Lost({ noun, of }: { noun: Planned; of: Pages<{ slug: string }> }) {
  const [selected, slug] = state.value.select?.split('/') ?? [];
  if (selected !== noun || of.totalCount === null || of.hasMore || of.nodes.some((one) => one.slug === slug)) return null;
  return <p role="status">{texts.value.lost}</p>;
}
