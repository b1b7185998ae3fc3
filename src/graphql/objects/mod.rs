//! Types of the API: each carries the view it stands in and the row it shows, and lends out what lies there.
//!
//! All resolve their fields one after the other (`serial`): no resolver waits for anything, so doing them at once would
//! only cost.

use std::sync::Arc;

use async_graphql::ID;
use network::facts::{self, Fact, Language};
use network::network::Network;
use network::table::Ix;
use network::view::View;

use super::codes::Code;
use super::global_id;
use super::shown;

pub mod affairs;
pub mod agreement;
pub mod ambition;
pub mod body;
pub mod cascade;
pub mod change;
pub mod citation;
pub mod closure;
pub mod coalition;
pub mod coalition_compared;
pub mod commitment;
pub mod condition;
pub mod decision;
pub mod declared_count;
pub mod difference;
pub mod fact;
pub mod finding;
pub mod graph;
pub mod group;
pub mod helix;
pub mod initiative;
pub mod involvement;
mod lists;
pub mod membership;
pub mod merged;
pub mod milestone;
pub mod name;
pub mod network_change;
pub mod network_view;
pub mod node;
pub mod organisation;
pub mod participation;
pub mod person;
pub mod pivotality;
pub mod place;
pub mod position;
pub mod programme_line;
pub mod register;
pub mod relation;
pub mod search;
pub mod seat;
pub mod server;
pub mod standing;
pub mod statement;
pub mod timeline;

use citation::Citation;

macro_rules! nouns {
    ($($noun:ident $table:ident;)*) => {$(
        #[doc = concat!("A row of the noun ", stringify!($table), " in a view.")]
        #[derive(Clone)]
        pub struct $noun {
            pub(in crate::graphql) view: Arc<View>,
            pub(in crate::graphql) ix: Ix<facts::$noun>,
        }

        impl $noun {
            pub(in crate::graphql) fn new(view: &Arc<View>, ix: Ix<facts::$noun>) -> Self {
                Self { view: view.clone(), ix }
            }

            /// The fact, which is shown to who asks.
            pub(in crate::graphql) fn row(&self) -> &facts::$noun {
                let row = self.view.network().$table.get(self.ix);
                shown::note_row(row);
                row
            }

            pub(in crate::graphql) fn network(&self) -> &Network {
                self.view.network()
            }

            pub(in crate::graphql) fn citations(&self) -> Vec<Citation<'_>> {
                citation::of(self.network(), self.row())
            }
        }
    )*};
}

macro_rules! node_nouns {
    ($($noun:ident)*) => {$(
        impl $noun {
            pub(in crate::graphql) fn global_id(&self) -> ID {
                global_id::of(self.row())
            }

            /// Sort key for lists in the order of keys.
            #[allow(dead_code, reason = "not every noun has a list in the order of keys")]
            pub(in crate::graphql) fn key_order(&self) -> Vec<u8> {
                self.row().key().as_bytes().to_vec()
            }
        }
    )*};
}

nouns! {
    Organisation organisations;
    MergedOrganisation merged_organisations;
    Name names;
    Identifier identifiers;
    Contact contacts;
    MunicipalityStatistics municipality_statistics;
    StakeholderGroup stakeholder_groups;
    GroupMembership group_memberships;
    Body bodies;
    ProgrammeLine programme_lines;
    Initiative initiatives;
    InitiativePart initiative_parts;
    Ambition ambitions;
    Measure measures;
    Goal goals;
    Agreement agreements;
    Decision decisions;
    Milestone milestones;
    Meeting meetings;
    Person persons;
    Office offices;
    Seat seats;
    Commitment commitments;
    Signature signatures;
    Contribution contributions;
    Partnership partnerships;
    Relation relations;
    Statement statements;
    Document documents;
    Rule rules;
    DeclaredCount declared_counts;
    PersonContact person_contacts;
    Tie ties;
    Topic topics;
    Target targets;
    Assessment assessments;
    DecisionMoment decision_moments;
    DecisionStage decision_stages;
    ContactMoment contact_moments;
    ContactNote contact_notes;
    FollowUp follow_ups;
    Preference preferences;
}

node_nouns! {
    Organisation StakeholderGroup Body ProgrammeLine Initiative Agreement Decision Milestone Meeting Person Seat Commitment
    Signature Statement Document
}

/// A sort key: the key of a name, then the id, so that equal names keep their order.
fn name_then_id(key: &[u8], id: uuid::Uuid) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(key.len() + 17);
    bytes.extend_from_slice(key);
    bytes.push(0);
    bytes.extend_from_slice(id.as_bytes());
    bytes
}

/// A sort key: a day, then the id. Days before our era sort first.
fn day_then_id(day: chrono::NaiveDate, id: uuid::Uuid) -> Vec<u8> {
    let mut bytes = day_key(day).to_vec();
    bytes.extend_from_slice(id.as_bytes());
    bytes
}

/// A day as bytes that sort as days do.
fn day_key(day: chrono::NaiveDate) -> [u8; 4] {
    // Flipping the sign bit makes signed numbers sort as unsigned bytes.
    (chrono::Datelike::num_days_from_ce(&day) as u32 ^ 0x8000_0000).to_be_bytes()
}

/// A text in the language that is asked for; Dutch when none is, or when there is no other.
fn in_language<'a>(asked: Option<Code<Language>>, dutch: &'a str, english: Option<&'a str>) -> &'a str {
    match asked {
        Some(Code(Language::En)) => english.unwrap_or(dutch),
        _ => dutch,
    }
}
