import type { Codes } from './codes';

/** What the codes of the schema are called in English. */
export const codes: Codes = {
  helix: { GOVERNMENT: 'Government', EDUCATION: 'Education', BUSINESS: 'Business', INTERMEDIARY: 'Intermediary' },
  layer: { MUNICIPAL: 'Municipalities', PROVINCIAL: 'Provinces', WATER_AUTHORITY: 'Water boards', NATIONAL: 'National', EUROPEAN: 'Europe' },
  oneLayer: { MUNICIPAL: 'Municipality', PROVINCIAL: 'Province', WATER_AUTHORITY: 'Water board', NATIONAL: 'National', EUROPEAN: 'Europe' },
  noun: { organisation: 'Organisation', body: 'Body', line: 'Programme line', initiative: 'Initiative', agreement: 'Agreement', group: 'Group', person: 'Person' },
  nouns: { organisation: 'Organisations', body: 'Bodies', line: 'Programme lines', initiative: 'Initiatives', agreement: 'Agreements', group: 'Groups', person: 'Persons' },
  status: { CONTRIBUTING: 'Contributing', RATIFIED: 'Ratified', PLEDGED: 'Pledged', CONSIDERING: 'Considering', FORMER: 'Former', NONE: 'Nothing known', DECLINED: 'Declined' },
  tier: { CORE: 'Core', WILLING: 'Willing', PROSPECT: 'Prospect', OUTSIDE: 'Outside' },
  tierHelp: { CORE: 'Ratified, with means.', WILLING: 'Pledged, but not ratified with means yet.', PROSPECT: 'An intention, or a pledge whose condition is not met.', OUTSIDE: 'Takes no part, no more, or declined.' },
  confidence: { HIGH: 'High', MEDIUM: 'Medium', LOW: 'Low', UNVERIFIED: 'Not verified' },
  confidenceFrom: { HIGH: 'High only', MEDIUM: 'Medium and higher', LOW: 'Low and higher', UNVERIFIED: 'All' },
  route: { DIRECT: 'Commitment', VIA_INITIATIVE: 'Through an initiative', GOVERNANCE: 'Seat in a body', AGREEMENT: 'Signature under an agreement' },
  commitment: { INTENDED: 'intended', PLEDGED: 'pledged', RATIFIED: 'ratified', REALISED: 'delivered', DECLINED: 'declined', WITHDRAWN: 'withdrawn' },
  role: { CHAIR: 'Chair', VICE_CHAIR: 'Vice chair', MEMBER: 'Member', SECRETARY: 'Secretary', ADVISER: 'Adviser', OBSERVER: 'Observer' },
  signature: 'Signatory',
  promise: 'Commitment',
  contribution: { BUDGET: 'Money', CAPACITY: "People's time", IN_KIND: 'In kind', EXPERTISE: 'Knowledge', NETWORK: 'Network' },
  per: { YEAR: 'per year', INHABITANT: 'per inhabitant', year: 'per year', inhabitant: 'per inhabitant', 'inhabitant and year': 'per inhabitant and year', month: 'per month' },
  unit: { hour: 'hours' },
  change: { ADDED: 'added', CHANGED: 'changed', REMOVED: 'removed' },
  kind: {
    MUNICIPALITY: 'Municipality', PROVINCE: 'Province', WATER_BOARD: 'Water board', NATIONAL_GOVERNMENT: 'Central government', MINISTRY: 'Ministry',
    EXECUTIVE_AGENCY: 'Executive agency', EUROPEAN_UNION: 'European Union', EU_INSTITUTION: 'Institution of the EU', UNIVERSITY: 'University',
    UNIVERSITY_OF_APPLIED_SCIENCES: 'University of applied sciences', VOCATIONAL_COLLEGE: 'Vocational college', SCHOOL: 'School', EDUCATION_ALLIANCE: 'Alliance of schools',
    EDUCATION_BROKER: 'One-stop shop of schools', EMPLOYERS_ASSOCIATION: "Employers' association", BRANCH_ORGANISATION: 'Branch organisation', COMPANY: 'Company',
    INNOVATION_CAMPUS: 'Innovation campus', ECONOMIC_BOARD: 'Economic board', EMPLOYMENT_AGENCY: 'Employment agency', EDUCATION_LABOUR_MARKET_BODY: 'Education and labour market',
    RAIL_INFRASTRUCTURE_MANAGER: 'Rail infrastructure manager', RAIL_OPERATOR: 'Rail operator', CHAMBER_OF_COMMERCE: 'Chamber of commerce', INNOVATION_BROKER: 'Innovation desk',
    COMMUNITY_ORGANISATION: 'Community organisation', COLLABORATION: 'Cooperation', SECRETARIAT: 'Office', OTHER: 'Other',
  },
};
