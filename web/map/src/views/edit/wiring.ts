import type { Wiring } from '../../parts/reference';

/** What is wrong, by the path of the input down to the field, in words. */
export type Errors = ReadonlyMap<string, string>;

export const idOf = (path: readonly string[]) => `field-${path.join('-')}`;

/** What is said of a field: of itself, and of what only stands inside it, as of the slug of a reference. */
export function errorOf(errors: Errors, path: readonly string[], inside: boolean): string | null {
  const at = path.join('.');
  const told = [...errors].filter(([where]) => where === at || (inside && where.startsWith(`${at}.`)));
  return told.length === 0 ? null : told.map(([, message]) => message).join(' ');
}

/** What ties a field to its help and to what is wrong with it. */
export function wiringOf(path: readonly string[], error: string | null, help: boolean, required: boolean): Wiring {
  const id = idOf(path);
  const described = [help ? `${id}-help` : '', error === null ? '' : `${id}-wrong`].filter((one) => one !== '').join(' ');
  return { id, 'aria-describedby': described === '' ? undefined : described, 'aria-invalid': error !== null, 'aria-required': required };
}

/** Puts the cursor into the first field that is wrong, whether it is the one that is named, around it or inside it. */
export function focusWrong(form: HTMLElement): void {
  const wrong = form.querySelector<HTMLElement>('[aria-invalid="true"]') ?? form.querySelector<HTMLElement>('.wrongs');
  const closed = wrong?.closest('details');
  if (closed != null) closed.open = true;
  wrong?.focus();
}
