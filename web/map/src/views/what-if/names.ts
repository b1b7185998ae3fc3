import { viewArguments } from '../../address';
import { useAnswer } from '../../api/answer';
import { type WhatIfNamesQuery, WhatIfNamesDocument } from '../../generated/graphql';
import { useFrame } from '../../parts/frame';
import { type Change, organisationsOf } from './scenario';

type Network = WhatIfNamesQuery['network'];
export type NamedCommitment = Extract<Network['nodes'][number], { __typename: 'Commitment' }>;

/** What the changes are about, by slug and id; what is not there on the day is missing. */
export interface Names {
  known: boolean;
  organisations: ReadonlyMap<string, Network['organisations']['nodes'][number]>;
  bodies: ReadonlyMap<string, string>;
  lines: ReadonlyMap<string, string>;
  commitments: ReadonlyMap<string, NamedCommitment>;
}

/** Names of what a scenario is about. */
export function useNames(changes: readonly Change[]): Names {
  const organisations = [...new Set(changes.flatMap(organisationsOf))];
  const bodies = changes.flatMap((change) => (change.kind === 'adopts' ? [change.body] : []));
  const commitments = changes.flatMap((change) => ('commitment' in change ? [change.commitment] : []));
  const lines = useFrame().data?.network.programmeLines ?? [];
  const wanted = { organisations: organisations.slice(0, 100), bodies, commitments: commitments.slice(0, 100), ...viewArguments.value };
  const network = useAnswer(WhatIfNamesDocument, changes.length === 0 ? null : wanted).data?.network;
  return {
    known: network !== undefined,
    organisations: new Map(network?.organisations.nodes.map((one) => [one.slug, one])),
    bodies: new Map(network?.bodies.nodes.map(({ slug, name }) => [slug, name])),
    lines: new Map(lines.map(({ slug, name }) => [slug, name])),
    commitments: new Map(network?.nodes.flatMap((one) => (one?.__typename === 'Commitment' ? [[one.id, one] as const] : []))),
  };
}

/** The name of that to which something was promised. */
export function venueName(venue: NamedCommitment['venue']): string {
  switch (venue.__typename) {
    case 'ProgrammeLine': return venue.lineName;
    case 'Initiative': return venue.initiativeName;
    case 'Agreement': return venue.agreementName;
    case 'Body': return venue.bodyName;
  }
}
