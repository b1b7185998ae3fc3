//! What a plan keeps to, told back.

use std::sync::Arc;

use async_graphql::{Object, SimpleObject};
use network::affairs::schedule::StageWindows;
use network::affairs::visits::INTRODUCTION_LEAD_DAYS;
use network::facts::StageKind;

use super::Planned;
use super::blockers::ClosedDays;
use crate::graphql::codes::Code;
use crate::graphql::scalars::Date;

/// What a plan keeps to.
pub struct ScheduleRules(pub(super) Arc<Planned>);

/// What a plan keeps to (planningsregels).
#[Object(serial)]
impl ScheduleRules {
    /// The first day on which something can be planned.
    async fn from(&self) -> Date {
        Date(self.0.wanted.from)
    }

    /// Days between two contacts with the same target, whoever has them, at least.
    async fn spacing_days(&self) -> u16 {
        self.0.wanted.rules.spacing_days
    }

    /// Talks that somebody can have in a week, unless a capacity says otherwise.
    async fn per_week(&self) -> u16 {
        self.0.wanted.rules.per_week
    }

    /// Talks that somebody can have on a day.
    async fn per_day(&self) -> u16 {
        self.0.wanted.rules.per_day
    }

    /// How many steps a way to a target may have.
    async fn max_hops(&self) -> usize {
        self.0.wanted.max_hops.get()
    }

    /// Whether who is on the way is asked for an introduction first.
    async fn introductions(&self) -> bool {
        self.0.wanted.introductions
    }

    /// Whether what has to be done after talks takes days of who does it.
    async fn follow_ups(&self) -> bool {
        self.0.wanted.follow_ups
    }

    /// Days before a window opens from which introductions are asked for.
    async fn introduction_lead_days(&self) -> u16 {
        INTRODUCTION_LEAD_DAYS
    }

    /// How likely it is that a stranger listens, from 0 to 1.
    async fn cold_contact(&self) -> f64 {
        self.0.wanted.weights.cold_contact
    }

    /// When talking helps, unless a stage says it itself.
    async fn usual_windows(&self) -> Vec<UsualWindow> {
        usual(&self.0.wanted.windows)
    }

    /// Whether talks that are planned and no longer fit were planned anew.
    async fn replan(&self) -> bool {
        self.0.wanted.replan
    }

    /// Whether national holidays are kept free.
    async fn national_holidays(&self) -> bool {
        self.0.wanted.national_holidays
    }

    /// Days on which there is nobody to talk to: recesses as they were given, those of single bodies too, other days as they
    /// were given, and the national holidays up to the last day on which a talk would matter.
    async fn closed_days(&self) -> Vec<ClosedDays> {
        let national = &self.0.plan.national_holidays;
        let recesses = self.0.wanted.recesses.iter().map(|of| ClosedDays::in_recess(of.recess));
        let holidays = self.0.wanted.holidays.iter().filter(|day| !national.iter().any(|(known, _)| known == *day));
        let holidays = holidays.map(|day| ClosedDays::on_holiday(*day, None));
        let national = national.iter().map(|(day, holiday)| ClosedDays::on_holiday(*day, Some(*holiday)));
        recesses.chain(holidays).chain(national).collect()
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
