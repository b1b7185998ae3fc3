//! Coalitions compared: with another one, and with what they were.

use std::sync::Arc;

use async_graphql::{Context, Object, SimpleObject};
use network::coalition::{self, CoalitionStatus};
use network::facts;
use network::table::Ix;
use network::view::View;

use super::{Organisation, ProgrammeLine};
use crate::graphql::codes::Code;
use crate::graphql::error::ApiError;
use crate::graphql::page::list;
use crate::graphql::scalars::int;

/// Two coalitions compared.
pub struct CoalitionOverlap {
    view: Arc<View>,
    line: Ix<facts::ProgrammeLine>,
    overlap: coalition::Overlap,
}

impl CoalitionOverlap {
    pub(super) fn new(view: &Arc<View>, line: Ix<facts::ProgrammeLine>, overlap: coalition::Overlap) -> Self {
        Self { view: view.clone(), line, overlap }
    }
}

/// Who is in two coalitions, and whether that is more than chance.
#[Object(serial)]
impl CoalitionOverlap {
    /// The other line.
    async fn with(&self) -> ProgrammeLine {
        ProgrammeLine::new(&self.view, self.line)
    }

    /// How many are in both.
    async fn size(&self) -> i32 {
        int(self.overlap.shared.len())
    }

    /// Who is in both, in Dutch order of their names; at most 1,000.
    async fn shared(&self, ctx: &Context<'_>) -> Result<Vec<Organisation>, ApiError> {
        list(ctx, self.overlap.shared.iter().map(|ix| Organisation::new(&self.view, *ix)))
    }

    /// Shared members by all members, from 0 to 1; null when both are empty.
    async fn jaccard(&self) -> Option<f64> {
        self.overlap.jaccard()
    }

    /// Shared members by members of the smaller, from 0 to 1; null when one is empty.
    async fn overlap_coefficient(&self) -> Option<f64> {
        self.overlap.coefficient()
    }

    /// How many times as many are shared as chance would have it; null when one is empty.
    async fn lift(&self) -> Option<f64> {
        self.overlap.lift()
    }

    /// The chance that at least so many are shared when members are drawn at random from the partners (hypergeometric);
    /// null when there is nobody.
    async fn p_value(&self) -> Option<f64> {
        self.overlap.p_value()
    }
}

/// A coalition and what it was.
pub struct CoalitionChange {
    pub(super) before: Arc<View>,
    pub(super) after: Arc<View>,
    pub(super) change: coalition::CoalitionChange,
}

/// How a coalition differs from what it was.
#[Object(serial)]
impl CoalitionChange {
    /// Members now that were none before, in Dutch order of their names; at most 1,000.
    async fn joined(&self, ctx: &Context<'_>) -> Result<Vec<Organisation>, ApiError> {
        list(ctx, self.change.joined.iter().map(|ix| Organisation::new(&self.after, *ix)))
    }

    /// Members before that are none now, as they were then; at most 1,000.
    async fn left(&self, ctx: &Context<'_>) -> Result<Vec<Organisation>, ApiError> {
        list(ctx, self.change.left.iter().map(|ix| Organisation::new(&self.before, *ix)))
    }

    /// Members before and now that stand elsewhere; at most 1,000.
    async fn moved(&self, ctx: &Context<'_>) -> Result<Vec<StandingMove>, ApiError> {
        let moved = self.change.moved.iter();
        list(
            ctx,
            moved.map(|moved| StandingMove {
                organisation: Organisation::new(&self.after, moved.organisation),
                before: Code(moved.before),
                after: Code(moved.after),
            }),
        )
    }

    /// Of the members before, the part that still is one, from 0 to 1; null when there was none.
    async fn retention(&self) -> Option<f64> {
        self.change.retention()
    }

    /// Members in both by members in either, from 0 to 1; null when both are empty.
    async fn jaccard(&self) -> Option<f64> {
        self.change.jaccard()
    }
}

/// An organisation that stands elsewhere now.
#[derive(SimpleObject)]
pub struct StandingMove {
    /// Who.
    organisation: Organisation,
    /// Where it stood.
    before: Code<CoalitionStatus>,
    /// Where it stands.
    after: Code<CoalitionStatus>,
}
