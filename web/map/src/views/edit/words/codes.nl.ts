import type { EditCodes } from './codes';

export const codesNl: EditCodes = {
  AmbitionLevel: { BASE: 'Basis', PLUS: 'Plus' },
  Audience: { PUBLIC: 'Iedereen', PARTNERS: 'Wie voor een partner werkt', PUBLIC_AFFAIRS: 'Wie contacten plant, bij alle partners', HOLDER_ONLY: 'Wie contacten plant, bij de houder' },
  RelationKind: {
    PART_OF: 'is onderdeel van', PARTNER_IN: 'is partner in', REPRESENTS: 'vertegenwoordigt', OWNED_BY: 'is eigendom van', EXECUTES_TASK_FOR: 'voert een taak uit voor',
    WATER_AUTHORITY_FOR: 'is het waterschap voor', DEAL_CASHIER_FOR: 'is kassier van een deal voor', CO_FOUNDED: 'richtte mede op', SUCCEEDED_BY: 'is opgevolgd door',
  },
  Language: { NL: 'Nederlands', EN: 'Engels' },
  NameKind: { OFFICIAL: 'Officiële naam', SHORT: 'Korte naam', ABBREVIATION: 'Afkorting', ALIAS: 'Andere naam' },
  ContactKind: { WEBSITE: 'Website', EMAIL: 'E-mailadres', PHONE: 'Telefoonnummer', LINKEDIN: 'LinkedIn', INSTAGRAM: 'Instagram', SOCIAL: 'Ander sociaal medium' },
  ProgrammeLineKind: { CONTENT: 'Inhoudelijke lijn', PRECONDITION: 'Randvoorwaarde' },
  InitiativeKind: { PROGRAMME: 'Programma', PROJECT: 'Project', ACTIVITY: 'Activiteit' },
  AgreementKind: { AGENDA: 'Agenda', REGIO_DEAL: 'Regio Deal', DECLARATION_OF_INTENT: 'Intentieverklaring', COVENANT: 'Convenant', OTHER: 'Overig' },
  AgreementStatus: { PROPOSED: 'Voorgesteld', AWARDED: 'Toegekend', SIGNED: 'Ondertekend', RUNNING: 'In uitvoering', ENDED: 'Afgelopen' },
  DecisionOutcome: { ADOPTED: 'Vastgesteld', ENDORSED: 'Bekrachtigd', ADVISED: 'Geadviseerd' },
  Direction: { INCREASE: 'Omhoog', DECREASE: 'Omlaag' },
  BodyKind: {
    DEMOCRATIC_ASSEMBLY: 'Raden en Staten samen', EXECUTIVE_COLLEGE: 'College', COUNCIL: 'Raad, Staten of algemene vergadering', CONSTITUENCY: 'Achterban', GENERAL_BOARD: 'Algemeen bestuur',
    EXECUTIVE_BOARD: 'Dagelijks bestuur', SOUNDING_BOARD: 'Klankbordgroep', STEERING_GROUP: 'Stuurgroep', PORTFOLIO_HOLDERS_MEETING: 'Portefeuillehoudersoverleg', BOARD: 'Ander bestuur',
    INTERGOVERNMENTAL_CONSULTATION: 'Overleg tussen overheden', KNOWLEDGE_PROGRAMME: 'Kennisprogramma', ACCOUNT_MEETING: 'Accountoverleg', DIRECTORS_MEETING: 'Directeurenoverleg',
    SECRETARIES_NETWORK: 'Secretarissennetwerk', CORE_TEAM: 'Kernteam', EVENT_SERIES: 'Reeks partnerdagen', OFFICIALS_MEETING: 'Ambtelijk overleg', JOINT_SESSION: 'Gezamenlijke zitting',
    SECTOR_TABLE_COLLECTIVE: 'Sectortafels samen', SECTOR_TABLE: 'Sectortafel', HISTORIC_BOARD: 'Vroeger bestuur', OTHER: 'Overig',
  },
  BodyLevel: { POLITICAL: 'Bestuurlijk', OFFICIAL: 'Ambtelijk', MIXED: 'Beide' },
  Basis: { STATED: 'De bron zegt het', INFERRED: 'Wij lezen het in de bron' },
  MilestoneKind: { MOMENT: 'Moment', PERIOD: 'Periode', MEETING: 'Bijeenkomst', DEADLINE: 'Uiterste datum' },
  StatementKind: {
    TITLE: 'Titel', TOPIC: 'Onderwerp', SLOGAN: 'Leus', PRINCIPLE: 'Uitgangspunt', VALUE: 'Waarde', QUESTION: 'Vraag aan de partners', CLAIM: 'Bewering', PROBLEM: 'Probleem', POLICY_FRAME: 'Beleidskader van anderen',
    GOAL: 'Doel in woorden', QUOTE: 'Citaat', PURPOSE: 'Doel van een afspraak', PARTNERSHIP: 'Partnerschap van een afspraak', AIM: 'Streven van een afspraak', RATIONALE: 'Aanleiding van een afspraak',
    BASIS: 'Grondslag', ACTION_LINE: 'Actielijn', COMPONENT: 'Onderdeel van een programma', EVIDENCE: 'Hoe iets ontstond',
  },
  Severity: { INFO: 'Goed om te weten', WARNING: 'Om naar te kijken', ERROR: 'Breekt een regel' },
};
