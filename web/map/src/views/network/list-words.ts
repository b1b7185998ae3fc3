import { inBoth } from '../../words';

export const listTexts = inBoth({
  nl: { name: 'Naam', kind: 'Soort', shownOf: (shown: number, all: number) => `${shown} van ${all} getoond`, more: 'Toon meer' },
  en: { name: 'Name', kind: 'Kind', shownOf: (shown, all) => `${shown} of ${all} shown`, more: 'Show more' },
});
