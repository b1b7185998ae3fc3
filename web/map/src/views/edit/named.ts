import { useRef } from 'preact/hooks';
import { useAnswer } from '../../api/answer';
import type { Failure } from '../../api/failure';
import { linkToNoun, viewArguments } from '../../address';
import type { SearchType } from '../../generated/graphql';
import { EditBySlugDocument } from '../../generated/edit/graphql';
import type { Noun as Shown } from '../../settings';
import type { Chosen } from './draft';
import type { Named, Noun } from './shape';

/** What a noun is called where one searches. */
export const searchedAs: Record<Named, SearchType> = {
  Organisation: 'ORGANISATION', StakeholderGroup: 'STAKEHOLDER_GROUP', Body: 'BODY', ProgrammeLine: 'PROGRAMME_LINE', Initiative: 'INITIATIVE', Agreement: 'AGREEMENT', Person: 'PERSON',
};

/** What a noun is called in addresses. */
export const shownAs: Record<Named, Shown> = {
  Organisation: 'organisation', StakeholderGroup: 'group', Body: 'body', ProgrammeLine: 'line', Initiative: 'initiative', Agreement: 'agreement', Person: 'person',
};

/** Where something with a name is looked at. */
export function placeOf(noun: Named, slug: string): string {
  return linkToNoun(shownAs[noun], slug);
}

export function namedAs(shown: string): Named | null {
  return (Object.keys(shownAs) as Named[]).find((noun) => shownAs[noun] === shown) ?? null;
}

/** What an address names by its slug: null while nobody knows, `'none'` when there is no such thing. */
export function useNamed(noun: Noun | null, slug: string | null): { found: Chosen | 'none' | null; failure: Failure | null; again: () => void } {
  const { lang } = viewArguments.value;
  const asks = noun !== null && slug !== null;
  const is = (wanted: Named) => noun === wanted;
  const asked = useAnswer(EditBySlugDocument, asks ? {
    slug, lang, organisation: is('Organisation'), group: is('StakeholderGroup'), body: is('Body'), line: is('ProgrammeLine'),
    initiative: is('Initiative'), agreement: is('Agreement'), person: is('Person'),
  } : null);
  // While the answer is renewed because the network changed, the one before holds: nothing on the page may jump.
  const last = useRef<{ key: string; found: Chosen | 'none' } | null>(null);
  const key = `${noun} ${slug}`;
  const network = asked.data?.network;
  if (asks && network !== undefined && !asked.loading) {
    const found = network.organisation ?? network.body ?? network.programmeLine ?? network.initiative ?? network.agreement
      ?? network.stakeholderGroups?.find((group) => group.slug === slug) ?? network.persons?.nodes[0];
    last.current = { key, found: found === undefined ? 'none' : { id: found.id, name: found.name } };
  }
  return { found: asks && last.current?.key === key ? last.current.found : null, failure: asked.failure, again: asked.again };
}
