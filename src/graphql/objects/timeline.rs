//! How coalitions came to be.

use std::sync::Arc;

use async_graphql::{Context, Object};
use network::coalition::{self, CoalitionStatus};
use network::facts;
use network::table::Ix;
use network::timeline::{self, CalendarUnit, MOST_POINTS, NoTimeline, Turnover};
use network::view::View;

use super::ProgrammeLine;
use super::coalition::Concentration;
use super::coalition_compared::CoalitionOverlap;
use crate::graphql::error::ApiError;
use crate::graphql::page::list;
use crate::graphql::reader::Reader;
use crate::graphql::scalars::{Date, int};

/// One period of a timeline.
pub struct TimelinePoint {
    /// The network on the last day of the period.
    view: Arc<View>,
    point: timeline::Point,
}

impl TimelinePoint {
    /// A point for each period, off the threads that answer requests.
    pub(super) async fn all(
        ctx: &Context<'_>,
        view: &Arc<View>,
        [from, until]: [chrono::NaiveDate; 2],
        every: CalendarUnit,
        threshold: CoalitionStatus,
    ) -> Result<Vec<Self>, ApiError> {
        let periods = timeline::periods(from, until, every).map_err(|wrong| match wrong {
            NoTimeline::EndsFirst => ApiError::bad_user_input(
                format!("until: {until} ligt voor from ({from})"),
                format!("until: {until} lies before from ({from})"),
            ),
            NoTimeline::TooLong(points) => ApiError::bad_user_input(
                format!("every: dit zijn ongeveer {points} perioden; vraag er ten hoogste {MOST_POINTS}: kies langere perioden of een kortere tijd"),
                format!("every: these are about {points} periods; ask for at most {MOST_POINTS}: choose longer periods or a shorter time"),
            ),
        })?;
        let (live, network, least) = (Reader::of(ctx)?.live().clone(), view.network().clone(), view.min_confidence());
        let done = tokio::task::spawn_blocking(move || {
            let on = |day| live.view(network.clone(), day, least);
            let points = timeline::timeline(&periods, threshold, on);
            points.into_iter().map(|point| Self { view: Arc::new(on(point.until)), point }).collect::<Vec<_>>()
        });
        let points = done.await.map_err(|stopped| ApiError::internal("make a timeline", stopped))?;
        list(ctx, points.into_iter())
    }
}

/// One period of a timeline (periode): how it was at its end, and what changed since the end of the one before.
#[Object(serial)]
impl TimelinePoint {
    /// Its first day.
    async fn from(&self) -> Date {
        Date(self.point.from)
    }

    /// Its last day, of which all below tells.
    async fn until(&self) -> Date {
        Date(self.point.until)
    }

    /// Who is a partner.
    async fn partners(&self) -> PartyTurnover {
        PartyTurnover(self.point.partners)
    }

    /// The coalition of each content line that is there, in the order of keys.
    async fn coalitions(&self, ctx: &Context<'_>) -> Result<Vec<CoalitionPoint>, ApiError> {
        let lines = &self.view.network().programme_lines;
        let mut points: Vec<_> = self.point.lines.iter().collect();
        points.sort_by_key(|point| &lines.get(point.line).slug);
        let point = |point: &timeline::LinePoint| CoalitionPoint { view: self.view.clone(), point: point.clone() };
        list(ctx, points.into_iter().map(point))
    }
}

/// Who came and went.
pub struct PartyTurnover(Turnover);

/// How many there are, and who came and went since the end of the period before (verloop).
#[Object(serial)]
impl PartyTurnover {
    /// How many at the end of the period.
    async fn size(&self) -> i32 {
        int(self.0.size)
    }

    /// How many of them were not there at the end of the period before. Before the first period lies the day before it.
    async fn joined(&self) -> i32 {
        int(self.0.joined)
    }

    /// How many were there at the end of the period before and are not now.
    async fn left(&self) -> i32 {
        int(self.0.left)
    }

    /// How many at the end of the period nobody knows since when: they count from all time, so a series begins with them and no
    /// period has them as new.
    async fn since_unknown(&self) -> i32 {
        int(self.0.since_unknown)
    }

    /// Of those who were there, the part that still is, from 0 to 1; null when nobody was.
    async fn retention(&self) -> Option<f64> {
        self.0.retention()
    }

    /// Those in both by those in either, from 0 to 1; null when there is nobody in either.
    async fn jaccard(&self) -> Option<f64> {
        self.0.jaccard()
    }
}

/// The coalition of a line at the end of a period.
pub struct CoalitionPoint {
    view: Arc<View>,
    point: timeline::LinePoint,
}

/// The coalition of a content line at the end of a period.
#[Object(serial)]
impl CoalitionPoint {
    /// The line.
    async fn programme_line(&self) -> ProgrammeLine {
        ProgrammeLine::new(&self.view, self.point.line)
    }

    /// Its members.
    async fn members(&self) -> PartyTurnover {
        PartyTurnover(self.point.members)
    }

    /// On how many shoulders the money rests; null when no member pledged an amount in euros.
    async fn concentration(&self) -> Option<Concentration> {
        self.point.concentration.clone().map(Concentration)
    }

    /// What it shares with each of the other content lines, at the same threshold.
    async fn overlaps(&self, ctx: &Context<'_>) -> Result<Vec<CoalitionOverlap>, ApiError> {
        let overlap = |(line, overlap): &(Ix<facts::ProgrammeLine>, coalition::Overlap)| {
            CoalitionOverlap::new(&self.view, *line, overlap.clone())
        };
        list(ctx, self.point.overlaps.iter().map(overlap))
    }
}
