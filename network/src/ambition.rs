//! Which level of ambition an initiative reaches: the level follows the funding (rule R10).

use rustc_hash::FxHashSet;

use crate::competence::ratified;
use crate::facts::*;
use crate::links::{Participation, Venue};
use crate::period::Tense;
use crate::table::Ix;
use crate::view::View;

/// The layers of government that pay for a level, all of them.
#[must_use]
pub fn funders(level: AmbitionLevel) -> &'static [GovernmentLayer] {
    match level {
        AmbitionLevel::Base => &[GovernmentLayer::Municipal],
        AmbitionLevel::Plus => &[GovernmentLayer::Municipal, GovernmentLayer::Provincial, GovernmentLayer::National],
    }
}

/// The highest level whose funders have all ratified a contribution of money to the initiative, on the day or before.
/// `None` when municipal money is not known to be ratified.
#[must_use]
pub fn reached_level(view: &View, initiative: Ix<Initiative>) -> Option<AmbitionLevel> {
    let network = view.network();
    let paying: FxHashSet<GovernmentLayer> = view
        .links_at(Venue::Initiative(initiative))
        .filter_map(|(link, tense)| match link.participation {
            Participation::Commitment(ix) if pays(view, ix, link.organisation, tense) => Some(link.organisation),
            _ => None,
        })
        .filter_map(|organisation| network.organisations.get(organisation).layer)
        .collect();
    let reached = |level: &AmbitionLevel| funders(*level).iter().all(|layer| paying.contains(layer));
    [AmbitionLevel::Plus, AmbitionLevel::Base].into_iter().find(reached)
}

/// Whether a commitment brought money that a competent organ ratified, and whose condition is met.
fn pays(view: &View, ix: Ix<Commitment>, organisation: Ix<Organisation>, tense: Tense) -> bool {
    let network = view.network();
    let row = network.commitments.get(ix);
    let promised =
        matches!(row.status, CommitmentStatus::Pledged | CommitmentStatus::Ratified | CommitmentStatus::Realised);
    let contributions = network.belonging.contributions_of.of(ix);
    let money = || {
        contributions
            .filter(|contribution| view.fact(&network.contributions, *contribution).is_some())
            .any(|contribution| network.contributions.get(contribution).kind == ContributionKind::Budget)
    };
    promised
        && money()
        && ratified(view, row.ratified_by.and_then(|id| network.decisions.by_id(id)), organisation)
        && (row.condition.is_none() || (tense == Tense::Current && certain(view, ix, organisation)))
}

