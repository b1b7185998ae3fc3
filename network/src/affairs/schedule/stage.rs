//! The days on which a talk matters for a decision.

use chrono::{NaiveDate, TimeDelta};
use serde::{Deserialize, Serialize};

use crate::facts::StageKind;

/// Days on which a talk matters: at most a year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Window {
    first: NaiveDate,
    last: NaiveDate,
}

/// Why days are no window.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("from {first} to {last} is no window: it has 1 to {} days", Window::MOST_DAYS)]
pub struct BadWindow {
    /// The first day.
    pub first: NaiveDate,
    /// The last day.
    pub last: NaiveDate,
}

impl Window {
    /// Days that a window may have at most.
    pub const MOST_DAYS: i64 = 366;

    /// From the first to the last day, both included.
    ///
    /// # Errors
    /// When there is no day, or more than [`Self::MOST_DAYS`].
    pub fn new(first: NaiveDate, last: NaiveDate) -> Result<Self, BadWindow> {
        let days = (last - first).num_days() + 1;
        if (1..=Self::MOST_DAYS).contains(&days) { Ok(Self { first, last }) } else { Err(BadWindow { first, last }) }
    }

    /// The days until the last one, from the first one or as many as a window may have. When the first day comes after the
    /// last one, the last day alone.
    #[must_use]
    pub fn until(first: NaiveDate, last: NaiveDate) -> Self {
        let most = TimeDelta::days(Self::MOST_DAYS - 1);
        let first = last.checked_sub_signed(most).map_or(first, |earliest| first.max(earliest));
        Self { first: first.min(last), last }
    }

    /// The first day.
    #[must_use]
    pub fn first(self) -> NaiveDate {
        self.first
    }

    /// The last day.
    #[must_use]
    pub fn last(self) -> NaiveDate {
        self.last
    }
}

/// How long before a stage's own day a talk matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StageWindow {
    /// Days before, at most.
    pub early_days: u16,
    /// Days before, at least; no more than `early_days`.
    pub late_days: u16,
}

/// The windows of all stages. An installation may set others; answers tell which were used.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct StageWindows {
    /// Before the draft is to be ready.
    pub draft: StageWindow,
    /// Before the committee meets.
    pub committee: StageWindow,
    /// Before the council or board meets.
    pub council: StageWindow,
}

impl Default for StageWindows {
    fn default() -> Self {
        Self {
            draft: StageWindow { early_days: 90, late_days: 14 },
            committee: StageWindow { early_days: 21, late_days: 3 },
            council: StageWindow { early_days: 7, late_days: 2 },
        }
    }
}

impl StageWindows {
    /// What is usual for a kind of stage. `None` for initiation and execution, of which each says itself when talking helps.
    #[must_use]
    pub fn usual(&self, kind: StageKind) -> Option<StageWindow> {
        match kind {
            StageKind::Draft => Some(self.draft),
            StageKind::Committee => Some(self.committee),
            StageKind::Council => Some(self.council),
            StageKind::Initiation | StageKind::Execution => None,
        }
    }
}

impl StageWindow {
    /// The days on which a talk matters: [D − early, D − late].
    ///
    /// * `day`: the stage's own day, D.
    ///
    /// # Errors
    /// When the calendar does not go back so far, or early and late are no window.
    pub fn before(self, day: NaiveDate) -> Result<Window, BadWindow> {
        let before = |days: u16| day.checked_sub_signed(TimeDelta::days(i64::from(days)));
        match (before(self.early_days), before(self.late_days)) {
            (Some(first), Some(last)) => Window::new(first, last),
            _ => Err(BadWindow { first: day, last: day }),
        }
    }
}
