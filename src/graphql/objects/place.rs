//! Places of initiatives.

use async_graphql::{ID, Object, Union};
use network::node::NodeIx;
use network::source::Confidence;

use super::citation::Citation;
use super::{Agreement, Initiative, InitiativePart, ProgrammeLine};
use crate::graphql::codes::Code;
use crate::graphql::error::ApiError;
use crate::graphql::global_id;

/// What an initiative can be a part of.
#[derive(Clone, Union)]
pub enum Whole {
    /// A programme line.
    ProgrammeLine(ProgrammeLine),
    /// Another initiative.
    Initiative(Initiative),
    /// An agreement.
    Agreement(Agreement),
}

impl InitiativePart {
    /// Of what it is a part.
    pub(super) fn node(&self) -> Option<NodeIx> {
        let (network, row) = (self.network(), self.row());
        let line = row.programme_line.and_then(|id| network.programme_lines.by_id(id)).map(NodeIx::ProgrammeLine);
        let parent = row.parent.and_then(|id| network.initiatives.by_id(id)).map(NodeIx::Initiative);
        let agreement = || row.agreement.and_then(|id| network.agreements.by_id(id)).map(NodeIx::Agreement);
        line.or(parent).or_else(agreement)
    }
}

/// An initiative as a part of something larger (plaats).
#[Object(serial, name = "Place")]
impl InitiativePart {
    /// Opaque id, the same in every view: corrections name it.
    pub(super) async fn id(&self) -> ID {
        global_id::of(self.row())
    }

    /// The part; null only when it is not in the view.
    async fn initiative(&self) -> Option<Initiative> {
        let ix = self.network().initiatives.by_id(self.row().initiative)?;
        self.view.sees(ix).map(|_| Initiative::new(&self.view, ix))
    }

    /// Of what it is a part.
    async fn whole(&self) -> Result<Whole, ApiError> {
        match self.node() {
            Some(NodeIx::ProgrammeLine(ix)) => Ok(Whole::ProgrammeLine(ProgrammeLine::new(&self.view, ix))),
            Some(NodeIx::Initiative(ix)) => Ok(Whole::Initiative(Initiative::new(&self.view, ix))),
            Some(NodeIx::Agreement(ix)) => Ok(Whole::Agreement(Agreement::new(&self.view, ix))),
            // A network with a part of nothing is refused when it is built.
            _ => Err(ApiError::internal("find the whole of a part", "none")),
        }
    }

    /// How much of it counts there, in percent, 1 to 100.
    async fn share(&self) -> i32 {
        self.row().share_pct.percent().into()
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
