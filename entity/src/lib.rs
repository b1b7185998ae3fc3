//! The rows of Drieklank as they lie in the database: one file per table, one column per field of the fact.
//!
//! - A table has the name of its noun, a reference `body` the column `body_id`, a list a table of its own.
//! - Codes, partial dates, conditions and keys lie there as they are written in files.
//! - Amounts are exact decimals as text: SQLite has no decimal type, and sea-orm reads its numbers through a float.
//! - What a value means, and whether it is valid, is not known here.

pub mod agreement_covers;
pub mod agreements;
pub mod ambitions;
pub mod assessments;
pub mod audit;
pub mod bodies;
pub mod body_steers_initiative;
pub mod body_steers_programme_line;
pub mod calendar_feeds;
pub mod change_blocks;
pub mod changes;
pub mod commitments;
pub mod commits;
pub mod contact_moment_our_person;
pub mod contact_moment_their_person;
pub mod contact_moments;
pub mod contact_notes;
pub mod contacts;
pub mod contributions;
pub mod cooperations;
pub mod decision_moment_topic;
pub mod decision_moments;
pub mod decision_stages;
pub mod decisions;
pub mod declared_counts;
pub mod documents;
pub mod erasures;
pub mod follow_ups;
pub mod goals;
pub mod group_memberships;
pub mod identifiers;
pub mod initiative_goal;
pub mod initiative_parts;
pub mod initiatives;
pub mod measures;
pub mod meetings;
pub mod merged_organisations;
pub mod milestone_agreement;
pub mod milestones;
pub mod municipality_statistics;
pub mod names;
pub mod offices;
pub mod organisations;
pub mod partnerships;
pub mod person_contacts;
pub mod persons;
pub mod preferences;
pub mod programme_lines;
pub mod reading_facts;
pub mod readings;
pub mod relations;
pub mod revision;
pub mod rules;
pub mod seat_on_behalf_of;
pub mod seats;
pub mod signatures;
pub mod stakeholder_groups;
pub mod statements;
pub mod targets;
pub mod ties;
pub mod tokens;
pub mod topics;
