import { computed } from '@preact/signals';
import { inBoth } from '../../../words';
import { language } from '../../../address';
import { codesOf } from './codes';
import { codesEn } from './codes.en';
import { codesNl } from './codes.nl';
import { en } from './en';
import { nl } from './nl';

export { fields } from './fields';
export { nouns } from './nouns';

export const texts = inBoth({ nl, en });

/** What codes are called in a form. */
export const choices = computed(() => codesOf(language.value === 'en' ? codesEn : codesNl));
