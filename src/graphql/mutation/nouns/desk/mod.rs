//! What public affairs plans by: recorded and corrected by who plans contacts.

pub mod agenda;
pub mod decisions;
pub mod follow_ups;
pub mod talks;
pub mod ties;

use async_graphql::MergedObject;

use agenda::Agenda;
use decisions::Decisions;
use follow_ups::FollowUps;
use talks::Talks;
use ties::Ties;

/// What public affairs plans by.
#[derive(MergedObject, Default)]
pub struct Desk(Agenda, Decisions, Ties, Talks, FollowUps);
