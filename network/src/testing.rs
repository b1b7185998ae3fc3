//! Small networks as text, for tests: one fact a line, the expectation beside it.
//!
//! All words of a name begin with a capital, all other words are lower-case; `;` ends a line as well. The key of a name is
//! the name in lower case, with dashes for all that is no letter of ASCII.
//!
//! ```text
//! municipality Zwolle inhabitants 130 partner since 2009
//!                                                 also: province, waterboard, ministry, school, company, agency
//! group Gemeenten                                 member Zwolle of Gemeenten since 2020
//! line Economie                                   precondition Netwerk
//! programme LLO part of Economie 50%              also: project, activity; any number of parts
//! body Stuurgroep political steers Economie       also: council, college, assembly, board; `of Zwolle`: its organ
//! seat Stuurgroep chair for Zwolle and Kampen     roles: chair, vice-chair, member, secretary, adviser, observer
//! agreement Agenda covers Economie                signature Zwolle under Agenda ratified by Raad on 2024-05-01
//! pledge Kampen to LLO budget 250 EUR realised 2024-05 capacity 2 fte if {"parties":{"atLeast":3}}
//!                                                 also: intention, delivery, refusal, withdrawal
//! ```
//!
//! `since 2024-01`, `until 2025` and a confidence (`high`, the default, to `unverified`) belong to the fact that the line
//! named last: `company Scania since 1964 partner since 2009 low`. A contribution has those of its commitment, except
//! its period, which is open.

mod shown;

use std::sync::Arc;

use chrono::{DateTime, NaiveDate};
use serde::de::DeserializeOwned;
use serde_json::{Map, Value, json};

use crate::coalition::{Coalition, Weights};
use crate::facts::*;
use crate::id::FactId;
use crate::network::{Network, Revision};
use crate::source::Confidence;
use crate::table::Ix;
use crate::view::View;

pub(crate) use shown::{each, everything, evidence, periods, standings};

/// The network of a text.
pub(crate) fn fixture(text: &str) -> Arc<Network> {
    build(facts(text))
}

/// The network of facts that are one.
pub(crate) fn build(facts: Facts) -> Arc<Network> {
    Arc::new(Network::build(facts, revision()).expect("the facts are a network"))
}

/// Revision 1, recorded at a fixed moment.
pub(crate) fn revision() -> Revision {
    Revision { number: 1, recorded_at: DateTime::UNIX_EPOCH }
}

/// A day.
pub(crate) fn day(text: &str) -> NaiveDate {
    text.parse().expect("a day")
}

/// Everything known about a day.
pub(crate) fn on(network: &Arc<Network>, text: &str) -> View {
    sure(network, text, Confidence::Unverified)
}

/// What is known about a day with at least this confidence.
pub(crate) fn sure(network: &Arc<Network>, text: &str, least: Confidence) -> View {
    View::new(network.clone(), day(text), least, Arc::new(Weights::default()))
}

/// The key of a name.
pub(crate) fn key(name: &str) -> String {
    name.to_lowercase().replace(|char: char| !char.is_ascii_alphanumeric() && char != '.', "-")
}

/// The organisation with this name.
pub(crate) fn organisation(view: &View, name: &str) -> Ix<Organisation> {
    view.network().organisations.by_key(&key(name)).expect("an organisation")
}

/// The coalition of the line with this name.
pub(crate) fn coalition<'a>(view: &'a View, line: &str) -> &'a Arc<Coalition> {
    view.coalition(view.network().programme_lines.by_key(&key(line)).expect("a line"))
}

/// The facts of a text, with the cooperation itself.
pub(crate) fn facts(text: &str) -> Facts {
    let mut written = Written::default();
    let network = "agency Netwerk Zelf";
    for line in std::iter::once(network).chain(text.split(['\n', ';'])).map(str::trim).filter(|line| !line.is_empty()) {
        Line { written: &mut written, words: line, line }.read();
    }
    written.add(
        "cooperations",
        "netwerk",
        json!({ "name_nl": "Netwerk", "organisation": "netwerk-zelf", "legal_entity": false }),
    );
    written.into_facts()
}

type Row = Map<String, Value>;

