import { inBoth } from '.';

/** What is said of money and other means, by the views that show some. */
export const means = inBoth({
  nl: { none: 'Er zijn geen bijdragen bekend.', kind: 'Soort', parties: 'Partijen', pledged: 'Toegezegd', ratified: 'Waarvan bekrachtigd', realised: 'Waarvan geleverd', withoutAmount: 'Zonder bedrag' },
  en: { none: 'No contributions are known.', kind: 'Kind', parties: 'Parties', pledged: 'Pledged', ratified: 'Of that, ratified', realised: 'Of that, delivered', withoutAmount: 'Without an amount' },
});
