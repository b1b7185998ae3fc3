//! What holds for every network.

use std::collections::HashSet;
use std::sync::Arc;

use proptest::prelude::{Rng as _, *};
use proptest::sample::select;
use proptest::test_runner::{RngAlgorithm, TestRng};
use uuid::Uuid;

use super::generated::{clause, day, network, positive};
use crate::coalition::{CoalitionStatus, Weights};
use crate::condition::Clause;
use crate::facts::*;
use crate::id::FactId;
use crate::network::Network;
use crate::period::{Period, Span, Tense};
use crate::source::Confidence;
use crate::testing::{build, coalition, everything, facts, standings};
use crate::view::View;

const LINES: [&str; 3] = ["Economie", "Ruimte", "Netwerk"];

fn view(network: &Arc<Network>, day: chrono::NaiveDate, least: Confidence) -> View {
    View::new(network.clone(), day, least, Arc::new(Weights::default()))
}

fn told(facts: Facts, day: chrono::NaiveDate, least: Confidence) -> Vec<String> {
    let view = view(&build(facts), day, least);
    LINES.iter().map(|line| everything(&view, line)).collect()
}

fn confidence() -> impl Strategy<Value = Confidence> {
    select(vec![Confidence::Unverified, Confidence::Low, Confidence::Medium, Confidence::High])
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn the_order_of_input_does_not_matter(text in network(), day in day(), seed: [u8; 32]) {
        let mut shuffled = facts(&text);
        shuffle(&mut shuffled, TestRng::from_seed(RngAlgorithm::ChaCha, &seed));
        prop_assert_eq!(told(facts(&text), day, Confidence::Unverified), told(shuffled, day, Confidence::Unverified));
    }

    #[test]
    fn a_view_is_that_of_a_network_without_what_is_not_sure_enough(text in network(), day in day(), least in confidence()) {
        let sure = without(facts(&text), |_, confidence| confidence < least);
        prop_assert_eq!(told(facts(&text), day, least), told(sure, day, least));
    }

    #[test]
    fn a_view_is_that_of_a_network_without_what_has_not_begun(text in network(), day in day()) {
        let begun = without(facts(&text), |span, _| span.from > day);
        prop_assert_eq!(told(facts(&text), day, Confidence::Unverified), told(begun, day, Confidence::Unverified));
    }

    #[test]
    fn every_day_of_an_interval_gives_the_same_answer(text in network(), start in day(), days in 0..500u64) {
        let network = build(facts(&text));
        // The last day of the same interval, so that both ends of intervals are met often.
        let interval = network.interval(start);
        let end = (0..days).map_while(|n| start.checked_add_days(chrono::Days::new(n)))
            .take_while(|day| network.interval(*day) == interval).last().unwrap_or(start);
        for line in LINES {
            let on = |day| everything(&view(&network, day, Confidence::Unverified), line);
            prop_assert_eq!(on(start), on(end), "{} and {}", start, end);
        }
    }

    #[test]
    fn every_member_has_evidence_that_holds_on_the_day(text in network(), day in day(), least in confidence()) {
        let view = view(&build(facts(&text)), day, least);
        for line in ["Economie", "Ruimte"] {
            let coalition = coalition(&view, line);
            for standing in coalition.members(CoalitionStatus::Considering) {
                prop_assert!(coalition.evidence(view.network(), standing).next().is_some(), "{:?}", standing);
                for item in coalition.evidence(view.network(), standing) {
                    prop_assert!(item.tense == Tense::Current && item.span.contains(day));
                    prop_assert!(item.confidence >= least);
                }
            }
        }
    }

    #[test]
    fn counts_are_what_can_be_counted(text in network(), day in day()) {
        let view = view(&build(facts(&text)), day, Confidence::Unverified);
        for line in LINES {
            let coalition = coalition(&view, line);
            let counts = coalition.count_by_status();
            prop_assert_eq!(counts.iter().map(|(_, count)| count).sum::<usize>(), coalition.standings().len());
            for threshold in [CoalitionStatus::Considering, CoalitionStatus::Pledged, CoalitionStatus::Ratified] {
                let reached: usize = counts.iter().filter(|(status, _)| *status >= threshold).map(|(_, count)| count).sum();
                prop_assert_eq!(coalition.members(threshold).count(), reached);
            }
            let once: HashSet<_> = coalition.standings().iter().map(|standing| standing.organisation).collect();
            prop_assert_eq!(once.len(), coalition.standings().len());
            for standing in coalition.standings() {
                prop_assert_eq!(coalition.standing(standing.organisation), Some(standing));
                prop_assert_eq!(standing.base, view.is_partner(standing.organisation));
            }
        }
    }

    #[test]
    fn strength_lies_between_0_and_1_and_more_evidence_never_lowers_it(text in network(), more in positive(), day in day()) {
        let before = view(&build(facts(&text)), day, Confidence::Unverified);
        let after = view(&build(facts(&format!("{text}\n{more}"))), day, Confidence::Unverified);
        for line in ["Economie", "Ruimte"] {
            for standing in coalition(&before, line).standings() {
                // A promise to the agreement above outdates a refusal and may leave nothing to show.
                let later = coalition(&after, line).standing(standing.organisation);
                let old = standing.strength.expect("known");
                let new = later.map_or(0.0, |later| later.strength.expect("known"));
                prop_assert!((0.0..=1.0).contains(&old) && (0.0..=1.0).contains(&new));
                prop_assert!(new >= old - 1e-12, "{old} > {new}");
            }
        }
    }

    #[test]
    fn the_certain_coalition_is_the_least_that_holds_itself(
        offers in proptest::collection::vec(prop_oneof![1 => Just(None), 4 => clause().prop_map(Some)], 6),
        budgets in proptest::collection::vec(0..4u32, 6),
    ) {
        let parties = ["Almelo", "Borne", "Drenthe", "Windesheim", "Scania", "Wavin"];
        let mut text = "line Economie; municipality Almelo; municipality Borne; province Drenthe; school Windesheim
                        company Scania; company Wavin\n".to_owned();
        for ((party, offer), budget) in parties.iter().zip(&offers).zip(&budgets) {
            let condition = offer.as_ref().map(|clause| format!(" if {clause}")).unwrap_or_default();
            text.push_str(&format!("pledge {party} to Economie budget {} EUR{condition}\n", budget * 50));
        }
        // All sets that nobody outside would join, by trying every set: the least of them is in all of them.
        let joins = |at: usize, set: u32| {
            let clause: serde_json::Value =
                offers[at].as_ref().map_or(serde_json::json!({ "all": [] }), |text| text.parse().expect("JSON"));
            holds(&clause, set | 1 << at, &parties, &budgets)
        };
        let closed = (0..64u32).filter(|set| (0..6).all(|at| set & 1 << at != 0 || !joins(at, *set)));
        let least = closed.fold(63, |least, set| least & set);
        let view = view(&build(facts(&text)), crate::testing::day("2024-03-14"), Confidence::Unverified);
        let expected: Vec<String> = parties.iter().enumerate().map(|(at, party)| {
            format!("{party}: {} (base: no)", if least & 1 << at != 0 { "PLEDGED" } else { "CONSIDERING" })
        }).collect();
        let mut got: Vec<String> = standings(&view, "Economie").lines().map(str::to_owned).collect();
        got.sort_by_key(|line| parties.iter().position(|party| line.starts_with(party)));
        prop_assert_eq!(got, expected);
    }
}

