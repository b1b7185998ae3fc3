//! What comes to its end: partnerships, memberships of groups, seats.

use serde_json::{Map, Value};

use super::rejection::{ErrorCode, Rejection};
use super::{Drawn, Target};
use crate::any_fact::AnyFact;
use crate::date::PartialDate;
use crate::facts::*;
use crate::period::{Period, Tense};

impl Drawn<'_> {
    /// It held until then. An end that was expected later may come sooner; what has ended does not end again.
    pub(super) fn end(&mut self, target: Target, until: PartialDate) -> Result<Target, Vec<Rejection>> {
        // Who leaves is named, and not what ends by that.
        let path = if target.noun == Seat::NOUN { "id" } else { "organisation" };
        let before = self.find(target, &[path])?;
        let after = self.corrected(&before, &Map::from_iter([("until".to_owned(), Value::from(until.to_string()))]))?;
        let ended = period(&before).is_some_and(|period| period.span().tense(self.policy.today) == Tense::Ended);
        if ended || period(&before) == period(&after) {
            return Err(vec![Rejection::new(
                ErrorCode::AlreadyExists,
                &[path],
                "het einde staat er al: corrigeer het als het anders was",
                "its end is there already: correct it when it was another",
            )]);
        }
        self.change(before, after);
        Ok(target)
    }
}

/// Its period; `None` when what it is has none.
fn period(fact: &AnyFact) -> Option<Period> {
    match fact {
        AnyFact::Partnership(row) => row.period(),
        AnyFact::GroupMembership(row) => row.period(),
        AnyFact::Seat(row) => row.period(),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::id::{FactId, SeatId};
    use crate::plan::tests::{refusals, source, told};
    use crate::plan::{Act, Command};
    use crate::testing::fixture;

    #[test]
    fn what_has_ended_does_not_end_again() {
        let region = fixture(
            "municipality Kampen; council Raad of Kampen; seat Raad member for Kampen since 2022
             seat Raad chair for Kampen since 2018 until 2022; seat Raad secretary for Kampen since 2022 until 2028",
        );
        let end = |key: &str, until: &str| {
            let target = Target { noun: Seat::NOUN, id: SeatId::from_key(key).uuid() };
            let act = Act::End { target, until: until.parse().expect("a date") };
            refusals(told(&region, &Command { act, source: source(), if_revision: None }))
        };
        assert_eq!(end("raad", "2026-06"), [""; 0]);
        assert_eq!(end("raad", "2021"), ["INVALID_PERIOD until"]);
        assert_eq!(end("raad.2", "2023"), ["ALREADY_EXISTS id"]);
        assert_eq!(end("raad.3", "2026-06"), [""; 0], "sooner than it was expected");
        assert_eq!(end("raad.3", "2028"), ["ALREADY_EXISTS id"]);
        assert_eq!(end("nobody", "2028"), ["NOT_FOUND id"]);
    }
}
