import type { EditCodes } from './codes';

export const codesEn: EditCodes = {
  Audience: { PUBLIC: 'Everybody', PARTNERS: 'Those who work for a partner', PUBLIC_AFFAIRS: 'Those who plan contacts, of all partners', HOLDER_ONLY: 'Those who plan contacts, of the holder' },
  Language: { NL: 'Dutch', EN: 'English' },
  NameKind: { OFFICIAL: 'Official name', SHORT: 'Short name', ABBREVIATION: 'Abbreviation', ALIAS: 'Another name' },
  TieStrength: { STRONG: 'Strong', NORMAL: 'Normal', WEAK: 'Weak', NONE: 'None (any more)' },
  ProgrammeLineKind: { CONTENT: 'Content line', PRECONDITION: 'Precondition' },
  DecisionOutcome: { ADOPTED: 'Adopted', ENDORSED: 'Endorsed', ADVISED: 'Advised' },
  Basis: { STATED: 'The source says so', INFERRED: 'We read it from the source' },
  StatementKind: {
    TITLE: 'Title', TOPIC: 'Topic', SLOGAN: 'Slogan', PRINCIPLE: 'Principle', VALUE: 'Value', QUESTION: 'Question to the partners', CLAIM: 'Claim', PROBLEM: 'Problem', POLICY_FRAME: 'Policy frame of others',
    GOAL: 'Goal in words', QUOTE: 'Quotation', PURPOSE: 'Purpose of an agreement', PARTNERSHIP: 'Partnership of an agreement', AIM: 'Aim of an agreement', RATIONALE: 'Why an agreement is needed',
    BASIS: 'Basis', ACTION_LINE: 'Action line', COMPONENT: 'Component of a programme', EVIDENCE: 'How something came about',
  },
  Severity: { INFO: 'Good to know', WARNING: 'To be looked at', ERROR: 'Breaks a rule' },
};