/// What a clause means, said once more, for a set of parties as bits.
fn holds(clause: &serde_json::Value, set: u32, parties: &[&str], budgets: &[u32]) -> bool {
    let (word, inner) = clause.as_object().and_then(|map| map.iter().next()).expect("a clause");
    let inside = |at: &usize| set & 1 << at != 0;
    let least = || match &inner["atLeast"] {
        serde_json::Value::String(text) => text.parse().expect("a number"),
        number => number.as_u64().expect("a number"),
    };
    match word.as_str() {
        "all" => inner.as_array().expect("clauses").iter().all(|clause| holds(clause, set, parties, budgets)),
        "any" => inner.as_array().expect("clauses").iter().any(|clause| holds(clause, set, parties, budgets)),
        "includes" => (0..6).filter(inside).any(|at| inner == &parties[at].to_lowercase()),
        "budget" => u64::from((0..6).filter(inside).map(|at| budgets[at] * 50).sum::<u32>()) >= least(),
        _ => {
            let wanted: &[usize] = match (inner.get("kind"), inner.get("helix")) {
                (Some(_), _) => &[0, 1],
                (_, Some(_)) => &[4, 5],
                _ => &[0, 1, 2, 3, 4, 5],
            };
            wanted.iter().filter(|at| inside(at)).count() as u64 >= least()
        }
    }
}

