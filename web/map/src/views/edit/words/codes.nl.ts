import type { EditCodes } from './codes';

export const codesNl: EditCodes = {
  Audience: { PUBLIC: 'Iedereen', PARTNERS: 'Wie voor een partner werkt', PUBLIC_AFFAIRS: 'Wie contacten plant, bij alle partners', HOLDER_ONLY: 'Wie contacten plant, bij de houder' },
  Language: { NL: 'Nederlands', EN: 'Engels' },
  NameKind: { OFFICIAL: 'Officiële naam', SHORT: 'Korte naam', ABBREVIATION: 'Afkorting', ALIAS: 'Andere naam' },
  TieStrength: { STRONG: 'Sterk', NORMAL: 'Gewoon', WEAK: 'Zwak', NONE: 'Geen (meer)' },
  ProgrammeLineKind: { CONTENT: 'Inhoudelijke lijn', PRECONDITION: 'Randvoorwaarde' },
  DecisionOutcome: { ADOPTED: 'Vastgesteld', ENDORSED: 'Bekrachtigd', ADVISED: 'Geadviseerd' },
  Basis: { STATED: 'De bron zegt het', INFERRED: 'Wij lezen het in de bron' },
  StatementKind: {
    TITLE: 'Titel', TOPIC: 'Onderwerp', SLOGAN: 'Leus', PRINCIPLE: 'Uitgangspunt', VALUE: 'Waarde', QUESTION: 'Vraag aan de partners', CLAIM: 'Bewering', PROBLEM: 'Probleem', POLICY_FRAME: 'Beleidskader van anderen',
    GOAL: 'Doel in woorden', QUOTE: 'Citaat', PURPOSE: 'Doel van een afspraak', PARTNERSHIP: 'Partnerschap van een afspraak', AIM: 'Streven van een afspraak', RATIONALE: 'Aanleiding van een afspraak',
    BASIS: 'Grondslag', ACTION_LINE: 'Actielijn', COMPONENT: 'Onderdeel van een programma', EVIDENCE: 'Hoe iets ontstond',
  },
  Severity: { INFO: 'Goed om te weten', WARNING: 'Om naar te kijken', ERROR: 'Breekt een regel' },
};
