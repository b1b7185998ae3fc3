//! Rules of the cooperation that a command breaks, and by which part of its input.

use std::sync::Arc;

use rustc_hash::FxHashSet;

use super::rejection::{ErrorCode, REFUSING, Rejection};
use super::{Act, Draft, Drawn, Pointer, Policy, input_name};
use crate::any_fact::AnyFact;
use crate::change::Change;
use crate::coalition::Weights;
use crate::facts::*;
use crate::findings::{Affected, Finding, RuleCode, on_agenda_as};
use crate::network::Network;
use crate::node::NodeIx;
use crate::source::Confidence;
use crate::view::View;

/// The rules that the changes break: what is found after them and was not found before, in what they may alter.
pub(super) fn broken(
    before: &Arc<Network>,
    after: &Arc<Network>,
    changes: &[Change],
    policy: &Policy,
) -> Vec<(Finding, ErrorCode)> {
    let affected = Affected::new(before, after, changes);
    // What begins later is held against the rules on the day on which it does.
    let mut days = affected.beginnings(after, policy.today);
    days.insert(policy.today);
    let found = |network: &Arc<Network>| {
        let on = |day: &chrono::NaiveDate| {
            let view = View::new(network.clone(), *day, Confidence::Unverified, Arc::new(Weights::default()));
            affected.findings(&view)
        };
        let mut met = FxHashSet::default();
        let mut found: Vec<Finding> = days.iter().flat_map(on).collect();
        found.retain(|finding| met.insert((finding.rule, finding.key.clone())));
        found
    };
    let refuses = |finding: &Finding| {
        let code = REFUSING.iter().find(|(rule, _)| *rule == finding.rule).map(|(_, code)| *code)?;
        (finding.severity == Severity::Error).then_some(code)
    };
    let broken: Vec<(Finding, ErrorCode)> =
        found(after).into_iter().filter_map(|finding| refuses(&finding).map(|code| (finding, code))).collect();
    if broken.is_empty() {
        return Vec::new();
    }
    // A pledge that was open before is no breach before.
    let known = found(before).into_iter().filter(|finding| refuses(finding).is_some());
    let known: FxHashSet<_> = known.map(|finding| (finding.rule, finding.key)).collect();
    broken.into_iter().filter(|(finding, _)| !known.contains(&(finding.rule, finding.key.clone()))).collect()
}

/// Fields of facts whose correction may break a rule, those first that say it best.
fn fields(rule: RuleCode) -> &'static [&'static str] {
    match rule {
        RuleCode::R01 => &["outcome", "body", "parent", "democratic", "organisation", "layer"],
        RuleCode::R04 => &["status", "commitment", "partnership", "since", "until"],
        RuleCode::R05 => &["goals", "agenda", "agreement", "since", "until"],
        RuleCode::R06 => &["share_pct", "kind"],
        RuleCode::R08 => &["holder", "title_nl", "since", "until"],
        RuleCode::R11 => &["since", "until", "kind"],
        _ => &[],
    }
}

impl Drawn<'_> {
    /// The refusal for a rule that is broken, at the part of the input that breaks it.
    pub(super) fn breach(&self, after: &Network, finding: &Finding, code: ErrorCode) -> Rejection {
        let path = match &self.command.act {
            Act::Remove(_) => vec!["id".to_owned()],
            Act::Merge { .. } => vec!["duplicate".to_owned()],
            Act::Ratify { .. } | Act::Realise { .. } | Act::Withdraw { .. } => vec!["commitment".to_owned()],
            Act::SetGoal { .. } => vec!["servedBy".to_owned()],
            Act::End { .. } => vec!["until".to_owned()],
            Act::Place { places, .. } => placed(finding, places, after),
            Act::Correct { target, set } => {
                let sticks_out = sticks_out(after, finding).filter(|_| target.noun == Initiative::NOUN);
                let candidates = sticks_out.into_iter().chain(fields(finding.rule).iter().copied());
                let field = candidates.into_iter().find(|field| set.contains_key(*field));
                field.or(set.keys().next().map(String::as_str)).map(input_name).into_iter().collect()
            }
            Act::Record(drafts) => recorded(after, finding, drafts),
            Act::Import(_) => self.imported_row(after, finding),
        };
        let path: Vec<&str> = path.iter().map(String::as_str).collect();
        let [nl, en] = self
            .other_topic(finding)
            .unwrap_or_else(|| [finding.message(Language::Nl), finding.message(Language::En)].map(ToOwned::to_owned));
        Rejection::new(code, &path, nl, en)
    }

    /// Of two topics with one title (R08) the rule tells of the one that came later. Who writes the earlier one is told of the
    /// other one all the same; `None` when the rule says it well.
    fn other_topic(&self, finding: &Finding) -> Option<[String; 2]> {
        let mut written =
            self.changes.iter().filter_map(Change::after).filter_map(|fact| <&Topic>::try_from(fact).ok());
        let own = written.rfind(|topic| *topic.slug != *finding.key)?;
        (finding.rule == RuleCode::R08).then(|| on_agenda_as(&finding.key, own))
    }
}

