import { type ReadonlySignal, computed } from '@preact/signals';
import { language } from '../address';
import { codes as codesEn } from './codes.en';
import { codes as codesNl } from './codes.nl';
import { en } from './en';
import { nl } from './nl';

/** Texts in both languages under the same keys, as a signal of those in the language of the page. A view keeps its own beside it, so that they come when it does. */
export function inBoth<Said>(texts: { nl: Said; en: NoInfer<Said> }): ReadonlySignal<Said> {
  return computed(() => texts[language.value]);
}

/** The texts of what stands around the views and of what they share. */
export const words = inBoth({ nl, en });

/** What codes are called in the language of the page. */
export const codes = inBoth({ nl: codesNl, en: codesEn });
