import { codes as shared } from '../../../words';
import { kinds } from '../../../words/kinds';
import type { Code, EnumName } from '../shape';

/** Codes that only forms show. */
type Own = 'Audience' | 'Language' | 'NameKind' | 'ContactKind' | 'ProgrammeLineKind' | 'DecisionOutcome' | 'Basis' | 'StatementKind' | 'Severity';
export type EditCodes = { [Name in Own]: Record<Code<Name>, string> };

/** A word for every code that a form offers. */
export function codesOf(own: EditCodes): { [Name in EnumName]: Record<Code<Name>, string> } {
  const [codes, kind] = [shared.value, kinds.value];
  return {
    ...own,
    Helix: codes.helix,
    Confidence: codes.confidence,
    OrganisationKind: codes.kind,
    GovernmentLayer: codes.layer,
    SeatRole: codes.role,
    ContributionKind: codes.contribution,
    CommitmentStatus: codes.commitment,
    BodyKind: kind.body,
    BodyLevel: kind.bodyLevel,
    RelationKind: kind.relation,
    InitiativeKind: kind.initiative,
    AmbitionLevel: kind.ambition,
    AgreementKind: kind.agreement,
    AgreementStatus: kind.agreementStatus,
    MilestoneKind: kind.milestone,
    Direction: kind.direction,
  };
}