/// Of the places of an initiative the one in the deal that it does not lie inside (R11), or all of them.
fn placed(finding: &Finding, places: &[Draft], after: &Network) -> Vec<String> {
    let deal = subject(finding, |node| if let NodeIx::Agreement(ix) = node { Some(ix) } else { None });
    let deal = deal.map(|ix| after.agreements.get(ix).id);
    let in_deal = |draft: &&Draft| {
        deal.is_some() && <&InitiativePart>::try_from(&draft.fact).is_ok_and(|place| place.agreement == deal)
    };
    places.iter().find(in_deal).map_or_else(|| vec!["places".to_owned()], |draft| draft.path.clone())
}

/// Whether it is a topic that nobody holds.
fn lacks_holder(fact: &AnyFact) -> bool {
    <&Topic>::try_from(fact).is_ok_and(|topic| topic.holder.is_none())
}

/// Of new facts the one that breaks the rule, and its field.
fn recorded(after: &Network, finding: &Finding, drafts: &[Draft]) -> Vec<String> {
    let field = match finding.rule {
        RuleCode::R01 => "outcome",
        RuleCode::R04 => "contributions",
        RuleCode::R05 => "goals",
        RuleCode::R08 if drafts.iter().any(|draft| lacks_holder(&draft.fact)) => "holder",
        RuleCode::R08 => "titleNl",
        RuleCode::R11 => sticks_out(after, finding).unwrap_or("places"),
        _ if drafts.iter().any(|draft| draft.fact.noun() == ProgrammeLine::NOUN) => "kind",
        _ => "places",
    };
    let about = |draft: &&Draft| {
        let nodes = finding.subjects.iter();
        nodes.map(|node| Pointer { noun: node.table(), id: node.uuid(after) }).any(|target| is(&draft.fact, target))
    };
    let path = drafts.iter().find(about).or(drafts.first()).map(|draft| draft.path.clone());
    path.into_iter().flatten().chain([field.to_owned()]).collect()
}

fn is(fact: &AnyFact, target: Pointer) -> bool {
    fact.noun() == target.noun && fact.uuid() == target.id
}

/// The end at which an initiative sticks out of the period of its deal (R11).
fn sticks_out(after: &Network, finding: &Finding) -> Option<&'static str> {
    let initiative = subject(finding, |node| if let NodeIx::Initiative(ix) = node { Some(ix) } else { None })?;
    let deal = subject(finding, |node| if let NodeIx::Agreement(ix) = node { Some(ix) } else { None })?;
    let (own, whole) = (after.initiatives.span(initiative), after.agreements.span(deal));
    let early = after.initiatives.get(initiative).since.is_some() && own.from < whole.from;
    (finding.rule == RuleCode::R11).then_some(if early { "since" } else { "until" })
}

