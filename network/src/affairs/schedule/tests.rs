//! Plans by example, and random ones held against what must hold.

mod checked;

use super::*;
use crate::facts::StageKind;
use crate::testing::day;

/// A talk of owner 0 with target 0, in a window, with the place as order.
fn talk(order: u32, first: &str, last: &str) -> Talk {
    let window = Window::new(day(first), day(last)).expect("a window");
    Talk { order, owner: 0, targets: vec![order], days: 1, priority: 0.0, window, calendar: 0, after: Vec::new() }
}

/// Plans from 2024-03-01, a Friday.
fn planned(talks: &[Talk], fixed: &[Fixed], calendar: &Calendar) -> Plan {
    plan(&Wishes {
        talks,
        fixed,
        calendars: std::slice::from_ref(calendar),
        per_week: &[(9, 0), (8, 1)],
        from: day("2024-03-01"),
        rules: &Rules::default(),
    })
    .expect("a plan")
}

/// What was planned as "talk day slack", what was not as "talk CONSTRAINT day blockers".
fn told(plan: &Plan) -> Vec<String> {
    let planned = plan.planned.iter().map(|planned| {
        let until = if planned.first == planned.last { String::new() } else { format!("..{}", planned.last) };
        format!("{} {}{until} slack {}", planned.talk, planned.first, planned.slack_days)
    });
    let infeasible = plan.infeasible.iter().map(|infeasible| {
        let day = infeasible.day.map(|day| format!(" on {day}")).unwrap_or_default();
        let blockers: Vec<String> = infeasible.blockers.iter().map(blocker).collect();
        format!("{} {}{day} by [{}]", infeasible.talk, infeasible.binding, blockers.join(", "))
    });
    planned.chain(infeasible).collect()
}

fn blocker(blocker: &Blocker) -> String {
    match blocker {
        Blocker::Talk(at) => format!("talk {at}"),
        Blocker::Fixed(at) => format!("fixed {at}"),
        Blocker::Recess(recess) => format!("{}..{}", recess.first, recess.last),
        Blocker::Holiday(day) => day.to_string(),
    }
}

fn alone(talks: &[Talk]) -> Vec<String> {
    told(&planned(talks, &[], &Calendar::default()))
}

fn recess(first: &str, last: &str) -> Recess {
    Recess { first: day(first), last: day(last) }
}

#[test]
fn a_talk_matters_so_long_before_each_stage() {
    let windows = StageWindows::default();
    for (stage, first, last) in [
        (StageKind::Draft, "2023-12-15", "2024-02-29"),
        (StageKind::Committee, "2024-02-22", "2024-03-11"),
        (StageKind::Council, "2024-03-07", "2024-03-12"),
    ] {
        let window = windows.usual(stage).expect("usual").before(day("2024-03-14")).expect("a window");
        assert_eq!((window.first(), window.last()), (day(first), day(last)));
    }
    assert!(windows.draft.before(NaiveDate::MIN).is_err());
    assert_eq!(windows.usual(StageKind::Initiation), None);
    assert_eq!(windows.usual(StageKind::Execution), None);
    assert!(Window::new(day("2024-03-14"), day("2024-03-13")).is_err());
    assert!(Window::new(day("2024-01-01"), day("2024-12-31")).is_ok());
    assert!(Window::new(day("2024-01-01"), day("2025-01-01")).is_err());
}

#[test]
fn a_talk_gets_the_first_working_day_of_its_window() {
    assert_eq!(alone(&[talk(0, "2024-03-05", "2024-03-08")]), ["0 2024-03-05 slack 3"]);
    // A Saturday; the window began before planning does.
    assert_eq!(alone(&[talk(0, "2024-03-09", "2024-03-12")]), ["0 2024-03-11 slack 1"]);
    assert_eq!(alone(&[talk(0, "2024-02-01", "2024-03-04")]), ["0 2024-03-01 slack 1"]);
    let calendar = Calendar::new(&[day("2024-03-06")], &[recess("2024-03-04", "2024-03-05")]);
    let plan = planned(&[talk(0, "2024-03-04", "2024-03-08")], &[], &calendar);
    assert_eq!(told(&plan), ["0 2024-03-07 slack 1"]);
}

#[test]
fn a_talk_of_several_days_takes_working_days_one_after_the_other() {
    let long = |last| Talk { days: 3, ..talk(0, "2024-03-07", last) };
    assert_eq!(alone(&[long("2024-03-12")]), ["0 2024-03-07..2024-03-11 slack 1"]);
    assert_eq!(alone(&[long("2024-03-08")]), ["0 WINDOW_TOO_SHORT by []"]);
}

#[test]
fn two_partners_do_not_talk_to_one_target_within_two_weeks() {
    let target = |order, owner| Talk { owner, targets: vec![7], ..talk(order, "2024-03-04", "2024-03-20") };
    let fixed = [Fixed { owners: vec![], targets: vec![7], day: day("2024-02-26") }];
    assert_eq!(
        told(&planned(&[target(0, 0), target(1, 1)], &fixed, &Calendar::default())),
        ["0 2024-03-11 slack 7", "1 SPACING on 2024-03-04 by [fixed 0, talk 0]"],
    );
    let later = [target(0, 0), Talk { window: talk(1, "2024-03-04", "2024-03-25").window, ..target(1, 1) }];
    assert_eq!(told(&planned(&later, &fixed, &Calendar::default())), ["0 2024-03-11 slack 7", "1 2024-03-25 slack 0"]);
}

