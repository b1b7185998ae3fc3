import type { CoalitionStatus, Confidence, GovernmentLayer, Helix } from './generated/graphql';

/** What can stand behind the question mark of an address. What is absent, unknown or makes no sense is the default. */
export interface Settings {
  /** `2024-03-14`; null: today. */
  day: string | null;
  /** What was known at this moment; null: now. */
  known: string | null;
  /** Show only what is at least so sure. */
  confidence: Confidence | null;
  lang: 'nl' | 'en' | null;
  /** Since when a coalition is compared. */
  since: string | null;
  helix: Helix[];
  layer: GovernmentLayer[];
  /** Slug of a content line whose statuses are filtered by. */
  line: string | null;
  status: CoalitionStatus[];
  /** Which nouns the map shows; empty: those that it shows at first. */
  show: Noun[];
  size: Measure;
  /** `organisation/gemeente-zwolle`: noun and slug of what is selected. */
  select: string | null;
  as: 'map' | 'list';
  /** How far a timeline reaches to either side of the day. */
  span: Span;
  /** By what the list of the network or the table of involvement is sorted: `name`, `kind`, `lines`, the slug of a line; a minus turns it round. */
  sort: string | null;
  /** What names must hold. */
  find: string;
  rows: RowsShown;
  /** `gemeente-zwolle/wonen`: of whom the standing towards which line is shown. */
  cell: string | null;
  /** Changes that are tried out, in order, as views/what-if/scenario.ts writes them: `leaves:gemeente-zwolle`. */
  assume: string[];
  /** Which part of the desk. */
  part: DeskPart;
  /** Slug of the topic that the desk is about. */
  topic: string | null;
  /** Id of a target of the desk. */
  target: string | null;
  /** Ids of persons through whom no route may lead. */
  avoid: string[];
  /** What the targets of the desk are sorted by. */
  order: TargetOrder;
  /** Days on which the plan of the desk has nobody to talk to: `2026-12-19/2027-01-03`. */
  recess: string | null;
  /** Whether the plan of the desk moves talks that no longer fit. */
  replan: 'yes' | null;
  /** How many talks can be had, from 1 to 25, as the desk looks for the best ones. */
  talks: string;
  /** Ids of nodes that are drawn on the map as a path, in order. */
  route: string[];
  /** What one wants to do in the view edit: `correct-organisation`, `import`. */
  form: string | null;
  /** To what: a slug, or the id of what has none. */
  of: string | null;
}

export const ROWS = ['partners', 'nowhere', 'all'] as const;
/** Who has a row: partners, those of them that are a member nowhere, or everybody. */
export type RowsShown = (typeof ROWS)[number];

export const NOUNS = ['organisation', 'body', 'line', 'initiative', 'agreement', 'group', 'person'] as const;
export type Noun = (typeof NOUNS)[number];
export const MEASURES = ['degree', 'partners', 'betweenness', 'harmonic', 'pageRank', 'coreNumber'] as const;
export type Measure = (typeof MEASURES)[number];

export const SPANS = ['all', 'years', 'year'] as const;
export type Span = (typeof SPANS)[number];
export const DESK_PARTS = ['agenda', 'targets', 'plan', 'calendar', 'warnings', 'follow-ups'] as const;
export type DeskPart = (typeof DESK_PARTS)[number];
export const TARGET_ORDERS = ['name', 'topic', 'right', 'influence', 'interest', 'position', 'seen'] as const;
export type TargetOrder = (typeof TARGET_ORDERS)[number];

export const CONFIDENCES = ['HIGH', 'MEDIUM', 'LOW', 'UNVERIFIED'] as const satisfies Confidence[];
export const HELICES = ['GOVERNMENT', 'EDUCATION', 'BUSINESS', 'INTERMEDIARY'] as const satisfies Helix[];
export const LAYERS = ['MUNICIPAL', 'PROVINCIAL', 'WATER_AUTHORITY', 'NATIONAL', 'EUROPEAN'] as const satisfies GovernmentLayer[];
export const STATUSES = [
  'CONTRIBUTING', 'RATIFIED', 'PLEDGED', 'CONSIDERING', 'FORMER', 'NONE', 'DECLINED',
] as const satisfies CoalitionStatus[];

export function defaults(): Settings {
  return {
    day: null, known: null, confidence: null, lang: null, since: null,
    helix: [], layer: [], line: null, status: [], show: [], size: 'degree', select: null, as: 'map', span: 'all',
    sort: null, find: '', rows: 'partners', cell: null, assume: [],
    part: 'agenda', topic: null, target: null, avoid: [], order: 'influence', recess: null, replan: null, talks: '5', route: [],
    form: null, of: null,
  };
}

