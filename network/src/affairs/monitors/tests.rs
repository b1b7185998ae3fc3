use proptest::prelude::*;

use super::*;
use crate::testing::day;

const TODAY: &str = "2024-03-14";

const ZWOLLE: u32 = 0;
const MEPPEL: u32 = 1;
const KAMPEN: u32 = 2;

fn voiced(all: &[(u32, i8, &str)]) -> Vec<Voiced> {
    let each = (0..).zip(all);
    each.map(|(order, (partner, position, on))| Voiced {
        order,
        partner: *partner,
        target: 0,
        topic: 0,
        position: *position,
        day: day(on),
    })
    .collect()
}

/// Conflicts as (earlier, later, days apart).
fn conflicts(voiced: &[Voiced]) -> Vec<(usize, usize, u32)> {
    let found = one_voice_conflicts(voiced, day(TODAY), 30);
    found.iter().map(|conflict| (conflict.earlier, conflict.later, conflict.days_apart)).collect()
}

#[test]
fn two_partners_who_say_opposite_things_within_a_month_are_told() {
    assert_eq!(conflicts(&voiced(&[(ZWOLLE, 2, "2024-03-06"), (MEPPEL, -1, "2024-03-13")])), [(0, 1, 7)]);
    assert_eq!(conflicts(&voiced(&[(ZWOLLE, 2, "2024-02-12"), (MEPPEL, -1, "2024-03-13")])), [(0, 1, 30)]);
    assert_eq!(conflicts(&voiced(&[(ZWOLLE, 2, "2024-02-11"), (MEPPEL, -1, "2024-03-13")])), []);
    // The same side, neither side, the same partner, and what is not yet said.
    assert_eq!(conflicts(&voiced(&[(ZWOLLE, 2, "2024-03-06"), (MEPPEL, 1, "2024-03-13")])), []);
    assert_eq!(conflicts(&voiced(&[(ZWOLLE, 2, "2024-03-06"), (MEPPEL, 0, "2024-03-13")])), []);
    assert_eq!(conflicts(&voiced(&[(ZWOLLE, 2, "2024-03-06"), (ZWOLLE, -1, "2024-03-13")])), []);
    assert_eq!(conflicts(&voiced(&[(ZWOLLE, 2, "2024-03-06"), (MEPPEL, -1, "2024-03-15")])), []);
}

#[test]
fn another_target_or_topic_is_no_conflict() {
    let both = voiced(&[(ZWOLLE, 2, "2024-03-06"), (MEPPEL, -1, "2024-03-13")]);
    assert_eq!(conflicts(&[both[0], Voiced { target: 1, ..both[1] }]), []);
    assert_eq!(conflicts(&[both[0], Voiced { topic: 1, ..both[1] }]), []);
}

#[test]
fn of_two_partners_the_last_conflict_is_told() {
    let all = [
        (ZWOLLE, 2, "2024-03-01"),
        (MEPPEL, -1, "2024-03-02"),
        (ZWOLLE, 1, "2024-03-08"),
        (MEPPEL, -2, "2024-03-13"),
        (KAMPEN, 1, "2024-03-13"),
    ];
    assert_eq!(conflicts(&voiced(&all)), [(3, 4, 0), (2, 3, 5)]);
}

fn contact(order: u32, partner: u32, target: u32, on: &str) -> Contact {
    Contact { order, partner, target, day: day(on) }
}

#[test]
fn two_partners_who_talk_to_one_target_within_two_weeks_are_told() {
    let contacts = [
        contact(0, ZWOLLE, 0, "2024-03-01"),
        contact(1, ZWOLLE, 0, "2024-03-02"),
        contact(2, MEPPEL, 0, "2024-03-15"),
        contact(3, MEPPEL, 0, "2024-03-15"),
        contact(4, KAMPEN, 0, "2024-03-29"),
        contact(5, KAMPEN, 1, "2024-03-02"),
    ];
    let found = double_contacts(&contacts, 14);
    let told: Vec<_> = found.iter().map(|double| (double.earlier, double.later, double.days_apart)).collect();
    assert_eq!(told, [(1, 3, 13), (1, 2, 13)]);
}

#[test]
fn who_was_not_seen_for_long_is_told() {
    let contacts = [
        contact(0, ZWOLLE, 0, "2024-01-14"),
        contact(1, MEPPEL, 1, "2024-01-15"),
        contact(2, MEPPEL, 1, "2023-01-15"),
        contact(3, ZWOLLE, 2, "2024-01-15"),
        contact(4, ZWOLLE, 2, "2024-03-15"),
        contact(5, ZWOLLE, 3, "2024-03-15"),
        contact(6, ZWOLLE, 4, "2023-03-14"),
        contact(7, ZWOLLE, 5, "2024-03-14"),
    ];
    let told = stale_targets(&[5, 0, 1, 2, 3, 4, 0], &contacts, day(TODAY), 59);
    let stale = |target, days| Stale { target, days };
    assert_eq!(told, [stale(3, None), stale(4, Some(366)), stale(0, Some(60)), stale(1, Some(59)), stale(2, Some(59))]);
    assert_eq!(stale_targets(&[5, 0, 1], &contacts, day(TODAY), 60), [stale(0, Some(60))]);
    assert_eq!(stale_targets(&[5], &contacts, day(TODAY), 0), [stale(5, Some(0))]);
}

