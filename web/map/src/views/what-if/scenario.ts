import type { AssumptionInput, ClauseInput, ContributionKind } from '../../generated/graphql';

/** What somebody brings. */
export interface Means {
  kind: ContributionKind;
  amount: string | null;
}

/** On what a pledge that is tried out depends. */
export type Condition =
  | { parties: number }
  | { budget: string }
  | { inhabitants: number }
  | { includes: string }
  | { level: 'PLUS' };

/** A change that nobody made. */
export type Change =
  | { kind: 'leaves' | 'joins'; who: string }
  | { kind: 'pledges'; who: string; line: string; means: Means | null; condition: Condition | null }
  | { kind: 'ratifies' | 'withdraws' | 'drops'; commitment: string }
  | { kind: 'funded' }
  | { kind: 'adopts'; body: string; line: string };

export type ChangeKind = Change['kind'];

/** How many changes the server tries out at once. */
export const MOST = 20;

const KINDS: Record<ContributionKind, string> = { BUDGET: 'budget', CAPACITY: 'capacity', IN_KIND: 'goods', EXPERTISE: 'expertise', NETWORK: 'network' };
/** In what amounts are counted. */
export const UNITS: Record<ContributionKind, string> = { BUDGET: 'EUR', CAPACITY: 'fte', IN_KIND: 'EUR', EXPERTISE: 'hour', NETWORK: 'hour' };

/** A change as it stands in an address: `pledges:gemeente-zwolle:wonen:budget-100000:if-parties-3`. */
export function written(change: Change): string {
  switch (change.kind) {
    case 'leaves':
    case 'joins': return `${change.kind}:${change.who}`;
    case 'ratifies':
    case 'withdraws':
    case 'drops': return `${change.kind}:${change.commitment}`;
    case 'funded': return 'funded:plus';
    case 'adopts': return `adopts:${change.body}:${change.line}`;
    case 'pledges': {
      const means = change.means === null ? [] : [KINDS[change.means.kind] + (change.means.amount === null ? '' : `-${change.means.amount}`)];
      const condition = change.condition === null ? [] : [`if-${clause(change.condition)}`];
      return ['pledges', change.who, change.line, ...means, ...condition].join(':');
    }
  }
}

function clause(condition: Condition): string {
  if ('parties' in condition) return `parties-${condition.parties}`;
  if ('budget' in condition) return `budget-${condition.budget}`;
  if ('inhabitants' in condition) return `inhabitants-${condition.inhabitants}`;
  return 'includes' in condition ? `with-${condition.includes}` : 'plus';
}

/** Reads what `written` wrote; null when it makes no sense. */
export function read(text: string): Change | null {
  const [kind = '', first = '', second = '', ...more] = text.split(':');
  switch (kind) {
    case 'leaves':
    case 'joins': return isSlug(first) ? { kind, who: first } : null;
    case 'ratifies':
    case 'withdraws':
    case 'drops': return { kind, commitment: first };
    case 'funded': return first === 'plus' ? { kind } : null;
    case 'adopts': return isSlug(first) && isSlug(second) ? { kind, body: first, line: second } : null;
    case 'pledges': {
      if (!isSlug(first) || !isSlug(second)) return null;
      const means = more.map(meansOf).find((one) => one !== null) ?? null;
      const condition = more.map(conditionOf).find((one) => one !== null) ?? null;
      return { kind, who: first, line: second, means, condition };
    }
    default: return null;
  }
}

const isSlug = (text: string) => /^[a-z0-9-]+$/.test(text);

/** An amount as the API takes it: not less than nothing, no more digits than it counts with. */
export function amountOf(text: string): string | null {
  const plain = text.trim().replace(/[\s_]/g, '');
  return /^\d{1,15}(\.\d{1,6})?$/.test(plain) ? plain : null;
}

function meansOf(text: string): Means | null {
  const [word = '', amount] = text.split('-');
  const kind = (Object.keys(KINDS) as ContributionKind[]).find((one) => KINDS[one] === word);
  return kind === undefined ? null : { kind, amount: amount === undefined ? null : amountOf(amount) };
}

function conditionOf(text: string): Condition | null {
  const [, word = '', value = ''] = /^if-([a-z]+)(?:-(.+))?$/.exec(text) ?? [];
  const whole = /^\d{1,6}$/.test(value) ? Number(value) : null;
  const budget = amountOf(value);
  switch (word) {
    case 'parties': return whole === null ? null : { parties: whole };
    case 'inhabitants': return whole === null ? null : { inhabitants: whole };
    case 'budget': return budget === null ? null : { budget };
    case 'with': return isSlug(value) ? { includes: value } : null;
    case 'plus': return { level: 'PLUS' };
    default: return null;
  }
}

/** What the API takes. */
export function input(change: Change): AssumptionInput {
  switch (change.kind) {
    case 'leaves': return { organisationLeaves: { slug: change.who } };
    case 'joins': return { organisationJoins: { slug: change.who } };
    case 'ratifies': return { commitmentRatified: change.commitment };
    case 'withdraws': return { commitmentWithdrawn: change.commitment };
    case 'drops': return { conditionDropped: change.commitment };
    case 'funded': return { levelFunded: 'PLUS' };
    case 'adopts': return { decisionAdopted: { body: { slug: change.body }, subject: { programmeLine: { slug: change.line } } } };
    case 'pledges': {
      const { means, condition } = change;
      const contribution = means === null ? [] : [{ kind: means.kind, ...(means.amount !== null && { amount: means.amount, unit: UNITS[means.kind] }) }];
      return {
        commitmentPledged: {
          organisation: { slug: change.who },
          subject: { programmeLine: { slug: change.line } },
          contributions: contribution,
          ...(condition !== null && { condition: clauseInput(condition) }),
        },
      };
    }
  }
}

function clauseInput(condition: Condition): ClauseInput {
  if ('parties' in condition) return { parties: { atLeast: condition.parties } };
  if ('budget' in condition) return { budget: { atLeast: condition.budget } };
  if ('inhabitants' in condition) return { inhabitants: { atLeastPct: condition.inhabitants } };
  return 'includes' in condition ? { includes: { slug: condition.includes } } : { level: 'PLUS' };
}

/** Organisations that a change is about. */
export function organisationsOf(change: Change): string[] {
  if (change.kind === 'leaves' || change.kind === 'joins') return [change.who];
  if (change.kind !== 'pledges') return [];
  return change.condition !== null && 'includes' in change.condition ? [change.who, change.condition.includes] : [change.who];
}
