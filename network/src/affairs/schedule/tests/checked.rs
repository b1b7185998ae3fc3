//! What must hold for every plan, said once more, day by day.

use chrono::{Datelike, NaiveDate, TimeDelta, Weekday};
use proptest::prelude::*;

use super::*;

#[derive(Debug, Clone)]
struct Case {
    talks: Vec<Talk>,
    fixed: Vec<Fixed>,
    holidays: Vec<NaiveDate>,
    recesses: Vec<Recess>,
    per_week: Vec<(u32, u16)>,
    rules: Rules,
}

fn from() -> NaiveDate {
    day("2024-03-01")
}

fn later(days: i64) -> NaiveDate {
    from() + TimeDelta::days(days)
}

/// A person and whom they are spoken to for.
fn targets() -> impl Strategy<Value = Vec<u32>> {
    proptest::collection::vec(0..5u32, 1..3)
}

fn case() -> impl Strategy<Value = Case> {
    let talk = (
        (-10..40i64, 0..25i64),
        (0..3u32, targets(), 1..4u8, 0..3u8),
        proptest::collection::vec(0..12usize, 0..2),
        0..2usize,
    );
    let fixed = (proptest::collection::vec(0..3u32, 0..2), targets(), -20..50i64)
        .prop_map(|(owners, targets, days)| Fixed { owners, targets, day: later(days) });
    let recess =
        (-5..50i64, -1..12i64).prop_map(|(first, days)| Recess { first: later(first), last: later(first + days) });
    let rules = (0..20u16, 0..4u16, 0..3u16).prop_map(|(spacing_days, per_week, per_day)| Rules {
        spacing_days,
        per_week,
        per_day,
    });
    (
        proptest::collection::vec(talk, 0..12),
        Just((0..12u32).collect::<Vec<_>>()).prop_shuffle(),
        proptest::collection::vec(fixed, 0..5),
        proptest::collection::vec((-5..50i64).prop_map(later), 0..4),
        proptest::collection::vec(recess, 0..3),
        proptest::collection::vec((0..3u32, 0..5u16), 0..2),
        rules,
    )
        .prop_map(|(talks, orders, fixed, holidays, recesses, per_week, rules)| {
            let n_talks = talks.len();
            let talks = talks.into_iter().zip(orders).map(
                |(((first, days), (owner, targets, takes, priority), after, calendar), order)| Talk {
                    order,
                    owner,
                    targets,
                    // Mostly a day.
                    days: if takes == 3 { 2 } else { 1 },
                    priority: f64::from(priority),
                    window: Window::new(later(first), later(first + days)).expect("a window"),
                    calendar,
                    after: after.into_iter().map(|at| at % n_talks).collect(),
                },
            );
            Case { talks: talks.collect(), fixed, holidays, recesses, per_week, rules }
        })
}

/// Something on days: of whom, with whom.
struct Put {
    owners: Vec<u32>,
    targets: Vec<u32>,
    days: Vec<NaiveDate>,
}

fn share(one: &[u32], other: &[u32]) -> bool {
    one.iter().any(|target| other.contains(target))
}

impl Case {
    fn plan(&self) -> Plan {
        // The second calendar has holidays only.
        let calendars = [Calendar::new(&self.holidays, &self.recesses), Calendar::new(&self.holidays, &[])];
        plan(&Wishes {
            talks: &self.talks,
            fixed: &self.fixed,
            calendars: &calendars,
            per_week: &self.per_week,
            from: from(),
            rules: &self.rules,
        })
        .expect("a plan")
    }

    fn is_open(&self, calendar: usize, day: NaiveDate) -> bool {
        let recess = calendar == 0 && self.recesses.iter().any(|recess| recess.first <= day && day <= recess.last);
        !matches!(day.weekday(), Weekday::Sat | Weekday::Sun) && !self.holidays.contains(&day) && !recess
    }

    /// So many working days from one on.
    fn days(&self, talk: &Talk, first: NaiveDate) -> Vec<NaiveDate> {
        let open = first.iter_days().take(200).filter(|day| self.is_open(talk.calendar, *day));
        open.take(talk.days.into()).collect()
    }

    fn put(&self, plan: &Plan) -> Vec<Put> {
        let fixed = self.fixed.iter().map(|fixed| Put {
            owners: fixed.owners.clone(),
            targets: fixed.targets.clone(),
            days: vec![fixed.day],
        });
        let planned = plan.planned.iter().map(|planned| {
            let talk = &self.talks[planned.talk];
            Put { owners: vec![talk.owner], targets: talk.targets.clone(), days: self.days(talk, planned.first) }
        });
        fixed.chain(planned).collect()
    }

