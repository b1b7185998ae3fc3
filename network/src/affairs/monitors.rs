//! What to look out for: partners who contradict each other, who talk to one target side by side, and what was forgotten.
//!
//! Places are those of the input. What lies after the day of the view is not known on it, and does not count.

use chrono::{NaiveDate, TimeDelta};
use rustc_hash::{FxHashMap, FxHashSet};

/// A position that a partner told a target.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Voiced {
    /// Settles what is equal otherwise: of one day the higher number is the later one. No two have the same.
    pub order: u32,
    /// Who said it.
    pub partner: u32,
    /// To whom.
    pub target: u32,
    /// On what.
    pub topic: u32,
    /// Below 0 against, above 0 in favour, 0 neither.
    pub position: i8,
    /// On which day.
    pub day: NaiveDate,
}

/// Two partners told one target opposite things on one topic.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Conflict {
    /// Place of what was said first.
    pub earlier: usize,
    /// Place of what was said then, by somebody else.
    pub later: usize,
    /// Days in between; 0 on the same day.
    pub days_apart: u32,
}

/// Where partners do not tell the same story: opposite positions on one topic, told to one target by different partners,
/// at most `within_days` apart.
///
/// * `within_days`: 30 is usual.
///
/// Of two partners the last such pair on a target and topic is told: what the one said, and what the other had last said
/// against it. The latest conflict first. Time O(n log n + pairs of partners that spoke on one topic to one target).
#[must_use]
pub fn one_voice_conflicts(voiced: &[Voiced], day: NaiveDate, within_days: u16) -> Vec<Conflict> {
    let mut places: Vec<usize> =
        (0..voiced.len()).filter(|at| voiced[*at].day <= day && voiced[*at].position != 0).collect();
    places.sort_by_key(|at| (voiced[*at].day, voiced[*at].order));
    // By target and topic: what each partner last said, against (0) and in favour (1).
    let mut last: FxHashMap<(u32, u32), FxHashMap<(u32, usize), usize>> = FxHashMap::default();
    let mut found: FxHashMap<(u32, u32, u32, u32), Conflict> = FxHashMap::default();
    for at in places {
        let said = voiced[at];
        let side = usize::from(said.position > 0);
        let others = last.entry((said.target, said.topic)).or_default();
        for ((partner, other_side), earlier) in others.iter() {
            let days_apart = days_between(voiced[*earlier].day, said.day);
            if *partner != said.partner && *other_side != side && days_apart <= u32::from(within_days) {
                let pair = (said.partner.min(*partner), said.partner.max(*partner));
                let conflict = Conflict { earlier: *earlier, later: at, days_apart };
                found.insert((said.target, said.topic, pair.0, pair.1), conflict);
            }
        }
        others.insert((said.partner, side), at);
    }
    let mut found: Vec<Conflict> = found.into_values().collect();
    let when = |at: usize| (voiced[at].day, voiced[at].order);
    found.sort_by_key(|conflict| std::cmp::Reverse((when(conflict.later), when(conflict.earlier))));
    found
}

/// That a partner had contact with a target.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Contact {
    /// Settles what is equal otherwise: of one day the higher number is the later one. No two have the same.
    pub order: u32,
    /// Who had it.
    pub partner: u32,
    /// With whom.
    pub target: u32,
    /// On which day.
    pub day: NaiveDate,
}

/// Two partners had contact with one target shortly after one another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DoubleContact {
    /// Place of the first contact.
    pub earlier: usize,
    /// Place of the one by another partner.
    pub later: usize,
    /// Days in between: fewer than asked; 0 on the same day.
    pub days_apart: u32,
}

/// Targets to whom two partners talked with fewer than `spacing_days` in between.
///
/// * `contacts`: held ones, and planned ones to be warned in time: unlike elsewhere the day of the view does not matter.
/// * `spacing_days`: 14 is usual.
///
/// Each contact is told with the last one before it by another partner, so there are no more than contacts. The latest
/// first. Time O(n log n).
#[must_use]
pub fn double_contacts(contacts: &[Contact], spacing_days: u16) -> Vec<DoubleContact> {
    let mut places: Vec<usize> = (0..contacts.len()).collect();
    places.sort_by_key(|at| (contacts[*at].day, contacts[*at].order));
    // By target: the last contact, and the last one by another partner than that.
    let mut last: FxHashMap<u32, (usize, Option<usize>)> = FxHashMap::default();
    let mut found = Vec::new();
    for at in places {
        let contact = contacts[at];
        let before = last.get(&contact.target).copied();
        let by_another = before
            .and_then(|(before, other)| if contacts[before].partner == contact.partner { other } else { Some(before) });
        last.insert(contact.target, (at, by_another));
        if let Some(earlier) = by_another {
            let days_apart = days_between(contacts[earlier].day, contact.day);
            if days_apart < u32::from(spacing_days) {
                found.push(DoubleContact { earlier, later: at, days_apart });
            }
        }
    }
    found.reverse();
    found
}

