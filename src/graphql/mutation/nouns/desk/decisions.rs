//! Decisions that others take, and when talking helps.

use async_graphql::{Context, ID, InputObject, MaybeUndefined, MergedObject, Object};
use network::facts::*;
use network::plan::Act;

use super::super::{RemoveInput, key, noun};
use crate::graphql::codes::Code;
use crate::graphql::error::ApiError;
use crate::graphql::filters::*;
use crate::graphql::mutation::answered::{answer_desk, payload};
use crate::graphql::mutation::asked::{Asked, Because, correction, draft, target};
use crate::graphql::mutation::input::{Correcting, Fields, Recording, everything};
use crate::graphql::mutation::new_fact;
use crate::graphql::reader::Reader;
use crate::graphql::scalars::*;

/// Decisions that others take, and when talking helps.
#[derive(MergedObject, Default)]
pub struct Decisions(DecisionMomentChanges, DecisionStageChanges);

noun! {
    DecisionMomentChanges: DecisionMoment in decision_moments, "a decision that others are going to take";
    by answer_desk "PUBLIC_AFFAIRS";
    record record_decision_moment RecordDecisionMomentInput RecordDecisionMomentPayload;
    correct correct_decision_moment CorrectDecisionMomentInput CorrectDecisionMomentPayload;
    remove remove_decision_moment RemoveDecisionMomentPayload;
    show decision_moment: DecisionMoment;
    key { /// Key in addresses: letters, digits and dashes.
        slug }
    needs {
        /// Title in Dutch.
        title_nl: String,
        /// Who decides.
        body: BodyBy,
        /// When it is taken.
        date: PartialDate,
    }
    may {
        /// Title in English.
        title_en: String,
        /// What it is about.
        topics: Vec<TopicBy>,
        /// The partner that holds it. Left out: the organisation of who records it.
        holder: OrganisationBy,
    }
}

noun! {
    DecisionStageChanges: DecisionStage in decision_stages, "a stage of a decision";
    by answer_desk "PUBLIC_AFFAIRS";
    record record_decision_stage RecordDecisionStageInput RecordDecisionStagePayload;
    correct correct_decision_stage CorrectDecisionStageInput CorrectDecisionStagePayload;
    remove remove_decision_stage RemoveDecisionStagePayload;
    show decision_stage: DecisionStage;
    needs {
        /// Of which decision.
        decision_moment: DecisionMomentBy,
        /// What happens.
        kind: Code<StageKind>,
        /// When.
        date: PartialDate,
    }
    may {
        /// Talks help from so many days before it; left out: as usual for its kind.
        opens_days_before: u32,
        /// Talks help until so many days before it; left out: as usual for its kind.
        closes_days_before: u32,
        /// The partner that holds it. Left out: the organisation of who records it.
        holder: OrganisationBy,
    }
}
