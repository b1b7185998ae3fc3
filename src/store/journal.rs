//! Commits as they were recorded.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use network::any_fact::AnyFact;
use network::change::Change;
use network::journal::Commit;
use network::network::Revision;
use sea_orm::ActiveValue::Set;
use sea_orm::{ColumnTrait, ConnectionTrait, DatabaseTransaction, DbErr, EntityTrait, QueryFilter, QueryOrder};

use super::problems::{Problems, Unreadable};
use super::snapshot::{moment, moment_text};
use super::sources::Sources;
use super::{Store, StoreError, change_blocks};

impl Store {
    /// The commits after a revision, in order.
    ///
    /// # Errors
    /// When the database does not answer, or holds a commit that cannot be read.
    pub async fn commits_after(&self, revision: i64) -> Result<Vec<Commit>, StoreError> {
        self.read_commits(self.reading().await?, revision).await
    }

    /// The newest commit that an actor made with this key since a moment: its revision, and the hash of the request.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn sent_before(
        &self,
        actor: &str,
        key: &str,
        since: DateTime<Utc>,
    ) -> Result<Option<(i64, String)>, StoreError> {
        let found = entity::commits::Entity::find()
            .filter(entity::commits::Column::Actor.eq(actor))
            .filter(entity::commits::Column::IdempotencyKey.eq(key))
            .order_by_desc(entity::commits::Column::Revision)
            .one(self.reading().await?)
            .await
            .map_err(|source| StoreError::Load { table: "commits", source })?;
        let recent = |row: &entity::commits::Model| moment(&row.recorded_at).is_ok_and(|at| at >= since);
        Ok(found.filter(recent).map(|row| (row.revision, row.request_hash.unwrap_or_default())))
    }

    /// The commits after a revision, as a connection sees them.
    pub(super) async fn read_commits<C: ConnectionTrait>(
        &self,
        reader: &C,
        after: i64,
    ) -> Result<Vec<Commit>, StoreError> {
        let load = |table| move |source| StoreError::Load { table, source };
        let commits = entity::commits::Entity::find()
            .filter(entity::commits::Column::Revision.gt(after))
            .order_by_asc(entity::commits::Column::Revision)
            .all(reader)
            .await
            .map_err(load("commits"))?;
        let changes = entity::changes::Entity::find()
            .filter(entity::changes::Column::Revision.gt(after))
            .order_by_asc(entity::changes::Column::Revision)
            .order_by_asc(entity::changes::Column::Position)
            .all(reader)
            .await
            .map_err(load("changes"))?;
        let blocks = entity::change_blocks::Entity::find()
            .filter(entity::change_blocks::Column::Revision.gt(after))
            .order_by_asc(entity::change_blocks::Column::Revision)
            .order_by_asc(entity::change_blocks::Column::Position)
            .all(reader)
            .await
            .map_err(load("change_blocks"))?;
        let mut of_revision: BTreeMap<i64, Vec<Change>> = BTreeMap::new();
        let mut problems = Problems::default();
        let mut sources = Sources::default();
        for block in blocks {
            match change_blocks::read(&block.body, &mut sources) {
                Ok(changes) => of_revision.entry(block.revision).or_default().extend(changes),
                Err(reason) => problems.push(Unreadable {
                    table: "change_blocks",
                    row: format!("{}.{}", block.revision, block.position),
                    column: "body",
                    reason,
                }),
            }
        }
        for row in changes {
            match change(&row.noun, row.before.as_deref(), row.after.as_deref(), &mut sources) {
                Ok(change) => of_revision.entry(row.revision).or_default().push(change),
                Err(reason) => problems.push(Unreadable {
                    table: "changes",
                    row: format!("{}.{}", row.revision, row.position),
                    column: "after",
                    reason,
                }),
            }
        }
        let mut read = Vec::with_capacity(commits.len());
        for row in commits {
            match moment(&row.recorded_at) {
                Ok(recorded_at) => read.push(Commit {
                    revision: Revision { number: row.revision, recorded_at },
                    actor: row.actor,
                    command: row.command,
                    reason: row.reason,
                    changes: of_revision.remove(&row.revision).unwrap_or_default(),
                }),
                Err(reason) => problems.push(Unreadable {
                    table: "commits",
                    row: row.revision.to_string(),
                    column: "recorded_at",
                    reason,
                }),
            }
        }
        if problems.count > 0 {
            return Err(StoreError::Unreadable { database: self.name.clone(), problems });
        }
        Ok(read)
    }
}

/// A change by the JSON of the fact as it was and as it is.
pub(super) fn change(
    noun: &str,
    before: Option<&str>,
    after: Option<&str>,
    sources: &mut Sources,
) -> Result<Change, String> {
    let mut fact = |text: &str| {
        let mut fact = AnyFact::from_json_text(noun, text).map_err(|error| error.to_string())?;
        fact.set_source(sources.share(fact.source()));
        Ok::<_, String>(fact)
    };
    match (before.map(&mut fact).transpose()?, after.map(&mut fact).transpose()?) {
        (None, Some(after)) => Ok(Change::Added(after)),
        (Some(before), Some(after)) => Ok(Change::Changed { before, after }),
        (Some(before), None) => Ok(Change::Removed(before)),
        (None, None) => Err("neither before nor after is there".to_owned()),
    }
}

/// A commit to be written.
#[derive(Debug, Clone, PartialEq)]
pub struct Entry {
    /// Who.
    pub actor: String,
    /// What was asked for: `PLEDGE_COMMITMENT`.
    pub command: String,
    /// Why.
    pub reason: Option<String>,
    /// When, in whole microseconds.
    pub recorded_at: DateTime<Utc>,
    /// Under which key the client may send it again.
    pub idempotency: Option<Idempotency>,
    /// What was changed, in order.
    pub changes: Vec<Change>,
}

/// What tells a request that is sent again from another one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Idempotency {
    /// The client's key.
    pub key: String,
    /// What stood in the request, as a hash.
    pub request_hash: String,
}

/// Writes a commit into the journal.
pub(super) async fn write(rows: &DatabaseTransaction, revision: i64, entry: &Entry) -> Result<(), DbErr> {
    let idempotency = entry.idempotency.as_ref();
    let commit = entity::commits::ActiveModel {
        revision: Set(revision),
        recorded_at: Set(moment_text(entry.recorded_at)),
        actor: Set(entry.actor.clone()),
        command: Set(entry.command.clone()),
        reason: Set(entry.reason.clone()),
        idempotency_key: Set(idempotency.map(|sent| sent.key.clone())),
        request_hash: Set(idempotency.map(|sent| sent.request_hash.clone())),
    };
    entity::commits::Entity::insert(commit).exec_without_returning(rows).await?;
    write_changes(rows, revision, &entry.changes).await
}

/// Writes what a commit changes: a row for each change, or blocks when there are many.
pub(super) async fn write_changes(rows: &DatabaseTransaction, revision: i64, changes: &[Change]) -> Result<(), DbErr> {
    if changes.len() >= change_blocks::CHANGES {
        return change_blocks::write(rows, revision, changes).await;
    }
    let json = |fact: Option<&AnyFact>| fact.map(AnyFact::to_json_text);
    let models = (0i64..).zip(changes).map(|(position, change)| entity::changes::ActiveModel {
        revision: Set(revision),
        position: Set(position),
        noun: Set(change.fact().noun().to_owned()),
        fact_id: Set(change.fact().uuid()),
        before: Set(json(change.before())),
        after: Set(json(change.after())),
    });
    super::fill::insert(rows, models).await
}
