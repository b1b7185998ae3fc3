import type { ComponentChildren } from 'preact';
import { useEffect, useId, useState } from 'preact/hooks';
import { view } from '../address';

/** A list of links behind a button: the disclosure navigation of the ARIA Authoring Practices. Going somewhere closes it. */
export function Disclosure({ label, current, children }: { label: string; current: boolean; children: ComponentChildren }) {
  const id = useId();
  const [open, setOpen] = useState(false);
  const here = view.value;
  useEffect(() => setOpen(false), [here]);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !open) return;
    setOpen(false);
    document.getElementById(id)?.focus();
  };
  return (
    <div
      class="disclosure"
      onKeyDown={onKeyDown}
      onFocusOut={(event) => !event.currentTarget.contains(event.relatedTarget as Node | null) && setOpen(false)}
    >
      <button
        id={id}
        type="button"
        class={current ? 'quiet current' : 'quiet'}
        aria-expanded={open}
        aria-controls={`${id}-list`}
        onClick={() => setOpen(!open)}
      >
        {label} <span aria-hidden="true">▾</span>
      </button>
      <ul id={`${id}-list`} class="plain" hidden={!open}>
        {children}
      </ul>
    </div>
  );
}
