//! Facts from outside, taken in by who may change facts.

use std::sync::Arc;

use rustc_hash::FxHashMap;
use uuid::Uuid;

use super::rejection::{ErrorCode, Rejection};
use super::{Act, Drawn, Pointer, Policy};
use crate::any_fact::AnyFact;
use crate::change::Change;
use crate::facts::*;
use crate::findings::Finding;
use crate::id::FactId;
use crate::import::{Counts, Mode, Refused, Terms, every, import};
use crate::network::{Network, Revision};
use crate::slug::Slug;

/// Facts from outside.
#[derive(Debug, Clone, PartialEq)]
pub struct Importing {
    /// The facts, each with a source of its own.
    pub facts: Arc<Facts>,
    /// Whether what is seen and is not among them goes.
    pub replaces: bool,
    /// What ids of new facts are made from: who sends a file does not choose them.
    pub seed: Uuid,
}

/// What was found out about the rows of a file.
#[derive(Debug, Default)]
pub struct Imported {
    /// What they come to by noun.
    pub counts: Vec<Counts>,
    /// By noun and key here the key in the file, where that is another one.
    keys: FxHashMap<(&'static str, Slug), Slug>,
}

impl Imported {
    /// The row of a fact: noun, and key in the file.
    pub(super) fn place(&self, noun: &'static str, key: &str) -> Vec<String> {
        let known = |key: Slug| self.keys.get(&(noun, key));
        let outside = key.parse().ok().and_then(known).map_or(key, |key| &**key);
        vec![noun.to_owned(), outside.to_owned()]
    }
}

/// Nouns that public affairs plans by: who changes the facts of the network has no verbs for them.
const DESK: [&str; 11] = [
    PersonContact::NOUN,
    Tie::NOUN,
    Topic::NOUN,
    Target::NOUN,
    Assessment::NOUN,
    DecisionMoment::NOUN,
    DecisionStage::NOUN,
    ContactMoment::NOUN,
    ContactNote::NOUN,
    FollowUp::NOUN,
    Preference::NOUN,
];

/// Whether facts of a noun are changed by others, or in another way.
fn is_left_alone(noun: &str) -> bool {
    noun == MergedOrganisation::NOUN || DESK.contains(&noun)
}

impl Drawn<'_> {
    pub(super) fn is_import(&self) -> bool {
        matches!(self.command.act, Act::Import(_))
    }

    /// Works out what facts from outside change. What others change stays when the rest is replaced.
    pub(super) fn import(&mut self, importing: &Importing) -> Result<Pointer, Vec<Rejection>> {
        let terms = terms(self.policy, importing);
        let found = import(self.network, Facts::clone(&importing.facts), terms).map_err(|problems| {
            // Rows that were not looked up yet have the keys of the file.
            problems.iter().map(|problem| self.placed(problem)).collect::<Vec<_>>()
        })?;
        let (mut changes, mut counts) = (found.changes, found.counts);
        changes.retain(|change| change.after().is_some() || !is_left_alone(change.fact().noun()));
        for counts in counts.iter_mut().filter(|counts| is_left_alone(counts.noun)) {
            counts.same += std::mem::take(&mut counts.removed);
        }
        self.changes = changes;
        self.imported = Imported { counts, keys: found.keys };
        let own = self.network.cooperation();
        let subject = Pointer { noun: Cooperation::NOUN, id: own.id.uuid() };
        let refused: Vec<Rejection> = self.changes.iter().filter_map(|change| self.left_alone(change)).collect();
        if refused.is_empty() { Ok(subject) } else { Err(refused) }
    }

    /// Everything that keeps an import from being done: what was found first, and what that hid.
    pub(super) fn every(mut self, importing: &Importing, first: Vec<Rejection>, next: Revision) -> Vec<Rejection> {
        let mut all = first;
        if all.iter().any(|rejection| rejection.code == ErrorCode::VersionConflict) {
            return all;
        }
        let terms = terms(self.policy, importing);
        let facts = || Facts::clone(&importing.facts);
        let Err(refused) = every(self.network, facts, terms, next) else { return all };
        let Refused { problems, rest } = *refused;
        // What goes is told as such.
        self.changes = import(self.network, facts(), terms).map(|found| found.changes).unwrap_or_default();
        let mut more: Vec<Rejection> = problems.iter().map(|problem| self.placed(problem)).collect();
        if let Ok(found) = import(self.network, rest, Terms { mode: Mode::Merge, ..terms }) {
            self.imported = Imported { counts: found.counts, keys: found.keys };
            self.changes = found.changes;
            more.extend(self.changes.iter().filter_map(|change| self.left_alone(change)));
            more.extend(self.texts());
        }
        for rejection in more {
            if !all.contains(&rejection) {
                all.push(rejection);
            }
        }
        all
    }

