import type {
  AgreementKind, AgreementStatus, AmbitionLevel, BodyKind, BodyLevel, Direction, InitiativeKind, MilestoneKind, RelationKind,
} from '../generated/graphql';
import { inBoth } from '.';

/** Codes of the programme and of governance, which some views show and forms offer. They come with those, not with the page. */
interface Kinds {
  body: Record<BodyKind, string>;
  bodyLevel: Record<BodyLevel, string>;
  /** What the first is to the second. */
  relation: Record<RelationKind, string>;
  initiative: Record<InitiativeKind, string>;
  ambition: Record<AmbitionLevel, string>;
  agreement: Record<AgreementKind, string>;
  agreementStatus: Record<AgreementStatus, string>;
  milestone: Record<MilestoneKind, string>;
  direction: Record<Direction, string>;
}

export const kinds = inBoth<Kinds>({
  nl: {
    body: {
      DEMOCRATIC_ASSEMBLY: 'Volksvertegenwoordigingen', EXECUTIVE_COLLEGE: 'College', COUNCIL: 'Raad, Staten of algemeen bestuur', CONSTITUENCY: 'Achterban', GENERAL_BOARD: 'Algemeen bestuur', EXECUTIVE_BOARD: 'Dagelijks bestuur',
      SOUNDING_BOARD: 'Klankbordgroep', STEERING_GROUP: 'Stuurgroep', PORTFOLIO_HOLDERS_MEETING: 'Portefeuillehoudersoverleg', BOARD: 'Bestuur of board', INTERGOVERNMENTAL_CONSULTATION: 'Overleg tussen overheden', KNOWLEDGE_PROGRAMME: 'Kennisprogramma',
      ACCOUNT_MEETING: 'Accountoverleg', DIRECTORS_MEETING: 'Directeurenoverleg', SECRETARIES_NETWORK: 'Secretarissennetwerk', CORE_TEAM: 'Kernteam', EVENT_SERIES: 'Reeks bijeenkomsten', OFFICIALS_MEETING: 'Ambtelijk overleg', JOINT_SESSION: 'Gezamenlijke zitting',
      SECTOR_TABLE_COLLECTIVE: 'Sectortafels samen', SECTOR_TABLE: 'Sectortafel', HISTORIC_BOARD: 'Vroeger bestuur', OTHER: 'Overig',
    },
    bodyLevel: { POLITICAL: 'Bestuurlijk', OFFICIAL: 'Ambtelijk', MIXED: 'Bestuurlijk en ambtelijk' },
    relation: {
      PART_OF: 'is onderdeel van', PARTNER_IN: 'is partner in', REPRESENTS: 'vertegenwoordigt', OWNED_BY: 'is eigendom van', EXECUTES_TASK_FOR: 'voert een taak uit voor', WATER_AUTHORITY_FOR: 'is het waterschap voor', DEAL_CASHIER_FOR: 'is kassier van een deal voor',
      CO_FOUNDED: 'richtte mede op', SUCCEEDED_BY: 'is opgevolgd door',
    },
    initiative: { PROGRAMME: 'Programma', PROJECT: 'Project', ACTIVITY: 'Activiteit' },
    ambition: { BASE: 'Basisniveau', PLUS: 'Plusniveau' },
    agreement: { AGENDA: 'Agenda', REGIO_DEAL: 'Regio Deal', DECLARATION_OF_INTENT: 'Intentieverklaring', COVENANT: 'Convenant', OTHER: 'Overig' },
    agreementStatus: { PROPOSED: 'Voorgesteld of aangevraagd', AWARDED: 'Toegekend', SIGNED: 'Ondertekend', RUNNING: 'Loopt', ENDED: 'Afgelopen' },
    milestone: { MOMENT: 'Moment', PERIOD: 'Periode', MEETING: 'Vergadering', DEADLINE: 'Uiterste datum' },
    direction: { INCREASE: 'Omhoog', DECREASE: 'Omlaag' },
  },
  en: {
    body: {
      DEMOCRATIC_ASSEMBLY: 'Elected assemblies', EXECUTIVE_COLLEGE: 'Executive', COUNCIL: 'Council, states or assembly', CONSTITUENCY: 'Constituency', GENERAL_BOARD: 'General board', EXECUTIVE_BOARD: 'Executive board',
      SOUNDING_BOARD: 'Sounding board', STEERING_GROUP: 'Steering group', PORTFOLIO_HOLDERS_MEETING: 'Portfolio holders’ meeting', BOARD: 'Board', INTERGOVERNMENTAL_CONSULTATION: 'Consultation between governments', KNOWLEDGE_PROGRAMME: 'Knowledge programme',
      ACCOUNT_MEETING: 'Account managers’ meeting', DIRECTORS_MEETING: 'Directors’ meeting', SECRETARIES_NETWORK: 'Network of secretaries', CORE_TEAM: 'Core team', EVENT_SERIES: 'Series of events', OFFICIALS_MEETING: 'Officials’ meeting', JOINT_SESSION: 'Joint session',
      SECTOR_TABLE_COLLECTIVE: 'Sector tables together', SECTOR_TABLE: 'Sector table', HISTORIC_BOARD: 'Former board', OTHER: 'Other',
    },
    bodyLevel: { POLITICAL: 'Administrators', OFFICIAL: 'Officials', MIXED: 'Administrators and officials' },
    relation: {
      PART_OF: 'is a part of', PARTNER_IN: 'is a partner in', REPRESENTS: 'speaks for', OWNED_BY: 'is owned by', EXECUTES_TASK_FOR: 'executes a task for', WATER_AUTHORITY_FOR: 'is the water authority for', DEAL_CASHIER_FOR: 'holds the money of a deal for',
      CO_FOUNDED: 'co-founded', SUCCEEDED_BY: 'was succeeded by',
    },
    initiative: { PROGRAMME: 'Programme', PROJECT: 'Project', ACTIVITY: 'Activity' },
    ambition: { BASE: 'Base level', PLUS: 'Plus level' },
    agreement: { AGENDA: 'Agenda', REGIO_DEAL: 'Regio Deal', DECLARATION_OF_INTENT: 'Declaration of intent', COVENANT: 'Covenant', OTHER: 'Other' },
    agreementStatus: { PROPOSED: 'Proposed or applied for', AWARDED: 'Awarded', SIGNED: 'Signed', RUNNING: 'Running', ENDED: 'Over' },
    milestone: { MOMENT: 'Moment', PERIOD: 'Period', MEETING: 'Meeting', DEADLINE: 'Deadline' },
    direction: { INCREASE: 'Up', DECREASE: 'Down' },
  },
});
