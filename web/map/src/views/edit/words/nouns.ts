import { inBoth } from '../../../words';
import type { Noun } from '../shape';

type Nouns = Record<Noun, string>;

const nl: Nouns = {
  Commitment: 'Toezegging', Partnership: 'Partnerschap', GroupMembership: 'Lidmaatschap van een groep', Seat: 'Zetel', Organisation: 'Organisatie', Network: 'Het netwerk', StakeholderGroup: 'Groep', Relation: 'Relatie',
  Person: 'Persoon', Office: 'Functie', Name: 'Naam', Identifier: 'Registernummer', Contact: 'Contactgegeven', MunicipalityStatistics: 'Kerncijfers', ProgrammeLine: 'Programmalijn', Initiative: 'Initiatief', Agreement: 'Afspraak',
  Signature: 'Handtekening', Decision: 'Besluit', Contribution: 'Bijdrage', Place: 'Plaats van een initiatief', Goal: 'Doel', Ambition: 'Ambitie', Measure: 'Maatstaf', Body: 'Overleg', Meeting: 'Vergadering',
  Milestone: 'Mijlpaal', Document: 'Document', Statement: 'Uitspraak', Rule: 'Regel', DeclaredCount: 'Opgegeven aantal',
  Topic: 'Onderwerp', Target: 'Doelwit', Assessment: 'Beoordeling', DecisionMoment: 'Besluit van anderen', DecisionStage: 'Stap van een besluit', Preference: 'Voorkeur van een partner', ContactMoment: 'Gesprek', ContactNote: 'Vertrouwelijke notitie',
  FollowUp: 'Actie', Tie: 'Band', PersonContact: 'Contactgegeven van een persoon',
};

const en: Nouns = {
  Commitment: 'Commitment', Partnership: 'Partnership', GroupMembership: 'Membership of a group', Seat: 'Seat', Organisation: 'Organisation', Network: 'The network', StakeholderGroup: 'Group', Relation: 'Relation',
  Person: 'Person', Office: 'Office', Name: 'Name', Identifier: 'Register number', Contact: 'Contact detail', MunicipalityStatistics: 'Figures', ProgrammeLine: 'Programme line', Initiative: 'Initiative', Agreement: 'Agreement',
  Signature: 'Signature', Decision: 'Decision', Contribution: 'Contribution', Place: 'Place of an initiative', Goal: 'Goal', Ambition: 'Ambition', Measure: 'Measure', Body: 'Body', Meeting: 'Meeting',
  Milestone: 'Milestone', Document: 'Document', Statement: 'Statement', Rule: 'Rule', DeclaredCount: 'Declared number',
  Topic: 'Topic', Target: 'Target', Assessment: 'Judgement', DecisionMoment: 'Decision of others', DecisionStage: 'Stage of a decision', Preference: 'Preference of a partner', ContactMoment: 'Talk', ContactNote: 'Confidential note',
  FollowUp: 'Action', Tie: 'Tie', PersonContact: 'Contact detail of a person',
};

export const nouns = inBoth({ nl, en });
