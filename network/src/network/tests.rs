//! The network that follows by changes is the one that would be built.

use std::path::Path;
use std::sync::{Arc, LazyLock};

use proptest::prelude::*;
use proptest::sample::Index;
use proptest::strategy::ValueTree;
use serde::de::DeserializeOwned;
use serde_json::Value;
use strum::IntoEnumIterator;
use uuid::Uuid;

use super::*;
use crate::any_fact::AnyFact;
use crate::audience::Audience;
use crate::change::inverse;
use crate::coalition::Weights;
use crate::findings::findings;
use crate::graph::{Projection, Weighting, project};
use crate::id::FactId;
use crate::links::Venue;
use crate::node::NodeIx;
use crate::search::SearchText;
use crate::source::Confidence;
use crate::testing::{day, revision};
use crate::view::View;

/// The facts of the region.
pub(crate) static REGION: LazyLock<Facts> = LazyLock::new(|| dataset("regio-zwolle"));

/// The facts of a dataset that is built in.
pub(crate) fn dataset(name: &str) -> Facts {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../data").join(name);
    let mut facts = Facts::default();
    macro_rules! read {
        ($($noun:ident $fact:ident,)*) => { $(facts.$noun = read(&folder, stringify!($noun));)* };
    }
    for_each_noun!(read);
    facts
}

fn read<T: Fact + DeserializeOwned>(folder: &Path, noun: &str) -> Vec<T> {
    let path = folder.join(format!("{noun}.csv"));
    // A noun without a file has no facts.
    if !path.exists() {
        return Vec::new();
    }
    let mut rows = csv::Reader::from_path(path).expect("a file of the region");
    let header = rows.headers().expect("a header").clone();
    let rows = rows.records().map(|record| {
        // An empty cell is none.
        let record = record.expect("a record");
        let (header, cells): (Vec<&str>, Vec<&str>) =
            header.iter().zip(&record).filter(|(_, cell)| !cell.is_empty()).unzip();
        let mut row: T = csv::StringRecord::from(cells).deserialize(Some(&header.into())).expect("a fact");
        if row.id().is_unset() {
            row.set_id(T::Id::from_key(row.key()));
        }
        row
    });
    rows.collect()
}

/// One thing that is done to facts.
#[derive(Debug, Clone)]
pub(crate) enum Step {
    /// A row goes.
    Remove(usize, Index),
    /// A row comes that is like another, with a key and an id of its own.
    Copy(usize, Index, u128),
    /// A field gets the value that another row has there.
    Swap(usize, Index, Index, Index),
    /// A row is closed to some.
    Close(usize, Index, Audience),
}

macro_rules! counted {
    ($($noun:ident $fact:ident,)*) => { [$(stringify!($noun)),*].len() };
}
const NOUNS: usize = for_each_noun!(counted);

pub(crate) fn step() -> impl Strategy<Value = Step> {
    let (noun, row) = (0..NOUNS, any::<Index>());
    let audience = prop_oneof![Just(Audience::Partners), Just(Audience::PublicAffairs), Just(Audience::Public)];
    prop_oneof![
        (noun.clone(), row.clone(), audience).prop_map(|(noun, row, audience)| Step::Close(noun, row, audience)),
        (noun.clone(), row.clone()).prop_map(|(noun, row)| Step::Remove(noun, row)),
        (noun.clone(), row.clone(), any::<u128>()).prop_map(|(noun, row, id)| Step::Copy(noun, row, id)),
        (noun, row.clone(), row.clone(), row).prop_map(|(noun, row, other, field)| Step::Swap(noun, row, other, field)),
    ]
}

