//! Nothing of the presentation is lost: each of its 155 statements has a home in the built-in dataset.
//!
//! `statements.csv` names the homes: `noun:key`, `noun:key#field=value` (the field has that value; a reference is
//! written as a key) or `noun:key#field~part` (the field holds that part), several separated by `;`.

use std::collections::HashMap;

use drieklank::exchange::{Dataset, builtin};
use network::facts::{Fact, Facts};
use network::id::FactId;
use serde_json::Value;

type Failure = Box<dyn std::error::Error>;

fn region() -> Result<Dataset, Failure> {
    Ok(builtin("regio-zwolle").ok_or("no such dataset")??)
}

/// Every fact of a dataset as fields with text, found by noun and key.
struct Fields {
    facts: HashMap<(&'static str, String), Value>,
    keys: HashMap<String, String>,
}

impl Fields {
    fn of(facts: &Facts) -> Result<Self, serde_json::Error> {
        let mut fields = Self { facts: HashMap::new(), keys: HashMap::new() };
        macro_rules! add {
            ($($noun:ident $fact:ident,)*) => {$(
                for fact in &facts.$noun {
                    let key = fact.key().to_string();
                    fields.keys.insert(fact.id().uuid().to_string(), key.clone());
                    fields.facts.insert((network::facts::$fact::NOUN, key), serde_json::to_value(fact)?);
                }
            )*};
        }
        network::for_each_noun!(add);
        Ok(fields)
    }

    fn fact(&self, noun: &str, key: &str) -> Option<&Value> {
        self.facts.iter().find(|((its_noun, its_key), _)| *its_noun == noun && its_key == key).map(|(_, fact)| fact)
    }

    /// The text of a value, with keys where ids stand.
    fn text(&self, value: &Value) -> String {
        let text = value.as_str().map_or_else(|| value.to_string(), ToOwned::to_owned);
        let parts = text.split(';').map(|part| self.keys.get(part).map_or(part, String::as_str));
        parts.collect::<Vec<_>>().join(";")
    }