    /// That a row is changed by others, or in another way.
    fn left_alone(&self, change: &Change) -> Option<Rejection> {
        let fact = change.after().filter(|fact| is_left_alone(fact.noun()))?;
        let path = self.imported.place(fact.noun(), fact.key());
        let path: Vec<&str> = path.iter().map(String::as_str).collect();
        Some(if fact.noun() == MergedOrganisation::NOUN {
            Rejection::new(
                ErrorCode::InvalidValue,
                &path,
                "organisaties worden samengevoegd met mergeOrganisations, niet met een bestand: haal deze rij eruit",
                "organisations are merged by mergeOrganisations, not by a file: take this row out",
            )
        } else {
            Rejection::new(
                ErrorCode::ForPublicAffairs,
                &path,
                "dit legt public affairs vast: haal deze rij eruit, of laat die zoals hij is",
                "public affairs records this: take this row out, or leave it as it is",
            )
        })
    }

    /// That something was changed after the revision that an import is meant for.
    pub(super) fn late_import(&self) -> Option<Rejection> {
        self.is_import().then(|| self.changed_after(self.network.revision().number)).flatten()
    }

    /// The row that breaks a rule: the first that the finding is about, else what that is about in the network.
    pub(super) fn imported_row(&self, after: &Network, finding: &Finding) -> Vec<String> {
        let about = || finding.subjects.iter().map(|node| (node.table(), node.uuid(after)));
        let is_about = |fact: &&AnyFact| about().any(|(noun, id)| fact.noun() == noun && fact.uuid() == id);
        let written = self.changes.iter().filter_map(Change::after).find(is_about).cloned();
        let fact = written.or_else(|| about().find_map(|(noun, id)| after.fact(noun, id)));
        fact.map_or_else(Vec::new, |fact| self.imported.place(fact.noun(), fact.key()))
    }
}

