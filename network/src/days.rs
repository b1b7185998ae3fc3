//! The days on which something begins or has just ended.

use std::cmp::Reverse;

use chrono::{Months, NaiveDate};
use rustc_hash::FxHashMap;

use crate::facts::*;
use crate::for_each_noun;
use crate::moved::{EachMove, Move, Moved};
use crate::network::{Noun, Tables};
use crate::period::Period;
use crate::persistent::Sorted;

/// Days on which something begins or has just ended, the last one first, each with how often. Between two of them nothing
/// does, so that views of those days hold the same facts.
#[derive(Debug, Clone)]
pub(crate) struct BreakDays(Sorted<(Reverse<NaiveDate>, u32)>);

impl BreakDays {
    pub(crate) fn new(tables: &Tables) -> Self {
        let mut counts: FxHashMap<NaiveDate, u32> = FxHashMap::default();
        let mut add = |day: NaiveDate| *counts.entry(day).or_default() += 1;
        macro_rules! each {
            ($($noun:ident $fact:ident,)*) => { $(for (_, row) in tables.$noun.iter() { period(row, &mut add); })* };
        }
        for_each_noun!(each);
        tables.decisions.iter().for_each(|(_, row)| taken(row, &mut add));
        tables.contributions.iter().for_each(|(_, row)| delivered(row, &mut add));
        let mut days: Vec<_> = counts.into_iter().map(|(day, count)| (Reverse(day), count)).collect();
        days.sort_unstable();
        Self(Sorted::new(&days))
    }

    /// Follows rows that moved.
    pub(crate) fn follow(&mut self, moved: &Moved) {
        let mut more: FxHashMap<NaiveDate, i32> = FxHashMap::default();
        moved.each(&mut Periods(&mut more));
        for row in moved.decisions.iter() {
            row.before.iter().for_each(|was| taken(was, |day| *more.entry(day).or_default() -= 1));
            row.after.iter().for_each(|is| taken(is, |day| *more.entry(day).or_default() += 1));
        }
        for row in moved.contributions.iter() {
            row.before.iter().for_each(|was| delivered(was, |day| *more.entry(day).or_default() -= 1));
            row.after.iter().for_each(|is| delivered(is, |day| *more.entry(day).or_default() += 1));
        }
        for (day, more) in more.into_iter().filter(|(_, more)| *more != 0) {
            let order = |other: &(Reverse<NaiveDate>, u32)| other.0.cmp(&Reverse(day));
            let count = self.0.get(order).map_or(0, |(_, count)| *count);
            self.0.remove(order);
            match count.saturating_add_signed(more) {
                0 => {}
                count => self.0.insert((Reverse(day), count), order),
            }
        }
    }

    /// The last of the days up to this one; [`NaiveDate::MIN`] before the first.
    pub(crate) fn last(&self, day: NaiveDate) -> NaiveDate {
        self.0.from(|(Reverse(other), _)| *other > day).next().map_or(NaiveDate::MIN, |(Reverse(day), _)| *day)
    }
}

struct Periods<'a>(&'a mut FxHashMap<NaiveDate, i32>);

impl EachMove for Periods<'_> {
    fn moved<T: Noun>(&mut self, row: &Move<T>) {
        row.before.iter().for_each(|was| period(was, |day| *self.0.entry(day).or_default() -= 1));
        row.after.iter().for_each(|is| period(is, |day| *self.0.entry(day).or_default() += 1));
    }
}

/// On an open side nothing begins or ends.
fn period<T: Fact>(row: &T, mut add: impl FnMut(NaiveDate)) {
    let Some(span) = row.period().map(Period::span) else { return };
    [span.from, span.to].into_iter().filter(|day| !matches!(*day, NaiveDate::MIN | NaiveDate::MAX)).for_each(&mut add);
}

fn taken(decision: &Decision, add: impl FnMut(NaiveDate)) {
    decision.date.earliest().into_iter().for_each(add);
}

fn delivered(contribution: &Contribution, mut add: impl FnMut(NaiveDate)) {
    let Some(realised) = contribution.realised_on else { return };
    realised.earliest().into_iter().for_each(&mut add);
    // A contribution counts as recent for twelve months.
    let last = realised.latest().and_then(|day| day.checked_add_months(Months::new(12)));
    last.and_then(|day| day.succ_opt()).into_iter().for_each(&mut add);
}
