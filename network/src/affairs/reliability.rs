//! How likely it is that a tie between two persons works: that who is asked for a word will give it.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::codes;
use crate::facts::TieStrength;

/// Days in a month, on average: a year has 365.25 days. The one place where months become days.
pub const DAYS_PER_MONTH: f64 = 365.25 / 12.0;

codes! {
    /// Between whom something makes a tie reliable.
    pub enum Direction {
        /// Either may ask the other.
        Both,
        /// The first may ask the second: the first took the initiative, or was answered.
        There,
        /// The second may ask the first.
        Back,
    }
}

/// A kind of contact, or of what two persons share.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ContactKind {
    /// They work together.
    WorkingRelation,
    /// A meeting of the two.
    OneOnOne,
    /// A call.
    Call,
    /// A meeting of a few.
    SmallMeeting,
    /// An e-mail that was answered.
    EmailAnswered,
    /// An e-mail that was not answered.
    EmailUnanswered,
    /// Both have a seat in a body.
    SameBody {
        /// Seats of that body, theirs included. With fewer than 2 nothing is shared.
        seats: u32,
    },
}

/// A contact between the two of a tie, or something that they share for a while.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Contact {
    /// What it is.
    pub kind: ContactKind,
    /// The first day.
    pub first: NaiveDate,
    /// The last day, `first` again when it took one day; `None` when it goes on.
    pub last: Option<NaiveDate>,
    /// For whom it counts.
    pub direction: Direction,
}

/// What somebody says about a tie.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Declared {
    /// How strong it is.
    pub strength: TieStrength,
    /// The day on which that was last said or confirmed.
    pub confirmed: NaiveDate,
    /// For whom it counts.
    pub direction: Direction,
}

/// What contacts and declared strengths weigh. All but the half-life are numbers from 0 to 1; an installation may set
/// others, and answers tell which were used.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Weights {
    /// A tie declared strong, on the day on which that was said.
    pub strong: f64,
    /// A tie declared normal.
    pub normal: f64,
    /// A tie declared weak.
    pub weak: f64,
    /// A working relation that goes on.
    pub working_relation: f64,
    /// A meeting of the two, on its day.
    pub one_on_one: f64,
    /// A call.
    pub call: f64,
    /// A meeting of a few.
    pub small_meeting: f64,
    /// An e-mail that was answered.
    pub email_answered: f64,
    /// An e-mail that was not answered.
    pub email_unanswered: f64,
    /// At most, for seats in the same body of n seats, which weigh 2/(n − 1).
    pub same_body: f64,
    /// After so many months something weighs half; above 0.
    pub half_life_months: f64,
    /// No tie is more reliable than this.
    pub cap: f64,
}

impl Default for Weights {
    fn default() -> Self {
        Self {
            strong: 0.7,
            normal: 0.4,
            weak: 0.15,
            working_relation: 0.8,
            one_on_one: 0.6,
            call: 0.4,
            small_meeting: 0.3,
            email_answered: 0.25,
            email_unanswered: 0.05,
            same_body: 0.4,
            half_life_months: 12.0,
            cap: 0.98,
        }
    }
}

/// How reliable a tie is in each direction: numbers from 0, there is no tie, to the cap.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Reliability {
    /// When the first asks the second.
    pub there: f64,
    /// When the second asks the first.
    pub back: f64,
}

impl Weights {
    /// How reliable a tie is on a day: 1 − (1 − p₀·2^(−Δ₀/h)) · Π (1 − q·2^(−Δ/h)), and no more than the cap.
    ///
    /// * `declared`: what somebody says about the tie: p₀. It decays as contacts do, from the day on which it was last
    ///   said: who called a tie strong two years ago does not know what became of it. `None`: nobody says anything.
    /// * `contacts`: each weighs q on its last day, and at any day while it goes on. What begins after the day does not
    ///   count, nor does a strength that is declared later. Their order does not matter.
    /// * `day`: the day of the view; Δ are the days since, h is the half-life.
    ///
    /// Time in proportion to contacts. Source: noisy-or of independent reasons, with exponential decay.
    #[must_use]
    pub fn reliability(&self, declared: Option<&Declared>, contacts: &[Contact], day: NaiveDate) -> Reliability {
        let mut found: Vec<(f64, Direction)> = contacts
            .iter()
            .filter(|contact| contact.first <= day)
            .map(|contact| (self.contact(contact.kind) * self.left(contact.last, day), contact.direction))
            .collect();
        if let Some(declared) = declared.filter(|declared| declared.confirmed <= day) {
            let weight = self.declared(declared.strength) * self.left(Some(declared.confirmed), day);
            found.push((weight, declared.direction));
        }
        // A product of floats depends on its order by a last digit, and an answer must not depend on that of input.
        found.sort_unstable_by(|(one, _), (other, _)| one.total_cmp(other));
        let one_way = |other_way: Direction| {
            let counted = found.iter().filter(|(_, direction)| *direction != other_way);
            (1.0 - counted.map(|(weight, _)| 1.0 - weight).product::<f64>()).clamp(0.0, self.cap)
        };
        Reliability { there: one_way(Direction::Back), back: one_way(Direction::There) }
    }

