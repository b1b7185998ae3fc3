//! The facts: one struct per noun, flat, as it stands in a file, a row and the journal.
//!
//! A fact points at others by id. It says on whose word it stands and how sure it is. What it means, alone or together
//! with others, is for the rest of this package.

mod agreement;
mod ambition;
mod body;
mod commitment;
mod contact_moment;
mod cooperation;
mod decision;
mod decision_moment;
mod declared_count;
mod document;
mod group;
mod initiative;
mod merged;
mod milestone;
mod organisation;
mod partnership;
mod person;
mod preference;
mod programme_line;
mod relation;
mod rule;
mod seat;
mod statement;
mod tie;
mod topic;

pub use agreement::*;
pub use ambition::*;
pub use body::*;
pub use commitment::*;
pub use contact_moment::*;
pub use cooperation::*;
pub use decision::*;
pub use decision_moment::*;
pub use declared_count::*;
pub use document::*;
pub use group::*;
pub use initiative::*;
pub use merged::*;
pub use milestone::*;
pub use organisation::*;
pub use partnership::*;
pub use person::*;
pub use preference::*;
pub use programme_line::*;
pub use relation::*;
pub use rule::*;
pub use seat::*;
pub use statement::*;
pub use tie::*;
pub use topic::*;

use crate::audience::Audience;
use crate::id::{FactId, OrganisationId};
use crate::period::Period;
use crate::references;
use crate::slug::Slug;
use crate::source::{Confidence, SourceText};
use uuid::Uuid;

/// What every noun's file needs.
pub(crate) mod prelude {
    pub(crate) use crate::audience::Audience;
    pub(crate) use crate::codes;
    pub(crate) use crate::condition::Condition;
    pub(crate) use crate::date::PartialDate;
    pub(crate) use crate::id::*;
    pub(crate) use crate::list::List;
    pub(crate) use crate::score::{Position, Score};
    pub(crate) use crate::share::Share;
    pub(crate) use crate::slug::Slug;
    pub(crate) use crate::source::{Confidence, SourceText};
}

/// What all nouns have in common.
pub trait Fact: Clone + std::fmt::Debug + PartialEq + Send + Sync + 'static {
    /// The type of its id.
    type Id: FactId;

    /// Name of its file and table: `group_memberships`.
    const NOUN: &'static str;

    /// Name of the field that holds its key: `slug` where it has a name in addresses, else `key`.
    const KEY_FIELD: &'static str;

    /// Whether a partner may hold facts of this noun.
    const IS_HELD: bool;

    /// Its id.
    fn id(&self) -> Self::Id;

    /// Gives it an id, when its file gave none.
    fn set_id(&mut self, id: Self::Id);

    /// Its key: unique in its noun.
    fn key(&self) -> &Slug;

    /// When it held; `None` for facts without a period, which always hold.
    fn period(&self) -> Option<Period>;

    /// On whose word it stands.
    fn source(&self) -> &SourceText;

    /// Shares the text of its source with others.
    fn set_source(&mut self, source: SourceText);

    /// How sure it is.
    fn confidence(&self) -> Confidence;

    /// Who may see it.
    fn audience(&self) -> Audience;

    /// The partner that holds it; `None`: none, or a noun that no partner holds.
    fn holder(&self) -> Option<OrganisationId>;

    /// Whether its id follows from its key, as those of datasets do.
    fn has_id_of_key(&self) -> bool {
        self.id().uuid().get_version_num() == 5 && self.id() == Self::Id::from_key(self.key())
    }

    /// Shows all that it points at, field by field.
    fn pointing(&self, show: &mut impl FnMut(Reference));
}

/// A field of a fact points at another fact.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reference {
    /// The field: `on_behalf_of`.
    pub field: &'static str,
    /// The noun of what it points at: `organisations`.
    pub noun: &'static str,
    /// The id of that.
    pub id: Uuid,
}

/// Calls a macro with every noun, referenced ones first: `field Type,` … The order in which tables are filled.
#[macro_export]
macro_rules! for_each_noun {
    ($apply:ident) => {
        $apply! {
            cooperations Cooperation,
            documents Document,
            organisations Organisation,
            merged_organisations MergedOrganisation,
            names Name,
            identifiers Identifier,
            contacts Contact,
            municipality_statistics MunicipalityStatistics,
            stakeholder_groups StakeholderGroup,
            group_memberships GroupMembership,
            partnerships Partnership,
            relations Relation,
            programme_lines ProgrammeLine,
            goals Goal,
            initiatives Initiative,
            initiative_parts InitiativePart,
            ambitions Ambition,
            measures Measure,
            persons Person,
            offices Office,
            bodies Body,
            seats Seat,
            agreements Agreement,
            signatures Signature,
            decisions Decision,
            commitments Commitment,
            contributions Contribution,
            milestones Milestone,
            meetings Meeting,
            statements Statement,
            rules Rule,
            declared_counts DeclaredCount,
            person_contacts PersonContact,
            ties Tie,
            topics Topic,
            targets Target,
            assessments Assessment,
            decision_moments DecisionMoment,
            decision_stages DecisionStage,
            contact_moments ContactMoment,
            contact_notes ContactNote,
            follow_ups FollowUp,
            preferences Preference,
        }
    };
}

