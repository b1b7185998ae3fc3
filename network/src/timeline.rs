//! How coalitions came to be: one point a period.

use chrono::{Datelike, Days, Months, NaiveDate};
use rustc_hash::FxHashMap;

use crate::coalition::{CoalitionStatus, Concentration, Overlap};
use crate::codes;
use crate::facts::*;
use crate::id::OrganisationId;
use crate::network::Network;
use crate::table::Ix;
use crate::view::View;

/// The most points of a timeline.
pub const MOST_POINTS: usize = 200;

codes! {
    /// A period of the calendar.
    pub enum CalendarUnit {
        /// From Monday to Sunday.
        Week,
        /// A month.
        Month,
        /// Three months, from January, April, July and October on.
        Quarter,
        /// A year.
        Year,
    }
}

impl CalendarUnit {
    /// The last day of the period that has this day; `None` at the end of the calendar.
    fn last_day(self, day: NaiveDate) -> Option<NaiveDate> {
        let months = |first: u32, count: u32| {
            NaiveDate::from_ymd_opt(day.year(), first, 1)?.checked_add_months(Months::new(count))?.pred_opt()
        };
        match self {
            Self::Week => day.checked_add_days(Days::new(6 - u64::from(day.weekday().num_days_from_monday()))),
            Self::Month => months(day.month(), 1),
            Self::Quarter => months(day.month0() / 3 * 3 + 1, 3),
            Self::Year => months(1, 12),
        }
    }

    /// About how many days it has, never more.
    fn days(self) -> i64 {
        match self {
            Self::Week => 7,
            Self::Month => 28,
            Self::Quarter => 90,
            Self::Year => 365,
        }
    }
}

/// Why there is no timeline.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoTimeline {
    /// It ends before it begins.
    EndsFirst,
    /// It would have more points than [`MOST_POINTS`]: about so many.
    TooLong(usize),
}

/// The periods between two days, both included: the first and the last may be parts of one.
///
/// # Errors
/// When there are none, or too many.
pub fn periods(
    from: NaiveDate,
    until: NaiveDate,
    every: CalendarUnit,
) -> Result<Vec<(NaiveDate, NaiveDate)>, NoTimeline> {
    if until < from {
        return Err(NoTimeline::EndsFirst);
    }
    let about = steps(from, until, every);
    // The first and the last may be parts, and months are longer than the shortest.
    if about > MOST_POINTS + MOST_POINTS / 8 {
        return Err(NoTimeline::TooLong(about));
    }
    let mut periods = Vec::new();
    let mut first = Some(from);
    while let Some(day) = first.filter(|day| *day <= until) {
        let last = every.last_day(day).map_or(until, |last| last.min(until));
        periods.push((day, last));
        first = last.succ_opt();
    }
    if periods.len() > MOST_POINTS { Err(NoTimeline::TooLong(periods.len())) } else { Ok(periods) }
}

/// About how many periods there are between two days, rarely fewer.
#[must_use]
pub fn steps(from: NaiveDate, until: NaiveDate, every: CalendarUnit) -> usize {
    usize::try_from((until - from).num_days() / every.days() + 1).unwrap_or(0)
}

/// One period.
#[derive(Debug, Clone, PartialEq)]
pub struct Point {
    /// Its first day.
    pub from: NaiveDate,
    /// Its last day, of which all below tells.
    pub until: NaiveDate,
    /// Who is a partner.
    pub partners: Turnover,
    /// The coalitions of the content lines that are there, in the order of rows.
    pub lines: Vec<LinePoint>,
}

/// How many there are, and who came and went since the end of the period before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Turnover {
    /// How many at the end of the period.
    pub size: usize,
    /// How many of them were not there at the end of the one before.
    pub joined: usize,
    /// How many were there then and are not now.
    pub left: usize,
    /// How many of them nobody knows since when: they count from all time.
    pub since_unknown: usize,
}

/// Who is there, and of whom it is known since when.
type Parties = FxHashMap<OrganisationId, bool>;

impl Turnover {
    fn between(before: &Parties, after: &Parties) -> Self {
        let only = |one: &Parties, other: &Parties| one.keys().filter(|id| !other.contains_key(id)).count();
        Self {
            size: after.len(),
            joined: only(after, before),
            left: only(before, after),
            since_unknown: after.values().filter(|is_known| !**is_known).count(),
        }
    }

