import type {
  ChangeKind, CoalitionStatus, CoalitionTier, CommitmentStatus, Confidence, ContributionKind, EvidenceRoute, GovernmentLayer, Helix,
  OrganisationKind, SeatRole,
} from '../generated/graphql';
import type { Noun } from '../settings';

/** A word for each code of the schema that a view shows. A code that the schema gains does not compile until it has one. */
export interface Codes {
  helix: Record<Helix, string>;
  layer: Record<GovernmentLayer, string>;
  /** Of one organisation. */
  oneLayer: Record<GovernmentLayer, string>;
  noun: Record<Noun, string>;
  nouns: Record<Noun, string>;
  status: Record<CoalitionStatus, string>;
  tier: Record<CoalitionTier, string>;
  tierHelp: Record<CoalitionTier, string>;
  confidence: Record<Confidence, string>;
  confidenceFrom: Record<Confidence, string>;
  route: Record<EvidenceRoute, string>;
  commitment: Record<CommitmentStatus, string>;
  role: Record<SeatRole, string>;
  signature: string;
  promise: string;
  contribution: Record<ContributionKind, string>;
  /** `per` is free text in the schema; what is not here is shown as written. */
  per: Record<string, string>;
  /** Likewise `unit`, where a language has another word for it. */
  unit: Record<string, string>;
  change: Record<ChangeKind, string>;
  kind: Record<OrganisationKind, string>;
}
