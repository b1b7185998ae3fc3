//! Ids of facts: one type per noun, equal in every database, view and export.

use std::fmt;
use std::str::FromStr;

use uuid::Uuid;

use crate::serde_with_text::text_serde;

/// The name space of our UUIDv5: everything that follows from "drieklank" and a key.
const NAMESPACE: Uuid = Uuid::from_u128(0x3b9c_8f0e_6a54_5d6b_9d0a_8c1e_4f27_71a3);

/// An id of one noun.
///
/// In text (a cell of a dataset) it is written as the key of the row it points at, or as the UUID itself when that
/// row got its id from elsewhere. Both read back to the same id.
pub trait FactId: Copy + Eq + std::hash::Hash + Ord + fmt::Debug + Send + Sync + 'static {
    /// The noun in the words of the API: `Organisation`, `Seat`.
    const TYPE: &'static str;

    /// The noun with whose keys ids are made: its own, unless it takes over the ids of another one.
    const KEYED: &'static str = Self::TYPE;

    /// The id of the dataset row with this key: UUIDv5 of type and key.
    fn from_key(key: &str) -> Self {
        Self::from_uuid(Uuid::new_v5(&NAMESPACE, format!("{}:{key}", Self::KEYED).as_bytes()))
    }

    /// This UUID as an id of the noun.
    fn from_uuid(uuid: Uuid) -> Self;

    /// The UUID.
    fn uuid(self) -> Uuid;

    /// Whether no id was given: the reader of a dataset derives it from the key then.
    fn is_unset(self) -> bool {
        self.uuid().is_nil()
    }
}

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident => $noun:literal $(keyed as $keyed:literal)?;)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
        pub struct $name(Uuid);

        impl FactId for $name {
            const TYPE: &'static str = $noun;

            $(const KEYED: &'static str = $keyed;)?

            fn from_uuid(uuid: Uuid) -> Self {
                Self(uuid)
            }

            fn uuid(self) -> Uuid {
                self.0
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, "{} {}", $noun, self.0)
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }

        impl FromStr for $name {
            type Err = std::convert::Infallible;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                if text.is_empty() {
                    return Ok(Self::default());
                }
                Ok(Uuid::try_parse(text).map_or_else(|_| Self::from_key(text), Self))
            }
        }

        text_serde!($name);
    )*};
}

ids! {
    /// Id of the cooperation itself.
    CooperationId => "Cooperation";
    /// Id of a document that facts cite.
    DocumentId => "Document";
    /// Id of an organisation.
    OrganisationId => "Organisation";
    /// Id that an organisation had before it was merged into another one.
    MergedOrganisationId => "MergedOrganisation" keyed as "Organisation";
    /// Id of one of the names of something.
    NameId => "Name";
    /// Id of a register number.
    IdentifierId => "Identifier";
    /// Id of a public contact detail.
    ContactId => "Contact";
    /// Id of the figures of a municipality.
    MunicipalityStatisticsId => "MunicipalityStatistics";
    /// Id of a stakeholder group.
    StakeholderGroupId => "StakeholderGroup";
    /// Id of the membership of an organisation in a stakeholder group.
    GroupMembershipId => "GroupMembership";
    /// Id of a partnership.
    PartnershipId => "Partnership";
    /// Id of a relation.
    RelationId => "Relation";
    /// Id of a programme line.
    ProgrammeLineId => "ProgrammeLine";
    /// Id of a goal.
    GoalId => "Goal";
    /// Id of an initiative.
    InitiativeId => "Initiative";
    /// Id of the part that an initiative is of something larger.
    InitiativePartId => "InitiativePart";
    /// Id of an ambition.
    AmbitionId => "Ambition";
    /// Id of a measure of an ambition.
    MeasureId => "Measure";
    /// Id of a person.
    PersonId => "Person";
    /// Id of an office of a person.
    OfficeId => "Office";
    /// Id of a body.
    BodyId => "Body";
    /// Id of a seat.
    SeatId => "Seat";
    /// Id of an agreement.
    AgreementId => "Agreement";
    /// Id of a signature.
    SignatureId => "Signature";
    /// Id of a decision.
    DecisionId => "Decision";
    /// Id of a commitment.
    CommitmentId => "Commitment";
    /// Id of a contribution.
    ContributionId => "Contribution";
    /// Id of a milestone.
    MilestoneId => "Milestone";
    /// Id of a meeting.
    MeetingId => "Meeting";
    /// Id of a statement.
    StatementId => "Statement";
    /// Id of a rule.
    RuleId => "Rule";
    /// Id of a declared count.
    DeclaredCountId => "DeclaredCount";
    /// Id of a way to reach a person.
    PersonContactId => "PersonContact";
    /// Id of a tie between two persons.
    TieId => "Tie";
    /// Id of a topic of the joint agenda.
    TopicId => "Topic";
    /// Id of whom a topic has to reach.
    TargetId => "Target";
    /// Id of a judgement of a target.
    AssessmentId => "Assessment";
    /// Id of a decision that others take.
    DecisionMomentId => "DecisionMoment";
    /// Id of a stage of such a decision.
    DecisionStageId => "DecisionStage";
    /// Id of a talk.
    ContactMomentId => "ContactMoment";
    /// Id of what was said in a talk in confidence.
    ContactNoteId => "ContactNote";
    /// Id of what has to be done after a talk.
    FollowUpId => "FollowUp";
    /// Id of how a partner wants to be informed.
    PreferenceId => "Preference";
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_key_has_the_same_id_everywhere_and_another_one_in_another_noun() {
        let zwolle = OrganisationId::from_key("gemeente-zwolle");
        assert_eq!(zwolle.uuid().to_string(), "e2d1dcde-6e4c-5f05-8f91-d47bdf01bb92");
        assert_ne!(zwolle.uuid(), BodyId::from_key("gemeente-zwolle").uuid());
    }

    #[test]
    fn a_cell_reads_as_a_key_or_as_the_id_itself() {
        let zwolle = OrganisationId::from_key("gemeente-zwolle");
        assert_eq!("gemeente-zwolle".parse(), Ok(zwolle));
        assert_eq!(zwolle.uuid().to_string().parse(), Ok(zwolle));
    }
}
