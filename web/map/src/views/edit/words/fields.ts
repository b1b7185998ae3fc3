import { inBoth } from '../../../words';
import type { FieldName, Noun } from '../shape';

/** What a field is called. `id` is called by what it is about. */
type Fields = Record<Exclude<FieldName, 'id' | 'ifRevision' | 'idempotencyKey'>, string>;

const nl: Fields = {
  organisation: 'Organisatie', subject: 'Waaraan', status: 'Stand', contributions: 'Bijdragen', condition: 'Voorwaarde', since: 'Sinds', until: 'Tot en met', source: 'Bron', confidence: 'Zekerheid', audience: 'Wie mag het zien',
  note: 'Opmerking', reason: 'Reden', programmeLine: 'Programmalijn', initiative: 'Initiatief', agreement: 'Afspraak', kind: 'Soort', amount: 'Bedrag of hoeveelheid', unit: 'Eenheid', per: 'Per', minimum: 'Ten minste',
  all: 'Al deze voorwaarden', any: 'Een van deze voorwaarden', includes: 'Deze organisatie doet mee', parties: 'Zoveel partijen doen mee', budget: 'Zoveel geld is er', inhabitants: 'Zoveel inwoners doen mee', level: 'Niveau', not: 'Niet dit',
  atLeast: 'Ten minste', helix: 'Welke O', atLeastPct: 'Ten minste (procent)', title: 'Titel van de bron', locator: 'Plaats in de bron', url: 'Webadres', commitment: 'Toezegging', decision: 'Besluit', on: 'Op', group: 'Groep',
  duplicate: 'Dubbele organisatie (verdwijnt)', into: 'Organisatie die blijft', nameNl: 'Naam (Nederlands)', nameEn: 'Naam (Engels)', missionNl: 'Missie (Nederlands)', missionEn: 'Missie (Engels)',
  strengthNl: 'Kracht (Nederlands)', strengthEn: 'Kracht (Engels)', legalEntity: 'Is een rechtspersoon', agenda: 'Lopende agenda', slug: 'Sleutel in adressen', layer: 'Bestuurslaag', parent: 'Valt onder', territory: 'Ligt in',
  fromOrganisation: 'Van: organisatie', fromGroup: 'Van: groep', fromBody: 'Van: overleg', toOrganisation: 'Naar: organisatie', toGroup: 'Naar: groep', toBody: 'Naar: overleg', name: 'Naam', holder: 'Houder', person: 'Persoon',
  labelNl: 'Functie (Nederlands)', labelEn: 'Functie (Engels)', language: 'Taal', body: 'Overleg', scheme: 'Register', value: 'Waarde', countedOn: 'Geteld op', areaKm2: 'Oppervlakte (km²)', councilSeats: 'Raadszetels',
  position: 'Volgorde', example: 'Is een voorbeeld', knowledge: 'Deelt kennis', resultsShared: 'Resultaten gedeeld', goals: 'Doelen', places: 'Plaatsen', whole: 'Onderdeel van', share: 'Aandeel (procent)', signed: 'Ondertekend op',
  covers: 'Gaat over de lijnen', buildsOn: 'Bouwt voort op', website: 'Website', role: 'Rol', ratifiedBy: 'Bekrachtigd door besluit', titleNl: 'Titel (Nederlands)', outcome: 'Uitkomst', date: 'Datum', titleEn: 'Titel (Engels)',
  expected: 'Door hoeveel organen te nemen', period: 'Periode', partnership: 'Partnerschap', realisedOn: 'Geleverd op', textNl: 'Tekst (Nederlands)', textEn: 'Tekst (Engels)', servedBy: 'Initiatieven die eraan bijdragen', row: 'Rij',
  topic: 'Onderwerp', ambition: 'Ambitie', approximate: 'Bij benadering', reference: 'Is een vergelijking', maximum: 'Ten hoogste', direction: 'Richting', democratic: 'Is democratisch', inChart: 'Staat in het organogram', inSchedule: 'Staat in het vergaderschema',
  parentBasis: 'Hoe dat bekend is', steersProgrammeLines: 'Stuurt de lijnen', steersInitiatives: 'Stuurt de initiatieven', democraticBasis: 'Democratische grondslag', onBehalfOf: 'Namens de organisaties', onBehalfOfGroup: 'Namens de groep',
  suppliedBy: 'Geleverd door', papersSent: 'Stukken verzonden', yearInferred: 'Jaartal is afgeleid', agreements: 'Afspraken', pages: "Pagina's", theme: 'Thema', rule: 'Regel', refersTo: 'Verwijst naar', speaker: 'Spreker', number: 'Getal',
  code: 'Code', severity: 'Ernst', ours: 'Is een eigen regel', whatNl: 'Wat geteld is (Nederlands)', declared: 'Opgegeven aantal', whatEn: 'Wat geteld is (Engels)',
  askNl: 'Wat wij vragen (Nederlands)', askEn: 'Wat wij vragen (Engels)', target: 'Doelwit', decisionRight: 'Zeggenschap', influence: 'Invloed', interest: 'Belang', channel: 'Hoe', frequency: 'Hoe vaak', topics: 'Onderwerpen',
  decisionMoment: 'Besluit van anderen', opensDaysBefore: 'Praten helpt vanaf (dagen ervoor)', closesDaysBefore: 'Praten helpt tot (dagen ervoor)', fromPerson: 'De een', toPerson: 'De ander', strength: 'Hoe sterk', confirmedOn: 'Laatst bevestigd',
  ourPersons: 'Wie van ons', theirPersons: 'Met wie', after: 'Introductie vooraf', contactMoment: 'Gesprek', text: 'Wat', due: 'Uiterlijk', owner: 'Wie doet het', doneOn: 'Gedaan op',
};

