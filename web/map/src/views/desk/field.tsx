import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import type { DeskRefusalFragment } from '../../generated/graphql';
import { sentence } from '../../words/sentence';
import { deskCodes } from '../../words/desk';
import { texts } from './words';

/** What the server refuses at a part of the input, or below it. */
export function refusedAt(refusals: readonly DeskRefusalFragment[], ...path: string[]): string[] {
  return refusals.filter((refusal) => path.every((step, at) => refusal.path[at] === step)).map((refusal) => sentence(refusal.message));
}

/** What the input of a field has to say of itself. */
interface Said {
  id: string;
  'aria-label': string | undefined;
  'aria-describedby': string;
  'aria-invalid': boolean;
}

interface FieldProps {
  label: string;
  /** What it is about, where fields with the same label stand on a page: told to who does not see where it stands. */
  about?: string;
  help?: string;
  wrong: readonly string[];
  children: (said: Said) => ComponentChildren;
}

/** A field: its label above it, what helps and what is wrong below it. */
export function Field({ label, about, help, wrong, children }: FieldProps) {
  const id = useId();
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {children({ id, 'aria-label': about === undefined ? undefined : `${label}: ${about}`, 'aria-describedby': `${id}-help ${id}-wrong`, 'aria-invalid': wrong.length > 0 })}
      <p id={`${id}-help`} class="help">
        {help}
      </p>
      <p id={`${id}-wrong`} class="wrong">
        {wrong.join(' ')}
      </p>
    </div>
  );
}

/** What was refused, where there are no fields. */
export function Refused({ of }: { of: readonly DeskRefusalFragment[] }) {
  if (of.length === 0) return null;
  return (
    <p class="late" role="alert">
      {of.map(({ message }) => sentence(message)).join(' ')}
    </p>
  );
}

/** What was asked of somebody, from strongly for to strongly against; empty when nobody said. */
export function PositionField({ about, value, set, wrong }: { about?: string; value: string; set: (value: string) => void; wrong: readonly string[] }) {
  const said = texts.value;
  return (
    <Field label={said.fields.position} {...(about !== undefined && { about })} help={said.help.position} wrong={wrong}>
      {(at) => (
        <select {...at} value={value} onChange={(event) => set(event.currentTarget.value)}>
          <option value="">{said.notKnown}</option>
          {['2', '1', '0', '-1', '-2'].map((one) => (
            <option key={one} value={one}>{deskCodes.value.position[one]}</option>
          ))}
        </select>
      )}
    </Field>
  );
}
