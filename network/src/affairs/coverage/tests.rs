//! Choices by example, and against all choices there are.

use proptest::prelude::*;
use proptest::sample::select;

use super::*;

fn targets(values: &[f64]) -> Vec<Target> {
    (0..).zip(values).map(|(order, value)| Target { order, value: *value }).collect()
}

fn contacts(n_contacts: usize) -> Vec<Contact> {
    (0..).take(n_contacts).map(|order| Contact { order }).collect()
}

fn choice(values: &[f64], chances: &[&[f64]]) -> Choice {
    let each = chances.iter().enumerate().flat_map(|(contact, row)| {
        row.iter().enumerate().map(move |(target, chance)| Chance { contact, target, chance: *chance })
    });
    Choice::new(&targets(values), &contacts(chances.len()), &each.collect::<Vec<_>>()).expect("a choice")
}

/// Three targets of 3, 2 and 2, three contacts.
fn three() -> Choice {
    choice(&[3.0, 2.0, 2.0], &[&[0.9, 0.2, 0.0], &[0.0, 0.8, 0.5], &[0.5, 0.0, 0.6]])
}

fn picked(coverage: &Coverage) -> Vec<usize> {
    coverage.picks.iter().map(|pick| pick.contact).collect()
}

#[track_caller]
fn near(value: f64, expected: f64) {
    assert!((value - expected).abs() < 1e-9, "{value} is not {expected}");
}

#[test]
fn the_best_of_three_contacts_are_chosen() {
    for (most, value, expected) in
        [(1, 3.1, vec![0]), (2, 5.38, vec![0, 1]), (3, 6.13, vec![0, 1, 2]), (9, 6.13, vec![0, 1, 2])]
    {
        let coverage = three().best(most, 0.0);
        near(coverage.value, value);
        near(coverage.upper_bound, value);
        near(coverage.picks.iter().map(|pick| pick.gain).sum(), value);
        assert_eq!((picked(&coverage), coverage.exact), (expected, true));
    }
    let two = three().best(2, 0.0);
    near(two.at_stake, 7.0);
    for (probability, expected) in two.probabilities.iter().zip([0.9, 0.84, 0.5]) {
        near(*probability, expected);
    }
    near(two.picks[1].gain, 2.28);
    assert_eq!(two.uncovered, [] as [usize; 0]);
}

#[test]
fn who_stays_uncovered_is_told() {
    assert_eq!(three().best(1, 0.0).uncovered, [2]);
    assert_eq!(three().best(1, 0.5).uncovered, [1, 2]);
    let nobody = three().best(0, 0.0);
    assert_eq!((nobody.picks.len(), nobody.value, nobody.uncovered), (0, 0.0, vec![0, 1, 2]));
}

#[test]
fn a_contact_that_adds_nothing_is_not_chosen() {
    let choice = choice(&[1.0, 0.0], &[&[1.0, 0.0], &[1.0, 0.5], &[0.0, 0.0]]);
    let coverage = choice.best(3, 0.0);
    assert_eq!((picked(&coverage), coverage.exact), (vec![0], true));
    assert_eq!(coverage.uncovered, [1]);
}

#[test]
fn greed_that_errs_is_put_right() {
    // The first contact reaches a bit of all; the others each half of it, and more.
    let choice = choice(&[1.0; 4], &[&[0.6; 4], &[1.0, 1.0, 0.0, 0.0], &[0.0, 0.0, 1.0, 1.0]]);
    let coverage = choice.best(2, 0.0);
    assert_eq!((picked(&coverage), coverage.value), (vec![1, 2], 4.0));
}

#[test]
fn nothing_to_choose_from_gives_nothing() {
    let coverage = choice(&[], &[]).best(5, 0.0);
    assert_eq!((coverage.picks.len(), coverage.value, coverage.exact), (0, 0.0, true));
    let fewest = choice(&[2.0], &[]).fewest(Threshold::try_from(0.5).expect("a threshold"));
    assert_eq!((fewest.contacts.len(), fewest.infeasible), (0, vec![0]));
}

