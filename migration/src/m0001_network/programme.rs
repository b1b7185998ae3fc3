//! What is to be reached: lines, agreements, goals, initiatives, ambitions.

use sea_orm_migration::sea_orm::DbBackend;

use crate::columns::{Columns, list, table};

/// The tables, referenced ones first.
pub(super) fn tables(db: DbBackend) -> Vec<Columns> {
    vec![
        table(db, "programme_lines")
            .id()
            .key("slug")
            .text("name_nl")
            .maybe_text("name_en")
            .text("kind")
            .number("position")
            .word(),
        table(db, "agreements")
            .id()
            .key("slug")
            .text("name_nl")
            .maybe_text("name_en")
            .text("kind")
            .maybe_text("signed")
            .maybe_text("amount")
            .maybe_text("unit")
            .text("status")
            .maybe_reference("builds_on_id", "agreements")
            .maybe_text("website")
            .period()
            .word(),
        table(db, "cooperations")
            .id()
            .key("slug")
            .reference("organisation_id", "organisations")
            .text("name_nl")
            .maybe_text("name_en")
            .maybe_text("mission_nl")
            .maybe_text("mission_en")
            .maybe_text("strength_nl")
            .maybe_text("strength_en")
            .flag("legal_entity")
            .maybe_reference("agenda_id", "agreements")
            .period()
            .word(),
        table(db, "goals")
            .id()
            .key("key")
            .reference("agreement_id", "agreements")
            .text("text_nl")
            .maybe_text("text_en")
            .word(),
        table(db, "initiatives")
            .id()
            .key("slug")
            .text("name_nl")
            .maybe_text("name_en")
            .text("kind")
            .flag("example")
            .flag("knowledge")
            .maybe_text("results_shared")
            .period()
            .word(),
        table(db, "initiative_parts")
            .id()
            .key("key")
            .reference("initiative_id", "initiatives")
            .maybe_reference("programme_line_id", "programme_lines")
            .maybe_reference("parent_id", "initiatives")
            .maybe_reference("agreement_id", "agreements")
            .percent("share_pct")
            .word(),
        table(db, "ambitions")
            .id()
            .key("key")
            .reference("initiative_id", "initiatives")
            .text("level")
            .maybe_number("row")
            .maybe_text("topic")
            .text("text_nl")
            .maybe_text("text_en")
            .word(),
        table(db, "measures")
            .id()
            .key("key")
            .reference("ambition_id", "ambitions")
            .text("name")
            .maybe_text("minimum")
            .maybe_text("maximum")
            .text("unit")
            .maybe_text("per")
            .flag("approximate")
            .maybe_text("direction")
            .flag("reference")
            .maybe_text("period")
            .word(),
        list(db, "agreement_covers", ("agreement_id", "agreements"), ("programme_line_id", "programme_lines")),
        list(db, "initiative_goal", ("initiative_id", "initiatives"), ("goal_id", "goals")),
    ]
}
