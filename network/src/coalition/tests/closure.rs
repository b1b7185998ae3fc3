//! Conditional offers: certain, together, blocked.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use insta::assert_snapshot;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index, select};
use rust_decimal::Decimal;

use crate::coalition::{Closure, Outcome};
use crate::condition::{Clause, Condition};
use crate::facts::*;
use crate::id::FactId;
use crate::testing::{coalition, fixture, on};
use crate::view::View;

fn closure_of(view: &View, level: AmbitionLevel) -> Closure {
    coalition(view, "Economie").closure(view, level)
}

/// The closure in words.
fn told(text: &str, level: AmbitionLevel) -> String {
    let view = on(&fixture(text), "2024-03-14");
    let closure = closure_of(&view, level);
    let network = view.network();
    let name = |ix| view.name(ix, Language::Nl);
    let mut told = format!(
        "certain: {} for {}; together: {} for {}\n",
        closure.certain.parties, closure.certain.amount, closure.greatest.parties, closure.greatest.amount
    );
    for offer in closure.offers() {
        let _ = writeln!(told, "{} {} {:?}", name(offer.organisation), offer.amount, offer.outcome);
    }
    for blocked in closure.blocked() {
        let failing = Condition(blocked.failing.clone());
        let _ = writeln!(
            told,
            "{} fails in round {} by {failing}, unlocks {} for {}",
            name(blocked.offer.organisation),
            blocked.round,
            blocked.unlock.parties,
            blocked.unlock.amount
        );
        assert!(network.commitments.get(blocked.offer.commitment).condition.is_some());
    }
    told
}

const OFFERS: &str = r#"line Economie
    municipality Zwolle; municipality Kampen; municipality Dalfsen; municipality Ommen; municipality Meppel
    province Overijssel; province Drenthe
    pledge Zwolle to Economie budget 100 EUR
    pledge Kampen to Economie budget 30 EUR if {"parties":{"atLeast":3,"kind":"MUNICIPALITY"}}
    pledge Dalfsen to Economie budget 15 EUR if {"all":[{"includes":"zwolle"},{"includes":"kampen"}]}
    pledge Ommen to Economie budget 10 EUR if {"includes":"dalfsen"}
    pledge Meppel to Economie budget 20 EUR if {"includes":"drenthe"}
    pledge Overijssel to Economie budget 200 EUR if {"budget":{"atLeast":"300"}}
    pledge Drenthe to Economie budget 80 EUR if {"parties":{"atLeast":6,"kind":"MUNICIPALITY"}}"#;