/// Whether a conditional commitment is certain in a line of its initiative.
fn certain(view: &View, ix: Ix<Commitment>, organisation: Ix<Organisation>) -> bool {
    view.network().programme_lines.indices().any(|line| {
        let coalition = view.coalition(line);
        let standing = coalition.standing(organisation);
        standing.is_some_and(|standing| {
            let mut evidence = coalition.evidence(view.network(), standing);
            evidence.any(|item| {
                item.participation == Participation::Commitment(ix) && item.stance == crate::coalition::Stance::Ratified
            })
        })
    })
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;
    use crate::findings::testing::view;

    /// A commitment of this organisation to the programme, decided on by its own council, with money.
    fn region(promises: &[(&str, Value)]) -> Value {
        let mut facts = json!({
            "organisations": [
                {"slug": "zwolle", "kind": "MUNICIPALITY", "helix": "GOVERNMENT", "layer": "MUNICIPAL"},
                {"slug": "overijssel", "kind": "PROVINCE", "helix": "GOVERNMENT", "layer": "PROVINCIAL"},
                {"slug": "rijk", "kind": "NATIONAL_GOVERNMENT", "helix": "GOVERNMENT", "layer": "NATIONAL"},
                {"slug": "bedrijf", "helix": "BUSINESS"},
            ],
            "bodies": [{"slug": "raden-en-staten", "democratic": true}],
            "decisions": [{"key": "besluit-samen", "body": "raden-en-staten", "date": "2024-03-01"}],
            "initiatives": [{"slug": "programma", "kind": "PROGRAMME", "since": "2024", "until": "2025"}],
            "initiative_parts": [{"key": "deel", "initiative": "programma", "programme_line": "economie"}],
        });
        for noun in ["commitments", "contributions"] {
            facts[noun] = json!([]);
        }
        for (organisation, change) in promises {
            let add = |facts: &mut Value, noun: &str, row: Value| facts[noun].as_array_mut().expect("rows").push(row);
            let organ = format!("organ-{organisation}");
            add(&mut facts, "bodies", json!({"slug": organ, "organisation": organisation, "democratic": true}));
            let decision = format!("besluit-{organisation}");
            add(&mut facts, "decisions", json!({"key": decision, "body": organ, "date": "2024-03-01"}));
            let mut commitment = json!({"key": organisation, "organisation": organisation, "initiative": "programma", "ratified_by": decision});
            let mut contribution = json!({"key": organisation, "commitment": organisation});
            for (field, value) in change.as_object().expect("an object") {
                let row = if field == "kind" { &mut contribution } else { &mut commitment };
                row[field] = value.clone();
            }
            add(&mut facts, "commitments", commitment);
            add(&mut facts, "contributions", contribution);
        }
        facts
    }

    fn reached(promises: &[(&str, Value)], day: &str) -> Option<AmbitionLevel> {
        let view = view(&region(promises), day);
        reached_level(&view, view.network().initiatives.by_key("programma").expect("the programme"))
    }

    #[test]
    fn the_level_follows_the_layers_that_pay() {
        let all = ["zwolle", "overijssel", "rijk", "bedrijf"].map(|organisation| (organisation, json!({})));
        let day = "2024-03-14";
        assert_eq!(reached(&[], day), None);
        assert_eq!(reached(&all[..1], day), Some(AmbitionLevel::Base));
        assert_eq!(reached(&all[..2], day), Some(AmbitionLevel::Base));
        assert_eq!(reached(&all[..3], day), Some(AmbitionLevel::Plus));
        assert_eq!(reached(&all[1..], day), None);
    }

    #[test]
    fn only_money_that_a_competent_organ_ratified_by_the_day_counts() {
        for other in [
            json!({"kind": "EXPERTISE"}),
            json!({"ratified_by": null}),
            json!({"ratified_by": null, "status": "RATIFIED"}),
            json!({"ratified_by": "besluit-rijk"}),
            json!({"status": "INTENDED"}),
            json!({"status": "WITHDRAWN", "until": "2024-02"}),
            json!({"status": "DECLINED"}),
            json!({"since": "2025"}),
        ] {
            // The Rijk brings no money; it is there for its decision.
            let promises = [("zwolle", other.clone()), ("rijk", json!({"kind": "EXPERTISE"}))];
            assert_eq!(reached(&promises, "2024-03-14"), None, "{other}");
        }
        assert_eq!(reached(&[("zwolle", json!({}))], "2024-02-29"), None);
        assert_eq!(
            reached(&[("zwolle", json!({"ratified_by": "besluit-samen"}))], "2024-03-14"),
            Some(AmbitionLevel::Base)
        );
        // What was paid was reached, also when it is over.
        assert_eq!(reached(&[("zwolle", json!({"until": "2024"}))], "2026-01-01"), Some(AmbitionLevel::Base));
    }

    #[test]
    fn a_conditional_promise_counts_once_its_condition_is_met() {
        let condition = |parties: u32| json!({"condition": format!(r#"{{"parties":{{"atLeast":{parties}}}}}"#)});
        let promises = |parties| [("zwolle", condition(parties)), ("bedrijf", json!({}))];
        assert_eq!(reached(&promises(2), "2024-03-14"), Some(AmbitionLevel::Base));
        assert_eq!(reached(&promises(3), "2024-03-14"), None);
    }
}
