import { computed } from '@preact/signals';
import { VERBS } from '../../generated/edit/changes';
import { type Noun, type Verb, corrects, removes } from './shape';
import { nouns, texts } from './words';

/** What one comes to do, by what it is about; what people do most stands first. */
export const GROUPS = ['takingPart', 'organisations', 'governance', 'programme', 'agreements', 'network'] as const;
export type GroupName = (typeof GROUPS)[number];

/** Where the changes of a noun stand; a noun that the schema gains does not compile until it stands somewhere. */
const GROUP: Record<Noun, GroupName> = {
  Commitment: 'takingPart', Contribution: 'takingPart', Partnership: 'takingPart',
  Organisation: 'organisations', Name: 'organisations', Identifier: 'organisations', Contact: 'organisations', MunicipalityStatistics: 'organisations',
  StakeholderGroup: 'organisations', GroupMembership: 'organisations', Relation: 'organisations',
  Seat: 'governance', Body: 'governance', Meeting: 'governance', Person: 'governance', Office: 'governance',
  Initiative: 'programme', Place: 'programme', ProgrammeLine: 'programme', Goal: 'programme', Ambition: 'programme', Measure: 'programme',
  Agreement: 'agreements', Signature: 'agreements', Decision: 'agreements', Milestone: 'agreements',
  Network: 'network', Document: 'network', Statement: 'network', Rule: 'network', DeclaredCount: 'network',
};

/** Whether a change makes a fact that was not there. */
export const begins = (verb: Verb) => /^(record|register|pledge|decline|join|grant|sign)/.test(verb);

export interface Entry {
  verb: Verb;
  noun: Noun;
  title: string;
}

/** What a change is called: by its own name when it has one, else by its noun. */
export function titleOf(verb: Verb): string {
  const said = texts.value;
  const own = said.verbs[verb as keyof typeof said.verbs];
  if (own !== undefined) return own;
  const noun = nouns.value[VERBS[verb].noun];
  return corrects(verb) ? said.correct(noun) : removes(verb) ? said.remove(noun) : said.record(noun);
}

/** All changes, by noun in the order of the groups. */
export const catalogue = computed(() => {
  const entries = (Object.keys(VERBS) as Verb[]).map((verb): Entry => ({ verb, noun: VERBS[verb].noun, title: titleOf(verb) }));
  const order = Object.keys(GROUP);
  return GROUPS.map((group) => ({
    group,
    entries: entries.filter(({ noun }) => GROUP[noun] === group).sort((one, other) => rank(one) - rank(other)),
  }));

  function rank({ verb, noun }: Entry): number {
    return order.indexOf(noun) * 10 + (removes(verb) ? 9 : corrects(verb) ? 8 : begins(verb) ? 0 : 1);
  }
});
