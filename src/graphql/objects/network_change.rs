//! What became another between two revisions.

use std::sync::Arc;

use async_graphql::{Context, Object};
use network::network::Network;
use network::source::Confidence;
use network::view::View;

use super::change::{Change, ChangeKind};
use super::difference::StandingChange;
use crate::graphql::error::ApiError;
use crate::graphql::page::{MAX_LIST, list};
use crate::graphql::reader::Reader;
use crate::graphql::scalars::DateTime;

/// Everything between a network that a client knows and the one that is read.
pub struct NetworkChange {
    before: Arc<View>,
    after: Arc<View>,
    changes: Vec<Change>,
    truncated: bool,
}

impl NetworkChange {
    /// What lies between; `None` when nothing of these kinds does.
    pub(in crate::graphql) fn between(
        reader: &Reader,
        before: &Arc<Network>,
        kinds: Option<&[ChangeKind]>,
    ) -> Option<Self> {
        let after = reader.view(None, None);
        let commits = reader.journal().after(before.revision().number);
        let wanted = |change: &Change| kinds.is_none_or(|kinds| kinds.contains(&change.what()));
        let places = commits.flat_map(|commit| (0..commit.changes.len()).map(move |at| (commit, at)));
        let all = places.map(|(commit, at)| Change::new(&after, commit, at));
        let mut changes: Vec<Change> = all.filter(wanted).take(MAX_LIST + 1).collect();
        if changes.is_empty() {
            return None;
        }
        let truncated = changes.len() > MAX_LIST;
        changes.truncate(MAX_LIST);
        let before = reader.live().view(Arc::clone(before), reader.today(), Confidence::Unverified);
        Some(Self { before: Arc::new(before), after, changes, truncated })
    }
}

/// What became another in the network, in one or several revisions (wijziging van het netwerk).
#[Object(serial)]
impl NetworkChange {
    /// The revision that this leads to: what to give as `since` after a broken connection.
    async fn revision(&self) -> i32 {
        i32::try_from(self.after.network().revision().number).unwrap_or(i32::MAX)
    }

    /// When that revision was recorded.
    async fn recorded_at(&self) -> DateTime {
        DateTime(self.after.network().revision().recorded_at)
    }

    /// What was changed, fact by fact, oldest first. At most 1,000.
    async fn changes(&self, ctx: &Context<'_>) -> Result<Vec<Change>, ApiError> {
        list(ctx, self.changes.iter().cloned())
    }

    /// Whether more was changed than `changes` holds: what is on the screen is best asked anew.
    async fn truncated(&self) -> bool {
        self.truncated
    }

    /// Who stands elsewhere now towards a content line, as of today.
    async fn standings(&self, ctx: &Context<'_>) -> Result<Vec<StandingChange>, ApiError> {
        list(ctx, StandingChange::between(&self.before, &self.after))
    }
}