/** What some call a field by a word of their own. */
type Otherwise = Partial<Record<Noun, Partial<Fields>>>;

const otherwiseNl: Otherwise = {
  Topic: { status: 'Hoe ver het is' },
  Target: { value: 'Gewicht' },
  Assessment: { position: 'Houding' },
  Preference: { topic: 'Waarover', person: 'Via wie' },
  DecisionMoment: { body: 'Wie beslist' },
  DecisionStage: { kind: 'Wat er gebeurt' },
  ContactMoment: { date: 'Dag', position: 'Wat is er gevraagd', outcome: 'Wat kwam eruit' },
  ContactNote: { text: 'In vertrouwen' },
  FollowUp: { text: 'Wat moet er gebeuren' },
};

const en: Fields = {
  organisation: 'Organisation', subject: 'To what', status: 'Status', contributions: 'Contributions', condition: 'Condition', since: 'Since', until: 'Until', source: 'Source', confidence: 'Confidence', audience: 'Who may see it',
  note: 'Note', reason: 'Reason', programmeLine: 'Programme line', initiative: 'Initiative', agreement: 'Agreement', kind: 'Kind', amount: 'Amount', unit: 'Unit', per: 'Per', minimum: 'At least',
  all: 'All of these conditions', any: 'Any of these conditions', includes: 'This organisation takes part', parties: 'So many parties take part', budget: 'So much money is there', inhabitants: 'So many inhabitants take part', level: 'Level', not: 'Not this',
  atLeast: 'At least', helix: 'Helix', atLeastPct: 'At least (percent)', title: 'Title of the source', locator: 'Place in the source', url: 'Web address', commitment: 'Commitment', decision: 'Decision', on: 'On', group: 'Group',
  duplicate: 'Duplicate organisation (goes)', into: 'Organisation that stays', nameNl: 'Name (Dutch)', nameEn: 'Name (English)', missionNl: 'Mission (Dutch)', missionEn: 'Mission (English)',
  strengthNl: 'Strength (Dutch)', strengthEn: 'Strength (English)', legalEntity: 'Is a legal entity', agenda: 'Running agenda', slug: 'Key in addresses', layer: 'Layer of government', parent: 'Stands under', territory: 'Lies in',
  fromOrganisation: 'From: organisation', fromGroup: 'From: group', fromBody: 'From: body', toOrganisation: 'To: organisation', toGroup: 'To: group', toBody: 'To: body', name: 'Name', holder: 'Holder', person: 'Person',
  labelNl: 'Office (Dutch)', labelEn: 'Office (English)', language: 'Language', body: 'Body', scheme: 'Register', value: 'Value', countedOn: 'Counted on', areaKm2: 'Area (km²)', councilSeats: 'Council seats',
  position: 'Position', example: 'Is an example', knowledge: 'Shares knowledge', resultsShared: 'Results shared', goals: 'Goals', places: 'Places', whole: 'Part of', share: 'Share (percent)', signed: 'Signed on',
  covers: 'Covers the lines', buildsOn: 'Builds on', website: 'Website', role: 'Role', ratifiedBy: 'Ratified by decision', titleNl: 'Title (Dutch)', outcome: 'Outcome', date: 'Date', titleEn: 'Title (English)',
  expected: 'By how many bodies it is to be taken', period: 'Period', partnership: 'Partnership', realisedOn: 'Delivered on', textNl: 'Text (Dutch)', textEn: 'Text (English)', servedBy: 'Initiatives that serve it', row: 'Row',
  topic: 'Topic', ambition: 'Ambition', approximate: 'Approximate', reference: 'Is a reference', maximum: 'At most', direction: 'Direction', democratic: 'Is democratic', inChart: 'Is in the chart', inSchedule: 'Is in the schedule',
  parentBasis: 'How that is known', steersProgrammeLines: 'Steers the lines', steersInitiatives: 'Steers the initiatives', democraticBasis: 'Democratic basis', onBehalfOf: 'On behalf of the organisations', onBehalfOfGroup: 'On behalf of the group',
  suppliedBy: 'Supplied by', papersSent: 'Papers sent', yearInferred: 'Year is inferred', agreements: 'Agreements', pages: 'Pages', theme: 'Theme', rule: 'Rule', refersTo: 'Refers to', speaker: 'Speaker', number: 'Number',
  code: 'Code', severity: 'Severity', ours: 'Is a rule of our own', whatNl: 'What is counted (Dutch)', declared: 'Declared number', whatEn: 'What is counted (English)',
  askNl: 'What we ask (Dutch)', askEn: 'What we ask (English)', target: 'Target', decisionRight: 'Say', influence: 'Influence', interest: 'Interest', channel: 'How', frequency: 'How often', topics: 'Topics',
  decisionMoment: 'Decision of others', opensDaysBefore: 'Talking helps from (days before)', closesDaysBefore: 'Talking helps until (days before)', fromPerson: 'One of them', toPerson: 'The other', strength: 'How strong', confirmedOn: 'Last confirmed',
  ourPersons: 'Who of ours', theirPersons: 'With whom', after: 'Introduction before it', contactMoment: 'Talk', text: 'What', due: 'By when', owner: 'Who does it', doneOn: 'Done on',
};

const otherwiseEn: Otherwise = {
  Topic: { status: 'How far it is' },
  Target: { value: 'Weight' },
  Assessment: { position: 'Stance' },
  Preference: { topic: 'About what', person: 'Through whom' },
  DecisionMoment: { body: 'Who decides' },
  DecisionStage: { kind: 'What happens' },
  ContactMoment: { date: 'Day', position: 'What was asked', outcome: 'What came of it' },
  ContactNote: { text: 'In confidence' },
  FollowUp: { text: 'What has to be done' },
};

export const fields = inBoth({ nl, en });

export const otherwise = inBoth({ nl: otherwiseNl, en: otherwiseEn });
