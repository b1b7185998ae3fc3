//! R04: taking part is not without obligation.

use super::finding::{Finding, RuleCode, both};
use crate::competence::taken;
use crate::facts::*;
use crate::links::{Participation, Venue};
use crate::period::Tense;
use crate::table::Ix;
use crate::view::View;
use crate::words::date_in_words;

/// Promises of the day that name no contribution. To ratify one is a breach; as long as it is not ratified it is open.
pub(super) fn open(view: &View) -> Vec<Finding> {
    view.network().commitments.indices().filter_map(|ix| is_open(view, ix)).collect()
}

/// A promise of the day that names no contribution.
pub(super) fn is_open(view: &View, ix: Ix<Commitment>) -> Option<Finding> {
    let network = view.network();
    let row = network.commitments.get(ix);
    let mut contributions = network.belonging.contributions_of.of(ix);
    if matches!(row.status, CommitmentStatus::Declined | CommitmentStatus::Withdrawn)
        || contributions.any(|contribution| view.fact(&network.contributions, contribution).is_some())
        || view.sees(ix) != Some(Tense::Current)
    {
        return None;
    }
    let organisation = network.organisations.by_id(row.organisation)?;
    let decision = row.ratified_by.and_then(|id| network.decisions.by_id(id));
    let ratified = row.status == CommitmentStatus::Ratified || decision.is_some_and(|ix| taken(view, ix).is_some());
    Some(Finding {
        rule: RuleCode::R04,
        severity: if ratified { Severity::Error } else { Severity::Warning },
        key: row.key.to_string(),
        subjects: vec![ix.into(), organisation.into()],
        message: message(view, ix, organisation, ratified)?,
    })
}

fn message(view: &View, ix: Ix<Commitment>, organisation: Ix<Organisation>, ratified: bool) -> Option<[String; 2]> {
    let network = view.network();
    let row = network.commitments.get(ix);
    let (promise_nl, promise_en) = match row.status {
        CommitmentStatus::Intended => ("het voornemen", "the intention"),
        _ => ("de toezegging", "the pledge"),
    };
    let [venue_nl, venue_en] = venue_name(view, network.venue(Participation::Commitment(ix))?);
    let [by_nl, by_en] = [view.name(organisation, Language::Nl), view.name(organisation, Language::En)];
    let [since_nl, since_en] = row.since.map_or_else(Default::default, |date| {
        let words = |language| date_in_words(date, language);
        [format!(" (sinds {})", words(Language::Nl)), format!(" (since {})", words(Language::En))]
    });
    let what_nl = format!("{promise_nl} van {by_nl} aan {venue_nl}{since_nl}");
    let what_en = format!("{promise_en} of {by_en} to {venue_en}{since_en}");
    Some(if ratified {
        [format!("bekrachtigd zonder bijdrage: {what_nl}"), format!("ratified without a contribution: {what_en}")]
    } else {
        [format!("geen bijdrage genoemd bij {what_nl}"), format!("no contribution named in {what_en}")]
    })
}

fn venue_name(view: &View, venue: Venue) -> [&str; 2] {
    let network = view.network();
    let (nl, en) = match venue {
        Venue::Body(ix) => (&network.bodies.get(ix).name_nl, &network.bodies.get(ix).name_en),
        Venue::ProgrammeLine(ix) => {
            (&network.programme_lines.get(ix).name_nl, &network.programme_lines.get(ix).name_en)
        }
        Venue::Initiative(ix) => (&network.initiatives.get(ix).name_nl, &network.initiatives.get(ix).name_en),
        Venue::Agreement(ix) => (&network.agreements.get(ix).name_nl, &network.agreements.get(ix).name_en),
    };
    both(nl, en.as_deref())
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;
    use crate::findings::testing::found;

    fn promised(commitment: &Value) -> Value {
        let mut row =
            json!({"key": "toezegging", "organisation": "kampen", "programme_line": "economie", "since": "2024-02"});
        row.as_object_mut().expect("an object").extend(commitment.as_object().expect("an object").clone());
        json!({
            "organisations": [{"slug": "kampen"}],
            "bodies": [{"slug": "raad", "organisation": "kampen", "democratic": true}],
            "decisions": [{"key": "besluit", "body": "raad", "date": "2024-05-01"}],
            "commitments": [row],
        })
    }

    fn with_contribution(commitment: &Value, contribution: &Value) -> Value {
        let mut facts = promised(commitment);
        let mut row = json!({"key": "bijdrage", "commitment": "toezegging"});
        row.as_object_mut().expect("an object").extend(contribution.as_object().expect("an object").clone());
        facts["contributions"] = json!([row]);
        facts
    }

    #[test]
    fn a_promise_without_a_contribution_is_open_as_long_as_it_holds() {
        let pledge = promised(&json!({"until": "2024-06"}));
        assert_eq!(
            found(RuleCode::R04, &pledge, "2024-03-14"),
            [
                "WARNING [toezegging kampen] no contribution named in the pledge of kampen to economie (since February 2024)"
            ]
        );
        assert!(found(RuleCode::R04, &pledge, "2024-01-31").is_empty());
        assert!(found(RuleCode::R04, &pledge, "2024-07-01").is_empty());
        assert_eq!(
            found(RuleCode::R04, &promised(&json!({"status": "INTENDED", "since": null})), "2024-03-14"),
            ["WARNING [toezegging kampen] no contribution named in the intention of kampen to economie"]
        );
        for status in ["DECLINED", "WITHDRAWN"] {
            assert!(found(RuleCode::R04, &promised(&json!({"status": status})), "2024-03-14").is_empty());
        }
    }

    #[test]
    fn a_promise_with_a_contribution_is_kept_apart_from_its_amount() {
        assert!(
            found(RuleCode::R04, &with_contribution(&json!({}), &json!({"kind": "EXPERTISE"})), "2024-03-14")
                .is_empty()
        );
        // A contribution that has not begun is not there.
        let later = with_contribution(&json!({}), &json!({"since": "2025"}));
        assert_eq!(found(RuleCode::R04, &later, "2024-03-14").len(), 1);
        assert!(found(RuleCode::R04, &later, "2025-01-01").is_empty());
    }

    #[test]
    fn a_promise_without_a_contribution_cannot_be_ratified() {
        let ratified = "ERROR [toezegging kampen] ratified without a contribution: the pledge of kampen to economie (since February 2024)";
        assert_eq!(found(RuleCode::R04, &promised(&json!({"status": "RATIFIED"})), "2024-03-14"), [ratified]);
        let decided = promised(&json!({"ratified_by": "besluit"}));
        assert_eq!(found(RuleCode::R04, &decided, "2024-05-01"), [ratified]);
        assert!(found(RuleCode::R04, &decided, "2024-04-30")[0].starts_with("WARNING"));
        assert!(
            found(RuleCode::R04, &with_contribution(&json!({"status": "RATIFIED"}), &json!({})), "2024-05-01")
                .is_empty()
        );
    }
}
