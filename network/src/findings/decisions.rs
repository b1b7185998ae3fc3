//! R01: only democratic bodies take decisions. R13: a joint step is not dated before the decisions it builds on.

use chrono::NaiveDate;

use super::finding::{Finding, RuleCode, both};
use crate::competence::{may_adopt, owner};
use crate::facts::*;
use crate::table::Ix;
use crate::view::View;
use crate::words::date_in_words;

/// Decisions adopted by a body that may not adopt, and decisions that such a body endorsed outside an adopted frame.
pub(super) fn not_competent(view: &View) -> Vec<Finding> {
    view.network().decisions.indices().filter_map(|ix| incompetent(view, ix)).collect()
}

/// A decision that was adopted by a body that may not adopt, or endorsed outside an adopted frame.
pub(super) fn incompetent(view: &View, decision: Ix<Decision>) -> Option<Finding> {
    let network = view.network();
    view.sees(decision)?;
    let row = network.decisions.get(decision);
    let body = network.bodies.by_id(row.body).filter(|body| !may_adopt(view, *body))?;
    let message = match row.outcome {
        DecisionOutcome::Adopted => adopted(view, row, body),
        DecisionOutcome::Endorsed => match parent(view, row) {
            Some(frame) if network.decisions.get(frame).outcome == DecisionOutcome::Adopted => return None,
            frame => endorsed(view, row, body, frame),
        },
        DecisionOutcome::Advised => return None,
    };
    Some(Finding {
        rule: RuleCode::R01,
        severity: Severity::Error,
        key: row.key.to_string(),
        subjects: vec![decision.into(), body.into()],
        message,
    })
}

/// Decisions that are, or may be, older than the decision within which they were taken.
pub(super) fn too_early(view: &View) -> Vec<Finding> {
    let network = view.network();
    let seen = network.decisions.indices().filter(|ix| view.sees(*ix).is_some());
    seen.filter_map(|decision| {
        let row = network.decisions.get(decision);
        let frame = parent(view, row)?;
        let above = network.decisions.get(frame);
        // A side without a bound may lie anywhere.
        let in_time = above.date.latest().unwrap_or(NaiveDate::MAX) <= row.date.earliest().unwrap_or(NaiveDate::MIN);
        (!in_time).then(|| Finding {
            rule: RuleCode::R13,
            severity: Severity::Warning,
            key: row.key.to_string(),
            subjects: vec![decision.into(), frame.into()],
            message: early(row, above),
        })
    })
    .collect()
}

fn parent(view: &View, row: &Decision) -> Option<Ix<Decision>> {
    row.parent.and_then(|id| view.network().decisions.by_id(id)).filter(|ix| view.sees(*ix).is_some())
}

fn adopted(view: &View, row: &Decision, body: Ix<Body>) -> [String; 2] {
    let [nl, en] = body_name(view, body);
    let [what_nl, what_en] = both(&row.title_nl, row.title_en.as_deref());
    // "Directie" alone tells nobody whose.
    let [of_nl, of_en] = owner(view, body).map_or_else(Default::default, |owner| {
        [Language::Nl, Language::En].map(|language| format!(" ({})", view.name(owner, language)))
    });
    [
        format!(
            "\"{what_nl}\" is vastgesteld door {nl}{of_nl}, geen democratisch orgaan: dat kan alleen bekrachtigen of adviseren"
        ),
        format!("\"{what_en}\" was adopted by {en}{of_en}, no democratic body: it can only endorse or advise"),
    ]
}

fn endorsed(view: &View, row: &Decision, body: Ix<Body>, frame: Option<Ix<Decision>>) -> [String; 2] {
    let [nl, en] = body_name(view, body);
    let [what_nl, what_en] = both(&row.title_nl, row.title_en.as_deref());
    match frame.map(|ix| view.network().decisions.get(ix)) {
        Some(frame) => {
            let [frame_nl, frame_en] = both(&frame.title_nl, frame.title_en.as_deref());
            [
                format!("\"{what_nl}\" is door {nl} bekrachtigd binnen \"{frame_nl}\", dat niet is vastgesteld"),
                format!("\"{what_en}\" was endorsed by {en} within \"{frame_en}\", which is not adopted"),
            ]
        }
        None => [
            format!("\"{what_nl}\" is door {nl} bekrachtigd zonder vastgesteld besluit waarbinnen het past"),
            format!("\"{what_en}\" was endorsed by {en} without an adopted decision within which it stands"),
        ],
    }
}

