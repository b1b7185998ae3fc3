import type { Codes } from './codes';

/** What the codes of the schema are called in Dutch. */
export const codes: Codes = {
  helix: { GOVERNMENT: 'Overheid', EDUCATION: 'Onderwijs', BUSINESS: 'Ondernemers', INTERMEDIARY: 'Intermediair' },
  layer: { MUNICIPAL: 'Gemeenten', PROVINCIAL: 'Provincies', WATER_AUTHORITY: 'Waterschappen', NATIONAL: 'Rijk', EUROPEAN: 'Europa' },
  oneLayer: { MUNICIPAL: 'Gemeente', PROVINCIAL: 'Provincie', WATER_AUTHORITY: 'Waterschap', NATIONAL: 'Rijk', EUROPEAN: 'Europa' },
  noun: { organisation: 'Organisatie', body: 'Overleg', line: 'Programmalijn', initiative: 'Initiatief', agreement: 'Afspraak', group: 'Groep', person: 'Persoon' },
  nouns: { organisation: 'Organisaties', body: 'Overleggen', line: 'Programmalijnen', initiative: 'Initiatieven', agreement: 'Afspraken', group: 'Groepen', person: 'Personen' },
  status: { CONTRIBUTING: 'Levert', RATIFIED: 'Bekrachtigd', PLEDGED: 'Toegezegd', CONSIDERING: 'Overweegt', FORMER: 'Deed mee', NONE: 'Niets bekend', DECLINED: 'Afgezegd' },
  tier: { CORE: 'Kern', WILLING: 'Willend', PROSPECT: 'Kansrijk', OUTSIDE: 'Daarbuiten' },
  tierHelp: { CORE: 'Bekrachtigd, met middelen.', WILLING: 'Toegezegd, maar nog niet bekrachtigd met middelen.', PROSPECT: 'Een voornemen, of een toezegging waarvan de voorwaarde niet vervuld is.', OUTSIDE: 'Geen deelname, niet meer, of afgezegd.' },
  confidence: { HIGH: 'Hoog', MEDIUM: 'Middel', LOW: 'Laag', UNVERIFIED: 'Niet nagegaan' },
  confidenceFrom: { HIGH: 'Alleen hoog', MEDIUM: 'Middel en hoger', LOW: 'Laag en hoger', UNVERIFIED: 'Alles' },
  route: { DIRECT: 'Toezegging', VIA_INITIATIVE: 'Via een initiatief', GOVERNANCE: 'Zetel in een overleg', AGREEMENT: 'Handtekening onder een afspraak' },
  commitment: { INTENDED: 'voorgenomen', PLEDGED: 'toegezegd', RATIFIED: 'bekrachtigd', REALISED: 'geleverd', DECLINED: 'afgezegd', WITHDRAWN: 'ingetrokken' },
  role: { CHAIR: 'Voorzitter', VICE_CHAIR: 'Vicevoorzitter', MEMBER: 'Lid', SECRETARY: 'Secretaris', ADVISER: 'Adviseur', OBSERVER: 'Toehoorder' },
  signature: 'Ondertekenaar',
  promise: 'Toezegging',
  contribution: { BUDGET: 'Geld', CAPACITY: 'Menskracht', IN_KIND: 'In natura', EXPERTISE: 'Kennis', NETWORK: 'Netwerk' },
  per: { YEAR: 'per jaar', INHABITANT: 'per inwoner', year: 'per jaar', inhabitant: 'per inwoner', 'inhabitant and year': 'per inwoner per jaar', month: 'per maand' },
  unit: { hour: 'uur' },
  change: { ADDED: 'toegevoegd', CHANGED: 'gewijzigd', REMOVED: 'verwijderd' },
  kind: {
    MUNICIPALITY: 'Gemeente', PROVINCE: 'Provincie', WATER_BOARD: 'Waterschap', NATIONAL_GOVERNMENT: 'Rijk', MINISTRY: 'Ministerie',
    EXECUTIVE_AGENCY: 'Uitvoeringsorganisatie', EUROPEAN_UNION: 'Europese Unie', EU_INSTITUTION: 'Instelling van de EU', UNIVERSITY: 'Universiteit',
    UNIVERSITY_OF_APPLIED_SCIENCES: 'Hogeschool', VOCATIONAL_COLLEGE: 'Mbo-instelling', SCHOOL: 'School', EDUCATION_ALLIANCE: 'Verband van scholen',
    EDUCATION_BROKER: 'Onderwijsloket', EMPLOYERS_ASSOCIATION: 'Ondernemersvereniging', BRANCH_ORGANISATION: 'Brancheorganisatie', COMPANY: 'Bedrijf',
    INNOVATION_CAMPUS: 'Innovatiecampus', ECONOMIC_BOARD: 'Economic board', EMPLOYMENT_AGENCY: 'UWV', EDUCATION_LABOUR_MARKET_BODY: 'Onderwijs en arbeidsmarkt',
    RAIL_INFRASTRUCTURE_MANAGER: 'Spoorbeheerder', RAIL_OPERATOR: 'Spoorvervoerder', CHAMBER_OF_COMMERCE: 'Kamer van Koophandel', INNOVATION_BROKER: 'Innovatieloket',
    COMMUNITY_ORGANISATION: 'Maatschappelijke organisatie', COLLABORATION: 'Samenwerkingsverband', SECRETARIAT: 'Bureau', OTHER: 'Overig',
  },
};