#[test]
fn what_is_no_number_in_its_range_is_refused() {
    let refused = |value: f64, chance: f64, target: usize| {
        Choice::new(&targets(&[value]), &contacts(1), &[Chance { contact: 0, target, chance }]).expect_err("refused")
    };
    assert_eq!(refused(-1.0, 0.5, 0).to_string(), "target 0 is worth -1, which is no number from 0");
    assert!(matches!(refused(f64::INFINITY, 0.5, 0), Refused::Value { .. }));
    assert!(matches!(refused(1.0, f64::NAN, 0), Refused::Chance { .. }));
    assert!(matches!(refused(1.0, 1.5, 0), Refused::Chance { .. }));
    assert_eq!(refused(1.0, 0.5, 1), Refused::Unknown { contact: 0, target: 1 });
    for threshold in [0.0, 1.0, f64::NAN] {
        assert!(Threshold::try_from(threshold).is_err());
    }
}

#[test]
fn the_fewest_that_do_are_chosen() {
    let fewest = |threshold: f64| three().fewest(threshold.try_into().expect("a threshold"));
    assert_eq!(fewest(0.5).contacts, [0, 1]);
    assert_eq!(fewest(0.6).contacts, [0, 1, 2]);
    // All three give .95, .84 and .8.
    let all = fewest(0.82);
    assert_eq!((all.infeasible, all.contacts, all.exact), (vec![2], vec![0, 1], true));
    for (probability, expected) in all.probabilities.iter().zip([0.9, 0.84, 0.5]) {
        near(*probability, expected);
    }
}

#[derive(Debug, Clone)]
struct Case {
    values: Vec<f64>,
    rows: Vec<Vec<f64>>,
    most: usize,
    threshold: f64,
}

fn case(n_contacts: impl Into<proptest::collection::SizeRange>) -> impl Strategy<Value = Case> {
    let n_contacts = n_contacts.into();
    (1..7usize).prop_flat_map(move |n_targets| {
        let chance = prop_oneof![2 => Just(0.0), 3 => 0.0..1.0f64, 1 => select(vec![0.3, 0.5, 1.0])];
        let row = proptest::collection::vec(chance, n_targets);
        let rows = proptest::collection::vec(row, n_contacts.clone());
        let value = prop_oneof![1 => Just(0.0), 4 => 0.0..5.0f64, 2 => Just(1.0)];
        (proptest::collection::vec(value, n_targets), rows, 0..6usize, 0.05..0.95f64)
            .prop_map(|(values, rows, most, threshold)| Case { values, rows, most, threshold })
    })
}

impl Case {
    fn choice(&self) -> Choice {
        choice(&self.values, &self.rows.iter().map(Vec::as_slice).collect::<Vec<_>>())
    }

    fn probabilities(&self, set: u32) -> Vec<f64> {
        let of = |target: usize| {
            let rows = self.rows.iter().enumerate().filter(|(contact, _)| set & 1 << contact != 0);
            1.0 - rows.map(|(_, row)| 1.0 - row[target]).product::<f64>()
        };
        (0..self.values.len()).map(of).collect()
    }

    fn value(&self, set: u32) -> f64 {
        self.probabilities(set).iter().zip(&self.values).map(|(probability, value)| probability * value).sum()
    }

    fn sets(&self, most: usize) -> impl Iterator<Item = u32> {
        (0..1u32 << self.rows.len()).filter(move |set| set.count_ones() as usize <= most)
    }