/// A target whom nobody has talked to for a while.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stale {
    /// The target.
    pub target: u32,
    /// Days since the last contact by anyone; `None`: never.
    pub days: Option<u32>,
}

/// Targets with whom nobody has had contact for so many days or ever: those never seen first, then the longest ago, and
/// of equals in the order in which they were given.
///
/// * `targets`: each is looked at once.
/// * `least_days`: 60 is usual; 0 tells all.
///
/// Time O(n + t log t) for n contacts and t targets.
#[must_use]
pub fn stale_targets(targets: &[u32], contacts: &[Contact], day: NaiveDate, least_days: u32) -> Vec<Stale> {
    let mut last: FxHashMap<u32, NaiveDate> = FxHashMap::default();
    for contact in contacts.iter().filter(|contact| contact.day <= day) {
        let known = last.entry(contact.target).or_insert(contact.day);
        *known = contact.day.max(*known);
    }
    let mut looked_at = FxHashSet::default();
    let each = targets.iter().filter(|target| looked_at.insert(**target));
    let mut stale: Vec<Stale> = each
        .map(|target| Stale { target: *target, days: last.get(target).map(|last| days_between(*last, day)) })
        .filter(|stale| stale.days.is_none_or(|days| days >= least_days))
        .collect();
    stale.sort_by_key(|stale| std::cmp::Reverse(stale.days.unwrap_or(u32::MAX)));
    stale
}

/// Something that somebody is to do after a contact.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FollowUp {
    /// Settles what is equal otherwise: the lower number goes first. No two have the same.
    pub order: u32,
    /// Who is to do it.
    pub owner: u32,
    /// By which day.
    pub due: NaiveDate,
    /// On which day it was done; `None` when it was not.
    pub done: Option<NaiveDate>,
}

/// A follow-up that should have been done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Overdue {
    /// Its place.
    pub follow_up: usize,
    /// Days since it was due: at least 1.
    pub days: u32,
}

/// Follow-ups that were due before the day and were not done by then, by owner, the longest overdue first. Time O(n log n).
#[must_use]
pub fn overdue(follow_ups: &[FollowUp], day: NaiveDate) -> Vec<Overdue> {
    let late = |follow_up: &FollowUp| follow_up.due < day && follow_up.done.is_none_or(|done| done > day);
    let mut found: Vec<Overdue> = (0..follow_ups.len())
        .filter(|at| late(&follow_ups[*at]))
        .map(|at| Overdue { follow_up: at, days: days_between(follow_ups[at].due, day) })
        .collect();
    found.sort_by_key(|overdue| {
        let FollowUp { owner, due, order, .. } = follow_ups[overdue.follow_up];
        (owner, due, order)
    });
    found
}

/// Days on which a target can still be moved.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OpenWindow {
    /// Settles what is equal otherwise: the lower number goes first. No two have the same.
    pub order: u32,
    /// Whom.
    pub target: u32,
    /// The first day.
    pub first: NaiveDate,
    /// The last day.
    pub last: NaiveDate,
}

/// Places of windows that are open on the day and in which nobody has talked to the target or plans to; the one that
/// closes first goes first.
///
/// * `contacts`: held and planned ones.
///
/// Time O((n + w) log n) for n contacts and w windows.
#[must_use]
pub fn unplanned(windows: &[OpenWindow], contacts: &[Contact], day: NaiveDate) -> Vec<usize> {
    let mut days: Vec<(u32, NaiveDate)> = contacts.iter().map(|contact| (contact.target, contact.day)).collect();
    days.sort_unstable();
    let talked = |window: &OpenWindow| {
        let from = days.partition_point(|contact| *contact < (window.target, window.first));
        days.get(from).is_some_and(|(target, day)| *target == window.target && *day <= window.last)
    };
    let open = |window: &OpenWindow| window.first <= day && day <= window.last;
    let mut found: Vec<usize> = (0..windows.len()).filter(|at| open(&windows[*at]) && !talked(&windows[*at])).collect();
    found.sort_by_key(|at| (windows[*at].last, windows[*at].order));
    found
}

/// Days from one to a later one.
fn days_between(earlier: NaiveDate, later: NaiveDate) -> u32 {
    u32::try_from((later - earlier).max(TimeDelta::zero()).num_days()).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests;
