//! What became another between two revisions.

use std::sync::Arc;

use async_graphql::{Context, Object};
use network::journal::Commit;
use network::network::Network;
use network::put_back::{difference, put_back};
use network::source::Confidence;
use network::view::View;

use super::change::{Change, ChangeKind};
use super::difference::StandingChange;
use crate::graphql::error::ApiError;
use crate::graphql::page::{MAX_LIST, list};
use crate::graphql::reader::Reader;
use crate::graphql::scalars::{DateTime, int};
use crate::live::Snapshot;

/// Everything between a network that a client knows and the one that is read.
pub struct NetworkChange {
    before: Arc<View>,
    after: Arc<View>,
    changes: Vec<Change>,
    truncated: bool,
}

impl NetworkChange {
    /// What lies between; `None` when nothing of these kinds does.
    ///
    /// * `turned`: whether the client sees more or less than it did before.
    pub(in crate::graphql) fn between(
        reader: &Reader,
        before: &Snapshot,
        turned: bool,
        kinds: Option<&[ChangeKind]>,
    ) -> Option<Self> {
        let (told, revision) = (before.network.revision(), reader.network().revision());
        let after = reader.view(None, None);
        let commit = |command: &str, changes| {
            let (actor, command) = ("drieklank".to_owned(), command.to_owned());
            Arc::new(Commit { revision, actor, command, reason: None, changes })
        };
        let is_gone = !reader.journal().holds(told) && told != revision;
        // What they were told may hold what was taken out since; nothing that is computed from it may be told again.
        let rewritten_at = |network: &Network| network.key().rewritten_at;
        let is_rewritten = rewritten_at(&before.network) != rewritten_at(reader.network());
        // What lies between in one commit, which is in no journal; in it `None`: nothing of what was told is left.
        let leap = if is_rewritten {
            Some(None)
        } else if turned {
            let changes = difference(&before.network, reader.network());
            (is_gone || !changes.is_empty()).then(|| Some(commit("SIGHT_CHANGED", changes)))
        } else {
            is_gone.then(|| {
                let back = put_back((&before.network, &before.journal), (reader.network(), reader.journal()));
                back.map(|changes| commit("PUT_BACK", changes))
            })
        };
        let commits: Box<dyn Iterator<Item = &Arc<Commit>> + Send> = match &leap {
            Some(commit) => Box::new(commit.iter()),
            None => Box::new(reader.journal().after(told.number)),
        };
        let wanted = |change: &Change| kinds.is_none_or(|kinds| kinds.contains(&change.what()));
        let places = commits.flat_map(|commit| (0..commit.changes.len()).map(move |at| (commit, at)));
        let all = places.map(|(commit, at)| Change::new(&after, commit, at));
        let mut changes: Vec<Change> = all.filter(wanted).take(MAX_LIST + 1).collect();
        // Who was told what is so no longer has to know it, whatever the kinds.
        if changes.is_empty() && leap.is_none() {
            return None;
        }
        let truncated = changes.len() > MAX_LIST || leap.is_some_and(|commit| commit.is_none());
        changes.truncate(MAX_LIST);
        let before = reader.live().view(Arc::clone(&before.network), reader.today(), Confidence::Unverified);
        Some(Self { before: Arc::new(before), after, changes, truncated })
    }
}

/// What became another in the network, in one or several revisions (wijziging van het netwerk).
#[Object(serial)]
impl NetworkChange {
    /// The revision that this leads to: what to give as `since` after a broken connection.
    async fn revision(&self) -> i32 {
        int(self.after.network().revision().number)
    }

    /// When that revision was recorded.
    async fn recorded_at(&self) -> DateTime {
        DateTime(self.after.network().revision().recorded_at)
    }

    /// What was changed, fact by fact, oldest first. At most 1,000. Those by the commands `PUT_BACK` and
    /// `SIGHT_CHANGED` are in no journal: they say how what is there now differs from what was told, after the database was put
    /// back, or when the client may see more or less than before.
    async fn changes(&self, ctx: &Context<'_>) -> Result<Vec<Change>, ApiError> {
        list(ctx, self.changes.iter().cloned())
    }

    /// Whether more was changed than `changes` holds, or nothing is left of what was told before, or personal data was taken out
    /// of it: what is on the screen is best asked anew.
    async fn truncated(&self) -> bool {
        self.truncated
    }

    /// Who stands elsewhere now towards a content line, as of today.
    async fn standings(&self, ctx: &Context<'_>) -> Result<Vec<StandingChange>, ApiError> {
        list(ctx, StandingChange::between(&self.before, &self.after))
    }
}