fn early(row: &Decision, above: &Decision) -> [String; 2] {
    let surely = matches!((row.date.latest(), above.date.earliest()), (Some(own), Some(above)) if own < above);
    let [nl, en] = both(&row.title_nl, row.title_en.as_deref());
    let [above_nl, above_en] = both(&above.title_nl, above.title_en.as_deref());
    let dates = |language| (date_in_words(row.date, language), date_in_words(above.date, language));
    let (own_date_nl, above_date_nl) = dates(Language::Nl);
    let (own_date_en, above_date_en) = dates(Language::En);
    let (lies, is) = if surely { ("ligt", "is dated") } else { ("ligt misschien", "may be dated") };
    [
        format!(
            "\"{nl}\" ({own_date_nl}) {lies} vóór het besluit waarop het voortbouwt: \"{above_nl}\" ({above_date_nl})"
        ),
        format!(
            "\"{en}\" ({own_date_en}) {is} before the decision that it builds on: \"{above_en}\" ({above_date_en})"
        ),
    ]
}

fn body_name(view: &View, body: Ix<Body>) -> [&str; 2] {
    let row = view.network().bodies.get(body);
    both(&row.name_nl, row.name_en.as_deref())
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;
    use crate::findings::testing::found;

    fn decided(decisions: &Value) -> Value {
        json!({
            "organisations": [
                {"slug": "kampen", "kind": "MUNICIPALITY", "helix": "GOVERNMENT", "layer": "MUNICIPAL"},
                {"slug": "school", "kind": "SCHOOL", "helix": "EDUCATION"},
            ],
            "bodies": [
                {"slug": "raden", "democratic": true},
                {"slug": "bestuur", "kind": "GENERAL_BOARD", "organisation": "netwerk"},
                {"slug": "dagelijks", "kind": "EXECUTIVE_BOARD"},
                {"slug": "raad", "organisation": "kampen", "democratic": true},
                {"slug": "directie", "organisation": "kampen"},
                {"slug": "schoolbestuur", "organisation": "school"},
            ],
            "decisions": decisions,
        })
    }

    #[test]
    fn only_democratic_bodies_and_boards_of_who_is_no_government_adopt() {
        let all = ["raden", "bestuur", "dagelijks", "raad", "directie", "schoolbestuur"];
        let decisions = all.map(|body| json!({"key": format!("van-{body}"), "body": body}));
        assert_eq!(
            found(RuleCode::R01, &decided(&json!(decisions)), "2024-03-14"),
            [
                "ERROR [van-bestuur bestuur] \"van-bestuur\" was adopted by bestuur, no democratic body: it can only endorse or advise",
                "ERROR [van-dagelijks dagelijks] \"van-dagelijks\" was adopted by dagelijks, no democratic body: it can only endorse or advise",
                "ERROR [van-directie directie] \"van-directie\" was adopted by directie (kampen), no democratic body: it can only endorse or advise",
            ]
        );
    }

    #[test]
    fn a_body_that_may_not_adopt_endorses_within_an_adopted_frame_only() {
        let decisions = json!([
            {"key": "agenda", "body": "raden"},
            {"key": "advies", "body": "dagelijks", "outcome": "ADVISED"},
            {"key": "plan", "body": "bestuur", "outcome": "ENDORSED", "parent": "agenda"},
            {"key": "los-plan", "body": "bestuur", "outcome": "ENDORSED"},
            {"key": "plan-op-advies", "body": "bestuur", "outcome": "ENDORSED", "parent": "advies"},
            {"key": "steun-van-de-raad", "body": "raad", "outcome": "ENDORSED"},
        ]);
        assert_eq!(
            found(RuleCode::R01, &decided(&decisions), "2024-03-14"),
            [
                "ERROR [los-plan bestuur] \"los-plan\" was endorsed by bestuur without an adopted decision within which it stands",
                "ERROR [plan-op-advies bestuur] \"plan-op-advies\" was endorsed by bestuur within \"advies\", which is not adopted",
            ]
        );
    }

    fn dates(above: &str, own: &str) -> Vec<String> {
        let decisions = json!([
            {"key": "agenda", "body": "raden", "date": above},
            {"key": "plan", "body": "bestuur", "outcome": "ENDORSED", "parent": "agenda", "date": own},
        ]);
        found(RuleCode::R13, &decided(&decisions), "2024-03-14")
    }

    #[test]
    fn a_step_follows_the_decision_that_it_builds_on() {
        assert!(dates("2023-07/2024-01~", "2024-03-14").is_empty());
        assert!(dates("2024-03-14", "2024-03-14").is_empty());
        assert_eq!(
            dates("2024-04", "2024-03-14"),
            [
                "WARNING [plan agenda] \"plan\" (14 March 2024) is dated before the decision that it builds on: \"agenda\" (April 2024)"
            ]
        );
        assert_eq!(
            dates("2024-03", "2024-03-14"),
            [
                "WARNING [plan agenda] \"plan\" (14 March 2024) may be dated before the decision that it builds on: \"agenda\" (March 2024)"
            ]
        );
        assert_eq!(
            dates("2023", "[..2024]"),
            [
                "WARNING [plan agenda] \"plan\" (at the latest 2024) may be dated before the decision that it builds on: \"agenda\" (2023)"
            ]
        );
    }
}
