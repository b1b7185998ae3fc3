//! What lists can be narrowed by: every filter combines with and, or and not, and reaches through relations.

mod assumption;
mod body;
mod by;
mod clause;
mod decision;
mod initiative;
mod organisation;
mod person;
mod values;

pub use assumption::AssumptionInput;
pub use body::BodyFilter;
pub use by::{
    AgreementBy, AmbitionBy, BodyBy, DecisionMomentBy, GoalBy, IdentifierInput, InitiativeBy, OrganisationBy, PersonBy,
    ProgrammeLineBy, RuleBy, StakeholderGroupBy, StatementBy, TopicBy,
};
pub use clause::ClauseInput;
pub use decision::DecisionFilter;
pub use initiative::InitiativeFilter;
pub use organisation::{OrganisationFilter, OrganisationOrder, ParticipatesIn, StandingFilter};
pub use person::PersonFilter;
pub use values::*;
