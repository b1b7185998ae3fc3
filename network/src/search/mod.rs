//! Search as you type over names, keys and register numbers.
//!
//! The words of the network lie in one dictionary (a finite state transducer), made once for a network. A question walks
//! through it with every word that was typed; what it finds is filtered and ranked by the view.

mod dictionary;
mod facets;
mod index;
mod rank;
mod text;

pub use facets::{Facet, FacetKind, facets};
pub use index::SearchIndex;
pub use text::{MOST_CHARS, MOST_WORDS, SearchText, SearchTextError};

use crate::codes;
use crate::node::NodeIx;
use crate::view::View;

codes! {
    /// What search finds.
    pub enum SearchType {
        /// Organisations.
        Organisation,
        /// Stakeholder groups.
        StakeholderGroup,
        /// Bodies.
        Body,
        /// Programme lines and preconditions.
        ProgrammeLine,
        /// Programmes, projects and activities.
        Initiative,
        /// Agreements.
        Agreement,
        /// Persons.
        Person,
    }
}

impl SearchType {
    /// The type of a node; `None` for nodes that search does not find.
    #[must_use]
    pub fn of(node: NodeIx) -> Option<Self> {
        match node {
            NodeIx::Organisation(_) => Some(Self::Organisation),
            NodeIx::StakeholderGroup(_) => Some(Self::StakeholderGroup),
            NodeIx::Body(_) => Some(Self::Body),
            NodeIx::ProgrammeLine(_) => Some(Self::ProgrammeLine),
            NodeIx::Initiative(_) => Some(Self::Initiative),
            NodeIx::Agreement(_) => Some(Self::Agreement),
            NodeIx::Person(_) => Some(Self::Person),
            NodeIx::Decision(_)
            | NodeIx::Milestone(_)
            | NodeIx::Meeting(_)
            | NodeIx::Seat(_)
            | NodeIx::Commitment(_)
            | NodeIx::Signature(_)
            | NodeIx::Statement(_)
            | NodeIx::Document(_) => None,
        }
    }
}

/// Something that was found.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Hit {
    /// How well it answers what was typed, above 0 and at most 1. 1: a key or register number, written in full.
    pub score: f64,
    /// What was found.
    pub node: NodeIx,
}

impl View {
    /// What answers a text on the day of the view, best first; among equals in Dutch order of the names, then by id.
    ///
    /// Every word must be a word of the node, the beginning of one, or, from four letters on, one typo away from either. A
    /// key or register number in full comes first. Then whole words before beginnings and those before typos; among them
    /// names typed in full before longer ones, names in use before aliases and abbreviations, and former names last. What
    /// has ended is not found.
    ///
    /// * `types`: what to look for; empty: everything.
    #[must_use]
    pub fn search(&self, text: &SearchText, types: &[SearchType]) -> Vec<Hit> {
        self.network().search_index().search(self, text, types)
    }
}
