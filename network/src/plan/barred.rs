//! Who may write what: the desk by the side of the facts of the network, and each partner what it holds.

use super::rejection::{ErrorCode, Rejection};
use super::{Act, Imported, Planned, Pointer};
use crate::any_fact::AnyFact;
use crate::audience::{Audience, Sight};
use crate::change::Change;
use crate::id::OrganisationId;
use crate::network::Network;

/// Why somebody may not write what a command comes to; empty: they may.
///
/// * Nobody writes what they would not see.
/// * Who plans contacts for a partner changes what that partner holds or nobody does; who does so for none, or for the
///   cooperation itself or a part of it, changes what any partner holds. Persons and offices that more than the desk sees are for editors.
///
/// Which verbs a role has is settled before: an editor has none for what only the desk knows.
///
/// * `planned`: what the command comes to of what they see.
#[must_use]
pub fn barred(network: &Network, act: &Act, planned: &Planned, sight: Sight) -> Vec<Rejection> {
    let Planned { changes, imported, .. } = planned;
    let path = |fact: &AnyFact, field: &str| path(act, imported, fact, field);
    let about = act.about();
    let is_meant = |change: &&Change| {
        let is = |target: &Pointer| target.id == change.fact().uuid() && target.noun == change.fact().noun();
        matches!(act, Act::Record(_) | Act::Import(_)) || about.iter().any(is)
    };
    let unseen = changes.iter().filter_map(|change| unseen(change.after()?, sight, path));
    let Sight::Desk(own) = sight else { return unseen.collect() };
    let own = own.filter(|own| !network.is_of_cooperation(*own));
    let others = changes.iter().filter(is_meant).filter_map(|change| not_theirs(change, own, path));
    unseen.chain(others).collect()
}

/// That somebody would not see what they write.
fn unseen(after: &AnyFact, sight: Sight, path: impl Fn(&AnyFact, &str) -> Vec<String>) -> Option<Rejection> {
    let field = match after.audience() {
        _ if after.is_seen_by(sight) => return None,
        Audience::HolderOnly if sight.is_of_desk() => "holder",
        _ => "audience",
    };
    Some(Rejection::new(
        ErrorCode::InvalidValue,
        &names(&path(after, field)),
        "u zou dit zelf niet meer zien",
        "you would not see this yourself",
    ))
}

/// That it is not theirs to change.
fn not_theirs(
    change: &Change,
    own: Option<OrganisationId>,
    path: impl Fn(&AnyFact, &str) -> Vec<String>,
) -> Option<Rejection> {
    let shared = |fact: &AnyFact| {
        matches!(fact, AnyFact::Person(_) | AnyFact::Office(_)) && fact.audience() < Audience::PublicAffairs
    };
    let held = |fact: &AnyFact| fact.holder().is_some_and(|holder| own.is_some_and(|own| own != holder));
    let for_editors = |path: &[String]| {
        let words = [
            "wat openbaar is of van alle deelnemers is voor redacteuren",
            "what is public, or shared among partners, is for editors",
        ];
        Rejection::new(ErrorCode::ForEditors, &names(path), words[0], words[1])
    };
    let of_another = |path: &[String]| {
        let words = ["een andere deelnemer is de houder", "another partner holds it"];
        Rejection::new(ErrorCode::HeldByAnother, &names(path), words[0], words[1])
    };
    match (change.before(), change.after()) {
        (Some(before), _) if shared(before) => Some(for_editors(&["id".to_owned()])),
        (Some(before), _) if held(before) => Some(of_another(&["id".to_owned()])),
        (_, Some(after)) if shared(after) => Some(for_editors(&path(after, "audience"))),
        // What is theirs may be handed over; it is taken on by whoever gets it only.
        (None, Some(after)) if held(after) => Some(of_another(&path(after, "holder"))),
        _ => None,
    }
}

fn names(path: &[String]) -> Vec<&str> {
    path.iter().map(String::as_str).collect()
}

