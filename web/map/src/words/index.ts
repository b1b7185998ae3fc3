import { computed } from '@preact/signals';
import { language } from '../address';
import { codes as codesEn } from './codes.en';
import { codes as codesNl } from './codes.nl';
import { en } from './en';
import { nl } from './nl';

/** The texts in the language of the page. */
export const words = computed(() => (language.value === 'en' ? en : nl));

/** What codes are called in the language of the page. */
export const codes = computed(() => (language.value === 'en' ? codesEn : codesNl));
