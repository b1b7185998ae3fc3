import { useAnswer } from '../../api/answer';
import { DeskOwnDocument } from '../../generated/graphql';
import { useFrame } from '../../parts/frame';

/** The partner that holds something; null: nobody does. */
export type Holder = { slug: string } | null;

/**
 * Whether the server lets somebody change what a partner holds: their own, or all when they act for nobody or for the network
 * itself or a part of it. What cannot be known is left to the server.
 */
export function useMayChange(): (holder: Holder) => boolean {
  const own = useFrame().data?.viewer.organisation?.slug ?? null;
  const { data, failure } = useAnswer(DeskOwnDocument, own === null ? null : {});
  return (holder) => own === null || holder === null || holder.slug === own || (data === null ? failure !== null : isOfNetwork(data));
}

/** An organisation, with those that it is a part of. */
interface Within {
  slug: string;
  parent?: Within | null;
}

function isOfNetwork({ network, viewer }: { network: { organisationOfNetwork: Within | null }; viewer: { organisation: Within | null } }): boolean {
  const wanted = network.organisationOfNetwork?.slug;
  for (let at = viewer.organisation; at != null; at = at.parent ?? null) if (at.slug === wanted) return true;
  return wanted === undefined;
}