fn done<T: Fact + Into<AnyFact>>(rows: &mut Vec<T>, step: &Step, read: impl Fn(Value) -> Option<T>) {
    if rows.is_empty() {
        return;
    }
    match step {
        Step::Remove(_, row) => {
            let at = row.index(rows.len());
            rows.remove(at);
        }
        Step::Copy(_, row, id) => {
            let mut fields = row.get(rows).clone().into().to_json();
            let id = uuid::Builder::from_random_bytes(id.to_be_bytes()).into_uuid().to_string();
            // Some keys are ids, others words.
            let key = if id.starts_with(['0', '1', '2', '3', '4', '5', '6', '7']) {
                id.clone()
            } else {
                format!("x{}", &id[..4])
            };
            fields["id"] = id.into();
            fields[T::KEY_FIELD] = key.into();
            rows.extend(read(fields));
        }
        Step::Close(_, row, audience) => {
            let at = row.index(rows.len());
            let mut fields = rows[at].clone().into().to_json();
            fields["audience"] = audience.code().into();
            rows[at] = read(fields).expect("every noun has an audience");
        }
        Step::Swap(_, row, other, field) => {
            let from = other.get(rows).clone().into().to_json();
            let names: Vec<&String> = from.as_object().expect("an object").keys().collect();
            let name = field.get(&names).to_string();
            let at = row.index(rows.len());
            let mut fields = rows[at].clone().into().to_json();
            if name != "id" && name != T::KEY_FIELD {
                fields[&name] = from[&name].clone();
                rows[at] = read(fields).unwrap_or_else(|| rows[at].clone());
            }
        }
    }
}

pub(crate) fn changed(facts: &Facts, steps: &[Step]) -> Facts {
    let mut facts = facts.clone();
    for step in steps {
        let (Step::Remove(noun, _) | Step::Copy(noun, ..) | Step::Swap(noun, ..) | Step::Close(noun, ..)) = step;
        macro_rules! each {
            ($($name:ident $fact:ident,)*) => {
                $(if <$fact as Noun>::PLACE == *noun {
                    done(&mut facts.$name, step, |fields| serde_json::from_value(fields).ok());
                })*
            };
        }
        for_each_noun!(each);
    }
    facts
}

/// The changes that lead from facts to others: those that others point at come first and go last.
pub(crate) fn between(before: &Facts, after: &Facts) -> Vec<Change> {
    let (mut came, mut went) = (Vec::new(), Vec::new());
    macro_rules! each {
        ($($noun:ident $fact:ident,)*) => {$(
            for is in &after.$noun {
                match before.$noun.iter().find(|was| was.id == is.id) {
                    None => came.push(Change::Added(is.clone().into())),
                    Some(was) if was != is => came.push(Change::Changed { before: was.clone().into(), after: is.clone().into() }),
                    Some(_) => {}
                }
            }
            for was in before.$noun.iter().filter(|was| after.$noun.iter().all(|is| is.id != was.id)) {
                went.push(Change::Removed(was.clone().into()));
            }
        )*};
    }
    for_each_noun!(each);
    came.extend(went.into_iter().rev());
    came
}

