import { inBoth } from '.';

/** What is said of a form that was begun before. It comes with the views that have forms. */
export const keeping = inBoth({
  nl: { there: 'U was hiermee bezig; wat u typte staat er nog.', anew: 'Begin opnieuw' },
  en: { there: 'You were busy with this; what you typed is still here.', anew: 'Begin anew' },
});
