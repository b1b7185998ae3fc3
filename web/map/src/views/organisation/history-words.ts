import { codes, inBoth, words } from '../../words';
import { isPartialDate, partialDate } from '../../words/format';

/** What nouns and their fields are called where it is told what was recorded. */
const names = inBoth({
  nl: {
    nouns: {
      organisations: 'Organisatie', names: 'Naam', identifiers: 'Registernummer', contacts: 'Contactgegeven', municipality_statistics: 'Kerncijfers',
      group_memberships: 'Lidmaatschap van een groep', partnerships: 'Partnerschap', relations: 'Relatie', offices: 'Functie', seats: 'Zetel',
      signatures: 'Handtekening', commitments: 'Toezegging', contributions: 'Bijdrage', merged_organisations: 'Samengevoegde organisatie',
    } as Record<string, string>,
    fields: {
      slug: 'Sleutel', name_nl: 'Nederlandse naam', name_en: 'Engelse naam', name: 'Naam', kind: 'Soort', helix: 'O', layer: 'Bestuurslaag',
      parent: 'Onderdeel van', territory: 'Ligt in', since: 'Sinds', until: 'Tot en met', confidence: 'Zekerheid', audience: 'Wie het mag zien',
      note: 'Opmerking', source: 'Bron', holder: 'Van wie', organisation: 'Organisatie', body: 'Overleg', role: 'Rol', on_behalf_of: 'Namens',
      on_behalf_of_group: 'Namens de groep', supplied_by: 'Geleverd door', agreement: 'Afspraak', ratified_by: 'Bekrachtigd door', status: 'Stand',
      programme_line: 'Programmalijn', initiative: 'Initiatief', condition: 'Voorwaarde', amount: 'Bedrag', unit: 'Eenheid', per: 'Per',
      minimum: 'Ten minste', value: 'Waarde', scheme: 'Register', language: 'Taal', group: 'Groep', inhabitants: 'Inwoners', area_km2: 'Oppervlakte (km²)',
      council_seats: 'Raadszetels', counted_on: 'Geteld op', commitment: 'Toezegging', date: 'Datum', person: 'Persoon', into: 'Opgegaan in',
    } as Record<string, string>,
    yes: 'ja', no: 'nee',
  },
  en: {
    nouns: {
      organisations: 'Organisation', names: 'Name', identifiers: 'Register number', contacts: 'Contact detail', municipality_statistics: 'Figures',
      group_memberships: 'Membership of a group', partnerships: 'Partnership', relations: 'Relation', offices: 'Office', seats: 'Seat',
      signatures: 'Signature', commitments: 'Commitment', contributions: 'Contribution', merged_organisations: 'Merged organisation',
    },
    fields: {
      slug: 'Key', name_nl: 'Dutch name', name_en: 'English name', helix: 'Helix', layer: 'Layer of government', parent: 'Part of', territory: 'Lies in',
      audience: 'Who may see it', holder: 'Whose', on_behalf_of: 'On behalf of', on_behalf_of_group: 'On behalf of the group', supplied_by: 'Supplied by',
      ratified_by: 'Ratified by', programme_line: 'Programme line', minimum: 'At least', scheme: 'Register', area_km2: 'Area (km²)',
      council_seats: 'Council seats', counted_on: 'Counted on', into: 'Merged into',
    },
    yes: 'yes', no: 'no',
  },
});

/** A noun as people say it; one without a word of its own as it is called in files. */
export function nounSaid(noun: string): string {
  return names.value.nouns[noun] ?? spelled(noun);
}

export function fieldSaid(field: string): string {
  return names.value.fields[field] ?? spelled(field);
}

/** What a field said: codes and dates in words, all else as it was written. */
export function valueSaid(noun: string, field: string, value: string | null): string {
  if (value === null || value === '') return '–';
  if (value === 'true') return names.value.yes;
  if (value === 'false') return names.value.no;
  if (isPartialDate(value)) return partialDate(value);
  const said = tableOf(noun, field)?.[value];
  return said ?? value;
}

function tableOf(noun: string, field: string): Readonly<Record<string, string>> | undefined {
  const of = codes.value;
  if (field === 'confidence') return of.confidence;
  if (field === 'helix') return of.helix;
  if (field === 'layer') return of.layer;
  if (noun === 'organisations' && field === 'kind') return of.kind;
  if (noun === 'contributions' && field === 'kind') return of.contribution;
  if (noun === 'commitments' && field === 'status') return of.commitment;
  if (noun === 'seats' && field === 'role') return of.role;
  return undefined;
}

function spelled(name: string): string {
  const text = name.replaceAll('_', ' ');
  return text.charAt(0).toLocaleUpperCase(words.value.locale) + text.slice(1);
}
