//! What stands in somebody's calendar: meetings, decisions that are ahead, talks.

mod visits;

use chrono::{NaiveDate, TimeDelta};
use uuid::Uuid;

pub use visits::plan_entries;

use crate::affairs::ahead;
use crate::affairs::schedule::StageWindows;
use crate::audience::Audience;
use crate::facts::*;
use crate::id::{FactId, PersonId};
use crate::journal::Journal;
use crate::network::Revision;
use crate::table::Ix;
use crate::view::View;

/// Days that a calendar looks back.
pub const LOOKS_BACK_DAYS: i64 = 366;

/// Days that an entry lasts at most: what is known less exactly is of no use in a calendar of days.
pub const MOST_DAYS: i64 = 31;

/// Something with days.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// The same as long as it is the same thing: `meeting-<id>`.
    pub key: String,
    /// The first day.
    pub first: NaiveDate,
    /// The last day; the first one again when it lasts a day.
    pub last: NaiveDate,
    /// What it is, in one line.
    pub summary: String,
    /// More about it, in lines.
    pub description: String,
    /// Whether its days are not sure.
    pub tentative: bool,
    /// Whether it does not take place.
    pub cancelled: bool,
    /// Whether not everybody may see it.
    pub confidential: bool,
    /// The facts that it shows: noun and id, and who may see them.
    pub facts: Vec<(&'static str, Uuid, Audience)>,
    /// The revision that last changed it.
    pub changed: Revision,
}

/// What of a network a calendar holds.
#[derive(Debug, Clone, Copy)]
pub struct Asked<'a> {
    /// When what was changed.
    pub journal: &'a Journal,
    /// In which language.
    pub language: Language,
    /// Whether decisions and talks are in it: what public affairs plans by.
    pub desk: bool,
}

/// The entries of a view, in the order of their days.
#[must_use]
pub fn entries(view: &View, asked: &Asked) -> Vec<Entry> {
    let making = Making { view, asked };
    let mut entries = making.meetings();
    if asked.desk {
        entries.extend(making.decisions());
        entries.extend(making.talks());
    }
    entries.sort_by(|one, other| (one.first, &one.key).cmp(&(other.first, &other.key)));
    entries
}

struct Making<'a> {
    view: &'a View,
    asked: &'a Asked<'a>,
}

