//! What public affairs plans by: ties between persons, topics, whom they have to reach, decisions, talks.

use sea_orm_migration::prelude::*;
use sea_orm_migration::sea_orm::DbBackend;

use crate::columns::{Columns, create, drop_all, list, table};

/// Creates the tables of the desk.
pub(crate) struct Migration;

impl MigrationName for Migration {
    fn name(&self) -> &str {
        "m0006_desk"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        create(manager, tables(manager.get_database_backend())).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        drop_all(manager, tables(manager.get_database_backend())).await
    }

    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }
}

/// All tables, referenced ones first.
fn tables(db: DbBackend) -> Vec<Columns> {
    let mut tables = agenda(db);
    tables.extend(talks(db));
    tables
}

/// Persons and what ties them; topics, and whom they have to reach.
fn agenda(db: DbBackend) -> Vec<Columns> {
    vec![
        table(db, "person_contacts")
            .id()
            .key("key")
            .reference("person_id", "persons")
            .text("kind")
            .text("value")
            .maybe_reference("holder_id", "organisations")
            .word()
            .text("audience"),
        table(db, "ties")
            .id()
            .key("key")
            .reference("from_person_id", "persons")
            .reference("to_person_id", "persons")
            .text("strength")
            .maybe_text("confirmed_on")
            .maybe_text("since")
            .maybe_text("until")
            .maybe_reference("holder_id", "organisations")
            .word()
            .text("audience"),
        table(db, "topics")
            .id()
            .key("slug")
            .text("title_nl")
            .maybe_text("title_en")
            .text("ask_nl")
            .maybe_text("ask_en")
            .maybe_reference("programme_line_id", "programme_lines")
            .text("status")
            .maybe_text("since")
            .maybe_text("until")
            .maybe_reference("holder_id", "organisations")
            .word()
            .text("audience"),
        table(db, "targets")
            .id()
            .key("key")
            .reference("topic_id", "topics")
            .maybe_reference("organisation_id", "organisations")
            .maybe_reference("person_id", "persons")
            .maybe_reference("body_id", "bodies")
            .small("value")
            .text("decision_right")
            .maybe_reference("holder_id", "organisations")
            .word()
            .text("audience"),
        table(db, "assessments")
            .id()
            .key("key")
            .reference("target_id", "targets")
            .text("date")
            .small("influence")
            .small("interest")
            .small("position")
            .maybe_reference("holder_id", "organisations")
            .word()
            .text("audience"),
    ]
}

/// Decisions, talks, and how partners want to be informed.
fn talks(db: DbBackend) -> Vec<Columns> {
    vec![
        table(db, "decision_moments")
            .id()
            .key("slug")
            .text("title_nl")
            .maybe_text("title_en")
            .reference("body_id", "bodies")
            .text("date")
            .maybe_reference("holder_id", "organisations")
            .word()
            .text("audience"),
        table(db, "decision_stages")
            .id()
            .key("key")
            .reference("decision_moment_id", "decision_moments")
            .text("kind")
            .text("date")
            .maybe_number("opens_days_before")
            .maybe_number("closes_days_before")
            .maybe_reference("holder_id", "organisations")
            .word()
            .text("audience"),
        table(db, "contact_moments")
            .id()
            .key("key")
            .text("status")
            .text("channel")
            .text("date")
            .maybe_reference("topic_id", "topics")
            .maybe_reference("target_id", "targets")
            .maybe_reference("after_id", "contact_moments")
            .maybe_text("outcome")
            .maybe_small("position")
            .maybe_reference("holder_id", "organisations")
            .word()
            .text("audience"),
        table(db, "follow_ups")
            .id()
            .key("key")
            .reference("contact_moment_id", "contact_moments")
            .text("text")
            .maybe_reference("owner_id", "persons")
            .text("due")
            .maybe_text("done_on")
            .maybe_reference("holder_id", "organisations")
            .word()
            .text("audience"),
        table(db, "preferences")
            .id()
            .key("key")
            .reference("organisation_id", "organisations")
            .maybe_reference("topic_id", "topics")
            .maybe_reference("person_id", "persons")
            .text("channel")
            .maybe_text("frequency")
            .maybe_text("since")
            .maybe_text("until")
            .maybe_reference("holder_id", "organisations")
            .word()
            .text("audience"),
        list(db, "decision_moment_topic", ("decision_moment_id", "decision_moments"), ("topic_id", "topics")),
        list(db, "contact_moment_our_person", ("contact_moment_id", "contact_moments"), ("person_id", "persons")),
        list(db, "contact_moment_their_person", ("contact_moment_id", "contact_moments"), ("person_id", "persons")),
    ]
}