/// How facts are taken whose sender chooses no ids.
fn terms<'a>(policy: &'a Policy, importing: &Importing) -> Terms<'a> {
    let mode = if importing.replaces { Mode::Replace(None) } else { Mode::Merge };
    Terms { mode, seed: Some(importing.seed), erased: &policy.erased }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;
    use crate::audience::{Audience, Sight};
    use crate::facts::Language;
    use crate::id::OrganisationId;
    use crate::plan::tests::{fact, next, policy, refusals, told};
    use crate::plan::{Command, Policy, barred, fit, plan};
    use crate::snapshot::Snapshot;
    use crate::testing::{build, facts, fixture};

    const REGION: &str = "municipality Zwolle partner since 2009; municipality Kampen partner since 2009
        line Economie; council Raad of Kampen; seat Raad chair for Kampen since 2022";

    fn command(facts: Facts, replaces: bool) -> Command {
        let act = Act::Import(Importing { facts: Arc::new(facts), replaces, seed: Uuid::from_u128(42) });
        Command { act, source: None, if_revision: None }
    }

    fn organisation(slug: &str, more: Value) -> Organisation {
        let mut row = json!({ "id": OrganisationId::from_key(slug).uuid().to_string(), "slug": slug, "name_nl": slug,
            "kind": "COMPANY", "helix": "BUSINESS", "source": "us", "confidence": "HIGH" });
        row.as_object_mut().expect("fields").extend(more.as_object().expect("fields").clone());
        serde_json::from_value(row).expect("an organisation")
    }

    fn organisations(rows: Vec<Organisation>) -> Facts {
        Facts { organisations: rows, ..Facts::default() }
    }

    #[test]
    fn what_is_there_already_comes_to_nothing() {
        let region = fixture(REGION);
        for replaces in [false, true] {
            let planned = told(&region, &command(region.facts(), replaces)).expect("a plan");
            assert!(planned.changes.is_empty());
            assert_eq!(planned.imported.counts.iter().map(|counts| counts.same).sum::<usize>(), region.n_facts());
        }
    }

    #[test]
    fn every_problem_is_told_by_noun_key_and_column() {
        let region = fixture(REGION);
        let rows = vec![
            organisation("a", json!({ "source": " " })),
            organisation("b", json!({ "parent": OrganisationId::from_key("nobody") })),
            organisation("c", json!({ "note": "\u{1}" })),
            organisation("d", json!({ "since": "2024", "until": "2023" })),
        ];
        let mut outside = organisations(rows);
        assert_eq!(
            refusals(told(&region, &command(outside.clone(), false))),
            [
                "INVALID_VALUE organisations.a.source",
                "INVALID_VALUE organisations.c.note",
                "NOT_FOUND organisations.b.parent",
                "INVALID_PERIOD organisations.d.until",
            ]
        );
        outside.organisations.clear();
        let mut seat = region.facts().seats[0].clone();
        seat.key = "other".parse().expect("a key");
        seat.id = FactId::from_key("other");
        outside.seats = vec![seat];
        assert_eq!(refusals(told(&region, &command(outside, false))), ["ALREADY_EXISTS seats.other.body"]);
    }

    #[test]
    fn what_public_affairs_records_and_what_was_merged_is_not_changed_by_a_file_and_stays() {
        let region = fixture(REGION);
        let topic = fact::<Topic>(json!({ "slug": "a28", "title_nl": "A28", "ask_nl": "meer", "status": "ACTIVE",
            "holder": "kampen" }));
        let mut topic = topic;
        topic.set_source("us".into());
        let region = Arc::new(region.apply(&[Change::Added(topic)], next(&region)).expect("a topic"));
        let mut outside = region.facts();
        let before = outside.topics.clone();
        outside.topics.clear();
        let planned = told(&region, &command(outside.clone(), true)).expect("a plan");
        assert!(planned.changes.is_empty(), "it stays");
        outside.topics = before;
        outside.topics[0].title_nl = "N35".into();
        assert_eq!(refusals(told(&region, &command(outside, false))), ["FOR_PUBLIC_AFFAIRS topics.a28"]);
        let merged = json!({ "id": OrganisationId::from_key("oud").uuid().to_string(), "slug": "oud",
            "into": OrganisationId::from_key("kampen"), "source": "x", "confidence": "HIGH" });
        let merged =
            Facts { merged_organisations: vec![serde_json::from_value(merged).expect("a row")], ..Facts::default() };
        assert_eq!(refusals(told(&region, &command(merged, false))), ["INVALID_VALUE merged_organisations.oud"]);
    }

    #[test]
    fn a_file_for_an_older_revision_is_late() {
        let region = fixture(REGION);
        let rows = organisations(vec![organisation("a", json!({}))]);
        let meant = |if_revision| refusals(told(&region, &Command { if_revision, ..command(rows.clone(), false) }));
        assert_eq!(meant(Some(1)), [""; 0]);
        assert_eq!(meant(Some(0)), ["VERSION_CONFLICT ifRevision"]);
        assert_eq!(meant(Some(2)), ["INVALID_VALUE ifRevision"]);
    }

    #[test]
    fn who_was_erased_does_not_come_back() {
        let region = fixture(REGION);
        let person = fact::<Person>(json!({ "slug": "jan", "name": "Jan" }));
        let mut row = <&Person>::try_from(&person).expect("a person").clone();
        row.source = "us".into();
        let erased = Arc::new(std::iter::once(row.id.uuid()).collect());
        let outside = command(Facts { persons: vec![row], ..Facts::default() }, false);
        assert!(told(&region, &outside).is_ok());
        let refused = plan(&region, &outside, &Policy { erased, ..policy() }, next(&region));
        let refused = refused.expect_err("who was erased");
        assert_eq!((refused[0].code, refused[0].path.join(".")), (ErrorCode::InvalidValue, "persons.jan".to_owned()));
    }

    #[test]
    fn an_import_tells_nothing_of_what_is_hidden() {
        let mut all = facts(REGION);
        let hidden = |slug: &str| organisation(slug, json!({ "audience": "PARTNERS" }));
        all.organisations.push(hidden("geheim"));
        let whole = build(all);
        let open = build(facts(REGION));
        let seen = Snapshot { network: Arc::clone(&whole), journal: crate::journal::Journal::default() };
        let seen = seen.seen_by(Sight::Public).expect("a network").network;
        // The same key, and so by itself the same id, as what they do not see.
        let outside = command(organisations(vec![organisation("geheim", json!({}))]), false);
        let with = told(&seen, &outside).expect("a plan");
        let without = told(&open, &outside).expect("a plan");
        assert_eq!(with.changes, without.changes);
        assert_eq!(with.imported.counts, without.imported.counts);
        assert!(barred(&seen, &outside.act, &with, Sight::Public).is_empty());
        let (_, after) = fit(&whole, with.changes, Sight::Public, next(&whole)).expect("it fits");
        let both: Vec<_> = after.organisations.iter().filter(|(_, row)| row.slug.starts_with("geheim")).collect();
        assert_eq!(both.len(), 2);
        assert!(both.iter().any(|(_, row)| row.audience == Audience::Partners && row.slug.starts_with("geheim-")));
        // Nobody writes what they would not see.
        let unseen = command(organisations(vec![hidden("x")]), false);
        let planned = told(&seen, &unseen).expect("a plan");
        let barred = barred(&seen, &unseen.act, &planned, Sight::Public);
        assert_eq!(barred.iter().map(|why| why.path.join(".")).collect::<Vec<_>>(), ["organisations.x.audience"]);
    }

    #[test]
    fn what_is_seen_and_not_in_the_file_goes_when_it_replaces() {
        let region = fixture(REGION);
        let mut outside = region.facts();
        outside.seats.clear();
        let planned = told(&region, &command(outside.clone(), true)).expect("a plan");
        assert_eq!(planned.changes.len(), 1);
        // What others point at stays, and is told.
        outside.bodies.clear();
        outside.seats = region.facts().seats;
        let command = command(outside, true);
        assert_eq!(refusals(told(&region, &command)), ["IN_USE seats.raad.body"]);
        // The row that is wrong is not there: its place is told by what needs it, and the words say which one it is.
        let refused = plan(&region, &command, &policy(), next(&region)).expect_err("a seat needs its body");
        assert_eq!(
            refused[0].message(Language::En),
            "bodies raad is not in here any more, and seats raad points at it"
        );
    }
}
