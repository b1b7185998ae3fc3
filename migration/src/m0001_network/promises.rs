//! What is promised and said: signatures, commitments, contributions, rules, statements, counts.

use sea_orm_migration::sea_orm::DbBackend;

use crate::columns::{Columns, table};

/// The tables, referenced ones first.
pub(super) fn tables(db: DbBackend) -> Vec<Columns> {
    vec![
        table(db, "signatures")
            .id()
            .key("key")
            .reference("agreement_id", "agreements")
            .reference("organisation_id", "organisations")
            .maybe_text("role")
            .maybe_reference("ratified_by_id", "decisions")
            .period()
            .word(),
        table(db, "commitments")
            .id()
            .key("key")
            .reference("organisation_id", "organisations")
            .maybe_reference("programme_line_id", "programme_lines")
            .maybe_reference("initiative_id", "initiatives")
            .maybe_reference("agreement_id", "agreements")
            .text("status")
            .maybe_text("condition")
            .maybe_reference("ratified_by_id", "decisions")
            .period()
            .word(),
        table(db, "contributions")
            .id()
            .key("key")
            .maybe_reference("commitment_id", "commitments")
            .maybe_reference("partnership_id", "partnerships")
            .text("kind")
            .maybe_text("amount")
            .maybe_text("unit")
            .maybe_text("per")
            .flag("minimum")
            .maybe_text("realised_on")
            .period()
            .word(),
        table(db, "rules")
            .id()
            .key("key")
            .text("title_nl")
            .text("title_en")
            .text("text_nl")
            .text("text_en")
            .text("severity")
            .flag("ours")
            .word(),
        table(db, "statements")
            .id()
            .key("key")
            .text("kind")
            .number("position")
            .text("text_nl")
            .maybe_text("text_en")
            .maybe_text("theme")
            .maybe_reference("rule_id", "rules")
            .maybe_reference("agreement_id", "agreements")
            .maybe_reference("initiative_id", "initiatives")
            .maybe_reference("refers_to_id", "agreements")
            .maybe_reference("parent_id", "statements")
            .maybe_reference("speaker_id", "persons")
            .maybe_text("number")
            .maybe_text("unit")
            .word(),
        table(db, "declared_counts")
            .id()
            .key("key")
            .text("what_nl")
            .maybe_text("what_en")
            .maybe_reference("group_id", "stakeholder_groups")
            .maybe_reference("body_id", "bodies")
            .maybe_reference("agreement_id", "agreements")
            .number("declared")
            .word(),
    ]
}