/// Where in the input a field of a fact is.
fn path(act: &Act, imported: &Imported, fact: &AnyFact, field: &str) -> Vec<String> {
    if let Act::Import(_) = act {
        return imported.place(fact.noun(), fact.key()).into_iter().chain([field.to_owned()]).collect();
    }
    let drafts = if let Act::Record(drafts) = act { drafts.as_slice() } else { &[] };
    let drafted = drafts.iter().find(|draft| draft.fact.uuid() == fact.uuid());
    let within = drafted.into_iter().flat_map(|draft| draft.path.clone());
    within.chain([field.to_owned()]).collect()
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;
    use crate::facts::*;
    use crate::id::FactId;
    use crate::plan::tests::{correct_fact, fact, source, told};
    use crate::plan::{Command, Draft};
    use crate::testing::fixture;

    fn id(key: &str) -> OrganisationId {
        OrganisationId::from_key(key)
    }

    fn desk(key: &str) -> Sight {
        Sight::Desk(Some(id(key)))
    }

    fn topic(holder: &str, audience: &str) -> Command {
        let row = json!({ "slug": "a28", "title_nl": "A28", "ask_nl": "meer", "status": "ACTIVE", "holder": holder,
            "audience": audience });
        record(fact::<Topic>(row))
    }

    fn record(fact: AnyFact) -> Command {
        let act = Act::Record(vec![Draft { fact, path: Vec::new() }]);
        Command { act, source: source(), if_revision: None }
    }

    /// What is refused of commands, the last of them by this sight.
    fn refused(before: &[Command], last: &Command, sight: Sight) -> Vec<String> {
        let mut region = fixture("municipality Kampen partner since 2009; municipality Zwolle partner since 2009");
        let anna = record(fact::<Person>(json!({ "slug": "anna", "name": "Anna" })));
        for command in std::iter::once(&anna).chain(before) {
            region = std::sync::Arc::new(told(&region, command).expect("done").after);
        }
        let planned = told(&region, last).expect("it can be done by somebody");
        let barred = barred(&region, &last.act, &planned, sight);
        barred.iter().map(|rejection| format!("{} {}", rejection.code, rejection.path.join("."))).collect()
    }

    #[test]
    fn each_partner_writes_what_it_holds() {
        let cooperation = fixture("municipality Kampen").cooperation().organisation;
        for audience in ["PUBLIC_AFFAIRS", "PUBLIC"] {
            let topic = topic("kampen", audience);
            for sight in [desk("kampen"), Sight::Desk(None), Sight::Desk(Some(cooperation))] {
                assert_eq!(refused(&[], &topic, sight), [""; 0]);
            }
            assert_eq!(refused(&[], &topic, desk("zwolle")), ["HELD_BY_ANOTHER holder"]);
            let changed = correct_fact("topics", "a28", json!({ "title_nl": "N35" }));
            assert_eq!(refused(std::slice::from_ref(&topic), &changed, desk("zwolle")), ["HELD_BY_ANOTHER id"]);
            let handed_over = correct_fact("topics", "a28", json!({ "holder": id("zwolle") }));
            assert_eq!(refused(&[topic], &handed_over, desk("kampen")), [""; 0]);
        }
    }

    #[test]
    fn nobody_writes_what_they_would_not_see() {
        assert_eq!(refused(&[], &topic("kampen", "HOLDER_ONLY"), desk("kampen")), [""; 0]);
        assert_eq!(refused(&[], &topic("kampen", "HOLDER_ONLY"), Sight::Desk(None)), ["INVALID_VALUE holder"]);
        let person = |audience: &str| record(fact::<Person>(json!({ "slug": "b", "name": "B", "audience": audience })));
        assert_eq!(refused(&[], &person("PARTNERS"), Sight::Partners), [""; 0]);
        assert_eq!(refused(&[], &person("PARTNERS"), Sight::Public), ["INVALID_VALUE audience"]);
        assert_eq!(refused(&[], &person("PUBLIC_AFFAIRS"), Sight::Partners), ["INVALID_VALUE audience"]);
        let hidden = correct_fact("persons", "anna", json!({ "audience": "PARTNERS" }));
        assert_eq!(refused(&[], &hidden, Sight::Public), ["INVALID_VALUE audience"]);
    }

    #[test]
    fn persons_whom_all_see_are_for_editors() {
        let person = |audience: &str| record(fact::<Person>(json!({ "slug": "b", "name": "B", "audience": audience })));
        assert_eq!(refused(&[], &person("PUBLIC_AFFAIRS"), desk("kampen")), [""; 0]);
        assert_eq!(refused(&[], &person("PUBLIC"), desk("kampen")), ["FOR_EDITORS audience"]);
        let correct = |set: Value| correct_fact("persons", "anna", set);
        assert_eq!(refused(&[], &correct(json!({ "name": "Anne" })), desk("kampen")), ["FOR_EDITORS id"]);
        let published = correct_fact("persons", "b", json!({ "audience": "PUBLIC" }));
        assert_eq!(refused(&[person("PUBLIC_AFFAIRS")], &published, desk("kampen")), ["FOR_EDITORS audience"]);
    }
}