    /// What is wrong with a home, if anything.
    fn problem_of(&self, home: &str) -> Option<String> {
        let (address, claim) = home.split_once('#').map_or((home, None), |(address, claim)| (address, Some(claim)));
        let Some((noun, key)) = address.split_once(':') else { return Some("is no noun:key".into()) };
        let Some(fact) = self.fact(noun, key) else { return Some("no such fact".into()) };
        let claim = claim?;
        let Some(at) = claim.find(['=', '~']) else { return Some("is no field=value".into()) };
        let (field, expected) = (&claim[..at], &claim[at + 1..]);
        let Some(value) = fact.get(field) else { return Some("no such field".into()) };
        let text = self.text(value);
        let holds = if claim[at..].starts_with('=') { text == expected } else { text.contains(expected) };
        (!holds).then(|| format!("it is {text:?}"))
    }
}

#[test]
fn each_statement_of_the_presentation_has_a_home() -> Result<(), Failure> {
    let fields = Fields::of(&region()?.facts)?;
    let mut homeless = Vec::new();
    let mut numbers = Vec::new();
    let mut problems = Vec::new();
    let mut reader = csv::Reader::from_reader(include_str!("statements.csv").as_bytes());
    for row in reader.deserialize() {
        let (number, _page, statement, homes): (u32, String, String, String) = row?;
        numbers.push(number);
        if homes == "none" {
            homeless.push(number);
            continue;
        }
        for home in homes.split(';') {
            if let Some(problem) = fields.problem_of(home) {
                problems.push(format!("{number} {statement}: {home}: {problem}"));
            }
        }
    }
    assert_eq!(problems, Vec::<String>::new());
    assert_eq!(numbers, (1..=155).collect::<Vec<_>>());
    assert_eq!(homeless, [129], "page 14 has pictures only");
    Ok(())
}

#[test]
fn a_home_that_is_not_there_is_found_out() -> Result<(), Failure> {
    let fields = Fields::of(&region()?.facts)?;
    let problem = |home| fields.problem_of(home).unwrap_or_default();
    assert_eq!(problem("agreements:regio-deal-tranche-3#amount=90000000"), "");
    assert_eq!(problem("agreements:regio-deal-tranche-3#amount=90000001"), "it is \"90000000\"");
    assert_eq!(problem("agreements:regio-deal-tranche-3#amounts=1"), "no such field");
    assert_eq!(problem("agreements:regio-deal-tranche-4"), "no such fact");
    assert_eq!(problem("agreements:regio-deal-tranche-5#builds_on=regio-deal-tranche-3"), "");
    assert_eq!(problem("agreements:regio-deal-tranche-5#builds_on=nothing"), "it is \"regio-deal-tranche-3\"");
    Ok(())
}

/// How many facts of each noun, a line each.
fn counts(facts: &Facts) -> String {
    let mut counts = String::new();
    macro_rules! count {
        ($($noun:ident $fact:ident,)*) => { $(counts += &format!("{} {}\n", facts.$noun.len(), stringify!($noun));)* };
    }
    network::for_each_noun!(count);
    counts
}

#[test]
fn the_region_has_so_many_facts_of_each_noun() -> Result<(), Failure> {
    insta::assert_snapshot!(counts(&region()?.facts), @"
    1 cooperations
    1 documents
    68 organisations
    0 merged_organisations
    57 names
    200 identifiers
    36 contacts
    22 municipality_statistics
    12 stakeholder_groups
    46 group_memberships
    44 partnerships
    75 relations
    4 programme_lines
    0 goals
    7 initiatives
    7 initiative_parts
    9 ambitions
    7 measures
    1 persons
    2 offices
    34 bodies
    13 seats
    4 agreements
    34 signatures
    2 decisions
    6 commitments
    4 contributions
    10 milestones
    1 meetings
    67 statements
    20 rules
    4 declared_counts
    0 person_contacts
    0 ties
    0 topics
    0 targets
    0 assessments
    0 decision_moments
    0 decision_stages
    0 contact_moments
    0 contact_notes
    0 follow_ups
    0 preferences
    ");
    Ok(())
}

#[test]
fn the_made_up_region_has_so_many_facts_of_each_noun() -> Result<(), Failure> {
    let facts = builtin("regio-voorbeeld").ok_or("no such dataset")??.facts;
    insta::assert_snapshot!(counts(&facts), @"
    1 cooperations
    1 documents
    32 organisations
    1 merged_organisations
    27 names
    17 identifiers
    11 contacts
    12 municipality_statistics
    7 stakeholder_groups
    29 group_memberships
    27 partnerships
    25 relations
    4 programme_lines
    6 goals
    17 initiatives
    23 initiative_parts
    8 ambitions
    7 measures
    62 persons
    65 offices
    43 bodies
    118 seats
    6 agreements
    18 signatures
    24 decisions
    43 commitments
    56 contributions
    8 milestones
    15 meetings
    12 statements
    20 rules
    4 declared_counts
    48 person_contacts
    144 ties
    8 topics
    30 targets
    45 assessments
    8 decision_moments
    27 decision_stages
    68 contact_moments
    3 contact_notes
    15 follow_ups
    14 preferences
    ");
    Ok(())
}

#[test]
fn rules_principles_and_questions_are_there_one_by_one() -> Result<(), Failure> {
    let facts = region()?.facts;
    let rules: Vec<_> = facts.rules.iter().map(|rule| rule.key.to_string()).collect();
    assert_eq!(rules, (1..=20).map(|number| format!("R{number:02}")).collect::<Vec<_>>());
    let ours: Vec<_> = facts.rules.iter().filter(|rule| rule.ours).map(|rule| rule.key.to_string()).collect();
    assert_eq!(ours, ["R16", "R18", "R19", "R20"]);
    let keys = |kind| {
        let of_kind = facts.statements.iter().filter(|statement| statement.kind == kind);
        of_kind.map(|statement| statement.key.to_string()).collect::<Vec<_>>()
    };
    let principles: Vec<_> = (1..=18).map(|number| format!("p{number:02}")).collect();
    assert_eq!(keys(network::facts::StatementKind::Principle), principles);
    assert_eq!(keys(network::facts::StatementKind::Question), ["q1", "q2", "q3", "q4", "q4a"]);
    Ok(())
}

#[test]
fn only_the_person_whom_the_presentation_names_is_there() -> Result<(), Failure> {
    let persons: Vec<_> = region()?.facts.persons.into_iter().map(|person| person.name).collect();
    assert_eq!(persons, ["Peter Snijders"]);
    Ok(())
}
