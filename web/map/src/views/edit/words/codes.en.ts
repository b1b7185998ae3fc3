import type { EditCodes } from './codes';

export const codesEn: EditCodes = {
  AmbitionLevel: { BASE: 'Base', PLUS: 'Plus' },
  Audience: { PUBLIC: 'Everybody', PARTNERS: 'Those who work for a partner', PUBLIC_AFFAIRS: 'Those who plan contacts, of all partners', HOLDER_ONLY: 'Those who plan contacts, of the holder' },
  RelationKind: {
    PART_OF: 'is a part of', PARTNER_IN: 'is a partner in', REPRESENTS: 'speaks for', OWNED_BY: 'is owned by', EXECUTES_TASK_FOR: 'executes a task for',
    WATER_AUTHORITY_FOR: 'is the water authority for', DEAL_CASHIER_FOR: 'holds the money of a deal for', CO_FOUNDED: 'founded with others', SUCCEEDED_BY: 'was succeeded by',
  },
  Language: { NL: 'Dutch', EN: 'English' },
  NameKind: { OFFICIAL: 'Official name', SHORT: 'Short name', ABBREVIATION: 'Abbreviation', ALIAS: 'Another name' },
  ContactKind: { WEBSITE: 'Website', EMAIL: 'E-mail address', PHONE: 'Telephone number', LINKEDIN: 'LinkedIn', INSTAGRAM: 'Instagram', SOCIAL: 'Another social medium' },
  ProgrammeLineKind: { CONTENT: 'Content line', PRECONDITION: 'Precondition' },
  InitiativeKind: { PROGRAMME: 'Programme', PROJECT: 'Project', ACTIVITY: 'Activity' },
  AgreementKind: { AGENDA: 'Agenda', REGIO_DEAL: 'Regio Deal', DECLARATION_OF_INTENT: 'Declaration of intent', COVENANT: 'Covenant', OTHER: 'Other' },
  AgreementStatus: { PROPOSED: 'Proposed', AWARDED: 'Awarded', SIGNED: 'Signed', RUNNING: 'Being carried out', ENDED: 'Over' },
  DecisionOutcome: { ADOPTED: 'Adopted', ENDORSED: 'Endorsed', ADVISED: 'Advised' },
  Direction: { INCREASE: 'Up', DECREASE: 'Down' },
  BodyKind: {
    DEMOCRATIC_ASSEMBLY: 'Councils and states together', EXECUTIVE_COLLEGE: 'Executive (college)', COUNCIL: 'Council, states or assembly', CONSTITUENCY: 'Constituency', GENERAL_BOARD: 'General board',
    EXECUTIVE_BOARD: 'Executive board', SOUNDING_BOARD: 'Sounding board', STEERING_GROUP: 'Steering group', PORTFOLIO_HOLDERS_MEETING: "Portfolio holders' meeting", BOARD: 'Another board',
    INTERGOVERNMENTAL_CONSULTATION: 'Consultation between governments', KNOWLEDGE_PROGRAMME: 'Knowledge programme', ACCOUNT_MEETING: "Account managers' meeting", DIRECTORS_MEETING: 'Meeting of directors',
    SECRETARIES_NETWORK: 'Network of secretaries', CORE_TEAM: 'Core team', EVENT_SERIES: 'Series of partner days', OFFICIALS_MEETING: "Officials' meeting", JOINT_SESSION: 'Joint session',
    SECTOR_TABLE_COLLECTIVE: 'Sector tables together', SECTOR_TABLE: 'Sector table', HISTORIC_BOARD: 'Former board', OTHER: 'Other',
  },
  BodyLevel: { POLITICAL: 'Administrators', OFFICIAL: 'Officials', MIXED: 'Both' },
  Basis: { STATED: 'The source says so', INFERRED: 'We read it from the source' },
  MilestoneKind: { MOMENT: 'Moment', PERIOD: 'Period', MEETING: 'Meeting', DEADLINE: 'Deadline' },
  StatementKind: {
    TITLE: 'Title', TOPIC: 'Topic', SLOGAN: 'Slogan', PRINCIPLE: 'Principle', VALUE: 'Value', QUESTION: 'Question to the partners', CLAIM: 'Claim', PROBLEM: 'Problem', POLICY_FRAME: 'Policy frame of others',
    GOAL: 'Goal in words', QUOTE: 'Quotation', PURPOSE: 'Purpose of an agreement', PARTNERSHIP: 'Partnership of an agreement', AIM: 'Aim of an agreement', RATIONALE: 'Why an agreement is needed',
    BASIS: 'Basis', ACTION_LINE: 'Action line', COMPONENT: 'Component of a programme', EVIDENCE: 'How something came about',
  },
  Severity: { INFO: 'Good to know', WARNING: 'To be looked at', ERROR: 'Breaks a rule' },
};
