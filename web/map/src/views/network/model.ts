import type { CoalitionStatus, GovernmentLayer, Helix, LineStatusesQuery, LinkKind, NetworkMapQuery } from '../../generated/graphql';
import type { Look } from '../../parts/mark';
import type { Noun, Settings } from '../../settings';

/** A node as the map and the list show it. */
export interface Item {
  id: string;
  noun: Noun;
  slug: string;
  name: string;
  look: Look;
  helix: Helix | null;
  layer: GovernmentLayer | null;
  degree: number;
}

/** All ties between two nodes. */
export interface Tie {
  source: string;
  target: string;
  kinds: LinkKind[];
}

/** So many links are drawn at once; of more, the rest is drawn where something is selected. */
export const MOST_TIES = 5_000;

/** The network of one answer. */
export interface Model {
  items: Item[];
  byId: Map<string, Item>;
  /** Those of many kinds and between well connected nodes first. */
  ties: Tie[];
  neighbours: Map<string, Set<string>>;
}

type AnsweredNode = NetworkMapQuery['network']['graph']['nodes'][number];

/** What an answer comes to; links of several kinds between two nodes are one tie. */
export function modelOf(graph: NetworkMapQuery['network']['graph']): Model {
  const items = graph.nodes.flatMap((node) => itemOf(node) ?? []);
  const byId = new Map(items.map((item) => [item.id, item]));
  const neighbours = new Map<string, Set<string>>(items.map((item) => [item.id, new Set()]));
  const ties = new Map<string, Tie>();
  for (const { source, target, kind } of graph.links) {
    if (source === target || !byId.has(source) || !byId.has(target)) continue;
    const [from, to] = source < target ? [source, target] : [target, source];
    const key = `${from} ${to}`;
    const tie = ties.get(key);
    if (tie === undefined) ties.set(key, { source: from, target: to, kinds: [kind] });
    else if (!tie.kinds.includes(kind)) tie.kinds.push(kind);
    neighbours.get(source)?.add(target);
    neighbours.get(target)?.add(source);
  }
  const weight = ({ source, target, kinds }: Tie) =>
    kinds.length * 1e6 + Math.min(byId.get(source)?.degree ?? 0, byId.get(target)?.degree ?? 0);
  const weighed = [...ties.values()].map((tie) => ({ tie, weight: weight(tie) })).sort((one, other) => other.weight - one.weight);
  return { items, byId, ties: weighed.map(({ tie }) => tie), neighbours };
}

function itemOf({ id, degree, node }: AnsweredNode): Item | null {
  const plain = (noun: Exclude<Noun, 'organisation'>, slug: string, name: string): Item =>
    ({ id, degree, noun, slug, name, look: noun, helix: null, layer: null });
  switch (node.__typename) {
    case 'Organisation': {
      const { slug, name, helix, layer } = node;
      return { id, degree, noun: 'organisation', slug, name, look: helix, helix, layer };
    }
    case 'Body': return plain('body', node.slug, node.name);
    case 'ProgrammeLine': return plain('line', node.slug, node.name);
    case 'Initiative': return plain('initiative', node.slug, node.name);
    case 'Agreement': return plain('agreement', node.slug, node.name);
    case 'StakeholderGroup': return plain('group', node.slug, node.name);
    case 'Person': return plain('person', node.slug, node.personName);
    // A noun that the map does not know yet.
    default: return null;
  }
}

/** The network with ties along a route, where it has none: who knows whom is no link of it. */
export function alongRoute(model: Model, route: readonly string[]): Model {
  const there = new Set(model.ties.map(({ source, target }) => `${source} ${target}`));
  const steps = stepsOf(route.filter((id) => model.byId.has(id))).filter(({ source, target }) => !there.has(`${source} ${target}`));
  return steps.length === 0 ? model : { ...model, ties: [...model.ties, ...steps.map((step) => ({ ...step, kinds: [] }))] };
}

/** From each node of a route to the next, as ties are written. */
export function stepsOf(route: readonly string[]): { source: string; target: string }[] {
  return route.slice(1).flatMap((to, at) => {
    const from = route[at] ?? to;
    if (from === to) return [];
    return [from < to ? { source: from, target: to } : { source: to, target: from }];
  });
}

/** Nouns that the map shows unless asked otherwise: groups and persons would hide the rest. */
export const SHOWN_AT_FIRST: readonly Noun[] = ['organisation', 'body', 'line', 'initiative', 'agreement'];

export function shownNouns(settings: Settings): readonly Noun[] {
  return settings.show.length === 0 ? SHOWN_AT_FIRST : settings.show;
}

/** Who takes part: what a filter by a line means when no status is chosen. */
const TAKING_PART: readonly CoalitionStatus[] = ['CONTRIBUTING', 'RATIFIED', 'PLEDGED'];

/** Statuses of one line by the id of the organisation. */
export function statusesOf(answer: LineStatusesQuery, line: string): Map<string, CoalitionStatus> {
  const { columns, rows } = answer.network.involvement;
  const column = columns.findIndex((one) => one.slug === line);
  return new Map(rows.flatMap(({ organisation, cells }) => {
    const cell = cells[column];
    return cell === undefined ? [] : [[organisation.id, cell.status] as const];
  }));
}

export function filters(settings: Settings): boolean {
  return settings.helix.length > 0 || settings.layer.length > 0 || settings.line !== null;
}

/**
 * Which nodes pass the filters. Filters are about organisations; of everything else what is tied to one that passes stays.
 *
 * `statuses` is null as long as nobody knows them; then the filter by a line waits.
 */
export function visibleIn(model: Model, settings: Settings, statuses: Map<string, CoalitionStatus> | null): Set<string> {
  const nouns = new Set(shownNouns(settings));
  const wanted = settings.status.length === 0 ? TAKING_PART : settings.status;
  const passes = (item: Item) =>
    (settings.helix.length === 0 || (item.helix !== null && settings.helix.includes(item.helix))) &&
    (settings.layer.length === 0 || (item.layer !== null && settings.layer.includes(item.layer))) &&
    (settings.line === null || statuses === null || wanted.includes(statuses.get(item.id) ?? 'NONE'));
  const passed = new Set(model.items.filter((item) => item.noun === 'organisation' && passes(item)).map((item) => item.id));
  const filtering = filters(settings);
  return new Set(model.items.filter((item) => {
    if (!nouns.has(item.noun)) return false;
    if (item.noun === 'organisation') return passed.has(item.id);
    if (!filtering) return true;
    if (item.noun === 'line' && item.slug === settings.line) return true;
    for (const id of model.neighbours.get(item.id) ?? []) if (passed.has(id)) return true;
    return false;
  }).map((item) => item.id));
}

/** The node that the address selects. */
export function selectedIn(model: Model, select: string | null): Item | null {
  if (select === null) return null;
  return model.items.find((item) => `${item.noun}/${item.slug}` === select) ?? null;
}
