import { inBoth } from '.';

/** What forms say of what was begun, was sent, or is not for everybody. It comes with the views that have forms. */
export const keeping = inBoth({
  nl: {
    there: 'U was hiermee bezig; wat u typte staat er nog.', anew: 'Begin opnieuw',
    lost: 'Er kwam geen antwoord. Misschien is het al vastgelegd: kijk dat na voordat u iets anders verstuurt. Er gaat niets vanzelf; hetzelfde nog eens versturen kan geen kwaad.', look: 'Kijk het na',
    notAllowed: 'Uw rol geeft hier geen toegang toe.', notAllowedHelp: 'Log uit en log in als iemand die dit mag, of vraag toegang aan wie deze server beheert.',
  },
  en: {
    there: 'You were busy with this; what you typed is still here.', anew: 'Begin anew',
    lost: 'No answer came. It may have been recorded: look before you send something else. Nothing is sent by itself; sending the same again is safe.', look: 'Look',
    notAllowed: 'Your role does not give access to this.', notAllowedHelp: 'Sign out and sign in as somebody who may, or ask who runs this server for access.',
  },
});
