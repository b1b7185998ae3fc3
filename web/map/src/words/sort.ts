import { inBoth } from '.';

/** What is said of the order of a table, by the views whose tables one sorts. */
export const sort = inBoth({
  nl: { by: (column: string) => `Sorteer op ${column}` },
  en: { by: (column) => `Sort by ${column}` },
});