/// Rows as they are written, in the order of the text.
#[derive(Default)]
struct Written(Vec<(&'static str, Row)>);

impl Written {
    /// A row with the columns that all nouns have.
    fn add(&mut self, noun: &'static str, key: &str, columns: Value) {
        let twin = |key: &str| self.0.iter().any(|(other, row)| *other == noun && own_key(row) == key);
        let keys = std::iter::once(key.to_owned()).chain((2..).map(|n| format!("{key}.{n}")));
        let key = keys.into_iter().find(|key| !twin(key)).unwrap_or_default();
        let mut row = columns.as_object().expect("columns").clone();
        row.insert(key_column(noun).into(), key.into());
        row.insert("source".into(), "deck:PAGE".into());
        row.insert("confidence".into(), "HIGH".into());
        self.0.push((noun, row));
    }

    /// The row of a noun that was named last.
    fn last(&mut self, noun: &str) -> &mut Row {
        &mut self.0.iter_mut().rfind(|(other, _)| *other == noun).expect(noun).1
    }

    /// Which of these nouns has a row with this key.
    fn noun_of(&self, key: &str, nouns: &[&'static str]) -> &'static str {
        let found = self.0.iter().find(|(noun, row)| nouns.contains(noun) && own_key(row) == key);
        found.unwrap_or_else(|| panic!("nothing called {key:?} among {nouns:?}")).0
    }

    fn into_facts(self) -> Facts {
        fn read<T: Fact + DeserializeOwned>(rows: &[(&'static str, Row)]) -> Vec<T> {
            let own = rows.iter().filter(|(noun, _)| *noun == T::NOUN);
            own.map(|(_, row)| {
                let mut fact: T = serde_json::from_value(Value::Object(row.clone())).expect("a fact");
                let id = T::Id::from_key(fact.key());
                fact.set_id(id);
                fact
            })
            .collect()
        }
        macro_rules! each {
            ($($noun:ident $fact:ident,)*) => { Facts { $($noun: read::<$fact>(&self.0),)* } };
        }
        crate::for_each_noun!(each)
    }
}

fn key_column(noun: &str) -> &'static str {
    match noun {
        "cooperations" | "organisations" | "stakeholder_groups" | "programme_lines" | "initiatives" | "bodies"
        | "agreements" => "slug",
        _ => "key",
    }
}

fn own_key(row: &Row) -> &str {
    row.get("slug").or_else(|| row.get("key")).and_then(Value::as_str).unwrap_or_default()
}

/// One line on its way to facts.
struct Line<'a> {
    written: &'a mut Written,
    /// What is left to read.
    words: &'a str,
    line: &'a str,
}

impl<'a> Line<'a> {
    fn read(mut self) {
        let first = self.word();
        let main = self.main(first);
        let mut current = main;
        while !self.words.is_empty() {
            let word = self.word();
            match word {
                "since" | "until" => {
                    let date = self.word();
                    self.written.last(current).insert(word.into(), date.into());
                }
                "high" | "medium" | "low" | "unverified" => {
                    self.written.last(current).insert("confidence".into(), word.to_uppercase().into());
                }
                "partner" => {
                    let who = own_key(self.written.last(main)).to_owned();
                    self.written.add("partnerships", &who, json!({ "organisation": who }));
                    current = "partnerships";
                }
                "part" => {
                    self.expect("of");
                    self.part();
                    current = "initiative_parts";
                }
                _ => self.option(main, word),
            }
        }
        // What a commitment brings in is as sure as the commitment.
        if main == "commitments" {
            let (key, sure) =
                (own_key(self.written.last(main)).to_owned(), self.written.last(main)["confidence"].clone());
            let own = |row: &Row| row.get("commitment").and_then(Value::as_str) == Some(&key);
            for (_, row) in self.written.0.iter_mut().filter(|(noun, row)| *noun == "contributions" && own(row)) {
                row.insert("confidence".into(), sure.clone());
            }
        }
    }

    /// The fact that a line is about; its noun.
    fn main(&mut self, first: &str) -> &'static str {
        match first {
            "municipality" => self.organisation("MUNICIPALITY", "GOVERNMENT"),
            "province" => self.organisation("PROVINCE", "GOVERNMENT"),
            "waterboard" => self.organisation("WATER_BOARD", "GOVERNMENT"),
            "ministry" => self.organisation("MINISTRY", "GOVERNMENT"),
            "school" => self.organisation("SCHOOL", "EDUCATION"),
            "company" => self.organisation("COMPANY", "BUSINESS"),
            "agency" => self.organisation("OTHER", "INTERMEDIARY"),
            "group" => self.named("stakeholder_groups", json!({ "helix": "GOVERNMENT" })),
            "line" => self.named("programme_lines", json!({ "kind": "CONTENT", "position": 1 })),
            "precondition" => self.named("programme_lines", json!({ "kind": "PRECONDITION", "position": 1 })),
            "programme" | "project" | "activity" => {
                let kind = first.to_uppercase();
                self.named("initiatives", json!({ "kind": kind, "example": false, "knowledge": false }))
            }
            "body" => self.body("STEERING_GROUP", false),
            "board" => self.body("BOARD", false),
            "council" => self.body("COUNCIL", true),
            "college" => self.body("EXECUTIVE_COLLEGE", true),
            "assembly" => self.body("DEMOCRATIC_ASSEMBLY", true),
            "agreement" => self.named("agreements", json!({ "kind": "AGENDA", "status": "RUNNING" })),
            "member" => {
                let who = self.key();
                self.expect("of");
                let group = self.key();
                self.add("group_memberships", &format!("{group}.{who}"), json!({ "organisation": who, "group": group }))
            }
            "seat" => {
                let body = self.key();
                let role = self.word().to_uppercase().replace('-', "_");
                self.add("seats", &body, json!({ "body": body, "role": role }))
            }
            "signature" => {
                let who = self.key();
                self.expect("under");
                let agreement = self.key();
                let columns = json!({ "organisation": who, "agreement": agreement });
                self.add("signatures", &format!("{who}.{agreement}"), columns)
            }
            "intention" => self.commitment("INTENDED"),
            "pledge" => self.commitment("PLEDGED"),
            "delivery" => self.commitment("REALISED"),
            "refusal" => self.commitment("DECLINED"),
            "withdrawal" => self.commitment("WITHDRAWN"),
            _ => panic!("{first:?} begins no line: {}", self.line),
        }
    }

    /// A word that says more about the fact that the line is about.
    fn option(&mut self, main: &'static str, word: &str) {
        let row = |line: &mut Self, column: &str, value: Value| line.written.last(main).insert(column.into(), value);
        match (main, word) {
            ("organisations", "inhabitants") => {
                let (who, count) = (own_key(self.written.last(main)).to_owned(), self.word());
                let count: u32 = count.parse().expect("a number of inhabitants");
                self.add("municipality_statistics", &who, json!({ "organisation": who, "inhabitants": count }));
            }
            ("bodies", "political" | "official" | "mixed") => drop(row(self, "level", word.to_uppercase().into())),
            ("bodies", "of") => {
                let owner = self.key();
                row(self, "organisation", owner.into());
            }
            ("bodies", "steers") => {
                let steered = self.key();
                let columns = [("programme_lines", "steers_programme_lines"), ("initiatives", "steers_initiatives")];
                let noun = self.written.noun_of(&steered, &columns.map(|column| column.0));
                let column = columns.into_iter().find(|column| column.0 == noun).expect("a column").1;
                self.append(main, column, &steered);
            }
            ("agreements", "covers") => {
                let line = self.key();
                self.append(main, "covers", &line);
            }
            ("seats", "for" | "and") => {
                let who = self.key();
                match self.written.noun_of(&who, &["organisations", "stakeholder_groups"]) {
                    "organisations" => self.append(main, "on_behalf_of", &who),
                    _ => drop(row(self, "on_behalf_of_group", who.into())),
                }
            }
            ("commitments" | "signatures", "ratified") => {
                self.expect("by");
                let body = self.key();
                self.expect("on");
                let date = self.word().to_owned();
                let columns = json!({ "title_nl": "Besluit", "outcome": "ADOPTED", "body": body, "date": date });
                self.add("decisions", &body, columns);
                let decision = own_key(self.written.last("decisions")).to_owned();
                row(self, "ratified_by", decision.into());
            }
            ("commitments" | "signatures", "endorsed") => {
                self.written.last("decisions").insert("outcome".into(), "ENDORSED".into());
            }
            ("commitments", "if") => {
                let clause = std::mem::take(&mut self.words);
                row(self, "condition", clause.into());
            }
            ("commitments", "budget" | "capacity" | "in-kind" | "expertise" | "network") => {
                let commitment = own_key(self.written.last(main)).to_owned();
                let kind = word.to_uppercase().replace('-', "_");
                self.add(
                    "contributions",
                    &commitment,
                    json!({ "commitment": commitment, "kind": kind, "minimum": false }),
                );
                if self.words.starts_with(|char: char| char.is_ascii_digit()) {
                    let (amount, unit) = (self.word(), self.word());
                    let row = self.written.last("contributions");
                    row.insert("amount".into(), amount.into());
                    row.insert("unit".into(), unit.into());
                }
            }
            ("commitments", "per") => {
                let per = self.word();
                self.written.last("contributions").insert("per".into(), per.into());
            }
            ("commitments", "realised") => {
                let date = self.word();
                self.written.last("contributions").insert("realised_on".into(), date.into());
            }
            _ => panic!("{word:?} says nothing about {main}: {}", self.line),
        }
    }

    fn organisation(&mut self, kind: &str, helix: &str) -> &'static str {
        self.named("organisations", json!({ "kind": kind, "helix": helix }))
    }

    fn body(&mut self, kind: &str, democratic: bool) -> &'static str {
        let columns = json!({ "kind": kind, "democratic": democratic, "in_chart": true, "in_schedule": true });
        self.named("bodies", columns)
    }

    fn commitment(&mut self, status: &str) -> &'static str {
        let who = self.key();
        match self.word() {
            "to" | "from" => {}
            word => panic!("{word:?} where \"to\" belongs: {}", self.line),
        }
        let what = self.key();
        let columns =
            [("programme_lines", "programme_line"), ("initiatives", "initiative"), ("agreements", "agreement")];
        let noun = self.written.noun_of(&what, &columns.map(|column| column.0));
        let column = columns.into_iter().find(|column| column.0 == noun).expect("a column").1;
        self.add(
            "commitments",
            &format!("{who}.{what}"),
            json!({ "organisation": who, "status": status, column: what }),
        )
    }

    fn part(&mut self) {
        let initiative = own_key(self.written.last("initiatives")).to_owned();
        let whole = self.key();
        let columns = [("programme_lines", "programme_line"), ("initiatives", "parent"), ("agreements", "agreement")];
        let noun = self.written.noun_of(&whole, &columns.map(|column| column.0));
        let column = columns.into_iter().find(|column| column.0 == noun).expect("a column").1;
        let share = match self.words.split_once('%') {
            Some((percent, rest)) if percent.bytes().all(|byte| byte.is_ascii_digit()) => {
                self.words = rest.trim_start();
                percent
            }
            _ => "100",
        };
        let columns = json!({ "initiative": initiative, column: whole, "share_pct": share });
        self.add("initiative_parts", &format!("{initiative}.{whole}"), columns);
    }

    fn named(&mut self, noun: &'static str, mut columns: Value) -> &'static str {
        let name = self.name();
        columns["name_nl"] = name.as_str().into();
        self.add(noun, &key(&name), columns)
    }

    fn add(&mut self, noun: &'static str, key: &str, columns: Value) -> &'static str {
        self.written.add(noun, key, columns);
        noun
    }

    /// Adds to a list in a row.
    fn append(&mut self, noun: &str, column: &str, item: &str) {
        let row = self.written.last(noun);
        let list = row.get(column).and_then(Value::as_str).map_or(item.to_owned(), |list| format!("{list};{item}"));
        row.insert(column.into(), list.into());
    }

    fn word(&mut self) -> &'a str {
        let (word, rest) = self.words.split_once(char::is_whitespace).unwrap_or((self.words, ""));
        self.words = rest.trim_start();
        word
    }

    fn expect(&mut self, wanted: &str) {
        let word = self.word();
        assert_eq!(word, wanted, "in {}", self.line);
    }

    /// The words up to the next lower-case one.
    fn name(&mut self) -> String {
        let mut name = Vec::new();
        while self.words.starts_with(char::is_uppercase) {
            name.push(self.word());
        }
        assert!(!name.is_empty(), "a name is missing in {}", self.line);
        name.join(" ")
    }

    fn key(&mut self) -> String {
        key(&self.name())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_read_as_facts() {
        let facts = facts(
            "municipality Zwolle since 1230 partner since 2009 low
             line Economie; project Nieuwe Dijk until 2030 part of Economie 50% medium
             pledge Zwolle to Nieuwe Dijk budget 250 EUR realised 2024-05 capacity since 2024 low",
        );
        let zwolle = &facts.organisations[1];
        assert_eq!((&*zwolle.slug, zwolle.confidence, zwolle.since), ("zwolle", Confidence::High, "1230".parse().ok()));
        assert_eq!(
            (facts.partnerships[0].since, facts.partnerships[0].confidence),
            ("2009".parse().ok(), Confidence::Low)
        );
        assert_eq!(facts.initiatives[0].until, "2030".parse().ok());
        assert_eq!(
            (facts.initiative_parts[0].share_pct.percent(), facts.initiative_parts[0].confidence),
            (50, Confidence::Medium)
        );
        assert_eq!(&*facts.commitments[0].key, "zwolle.nieuwe-dijk");
        let budget = &facts.contributions[0];
        assert_eq!((budget.amount, budget.realised_on), (Some(250.into()), "2024-05".parse().ok()));
        assert_eq!(
            (facts.contributions[1].kind, facts.contributions[1].confidence),
            (ContributionKind::Capacity, Confidence::Low)
        );
    }
}
