//! Puts talks on days.

use super::booked::Booked;
use super::days::{Day, day};
use super::order::Waiting;
use super::place::Place;
use super::{Blocker, Plan, Planned, Refused, Wishes, reason};

/// Puts talks on days so that all of this holds:
///
/// * on working days of its calendar, in its window, not before `from`;
/// * after all that it waits for is over, the next day at the earliest;
/// * no contact with the same target, by whoever and fixed ones included, less than `spacing_days` before or after;
/// * no more talks of an owner on a day and in a week than they can have, fixed ones included.
///
/// Talks are taken by the day on which they must be over, with what waits for them in mind; then by priority; then by
/// order. Each gets the first day on which it is possible, and keeps it. So the answer is the same every time, nothing is
/// left out that could be put somewhere as it is, and it may still be that more would fit if others stood elsewhere.
///
/// Time O(n·(log n + w)) for n talks with windows of w days. Source: earliest deadline first, Jackson 1955; list
/// scheduling, Graham 1969, doi:10.1137/0117039.
///
/// # Errors
/// [`Refused`] when a talk names another or a calendar that does not exist, or takes no day.
pub fn plan(wishes: &Wishes) -> Result<Plan, Refused> {
    check(wishes)?;
    let mut waiting = Waiting::new(wishes);
    let mut booked = Booked::new(wishes);
    let mut plan = Plan::default();
    // By talk, when it is over.
    let mut ends: Vec<Option<Day>> = vec![None; wishes.talks.len()];
    for talk in 0..wishes.talks.len() {
        if waiting.circles[talk].is_some() {
            plan.infeasible.push(reason::circle(talk, &waiting));
            waiting.settle(talk);
        }
    }
    while let Some(at) = waiting.next() {
        let place = Place::new(wishes, &booked, at, &waiting.after[at], &ends);
        match place.earliest() {
            Some((first, last)) => {
                let slack = place.calendar.working_days(last + 1, place.limit);
                plan.planned.push(Planned {
                    talk: at,
                    first: day(first),
                    last: day(last),
                    slack_days: slack.unsigned_abs(),
                });
                let days: Vec<Day> = place.working_days(first, last).collect();
                let talk = &wishes.talks[at];
                booked.book(Blocker::Talk(at), &[talk.owner], &talk.targets, &days);
                ends[at] = Some(last);
            }
            None => plan.infeasible.push(reason::why(&place)),
        }
        waiting.settle(at);
    }
    let order = |talk: usize| wishes.talks[talk].order;
    plan.planned.sort_by_key(|planned| (planned.first, order(planned.talk)));
    plan.infeasible.sort_by_key(|infeasible| order(infeasible.talk));
    Ok(plan)
}

fn check(wishes: &Wishes) -> Result<(), Refused> {
    for (at, talk) in wishes.talks.iter().enumerate() {
        if talk.calendar >= wishes.calendars.len() {
            return Err(Refused::NoSuchCalendar { talk: at, calendar: talk.calendar });
        }
        if talk.days == 0 {
            return Err(Refused::NoDays { talk: at });
        }
        if let Some(after) = talk.after.iter().find(|after| **after >= wishes.talks.len()) {
            return Err(Refused::NoSuchTalk { talk: at, after: *after });
        }
    }
    Ok(())
}
