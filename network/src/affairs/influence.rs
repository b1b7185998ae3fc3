//! How much say somebody has, how much they care, and what that asks of us.
//!
//! What people say of somebody and what the network says are two numbers, told side by side and never blended.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::codes;
use crate::facts::DecisionRight;

codes! {
    /// What influence and interest ask of us. After Mendelow 1981.
    pub enum Quadrant {
        /// Much influence, much interest.
        ManageClosely,
        /// Much influence, little interest.
        KeepSatisfied,
        /// Little influence, much interest.
        KeepInformed,
        /// Little of both.
        Monitor,
    }
}

/// What somebody said of a person or organisation on a day. Never overwritten: a later one stands beside it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Assessment {
    /// Settles what is equal otherwise: of one day the higher number is the later one. No two have the same.
    pub order: u32,
    /// On which day it was said.
    pub day: NaiveDate,
    /// From 1, none, to 5, much.
    pub influence: u8,
    /// From 1, none, to 5, much.
    pub interest: u8,
    /// From −2, against, to 2, in favour.
    pub position: i8,
}

/// The latest assessment on a day; `None` when there was none yet.
#[must_use]
pub fn latest(assessments: &[Assessment], day: NaiveDate) -> Option<&Assessment> {
    let known = assessments.iter().filter(|assessment| assessment.day <= day);
    known.max_by_key(|assessment| (assessment.day, assessment.order))
}

/// Above what influence and interest are much.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Thresholds {
    /// Influence above this is much: 1 to 4.
    pub influence: u8,
    /// Interest above this is much: 1 to 4.
    pub interest: u8,
}

impl Default for Thresholds {
    fn default() -> Self {
        Self { influence: 3, interest: 3 }
    }
}

impl Thresholds {
    /// What an assessment asks of us.
    #[must_use]
    pub fn quadrant(self, assessment: &Assessment) -> Quadrant {
        match (assessment.influence > self.influence, assessment.interest > self.interest) {
            (true, true) => Quadrant::ManageClosely,
            (true, false) => Quadrant::KeepSatisfied,
            (false, true) => Quadrant::KeepInformed,
            (false, false) => Quadrant::Monitor,
        }
    }
}

/// What makes influence, as computed: points of 100. An installation may set others; answers tell which were used.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Weights {
    /// Who decides.
    pub decides: f64,
    /// Who advises.
    pub advises: f64,
    /// Who prepares.
    pub prepares: f64,
    /// Who has the highest place in the network; others in proportion.
    pub place: f64,
    /// For each who decides and is one reliable tie away.
    pub decider: f64,
    /// A tie is reliable from here: from 0 to 1.
    pub reliable_from: f64,
}

impl Default for Weights {
    fn default() -> Self {
        Self { decides: 60.0, advises: 30.0, prepares: 25.0, place: 25.0, decider: 15.0, reliable_from: 0.5 }
    }
}

/// Influence as computed, with what it is made of.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Influence {
    /// The sum of the three, at most 100.
    pub points: f64,
    /// Of the right in the decision.
    pub right: f64,
    /// Of the place in the network; 0 when that is not known.
    pub place: f64,
    /// Of ties with those who decide. With many it alone may be more than 100.
    pub deciders: f64,
}

impl Weights {
    /// The influence of somebody on a decision: what their right weighs, plus their place in the network, plus those who
    /// decide and whom they know well; from 0 to 100.
    ///
    /// * `place`: their [percentile](percentiles), from 0 to 1; `None` when there is nobody to compare with.
    /// * `deciders`: those who decide and are one reliable tie away, themselves not counted; see [`Self::reliable`].
    #[must_use]
    pub fn influence(&self, right: DecisionRight, place: Option<f64>, deciders: u32) -> Influence {
        let right = match right {
            DecisionRight::Decides => self.decides,
            DecisionRight::Advises => self.advises,
            DecisionRight::Prepares => self.prepares,
            DecisionRight::None => 0.0,
        };
        let place = place.unwrap_or(0.0) * self.place;
        let deciders = f64::from(deciders) * self.decider;
        Influence { points: (right + place + deciders).clamp(0.0, 100.0), right, place, deciders }
    }

    /// How many of these ties with those who decide are reliable.
    #[must_use]
    pub fn reliable(&self, ties: impl IntoIterator<Item = f64>) -> u32 {
        ties.into_iter().filter(|reliability| *reliability >= self.reliable_from).map(|_| 1).sum()
    }

    /// The first weight that is out of its range: points from 0 to 100, a reliability from 0 to 1.
    #[must_use]
    pub fn invalid(&self) -> Option<(&'static str, f64)> {
        let all = [
            ("decides", self.decides, 100.0),
            ("advises", self.advises, 100.0),
            ("prepares", self.prepares, 100.0),
            ("place", self.place, 100.0),
            ("decider", self.decider, 100.0),
            ("reliable_from", self.reliable_from, 1.0),
        ];
        let wrong = all.into_iter().find(|(_, weight, most)| !(0.0..=*most).contains(weight));
        wrong.map(|(name, weight, _)| (name, weight))
    }
}

