//! What makes no sense, whatever the rules of the cooperation: held against what is written, and not against what was so
//! before.

use super::rejection::{ErrorCode, Rejection};
use super::{Act, Drawn};
use crate::any_fact::AnyFact;
use crate::facts::*;
use crate::id::{OrganisationId, PartnershipId};
use crate::network::Network;

/// The field of a fact that makes no sense beside the others, and why.
fn wrong(fact: &AnyFact) -> Option<(&'static str, [&'static str; 2])> {
    fn itself<T: PartialEq>(from: Option<T>, to: Option<T>) -> bool {
        from.is_some() && from == to
    }
    match fact {
        AnyFact::Commitment(row) if row.status == CommitmentStatus::Withdrawn && row.until.is_none() => Some((
            "until",
            [
                "een ingetrokken toezegging heeft een laatste dag waarop zij gold",
                "a commitment that was taken back has a last day on which it held",
            ],
        )),
        AnyFact::Relation(row) => {
            let ends = [
                ("to_organisation", itself(row.from_organisation, row.to_organisation)),
                ("to_group", itself(row.from_group, row.to_group)),
                ("to_body", itself(row.from_body, row.to_body)),
            ];
            let field = ends.into_iter().find(|(_, itself)| *itself)?.0;
            Some((field, ["dit is een relatie met zichzelf", "this is a relation to itself"]))
        }
        AnyFact::Tie(row) if row.from_person == row.to_person => {
            Some(("to_person", ["niemand kent alleen zichzelf", "this is a tie of somebody with themselves"]))
        }
        AnyFact::DecisionStage(row)
            if row.opens_days_before.zip(row.closes_days_before).is_some_and(|(opens, closes)| opens < closes) =>
        {
            Some(("closes_days_before", ["het venster sluit voor het opengaat", "the window closes before it opens"]))
        }
        _ => None,
    }
}

