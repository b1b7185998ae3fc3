//! How long it takes to plan 10,000 talks: `cargo bench -p drieklank-network --bench schedule`.
//!
//! Own timing, no harness: each is planned several times, and the slowest is told beside the median.

#![expect(clippy::expect_used, clippy::print_stdout, reason = "a bench prints, and stops at what it did not expect")]

use std::collections::BTreeMap;
use std::time::{Duration, Instant};

use chrono::{NaiveDate, TimeDelta};
use fastrand::Rng;
use network::affairs::schedule::{
    Calendar, Fixed, Plan, Recess, Rules, ScheduleConstraint, StageWindows, Talk, Wishes, plan,
};
use network::facts::StageKind;

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

const TALKS: usize = 10_000;

fn main() {
    let from = NaiveDate::from_ymd_opt(2024, 3, 1).expect("a day");
    let rules = Rules::default();
    report("200 owners, 5,000 targets: most find a day", from, &rules, 200, 5_000);
    report("20 owners, 5,000 targets: owners have no time", from, &rules, 20, 5_000);
    report("200 owners, 50 targets: targets are talked to already", from, &rules, 200, 50);
    report("200 owners who can have none", from, &Rules { per_week: 0, ..rules }, 200, 5_000);
}

fn report(what: &str, from: NaiveDate, rules: &Rules, owners: u32, targets: u32) {
    let random = &mut Rng::with_seed(20_240_314);
    let later = |days: i64| from + TimeDelta::days(days);
    let windows = StageWindows::default();
    let talks: Vec<Talk> = (0..)
        .take(TALKS)
        .map(|order| {
            let stage = [StageKind::Draft, StageKind::Committee, StageKind::Council][random.usize(0..3)];
            let window = windows.usual(stage).expect("usual").before(later(random.i64(0..365))).expect("a window");
            let at = order as usize;
            // Every fourth talk waits for an introduction some talks before it.
            let after = if at % 4 == 3 { vec![at - random.usize(1..4)] } else { Vec::new() };
            let (owner, target) = (random.u32(0..owners), random.u32(0..targets));
            Talk {
                order,
                owner,
                targets: vec![target],
                days: 1,
                priority: random.f64(),
                window,
                calendar: random.usize(0..5),
                after,
            }
        })
        .collect();
    let fixed: Vec<Fixed> = (0..TALKS)
        .map(|_| Fixed {
            owners: random.bool().then(|| random.u32(0..owners)).into_iter().collect(),
            targets: vec![random.u32(0..targets)],
            day: later(random.i64(-365..365)),
        })
        .collect();
    let holidays: Vec<NaiveDate> = (0..12).map(|_| later(random.i64(0..365))).collect();
    let calendars: Vec<Calendar> = (0..5)
        .map(|_| {
            let first = later(random.i64(60..200));
            Calendar::new(&holidays, &[Recess { first, last: first + TimeDelta::days(42) }])
        })
        .collect();
    let wishes = Wishes { talks: &talks, fixed: &fixed, calendars: &calendars, per_week: &[], from, rules };
    let mut told = Plan::default();
    let mut times: Vec<Duration> = (0..30)
        .map(|_| {
            let start = Instant::now();
            told = plan(&wishes).expect("a plan");
            start.elapsed()
        })
        .collect();
    times.sort();
    let mut reasons: BTreeMap<ScheduleConstraint, usize> = BTreeMap::new();
    told.infeasible.iter().for_each(|infeasible| *reasons.entry(infeasible.binding).or_default() += 1);
    println!("{what}: median {:.2?}, slowest {:.2?}", times[times.len() / 2], times[times.len() - 1]);
    println!("    {} planned, not planned {reasons:?}", told.planned.len());
}
