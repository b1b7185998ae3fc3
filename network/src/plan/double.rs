//! What would be said twice, as refusals of the part of the input that says it again.

use super::rejection::{ErrorCode, Rejection};
use super::{Act, Drawn, input_name};
use crate::double::{Double, doubles};
use crate::network::Network;

impl Drawn<'_> {
    /// What the network after it would say twice and does not say twice now.
    pub(super) fn doubles(&self, after: &Network) -> Vec<Rejection> {
        // A merge settles what would be said twice in its own way.
        if matches!(self.command.act, Act::Merge { .. }) {
            return Vec::new();
        }
        doubles(self.network, after, &self.changes).iter().map(|double| self.said_already(double)).collect()
    }

    fn said_already(&self, double: &Double) -> Rejection {
        let path = self.path(double);
        let drafted = self.drafts.iter().find(|draft| draft.fact.uuid() == double.other);
        let Some(place) = drafted.map(|draft| draft.path.join(".")).filter(|path| !path.is_empty()) else {
            return Rejection::of(&double.problem.wrong, path, input_name);
        };
        let path: Vec<&str> = path.iter().map(String::as_str).collect();
        let (nl, en) = (format!("dit staat al bij {place}"), format!("{place} says this already"));
        Rejection::new(ErrorCode::AlreadyExists, &path, nl, en)
    }

    /// The part of the input that makes a fact one that is there already.
    fn path(&self, double: &Double) -> Vec<String> {
        let field = double.problem.field;
        match &self.command.act {
            Act::Import(_) => {
                let place = self.imported.place(double.problem.noun, &double.problem.key);
                place.into_iter().chain(field.map(ToOwned::to_owned)).collect()
            }
            Act::Correct { set, .. } => {
                let own = field.filter(|field| set.contains_key(*field));
                let remarks = ["confidence", "note"];
                let first = set.keys().map(String::as_str).find(|name| !remarks.contains(name));
                own.or(first).map(input_name).into_iter().collect()
            }
            Act::End { .. } => vec!["until".to_owned()],
            _ => {
                let drafted = self.drafts.iter().find(|draft| draft.fact.uuid() == double.id);
                let path = drafted.map(|draft| draft.path.clone()).unwrap_or_default();
                path.into_iter().chain(field.map(input_name)).collect()
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use serde_json::{Value, json};

    use crate::any_fact::AnyFact;
    use crate::facts::*;
    use crate::plan::tests::{correct_fact, fact, next, refusals, told};
    use crate::plan::{Act, Command, Draft, Source, plan};
    use crate::testing::fixture;

    const REGION: &str = "municipality Zwolle partner since 2009; municipality Kampen partner since 2009 until 2019
        group Gemeenten; member Zwolle of Gemeenten since 2020; line Economie; line Ruimte
        council Raad of Kampen; seat Raad chair for Kampen since 2022; agreement Agenda
        signature Kampen under Agenda since 2023; project Dijk part of Ruimte";

    fn record(facts: Vec<AnyFact>) -> Command {
        let draft = |(at, fact): (usize, AnyFact)| {
            let path = if at == 0 { vec![] } else { vec!["places".into(), at.to_string()] };
            Draft { fact, path }
        };
        let source = Some(Source { title: "Brief".into(), locator: None, url: None });
        Command { act: Act::Record(facts.into_iter().enumerate().map(draft).collect()), source, if_revision: None }
    }

    fn seat(other: Value) -> AnyFact {
        let mut fields =
            json!({ "key": "new", "body": "raad", "role": "CHAIR", "on_behalf_of": "kampen", "since": "2024" });
        fields.as_object_mut().expect("fields").extend(other.as_object().expect("fields").clone());
        fact::<Seat>(fields)
    }

    #[test]
    fn what_is_there_on_the_same_days_is_not_recorded_again() {
        let region = fixture(&format!("{REGION}; company Scania"));
        let relation = |key: &str, from: &str| {
            fact::<Relation>(
                json!({ "key": key, "kind": "PART_OF", "from_organisation": from, "to_organisation": "kampen" }),
            )
        };
        let region = Arc::new(told(&region, &record(vec![relation("old", "scania")])).expect("a relation").after);
        for (fact, refusal) in [
            (
                fact::<Partnership>(json!({ "key": "new", "organisation": "zwolle", "since": "2024" })),
                "ALREADY_EXISTS organisation",
            ),
            // Who was a partner once may become one again, but not while it was one.
            (fact::<Partnership>(json!({ "key": "new", "organisation": "kampen", "since": "2020" })), ""),
            (
                fact::<Partnership>(json!({ "key": "new", "organisation": "kampen", "since": "2019-06" })),
                "ALREADY_EXISTS organisation",
            ),
            (
                fact::<GroupMembership>(json!({ "key": "new", "organisation": "zwolle", "group": "gemeenten" })),
                "ALREADY_EXISTS organisation",
            ),
            (fact::<GroupMembership>(json!({ "key": "new", "organisation": "kampen", "group": "gemeenten" })), ""),
            (seat(json!({})), "ALREADY_EXISTS body"),
            (seat(json!({ "role": "MEMBER" })), ""),
            (seat(json!({ "on_behalf_of": "kampen;zwolle" })), ""),
            (seat(json!({ "since": "2020", "until": "2021" })), ""),
            (
                fact::<Signature>(json!({ "key": "new", "organisation": "kampen", "agreement": "agenda" })),
                "ALREADY_EXISTS organisation",
            ),
            (fact::<Signature>(json!({ "key": "new", "organisation": "zwolle", "agreement": "agenda" })), ""),
            (relation("new", "scania"), "ALREADY_EXISTS kind"),
            (relation("new", "zwolle"), ""),
        ] {
            assert_eq!(refusals(told(&region, &record(vec![fact.clone()]))).join(", "), refusal, "{fact:?}");
        }
    }

    #[test]
    fn a_refusal_names_the_one_that_is_there() {
        let region = fixture(REGION);
        let joins = record(vec![fact::<Partnership>(json!({ "key": "new", "organisation": "zwolle" }))]);
        let refused = plan(&region, &joins, &crate::plan::tests::policy(), next(&region)).expect_err("twice");
        assert_eq!(refused[0].message(Language::En), "partnerships zwolle says this of the same days");
        assert_eq!(refused[0].message(Language::Nl), "partnerships zwolle zegt dit al over dezelfde dagen");
    }

    #[test]
    fn of_two_that_are_told_together_the_second_is_one_too_many() {
        let region = fixture(REGION);
        let initiative = |slug: &str| {
            fact::<Initiative>(
                json!({ "slug": slug, "name_nl": slug, "kind": "PROJECT", "example": false, "knowledge": false }),
            )
        };
        let place = |key: &str| {
            fact::<InitiativePart>(
                json!({ "key": key, "initiative": "brug", "programme_line": "ruimte", "share_pct": "50" }),
            )
        };
        let twice = record(vec![initiative("brug"), place("one"), place("two")]);
        assert_eq!(refusals(told(&region, &twice)), ["ALREADY_EXISTS places.2"]);
        let refused = plan(&region, &twice, &crate::plan::tests::policy(), next(&region)).expect_err("twice");
        assert_eq!(refused[0].message(Language::En), "places.1 says this already");
    }

    #[test]
    fn a_correction_makes_no_double_and_one_that_is_there_can_be_corrected() {
        let region = fixture(&format!("{REGION}; seat Raad chair for Kampen since 2010 until 2015"));
        let reopened = correct_fact("seats", "raad.2", json!({ "until": null }));
        assert_eq!(refusals(told(&region, &reopened)), ["ALREADY_EXISTS until"]);
        let longer = correct_fact("seats", "raad.2", json!({ "until": "2016", "note": "longer" }));
        assert_eq!(refusals(told(&region, &longer)), [""; 0]);
        // A source may have said so twice.
        let twice = fixture(&format!("{REGION}; seat Raad chair for Kampen since 2010"));
        let remark = correct_fact("seats", "raad.2", json!({ "since": "2011" }));
        assert_eq!(refusals(told(&twice, &remark)), [""; 0]);
    }
}