macro_rules! facts {
    ($($noun:ident $fact:ident,)*) => {
        /// Everything that is known of one network: what a dataset holds and a database stores.
        #[derive(Debug, Clone, Default, PartialEq)]
        pub struct Facts {
            $(#[doc = concat!("All facts of the noun ", stringify!($noun), ".")] pub $noun: Vec<$fact>,)*
        }

        impl Facts {
            /// Number of facts.
            #[must_use]
            pub fn len(&self) -> usize {
                0 $(+ self.$noun.len())*
            }

            /// Whether there are none.
            #[must_use]
            pub fn is_empty(&self) -> bool {
                self.len() == 0
            }
        }
    };
}
for_each_noun!(facts);

macro_rules! implement {
    ($($fact:ident $noun:ident $id:ident $key:ident $period:ident $held:ident;)*) => {$(
        impl Fact for $fact {
            type Id = crate::id::$id;

            const NOUN: &'static str = stringify!($noun);

            const KEY_FIELD: &'static str = stringify!($key);

            const IS_HELD: bool = implement!(@is $held);

            fn id(&self) -> Self::Id {
                self.id
            }

            fn set_id(&mut self, id: Self::Id) {
                self.id = id;
            }

            fn key(&self) -> &Slug {
                &self.$key
            }

            fn period(&self) -> Option<Period> {
                implement!(@$period self)
            }

            fn source(&self) -> &SourceText {
                &self.source
            }

            fn set_source(&mut self, source: SourceText) {
                self.source = source;
            }

            fn confidence(&self) -> Confidence {
                self.confidence
            }

            fn audience(&self) -> Audience {
                self.audience
            }

            fn holder(&self) -> Option<OrganisationId> {
                implement!(@$held self)
            }

            fn pointing(&self, show: &mut impl FnMut(Reference)) {
                references::show(self, show);
            }
        }
    )*};
    (@lasting $self:ident) => { Some(Period::new($self.since, $self.until)) };
    (@timeless $self:ident) => { None };
    (@is held) => { true };
    (@is common) => { false };
    (@is kept) => { false };
    (@held $self:ident) => { $self.holder };
    (@kept $self:ident) => { $self.holder };
    (@common $self:ident) => { None };
}

implement! {
    Cooperation cooperations CooperationId slug lasting common;
    Document documents DocumentId key timeless common;
    Organisation organisations OrganisationId slug lasting kept;
    MergedOrganisation merged_organisations MergedOrganisationId slug timeless common;
    Name names NameId key lasting common;
    Identifier identifiers IdentifierId key timeless common;
    Contact contacts ContactId key timeless common;
    MunicipalityStatistics municipality_statistics MunicipalityStatisticsId key timeless common;
    StakeholderGroup stakeholder_groups StakeholderGroupId slug timeless common;
    GroupMembership group_memberships GroupMembershipId key lasting common;
    Partnership partnerships PartnershipId key lasting common;
    Relation relations RelationId key lasting common;
    ProgrammeLine programme_lines ProgrammeLineId slug timeless kept;
    Goal goals GoalId key timeless common;
    Initiative initiatives InitiativeId slug lasting common;
    InitiativePart initiative_parts InitiativePartId key timeless common;
    Ambition ambitions AmbitionId key timeless common;
    Measure measures MeasureId key timeless common;
    Person persons PersonId slug timeless held;
    Office offices OfficeId key lasting held;
    Body bodies BodyId slug lasting kept;
    Seat seats SeatId key lasting common;
    Agreement agreements AgreementId slug lasting common;
    Signature signatures SignatureId key lasting common;
    Decision decisions DecisionId key timeless common;
    Commitment commitments CommitmentId key lasting common;
    Contribution contributions ContributionId key lasting common;
    Milestone milestones MilestoneId slug timeless common;
    Meeting meetings MeetingId key timeless common;
    Statement statements StatementId key timeless common;
    Rule rules RuleId key timeless common;
    DeclaredCount declared_counts DeclaredCountId key timeless common;
    PersonContact person_contacts PersonContactId key timeless held;
    Tie ties TieId key lasting held;
    Topic topics TopicId slug lasting held;
    Target targets TargetId key timeless held;
    Assessment assessments AssessmentId key timeless held;
    DecisionMoment decision_moments DecisionMomentId slug timeless held;
    DecisionStage decision_stages DecisionStageId key timeless held;
    ContactMoment contact_moments ContactMomentId key timeless held;
    ContactNote contact_notes ContactNoteId key timeless held;
    FollowUp follow_ups FollowUpId key timeless held;
    Preference preferences PreferenceId key lasting held;
}
