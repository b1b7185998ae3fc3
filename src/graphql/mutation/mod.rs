//! Changes, in the words of the domain.
//!
//! Each takes one input, and answers with what it was about, the standings that moved, the revision, and why it was
//! refused. Who may change anything is settled before an input is looked at.

pub mod answered;
pub mod asked;
pub mod calendars;
pub mod endings;
pub mod erasure;
pub mod importing;
pub mod input;
pub mod merging;
pub mod nouns;
pub mod promises;

use std::sync::Arc;

use async_graphql::{Context, MergedObject};

use super::error::ApiError;
use super::reader::Reader;
use crate::writer::Writer;
use asked::New;
use calendars::CalendarChanges;
use endings::Endings;
use erasure::Erasures;
use importing::ImportingDatasets;
use merging::Merging;
use nouns::aims::Aims;
use nouns::desk::Desk;
use nouns::governance::Governance;
use nouns::network::CooperationChanges;
use nouns::parties::Parties;
use nouns::places::Places;
use nouns::programme::Programme;
use nouns::register::Register;
use nouns::words::Words;
use promises::Promises;

/// The root of all changes. In groups of groups, as each member of a merged object lies inside the one before it.
#[derive(MergedObject, Default)]
pub struct Mutation(Former, Latter);

/// The first half of all changes.
#[derive(MergedObject, Default)]
pub struct Former(Promises, Endings, Merging, CooperationChanges, Parties, Register, Programme);

/// The other half of all changes.
#[derive(MergedObject, Default)]
pub struct Latter(Places, Aims, Governance, Words, Desk, CalendarChanges, Erasures, ImportingDatasets);

/// An id that nothing has yet, for who asks.
fn new_fact(ctx: &Context<'_>) -> Result<New, ApiError> {
    let writer = ctx.data::<Arc<Writer>>().map_err(|missing| ApiError::internal("find the writer", missing.message))?;
    Ok(New { id: writer.clock().new_id(), sight: Reader::of(ctx)?.sight() })
}
