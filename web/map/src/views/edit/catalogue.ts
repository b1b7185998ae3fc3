import { computed } from '@preact/signals';
import { VERBS } from '../../generated/edit/changes';
import type { FrameQuery } from '../../generated/graphql';
import { useFrame } from '../../parts/frame';
import { type Noun, type Verb, corrects, removes } from './shape';
import { nouns, texts } from './words';

/** What one comes to do, by what it is about; what people do most stands first. */
export const GROUPS = ['agenda', 'talks', 'takingPart', 'organisations', 'governance', 'programme', 'agreements', 'network'] as const;
export type GroupName = (typeof GROUPS)[number];

/** Where the changes of a noun stand; a noun that the schema gains does not compile until it stands somewhere. */
const GROUP: Record<Noun, GroupName> = {
  Topic: 'agenda', Target: 'agenda', Assessment: 'agenda', DecisionMoment: 'agenda', DecisionStage: 'agenda', Preference: 'agenda',
  ContactMoment: 'talks', ContactNote: 'talks', FollowUp: 'talks', Tie: 'talks', PersonContact: 'talks',
  Commitment: 'takingPart', Contribution: 'takingPart', Partnership: 'takingPart',
  Organisation: 'organisations', Name: 'organisations', Identifier: 'organisations', Contact: 'organisations', MunicipalityStatistics: 'organisations',
  StakeholderGroup: 'organisations', GroupMembership: 'organisations', Relation: 'organisations',
  Seat: 'governance', Body: 'governance', Meeting: 'governance', Person: 'governance', Office: 'governance',
  Initiative: 'programme', Place: 'programme', ProgrammeLine: 'programme', Goal: 'programme', Ambition: 'programme', Measure: 'programme',
  Agreement: 'agreements', Signature: 'agreements', Decision: 'agreements', Milestone: 'agreements',
  Network: 'network', Document: 'network', Statement: 'network', Rule: 'network', DeclaredCount: 'network',
};

/** Whether a change makes a fact that was not there. */
export const begins = (verb: Verb) => /^(record|register|pledge|decline|join|grant|sign|put|assess|declare)/.test(verb);

type Viewer = FrameQuery['viewer'];

/** Nouns that public affairs alone plans by. */
export const isOfDesk = (noun: Noun) => GROUP[noun] === 'agenda' || GROUP[noun] === 'talks';

/** Nouns that public affairs records too, of those whom only the desk sees. */
const OF_BOTH: readonly Noun[] = ['Person', 'Office'];

/** Whether somebody makes a change as one of the desk: for the organisation that they act for, and on their own word. */
export function asDesk({ mayPlanContacts }: Viewer, verb: Verb): boolean {
  const { noun } = VERBS[verb];
  return mayPlanContacts && (isOfDesk(noun) || OF_BOTH.includes(noun));
}

/** Whether somebody may make a change, as far as their role says. */
export function mayDo(viewer: Viewer, verb: Verb): boolean {
  return asDesk(viewer, verb) || (viewer.mayEdit && !isOfDesk(VERBS[verb].noun));
}

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

/** The changes that are for who is signed in. */
export function useCatalogue(): { group: GroupName; entries: Entry[] }[] {
  const viewer = useFrame().data?.viewer;
  return catalogue.value.map(({ group, entries }) => ({ group, entries: entries.filter(({ verb }) => viewer !== undefined && mayDo(viewer, verb)) }));
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
