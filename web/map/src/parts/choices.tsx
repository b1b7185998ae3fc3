import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { change, state } from '../address';
import { CONFIDENCES, type Settings } from '../settings';
import { codes, words } from '../words';
import { number } from '../words/format';

interface ChoicesProps<T extends string> {
  title: string;
  of: readonly T[];
  chosen: readonly T[];
  name: (one: T) => string;
  mark?: (one: T) => ComponentChildren;
  count?: (one: T) => number | undefined;
  set: (chosen: T[]) => void;
}

/** Some of many, each with its mark and how many there are. */
export function Choices<T extends string>({ title, of, chosen, name, mark, count, set }: ChoicesProps<T>) {
  return (
    <fieldset>
      <legend>{title}</legend>
      {of.map((one) => {
        const n = count?.(one);
        return (
          <label key={one} class="choice">
            <input
              type="checkbox"
              checked={chosen.includes(one)}
              onChange={(event) => set(of.filter((other) => (other === one ? event.currentTarget.checked : chosen.includes(other))))}
            />
            {mark?.(one)}
            {name(one)}
            {n !== undefined && <span class="count">{number(n)}</span>}
          </label>
        );
      })}
    </fieldset>
  );
}

/** A control with its words, tied by id, so that the choices are no part of its name. */
export function Field({ title, children }: { title: string; children: (id: string) => ComponentChildren }) {
  const id = useId();
  return (
    <div class="field">
      <label for={id}>{title}</label>
      {children(id)}
    </div>
  );
}

/** How sure facts have to be, of all that the view shows; it stands in the address. */
export function LeastConfidence() {
  return (
    <Field title={words.value.evidence.confidence}>
      {(id) => (
        <select id={id} value={state.value.confidence ?? ''} onChange={(event) => change({ confidence: (event.currentTarget.value || null) as Settings['confidence'] })}>
          <option value="">{codes.value.confidenceFrom.UNVERIFIED}</option>
          {CONFIDENCES.filter((one) => one !== 'UNVERIFIED').map((one) => (
            <option key={one} value={one}>
              {codes.value.confidenceFrom[one]}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