/// Everything that a network tells, in words that do not depend on the numbers of its rows.
pub(crate) fn told(network: &Network) -> Vec<String> {
    let mut told = network.belonging.told(network);
    let tables: &Tables = network;
    macro_rules! each {
        ($($noun:ident $fact:ident,)*) => {$(
            for (ix, row) in tables.$noun.iter() {
                assert_eq!(tables.$noun.by_id(row.id()), Some(ix));
                assert_eq!(tables.$noun.by_key(row.key()), Some(ix));
                told.push(format!("{row:?} {:?} {:?} {}", tables.$noun.span(ix), tables.$noun.confidence(ix), tables.$noun.is_pointed_at(ix)));
                told.push(format!("{:?}", network.citations(row)));
            }
        )*};
    }
    for_each_noun!(each);
    let link = |link: &crate::links::Link| {
        let (of, at) = (NodeIx::from(link.participation), NodeIx::from(link.venue));
        let means: Vec<_> = network.means(link).collect();
        // Row numbers of decisions stand in what a link says.
        let says = format!("{:?}", link.says);
        let says = says.split('#').next().unwrap_or_default().to_owned();
        format!(
            "{} {} {} {:?} {} {says} {means:?}",
            of.key(network),
            at.key(network),
            tables.organisations.get(link.organisation).slug,
            link.span,
            link.confidence
        )
    };
    for ix in tables.organisations.indices() {
        told.push(format!("{:?} {:?}", network.sort(ix), network.links.of(ix).map(link).collect::<Vec<_>>()));
    }
    let venues =
        tables.bodies.indices().map(Venue::Body).chain(tables.programme_lines.indices().map(Venue::ProgrammeLine));
    let venues = venues.chain(tables.initiatives.indices().map(Venue::Initiative));
    for venue in venues.chain(tables.agreements.indices().map(Venue::Agreement)) {
        told.push(format!("{:?}", network.links.at(venue).map(link).collect::<Vec<_>>()));
    }
    let alphabets = &network.alphabets;
    told.push(format!(
        "{:?}",
        alphabets.groups.sorted().map(|ix| &tables.stakeholder_groups.get(ix).slug).collect::<Vec<_>>()
    ));
    told.push(format!("{:?}", alphabets.bodies.sorted().map(|ix| &tables.bodies.get(ix).slug).collect::<Vec<_>>()));
    told.push(format!(
        "{:?}",
        alphabets.lines.sorted().map(|ix| &tables.programme_lines.get(ix).slug).collect::<Vec<_>>()
    ));
    told.push(format!(
        "{:?}",
        alphabets.initiatives.sorted().map(|ix| &tables.initiatives.get(ix).slug).collect::<Vec<_>>()
    ));
    told.push(format!(
        "{:?}",
        alphabets.agreements.sorted().map(|ix| &tables.agreements.get(ix).slug).collect::<Vec<_>>()
    ));
    told.push(format!("{:?}", alphabets.persons.sorted().map(|ix| &tables.persons.get(ix).slug).collect::<Vec<_>>()));
    for row in tables.identifiers.iter() {
        assert_eq!(network.identifier(&row.1.scheme.to_lowercase(), &row.1.value), Some(row.0));
    }
    for year in 2005..2036 {
        told.push(format!("{:?}", network.interval(day(&format!("{year}-06-15")))));
    }
    told
}

/// Everything that views tell.
pub(crate) fn seen(network: &Arc<Network>) -> Vec<String> {
    let mut told = Vec::new();
    for (on, least) in [
        ("2019-06-01", Confidence::Unverified),
        ("2024-03-14", Confidence::Unverified),
        ("2026-01-01", Confidence::Medium),
    ] {
        let view = View::new(Arc::clone(network), day(on), least, Arc::new(Weights::default()));
        let slug = |ix: &Ix<Organisation>| network.organisations.get(*ix).slug.to_string();
        told.push(format!("{:?}", view.organisations().iter().map(slug).collect::<Vec<_>>()));
        told.push(format!(
            "{:?}",
            network.organisations.indices().map(|ix| view.sort_key(ix).to_vec()).collect::<Vec<_>>()
        ));
        let message = |finding: &crate::findings::Finding| {
            format!("{} {} {}", finding.rule, finding.key, finding.message(Language::En))
        };
        told.extend(findings(&view).iter().map(message));
        for (_, line) in network.programme_lines.iter() {
            told.push(crate::testing::everything(&view, &line.slug));
        }
        for projection in Projection::iter() {
            let graph = project(&view, projection, Weighting::Newman).expect("small enough");
            let name = |node: NodeIx| node.key(network).to_owned();
            let links = graph
                .links()
                .map(|(from, to, link)| format!("{} {} {} {:?}", name(from), name(to), link.kind, link.strength));
            let mut links: Vec<String> = links.collect();
            links.sort();
            told.push(format!("{projection} {links:?}"));
        }
        for text in ["zwolle", "regio", "deal", "x", "0193"] {
            let hits = view.search(&text.parse::<SearchText>().expect("a text"), &[]);
            told.push(format!(
                "{text} {:?}",
                hits.iter().map(|hit| (hit.node.key(network).to_owned(), hit.score)).collect::<Vec<_>>()
            ));
        }
    }
    told
}