    fn optimum(&self) -> f64 {
        self.sets(self.most).map(|set| self.value(set)).fold(0.0, f64::max)
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn up_to_twenty_contacts_the_best_choice_is_found(case in case(0..11)) {
        let coverage = case.choice().best(case.most, 0.0);
        prop_assert!((coverage.value - case.optimum()).abs() < 1e-9);
        prop_assert!(coverage.exact && coverage.picks.len() <= case.most);
        let set = picked(&coverage).iter().fold(0, |set, contact| set | 1 << contact);
        prop_assert!((case.value(set) - coverage.value).abs() < 1e-9);
        prop_assert!((coverage.picks.iter().map(|pick| pick.gain).sum::<f64>() - coverage.value).abs() < 1e-9);
        prop_assert!(coverage.picks.is_sorted_by(|one, other| one.gain >= other.gain - 1e-12));
        let probabilities = case.probabilities(set);
        for (target, probability) in coverage.probabilities.iter().enumerate() {
            prop_assert!((probability - probabilities[target]).abs() < 1e-9);
            prop_assert_eq!(coverage.uncovered.contains(&target), *probability == 0.0);
        }
    }

    #[test]
    fn greed_finds_most_of_it_and_no_choice_beats_the_bound(case in case(0..11)) {
        let choice = case.choice();
        let everybody: Vec<usize> = (0..case.rows.len()).collect();
        let picks = choice.greedy(&everybody, case.most);
        let value = choice.value(&choice.all_fail(picks.iter().map(|pick| pick.contact)));
        let optimum = case.optimum();
        prop_assert!(value >= (1.0 - (-1.0_f64).exp()) * optimum - 1e-9, "{} of {}", value, optimum);
        prop_assert!(choice.upper_bound(&picks, case.most) >= optimum - 1e-9);
    }

    #[test]
    fn beyond_twenty_contacts_the_bound_says_how_good_it_is(case in case(21..60)) {
        let coverage = case.choice().best(case.most, 0.0);
        prop_assert!(coverage.upper_bound >= coverage.value && coverage.upper_bound <= coverage.at_stake + 1e-9);
        prop_assert!(coverage.value >= (1.0 - (-1.0_f64).exp()) * coverage.upper_bound - 1e-9);
        prop_assert!(!coverage.exact || coverage.upper_bound - coverage.value < 1e-9);
    }

    #[test]
    fn one_more_contact_never_wins_less(case in case(0..30)) {
        let choice = case.choice();
        let values: Vec<f64> = (0..7).map(|most| choice.best(most, 0.0).value).collect();
        prop_assert!(values.is_sorted_by(|one, other| *one <= other + 1e-12), "{:?}", values);
    }

    #[test]
    fn the_order_of_input_does_not_matter(case in case(0..30)) {
        let (n_contacts, n_targets) = (case.rows.len(), case.values.len());
        let threshold = Threshold::try_from(case.threshold).expect("a threshold");
        let reversed_targets: Vec<Target> = targets(&case.values).into_iter().rev().collect();
        let reversed_contacts: Vec<Contact> = contacts(n_contacts).into_iter().rev().collect();
        let chances = case.rows.iter().enumerate().flat_map(|(contact, row)| {
            row.iter().enumerate().map(move |(target, chance)| Chance {
                contact: n_contacts - 1 - contact,
                target: n_targets - 1 - target,
                chance: *chance,
            })
        });
        let mut chances: Vec<Chance> = chances.collect();
        chances.reverse();
        let other = Choice::new(&reversed_targets, &reversed_contacts, &chances).expect("a choice");
        let (one, other_best) = (case.choice().best(case.most, 0.1), other.best(case.most, 0.1));
        let back: Vec<usize> = picked(&other_best).iter().map(|contact| n_contacts - 1 - contact).collect();
        prop_assert_eq!(picked(&one), back);
        prop_assert_eq!(one.value.to_bits(), other_best.value.to_bits());
        prop_assert_eq!(one.upper_bound.to_bits(), other_best.upper_bound.to_bits());
        let uncovered: Vec<usize> = other_best.uncovered.iter().map(|target| n_targets - 1 - target).collect();
        prop_assert_eq!(one.uncovered, uncovered);
        let back: Vec<usize> = other.fewest(threshold).contacts.iter().map(|contact| n_contacts - 1 - contact).collect();
        prop_assert_eq!(case.choice().fewest(threshold).contacts, back);
    }

    #[test]
    fn fewer_contacts_do_not_do(case in case(0..11)) {
        let fewest = case.choice().fewest(case.threshold.try_into().expect("a threshold"));
        let all = case.probabilities((1 << case.rows.len()) - 1);
        let feasible: Vec<usize> = (0..all.len()).filter(|target| all[*target] >= case.threshold).collect();
        let infeasible: Vec<usize> = (0..all.len()).filter(|target| all[*target] < case.threshold).collect();
        prop_assert_eq!(&fewest.infeasible, &infeasible);
        let does = |set: u32| {
            let probabilities = case.probabilities(set);
            feasible.iter().all(|target| probabilities[*target] >= case.threshold - 1e-12)
        };
        let least = case.sets(20).filter(|set| does(*set)).map(u32::count_ones).min();
        prop_assert_eq!(Some(u32::try_from(fewest.contacts.len()).expect("few")), least);
        prop_assert!(fewest.exact && does(fewest.contacts.iter().fold(0, |set, contact| set | 1 << contact)));
    }

    #[test]
    fn beyond_twenty_contacts_all_that_can_be_reached_is(case in case(21..40)) {
        let fewest = case.choice().fewest(case.threshold.try_into().expect("a threshold"));
        for (target, probability) in fewest.probabilities.iter().enumerate() {
            prop_assert!(fewest.infeasible.contains(&target) || *probability >= case.threshold - 1e-12);
        }
    }
}