    /// Of those who were there, the part that still is: from 0 to 1; `None` when nobody was.
    #[must_use]
    pub fn retention(&self) -> Option<f64> {
        let stayed = self.size - self.joined;
        ratio(stayed, stayed + self.left)
    }

    /// Those in both by those in either: from 0 to 1; `None` when there is nobody in either.
    #[must_use]
    pub fn jaccard(&self) -> Option<f64> {
        ratio(self.size - self.joined, self.size + self.left)
    }
}

/// The coalition of a line at the end of a period.
#[derive(Debug, Clone, PartialEq)]
pub struct LinePoint {
    /// The line.
    pub line: Ix<ProgrammeLine>,
    /// Its members.
    pub members: Turnover,
    /// How concentrated the money is; `None` when no member pledged an amount in euros.
    pub concentration: Option<Concentration>,
    /// What it shares with each of the other lines.
    pub overlaps: Vec<(Ix<ProgrammeLine>, Overlap)>,
}

/// A point for each period.
///
/// * `on`: the view of a day, as sure as any of the others, of one network.
///
/// Time in proportion to periods in which something begins or ends, and to what a coalition takes.
pub fn timeline(
    periods: &[(NaiveDate, NaiveDate)],
    threshold: CoalitionStatus,
    on: impl Fn(NaiveDate) -> View,
) -> Vec<Point> {
    let Some((first, _)) = periods.first() else { return Vec::new() };
    let mut before = Standing::of(&on(first.pred_opt().unwrap_or(*first)), threshold);
    let point = |(from, until): &(NaiveDate, NaiveDate)| {
        let view = on(*until);
        let now = Standing::of(&view, threshold);
        let lines = now.lines.iter().map(|(line, members)| {
            let nobody = Parties::default();
            let then = before.lines.iter().find(|(other, _)| other == line).map_or(&nobody, |(_, members)| members);
            let coalition = view.coalition(*line);
            let others = now.lines.iter().map(|(other, _)| *other).filter(|other| other != line);
            let overlap = |other| (other, Overlap::of(&view, coalition, view.coalition(other), threshold));
            LinePoint {
                line: *line,
                members: Turnover::between(then, members),
                concentration: coalition.concentration(&view, threshold),
                overlaps: others.map(overlap).collect(),
            }
        });
        let lines = lines.collect();
        let partners = Turnover::between(&before.partners, &now.partners);
        before = now;
        Point { from: *from, until: *until, partners, lines }
    };
    periods.iter().map(point).collect()
}

/// Who is where on a day.
struct Standing {
    partners: Parties,
    lines: Vec<(Ix<ProgrammeLine>, Parties)>,
}

impl Standing {
    fn of(view: &View, threshold: CoalitionStatus) -> Self {
        let network: &Network = view.network();
        let id = |ix: Ix<Organisation>| network.organisations.get(ix).id;
        let content = network.programme_lines.iter().filter(|(_, row)| row.kind == ProgrammeLineKind::Content);
        let there = content.map(|(line, _)| line).filter(|line| view.sees(*line).is_some());
        let members = |line| {
            let coalition = view.coalition(line);
            let since = |standing| coalition.period(view, standing).since;
            coalition.members(threshold).map(|row| (id(row.organisation), since(row).is_some())).collect()
        };
        let since = |ix| view.partnership(ix).and_then(|(ix, _)| network.partnerships.get(ix).since);
        let partners = view.organisations().iter().filter(|ix| view.is_partner(**ix));
        Self {
            partners: partners.map(|ix| (id(*ix), since(*ix).is_some())).collect(),
            lines: there.map(|line| (line, members(line))).collect(),
        }
    }
}

