//! What no two rows of a table have, while a commit hands it from one to another.
//!
//! A commit writes one row after the other, and the database looks at each: two facts that swap their keys, or a register number
//! that goes to another organisation, would stand in each other's way though the network after them is sound.

use network::any_fact::AnyFact;
use network::change::Change;
use network::facts::{Fact, Identifier};
use rustc_hash::FxHashMap;
use sea_orm::sea_query::{Expr, ExprTrait, Query};
use sea_orm::{ConnectionTrait, DatabaseTransaction, DbErr};

/// A column of a table, and what one row alone has there.
type Unique = (&'static str, &'static str, String);

/// Gives what these changes hand on to others a value of its own meanwhile, which nobody else has.
pub(super) async fn stand_aside(rows: &DatabaseTransaction, changes: &[Change]) -> Result<(), DbErr> {
    let mut left: FxHashMap<Unique, &AnyFact> = FxHashMap::default();
    for change in changes {
        let (Some(before), after) = (change.before(), change.after().map(uniques).unwrap_or_default()) else {
            continue;
        };
        left.extend(
            uniques(before).into_iter().filter(|unique| !after.contains(unique)).map(|unique| (unique, before)),
        );
    }
    if left.is_empty() {
        return Ok(());
    }
    for unique in changes.iter().filter_map(Change::after).flat_map(uniques) {
        let Some(fact) = left.remove(&unique) else { continue };
        let (table, column, _) = unique;
        let aside = Query::update()
            .table(table)
            .value(column, fact.uuid().to_string())
            .and_where(Expr::col("id").eq(fact.uuid()))
            .to_owned();
        rows.execute(&aside).await?;
    }
    Ok(())
}

/// What no other row may have of what a fact has: its key, and a register number.
fn uniques(fact: &AnyFact) -> Vec<Unique> {
    let mut uniques = vec![(fact.noun(), fact.key_field(), fact.key().to_string())];
    if let AnyFact::Identifier(row) = fact {
        uniques.push((Identifier::NOUN, "value", format!("{} {}", row.scheme, row.value)));
    }
    uniques
}
