import type { Code, EnumName } from '../shape';
import type { Codes } from '../../../words/codes';

/** Codes for which the words that all views share have none. */
export type Others = Exclude<EnumName, 'Helix' | 'Confidence' | 'OrganisationKind' | 'GovernmentLayer' | 'SeatRole' | 'ContributionKind' | 'CommitmentStatus'>;
export type EditCodes = { [Name in Others]: Record<Code<Name>, string> };

/** A word for every code that a form offers. */
export function codesOf(own: EditCodes, shared: Codes): { [Name in EnumName]: Record<Code<Name>, string> } {
  return {
    ...own,
    Helix: shared.helix,
    Confidence: shared.confidence,
    OrganisationKind: shared.kind,
    GovernmentLayer: shared.layer,
    SeatRole: shared.role,
    ContributionKind: shared.contribution,
    CommitmentStatus: shared.commitment,
  };
}
