use std::sync::Arc;

use serde_json::json;

use super::*;
use crate::id::FactId;
use crate::plan::tests::{correct_fact, refusals, source, told};
use crate::plan::{Act, Command};
use crate::testing::fixture;

const REGION: &str = "municipality Kampen; municipality Zwolle; company Scania; line Economie; line Ruimte; agreement Agenda
    council Raad of Kampen; college College of Kampen; council Zwolse Raad of Zwolle; assembly Raden; board Directie of Scania
    signature Kampen under Agenda ratified by Raad on 2024-03-12
    signature Kampen under Agenda ratified by College on 2024-03-12
    signature Kampen under Agenda ratified by Zwolse Raad on 2024-03-12
    signature Kampen under Agenda ratified by Raden on 2020
    signature Kampen under Agenda ratified by Directie on 2024-03-12
    signature Zwolle under Agenda ratified by Raad on 2027-03-12
    pledge Kampen to Economie budget since 2026-01-01
    pledge Scania to Economie budget
    pledge Zwolle to Economie
    intention Kampen to Ruimte budget";

fn decided(act: Act) -> Command {
    Command { act, source: source(), if_revision: None }
}

fn id(commitment: &str) -> CommitmentId {
    CommitmentId::from_key(commitment)
}

fn ratify(commitment: &str, decision: &str) -> Command {
    decided(Act::Ratify { commitment: id(commitment), decision: DecisionId::from_key(decision) })
}

fn realise(commitment: &str, on: &str) -> Command {
    decided(Act::Realise { commitment: id(commitment), on: on.parse().expect("a date") })
}

fn done(network: &Arc<Network>, command: &Command) -> Arc<Network> {
    Arc::new(told(network, command).expect("it can be done").after)
}

fn row<'a>(network: &'a Network, commitment: &str) -> &'a Commitment {
    network.commitments.get(network.commitments.by_id(id(commitment)).expect("a commitment"))
}

#[test]
fn an_adopted_decision_of_a_competent_organ_ratifies() {
    let region = fixture(&format!("{REGION}; pledge Kampen to Agenda budget ratified by Raad on 2024-03-12 endorsed"));
    for (commitment, decision, refusal) in [
        ("kampen.economie", "raad", ""),
        // Councils adopted together what all of them take part in, long before.
        ("kampen.economie", "raden", ""),
        ("scania.economie", "directie", ""),
        ("kampen.ruimte", "raad", ""),
        ("kampen.economie", "college", "INVALID_VALUE decision"),
        ("kampen.economie", "zwolse-raad", "INVALID_VALUE decision"),
        ("kampen.economie", "directie", "INVALID_VALUE decision"),
        ("scania.economie", "raden", "INVALID_VALUE decision"),
        // It was taken in another year, and only endorsed.
        ("kampen.economie", "raad.2", "INVALID_VALUE decision"),
        ("kampen.economie", "raad.3", "INVALID_VALUE decision"),
        ("kampen.economie", "nothing", "NOT_FOUND decision"),
        ("nothing", "raad", "NOT_FOUND commitment"),
        ("zwolle.economie", "raad", "RULE_R04 commitment, INVALID_VALUE decision"),
    ] {
        let refused = refusals(told(&region, &ratify(commitment, decision))).join(", ");
        assert_eq!(refused, refusal, "{commitment} by {decision}");
    }
}

#[test]
fn the_same_decision_ratifies_once_and_what_was_delivered_stays_delivered() {
    let ratified = done(&fixture(REGION), &ratify("kampen.economie", "raad"));
    assert_eq!(row(&ratified, "kampen.economie").status, CommitmentStatus::Ratified);
    let again = refusals(told(&ratified, &ratify("kampen.economie", "raad")));
    assert_eq!(again, ["ALREADY_EXISTS decision"]);
    assert_eq!(refusals(told(&ratified, &ratify("kampen.economie", "raden"))), [""; 0]);

    let delivered = done(&fixture(REGION), &realise("kampen.economie", "2026-10"));
    let delivered = done(&delivered, &ratify("kampen.economie", "raad"));
    let row = row(&delivered, "kampen.economie");
    assert_eq!((row.status, row.ratified_by), (CommitmentStatus::Realised, Some(DecisionId::from_key("raad"))));
}

#[test]
fn what_was_pledged_is_delivered_once_and_not_before_it_began() {
    let region = fixture(REGION);
    assert_eq!(refusals(told(&region, &realise("kampen.ruimte", "2026"))), ["INVALID_VALUE commitment"]);
    assert_eq!(refusals(told(&region, &realise("kampen.economie", "2025-12-31"))), ["INVALID_PERIOD on"]);
    assert_eq!(refusals(told(&region, &realise("kampen.economie", "2025/2026"))), [""; 0], "it may lie after that");
    // What no assembly has to ratify is delivered as well.
    assert_eq!(refusals(told(&region, &realise("scania.economie", "2024"))), [""; 0]);
    let delivered = done(&region, &realise("kampen.economie", "2026"));
    assert_eq!(refusals(told(&delivered, &realise("kampen.economie", "2027"))), ["ALREADY_EXISTS commitment"]);
}

#[test]
fn a_commitment_is_not_corrected_into_one_that_was_taken_back_on_no_day() {
    let region = fixture(&format!("{REGION}; withdrawal Scania from Ruimte"));
    let correct = |key, set| refusals(told(&region, &correct_fact("commitments", key, set)));
    assert_eq!(correct("kampen.economie", json!({ "status": "WITHDRAWN" })), ["INVALID_VALUE until"]);
    assert_eq!(correct("kampen.economie", json!({ "status": "WITHDRAWN", "until": "2026-06" })), [""; 0]);
    assert_eq!(correct("zwolle.economie", json!({ "status": "RATIFIED" })), ["RULE_R04 status"]);
    // A source may not have told the day.
    assert_eq!(correct("scania.ruimte", json!({ "note": "no day is told" })), [""; 0]);
}
