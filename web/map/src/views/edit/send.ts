import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { READS, VERBS } from '../../generated/edit/changes';
import { type Answer, ask } from '../../api/client';
import { viewArguments } from '../../address';
import type { CoalitionStatus, Language, SourceFragment } from '../../generated/graphql';
import type { Noun, Verb } from './shape';

/** What every change answers with. */
export interface Outcome {
  fact: { __typename: Noun; id?: string } | null;
  standings: { organisation: { slug: string; name: string }; programmeLine: { slug: string; name: string }; status: CoalitionStatus }[];
  revision: number;
  userErrors: { code: string; message: string; path: string[] }[];
}

/** A fact as it is, under the names by which its correction takes it. */
export interface Read {
  network: { revision: number; fact?: Told | null } & Partial<Told>;
}
export interface Told {
  sources: SourceFragment[];
  [field: string]: unknown;
}

/** Documents that follow from the schema are known by their hash alone. */
function trusted<Data, Variables>(hash: string): TypedDocumentNode<Data, Variables> {
  return { __meta__: { hash } } as unknown as TypedDocumentNode<Data, Variables>;
}

export function send(verb: Verb, input: Record<string, unknown>): Promise<Answer<{ answer: Outcome }>> {
  const document = trusted<{ answer: Outcome }, { input: unknown; lang: Language }>(VERBS[verb].hash);
  return ask(document, { input, lang: viewArguments.value.lang });
}

/** The question for what a correction begins with; null for what cannot be corrected. */
export function readingOf(noun: Noun): TypedDocumentNode<Read, { id?: string; lang: Language }> | null {
  return noun in READS ? trusted(READS[noun as keyof typeof READS]) : null;
}

/** What the answer tells of the fact; null when it is not there, or no more. */
export function toldBy({ network }: Read, noun: Noun): Told | null {
  if (noun === 'Network') return network as unknown as Told;
  return network.fact ?? null;
}
