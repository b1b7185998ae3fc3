//! Numbers that sources state.

use async_graphql::{ID, Object};
use network::facts::Language;
use network::source::Confidence;

use super::citation::Citation;
use super::{Agreement, Body, DeclaredCount, StakeholderGroup};
use crate::graphql::codes::Code;
use crate::graphql::global_id;

/// A number that a source states about a group, a body or an agreement: a claim, which stands in every view (opgegeven
/// aantal).
#[Object(serial)]
impl DeclaredCount {
    /// Opaque id, the same in every view: corrections name it.
    pub(super) async fn id(&self) -> ID {
        global_id::of(self.row())
    }

    /// What is counted; Dutch unless another language is asked for.
    async fn what(&self, #[graphql(desc = "Which language; NL when not given.")] lang: Option<Code<Language>>) -> &str {
        let row = self.row();
        super::in_language(lang, &row.what_nl, row.what_en.as_deref())
    }

    /// The number.
    async fn declared(&self) -> u32 {
        self.row().declared
    }

    /// Whose members are counted; null: no group's, or it is not in the view.
    async fn group(&self) -> Option<StakeholderGroup> {
        let ix = self.network().stakeholder_groups.by_id(self.row().group?)?;
        self.view.sees(ix).map(|_| StakeholderGroup::new(&self.view, ix))
    }

    /// Whose parts are counted; null: no body's, or it is not in the view.
    async fn body(&self) -> Option<Body> {
        let ix = self.network().bodies.by_id(self.row().body?)?;
        self.view.sees(ix).map(|_| Body::new(&self.view, ix))
    }

    /// Whose initiatives are counted; null: no agreement's, or it is not in the view.
    async fn agreement(&self) -> Option<Agreement> {
        let ix = self.network().agreements.by_id(self.row().agreement?)?;
        self.view.sees(ix).map(|_| Agreement::new(&self.view, ix))
    }

    /// How sure.
    async fn confidence(&self) -> Code<Confidence> {
        Code(self.row().confidence)
    }

    /// Who may see it.
    async fn audience(&self) -> Code<network::audience::Audience> {
        Code(self.row().audience)
    }

    /// A remark; null when there is none.
    async fn note(&self) -> Option<&str> {
        self.row().note.as_deref()
    }

    /// On whose word.
    async fn sources(&self) -> Vec<Citation<'_>> {
        self.citations()
    }
}
