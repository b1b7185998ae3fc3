//! R12: government, education and business are all present where the cooperation is steered.

use super::finding::{Finding, RuleCode, both};
use crate::competence::owner;
use crate::facts::*;
use crate::links::Venue;
use crate::period::Tense;
use crate::table::Ix;
use crate::view::View;

/// The three O's, in words.
const THREE: [(Helix, [&str; 2]); 3] = [
    (Helix::Government, ["de overheid", "government"]),
    (Helix::Education, ["het onderwijs", "education"]),
    (Helix::Business, ["de ondernemers", "business"]),
];

/// Steering bodies with seats of the day, but without one on behalf of each of the three O's. A body of which no seat is
/// known is not held against anybody.
pub(super) fn one_sided(view: &View) -> Vec<Finding> {
    let bodies = view.network().bodies.iter();
    bodies
        .filter(|(ix, row)| steers(view, *ix, row))
        .filter_map(|(ix, row)| {
            let present = helices(view, ix);
            let absent: Vec<[&str; 2]> =
                THREE.iter().filter(|(helix, _)| !present.contains(helix)).map(|(_, words)| *words).collect();
            if present.is_empty() || absent.is_empty() {
                return None;
            }
            let [nl, en] = both(&row.name_nl, row.name_en.as_deref());
            let words = |at: usize, or: &str| absent.iter().map(|words| words[at]).collect::<Vec<_>>().join(or);
            Some(Finding {
                rule: RuleCode::R12,
                severity: Severity::Warning,
                key: row.slug.to_string(),
                subjects: vec![ix.into()],
                message: [
                    format!("geen zetel bekend in {nl} namens {}", words(0, " of ")),
                    format!("no seat known in {en} on behalf of {}", words(1, " or ")),
                ],
            })
        })
        .collect()
}

/// Whether the cooperation is steered here: a political body of the network that steers lines, or one of its boards or
/// steering groups. Portfolio holders' meetings and democratic bodies are of government by nature.
fn steers(view: &View, body: Ix<Body>, row: &Body) -> bool {
    let network = view.network();
    let lines = || row.steers_programme_lines.iter().filter_map(|id| network.programme_lines.by_id(*id));
    let board = matches!(row.kind, BodyKind::GeneralBoard | BodyKind::ExecutiveBoard | BodyKind::SteeringGroup);
    row.level == Some(BodyLevel::Political)
        && !row.democratic
        && row.kind != BodyKind::PortfolioHoldersMeeting
        && (board || lines().any(|line| view.sees(line).is_some()))
        && view.sees(body) == Some(Tense::Current)
        && owner(view, body).is_none()
}

/// In whose name seats are held on the day. A group speaks for its helix also when none of its members is known.
fn helices(view: &View, body: Ix<Body>) -> Vec<Helix> {
    let network = view.network();
    let organisations = view
        .links_at(Venue::Body(body))
        .filter(|(_, tense)| *tense == Tense::Current)
        .map(|(link, _)| network.organisations.get(link.organisation).helix);
    let groups = view
        .current(&network.seats, network.belonging.seats_of.of(body))
        .filter_map(|(_, seat)| network.stakeholder_groups.by_id(seat.on_behalf_of_group?))
        .filter(|group| view.sees(*group).is_some())
        .map(|group| network.stakeholder_groups.get(group).helix);
    organisations.chain(groups).collect()
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;
    use crate::findings::testing::found;

    /// A board with a seat for each of these, which are organisations of that name.
    fn seated(body: &Value, seats: &[&str]) -> Vec<String> {
        let mut board =
            json!({"slug": "bestuur", "kind": "GENERAL_BOARD", "level": "POLITICAL", "organisation": "netwerk"});
        board.as_object_mut().expect("an object").extend(body.as_object().expect("an object").clone());
        let seat =
            |at: (usize, &&str)| json!({"key": format!("zetel-{}", at.0), "body": "bestuur", "on_behalf_of": at.1});
        let mut rows: Vec<Value> = seats.iter().enumerate().map(seat).collect();
        rows.push(json!({"key": "oud", "body": "bestuur", "on_behalf_of": "bedrijf", "until": "2023"}));
        let facts = json!({
            "organisations": [
                {"slug": "gemeente", "helix": "GOVERNMENT"},
                {"slug": "school", "helix": "EDUCATION"},
                {"slug": "bedrijf", "helix": "BUSINESS"},
                {"slug": "kvk", "helix": "INTERMEDIARY"},
            ],
            "bodies": [board],
            "seats": rows,
        });
        found(RuleCode::R12, &facts, "2024-03-14")
    }

    #[test]
    fn each_of_the_three_sits_where_the_cooperation_is_steered() {
        let (board, none) = (json!({}), Vec::<String>::new());
        assert_eq!(seated(&board, &["gemeente", "school", "bedrijf"]), none);
        assert_eq!(
            seated(&board, &["gemeente", "school"]),
            ["WARNING [bestuur] no seat known in bestuur on behalf of business"]
        );
        assert_eq!(
            seated(&board, &["kvk"]),
            ["WARNING [bestuur] no seat known in bestuur on behalf of government or education or business"]
        );
        // No known seat of the day says nothing about who sits there.
        assert_eq!(seated(&board, &[]), none);
    }

    #[test]
    fn only_political_bodies_of_the_network_that_steer_must_be_tripartite() {
        for exempt in [
            json!({"kind": "PORTFOLIO_HOLDERS_MEETING", "steers_programme_lines": "economie"}),
            json!({"democratic": true}),
            json!({"level": "OFFICIAL"}),
            json!({"kind": "BOARD"}),
            json!({"kind": "BOARD", "organisation": "kvk", "steers_programme_lines": "economie"}),
            json!({"until": "2023"}),
        ] {
            assert!(seated(&exempt, &["gemeente"]).is_empty(), "{exempt}");
        }
        for steering in
            [json!({"kind": "STEERING_GROUP"}), json!({"kind": "BOARD", "steers_programme_lines": "economie"})]
        {
            assert_eq!(seated(&steering, &["gemeente"]).len(), 1, "{steering}");
        }
    }

    #[test]
    fn a_group_speaks_for_its_helix_also_when_its_members_are_not_known() {
        let facts = json!({
            "organisations": [{"slug": "gemeente", "helix": "GOVERNMENT"}, {"slug": "school", "helix": "EDUCATION"}],
            "stakeholder_groups": [{"slug": "ondernemers", "helix": "BUSINESS"}],
            "bodies": [{"slug": "stuurgroep", "kind": "STEERING_GROUP", "level": "POLITICAL"}],
            "seats": [
                {"key": "een", "body": "stuurgroep", "on_behalf_of": "gemeente;school"},
                {"key": "twee", "body": "stuurgroep", "on_behalf_of_group": "ondernemers", "since": "2024"},
            ],
        });
        assert!(found(RuleCode::R12, &facts, "2024-03-14").is_empty());
        assert_eq!(
            found(RuleCode::R12, &facts, "2023-12-31"),
            ["WARNING [stuurgroep] no seat known in stuurgroep on behalf of business"]
        );
    }
}
