//! R11: deal activities lie inside the deal's period. R14: the shape of a deal proposition.

use rustc_hash::FxHashSet;

use super::finding::{Finding, RuleCode, both};
use crate::date::PartialDate;
use crate::facts::*;
use crate::period::Tense;
use crate::table::Ix;
use crate::view::View;
use crate::words::date_in_words;

/// Initiatives of a Regio Deal, at any depth, that begin before it, end after it or go on when it has ended. An end that
/// nobody knows is not held against a project as long as the deal runs.
pub(super) fn outside(view: &View) -> Vec<Finding> {
    let of_deal = |deal| initiatives(view, deal).into_iter().filter_map(move |ix| lies_outside(view, deal, ix));
    deals(view).flat_map(|(deal, _)| of_deal(deal)).collect()
}

/// An initiative of a Regio Deal that does not lie inside it.
pub(super) fn lies_outside(view: &View, deal: Ix<Agreement>, ix: Ix<Initiative>) -> Option<Finding> {
    let network = view.network();
    let row = network.agreements.get(deal);
    let tense = is_deal(view, deal)?;
    let initiative = network.initiatives.get(ix);
    let (begins, ends) = (network.initiatives.span(ix), network.agreements.span(deal));
    let mut reasons: Vec<[String; 2]> = Vec::new();
    if let Some(since) = initiative.since.filter(|_| begins.from < ends.from) {
        reasons.push(dated(since, "begint", "begins"));
    }
    match initiative.until {
        Some(until) if begins.to > ends.to => reasons.push(dated(until, "eindigt", "ends")),
        None if tense == Tense::Ended => reasons.push(["loopt door".into(), "goes on".into()]),
        _ => {}
    }
    if reasons.is_empty() {
        return None;
    }
    let [nl, en] = both(&initiative.name_nl, initiative.name_en.as_deref());
    let [deal_nl, deal_en] = both(&row.name_nl, row.name_en.as_deref());
    let [period_nl, period_en] = period(row);
    let words = |at: usize| reasons.iter().map(|words| words[at].as_str()).collect::<Vec<_>>().join(", ");
    Some(Finding {
        rule: RuleCode::R11,
        severity: Severity::Error,
        key: format!("{}/{}", initiative.slug, row.slug),
        subjects: vec![ix.into(), deal.into()],
        message: [
            format!("{nl} valt buiten de looptijd van {deal_nl}{period_nl}: {}", words(0)),
            format!("{en} lies outside the period of {deal_en}{period_en}: {}", words(1)),
        ],
    })
}

/// Propositions that do not show all of the agenda, three action lines, joint means and the task. A deal that was signed
/// and of which no source tells on what it rests is not checked.
pub(super) fn incomplete(view: &View) -> Vec<Finding> {
    let network = view.network();
    let mut findings = Vec::new();
    for (deal, _) in deals(view) {
        let row = network.agreements.get(deal);
        let said = network.belonging.statements_of_agreement.of(deal);
        let said: Vec<&Statement> =
            said.filter(|ix| view.sees(*ix).is_some()).map(|ix| network.statements.get(ix)).collect();
        let bases: Vec<&Statement> = said.iter().copied().filter(|row| row.kind == StatementKind::Basis).collect();
        if bases.is_empty() && !matches!(row.status, AgreementStatus::Proposed | AgreementStatus::Awarded) {
            continue;
        }
        let lines = said.iter().filter(|row| row.kind == StatementKind::ActionLine).count();
        let missing: Vec<[String; 2]> = [
            (!bases.iter().any(|basis| names_agenda(view, basis))).then(|| ["de agenda", "the agenda"].map(Into::into)),
            (lines != 3).then(|| {
                [format!("drie actielijnen ({lines} gevonden)"), format!("three action lines ({lines} found)")]
            }),
            (!bases.iter().any(|basis| speaks_of(basis, "middelen", "means")))
                .then(|| ["de gezamenlijke inzet van middelen", "the joint intention to commit means"].map(Into::into)),
            (!bases.iter().any(|basis| speaks_of(basis, "opgave", "task")))
                .then(|| ["de opgave als vertrekpunt", "the task as its start"].map(Into::into)),
        ]
        .into_iter()
        .flatten()
        .collect();
        if missing.is_empty() {
            continue;
        }
        let [nl, en] = both(&row.name_nl, row.name_en.as_deref());
        let shown = 4 - missing.len();
        let words = |at: usize| missing.iter().map(|words| words[at].as_str()).collect::<Vec<_>>().join(", ");
        findings.push(Finding {
            rule: RuleCode::R14,
            severity: Severity::Warning,
            key: row.slug.to_string(),
            subjects: vec![deal.into()],
            message: [
                format!("{nl} toont {shown} van 4 grondslagen van een propositie; niet gevonden: {}", words(0)),
                format!("{en} shows {shown} of 4 bases of a proposition; not found: {}", words(1)),
            ],
        });
    }
    findings
}