#[expect(clippy::cast_precision_loss, reason = "counts of organisations are far below 2^52")]
fn ratio(part: usize, whole: usize) -> Option<f64> {
    (whole > 0).then(|| part as f64 / whole as f64)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{day, fixture, on};

    fn told(from: &str, until: &str, every: CalendarUnit) -> Vec<String> {
        let periods = periods(day(from), day(until), every).expect("a timeline");
        periods.iter().map(|(from, until)| format!("{from} {until}")).collect()
    }

    #[test]
    fn periods_are_those_of_the_calendar_and_begin_and_end_where_asked() {
        assert_eq!(
            told("2023-11-15", "2025-02-01", CalendarUnit::Year),
            ["2023-11-15 2023-12-31", "2024-01-01 2024-12-31", "2025-01-01 2025-02-01"]
        );
        assert_eq!(
            told("2024-02-29", "2024-07-01", CalendarUnit::Quarter),
            ["2024-02-29 2024-03-31", "2024-04-01 2024-06-30", "2024-07-01 2024-07-01"]
        );
        assert_eq!(
            told("2024-01-31", "2024-03-01", CalendarUnit::Month),
            ["2024-01-31 2024-01-31", "2024-02-01 2024-02-29", "2024-03-01 2024-03-01"]
        );
        assert_eq!(
            told("2024-03-14", "2024-03-18", CalendarUnit::Week),
            ["2024-03-14 2024-03-17", "2024-03-18 2024-03-18"]
        );
        assert_eq!(periods(day("2024-03-14"), day("2024-03-13"), CalendarUnit::Year), Err(NoTimeline::EndsFirst));
        assert_eq!(
            periods(day("1825-01-01"), day("2024-12-31"), CalendarUnit::Year).map(|periods| periods.len()),
            Ok(200)
        );
        assert_eq!(periods(day("1824-01-01"), day("2024-12-31"), CalendarUnit::Year), Err(NoTimeline::TooLong(201)));
        assert_eq!(periods(NaiveDate::MIN, NaiveDate::MAX, CalendarUnit::Week).map_err(|_| ()), Err(()));
    }

    #[test]
    fn each_period_tells_of_its_last_day_and_of_who_came_and_went_in_it() {
        let network = fixture(
            "line Economie; line Ruimte; municipality Zwolle partner since 2011; municipality Kampen partner since 2011 until 2012
             municipality Ommen partner since 2013
             pledge Zwolle to Economie budget 30 EUR since 2012; pledge Kampen to Economie budget 10 EUR since 2012 until 2013-06
             pledge Ommen to Economie since 2013-07; pledge Ommen to Ruimte since 2013",
        );
        let periods = periods(day("2011-01-01"), day("2014-12-31"), CalendarUnit::Year).expect("four years");
        let points = timeline(&periods, CoalitionStatus::Pledged, |day| on(&network, &day.to_string()));
        let partners: Vec<_> =
            points.iter().map(|point| (point.partners.size, point.partners.joined, point.partners.left)).collect();
        assert_eq!(partners, [(2, 2, 0), (2, 0, 0), (2, 1, 1), (2, 0, 0)]);
        assert_eq!(points[0].partners.retention(), None);
        assert_eq!(points[0].partners.since_unknown, 0);
        assert_eq!((points[2].partners.retention(), points[2].partners.jaccard()), (Some(0.5), Some(1.0 / 3.0)));
        let is_economic = |line: &&LinePoint| network.programme_lines.get(line.line).name_nl == "Economie";
        let economic: Vec<_> = points.iter().filter_map(|point| point.lines.iter().find(is_economic)).collect();
        assert_eq!(economic.iter().map(|line| line.members.size).collect::<Vec<_>>(), [0, 2, 2, 2]);
        assert_eq!((economic[2].members.joined, economic[2].members.left), (1, 1));
        let hhi = |at: usize| economic[at].concentration.as_ref().map(Concentration::hhi);
        assert_eq!((hhi(0), hhi(1), hhi(2)), (None, Some(0.625), Some(1.0)));
        assert_eq!(economic[2].overlaps[0].1.shared.len(), 1);
    }

    #[test]
    fn who_is_there_since_nobody_knows_when_is_told_apart() {
        let network = fixture(
            "line Economie; municipality Zwolle partner; municipality Kampen partner since 2012
             pledge Zwolle to Economie; pledge Kampen to Economie since 2012",
        );
        let periods = periods(day("2011-01-01"), day("2012-12-31"), CalendarUnit::Year).expect("two years");
        let points = timeline(&periods, CoalitionStatus::Pledged, |day| on(&network, &day.to_string()));
        let told = |turnover: &Turnover| (turnover.size, turnover.joined, turnover.since_unknown);
        assert_eq!(points.iter().map(|point| told(&point.partners)).collect::<Vec<_>>(), [(1, 0, 1), (2, 1, 1)]);
        assert_eq!(
            points.iter().map(|point| told(&point.lines[0].members)).collect::<Vec<_>>(),
            [(1, 0, 1), (2, 1, 1)]
        );
    }
}