    /// What a talk breaks when it begins on a day, with all others where they are.
    fn breaks(&self, plan: &Plan, others: &[Put], talk: &Talk, first: NaiveDate) -> Option<String> {
        let days = self.days(talk, first);
        let last = *days.last()?;
        if !self.is_open(talk.calendar, first)
            || first < from()
            || first < talk.window.first()
            || last > talk.window.last()
        {
            return Some(format!("{first} to {last} is not in the window"));
        }
        for after in &talk.after {
            let Some(before) = plan.planned.iter().find(|planned| planned.talk == *after) else {
                return Some(format!("{after} is not planned"));
            };
            if before.last >= first {
                return Some(format!("{after} is not over"));
            }
        }
        let gap = i64::from(self.rules.spacing_days);
        for other in others.iter().filter(|other| share(&other.targets, &talk.targets)) {
            // What lies within is no distance at all, also on a day of a weekend.
            let (Some(begins), Some(ends)) = (other.days.first(), other.days.last()) else { continue };
            if (*begins - last).num_days().max((first - *ends).num_days()) < gap && gap > 0 {
                return Some(format!("{first} is too close to {:?}", other.days));
            }
        }
        let own = || {
            others.iter().filter(|other| other.owners.contains(&talk.owner)).flat_map(|other| &other.days).chain(&days)
        };
        let per_week = self.per_week.iter().rev().find(|(owner, _)| *owner == talk.owner);
        let per_week = usize::from(per_week.map_or(self.rules.per_week, |(_, most)| *most));
        for day in &days {
            if own().filter(|other| *other == day).count() > self.rules.per_day.into() {
                return Some(format!("{day} is taken"));
            }
            if own().filter(|other| other.iso_week() == day.iso_week()).count() > per_week {
                return Some(format!("the week of {day} is full"));
            }
        }
        None
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1_000))]

    #[test]
    fn every_constraint_holds_for_what_is_planned(case in case()) {
        let plan = case.plan();
        prop_assert_eq!(plan.planned.len() + plan.infeasible.len(), case.talks.len());
        for (at, planned) in plan.planned.iter().enumerate() {
            let talk = &case.talks[planned.talk];
            let mut others = case.put(&plan);
            others.remove(case.fixed.len() + at);
            prop_assert_eq!(case.breaks(&plan, &others, talk, planned.first), None);
            prop_assert_eq!(case.days(talk, planned.first).last().copied(), Some(planned.last));
            let left = planned.last.iter_days().skip(1).take_while(|day| *day <= talk.window.last());
            let left = left.filter(|day| case.is_open(talk.calendar, *day)).count();
            prop_assert_eq!(planned.slack_days as usize, left);
        }
    }

    #[test]
    fn what_is_not_planned_could_be_put_nowhere(case in case()) {
        let plan = case.plan();
        let others = case.put(&plan);
        for infeasible in &plan.infeasible {
            let talk = &case.talks[infeasible.talk];
            for first in talk.window.first().iter_days().take_while(|day| *day <= talk.window.last()) {
                let breaks = case.breaks(&plan, &others, talk, first);
                prop_assert!(breaks.is_some(), "{} could be had on {}: {:?}", infeasible.talk, first, infeasible);
            }
        }
    }

    #[test]
    fn what_binds_alone_is_what_is_in_the_way(case in case()) {
        let plan = case.plan();
        for infeasible in &plan.infeasible {
            let talk = &case.talks[infeasible.talk];
            if let Some(day) = infeasible.day {
                prop_assert!(day >= talk.window.first() && day <= talk.window.last());
                let lenient = ![ScheduleConstraint::Capacity, ScheduleConstraint::DayTaken].contains(&infeasible.binding);
                prop_assert!(!lenient || !infeasible.blockers.is_empty(), "{:?}", infeasible);
            }
            for blocker in &infeasible.blockers {
                if let Blocker::Talk(other) = blocker {
                    let related = talk.after.contains(other) || case.talks[*other].owner == talk.owner
                        || share(&case.talks[*other].targets, &talk.targets);
                    prop_assert!(related);
                }
            }
        }
    }

    #[test]
    fn the_order_of_input_does_not_matter(case in case()) {
        let n_talks = case.talks.len();
        let mut other = case.clone();
        other.talks.reverse();
        for talk in &mut other.talks {
            talk.after = talk.after.iter().rev().map(|at| n_talks - 1 - at).collect();
        }
        other.fixed.reverse();
        other.holidays.reverse();
        other.recesses.reverse();
        let told = |case: &Case| {
            let order = |at: usize| case.talks[at].order;
            let plan = case.plan();
            let planned: Vec<_> = plan.planned.iter().map(|it| (order(it.talk), it.first, it.last, it.slack_days)).collect();
            let blocker = |blocker: &Blocker| match blocker {
                Blocker::Talk(at) => format!("talk {}", order(*at)),
                Blocker::Fixed(at) => format!("{:?}", case.fixed[*at]),
                other => format!("{other:?}"),
            };
            let infeasible: Vec<_> = plan.infeasible.iter().map(|it| {
                (order(it.talk), it.binding, it.day, it.blockers.iter().map(blocker).collect::<Vec<_>>())
            }).collect();
            (planned, infeasible)
        };
        prop_assert_eq!(told(&case), told(&other));
    }
}
