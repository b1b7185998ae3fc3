import { inBoth } from '../../../words';
import type { Noun } from '../shape';

type Nouns = Record<Noun, string>;

const nl: Nouns = {
  Commitment: 'Toezegging', Partnership: 'Partnerschap', GroupMembership: 'Lidmaatschap van een groep', Seat: 'Zetel', Organisation: 'Organisatie', Network: 'Het netwerk', StakeholderGroup: 'Groep', Relation: 'Relatie',
  Person: 'Persoon', Office: 'Functie', Name: 'Naam', Identifier: 'Registernummer', Contact: 'Contactgegeven', MunicipalityStatistics: 'Kerncijfers', ProgrammeLine: 'Programmalijn', Initiative: 'Initiatief', Agreement: 'Afspraak',
  Signature: 'Handtekening', Decision: 'Besluit', Contribution: 'Bijdrage', Place: 'Plaats van een initiatief', Goal: 'Doel', Ambition: 'Ambitie', Measure: 'Maatstaf', Body: 'Overleg', Meeting: 'Vergadering',
  Milestone: 'Mijlpaal', Document: 'Document', Statement: 'Uitspraak', Rule: 'Regel', DeclaredCount: 'Opgegeven aantal',
};

const en: Nouns = {
  Commitment: 'Commitment', Partnership: 'Partnership', GroupMembership: 'Membership of a group', Seat: 'Seat', Organisation: 'Organisation', Network: 'The network', StakeholderGroup: 'Group', Relation: 'Relation',
  Person: 'Person', Office: 'Office', Name: 'Name', Identifier: 'Register number', Contact: 'Contact detail', MunicipalityStatistics: 'Figures', ProgrammeLine: 'Programme line', Initiative: 'Initiative', Agreement: 'Agreement',
  Signature: 'Signature', Decision: 'Decision', Contribution: 'Contribution', Place: 'Place of an initiative', Goal: 'Goal', Ambition: 'Ambition', Measure: 'Measure', Body: 'Body', Meeting: 'Meeting',
  Milestone: 'Milestone', Document: 'Document', Statement: 'Statement', Rule: 'Rule', DeclaredCount: 'Declared number',
};

export const nouns = inBoth({ nl, en });
