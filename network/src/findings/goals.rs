//! R05: activities serve goals of the running agenda.

use super::finding::{Finding, RuleCode, both};
use crate::facts::*;
use crate::period::Tense;
use crate::table::Ix;
use crate::view::View;

/// Initiatives of the day that serve no goal of the running agenda. As long as no goals or no agenda are known the rule
/// as a whole is open: one finding, as nothing can be held against an initiative.
pub(super) fn without(view: &View) -> Vec<Finding> {
    among(view, view.network().initiatives.indices())
}

/// Those among some initiatives.
pub(super) fn among(view: &View, mut initiatives: impl Iterator<Item = Ix<Initiative>>) -> Vec<Finding> {
    let network = view.network();
    let current = |ix: &Ix<Initiative>| view.sees(*ix) == Some(Tense::Current);
    let agenda = network.cooperation().agenda.and_then(|id| network.agreements.by_id(id));
    let Some(agenda) = agenda.filter(|ix| view.sees(*ix) == Some(Tense::Current)) else {
        return if initiatives.any(|ix| current(&ix)) { vec![no_agenda(view)] } else { Vec::new() };
    };
    let set_by_agenda = |ix: Ix<Goal>| {
        network.goals.get(ix).agreement == network.agreements.get(agenda).id && view.fact(&network.goals, ix).is_some()
    };
    let row = network.agreements.get(agenda);
    let [agenda_nl, agenda_en] = both(&row.name_nl, row.name_en.as_deref());
    if !network.goals.indices().any(set_by_agenda) {
        return vec![Finding {
            rule: RuleCode::R05,
            severity: Severity::Warning,
            key: format!("agreements.{}", row.slug),
            subjects: vec![agenda.into()],
            message: [
                format!(
                    "geen bron gevonden die de doelen noemt van {agenda_nl}: niet te toetsen welke initiatieven ze dienen"
                ),
                format!(
                    "no source found lists the goals of {agenda_en}: it cannot be told which initiatives serve them"
                ),
            ],
        }];
    }
    let serves = |row: &Initiative| row.goals.iter().filter_map(|id| network.goals.by_id(*id)).any(set_by_agenda);
    let current = initiatives.filter(current).map(|ix| (ix, network.initiatives.get(ix)));
    let aimless = current.filter(|(_, row)| !serves(row));
    aimless
        .map(|(ix, row)| {
            let [nl, en] = both(&row.name_nl, row.name_en.as_deref());
            Finding {
                rule: RuleCode::R05,
                severity: Severity::Error,
                key: format!("initiatives.{}", row.slug),
                subjects: vec![ix.into(), agenda.into()],
                message: [
                    format!("{nl} dient geen doel van {agenda_nl}"),
                    format!("{en} serves no goal of {agenda_en}"),
                ],
            }
        })
        .collect()
}

fn no_agenda(view: &View) -> Finding {
    let network = view.network();
    let cooperation = network.cooperation();
    let [nl, en] = both(&cooperation.name_nl, cooperation.name_en.as_deref());
    Finding {
        rule: RuleCode::R05,
        severity: Severity::Warning,
        key: format!("cooperations.{}", cooperation.slug),
        subjects: network.organisations.by_id(cooperation.organisation).map(Into::into).into_iter().collect(),
        message: [
            format!("geen lopende agenda bekend van {nl}: niet te toetsen of initiatieven doelen ervan dienen"),
            format!("no running agenda of {en} is known: it cannot be told whether initiatives serve its goals"),
        ],
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;
    use crate::findings::testing::found;

    fn initiatives(goals: &Value) -> Value {
        json!({
            "agreements": [{"slug": "oude-agenda", "kind": "AGENDA", "since": "2018", "until": "2023"}],
            "goals": goals,
            "initiatives": [
                {"slug": "doelgericht", "since": "2024", "goals": "werk"},
                {"slug": "doelloos", "since": "2024"},
                {"slug": "oud-doel", "since": "2022", "goals": "oud"},
                {"slug": "voorbij", "since": "2022", "until": "2023"},
            ],
        })
    }

    #[test]
    fn without_known_goals_the_rule_is_open_as_a_whole() {
        let facts = json!({"initiatives": [{"slug": "een"}, {"slug": "twee"}]});
        let open = "no source found lists the goals of agenda: it cannot be told which initiatives serve them";
        assert_eq!(found(RuleCode::R05, &facts, "2024-03-14"), [format!("WARNING [agenda] {open}")]);
        assert_eq!(found(RuleCode::R05, &json!({}), "2024-03-14"), [format!("WARNING [agenda] {open}")]);
    }

    #[test]
    fn every_initiative_of_the_day_serves_a_goal_of_the_running_agenda() {
        let goals = json!([{"key": "werk", "agreement": "agenda"}, {"key": "oud", "agreement": "oude-agenda"}]);
        assert_eq!(
            found(RuleCode::R05, &initiatives(&goals), "2024-03-14"),
            [
                "ERROR [doelloos agenda] doelloos serves no goal of agenda",
                "ERROR [oud-doel agenda] oud-doel serves no goal of agenda"
            ]
        );
    }

    #[test]
    fn without_a_running_agenda_nothing_can_be_told_of_the_initiatives_of_the_day() {
        let facts = json!({"initiatives": [{"slug": "project", "since": "2022", "until": "2028"}]});
        assert_eq!(
            found(RuleCode::R05, &facts, "2023-12-31"),
            [
                "WARNING [netwerk] no running agenda of netwerk is known: it cannot be told whether initiatives serve its goals"
            ]
        );
        assert!(found(RuleCode::R05, &facts, "2021-12-31").is_empty());
        assert!(found(RuleCode::R05, &facts, "2029-01-01").is_empty());
    }
}