impl Making<'_> {
    fn say<'a>(&self, nl: &'a str, en: &'a str) -> &'a str {
        if self.asked.language == Language::En { en } else { nl }
    }

    fn named<'a>(&self, nl: &'a str, en: Option<&'a str>) -> &'a str {
        self.say(nl, en.unwrap_or(nl))
    }

    /// An entry on these days; `None` when they lie too far back, or are not known well enough.
    fn entry<T: Fact>(&self, noun: &str, row: &T, date: crate::date::PartialDate) -> Option<Entry> {
        let (first, last) = (date.earliest()?, date.latest()?);
        let back = self.view.valid_at().checked_sub_signed(TimeDelta::days(LOOKS_BACK_DAYS));
        let is_exact = last - first < TimeDelta::days(MOST_DAYS);
        let is_recent = back.is_none_or(|back| last >= back);
        (is_exact && is_recent).then(|| Entry {
            key: format!("{noun}-{}", row.id().uuid()),
            first,
            last,
            summary: String::new(),
            description: String::new(),
            tentative: first != last || date.is_approximate(),
            cancelled: false,
            confidential: row.audience() != Audience::Public,
            facts: vec![(T::NOUN, row.id().uuid(), row.audience())],
            changed: self.changed(row.id().uuid()),
        })
    }

    /// What was never changed is as old as the network.
    fn changed(&self, id: Uuid) -> Revision {
        let network = self.view.network();
        let journal = self.asked.journal;
        let known = journal.of(network.changed_at(id)).map(|(_, commit)| commit.revision);
        let first = || journal.commits().next().map(|commit| commit.revision);
        known.or_else(first).unwrap_or(network.revision())
    }

    fn body(&self, id: crate::id::BodyId) -> Option<&str> {
        let bodies = &self.view.network().bodies;
        let body = bodies.by_id(id).filter(|ix| self.view.sees(*ix).is_some()).map(|ix| bodies.get(ix))?;
        Some(self.named(&body.name_nl, body.name_en.as_deref()))
    }

    fn meetings(&self) -> Vec<Entry> {
        let table = &self.view.network().meetings;
        let made = table.iter().filter(|(ix, _)| self.view.sees(*ix).is_some()).filter_map(|(_, row)| {
            let body = self.body(row.body).unwrap_or_default();
            let name = row.name_nl.as_deref().map(|nl| self.named(nl, row.name_en.as_deref()));
            let summary = name.unwrap_or(body).to_owned();
            let description = if name.is_some() { body.to_owned() } else { String::new() };
            Some(Entry { summary, description, ..self.entry("meeting", row, row.date)? })
        });
        made.collect()
    }

    fn decisions(&self) -> Vec<Entry> {
        let network = self.view.network();
        let table = &network.decision_moments;
        let mut made = Vec::new();
        for (ix, row) in table.iter().filter(|(ix, _)| self.view.fact(table, *ix).is_some()) {
            let title = self.named(&row.title_nl, row.title_en.as_deref());
            let body = self.body(row.body).unwrap_or_default();
            let stages = network.belonging.stages_of.of(ix);
            let stages: Vec<_> = stages
                .filter(|stage| self.view.fact(&network.decision_stages, *stage).is_some())
                .map(|stage| network.decision_stages.get(stage))
                .collect();
            let windows = ahead::stages(self.view, ix, &StageWindows::default());
            for stage in &stages {
                let window = windows
                    .iter()
                    .find(|window| window.stage.is_some_and(|ix| network.decision_stages.get(ix).id == stage.id));
                let helps = window.map(|window| {
                    let (first, last) = (window.window.first(), window.window.last());
                    let (nl, en) = ("Gesprekken helpen van", "Talks help from");
                    format!("\n{} {first} {} {last}", self.say(nl, en), self.say("tot en met", "to"))
                });
                made.extend(self.entry("stage", *stage, stage.date).map(|entry| Entry {
                    summary: format!("{}: {title}", self.stage(stage.kind)),
                    description: format!("{body}{}", helps.unwrap_or_default()),
                    confidential: entry.confidential || row.audience != Audience::Public,
                    ..entry
                }));
            }
            // The stage in which the body takes it says the same.
            if !stages.iter().any(|stage| stage.kind == StageKind::Council && stage.date == row.date) {
                made.extend(self.entry("decision", row, row.date).map(|entry| Entry {
                    summary: format!("{}: {title}", self.stage(StageKind::Council)),
                    description: body.to_owned(),
                    ..entry
                }));
            }
        }
        made
    }

    fn stage(&self, kind: StageKind) -> &'static str {
        match kind {
            StageKind::Initiation => self.say("Agendering", "On the agenda"),
            StageKind::Draft => self.say("Concept", "Draft"),
            StageKind::Committee => self.say("Commissie", "Committee"),
            StageKind::Council => self.say("Besluit", "Decision"),
            StageKind::Execution => self.say("Uitvoering", "Execution"),
        }
    }

    /// Talks that are planned, that were held, and that were called off.
    fn talks(&self) -> Vec<Entry> {
        let network = self.view.network();
        let table = &network.contact_moments;
        let made = table.iter().filter(|(ix, _)| self.view.fact(table, *ix).is_some()).filter_map(|(_, row)| {
            let theirs = self.persons(&row.their_persons);
            let whom = Some(theirs).filter(|theirs| !theirs.is_empty()).or_else(|| self.target(row));
            let topic = row.topic.and_then(|id| network.topics.by_id(id)).map(|ix| network.topics.get(ix));
            let topic = topic.map(|topic| self.named(&topic.title_nl, topic.title_en.as_deref()));
            let ours = self.persons(&row.our_persons);
            let lines = [topic.map(ToOwned::to_owned), Some(ours).filter(|ours| !ours.is_empty())];
            // Without anybody it is told by what it is about.
            let whom = whom.as_deref().or(topic).map(|whom| format!(": {whom}")).unwrap_or_default();
            let entry = self.entry("talk", row, row.date)?;
            let persons = row.our_persons.iter().chain(row.their_persons.iter());
            let persons = persons.filter_map(|id| network.persons.by_id(*id)).map(|ix| network.persons.get(ix));
            let persons = persons.map(|row| (Person::NOUN, row.id.uuid(), row.audience));
            Some(Entry {
                facts: entry.facts.iter().copied().chain(persons).collect(),
                summary: format!("{}{whom}", self.say("Gesprek", "Talk")),
                description: lines.into_iter().flatten().collect::<Vec<_>>().join("\n"),
                cancelled: row.status == ContactStatus::Cancelled,
                ..entry
            })
        });
        made.collect()
    }

    fn persons(&self, ids: &[PersonId]) -> String {
        let persons = &self.view.network().persons;
        let there = |ix: &Ix<Person>| self.view.sees(*ix).is_some();
        let names = ids.iter().filter_map(|id| persons.by_id(*id)).filter(there).map(|ix| &*persons.get(ix).name);
        names.collect::<Vec<_>>().join(", ")
    }

    fn target(&self, talk: &ContactMoment) -> Option<String> {
        let targets = &self.view.network().targets;
        self.reached(targets.get(targets.by_id(talk.target?)?))
    }

    /// What who is reached is called.
    fn reached(&self, target: &Target) -> Option<String> {
        let network = self.view.network();
        let organisation = target.organisation.and_then(|id| network.organisations.by_id(id));
        let organisation = organisation.map(|ix| self.view.name(ix, self.asked.language).to_owned());
        let body = || target.body.and_then(|id| self.body(id)).map(ToOwned::to_owned);
        organisation.or_else(body).or_else(|| target.person.map(|id| self.persons(&[id])))
    }
}
