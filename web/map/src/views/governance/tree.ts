import type { GovernanceChartQuery } from '../../generated/graphql';

export type AnsweredBody = GovernanceChartQuery['network']['bodies']['nodes'][number];

/** A body with those that report to it. */
export interface Branch {
  body: AnsweredBody;
  below: Branch[];
  /** Organs of participants below it, which would crowd the chart. */
  organs: AnsweredBody[];
  /** How many bodies it is with all below it. */
  size: number;
}

export interface Chart {
  roots: Branch[];
  /** Bodies that are drawn: those of the cooperation itself. */
  own: AnsweredBody[];
  /** Bodies of other organisations, which the cooperation has no part in. */
  others: AnsweredBody[];
}

/** Arranges bodies by whom they report to. What belongs to others and stands nowhere in the cooperation is set apart. */
export function chartOf(bodies: readonly AnsweredBody[], network: string | null): Chart {
  const there = new Set(bodies.map((body) => body.slug));
  const below = new Map<string, AnsweredBody[]>();
  const tops: AnsweredBody[] = [];
  for (const body of bodies) {
    const parent = body.parent?.slug;
    if (parent === undefined || !there.has(parent)) tops.push(body);
    else below.set(parent, [...(below.get(parent) ?? []), body]);
  }
  const foreign = (branch: Branch) =>
    branch.body.organisation !== null && branch.body.organisation.slug !== network &&
    !branch.body.inChart && !branch.body.inSchedule && branch.below.length === 0;
  const branchOf = (body: AnsweredBody): Branch => {
    const all = (below.get(body.slug) ?? []).map(branchOf);
    return {
      body,
      below: all.filter((branch) => !foreign(branch)),
      organs: all.filter(foreign).flatMap(withOrgans),
      size: all.reduce((sum, branch) => sum + branch.size, 1),
    };
  };
  const branches = tops.map(branchOf);
  const roots = branches.filter((branch) => !foreign(branch)).sort((one, other) => rank(other) - rank(one));
  return {
    roots,
    own: roots.flatMap(drawn),
    others: branches.filter(foreign).flatMap(withOrgans),
  };
}

function drawn(branch: Branch): AnsweredBody[] {
  return [branch.body, ...branch.below.flatMap(drawn)];
}

function withOrgans(branch: Branch): AnsweredBody[] {
  return [branch.body, ...branch.organs];
}

/** Elected assemblies stand on top, then whatever has most below it. */
function rank(branch: Branch): number {
  return (branch.body.kind === 'DEMOCRATIC_ASSEMBLY' ? 1_000 : 0) + branch.below.reduce((sum, one) => sum + one.size, 0);
}

/** Whether a body is drawn without meeting, meets without being drawn, both or neither. */
export type Stand = 'both' | 'chartOnly' | 'scheduleOnly' | 'neither';

export function standOf(body: { inChart: boolean; inSchedule: boolean }): Stand {
  if (body.inChart) return body.inSchedule ? 'both' : 'chartOnly';
  return body.inSchedule ? 'scheduleOnly' : 'neither';
}

/** The chair, who comes first among the seats. */
export function chairOf(body: AnsweredBody): AnsweredBody['seats']['nodes'][number] | null {
  const first = body.seats.nodes[0];
  return first?.role === 'CHAIR' ? first : null;
}
