import { inBoth } from '../../../words';

/** The lists of a dataset, by the name that they have in a file. */
const lists = inBoth({
  nl: {
    cooperations: 'Het netwerk', documents: 'Documenten', organisations: 'Organisaties', merged_organisations: 'Samengevoegde organisaties', names: 'Namen', identifiers: 'Registernummers', contacts: 'Contactgegevens',
    municipality_statistics: 'Kerncijfers', stakeholder_groups: 'Groepen', group_memberships: 'Lidmaatschappen van groepen', partnerships: 'Partnerschappen', relations: 'Relaties', programme_lines: 'Programmalijnen', goals: 'Doelen',
    initiatives: 'Initiatieven', initiative_parts: 'Plaatsen van initiatieven', ambitions: 'Ambities', measures: 'Maatstaven', persons: 'Personen', offices: 'Functies', bodies: 'Overleggen', seats: 'Zetels', agreements: 'Afspraken',
    signatures: 'Handtekeningen', decisions: 'Besluiten', commitments: 'Toezeggingen', contributions: 'Bijdragen', milestones: 'Mijlpalen', meetings: 'Vergaderingen', statements: 'Uitspraken', rules: 'Regels', declared_counts: 'Opgegeven aantallen',
    person_contacts: 'Contactgegevens van personen', ties: 'Banden', topics: 'Onderwerpen', targets: 'Doelwitten', assessments: 'Beoordelingen van doelwitten', decision_moments: 'Besluiten op de agenda', decision_stages: 'Stappen naar een besluit',
    contact_moments: 'Gesprekken', contact_notes: 'Vertrouwelijke aantekeningen', follow_ups: 'Acties', preferences: 'Voorkeuren',
  },
  en: {
    cooperations: 'The network', documents: 'Documents', organisations: 'Organisations', merged_organisations: 'Merged organisations', names: 'Names', identifiers: 'Register numbers', contacts: 'Contact details',
    municipality_statistics: 'Figures', stakeholder_groups: 'Groups', group_memberships: 'Memberships of groups', partnerships: 'Partnerships', relations: 'Relations', programme_lines: 'Programme lines', goals: 'Goals',
    initiatives: 'Initiatives', initiative_parts: 'Places of initiatives', ambitions: 'Ambitions', measures: 'Measures', persons: 'Persons', offices: 'Offices', bodies: 'Bodies', seats: 'Seats', agreements: 'Agreements',
    signatures: 'Signatures', decisions: 'Decisions', commitments: 'Commitments', contributions: 'Contributions', milestones: 'Milestones', meetings: 'Meetings', statements: 'Statements', rules: 'Rules', declared_counts: 'Declared numbers',
    person_contacts: 'Contact details of persons', ties: 'Ties', topics: 'Topics', targets: 'Targets', assessments: 'Judgements of targets', decision_moments: 'Decisions ahead', decision_stages: 'Steps to a decision',
    contact_moments: 'Talks', contact_notes: 'Notes in confidence', follow_ups: 'Actions', preferences: 'Preferences',
  },
});

/** What a list is called; a list that is new to the page has only its own name. */
export function listName(noun: string): string {
  const known: Record<string, string> = lists.value;
  return Object.hasOwn(known, noun) ? known[noun]! : noun;
}
