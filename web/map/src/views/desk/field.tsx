import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import type { DeskRefusalFragment } from '../../generated/graphql';

/** What the server refuses at a part of the input, or below it. */
export function refusedAt(refusals: readonly DeskRefusalFragment[], ...path: string[]): string[] {
  return refusals.filter((refusal) => path.every((step, at) => refusal.path[at] === step)).map((refusal) => refusal.message);
}

/** What the input of a field has to say of itself. */
interface Said {
  id: string;
  'aria-describedby': string;
  'aria-invalid': boolean;
}

/** A field: its label above it, what helps and what is wrong below it. */
export function Field({ label, help, wrong, children }: { label: string; help?: string; wrong: readonly string[]; children: (said: Said) => ComponentChildren }) {
  const id = useId();
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {children({ id, 'aria-describedby': `${id}-help ${id}-wrong`, 'aria-invalid': wrong.length > 0 })}
      <p id={`${id}-help`} class="help">
        {help}
      </p>
      <p id={`${id}-wrong`} class="wrong">
        {wrong.join(' ')}
      </p>
    </div>
  );
}