impl Influence {
    /// How much more influence the network gives than people do, in points: above 0 they underrate it. What people say,
    /// 1 to 5, counts as 0 to 100.
    #[must_use]
    pub fn gap(&self, assessment: &Assessment) -> f64 {
        self.points - (f64::from(assessment.influence) - 1.0) * 25.0
    }
}

/// The share of the others that have less, each, those with as much counting half: from 0 to 1. `None` of all when there
/// are no two to compare. Time O(n log n).
///
/// * `values`: numbers, for instance the PageRank of each node of a projection.
#[must_use]
pub fn percentiles(values: &[f64]) -> Vec<Option<f64>> {
    if values.len() < 2 {
        return vec![None; values.len()];
    }
    let mut sorted = values.to_vec();
    sorted.sort_unstable_by(f64::total_cmp);
    #[expect(clippy::cast_precision_loss, reason = "counts of nodes are far below 2^52")]
    let share = |halves: usize| halves as f64 / (2 * (values.len() - 1)) as f64;
    let percentile = |value: &f64| {
        let less = sorted.partition_point(|other| other.total_cmp(value).is_lt());
        let no_more = sorted.partition_point(|other| other.total_cmp(value).is_le());
        // Below it, and half of the others that are equal.
        share(2 * less + (no_more - less - 1))
    };
    values.iter().map(percentile).map(Some).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::day;

    fn assessment(order: u32, on: &str, influence: u8, interest: u8) -> Assessment {
        Assessment { order, day: day(on), influence, interest, position: 0 }
    }

    #[test]
    fn the_latest_assessment_on_the_day_counts() {
        let all = [
            assessment(1, "2024-03-14", 4, 1),
            assessment(0, "2024-03-14", 3, 1),
            assessment(2, "2024-01-01", 2, 1),
            assessment(3, "2024-03-15", 5, 1),
        ];
        let influence = |on| latest(&all, day(on)).map(|assessment| assessment.influence);
        assert_eq!(influence("2023-12-31"), None);
        assert_eq!(influence("2024-03-13"), Some(2));
        assert_eq!(influence("2024-03-14"), Some(4));
        assert_eq!(influence("2024-03-15"), Some(5));
    }

    #[test]
    fn influence_and_interest_above_three_are_much() {
        let quadrant =
            |influence, interest| Thresholds::default().quadrant(&assessment(0, "2024-03-14", influence, interest));
        assert_eq!(quadrant(4, 4), Quadrant::ManageClosely);
        assert_eq!(quadrant(5, 3), Quadrant::KeepSatisfied);
        assert_eq!(quadrant(3, 4), Quadrant::KeepInformed);
        assert_eq!(quadrant(3, 3), Quadrant::Monitor);
        let strict = Thresholds { influence: 4, interest: 2 };
        assert_eq!(strict.quadrant(&assessment(0, "2024-03-14", 4, 3)), Quadrant::KeepInformed);
    }

    #[test]
    fn influence_is_made_of_right_place_and_ties() {
        let weights = Weights::default();
        let points = |right, place, deciders| weights.influence(right, place, deciders).points;
        assert_eq!(points(DecisionRight::Decides, Some(1.0), 1), 100.0);
        assert_eq!(points(DecisionRight::Decides, Some(0.5), 0), 72.5);
        assert_eq!(points(DecisionRight::Advises, Some(0.2), 1), 50.0);
        assert_eq!(points(DecisionRight::Prepares, None, 0), 25.0);
        assert_eq!(points(DecisionRight::None, Some(0.0), 0), 0.0);
        let many = weights.influence(DecisionRight::Advises, Some(1.0), 9);
        assert_eq!(many, Influence { points: 100.0, right: 30.0, place: 25.0, deciders: 135.0 });
        assert_eq!(weights.reliable([0.49, 0.5, 0.98]), 2);
    }

    #[test]
    fn what_people_say_and_what_the_network_says_stand_apart() {
        let influence = Weights::default().influence(DecisionRight::Decides, Some(0.6), 0);
        assert_eq!(influence.gap(&assessment(0, "2024-03-14", 1, 1)), 75.0);
        assert_eq!(influence.gap(&assessment(0, "2024-03-14", 5, 1)), -25.0);
    }

    #[test]
    fn a_percentile_is_the_share_of_others_with_less() {
        let some = |values: &[f64]| values.iter().copied().map(Some).collect::<Vec<_>>();
        assert_eq!(percentiles(&[0.1, 0.4, 0.2]), some(&[0.0, 1.0, 0.5]));
        assert_eq!(percentiles(&[0.3, 0.3, 0.1]), some(&[0.75, 0.75, 0.0]));
        assert_eq!(percentiles(&[0.3, 0.3]), some(&[0.5, 0.5]));
        assert_eq!(percentiles(&[0.3]), [None]);
        assert_eq!(percentiles(&[]), []);
    }

    #[test]
    fn a_weight_lies_in_its_range() {
        assert_eq!(Weights::default().invalid(), None);
        assert_eq!(Weights { place: 101.0, ..Weights::default() }.invalid(), Some(("place", 101.0)));
        assert_eq!(Weights { reliable_from: 1.1, ..Weights::default() }.invalid(), Some(("reliable_from", 1.1)));
    }
}
