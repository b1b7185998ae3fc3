//! What falls with a change.

use std::sync::Arc;

use async_graphql::{Context, Object};
use network::cascade;
use network::coalition::CoalitionStatus;
use network::facts;
use network::graph::{Projection, Weighting};
use network::table::Ix;
use network::view::View;

use super::affairs::route::ours;
use super::closure::OfferSum;
use super::graph::Graph;
use super::{Commitment, Organisation, ProgrammeLine, Target};
use crate::graphql::error::ApiError;
use crate::graphql::page::list;
use crate::graphql::reader::Reader;
use crate::graphql::scalars::{Decimal, int};
use crate::graphql::viewer::Viewer;

/// The coalition of a line that is larger or smaller.
pub struct CoalitionShift {
    view: Arc<View>,
    shift: cascade::LineShift,
}

impl CoalitionShift {
    /// Those of the content lines that differ, in the order of the agenda; off the threads that answer requests.
    pub(super) async fn all(before: &Arc<View>, after: &Arc<View>) -> Result<Vec<Self>, ApiError> {
        let (then, now) = (before.clone(), after.clone());
        let found = tokio::task::spawn_blocking(move || cascade::shifted_lines(&then, &now, CoalitionStatus::Pledged));
        let mut shifts = found.await.map_err(|stopped| ApiError::internal("compare coalitions", stopped))?;
        let lines = &after.network().programme_lines;
        shifts.sort_by_key(|shift| (lines.get(shift.line).position, lines.get(shift.line).slug.clone()));
        Ok(shifts.into_iter().map(|shift| Self { view: after.clone(), shift }).collect())
    }

    fn commitments(&self, ctx: &Context<'_>, rows: &[Ix<facts::Commitment>]) -> Result<Vec<Commitment>, ApiError> {
        list(ctx, rows.iter().map(|ix| Commitment::new(&self.view, *ix)))
    }
}

/// How the coalition of a content line differs, members counted from PLEDGED on (verschoven coalitie).
#[Object(serial)]
impl CoalitionShift {
    /// The line.
    async fn programme_line(&self) -> ProgrammeLine {
        ProgrammeLine::new(&self.view, self.shift.line)
    }

    /// How many members it had.
    async fn size_before(&self) -> i32 {
        int(self.shift.size[0])
    }

    /// How many members it has.
    async fn size_after(&self) -> i32 {
        int(self.shift.size[1])
    }

    /// Euros that its members had pledged once; of what counts in part for the line the part.
    async fn amount_before(&self) -> Decimal {
        Decimal(self.shift.amount[0].normalize())
    }

    /// Euros that its members have pledged once.
    async fn amount_after(&self) -> Decimal {
        Decimal(self.shift.amount[1].normalize())
    }

    /// Pledges whose condition was met and is not any more, as they are now; at most 1,000.
    async fn unmet(&self, ctx: &Context<'_>) -> Result<Vec<Commitment>, ApiError> {
        self.commitments(ctx, &self.shift.unmet)
    }

    /// Pledges whose condition was not met and is now; at most 1,000.
    async fn met(&self, ctx: &Context<'_>) -> Result<Vec<Commitment>, ApiError> {
        self.commitments(ctx, &self.shift.met)
    }

    /// What all offers that could take part came to (closure): those who wait for one another included.
    async fn offers_before(&self) -> OfferSum {
        self.shift.offered[0].into()
    }

    /// What all offers that can take part come to.
    async fn offers_after(&self) -> OfferSum {
        self.shift.offered[1].into()
    }

    /// Offers that could take part and cannot any more, as they are now; at most 1,000.
    async fn blocked(&self, ctx: &Context<'_>) -> Result<Vec<Commitment>, ApiError> {
        self.commitments(ctx, &self.shift.blocked)
    }

    /// Offers that could not take part and can now; at most 1,000.
    async fn unblocked(&self, ctx: &Context<'_>) -> Result<Vec<Commitment>, ApiError> {
        self.commitments(ctx, &self.shift.unblocked)
    }
}

/// Whether the network falls apart.
pub struct Connectivity {
    view: Arc<View>,
    shift: cascade::PiecesShift,
}

impl Connectivity {
    /// Compares who is connected through what they share.
    pub(super) async fn new(ctx: &Context<'_>, before: &Arc<View>, after: &Arc<View>) -> Result<Self, ApiError> {
        let projection = Projection::OrganisationCoParticipation;
        let was = Graph::find(ctx, before, projection, Weighting::Newman).await?;
        let is = Graph::find(ctx, after, projection, Weighting::Newman).await?;
        let shift = cascade::PiecesShift::between((before.network(), &was), (after.network(), &is));
        Ok(Self { view: after.clone(), shift })
    }
}

/// Whether organisations are still connected through what they share, in the projection ORGANISATION_CO_PARTICIPATION: a
/// venue that more than half of them share connects nobody (samenhang).
#[Object(serial)]
impl Connectivity {
    /// Into how many pieces it fell, who stood alone included.
    async fn pieces_before(&self) -> i32 {
        int(self.shift.pieces[0].count)
    }

    /// Into how many pieces it falls.
    async fn pieces_after(&self) -> i32 {
        int(self.shift.pieces[1].count)
    }

    /// How many organisations the largest piece had.
    async fn largest_before(&self) -> i32 {
        int(self.shift.pieces[0].largest)
    }

    /// How many organisations the largest piece has.
    async fn largest_after(&self) -> i32 {
        int(self.shift.pieces[1].largest)
    }

    /// Pairs of organisations that are still there, were connected and are not any more.
    async fn disconnected_pairs(&self) -> i32 {
        int(self.shift.disconnected_pairs)
    }

    /// Organisations that are still there, were in the largest piece and are not any more, in Dutch order of their names; at
    /// most 1,000.
    async fn separated(&self, ctx: &Context<'_>) -> Result<Vec<Organisation>, ApiError> {
        list(ctx, self.shift.separated.iter().map(|ix| Organisation::new(&self.view, *ix)))
    }
}

/// Targets whom nobody of ours can be introduced to any more; `None` for who does not see the desk.
pub(super) async fn out_of_reach(
    ctx: &Context<'_>,
    before: &Arc<View>,
    after: &Arc<View>,
) -> Result<Option<Vec<Target>>, ApiError> {
    let reader = Reader::of(ctx)?;
    if !reader.sight().is_of_desk() {
        return Ok(None);
    }
    let viewer = Viewer::of(ctx)?;
    let [was, is] = [before, after].map(|view| ours(view, viewer.own(view.network())));
    let (live, [then, now]) = (reader.live().clone(), [before.clone(), after.clone()]);
    let work = move || {
        let [known_then, known_now] = [&then, &now].map(|view| live.acquaintances(view));
        let then = cascade::Reach { view: &then, known: &known_then, ours: &was };
        cascade::out_of_reach(then, cascade::Reach { view: &now, known: &known_now, ours: &is })
    };
    let lost = tokio::task::spawn_blocking(work).await;
    let mut lost = lost.map_err(|stopped| ApiError::internal("look for who is out of reach", stopped))?;
    let targets = &after.network().targets;
    lost.sort_by_key(|ix| &targets.get(*ix).key);
    list(ctx, lost.iter().map(|ix| Target::new(after, *ix))).map(Some)
}
