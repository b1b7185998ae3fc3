import { computed } from '@preact/signals';
import { inBoth } from '../../../words';
import { deskCodes } from '../../../words/desk';
import { language } from '../../../address';
import type { Score } from '../shape';
import { codesOf } from './codes';
import { codesEn } from './codes.en';
import { codesNl } from './codes.nl';
import { en } from './en';
import { nl } from './nl';

export { fields, otherwise } from './fields';
export { helps } from './helps';
export { nouns } from './nouns';

export const texts = inBoth({ nl, en });

/** What codes are called in a form. */
export const choices = computed(() => codesOf(language.value === 'en' ? codesEn : codesNl));

/** How much something is, from most to least. */
export const scores = computed((): Record<Score, [code: string, said: string][]> => {
  const { score, position } = deskCodes.value;
  return {
    Score: ['5', '4', '3', '2', '1'].map((code) => [code, `${code}: ${score[code]}`]),
    PositionScore: ['2', '1', '0', '-1', '-2'].map((code) => [code, position[code] ?? code]),
  };
});
