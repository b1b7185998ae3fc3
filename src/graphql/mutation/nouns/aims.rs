//! What is aimed at: goals of agendas, ambitions of initiatives, and how they are measured.

use async_graphql::{Context, ID, InputObject, MaybeUndefined, MergedObject, Object};
use network::facts::*;
use network::plan::Act;
use network::view::View;

use super::{RemoveInput, key, noun};
use crate::graphql::codes::Code;
use crate::graphql::error::ApiError;
use crate::graphql::filters::*;
use crate::graphql::mutation::answered::{answer, payload};
use crate::graphql::mutation::asked::{Asked, Because, Read, correction, draft, target};
use crate::graphql::mutation::input::{Correcting, Fields, Recording, everything, not_found};
use crate::graphql::mutation::new_fact;
use crate::graphql::reader::Reader;
use crate::graphql::scalars::{Decimal, PartialDate};

/// What is aimed at.
#[derive(MergedObject, Default)]
pub struct Aims(GoalChanges, AmbitionChanges, MeasureChanges);

noun! {
    GoalChanges: Goal in goals, "a goal of an agenda";
    record record_goal RecordGoalInput RecordGoalPayload;
    correct correct_goal CorrectGoalInput CorrectGoalPayload;
    remove remove_goal RemoveGoalPayload;
    show goal: Goal;
    needs {
        /// The agenda that sets it.
        agreement: AgreementBy,
        /// The goal in words, in Dutch.
        text_nl: String,
    }
    may {
        /// The goal in words, in English.
        text_en: String,
    }
    with {
        /// Initiatives that serve it, at most 100. With the first goal of the running agenda all that are under way have to
        /// serve one (rule R05).
        served_by: Vec<InitiativeBy> => served
    }
}

noun! {
    AmbitionChanges: Ambition in ambitions, "an ambition of an initiative";
    record record_ambition RecordAmbitionInput RecordAmbitionPayload;
    correct correct_ambition CorrectAmbitionInput CorrectAmbitionPayload;
    remove remove_ambition RemoveAmbitionPayload;
    show ambition: Ambition;
    needs {
        /// Whose ambition.
        initiative: InitiativeBy,
        /// On which level of funding.
        level: Code<AmbitionLevel>,
        /// The ambition in words, in Dutch.
        text_nl: String,
    }
    may {
        /// The ambition in words, in English.
        text_en: String,
        /// Row of the source's table: ambitions of one row belong together.
        row: u32,
        /// What the row is about.
        topic: String,
    }
}

noun! {
    MeasureChanges: Measure in measures, "a number by which an ambition is measured";
    record record_measure RecordMeasureInput RecordMeasurePayload;
    correct correct_measure CorrectMeasureInput CorrectMeasurePayload;
    remove remove_measure RemoveMeasurePayload;
    show measure: Measure;
    needs {
        /// Of which ambition.
        ambition: AmbitionBy,
        /// What is measured, in one word.
        name: String,
        /// Unit: EUR, trajectory.
        unit: String,
        /// Whether the source says about.
        approximate: bool,
        /// Whether it is given to compare with, not aimed at.
        reference: bool,
    }
    may {
        /// Lower bound, or the value when it is one number.
        minimum: Decimal,
        /// Upper bound; left out: as the lower one.
        maximum: Decimal,
        /// Per what: month.
        per: String,
        /// Which way it should go, where no number is stated.
        direction: Code<Direction>,
        /// The period that it is about.
        period: PartialDate,
    }
}

/// A goal with the initiatives that serve it.
fn served(
    _: &Context<'_>,
    view: &View,
    act: Read<Act>,
    initiatives: Option<&[InitiativeBy]>,
    _: &Recording,
) -> Result<Read<Act>, ApiError> {
    let mut served_by = Vec::new();
    let mut missing = Vec::new();
    for (at, by) in initiatives.unwrap_or_default().iter().enumerate() {
        match by.find(view) {
            Some(ix) => served_by.push(view.network().initiatives.get(ix).id),
            None => missing.push(not_found(&["servedBy", &at.to_string()])),
        }
    }
    let served_by = Read { made: served_by, unread: missing };
    Ok(act.and(served_by).map(|(act, served_by)| match act {
        Act::Record(goal) => Act::SetGoal { goal, served_by },
        other => other,
    }))
}