    /// What a kind of contact weighs on its day: q.
    #[must_use]
    pub fn contact(&self, kind: ContactKind) -> f64 {
        match kind {
            ContactKind::WorkingRelation => self.working_relation,
            ContactKind::OneOnOne => self.one_on_one,
            ContactKind::Call => self.call,
            ContactKind::SmallMeeting => self.small_meeting,
            ContactKind::EmailAnswered => self.email_answered,
            ContactKind::EmailUnanswered => self.email_unanswered,
            ContactKind::SameBody { seats: 0 | 1 } => 0.0,
            ContactKind::SameBody { seats } => self.same_body.min(2.0 / f64::from(seats - 1)),
        }
    }

    /// What a declared strength weighs on the day on which it was said: p₀.
    #[must_use]
    pub fn declared(&self, strength: TieStrength) -> f64 {
        match strength {
            TieStrength::Strong => self.strong,
            TieStrength::Normal => self.normal,
            TieStrength::Weak => self.weak,
            TieStrength::None => 0.0,
        }
    }

    /// How much is left on a day of what was last on another: from 0 to 1.
    fn left(&self, last: Option<NaiveDate>, day: NaiveDate) -> f64 {
        let since = last.map_or(0, |last| (day - last).num_days().max(0));
        #[expect(clippy::cast_precision_loss, reason = "a calendar has fewer days than 2^52")]
        let months = since as f64 / DAYS_PER_MONTH;
        (-months / self.half_life_months).exp2()
    }