fn deals(view: &View) -> impl Iterator<Item = (Ix<Agreement>, Tense)> {
    view.network().agreements.indices().filter_map(|ix| is_deal(view, ix).map(|tense| (ix, tense)))
}

fn is_deal(view: &View, ix: Ix<Agreement>) -> Option<Tense> {
    let is = view.network().agreements.get(ix).kind == AgreementKind::RegioDeal;
    is.then(|| view.sees(ix)).flatten()
}

/// The deals of which an initiative is a part, at any depth.
pub(super) fn above(view: &View, initiative: Ix<Initiative>) -> FxHashSet<Ix<Agreement>> {
    let network = view.network();
    let mut found = FxHashSet::default();
    let mut met = FxHashSet::default();
    let mut stack = vec![initiative];
    while let Some(ix) = stack.pop() {
        if view.sees(ix).is_none() || !met.insert(ix) {
            continue;
        }
        let places = network.belonging.places_of.of(ix);
        for part in places.filter(|part| view.fact(&network.initiative_parts, *part).is_some()) {
            let part = network.initiative_parts.get(part);
            found.extend(part.agreement.and_then(|id| network.agreements.by_id(id)));
            stack.extend(part.parent.and_then(|id| network.initiatives.by_id(id)));
        }
    }
    found
}

/// The initiatives of a deal, and what is part of those.
pub(super) fn initiatives(view: &View, deal: Ix<Agreement>) -> Vec<Ix<Initiative>> {
    let network = view.network();
    let mut found = Vec::new();
    let mut met = FxHashSet::default();
    let mut parts: Vec<Ix<InitiativePart>> = network.belonging.parts_of_agreement.of(deal).collect();
    while let Some(part) = parts.pop() {
        let initiative = network.initiatives.by_id(network.initiative_parts.get(part).initiative);
        if let Some(ix) = initiative
            && view.fact(&network.initiative_parts, part).is_some()
            && view.sees(ix).is_some()
            && met.insert(ix)
        {
            found.push(ix);
            parts.extend(network.belonging.parts_of_initiative.of(ix));
        }
    }
    found
}

fn names_agenda(view: &View, basis: &Statement) -> bool {
    let network = view.network();
    let named = basis.refers_to.and_then(|id| network.agreements.by_id(id)).filter(|ix| view.sees(*ix).is_some());
    named.is_some_and(|ix| network.agreements.get(ix).kind == AgreementKind::Agenda)
}

/// Whether a statement speaks of something. Statements carry no code for what they are about, so their words decide.
fn speaks_of(statement: &Statement, nl: &str, en: &str) -> bool {
    let english = statement.text_en.as_deref().unwrap_or_default().to_lowercase();
    statement.text_nl.to_lowercase().contains(nl)
        || english.split(|c: char| !c.is_alphanumeric()).any(|word| word == en)
}

fn dated(date: PartialDate, nl: &str, en: &str) -> [String; 2] {
    [format!("{nl} {}", date_in_words(date, Language::Nl)), format!("{en} {}", date_in_words(date, Language::En))]
}

