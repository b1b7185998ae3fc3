//! Numbers that sources state beside the numbers that are known (rule R18).

use std::sync::Arc;

use rustc_hash::FxHashSet;

use crate::facts::*;
use crate::node::NodeIx;
use crate::source::Confidence;
use crate::table::Ix;
use crate::view::View;

/// A number that a source states, and how many of what it counts are known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Completeness {
    /// Who states it: the words for what is counted, the source and the confidence stand there.
    pub declared_count: Ix<DeclaredCount>,
    /// The group, body or agreement whose members or parts are counted. It may be missing in the view itself: not begun,
    /// or not sure enough.
    pub subject: NodeIx,
    /// The number that the source states.
    pub declared: usize,
    /// How many are known.
    pub known: usize,
}

impl Completeness {
    /// What is counted, in words: "sectortafels".
    #[must_use]
    pub fn what<'a>(&self, view: &'a View, language: Language) -> &'a str {
        let row = view.network().declared_counts.get(self.declared_count);
        match (language, &row.what_en) {
            (Language::En, Some(english)) => english,
            _ => &row.what_nl,
        }
    }
}

/// All declared numbers, in order of their keys, with what is known of each: members of a group on the day, parts of a
/// body, initiatives of an agreement; parts count also when they have ended.
///
/// A declared number is a claim with a source and stands in every view, however sure it is. What is known counts from
/// medium confidence on, and is never less sure than the view asks.
#[must_use]
pub fn completeness(view: &View) -> Vec<Completeness> {
    let network = view.network();
    let least = view.min_confidence().max(Confidence::Medium);
    let sure = View::new(network.clone(), view.valid_at(), least, Arc::default());
    let mut counted: Vec<Completeness> = network
        .declared_counts
        .iter()
        .filter_map(|(declared_count, row)| {
            let group = row.group.and_then(|id| network.stakeholder_groups.by_id(id));
            let body = row.body.and_then(|id| network.bodies.by_id(id));
            let agreement = row.agreement.and_then(|id| network.agreements.by_id(id));
            let (subject, known): (NodeIx, usize) = group
                .map(|ix| (ix.into(), members(&sure, ix)))
                .or_else(|| body.map(|ix| (ix.into(), parts(&sure, ix))))
                .or_else(|| agreement.map(|ix| (ix.into(), initiatives(&sure, ix))))?;
            // Nothing belongs to what is not there.
            let known = view.sees(subject).map_or(0, |_| known);
            Some(Completeness { declared_count, subject, declared: row.declared as usize, known })
        })
        .collect();
    counted.sort_by_key(|counted| &network.declared_counts.get(counted.declared_count).key);
    counted
}

fn members(sure: &View, group: Ix<StakeholderGroup>) -> usize {
    sure.members(group).collect::<FxHashSet<_>>().len()
}

fn parts(sure: &View, body: Ix<Body>) -> usize {
    sure.network().belonging.children_of.of(body).filter(|ix| sure.sees(*ix).is_some()).count()
}

fn initiatives(sure: &View, agreement: Ix<Agreement>) -> usize {
    let network = sure.network();
    let parts = network.belonging.parts_of_agreement.of(agreement);
    parts
        .filter(|part| sure.fact(&network.initiative_parts, *part).is_some())
        .filter_map(|part| network.initiatives.by_id(network.initiative_parts.get(part).initiative))
        .filter(|ix| sure.sees(*ix).is_some())
        .collect::<FxHashSet<_>>()
        .len()
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;
    use crate::findings::testing::{complete, facts, view, view_of};

    fn shown(view: &View) -> Vec<String> {
        let line = |counted: &Completeness| {
            let subject = counted.subject.key(view.network());
            format!("{subject}: {}/{} {}", counted.known, counted.declared, counted.what(view, Language::En))
        };
        completeness(view).iter().map(line).collect()
    }

    fn region() -> Value {
        json!({
            "organisations": [
                {"slug": "zwolle"}, {"slug": "kampen"}, {"slug": "nunspeet"}, {"slug": "opgeheven", "until": "2018"},
                {"slug": "twijfel", "confidence": "LOW"},
            ],
            "stakeholder_groups": [{"slug": "gemeenten", "confidence": "LOW"}],
            "group_memberships": [
                {"key": "1", "group": "gemeenten", "organisation": "zwolle"},
                {"key": "2", "group": "gemeenten", "organisation": "kampen", "confidence": "MEDIUM"},
                {"key": "3", "group": "gemeenten", "organisation": "kampen", "since": "2020"},
                {"key": "4", "group": "gemeenten", "organisation": "nunspeet", "since": "2020-01-01"},
                {"key": "5", "group": "gemeenten", "organisation": "opgeheven"},
                {"key": "6", "group": "gemeenten", "organisation": "twijfel"},
            ],
            "bodies": [
                {"slug": "tafels"},
                {"slug": "zorg", "parent": "tafels", "until": "2022"},
                {"slug": "bouw", "parent": "tafels", "since": "2025"},
                {"slug": "techniek", "parent": "tafels", "confidence": "LOW"},
            ],
            "agreements": [{"slug": "deal", "since": "2020", "until": "2023"}],
            "initiatives": [{"slug": "een", "until": "2022"}, {"slug": "twee"}, {"slug": "drie"}],
            "initiative_parts": [
                {"key": "een", "initiative": "een", "agreement": "deal"},
                {"key": "twee", "initiative": "twee", "agreement": "deal", "confidence": "MEDIUM"},
                {"key": "drie", "initiative": "drie", "agreement": "deal", "confidence": "LOW"},
            ],
            "declared_counts": [
                {"key": "a", "group": "gemeenten", "declared": 22, "what_nl": "gemeenten", "what_en": "municipalities"},
                {"key": "b", "body": "tafels", "declared": 9, "what_nl": "sectortafels"},
                {"key": "c", "agreement": "deal", "declared": 18, "what_nl": "projecten", "confidence": "UNVERIFIED"},
            ],
        })
    }

    #[test]
    fn members_count_on_the_day_and_parts_also_when_they_have_ended() {
        assert_eq!(
            shown(&view(&region(), "2024-03-14")),
            ["gemeenten: 3/22 municipalities", "tafels: 1/9 sectortafels", "deal: 2/18 projecten"]
        );
        assert_eq!(
            shown(&view(&region(), "2019-12-31")),
            ["gemeenten: 2/22 municipalities", "tafels: 1/9 sectortafels", "deal: 0/18 projecten"]
        );
    }

    #[test]
    fn a_declared_number_stands_in_every_view_and_what_is_known_is_as_sure_as_the_view_asks() {
        let surest = view_of(facts(&complete(&region())), "2024-03-14".parse().expect("a day"), Confidence::High);
        assert_eq!(
            shown(&surest),
            ["gemeenten: 0/22 municipalities", "tafels: 1/9 sectortafels", "deal: 1/18 projecten"]
        );
    }
}
