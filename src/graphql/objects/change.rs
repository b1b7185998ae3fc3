//! What was changed: the journal, one fact at a time.

use std::sync::Arc;

use async_graphql::{Context, Enum, ID, Object, SimpleObject};
use network::change;
use network::journal::Commit;
use network::plan::{Pointer, camel};
use network::view::View;
use serde_json::Value;
use uuid::Uuid;

use super::node::Node;
use crate::graphql::error::ApiError;
use crate::graphql::global_id;
use crate::graphql::page::{Order, connection};
use crate::graphql::reader::Reader;
use crate::graphql::scalars::{DateTime, int};
use crate::graphql::shown;
use crate::graphql::viewer::Viewer;

/// What became of a fact.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Enum)]
pub enum ChangeKind {
    /// It came.
    Added,
    /// It became another.
    Changed,
    /// It went.
    Removed,
}

/// One change of one fact.
#[derive(Clone)]
pub struct Change {
    /// In which its node is shown.
    view: Arc<View>,
    commit: Arc<Commit>,
    /// Its place in the commit.
    at: usize,
}

connection! {
    /// A page of changes.
    ChangeConnection, ChangeEdge of Change
}

impl Change {
    /// Newest first; those of one commit as they were made.
    pub(in crate::graphql) const NEWEST_FIRST: Order<Self> = Order {
        name: "newest",
        key: |node| {
            let mut bytes = (!node.commit.revision.number.unsigned_abs()).to_be_bytes().to_vec();
            bytes.extend((node.at as u64).to_be_bytes());
            bytes
        },
    };

    /// The change at a place of a commit; its node is shown in a view of a later network.
    pub(in crate::graphql) fn new(view: &Arc<View>, commit: &Arc<Commit>, at: usize) -> Self {
        Self { view: Arc::clone(view), commit: Arc::clone(commit), at }
    }

    /// The changes after a revision up to that of a view, newest first.
    pub(in crate::graphql) fn newest_first(reader: &Reader, view: &View, since: i64) -> Vec<(Arc<Commit>, usize)> {
        let commits = reader.journal().up_to(view.network().revision().number).rev();
        let later = commits.take_while(|commit| commit.revision.number > since);
        later.flat_map(|commit| (0..commit.changes.len()).map(move |at| (Arc::clone(commit), at))).collect()
    }

    /// What became of the fact.
    pub(in crate::graphql) fn what(&self) -> ChangeKind {
        match self.row() {
            change::Change::Added(_) => ChangeKind::Added,
            change::Change::Changed { .. } => ChangeKind::Changed,
            change::Change::Removed(_) => ChangeKind::Removed,
        }
    }

    /// A value as a file would hold it: what it points at by key.
    fn written(&self, value: &Value) -> Option<String> {
        let text = match value {
            Value::Null => return None,
            Value::String(text) if text.is_empty() => return None,
            Value::String(text) => text,
            other => return Some(other.to_string()),
        };
        let network = self.view.network();
        let key = |part: &str| Uuid::try_parse(part).ok().and_then(|id| network.key_of(id)).map(ToString::to_string);
        Some(text.split(';').map(|part| key(part).unwrap_or_else(|| part.to_owned())).collect::<Vec<_>>().join(";"))
    }

    fn row(&self) -> &change::Change {
        &self.commit.changes[self.at]
    }

    /// The change, which is shown to who asks.
    fn shown_row(&self) -> &change::Change {
        let row = self.row();
        for fact in row.before().into_iter().chain(row.after()) {
            shown::note(fact.audience(), fact.noun(), || fact.uuid());
        }
        row
    }
}

/// One change of one fact, as the journal tells it (wijziging).
#[Object(serial)]
impl Change {
    /// What became of the fact.
    async fn kind(&self) -> ChangeKind {
        self.shown_row();
        self.what()
    }

    /// Opaque id of the fact, whether it has a page of its own or not, and after it has gone: corrections name it.
    async fn id(&self) -> ID {
        global_id::of_any(self.shown_row().fact())
    }

    /// Noun of the fact, as its file is called: `commitments`.
    async fn noun(&self) -> &str {
        self.shown_row().fact().noun()
    }

    /// What was changed, as it is in this view; null when it has gone, or has no page of its own.
    async fn node(&self) -> Option<Node> {
        let fact = self.shown_row().fact();
        Node::of_target(&self.view, Pointer { noun: fact.noun(), id: fact.uuid() })
    }

    /// What it said before and says now, field by field; only what differs.
    async fn fields(&self) -> Vec<FieldChange> {
        let (before, after) = (self.shown_row().before(), self.row().after());
        let [before, after] = [before, after].map(|fact| fact.map(network::any_fact::AnyFact::to_json));
        let of = |fact: &Option<Value>, name: &str| fact.as_ref().and_then(|fact| self.written(fact.get(name)?));
        let names = after.as_ref().or(before.as_ref()).and_then(Value::as_object);
        let names = names.into_iter().flat_map(|fields| fields.keys()).filter(|name| *name != "id");
        names
            .map(|name| FieldChange { name: camel(name), before: of(&before, name), after: of(&after, name) })
            .filter(|field| field.before != field.after)
            .collect()
    }

    /// The revision that it made.
    async fn revision(&self) -> i32 {
        self.shown_row();
        int(self.commit.revision.number)
    }

    /// When it was recorded.
    async fn recorded_at(&self) -> DateTime {
        self.shown_row();
        DateTime(self.commit.revision.recorded_at)
    }

    /// What was asked for: `PLEDGE_COMMITMENT`.
    async fn command(&self) -> &str {
        self.shown_row();
        &self.commit.command
    }

    /// Who made it; null for viewers whom nobody knows.
    async fn actor(&self, ctx: &Context<'_>) -> Result<Option<&str>, ApiError> {
        self.shown_row();
        Ok(Viewer::of(ctx)?.is_known().then_some(&*self.commit.actor))
    }

    /// Why; null: not said.
    async fn reason(&self) -> Option<&str> {
        self.shown_row();
        self.commit.reason.as_deref()
    }
}

/// What a field said before and says now (gewijzigd veld).
#[derive(SimpleObject)]
pub struct FieldChange {
    /// Name of the field.
    name: String,
    /// What it said, as a file would hold it; null: nothing.
    before: Option<String>,
    /// What it says, as a file would hold it; null: nothing.
    after: Option<String>,
}