/// " (2020 tot en met 2023)" in both languages.
fn period(row: &Agreement) -> [String; 2] {
    let words = |language| {
        (row.since.map(|date| date_in_words(date, language)), row.until.map(|date| date_in_words(date, language)))
    };
    let text = |language, from: &str, to: &str| match words(language) {
        (Some(since), Some(until)) => format!(" ({since} {to} {until})"),
        (Some(since), None) => format!(" ({from} {since})"),
        (None, Some(until)) => format!(" ({to} {until})"),
        (None, None) => String::new(),
    };
    [text(Language::Nl, "vanaf", "tot en met"), text(Language::En, "from", "to")]
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;
    use crate::findings::testing::found;

    fn project(since: &str, until: &str, day: &str) -> Vec<String> {
        let date = |text: &str| (!text.is_empty()).then(|| text.to_owned());
        let facts = json!({
            "agreements": [{"slug": "deal", "kind": "REGIO_DEAL", "since": "2020", "until": "2023", "status": "ENDED"}],
            "initiatives": [
                {"slug": "project", "since": "2020", "until": "2023"},
                {"slug": "activiteit", "kind": "ACTIVITY", "since": date(since), "until": date(until)},
            ],
            "initiative_parts": [
                {"key": "een", "initiative": "project", "agreement": "deal"},
                {"key": "twee", "initiative": "activiteit", "parent": "project"},
                {"key": "drie", "initiative": "activiteit", "agreement": "deal"},
            ],
        });
        found(RuleCode::R11, &facts, day)
    }

    #[test]
    fn deal_activities_lie_inside_the_period_of_the_deal() {
        let outside = |why: &str| {
            vec![format!("ERROR [activiteit deal] activiteit lies outside the period of deal (2020 to 2023): {why}")]
        };
        for inside in [("2020", "2023"), ("2021-03", "2022"), ("", "2023-12-31"), ("", "2021")] {
            assert!(project(inside.0, inside.1, "2026-01-01").is_empty(), "{inside:?}");
        }
        assert_eq!(project("2021", "2024", "2023-01-01"), outside("ends 2024"));
        assert_eq!(project("2019-12", "2024-01", "2026-01-01"), outside("begins December 2019, ends January 2024"));
        assert_eq!(project("2024", "2024", "2024-03-14"), outside("ends 2024"));
        // Nobody knows the end yet as long as the deal runs.
        assert!(project("2021", "", "2023-12-31").is_empty());
        assert_eq!(project("2021", "", "2024-01-01"), outside("goes on"));
    }

    fn proposition(deal: &Value, statements: &[Value]) -> Vec<String> {
        let rows: Vec<Value> = statements
            .iter()
            .enumerate()
            .map(|(at, statement)| {
                let mut row = json!({"key": format!("uitspraak-{at}"), "agreement": "deal"});
                row.as_object_mut().expect("an object").extend(statement.as_object().expect("an object").clone());
                row
            })
            .collect();
        let mut row = json!({"slug": "deal", "kind": "REGIO_DEAL"});
        row.as_object_mut().expect("an object").extend(deal.as_object().expect("an object").clone());
        found(RuleCode::R14, &json!({"agreements": [row], "statements": rows}), "2024-03-14")
    }

    fn complete() -> Vec<Value> {
        let line = json!({"kind": "ACTION_LINE"});
        vec![
            json!({"text_nl": "Meerjarige agenda", "refers_to": "agenda"}),
            json!({"text_nl": "Gezamenlijke intentie tot aanwenden van middelen"}),
            json!({"text_nl": "Wens om vanuit de opgave te werken"}),
            line.clone(),
            line.clone(),
            line,
        ]
    }

    #[test]
    fn a_proposition_rests_on_four_bases() {
        assert!(proposition(&json!({}), &complete()).is_empty());
        let mut two_lines = complete();
        two_lines.pop();
        assert_eq!(
            proposition(&json!({}), &two_lines),
            ["WARNING [deal] deal shows 3 of 4 bases of a proposition; not found: three action lines (2 found)"]
        );
        assert_eq!(
            proposition(&json!({"status": "AWARDED"}), &[]),
            [
                "WARNING [deal] deal shows 0 of 4 bases of a proposition; not found: the agenda, three action lines (0 found), \
              the joint intention to commit means, the task as its start"
            ]
        );
        // The agenda is meant, not any paper; the words stand in the bases, not in other statements.
        let elsewhere = [
            json!({"text_nl": "Vorige deal", "refers_to": "deal"}),
            json!({"text_nl": "Middelen voor de opgave", "kind": "CLAIM"}),
        ];
        assert!(proposition(&json!({}), &elsewhere)[0].contains("0 of 4"));
    }

    #[test]
    fn a_signed_deal_of_which_no_bases_are_known_is_not_checked() {
        assert!(proposition(&json!({"status": "ENDED"}), &[json!({"kind": "ACTION_LINE"})]).is_empty());
        assert!(proposition(&json!({"kind": "COVENANT", "status": "PROPOSED"}), &[]).is_empty());
    }
}
