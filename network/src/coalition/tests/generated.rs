//! Made networks: a fixed cast with random periods and confidences, and random participations in it.

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

/// Ordered, so that a period may run from any to any later one.
const DATES: [&str; 9] =
    ["[..2018]", "2019", "2020-06~", "2021", "[2021..2022]", "2022-03-14", "2023", "2024-02/2024-03", "2025"];
const CONFIDENCES: [&str; 5] = ["", " high", " medium", " low", " unverified"];
const PARTIES: [&str; 6] = ["Almelo", "Borne", "Drenthe", "Windesheim", "Scania", "Wavin"];

/// How sure a fact is.
fn confidence() -> impl Strategy<Value = String> {
    select(&CONFIDENCES[..]).prop_map(str::to_owned)
}

/// When it holds and how sure it is. Mostly open, so that things meet.
fn period() -> impl Strategy<Value = String> {
    (0..DATES.len() * 2, 0..DATES.len() * 2, confidence()).prop_map(|(since, length, confidence)| {
        let begin = DATES.get(since).map_or(String::new(), |date| format!(" since {date}"));
        let end = DATES.get(if since < DATES.len() { since + length } else { length });
        format!("{begin}{}{confidence}", end.map_or(String::new(), |date| format!(" until {date}")))
    })
}

/// The cast: six organisations, a group, two lines, initiatives three deep, bodies, an agreement.
fn cast() -> impl Strategy<Value = String> {
    (vec(period(), 14), vec(confidence(), 10)).prop_map(|(p, c)| {
        [
            format!("municipality Almelo{} partner{}", c[8], p[1]),
            format!("municipality Borne{} partner{}", p[0], p[2]),
            format!("province Drenthe{}", p[3]),
            format!("school Windesheim partner{}", p[4]),
            "company Scania; company Wavin partner".to_owned(),
            format!("group Gemeenten{}", c[0]),
            format!("member Almelo of Gemeenten{}", p[5]),
            format!("member Borne of Gemeenten{}; member Borne of Gemeenten{}", p[6], p[7]),
            "line Economie; line Ruimte; precondition Netwerk".to_owned(),
            format!("programme LLO{} part of Economie{}", p[8], c[1]),
            format!("programme Wonen{} part of Ruimte 40%{} part of Economie 60%{}", p[9], c[2], c[3]),
            format!("project Loket{} part of LLO 50%{} part of Wonen 50%{}", p[10], c[4], c[5]),
            format!("activity Opening part of Loket 70%{} part of Economie 30%{}", c[6], c[7]),
            format!("body Stuurgroep political steers Economie{}", p[11]),
            format!("body Overleg official steers Economie steers Ruimte{}", p[12]),
            format!("agreement Agenda covers Economie covers Ruimte{}", p[13]),
            // Organs always exist: what one decided before it existed nobody can tell.
            format!("council Raad of Almelo{}; board Bestuur of Scania{}", c[8], c[9]),
            "assembly Raden En Staten".to_owned(),
        ]
        .join("\n")
    })
}

fn party() -> impl Strategy<Value = &'static str> {
    select(&PARTIES[..])
}

fn ratification() -> impl Strategy<Value = String> {
    let organ = select(&["Raad", "Bestuur", "Raden En Staten", "Stuurgroep"][..]);
    let by = (organ, select(&DATES[..])).prop_map(|(organ, date)| format!(" ratified by {organ} on {date}"));
    prop_oneof![2 => Just(String::new()), 1 => by]
}

fn seat() -> impl Strategy<Value = String> {
    let whom = prop_oneof![
        party().prop_map(str::to_owned),
        Just("Gemeenten".to_owned()),
        (party(), party()).prop_map(|(one, other)| format!("{one} and {other}")),
    ];
    (select(&["Stuurgroep", "Overleg"][..]), select(&["chair", "member", "observer"][..]), whom, period())
        .prop_map(|(body, role, whom, period)| format!("seat {body} {role} for {whom}{period}"))
}

fn signature() -> impl Strategy<Value = String> {
    (party(), period(), ratification())
        .prop_map(|(who, period, ratified)| format!("signature {who} under Agenda{period}{ratified}"))
}

fn contribution() -> impl Strategy<Value = String> {
    let amount = select(&[" budget", " budget 50 EUR", " budget 200 EUR", " capacity 2 fte", " network"][..]);
    let realised =
        (0..DATES.len() * 2).prop_map(|at| DATES.get(at).map_or(String::new(), |date| format!(" realised {date}")));
    (amount, realised).prop_map(|(amount, realised)| format!("{amount}{realised}"))
}

fn commitment(verbs: &'static [&'static str]) -> impl Strategy<Value = String> {
    let target = select(&["Economie", "Ruimte", "LLO", "Wonen", "Loket", "Opening", "Agenda"][..]);
    let condition = prop_oneof![3 => Just(String::new()), 1 => clause().prop_map(|clause| format!(" if {clause}"))];
    (select(verbs), party(), target, period(), vec(contribution(), 0..3), ratification(), condition).prop_map(
        |(verb, who, target, period, contributions, ratified, condition)| {
            format!("{verb} {who} to {target}{period}{}{ratified}{condition}", contributions.concat())
        },
    )
}

/// A clause over the parties of the cast.
pub(super) fn clause() -> impl Strategy<Value = String> {
    let leaf = prop_oneof![
        party().prop_map(|who| format!(r#"{{"includes":"{}"}}"#, who.to_lowercase())),
        (0..6u32).prop_map(|n| format!(r#"{{"parties":{{"atLeast":{n}}}}}"#)),
        (0..3u32).prop_map(|n| format!(r#"{{"parties":{{"atLeast":{n},"kind":"MUNICIPALITY"}}}}"#)),
        (0..3u32).prop_map(|n| format!(r#"{{"parties":{{"atLeast":{n},"helix":"BUSINESS"}}}}"#)),
        (0..10u32).prop_map(|n| format!(r#"{{"budget":{{"atLeast":"{}"}}}}"#, n * 50)),
    ];
    leaf.prop_recursive(2, 6, 3, |inner| {
        (select(&["all", "any"][..]), vec(inner, 1..4))
            .prop_map(|(word, clauses)| format!(r#"{{"{word}":[{}]}}"#, clauses.join(",")))
    })
}

/// A participation that says yes in some way.
pub(super) fn positive() -> impl Strategy<Value = String> {
    prop_oneof![1 => seat(), 1 => signature(), 3 => commitment(&["intention", "pledge", "delivery"])]
}

/// A network as a text.
pub(crate) fn network() -> impl Strategy<Value = String> {
    let negative = commitment(&["refusal", "withdrawal"]);
    (cast(), vec(prop_oneof![4 => positive(), 1 => negative], 0..12))
        .prop_map(|(cast, participations)| format!("{cast}\n{}", participations.join("\n")))
}

/// A day on which the dates of the cast matter.
pub(crate) fn day() -> impl Strategy<Value = chrono::NaiveDate> {
    (2018..2027i32, 1..=366u32)
        .prop_map(|(year, day)| chrono::NaiveDate::from_yo_opt(year, day.min(365)).expect("a day"))
}