fn subject<T>(finding: &Finding, of: impl Fn(NodeIx) -> Option<T>) -> Option<T> {
    finding.subjects.iter().find_map(|node| of(*node))
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;
    use crate::id::{ContributionId, FactId, InitiativeId, ProgrammeLineId};
    use crate::plan::Command;
    use crate::plan::tests::{correct_fact, fact, refusals, source, told};
    use crate::testing::fixture;

    const REGION: &str = "municipality Kampen; council Raad; body Directie; line Economie; line Ruimte
        agreement Deal since 2020 until 2028; programme Llo part of Economie; project Dijk since 2021 part of Llo
        agreement Agenda; signature Kampen under Agenda ratified by Raad on 2024-03-12
        pledge Kampen to Economie budget ratified by Raad on 2024-03-12";

    /// A network in which the deal is a deal.
    fn region() -> Arc<Network> {
        let region = fixture(REGION);
        Arc::new(
            told(&region, &correct_fact("agreements", "deal", json!({ "kind": "REGIO_DEAL" }))).expect("a deal").after,
        )
    }

    fn refused(act: Act) -> Vec<String> {
        refusals(told(&region(), &Command { act, source: source(), if_revision: None }))
    }

    fn corrected(noun: &'static str, key: &str, set: Value) -> Vec<String> {
        refusals(told(&region(), &correct_fact(noun, key, set)))
    }

    fn initiative(other: Value) -> AnyFact {
        let mut fields =
            json!({ "slug": "brug", "name_nl": "Brug", "kind": "PROJECT", "example": false, "knowledge": false });
        fields.as_object_mut().expect("fields").extend(other.as_object().expect("fields").clone());
        fact::<Initiative>(fields)
    }

    fn place(initiative: &str, whole: &str, key: &str) -> AnyFact {
        fact::<InitiativePart>(json!({ "key": "new", "initiative": initiative, whole: key, "share_pct": "100" }))
    }

    fn drafts(facts: Vec<AnyFact>) -> Vec<Draft> {
        let path = |at: usize| if at == 0 { vec![] } else { vec!["places".to_owned(), (at - 1).to_string()] };
        facts.into_iter().enumerate().map(|(at, fact)| Draft { fact, path: path(at) }).collect()
    }

    #[test]
    fn what_is_recorded_is_refused_at_the_field_that_breaks_a_rule() {
        let decision = |key: &str, body: &str| {
            fact::<Decision>(json!({ "key": key, "title_nl": key, "outcome": "ADOPTED", "body": body, "date": "2024" }))
        };
        let record = |facts| refused(Act::Record(drafts(facts)));
        assert_eq!(record(vec![decision("new", "directie")]), ["RULE_R01 outcome"]);
        assert_eq!(record(vec![initiative(json!({ "kind": "PROGRAMME" }))]), ["RULE_R06 places"]);
        let line = json!({ "slug": "derde", "name_nl": "Derde", "kind": "CONTENT", "position": 3 });
        assert_eq!(record(vec![fact::<ProgrammeLine>(line)]), ["RULE_R06 kind"]);
        let in_deal = || place("brug", "agreement", "deal");
        assert_eq!(record(vec![initiative(json!({ "since": "2019" })), in_deal()]), ["RULE_R11 since"]);
        assert_eq!(record(vec![initiative(json!({ "until": "2029" })), in_deal()]), ["RULE_R11 until"]);
        let ratified =
            json!({ "key": "new", "organisation": "kampen", "programme_line": "ruimte", "status": "RATIFIED" });
        assert_eq!(record(vec![fact::<Commitment>(ratified)]), ["RULE_R04 contributions"]);
    }

    #[test]
    fn what_is_corrected_is_refused_at_the_field_that_breaks_a_rule() {
        assert_eq!(corrected("decisions", "raad", json!({ "note": "moved", "body": "directie" })), ["RULE_R01 body"]);
        assert_eq!(
            corrected("bodies", "raad", json!({ "democratic": false })),
            ["RULE_R01 democratic", "RULE_R01 democratic"]
        );
        assert_eq!(corrected("initiative_parts", "dijk.llo", json!({ "share_pct": "60" })), ["RULE_R06 share"]);
        assert_eq!(corrected("programme_lines", "ruimte", json!({ "kind": "PRECONDITION" })), ["RULE_R06 kind"]);
    }

    #[test]
    fn what_is_taken_away_or_placed_is_refused_as_what_it_is() {
        let remove = |noun, id| refused(Act::Remove(Pointer { noun, id }));
        assert_eq!(remove("contributions", ContributionId::from_key("kampen.economie").uuid()), ["RULE_R04 id"]);
        assert_eq!(remove("programme_lines", ProgrammeLineId::from_key("ruimte").uuid()), ["RULE_R06 id"]);
        let placed = |key: &str, whole: &str| {
            let mut places =
                drafts(vec![initiative(json!({})), place("dijk", "parent", "llo"), place("dijk", whole, key)]);
            places.remove(0);
            if let AnyFact::InitiativePart(row) = &mut places[1].fact {
                row.key = "other".parse().expect("a key");
                row.id = FactId::from_key("other");
            }
            let initiative = InitiativeId::from_key("dijk");
            let earlier = correct_fact("initiatives", "dijk", json!({ "since": "2019" }));
            let region = Arc::new(told(&region(), &earlier).expect("an earlier start").after);
            refusals(told(
                &region,
                &Command { act: Act::Place { initiative, places }, source: source(), if_revision: None },
            ))
        };
        assert_eq!(placed("deal", "agreement"), ["RULE_R11 places.1"]);
        assert_eq!(placed("economie", "programme_line"), ["RULE_R06 places"]);
    }

    #[test]
    fn with_the_first_goal_initiatives_are_refused_where_they_serve_it() {
        let goal = drafts(vec![fact::<Goal>(json!({ "key": "werk", "agreement": "agenda", "text_nl": "Werk" }))]);
        let agenda = correct_fact("cooperations", "netwerk", json!({ "agenda": "agenda" }));
        let region = Arc::new(told(&region(), &agenda).expect("an agenda").after);
        let set = Act::SetGoal { goal, served_by: vec![] };
        let told = |act| refusals(told(&region, &Command { act, source: source(), if_revision: None }));
        assert_eq!(told(set), ["RULE_R05 servedBy", "RULE_R05 servedBy"]);
    }
}
