import type { ComponentChildren } from 'preact';
import { useEffect, useId, useState } from 'preact/hooks';
import { view } from '../address';

interface Props {
  label: string;
  current: boolean;
  /** What opens: a list of links, or anything else. */
  as?: 'ul' | 'div';
  children: ComponentChildren;
}

/** Something behind a button: the disclosure of the ARIA Authoring Practices. Going somewhere or elsewhere closes it. */
export function Disclosure({ label, current, as: Panel = 'ul', children }: Props) {
  const id = useId();
  const [open, setOpen] = useState(false);
  const here = view.value;
  useEffect(() => setOpen(false), [here]);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !open) return;
    event.stopPropagation();
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
        aria-controls={`${id}-panel`}
        onClick={() => setOpen(!open)}
      >
        {label} <span aria-hidden="true">▾</span>
      </button>
      {/* Taking the focus, so that a click on its words does not close it. */}
      <Panel id={`${id}-panel`} class="plain" tabIndex={-1} hidden={!open}>
        {children}
      </Panel>
    </div>
  );
}