#[test]
fn nobody_has_more_talks_than_they_can() {
    let week = |order, owner| Talk { owner, ..talk(order, "2024-03-04", "2024-03-08") };
    // One a day, five a week; who has one a week; who has none.
    let talks: Vec<Talk> = (0..6).map(|order| week(order, 0)).chain([week(6, 8), week(7, 8), week(8, 9)]).collect();
    assert_eq!(
        alone(&talks),
        [
            "0 2024-03-04 slack 4",
            "6 2024-03-04 slack 4",
            "1 2024-03-05 slack 3",
            "2 2024-03-06 slack 2",
            "3 2024-03-07 slack 1",
            "4 2024-03-08 slack 0",
            "5 CAPACITY on 2024-03-04 by [talk 0, talk 1, talk 2, talk 3, talk 4]",
            "7 CAPACITY on 2024-03-05 by [talk 6]",
            "8 CAPACITY on 2024-03-04 by []",
        ],
    );
    let fixed = [Fixed { owners: vec![0], targets: vec![99], day: day("2024-03-04") }];
    let plan = planned(&[week(0, 0)], &fixed, &Calendar::default());
    assert_eq!(told(&plan), ["0 2024-03-05 slack 3"]);
}

#[test]
fn an_introduction_comes_before_the_talk() {
    // The introduction could be had until the end of March, but the talk cannot wait for it.
    let talks = [
        talk(0, "2024-03-04", "2024-03-29"),
        Talk { after: vec![2], ..talk(1, "2024-03-04", "2024-03-05") },
        talk(2, "2024-03-04", "2024-03-29"),
    ];
    assert_eq!(alone(&talks), ["2 2024-03-04 slack 19", "1 2024-03-05 slack 0", "0 2024-03-06 slack 17"]);
}

#[test]
fn a_talk_without_its_introduction_is_not_had() {
    let talks = [
        Talk { owner: 9, ..talk(0, "2024-03-04", "2024-03-08") },
        Talk { after: vec![0], ..talk(1, "2024-03-04", "2024-03-08") },
        // Too late for the next one.
        talk(2, "2024-03-08", "2024-03-08"),
        Talk { owner: 1, after: vec![2], ..talk(3, "2024-03-04", "2024-03-08") },
    ];
    assert_eq!(
        alone(&talks),
        [
            "2 2024-03-08 slack 0",
            "0 CAPACITY on 2024-03-04 by []",
            "1 PREREQUISITE by [talk 0]",
            "3 PREREQUISITE on 2024-03-04 by [talk 2]",
        ],
    );
}

#[test]
fn talks_that_wait_for_each_other_are_not_had() {
    let after = |order, after: &[usize]| Talk { after: after.to_vec(), ..talk(order, "2024-03-04", "2024-03-08") };
    let talks = [after(0, &[1]), after(1, &[0, 3]), after(2, &[1]), after(3, &[]), after(4, &[4])];
    assert_eq!(
        alone(&talks),
        [
            "3 2024-03-04 slack 4",
            "0 CYCLE by [talk 1]",
            "1 CYCLE by [talk 0]",
            "2 PREREQUISITE by [talk 1]",
            "4 CYCLE by [talk 4]",
        ],
    );
}

#[test]
fn of_talks_with_the_same_deadline_the_one_that_is_worth_more_goes_first() {
    let worth = |order, priority, last| Talk { priority, ..talk(order, "2024-03-04", last) };
    let talks = [worth(0, 1.0, "2024-03-08"), worth(1, 2.0, "2024-03-08"), worth(2, 0.0, "2024-03-07")];
    assert_eq!(alone(&talks), ["2 2024-03-04 slack 3", "1 2024-03-05 slack 3", "0 2024-03-06 slack 2"]);
}

#[test]
fn what_binds_is_told() {
    let calendar = Calendar::new(
        &[day("2024-03-29"), day("2024-04-01")],
        &[recess("2024-04-29", "2024-05-10"), recess("2024-05-01", "2024-05-03")],
    );
    let talks = [
        talk(0, "2024-02-01", "2024-02-29"),
        talk(1, "2024-03-09", "2024-03-10"),
        talk(2, "2024-03-29", "2024-04-01"),
        talk(3, "2024-04-27", "2024-05-08"),
        Talk { days: 2, ..talk(4, "2024-02-29", "2024-03-01") },
    ];
    assert_eq!(
        told(&planned(&talks, &[], &calendar)),
        [
            "0 WINDOW_PASSED by []",
            "1 WINDOW_TOO_SHORT by []",
            "2 HOLIDAY by [2024-03-29, 2024-04-01]",
            "3 RECESS by [2024-04-29..2024-05-10, 2024-05-01..2024-05-03]",
            "4 WINDOW_PASSED by []",
        ],
    );
}

#[test]
fn what_names_nothing_is_refused() {
    let refused = |talk: Talk| {
        let (talks, calendars, rules) = ([talk], [Calendar::default()], Rules::default());
        let from = day("2024-03-01");
        plan(&Wishes { talks: &talks, fixed: &[], calendars: &calendars, per_week: &[], from, rules: &rules })
    };
    let talk = talk(0, "2024-03-04", "2024-03-08");
    let none = refused(Talk { after: vec![1], ..talk.clone() });
    assert_eq!(none, Err(Refused::NoSuchTalk { talk: 0, after: 1 }));
    let none = refused(Talk { calendar: 1, ..talk.clone() });
    assert_eq!(none, Err(Refused::NoSuchCalendar { talk: 0, calendar: 1 }));
    assert_eq!(refused(Talk { days: 0, ..talk }), Err(Refused::NoDays { talk: 0 }));
}