    /// The first weight that is out of its range.
    #[must_use]
    pub fn invalid(&self) -> Option<(&'static str, f64)> {
        let shares = [
            ("strong", self.strong),
            ("normal", self.normal),
            ("weak", self.weak),
            ("working_relation", self.working_relation),
            ("one_on_one", self.one_on_one),
            ("call", self.call),
            ("small_meeting", self.small_meeting),
            ("email_answered", self.email_answered),
            ("email_unanswered", self.email_unanswered),
            ("same_body", self.same_body),
            ("cap", self.cap),
        ];
        let half_life = ("half_life_months", self.half_life_months);
        let half_life_holds = self.half_life_months.is_finite() && self.half_life_months > 0.0;
        let share = shares.into_iter().find(|(_, weight)| !(0.0..=1.0).contains(weight));
        share.or((!half_life_holds).then_some(half_life))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use proptest::sample::select;

    use super::*;
    use crate::testing::day;

    const TODAY: &str = "2024-03-14";

    fn contact(kind: ContactKind, first: &str) -> Contact {
        Contact { kind, first: day(first), last: Some(day(first)), direction: Direction::Both }
    }

    fn declared(strength: TieStrength, confirmed: &str) -> Declared {
        Declared { strength, confirmed: day(confirmed), direction: Direction::Both }
    }

    fn there(declared: Option<Declared>, contacts: &[Contact]) -> f64 {
        let both = Weights::default().reliability(declared.as_ref(), contacts, day(TODAY));
        assert_eq!(both.there.to_bits(), both.back.to_bits());
        both.there
    }

    #[track_caller]
    fn near(value: f64, expected: f64) {
        assert!((value - expected).abs() < 1e-9, "{value} is not {expected}");
    }

    #[test]
    fn each_kind_weighs_what_is_said_of_it_on_its_day() {
        for (kind, weight) in [
            (ContactKind::WorkingRelation, 0.8),
            (ContactKind::OneOnOne, 0.6),
            (ContactKind::Call, 0.4),
            (ContactKind::SmallMeeting, 0.3),
            (ContactKind::EmailAnswered, 0.25),
            (ContactKind::EmailUnanswered, 0.05),
            (ContactKind::SameBody { seats: 3 }, 0.4),
            (ContactKind::SameBody { seats: 6 }, 0.4),
            (ContactKind::SameBody { seats: 11 }, 0.2),
            (ContactKind::SameBody { seats: 41 }, 0.05),
            (ContactKind::SameBody { seats: 1 }, 0.0),
            (ContactKind::SameBody { seats: 0 }, 0.0),
        ] {
            near(there(None, &[contact(kind, TODAY)]), weight);
        }
    }

    #[test]
    fn a_declared_strength_is_raised_by_contacts() {
        near(there(None, &[]), 0.0);
        near(there(Some(declared(TieStrength::Strong, TODAY)), &[]), 0.7);
        near(there(Some(declared(TieStrength::Weak, TODAY)), &[]), 0.15);
        // 1 − .6 · .4 · .6
        let talks = [contact(ContactKind::OneOnOne, TODAY), contact(ContactKind::Call, TODAY)];
        near(there(Some(declared(TieStrength::Normal, TODAY)), &talks), 0.856);
    }

    #[test]
    fn what_is_a_half_life_old_weighs_half() {
        let weights = Weights { half_life_months: 1.0 / DAYS_PER_MONTH, ..Weights::default() };
        let on = |first| weights.reliability(None, &[contact(ContactKind::OneOnOne, first)], day(TODAY)).there;
        near(on("2024-03-14"), 0.6);
        near(on("2024-03-13"), 0.3);
        near(on("2024-03-12"), 0.15);
        // 366 days, as 2024 is a leap year.
        near(there(None, &[contact(ContactKind::OneOnOne, "2023-03-14")]), 0.6 * (-366.0_f64 / 365.25).exp2());
        near(there(Some(declared(TieStrength::Strong, "2023-03-14")), &[]), 0.7 * (-366.0_f64 / 365.25).exp2());
    }

    #[test]
    fn what_goes_on_does_not_decay() {
        let since = Contact { last: None, ..contact(ContactKind::WorkingRelation, "2015-01-01") };
        near(there(None, &[since]), 0.8);
        near(there(None, &[Contact { last: Some(day("2025-01-01")), ..since }]), 0.8);
        near(there(None, &[Contact { last: Some(day("2024-03-13")), ..since }]), 0.8 * (-1.0_f64 / 365.25).exp2());
    }

    #[test]
    fn what_comes_later_does_not_count() {
        near(there(None, &[contact(ContactKind::OneOnOne, "2024-03-15")]), 0.0);
        near(there(Some(declared(TieStrength::Strong, "2024-03-15")), &[]), 0.0);
    }

    #[test]
    fn who_is_not_answered_cannot_count_on_it_as_much_as_the_other() {
        let asked = Contact { direction: Direction::There, ..contact(ContactKind::EmailUnanswered, TODAY) };
        let answers = Contact { direction: Direction::Back, ..contact(ContactKind::EmailAnswered, TODAY) };
        let tie = Weights::default().reliability(None, &[asked, answers], day(TODAY));
        near(tie.there, 0.05);
        near(tie.back, 0.25);
        let one_sided = Declared { direction: Direction::Back, ..declared(TieStrength::Normal, TODAY) };
        let tie = Weights::default().reliability(Some(&one_sided), &[], day(TODAY));
        assert_eq!((tie.there, tie.back), (0.0, 0.4));
    }

    #[test]
    fn nothing_is_certain() {
        let talks = [contact(ContactKind::OneOnOne, TODAY); 20];
        near(there(None, &talks), 0.98);
    }

    #[test]
    fn a_weight_lies_in_its_range() {
        assert_eq!(Weights::default().invalid(), None);
        assert_eq!(Weights { call: 1.5, ..Weights::default() }.invalid(), Some(("call", 1.5)));
        for half_life_months in [0.0, -1.0, f64::INFINITY, f64::NAN] {
            assert!(Weights { half_life_months, ..Weights::default() }.invalid().is_some());
        }
    }

    fn any_contact() -> impl Strategy<Value = Contact> {
        let kinds = select(vec![
            ContactKind::WorkingRelation,
            ContactKind::OneOnOne,
            ContactKind::EmailUnanswered,
            ContactKind::SameBody { seats: 9 },
        ]);
        let directions = select(vec![Direction::Both, Direction::There, Direction::Back]);
        (kinds, -2000..200i64, proptest::option::of(0..400i64), directions).prop_map(
            |(kind, first, days, direction)| {
                let first = day(TODAY) + chrono::TimeDelta::days(first);
                Contact { kind, first, last: days.map(|days| first + chrono::TimeDelta::days(days)), direction }
            },
        )
    }

    proptest! {
        #[test]
        fn more_contacts_never_lower_it_and_time_alone_never_raises_it(
            contacts in proptest::collection::vec(any_contact(), 0..8),
            later in 0..2000i64,
        ) {
            let weights = Weights::default();
            let today = day(TODAY);
            let now = weights.reliability(None, &contacts, today);
            prop_assert!((0.0..=0.98).contains(&now.there) && (0.0..=0.98).contains(&now.back));
            let fewer = weights.reliability(None, &contacts[..contacts.len() / 2], today);
            prop_assert!(fewer.there <= now.there + 1e-12 && fewer.back <= now.back + 1e-12);
            let begun: Vec<_> = contacts.iter().copied().filter(|contact| contact.first <= today).collect();
            let then = weights.reliability(None, &begun, today + chrono::TimeDelta::days(later));
            prop_assert!(then.there <= now.there + 1e-12 && then.back <= now.back + 1e-12);
            let reversed: Vec<_> = contacts.iter().rev().copied().collect();
            prop_assert_eq!(weights.reliability(None, &reversed, today), now);
        }
    }
}
