//! One commit: rows, journal and the fence between writers, all of it or nothing.

use chrono::{DateTime, SubsecRound};
use network::any_fact::AnyFact;
use network::change::Change;
use network::facts::*;
use network::id::FactId;
use sea_orm::prelude::Expr;
use sea_orm::{ActiveModelTrait, ColumnTrait, DatabaseTransaction, DbErr, EntityTrait, ExprTrait, QueryFilter};

use super::fill::insert;
use super::follow;
use super::journal::{self, Entry};
use super::lists::{self, Pairs, for_each_list};
use super::load::Revision;
use super::rows::Row;
use super::snapshot::moment_text;
use super::unique::stand_aside;
use super::{Store, StoreError};

/// What came of a commit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Written {
    /// It is in the database, and stays there.
    As(Revision),
    /// Somebody else was first: nothing was written, and it has to be planned anew.
    MovedOn,
}

impl Store {
    /// Writes commits that were planned on a revision, one after the other: all of them or none.
    ///
    /// # Errors
    /// When the database does not answer or does not hold what the changes are about. Nothing was written then, unless
    /// it is the end of the transaction that failed: [`StoreError::Unknown`].
    pub async fn commit(&self, before: i64, entries: &[Entry]) -> Result<Written, StoreError> {
        let mut revision = Revision { value: before, recorded_at: DateTime::UNIX_EPOCH };
        let commit = |source| StoreError::Commit { revision: before + 1, source };
        let rows = self.begin_writing("begin writing").await?;
        for entry in entries {
            revision = Revision { value: revision.value + 1, recorded_at: entry.recorded_at.trunc_subsecs(6) };
        }
        if !move_on(&rows, before, revision).await.map_err(commit)? {
            let end = |source| StoreError::Transaction { doing: "end writing", source };
            rows.rollback().await.map_err(end)?;
            return Ok(Written::MovedOn);
        }
        for (value, entry) in (before + 1..).zip(entries) {
            stand_aside(&rows, &entry.changes).await.map_err(commit)?;
            for run in entry.changes.chunk_by(come_together) {
                if let [change] = run {
                    if !write(&rows, change).await.map_err(commit)? {
                        let (noun, key) = (change.fact().noun(), change.fact().key().to_string());
                        return Err(StoreError::Diverged { noun, key });
                    }
                } else {
                    add_all(&rows, run).await.map_err(commit)?;
                }
            }
            journal::write(&rows, value, entry).await.map_err(commit)?;
        }
        follow::tell(&rows, revision.value).await.map_err(commit)?;
        let unknown = |source| StoreError::Unknown { revision: revision.value, source };
        rows.commit().await.map_err(unknown)?;
        // What went into a file in whose place another one was put at that moment is nowhere.
        self.hold_file().await.map_err(|replaced| unknown(DbErr::Custom(replaced.to_string())))?;
        Ok(Written::As(revision))
    }
}

/// Moves the revision on, unless somebody else has.
pub(super) async fn move_on(rows: &DatabaseTransaction, before: i64, to: Revision) -> Result<bool, DbErr> {
    let moved = entity::revision::Entity::update_many()
        .col_expr(entity::revision::Column::Value, Expr::value(to.value))
        .col_expr(entity::revision::Column::RecordedAt, Expr::value(moment_text(to.recorded_at)))
        .filter(entity::revision::Column::Id.eq(entity::revision::ONLY))
        .filter(entity::revision::Column::Value.eq(before))
        .exec(rows)
        .await?;
    Ok(moved.rows_affected == 1)
}

/// Writes one change; `false` when the row is not there.
pub(super) async fn write(rows: &DatabaseTransaction, change: &Change) -> Result<bool, DbErr> {
    if change.before().is_some() {
        clear_lists(rows, change.fact()).await?;
    }
    let there = write_row(rows, change).await?;
    if let Some(after) = change.after() {
        fill_lists(rows, after).await?;
    }
    Ok(there)
}

/// Whether two facts come one after the other and are of one noun, so that one statement may add both.
fn come_together(one: &Change, other: &Change) -> bool {
    let both_come = matches!((one, other), (Change::Added(_), Change::Added(_)));
    both_come && one.fact().noun() == other.fact().noun()
}

macro_rules! nouns {
    ($($noun:ident $fact:ident,)*) => {
        /// Adds facts of one noun, many in a statement.
        async fn add_all(rows: &DatabaseTransaction, run: &[Change]) -> Result<(), DbErr> {
            match run.first().map(Change::fact) {
                $(Some(AnyFact::$fact(_)) => {
                    let facts = run.iter().filter_map(|change| <&$fact>::try_from(change.fact()).ok());
                    insert(rows, facts.map(Row::to_row)).await?;
                })*
                None => {}
            }
            all_of_lists(rows, run).await
        }

        async fn write_row(rows: &DatabaseTransaction, change: &Change) -> Result<bool, DbErr> {
            match change {
                $(
                    Change::Added(AnyFact::$fact(fact)) => add(rows, &**fact).await,
                    Change::Changed { after: AnyFact::$fact(fact), .. } => replace(rows, &**fact).await,
                    Change::Removed(AnyFact::$fact(fact)) => remove(rows, &**fact).await,
                )*
            }
        }
    };
}
network::for_each_noun!(nouns);

type Table<F> = <<F as Row>::ActiveModel as ActiveModelTrait>::Entity;

async fn add<F: Row>(rows: &DatabaseTransaction, fact: &F) -> Result<bool, DbErr> {
    insert(rows, std::iter::once(fact.to_row())).await?;
    Ok(true)
}

async fn replace<F: Row>(rows: &DatabaseTransaction, fact: &F) -> Result<bool, DbErr> {
    let done = Table::<F>::update_many().set(fact.to_row()).filter(is("id", fact.id())).exec(rows).await?;
    Ok(done.rows_affected == 1)
}

async fn remove<F: Row>(rows: &DatabaseTransaction, fact: &F) -> Result<bool, DbErr> {
    let done = Table::<F>::delete_many().filter(is("id", fact.id())).exec(rows).await?;
    Ok(done.rows_affected == 1)
}

fn is(column: &'static str, id: impl FactId) -> Expr {
    Expr::col(column).eq(id.uuid())
}

macro_rules! all_lists {
    ($($table:ident $pairs:ident of $noun:ident,)*) => {
        async fn clear_lists(rows: &DatabaseTransaction, fact: &AnyFact) -> Result<(), DbErr> {
            $(if let Ok(fact) = <&<lists::$pairs as Pairs>::Fact>::try_from(fact) {
                entity::$table::Entity::delete_many().filter(is(lists::$pairs::OWNER, fact.id())).exec(rows).await?;
            })*
            Ok(())
        }

        async fn all_of_lists(rows: &DatabaseTransaction, run: &[Change]) -> Result<(), DbErr> {
            $({
                type Owner = <lists::$pairs as Pairs>::Fact;
                let facts = run.iter().filter_map(|change| <&Owner>::try_from(change.fact()).ok());
                let pairs = facts.flat_map(|fact| lists::to_rows::<lists::$pairs>(std::slice::from_ref(fact)));
                insert(rows, pairs).await?;
            })*
            Ok(())
        }

        async fn fill_lists(rows: &DatabaseTransaction, fact: &AnyFact) -> Result<(), DbErr> {
            $(if let Ok(fact) = <&<lists::$pairs as Pairs>::Fact>::try_from(fact) {
                insert(rows, lists::to_rows::<lists::$pairs>(std::slice::from_ref(fact))).await?;
            })*
            Ok(())
        }
    };
}
for_each_list!(all_lists);
