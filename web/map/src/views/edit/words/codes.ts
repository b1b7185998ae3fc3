import { codes as shared } from '../../../words';
import { deskCodes } from '../../../words/desk';
import { kinds } from '../../../words/kinds';
import type { Code, EnumName } from '../shape';

/** Codes that only forms show. */
type Own = 'Audience' | 'TieStrength' | 'Language' | 'NameKind' | 'ProgrammeLineKind' | 'DecisionOutcome' | 'Basis' | 'StatementKind' | 'Severity';
export type EditCodes = { [Name in Own]: Record<Code<Name>, string> };

/** A word for every code that a form offers. */
export function codesOf(own: EditCodes): { [Name in EnumName]: Record<Code<Name>, string> } {
  const [codes, kind, desk] = [shared.value, kinds.value, deskCodes.value];
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
    ContactKind: desk.contact,
    TopicStatus: desk.topic,
    DecisionRight: desk.right,
    StageKind: desk.stage,
    InformChannel: desk.inform,
    ContactChannel: desk.channel,
    ContactStatus: desk.status,
  };
}
