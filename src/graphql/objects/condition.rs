//! On what promises depend.

use std::sync::Arc;

use async_graphql::Object;
use network::condition::{Clause, Condition as Whole};
use network::facts::Language;
use network::view::View;

use crate::graphql::codes::Code;

/// A condition of a commitment, or a part of one.
#[derive(Clone)]
pub struct Condition {
    view: Arc<View>,
    clause: Clause,
}

impl Condition {
    pub(super) fn new(view: &Arc<View>, clause: &Clause) -> Self {
        Self { view: view.clone(), clause: clause.clone() }
    }
}

/// On what a commitment depends: clauses over who takes part and with how much (voorwaarde).
#[Object(serial)]
impl Condition {
    /// In words.
    async fn text(
        &self,
        #[graphql(desc = "Which language; EN when not given.")] lang: Option<Code<Language>>,
    ) -> String {
        self.clause.words(&self.view, lang.map_or(Language::En, |lang| lang.0))
    }

    /// As it stands in a file: JSON.
    async fn json(&self) -> String {
        Whole(self.clause.clone()).to_string()
    }
}