/// The facts without some, and without what cannot be without those; what only may point at them points at nothing then.
fn without(mut facts: Facts, drops: impl Fn(Span, Confidence) -> bool) -> Facts {
    let mut gone: HashSet<Uuid> = HashSet::new();
    macro_rules! drop_rows {
        ($($noun:ident $fact:ident,)*) => {
            $(facts.$noun.retain(|row| {
                let keeps = !drops(row.period().map_or(Span::ALWAYS, Period::span), row.confidence());
                if !keeps {
                    gone.insert(row.id().uuid());
                }
                keeps
            });)*
        };
    }
    crate::for_each_noun!(drop_rows);
    fn keep<T: Fact>(rows: &mut Vec<T>, gone: &mut HashSet<Uuid>, needs: impl Fn(&T) -> Vec<Option<Uuid>>) {
        rows.retain(|row| {
            let keeps = !needs(row).into_iter().flatten().any(|id| gone.contains(&id));
            if !keeps {
                gone.insert(row.id().uuid());
            }
            keeps
        });
    }
    fn is<I: FactId>(id: I) -> Option<Uuid> {
        Some(id.uuid())
    }
    fn may<I: FactId>(id: Option<I>) -> Option<Uuid> {
        id.map(I::uuid)
    }
    let gone = &mut gone;
    keep(&mut facts.partnerships, gone, |row| vec![is(row.organisation)]);
    keep(&mut facts.group_memberships, gone, |row| vec![is(row.organisation), is(row.group)]);
    keep(&mut facts.bodies, gone, |row| vec![may(row.organisation)]);
    keep(&mut facts.decisions, gone, |row| vec![is(row.body)]);
    keep(&mut facts.initiative_parts, gone, |row| {
        vec![is(row.initiative), may(row.programme_line), may(row.parent), may(row.agreement)]
    });
    for row in &mut facts.seats {
        row.on_behalf_of = row.on_behalf_of.iter().filter(|id| !gone.contains(&id.uuid())).copied().collect();
    }
    facts.seats.retain(|row| !row.on_behalf_of.is_empty() || row.on_behalf_of_group.is_some());
    keep(&mut facts.seats, gone, |row| vec![is(row.body), may(row.on_behalf_of_group)]);
    keep(&mut facts.signatures, gone, |row| vec![is(row.agreement), is(row.organisation)]);
    keep(&mut facts.commitments, gone, |row| {
        vec![is(row.organisation), may(row.programme_line), may(row.initiative), may(row.agreement)]
    });
    keep(&mut facts.contributions, gone, |row| vec![may(row.commitment), may(row.partnership)]);
    for row in &mut facts.commitments {
        row.ratified_by = row.ratified_by.filter(|id| !gone.contains(&id.uuid()));
        if let Some(condition) = &mut row.condition {
            forget(&mut condition.0, gone);
        }
    }
    for row in &mut facts.signatures {
        row.ratified_by = row.ratified_by.filter(|id| !gone.contains(&id.uuid()));
    }
    facts
}

/// A clause that waits for somebody who is not there is never met: none of none.
fn forget(clause: &mut Clause, gone: &HashSet<Uuid>) {
    match clause {
        Clause::All(clauses) | Clause::Any(clauses) => clauses.iter_mut().for_each(|clause| forget(clause, gone)),
        Clause::Includes(id) if gone.contains(&id.uuid()) => *clause = Clause::Any(Vec::new()),
        _ => {}
    }
}

/// Puts facts in another order.
fn shuffle(facts: &mut Facts, mut random: TestRng) {
    let mut mix = |len: usize, swap: &mut dyn FnMut(usize, usize)| {
        for at in (1..len).rev() {
            swap(at, random.next_u32() as usize % (at + 1));
        }
    };
    macro_rules! each {
        ($($noun:ident $fact:ident,)*) => { $(mix(facts.$noun.len(), &mut |a, b| facts.$noun.swap(a, b));)* };
    }
    crate::for_each_noun!(each);
}