/** Reads what stands behind the question mark. */
export function read(search: string): Settings {
  const asked = new URLSearchParams(search);
  const one = <T extends string>(key: string, known: readonly T[]) => known.find((value) => value === asked.get(key)) ?? null;
  const some = <T extends string>(key: string, known: readonly T[]) => {
    const wanted = (asked.get(key) ?? '').split(',');
    return known.filter((value) => wanted.includes(value));
  };
  return {
    day: dayOf(asked.get('day')),
    known: momentOf(asked.get('known')),
    confidence: one('confidence', CONFIDENCES),
    lang: one('lang', ['nl', 'en']),
    since: dayOf(asked.get('since')),
    helix: some('helix', HELICES),
    layer: some('layer', LAYERS),
    line: slugOf(asked.get('line')),
    status: some('status', STATUSES),
    show: some('show', NOUNS),
    size: one('size', MEASURES) ?? 'degree',
    select: selectionOf(asked.get('select')),
    as: one('as', ['map', 'list']) ?? 'map',
    span: one('span', SPANS) ?? 'all',
    sort: /^-?[a-z0-9][a-z0-9-]{0,199}$/.test(asked.get('sort') ?? '') ? asked.get('sort') : null,
    find: (asked.get('find') ?? '').slice(0, 200),
    rows: one('rows', ROWS) ?? 'partners',
    cell: /^[a-z0-9-]{1,200}\/[a-z0-9-]{1,200}$/.test(asked.get('cell') ?? '') ? asked.get('cell') : null,
    assume: (asked.get('assume') ?? '').split(',').filter((change) => /^[a-z]+(:[\w.-]{1,200}){1,6}$/.test(change)).slice(0, 100),
    part: one('part', DESK_PARTS) ?? 'agenda',
    topic: slugOf(asked.get('topic')),
    target: idsOf(asked.get('target'))[0] ?? null,
    avoid: idsOf(asked.get('avoid')),
    order: one('order', TARGET_ORDERS) ?? 'influence',
    recess: daysOf(asked.get('recess')),
    replan: one('replan', ['yes']),
    talks: /^([1-9]|1\d|2[0-5])$/.exec(asked.get('talks') ?? '')?.[0] ?? '5',
    route: idsOf(asked.get('route')),
    form: slugOf(asked.get('form')),
    of: idOf(asked.get('of')),
  };
}

/** Writes settings so that `read` finds them again; what is as usual is left out. */
export function written(settings: Settings): string {
  const usual = defaults();
  const parts: string[] = [];
  for (const key of Object.keys(usual) as (keyof Settings)[]) {
    const value = settings[key];
    const text = Array.isArray(value) ? value.join(',') : (value ?? '');
    const plain = usual[key];
    if (text === '' || text === (Array.isArray(plain) ? plain.join(',') : plain)) continue;
    // Slashes, commas and colons may stand there, and an address is read by people too.
    parts.push(`${key}=${encodeURIComponent(text).replace(/%2F/g, '/').replace(/%2C/g, ',').replace(/%3A/g, ':')}`);
  }
  return parts.length === 0 ? '' : `?${parts.join('&')}`;
}

/** Days that can be shown: years of four digits, with room for a slider around them. What lies outside is a slip of the hand. */
export const FIRST_DAY = '1900-01-01';
export const LAST_DAY = '2199-12-31';

/** A day that exists, from year 1 on. */
export function dayOf(text: string | null): string | null {
  if (text === null || !/^\d{4}-\d{2}-\d{2}$/.test(text) || text < FIRST_DAY || text > LAST_DAY) return null;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text) ? text : null;
}

function momentOf(text: string | null): string | null {
  if (text === null || !/^\d{4}-\d{2}-\d{2}T[\d:.]+(Z|[+-]\d{2}:\d{2})$/.test(text)) return null;
  return Number.isNaN(Date.parse(text)) ? null : text;
}

function slugOf(text: string | null): string | null {
  return text !== null && /^[a-z0-9-]{1,200}$/.test(text) ? text : null;
}

/** Opaque ids, as many as an address may hold; what is none is left aside. */
function idsOf(text: string | null): string[] {
  return (text ?? '').split(',').filter((id) => /^[\w-]{1,120}=*$/.test(id)).slice(0, 20);
}

/** From one day to another. */
function daysOf(text: string | null): string | null {
  const [first = null, last = null, ...more] = (text ?? '').split('/').map(dayOf);
  return first !== null && last !== null && first <= last && more.length === 0 ? text : null;
}

/** A slug or an opaque id. */
function idOf(text: string | null): string | null {
  return text !== null && /^[\w.-]{1,200}$/.test(text) ? text : null;
}

/** Ids begin with a capital, slugs never do. */
export const isSlug = (of: string) => /^[a-z0-9.-]+$/.test(of);

function selectionOf(text: string | null): string | null {
  const [noun = '', slug = null, ...more] = (text ?? '').split('/');
  return NOUNS.some((known) => known === noun) && slugOf(slug) !== null && more.length === 0 ? text : null;
}
