import { linkTo, state } from '../../address';
import type { Settings } from '../../settings';
import type { Verb } from './shape';

/** `correctOrganisation` as it stands in an address: `correct-organisation`. */
export const addressOf = (verb: Verb) => verb.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/** Which part of the desk one came from, and about what: forms lead back there. */
function fromDesk(): Partial<Settings> {
  const { part, topic, target } = state.value;
  return { part, topic, target };
}

/** The address of a place in this view. */
export const linkToEdit = (own: Partial<Settings>) => linkTo({ name: 'edit' }, { ...fromDesk(), ...own });

/** The address of the form of a change: `of` is a slug, or the id of what has none. */
export const linkToForm = (verb: Verb, of: string | null, own: Partial<Settings> = {}) => linkToEdit({ ...own, form: addressOf(verb), of });

/** Where on the desk one came from. */
export const linkBackToDesk = () => linkTo({ name: 'desk' }, fromDesk());
