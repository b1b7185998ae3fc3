//! What a plan keeps to, told back.

use async_graphql::{Object, SimpleObject};
use network::affairs::schedule::StageWindows;
use network::affairs::visits::INTRODUCTION_LEAD_DAYS;
use network::facts::StageKind;

use super::ClosedDays;
use super::input::Wanted;
use crate::graphql::codes::Code;
use crate::graphql::scalars::Date;

/// What a plan keeps to.
pub struct ScheduleRules<'a>(pub(super) &'a Wanted);

/// What a plan keeps to (planningsregels).
#[Object(serial)]
impl ScheduleRules<'_> {
    /// The first day on which something can be planned.
    async fn from(&self) -> Date {
        Date(self.0.from)
    }

    /// Days between two contacts with the same target, whoever has them, at least.
    async fn spacing_days(&self) -> u16 {
        self.0.rules.spacing_days
    }

    /// Talks that somebody can have in a week, unless a capacity says otherwise.
    async fn per_week(&self) -> u16 {
        self.0.rules.per_week
    }

    /// Talks that somebody can have on a day.
    async fn per_day(&self) -> u16 {
        self.0.rules.per_day
    }

    /// How many steps a way to a target may have.
    async fn max_hops(&self) -> usize {
        self.0.max_hops.get()
    }

    /// Whether who is on the way is asked for an introduction first.
    async fn introductions(&self) -> bool {
        self.0.introductions
    }

    /// Days before a window opens from which introductions are asked for.
    async fn introduction_lead_days(&self) -> u16 {
        INTRODUCTION_LEAD_DAYS
    }

    /// How likely it is that a stranger listens, from 0 to 1.
    async fn cold_contact(&self) -> f64 {
        self.0.weights.cold_contact
    }

    /// When talking helps, unless a stage says it itself.
    async fn usual_windows(&self) -> Vec<UsualWindow> {
        usual(&self.0.windows)
    }

    /// Days on which there is nobody to talk to, as they were given; recesses of single bodies too.
    async fn closed_days(&self) -> Vec<ClosedDays> {
        let recesses = self.0.recesses.iter().map(|of| (of.recess.first, of.recess.last, false));
        let holidays = self.0.holidays.iter().map(|day| (*day, *day, true));
        let days = recesses.chain(holidays);
        days.map(|(first, last, holiday)| ClosedDays { first: Date(first), last: Date(last), holiday }).collect()
    }
}

/// When talking helps before a stage of a kind.
#[derive(SimpleObject)]
pub struct UsualWindow {
    /// Which kind of stage.
    kind: Code<StageKind>,
    /// From so many days before it.
    opens_days_before: u16,
    /// Until so many days before it.
    closes_days_before: u16,
}

fn usual(windows: &StageWindows) -> Vec<UsualWindow> {
    let window = |kind: StageKind| {
        let window = windows.usual(kind)?;
        let (opens_days_before, closes_days_before) = (window.early_days, window.late_days);
        Some(UsualWindow { kind: Code(kind), opens_days_before, closes_days_before })
    };
    [StageKind::Draft, StageKind::Committee, StageKind::Council].into_iter().filter_map(window).collect()
}