impl Drawn<'_> {
    /// What of the facts as they would be makes no sense, and did before.
    pub(super) fn senseless(&self, after: &Network) -> Vec<Rejection> {
        let refused = self.changes.iter().filter_map(|change| {
            let fact = change.after()?;
            let (field, [nl, en]) = wrong(fact)?;
            let known = change.before().and_then(wrong).is_some_and(|(before, _)| before == field);
            (!known).then(|| self.nonsense(fact, field, [nl, en]))
        });
        refused.chain(self.strangers(after)).chain(self.untimely(after)).chain(self.own_partner(after)).collect()
    }

    /// Who was never a partner holds nothing.
    fn strangers(&self, after: &Network) -> impl Iterator<Item = Rejection> {
        let stranger = |fact: &AnyFact| fact.holder().filter(|holder| !after.may_hold(*holder));
        let new = self.changes.iter().filter_map(move |change| {
            let fact = change.after().filter(|fact| stranger(fact).is_some())?;
            let known = change.before().is_some_and(|before| before.holder() == fact.holder());
            (!known).then_some(fact)
        });
        new.map(|fact| {
            let words = [
                "alleen een deelnemer of het netwerk zelf kan iets houden",
                "only a partner or the network itself can hold something",
            ];
            self.nonsense(fact, "holder", words)
        })
    }

    /// The network is no partner of itself.
    fn own_partner(&self, after: &Network) -> Option<Rejection> {
        let own = |network: &Network, id: PartnershipId| {
            let ix = network.partnerships.by_id(id)?;
            let organisation = network.partnerships.get(ix).organisation;
            (organisation == network.cooperation().organisation).then_some(organisation)
        };
        let is_new = |id: PartnershipId| own(after, id).is_some() && own(self.network, id).is_none();
        let of = |id: OrganisationId| {
            let ix = after.organisations.by_id(id).into_iter();
            let rows = ix.flat_map(|ix| after.belonging.partnerships_of.of(ix));
            rows.map(|ix| after.partnerships.get(ix).id)
        };
        let makes = |fact: &AnyFact| match fact {
            AnyFact::Partnership(row) => is_new(row.id),
            AnyFact::Cooperation(row) => of(row.organisation).any(is_new),
            _ => false,
        };
        let fact = self.changes.iter().filter_map(|change| change.after()).find(|fact| makes(fact))?;
        let words = [
            "de organisatie die voor het netwerk staat is geen deelnemer ervan",
            "the organisation that stands for the network is none of its partners",
        ];
        Some(self.nonsense(fact, "organisation", words))
    }

    fn nonsense(&self, fact: &AnyFact, field: &str, words: [&str; 2]) -> Rejection {
        self.refusal(ErrorCode::InvalidValue, fact, field, words)
    }

    pub(super) fn refusal(&self, code: ErrorCode, fact: &AnyFact, field: &str, [nl, en]: [&str; 2]) -> Rejection {
        let path = match &self.command.act {
            Act::Merge { .. } => vec!["duplicate".to_owned()],
            _ => self.at(fact, field),
        };
        let path: Vec<&str> = path.iter().map(String::as_str).collect();
        Rejection::new(code, &path, nl, en)
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use serde_json::json;

    use super::*;
    use crate::id::FactId;
    use crate::plan::tests::{correct_fact, fact, refusals, source, told};
    use crate::plan::{Command, Draft, Pointer};
    use crate::testing::fixture;

    fn record(fact: AnyFact) -> Command {
        let act = Act::Record(vec![Draft { fact, path: Vec::new() }]);
        Command { act, source: source(), if_revision: None }
    }

    #[test]
    fn a_topic_has_one_holder() {
        let region = fixture("municipality Kampen partner since 2009; municipality Zwolle");
        let topic = |slug: &str, holder: Option<&str>| {
            record(fact::<Topic>(json!({ "slug": slug, "title_nl": "A28", "ask_nl": "meer", "status": "ACTIVE",
                "since": "2026", "holder": holder })))
        };
        assert_eq!(refusals(told(&region, &topic("een", None))), ["RULE_R08 holder"]);
        assert_eq!(refusals(told(&region, &topic("een", Some("zwolle")))), ["INVALID_VALUE holder"]);
        let held = Arc::new(told(&region, &topic("een", Some("kampen"))).expect("held").after);
        assert_eq!(refusals(told(&held, &topic("twee", Some("kampen")))), ["RULE_R08 titleNl"]);
    }

    #[test]
    fn nothing_is_tied_to_itself() {
        let region = fixture("municipality Kampen; municipality Zwolle; group Gemeenten; council Raad of Kampen");
        let relation = |from: (&str, &str), to: (&str, &str)| {
            let row = json!({ "key": "new", "kind": "PART_OF", format!("from_{}", from.0): from.1, format!("to_{}", to.0): to.1 });
            refusals(told(&region, &record(fact::<Relation>(row))))
        };
        let (kampen, zwolle) = (("organisation", "kampen"), ("organisation", "zwolle"));
        assert_eq!(relation(kampen, kampen), ["INVALID_VALUE toOrganisation"]);
        assert_eq!(relation(("group", "gemeenten"), ("group", "gemeenten")), ["INVALID_VALUE toGroup"]);
        assert_eq!(relation(("body", "raad"), ("body", "raad")), ["INVALID_VALUE toBody"]);
        assert_eq!(relation(kampen, zwolle), [""; 0]);
    }

    #[test]
    fn of_the_desk_too_what_makes_no_sense_is_refused() {
        let region = fixture("municipality Kampen; council Raad of Kampen");
        let after = |region: &Arc<Network>, fact| Arc::new(told(region, &record(fact)).expect("recorded").after);
        let region = after(&region, fact::<Person>(json!({ "slug": "anna", "name": "Anna" })));
        let tie = json!({ "key": "t", "from_person": "anna", "to_person": "anna", "strength": "WEAK" });
        assert_eq!(refusals(told(&region, &record(fact::<Tie>(tie)))), ["INVALID_VALUE toPerson"]);
        let moment = json!({ "slug": "begroting", "title_nl": "Begroting", "body": "raad", "date": "2027" });
        let region = after(&region, fact::<DecisionMoment>(moment));
        let stage = |opens: u8, closes: u8| {
            let row = json!({ "key": "s", "decision_moment": "begroting", "kind": "COUNCIL", "date": "2027",
                "opens_days_before": opens, "closes_days_before": closes });
            fact::<DecisionStage>(row)
        };
        assert_eq!(refusals(told(&region, &record(stage(7, 14)))), ["INVALID_VALUE closesDaysBefore"]);
        // A stage is nothing without its decision, and goes with it.
        let region = after(&region, stage(14, 7));
        let target =
            Pointer { noun: "decision_moments", id: crate::id::DecisionMomentId::from_key("begroting").uuid() };
        let remove = Command { act: Act::Remove(target), source: None, if_revision: None };
        assert_eq!(told(&region, &remove).expect("removed").after.decision_stages.len(), 0);
    }

    #[test]
    fn the_network_is_no_partner_of_itself() {
        let region = fixture("municipality Kampen partner since 2009; municipality Zwolle");
        let own = region.cooperation().organisation;
        let id = |key: &str| OrganisationId::from_key(key);
        let joins = fact::<Partnership>(json!({ "key": "new", "organisation": own }));
        assert_eq!(refusals(told(&region, &record(joins))), ["INVALID_VALUE organisation"]);

        let slug = region.cooperation().slug.clone();
        let stands = |key: &str| correct_fact("cooperations", &slug, json!({ "organisation": id(key) }));
        assert_eq!(refusals(told(&region, &stands("kampen"))), ["INVALID_VALUE organisation"]);
        assert_eq!(refusals(told(&region, &stands("zwolle"))), [""; 0]);

        let merge = |duplicate, into| {
            let act = Act::Merge { duplicate, into };
            refusals(told(&region, &Command { act, source: source(), if_revision: None }))
        };
        assert_eq!(merge(id("kampen"), own), ["INVALID_VALUE duplicate"]);
        assert_eq!(merge(own, id("kampen")), ["INVALID_VALUE duplicate"]);
        assert_eq!(merge(own, id("zwolle")), [""; 0]);
    }
}