#[test]
fn five_can_join_together_and_one_talk_brings_two_more() {
    // The numbers of the literature's example, computed by hand and by an independent program.
    assert_snapshot!(told(OFFERS, AmbitionLevel::Base), @r#"
    certain: 2 for 300; together: 5 for 355
    Dalfsen 15 Together
    Drenthe 80 Blocked
    Kampen 30 Together
    Meppel 20 Blocked
    Ommen 10 Together
    Overijssel 200 Certain
    Zwolle 100 Certain
    Drenthe fails in round 1 by {"parties":{"atLeast":6,"kind":"MUNICIPALITY"}}, unlocks 2 for 100
    Meppel fails in round 2 by {"includes":"408639b7-48f5-5592-bab7-1d569126ee2a"}, unlocks 1 for 20
    "#);
}

#[test]
fn a_level_that_is_funded_lets_in_who_waited_for_it() {
    let text = r#"line Economie; company Achmea; company Bolk; company Cofely
        pledge Achmea to Economie budget 5 EUR if {"level":"PLUS"}
        pledge Bolk to Economie budget 7 EUR if {"any":[{"includes":"achmea"},{"parties":{"atLeast":3}}]}
        pledge Cofely to Economie if {"level":"BASE"}"#;
    assert_snapshot!(told(text, AmbitionLevel::Base), @r#"
    certain: 1 for 0; together: 1 for 0
    Achmea 5 Blocked
    Bolk 7 Blocked
    Cofely 0 Certain
    Achmea fails in round 1 by {"level":"PLUS"}, unlocks 2 for 12
    Bolk fails in round 2 by {"any":[{"includes":"bb83a378-f35d-5376-8fcf-e08b68ba3c46"},{"parties":{"atLeast":3}}]}, unlocks 1 for 7
    "#);
    assert_snapshot!(told(text, AmbitionLevel::Plus), @r"
    certain: 3 for 12; together: 3 for 12
    Achmea 5 Certain
    Bolk 7 Certain
    Cofely 0 Certain
    ");
}

#[test]
fn a_part_of_the_people_is_counted_over_all_municipalities_that_are_partners() {
    let text = |pct: u8| {
        format!(
            r#"line Economie; municipality Zwolle inhabitants 300 partner; municipality Kampen inhabitants 100 partner
               municipality Ommen inhabitants 100 partner; municipality Urk inhabitants 900
               pledge Zwolle to Economie; pledge Kampen to Economie if {{"inhabitants":{{"atLeastPct":"{pct}"}}}}"#
        )
    };
    let outcome = |text: &str| closure_of(&on(&fixture(text), "2024-03-14"), AmbitionLevel::Base).offers()[0].outcome;
    assert_eq!(outcome(&text(80)), Outcome::Certain);
    assert_eq!(outcome(&text(81)), Outcome::Blocked);
    // Where nobody knows how many people there are, no part of them is reached.
    assert_eq!(outcome(&text(1).replace("inhabitants 100", "").replace("inhabitants 300", "")), Outcome::Blocked);
}

#[test]
fn an_organisation_with_two_offers_counts_once_and_may_be_in_by_one_of_them() {
    assert_snapshot!(told(
        r#"line Economie; programme LLO part of Economie 50%; company Achmea; company Bolk
           pledge Achmea to Economie budget 5 EUR
           pledge Achmea to LLO budget 8 EUR if {"parties":{"atLeast":3}}
           pledge Bolk to LLO budget 2 EUR if {"budget":{"atLeast":"10"}}"#,
        AmbitionLevel::Base
    ), @r#"
    certain: 1 for 5; together: 1 for 5
    Achmea 4 Blocked
    Achmea 5 Certain
    Bolk 1 Blocked
    Achmea fails in round 1 by {"parties":{"atLeast":3}}, unlocks 1 for 5
    Bolk fails in round 2 by {"budget":{"atLeast":"10"}}, unlocks 1 for 1
    "#);
}

#[test]
fn a_precondition_has_no_offers() {
    let view = on(&fixture("precondition Netwerk; company Achmea partner; pledge Achmea to Netwerk"), "2024-03-14");
    assert_eq!(coalition(&view, "Netwerk").closure(&view, AmbitionLevel::Base).offers(), []);
}

/// An offer that was made up: who, how much, on which condition.
#[derive(Debug, Clone)]
struct Made {
    who: &'static str,
    euros: u32,
    condition: Option<String>,
}

const CAST: &str =
    "line Economie; municipality Almelo inhabitants 60 partner; municipality Borne inhabitants 40 partner
    province Drenthe; school Windesheim; company Scania; company Wavin\n";

fn made() -> impl Strategy<Value = Made> {
    let who = select(&["Almelo", "Borne", "Drenthe", "Windesheim", "Scania", "Wavin"][..]);
    let clause = prop_oneof![
        6 => super::generated::clause(),
        1 => (1..=100u8).prop_map(|pct| format!(r#"{{"inhabitants":{{"atLeastPct":"{pct}"}}}}"#)),
        1 => Just(r#"{"level":"PLUS"}"#.to_owned()),
    ];
    (who, select(&[0, 50, 100, 250][..]), prop::option::weighted(0.8, clause))
        .prop_map(|(who, euros, condition)| Made { who, euros, condition })
}

fn offers(made: &[Made]) -> String {
    let line = |made: &Made| {
        let condition = made.condition.as_ref().map_or(String::new(), |condition| format!(" if {condition}"));
        format!("pledge {} to Economie budget {} EUR{condition}", made.who, made.euros)
    };
    format!("{CAST}{}", made.iter().map(line).collect::<Vec<_>>().join("\n"))
}

/// The same by brute force, from the words of the rule and nothing else.
struct Naive<'a> {
    view: &'a View,
    /// Who offers, how much, and on which condition.
    offers: Vec<(String, u32, Option<Clause>)>,
    level: AmbitionLevel,
}

type Set = BTreeSet<usize>;

impl<'a> Naive<'a> {
    fn new(view: &'a View, made: &[Made], level: AmbitionLevel) -> Self {
        let clause = |text: &String| text.parse::<Condition>().expect("a condition").0;
        let offers = made.iter().map(|made| (made.who.to_lowercase(), made.euros, made.condition.as_ref().map(clause)));
        Self { view, offers: offers.collect(), level }
    }

    fn parties(&self, set: &Set) -> BTreeSet<&str> {
        set.iter().map(|at| &*self.offers[*at].0).collect()
    }

    fn euros(&self, set: &Set) -> u32 {
        set.iter().map(|at| self.offers[*at].1).sum()
    }

    fn holds(&self, clause: &Clause, set: &Set) -> bool {
        let network = self.view.network();
        let rows = || {
            self.parties(set)
                .into_iter()
                .map(|key| network.organisations.get(network.organisations.by_key(key).expect("it")))
        };
        match clause {
            Clause::All(clauses) => clauses.iter().all(|clause| self.holds(clause, set)),
            Clause::Any(clauses) => clauses.iter().any(|clause| self.holds(clause, set)),
            Clause::Includes(id) => rows().any(|row| row.id == *id),
            Clause::Parties(wanted) => {
                rows()
                    .filter(|row| wanted.kind.is_none_or(|kind| kind == row.kind))
                    .filter(|row| wanted.helix.is_none_or(|helix| helix == row.helix))
                    .count()
                    >= wanted.at_least as usize
            }
            Clause::Budget(wanted) => Decimal::from(self.euros(set)) >= wanted.at_least,
            Clause::Inhabitants(wanted) => {
                let people: u32 = self
                    .parties(set)
                    .iter()
                    .map(|key| match *key {
                        "almelo" => 60,
                        "borne" => 40,
                        _ => 0,
                    })
                    .sum();
                people >= u32::from(wanted.at_least_pct.percent())
            }
            Clause::Level(wanted) => *wanted <= self.level,
        }
    }

    fn satisfied(&self, at: usize, set: &Set, free: Option<usize>) -> bool {
        Some(at) == free || self.offers[at].2.as_ref().is_none_or(|clause| self.holds(clause, set))
    }

    /// Every set of offers in which all are satisfied.
    fn consistent(&self, free: Option<usize>) -> Vec<Set> {
        let sets = (0..1u32 << self.offers.len())
            .map(|bits| (0..self.offers.len()).filter(|at| bits >> at & 1 == 1).collect::<Set>());
        sets.filter(|set| set.iter().all(|at| self.satisfied(*at, set, free))).collect()
    }

    fn greatest(&self, free: Option<usize>) -> Set {
        self.consistent(free).into_iter().flatten().collect()
    }

    /// The least set in which everybody is who would be satisfied once in.
    fn least(&self) -> Set {
        let closed = |set: &Set| {
            (0..self.offers.len()).filter(|at| !set.contains(at)).all(|at| {
                let with = set.iter().copied().chain([at]).collect();
                !self.satisfied(at, &with, None)
            })
        };
        let sets = (0..1u32 << self.offers.len())
            .map(|bits| (0..self.offers.len()).filter(|at| bits >> at & 1 == 1).collect::<Set>());
        sets.filter(closed).min_by_key(Set::len).expect("all of them")
    }
}

fn level() -> impl Strategy<Value = AmbitionLevel> {
    select(vec![AmbitionLevel::Base, AmbitionLevel::Plus])
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(160))]

    #[test]
    fn it_is_what_all_sets_of_offers_say(made in vec(made(), 0..8), level in level()) {
        let view = on(&fixture(&offers(&made)), "2024-03-14");
        let (closure, naive) = (closure_of(&view, level), Naive::new(&view, &made, level));
        // Of the same organisation, the keys of later rows are numbered.
        let at = |ix: crate::table::Ix<Commitment>| {
            let key = |at: usize| {
                let nth = made[..at].iter().filter(|other| other.who == made[at].who).count() + 1;
                let name = format!("{}.economie", made[at].who.to_lowercase());
                if nth == 1 { name } else { format!("{name}.{nth}") }
            };
            let id = view.network().commitments.get(ix).id;
            (0..made.len()).find(|at| crate::id::CommitmentId::from_key(&key(*at)) == id).expect("one of the text")
        };
        let with = |wanted: &[Outcome]| -> Set {
            closure.offers().iter().filter(|offer| wanted.contains(&offer.outcome)).map(|offer| at(offer.commitment)).collect()
        };
        let (least, greatest) = (naive.least(), naive.greatest(None));
        prop_assert_eq!(with(&[Outcome::Certain]), least.clone());
        prop_assert_eq!(with(&[Outcome::Certain, Outcome::Together]), greatest.clone());
        prop_assert!(naive.consistent(None).contains(&greatest), "the union of all is one of them");
        for (sum, set) in [(closure.certain, &least), (closure.greatest, &greatest)] {
            prop_assert_eq!((sum.parties, sum.amount), (naive.parties(set).len(), naive.euros(set).into()));
        }
        for blocked in closure.blocked() {
            let free = naive.greatest(Some(at(blocked.offer.commitment)));
            prop_assert_eq!(blocked.unlock.parties, naive.parties(&free).len() - naive.parties(&greatest).len());
            prop_assert_eq!(blocked.unlock.amount, (naive.euros(&free) - naive.euros(&greatest)).into());
            prop_assert!(!naive.holds(&blocked.failing, &greatest), "what failed then fails at the end");
        }
        prop_assert_eq!(closure.blocked().len(), made.len() - greatest.len());
        let ranks: Vec<_> = closure.blocked().iter().map(|blocked| (blocked.unlock.parties, blocked.unlock.amount)).collect();
        prop_assert!(ranks.is_sorted_by(|a, b| a >= b), "{:?}", ranks);
    }

    #[test]
    fn an_offer_more_never_shrinks_it(made in vec(made(), 1..12), level in level(), one in any::<Index>()) {
        let with = closure_of(&on(&fixture(&offers(&made)), "2024-03-14"), level);
        let mut fewer = made.clone();
        // The last of somebody, so that the others keep their keys.
        let who = made[one.index(made.len())].who;
        let last = made.iter().rposition(|made| made.who == who).expect("one of them");
        fewer.remove(last);
        let view = on(&fixture(&offers(&fewer)), "2024-03-14");
        let without = closure_of(&view, level);
        prop_assert!(with.greatest.parties >= without.greatest.parties && with.greatest.amount >= without.greatest.amount);
        prop_assert!(with.certain.parties >= without.certain.parties && with.certain.amount >= without.certain.amount);
        prop_assert!(closure_of(&view, AmbitionLevel::Plus).greatest.parties >= without.greatest.parties);
    }

    #[test]
    fn the_order_of_offers_does_not_matter(made in vec(made(), 0..10), level in level()) {
        // Those of one organisation stay in their order, as keys are given by it.
        let mut sorted = made.clone();
        sorted.sort_by_key(|made| made.who);
        let outcomes = |made: &[Made]| {
            let view = on(&fixture(&offers(made)), "2024-03-14");
            let closure = closure_of(&view, level);
            let mut blocked: Vec<_> = closure.blocked().iter()
                .map(|blocked| (blocked.offer.organisation, blocked.round, Condition(blocked.failing.clone()).to_string(), blocked.unlock))
                .collect();
            blocked.sort_by_key(|(who, round, failing, _)| (who.at(), *round, failing.clone()));
            (closure.certain, closure.greatest, blocked)
        };
        prop_assert_eq!(outcomes(&made), outcomes(&sorted));
    }
}
