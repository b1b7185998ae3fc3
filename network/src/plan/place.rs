//! Of what an initiative is a part (rule R06): its places, all at once.

use rustc_hash::FxHashSet;
use serde_json::{Map, Value};

use super::rejection::{ErrorCode, Rejection};
use super::{Draft, Drawn, Pointer, input_name};
use crate::any_fact::AnyFact;
use crate::change::Change;
use crate::facts::*;
use crate::id::{FactId, InitiativeId};
use crate::problem::Wrong;
use crate::same::Same;

impl Drawn<'_> {
    /// Its places from now on: those that it had and keeps get their share, others come and go.
    pub(super) fn place(&mut self, id: InitiativeId, places: &[Draft]) -> Result<Pointer, Vec<Rejection>> {
        let target = Pointer { noun: Initiative::NOUN, id: id.uuid() };
        self.find(target, &["initiative"])?;
        let network = self.network;
        let rows = network.initiatives.by_id(id).into_iter().flat_map(|ix| network.belonging.places_of.of(ix));
        let rows: Vec<&InitiativePart> = rows.map(|ix| network.initiative_parts.get(ix)).collect();
        let conflict = |row: &&InitiativePart| self.conflict(Pointer { noun: InitiativePart::NOUN, id: row.id.uuid() });
        if let Some(conflict) = rows.iter().find_map(conflict) {
            return Err(vec![conflict]);
        }
        let circles = self.circles(id, places);
        if !circles.is_empty() {
            return Err(circles);
        }
        let mut kept: Vec<&InitiativePart> = Vec::new();
        for draft in places {
            let Ok(place) = <&InitiativePart>::try_from(&draft.fact) else { continue };
            if kept.iter().any(|kept| kept.same(place)) {
                let path: Vec<&str> = draft.path.iter().map(String::as_str).collect();
                return Err(vec![Rejection::new(
                    ErrorCode::AlreadyExists,
                    &path,
                    "deze plaats is twee keer genoemd",
                    "this place is named twice",
                )]);
            }
            kept.push(place);
            match rows.iter().find(|row| row.same(place)) {
                Some(row) if row.share_pct == place.share_pct => {}
                Some(row) => {
                    let before = AnyFact::from((*row).clone());
                    let share = Map::from_iter([("share_pct".to_owned(), Value::from(place.share_pct.to_string()))]);
                    let after = self.corrected(&before, &share)?;
                    self.change(before, after);
                }
                None => drop(self.record(std::slice::from_ref(draft))?),
            }
        }
        let gone = rows.into_iter().filter(|row| !kept.iter().any(|kept| kept.same(row)));
        self.changes.extend(gone.map(|row| Change::Removed(row.clone().into())));
        if self.changes.is_empty() {
            return Err(vec![Rejection::new(
                ErrorCode::AlreadyExists,
                &[],
                "zo staat het er al: er is niets te wijzigen",
                "it says so already: there is nothing to change",
            )]);
        }
        Ok(target)
    }

    /// The places in which it would contain itself: in itself, or in what is part of it at any depth.
    fn circles(&self, id: InitiativeId, places: &[Draft]) -> Vec<Rejection> {
        let network = self.network;
        let within = |place: &InitiativePart| {
            let mut met = FxHashSet::default();
            let mut above: Vec<InitiativeId> = place.parent.into_iter().collect();
            while let Some(at) = above.pop() {
                if at == id {
                    return true;
                }
                let ix = network.initiatives.by_id(at).filter(|_| met.insert(at));
                let places = ix.into_iter().flat_map(|ix| network.belonging.places_of.of(ix));
                above.extend(places.filter_map(|part| network.initiative_parts.get(part).parent));
            }
            false
        };
        let circular = places.iter().filter(|draft| <&InitiativePart>::try_from(&draft.fact).is_ok_and(within));
        circular
            .map(|draft| Rejection::of(&Wrong::Circle, [&*draft.path, &["parent".to_owned()]].concat(), input_name))
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use serde_json::json;

    use super::*;
    use crate::id::InitiativePartId;
    use crate::network::{Network, Revision};
    use crate::plan::{Act, Command, Planned, Policy, Source, plan};
    use crate::testing::{day, fixture};

    const REGION: &str = "line Economie; line Ruimte; programme Llo part of Economie; programme Groen part of Ruimte
        project Dijk part of Llo";

    fn part(network: &Network, whole: &str, percent: u8) -> Draft {
        let dijk = network.initiatives.by_key("dijk").map(|ix| network.initiatives.get(ix).id);
        let fact: InitiativePart = serde_json::from_value(json!({
            "id": InitiativePartId::from_key(&format!("new.{whole}")), "key": format!("new.{whole}"), "initiative": dijk,
            "parent": whole, "share_pct": percent.to_string(), "source": "", "confidence": "HIGH",
        }))
        .expect("a part");
        Draft { fact: fact.into(), path: vec!["places".into(), whole.into()] }
    }

    fn place(network: &Arc<Network>, places: &[(&str, u8)], if_revision: Option<i64>) -> Result<Planned, Vec<String>> {
        let places = places.iter().map(|(whole, percent)| part(network, whole, *percent)).collect();
        let source = Some(Source { title: "Plan".into(), locator: None, url: None });
        let act = Act::Place { initiative: InitiativeId::from_key("dijk"), places };
        let policy = Policy { source_required: true, today: day("2026-11-24"), erased: Arc::default() };
        let next = Revision { number: network.revision().number + 1, ..network.revision() };
        plan(network, &Command { act, source, if_revision }, &policy, next).map_err(|rejections| {
            rejections
                .iter()
                .map(|rejection| format!("{} {}", rejection.code.code(), rejection.path.join(".")))
                .collect()
        })
    }

    fn shown(planned: &Planned) -> Vec<String> {
        let show = |change: &Change| {
            let what = match change {
                Change::Added(_) => "added",
                Change::Changed { .. } => "changed",
                Change::Removed(_) => "removed",
            };
            format!("{what} {}", change.fact().key())
        };
        planned.changes.iter().map(show).collect()
    }

    #[test]
    fn a_share_is_split_in_one_act() {
        let region = fixture(REGION);
        let split = place(&region, &[("llo", 60), ("groen", 40)], None).expect("it can be split");
        assert_eq!(shown(&split), ["changed dijk.llo", "added new.groen"]);
        let moved = place(&region, &[("groen", 100)], None).expect("it can be moved");
        assert_eq!(shown(&moved), ["added new.groen", "removed dijk.llo"]);
    }

    #[test]
    fn shares_that_are_no_whole_a_place_given_twice_and_what_is_so_already_are_refused() {
        let region = fixture(REGION);
        let refused = |places: &[(&str, u8)]| place(&region, places, None).map(|_| ()).expect_err("refused");
        assert_eq!(refused(&[("llo", 60), ("groen", 50)]), ["RULE_R06 places"]);
        assert_eq!(refused(&[("llo", 50), ("llo", 50)]), ["ALREADY_EXISTS places.llo"]);
        assert_eq!(refused(&[("llo", 100)]), ["ALREADY_EXISTS "]);
    }

    #[test]
    fn nothing_is_placed_in_itself_or_in_what_is_part_of_it() {
        let region = fixture(&format!("{REGION}; activity Klei part of Dijk; activity Zand part of Klei"));
        for (whole, circle) in [("dijk", true), ("klei", true), ("zand", true), ("groen", false)] {
            let refused = place(&region, &[("llo", 50), (whole, 50)], None).map(|_| ());
            let told = if circle { Err(vec![format!("INVALID_VALUE places.{whole}.parent")]) } else { Ok(()) };
            assert_eq!(refused, told, "{whole}");
        }
    }

    #[test]
    fn who_read_the_places_before_somebody_split_them_is_told() {
        let split = place(&fixture(REGION), &[("llo", 60), ("groen", 40)], Some(1)).expect("it can be split").after;
        let late = place(&Arc::new(split), &[("llo", 100)], Some(1)).map(|_| ());
        assert_eq!(late, Err(vec!["VERSION_CONFLICT ifRevision".into()]));
    }
}
