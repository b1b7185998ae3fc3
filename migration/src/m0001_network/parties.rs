//! Who there is: documents, organisations, groups, persons, and what they are called.

use sea_orm_migration::sea_orm::DbBackend;

use crate::columns::{Columns, table};

/// The tables, referenced ones first.
pub(super) fn tables(db: DbBackend) -> Vec<Columns> {
    vec![
        table(db, "documents")
            .id()
            .key("key")
            .text("title_nl")
            .maybe_text("title_en")
            .text("kind")
            .maybe_text("date")
            .maybe_text("url")
            .maybe_number("pages")
            .word(),
        table(db, "organisations")
            .id()
            .key("slug")
            .text("name_nl")
            .maybe_text("name_en")
            .text("kind")
            .text("helix")
            .maybe_text("layer")
            .maybe_reference("parent_id", "organisations")
            .maybe_reference("territory_id", "organisations")
            .period()
            .word(),
        table(db, "stakeholder_groups").id().key("slug").text("name_nl").maybe_text("name_en").text("helix").word(),
        table(db, "persons").id().key("slug").text("name").word(),
        table(db, "group_memberships")
            .id()
            .key("key")
            .reference("organisation_id", "organisations")
            .reference("group_id", "stakeholder_groups")
            .period()
            .word(),
        table(db, "partnerships").id().key("key").reference("organisation_id", "organisations").period().word(),
        table(db, "identifiers")
            .id()
            .key("key")
            .reference("organisation_id", "organisations")
            .text("scheme")
            .text("value")
            .word(),
        table(db, "contacts")
            .id()
            .key("key")
            .reference("organisation_id", "organisations")
            .text("kind")
            .text("value")
            .word(),
        table(db, "municipality_statistics")
            .id()
            .key("key")
            .reference("organisation_id", "organisations")
            .maybe_text("counted_on")
            .maybe_number("inhabitants")
            .maybe_text("area_km2")
            .maybe_number("council_seats")
            .word(),
        table(db, "offices")
            .id()
            .key("key")
            .reference("person_id", "persons")
            .reference("organisation_id", "organisations")
            .text("label_nl")
            .maybe_text("label_en")
            .period()
            .word(),
    ]
}