fn next() -> Revision {
    Revision { number: 2, ..revision() }
}

/// Applies what leads from the region to the region after steps, and holds it against what is built.
fn check(steps: &[Step]) -> Result<bool, TestCaseError> {
    let facts = changed(&REGION, steps);
    let network = Network::build(REGION.clone(), revision()).expect("the region");
    let changes = between(&REGION, &facts);
    // Its words are known before, so that they have to be given up.
    let _ = network.search_index();
    let applied = network.apply(&changes, next());
    let built = Network::build(facts, next());
    let (applied, built) = match (applied, built) {
        (Ok(applied), Ok(built)) => (applied, built),
        (Err(of_applied), Err(of_built)) => {
            let kinds = |problems: &[Problem]| {
                problems
                    .iter()
                    .map(|problem| std::mem::discriminant(&problem.wrong))
                    .collect::<std::collections::HashSet<_>>()
            };
            prop_assert!(kinds(&of_applied).is_subset(&kinds(&of_built)), "{of_applied:?} {of_built:?}");
            return Ok(false);
        }
        (applied, built) => {
            prop_assert!(false, "applied {:?}, built {:?}", applied.err(), built.err());
            return Ok(false);
        }
    };
    prop_assert_eq!(told(&applied), told(&built));
    let undone = applied.apply(&inverse(changes.clone()), revision()).expect("undoing leads back");
    prop_assert_eq!(told(&undone), told(&network));
    let (applied, undone) = (Arc::new(applied), Arc::new(undone));
    prop_assert_eq!(seen(&applied), seen(&Arc::new(built)));
    prop_assert_eq!(seen(&undone), seen(&Arc::new(network)));
    Ok(true)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn what_is_applied_is_what_would_be_built(steps in prop::collection::vec(step(), 1..8)) {
        check(&steps)?;
    }
}

#[test]
fn most_steps_lead_to_a_network() {
    // Else the property above would look at errors only.
    let mut runner = proptest::test_runner::TestRunner::deterministic();
    let steps = prop::collection::vec(step(), 1..8);
    let networks = (0..64).filter(|_| {
        let steps = steps.new_tree(&mut runner).expect("steps").current();
        Network::build(changed(&REGION, &steps), next()).is_ok()
    });
    assert!(networks.count() > 16);
}

#[test]
fn one_change_may_follow_another_about_the_same_fact() {
    let network = Network::build(REGION.clone(), revision()).expect("the region");
    let (_, name) = network.names.iter().next().expect("a name");
    let fact = AnyFact::from(name.clone());
    let other = |text: &str| AnyFact::from(Name { name: text.into(), ..name.clone() });
    let changed = |before: &AnyFact, after: &AnyFact| Change::Changed { before: before.clone(), after: after.clone() };
    let (one, two) = (other("Een"), other("Twee"));
    let id = name.id.uuid();
    let after = |changes: &[Change]| network.apply(changes, next()).map(|after| after.fact("names", id));
    assert_eq!(after(&[changed(&fact, &one), changed(&one, &two)]), Ok(Some(two.clone())));
    assert_eq!(after(&[Change::Removed(fact.clone()), Change::Added(one.clone())]), Ok(Some(one.clone())));
    assert_eq!(after(&[changed(&fact, &one), Change::Removed(one.clone())]), Ok(None));
    for wrong in [changed(&one, &two), Change::Removed(two.clone()), Change::Added(fact)] {
        assert!(after(&[wrong]).is_err());
    }
    assert_eq!(network.changed_at(id), 1);
    let twice = network.apply(&[changed(&other(&name.name), &one)], next()).expect("a change");
    assert_eq!((twice.changed_at(id), twice.changed_at(Uuid::nil())), (2, 1));
}
