import type { MilestonesQuery, ProgrammeInitiativesQuery } from '../../generated/graphql';

export type AnsweredInitiative = ProgrammeInitiativesQuery['network']['initiatives']['nodes'][number];
export type AnsweredMilestone = MilestonesQuery['network']['milestones']['nodes'][number];

/** An initiative at a place in the programme, with how much of it counts there. */
export interface Placed {
  initiative: AnsweredInitiative;
  share: number;
  parts: Placed[];
}

/** Initiatives by where they stand. One that is a part of two stands in both, with its share of each. */
export class Programme {
  readonly initiatives: readonly AnsweredInitiative[];
  private readonly bySlug = new Map<string, AnsweredInitiative>();
  private readonly byWhole = new Map<string, Placed[]>();

  constructor(initiatives: readonly AnsweredInitiative[]) {
    this.initiatives = initiatives;
    for (const initiative of initiatives) this.bySlug.set(initiative.slug, initiative);
    const placed = new Map(initiatives.map((initiative) => [initiative.slug, [] as Placed[]]));
    for (const initiative of initiatives) {
      for (const { whole, share } of initiative.partOf) {
        const here: Placed = { initiative, share, parts: placed.get(initiative.slug) ?? [] };
        if (whole.__typename === 'Initiative') placed.get(whole.slug)?.push(here);
        else this.byWhole.set(keyOf(whole), [...(this.byWhole.get(keyOf(whole)) ?? []), here]);
      }
    }
  }

  /** What stands right below a line, what goes on before what is over. */
  below(line: string): Placed[] {
    return byEnd(this.byWhole.get(`ProgrammeLine/${line}`) ?? []);
  }

  /** Initiatives that no line has: those of agreements, as of a former deal. */
  without(): Placed[] {
    const loose = this.initiatives.filter((initiative) => this.linesOf(initiative).size === 0);
    return byEnd(loose.map((initiative) => ({ initiative, share: 100, parts: [] })));
  }

  /** Lines above an initiative, at any height. */
  linesOf(initiative: Pick<AnsweredInitiative, 'partOf'>, seen = new Set<string>()): Set<string> {
    const lines = new Set<string>();
    for (const { whole } of initiative.partOf) {
      if (whole.__typename === 'ProgrammeLine') lines.add(whole.slug);
      const above = whole.__typename === 'Initiative' && !seen.has(whole.slug) ? this.bySlug.get(whole.slug) : undefined;
      if (above === undefined) continue;
      for (const line of this.linesOf(above, new Set([...seen, above.slug]))) lines.add(line);
    }
    return lines;
  }

  /** Lines above an initiative by its key. */
  linesOfSlug(slug: string): Set<string> {
    const initiative = this.bySlug.get(slug);
    return initiative === undefined ? new Set() : this.linesOf(initiative);
  }

  /** Lines that an agreement is about: those that it covers, and those of the initiatives that it pays for. */
  linesOfAgreement(agreement: { slug: string; covers: readonly { slug: string }[] }): Set<string> {
    const paid = this.byWhole.get(`Agreement/${agreement.slug}`) ?? [];
    return new Set([...agreement.covers.map((line) => line.slug), ...paid.flatMap(({ initiative }) => [...this.linesOf(initiative)])]);
  }

  /** Lines that a milestone is about, through its agreements and the body that acts. */
  linesOfMilestone(milestone: AnsweredMilestone): Set<string> {
    const agreed = milestone.agreements.flatMap((agreement) => [...this.linesOfAgreement(agreement)]);
    const steered = milestone.body?.steers.flatMap((one) => (one.__typename === 'ProgrammeLine' ? [one.slug] : [])) ?? [];
    return new Set([...agreed, ...steered]);
  }
}

/** What goes on stands before what is over; else the order stays. */
export function byEnd(placed: readonly Placed[]): Placed[] {
  return [...placed].sort((one, other) => Number(one.initiative.ended) - Number(other.initiative.ended));
}

function keyOf(whole: { __typename: string; slug: string }): string {
  return `${whole.__typename}/${whole.slug}`;
}