#[test]
fn what_was_not_done_in_time_is_told_by_owner() {
    let follow_up =
        |order, owner, due, done: Option<&str>| FollowUp { order, owner, due: day(due), done: done.map(day) };
    let follow_ups = [
        follow_up(0, 1, "2024-03-13", None),
        follow_up(1, 1, "2024-03-14", None),
        follow_up(2, 0, "2024-03-10", None),
        follow_up(3, 0, "2024-03-01", Some("2024-03-15")),
        follow_up(4, 0, "2024-03-01", Some("2024-03-14")),
        follow_up(5, 1, "2024-03-01", None),
    ];
    let told: Vec<_> = overdue(&follow_ups, day(TODAY)).iter().map(|it| (it.follow_up, it.days)).collect();
    assert_eq!(told, [(3, 13), (2, 4), (5, 13), (0, 1)]);
}

#[test]
fn an_open_window_without_a_talk_is_told() {
    let window = |order, target, first, last| OpenWindow { order, target, first: day(first), last: day(last) };
    let windows = [
        window(0, 0, "2024-03-01", "2024-03-20"),
        window(1, 1, "2024-03-01", "2024-03-20"),
        window(2, 2, "2024-03-01", "2024-03-15"),
        window(3, 2, "2024-03-15", "2024-03-20"),
        window(4, 2, "2024-03-01", "2024-03-13"),
        window(5, 3, "2024-03-14", "2024-03-14"),
    ];
    let contacts = [
        contact(0, ZWOLLE, 1, "2024-03-20"),
        contact(1, ZWOLLE, 2, "2024-03-16"),
        contact(2, ZWOLLE, 0, "2024-02-29"),
        contact(3, ZWOLLE, 0, "2024-03-21"),
    ];
    assert_eq!(unplanned(&windows, &contacts, day(TODAY)), [5, 2, 0]);
}

fn any_voiced() -> impl Strategy<Value = Vec<Voiced>> {
    let one = (0..3u32, 0..2u32, 0..2u32, -2..3i8, 0..90i64);
    proptest::collection::vec(one, 0..25).prop_map(|all| {
        let each = (0..).zip(all);
        each.map(|(order, (partner, target, topic, position, ago))| Voiced {
            order,
            partner,
            target,
            topic,
            position,
            day: day(TODAY) - TimeDelta::days(ago),
        })
        .collect()
    })
}

proptest! {
    #[test]
    fn conflicts_are_told_once_of_all_who_have_one(voiced in any_voiced()) {
        let found = one_voice_conflicts(&voiced, day(TODAY), 30);
        let who = |one: &Voiced, other: &Voiced| {
            (one.target, one.topic, one.partner.min(other.partner), one.partner.max(other.partner))
        };
        // By pair of partners: the last moment at which somebody said something against what the other had said.
        let mut expected = std::collections::BTreeMap::new();
        for (at, later) in voiced.iter().enumerate() {
            for (before, earlier) in voiced.iter().enumerate() {
                let apart = (later.day - earlier.day).num_days();
                if (later.target, later.topic) == (earlier.target, earlier.topic) && later.partner != earlier.partner
                    && i32::from(later.position) * i32::from(earlier.position) < 0 && apart <= 30
                    && (earlier.day, earlier.order) < (later.day, later.order) {
                    let when = (later.day, later.order, earlier.day, earlier.order, before, at);
                    let last = expected.entry(who(later, earlier)).or_insert(when);
                    *last = when.max(*last);
                }
            }
        }
        let mut expected: Vec<_> = expected.into_values().collect();
        expected.sort_unstable_by(|one, other| other.cmp(one));
        let expected: Vec<_> = expected.into_iter().map(|(.., before, at)| (before, at)).collect();
        prop_assert_eq!(found.iter().map(|conflict| (conflict.earlier, conflict.later)).collect::<Vec<_>>(), expected);
        let mut reversed = voiced.clone();
        reversed.reverse();
        let other = one_voice_conflicts(&reversed, day(TODAY), 30);
        let back: Vec<_> = other.iter().map(|it| (voiced.len() - 1 - it.earlier, voiced.len() - 1 - it.later)).collect();
        prop_assert_eq!(found.iter().map(|it| (it.earlier, it.later)).collect::<Vec<_>>(), back);
    }
}
