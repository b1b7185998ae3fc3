//! Who meets and decides: bodies, seats, decisions.

use sea_orm_migration::sea_orm::DbBackend;

use crate::columns::{Columns, list, table};

/// The tables, referenced ones first.
pub(super) fn tables(db: DbBackend) -> Vec<Columns> {
    vec![
        table(db, "bodies")
            .id()
            .key("slug")
            .text("name_nl")
            .maybe_text("name_en")
            .text("kind")
            .maybe_reference("parent_id", "bodies")
            .maybe_text("parent_basis")
            .maybe_reference("organisation_id", "organisations")
            .flag("democratic")
            .maybe_text("democratic_basis")
            .maybe_text("level")
            .flag("in_chart")
            .flag("in_schedule")
            .period()
            .word(),
        table(db, "seats")
            .id()
            .key("key")
            .reference("body_id", "bodies")
            .text("role")
            .maybe_reference("holder_id", "persons")
            .maybe_reference("on_behalf_of_group_id", "stakeholder_groups")
            .maybe_reference("supplied_by_id", "organisations")
            .period()
            .word(),
        table(db, "decisions")
            .id()
            .key("key")
            .text("title_nl")
            .maybe_text("title_en")
            .text("outcome")
            .reference("body_id", "bodies")
            .maybe_reference("agreement_id", "agreements")
            .maybe_reference("initiative_id", "initiatives")
            .maybe_reference("programme_line_id", "programme_lines")
            .maybe_reference("parent_id", "decisions")
            .text("date")
            .maybe_number("expected")
            .maybe_text("period")
            .word(),
        table(db, "meetings")
            .id()
            .key("key")
            .reference("body_id", "bodies")
            .maybe_text("name_nl")
            .maybe_text("name_en")
            .text("date")
            .maybe_text("papers_sent")
            .word(),
        table(db, "milestones")
            .id()
            .key("slug")
            .text("text_nl")
            .maybe_text("text_en")
            .text("kind")
            .text("date")
            .flag("year_inferred")
            .maybe_reference("body_id", "bodies")
            .maybe_reference("organisation_id", "organisations")
            .word(),
        table(db, "names")
            .id()
            .key("key")
            .maybe_reference("organisation_id", "organisations")
            .maybe_reference("body_id", "bodies")
            .maybe_reference("programme_line_id", "programme_lines")
            .text("name")
            .text("language")
            .text("kind")
            .period()
            .word(),
        table(db, "relations")
            .id()
            .key("key")
            .maybe_reference("from_organisation_id", "organisations")
            .maybe_reference("from_group_id", "stakeholder_groups")
            .maybe_reference("from_body_id", "bodies")
            .text("kind")
            .maybe_reference("to_organisation_id", "organisations")
            .maybe_reference("to_group_id", "stakeholder_groups")
            .maybe_reference("to_body_id", "bodies")
            .period()
            .word(),
        list(db, "seat_on_behalf_of", ("seat_id", "seats"), ("organisation_id", "organisations")),
        list(db, "body_steers_programme_line", ("body_id", "bodies"), ("programme_line_id", "programme_lines")),
        list(db, "body_steers_initiative", ("body_id", "bodies"), ("initiative_id", "initiatives")),
        list(db, "milestone_agreement", ("milestone_id", "milestones"), ("agreement_id", "agreements")),
    ]
}
