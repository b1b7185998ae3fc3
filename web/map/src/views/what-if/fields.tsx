import type { Draft, Field } from './draft';

/** What each field of the form needs. */
export interface FieldsProps {
  draft: Draft;
  set: (changed: Partial<Draft>) => void;
  wrong: (field: Field) => string;
}

interface ChosenProps {
  id: string;
  label: string;
  value: string;
  options: [value: string, name: string][];
  set: (value: string) => void;
  wrong?: string;
}

/** One of a few. */
export function Chosen({ id, label, value, options, set, wrong = '' }: ChosenProps) {
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <select
        id={id} value={value} aria-invalid={wrong === '' ? undefined : 'true'} aria-describedby={`${id}-wrong`}
        onChange={(event) => set(event.currentTarget.value)}
      >
        {options.map(([one, name]) => (
          <option key={one} value={one}>
            {name}
          </option>
        ))}
      </select>
      <span id={`${id}-wrong`} class="wrong">
        {wrong}
      </span>
    </div>
  );
}

interface TypedProps {
  id: string;
  label: string;
  value: string;
  set: (text: string) => void;
  wrong: string;
}

/** A number that is typed. */
export function Typed({ id, label, value, set, wrong }: TypedProps) {
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <input
        id={id} type="text" inputMode="decimal" autocomplete="off" maxLength={30} value={value}
        aria-invalid={wrong === '' ? undefined : 'true'} aria-describedby={`${id}-wrong`} onInput={(event) => set(event.currentTarget.value)}
      />
      <span id={`${id}-wrong`} class="wrong">
        {wrong}
      </span>
    </div>
  );
}
