//! What a government hands out about its contacts under the Wet open overheid (Woo): every talk, and for each field that is
//! withheld the ground on which it is. The grounds are a proposal; people decide.

use chrono::NaiveDate;
use serde::ser::{Serialize, SerializeMap, Serializer};

use crate::audience::Audience;
use crate::codes;
use crate::copied::originals;
use crate::date::PartialDate;
use crate::facts::*;
use crate::id::{ContactMomentId, FactId, OrganisationId, PersonId, TopicId};
use crate::network::Network;
use crate::period::Period;
use crate::snapshot::Snapshot;

codes! {
    /// A field of a talk that is withheld unless somebody opens it.
    pub enum Withheld {
        /// Names of persons who do not act in public by office.
        Names,
        /// What came of the talk.
        Outcome,
        /// What was asked.
        Position,
        /// Whom the talk was to reach.
        Target,
        /// Remarks.
        Note,
        /// On whose word it stands.
        Source,
    }
}

/// A ground of the Woo.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Ground {
    /// Article 5.1, second paragraph, under e: respect for personal privacy.
    Privacy,
    /// Article 5.1, second paragraph, under i: that governments function well.
    Functioning,
    /// Article 5.2, first paragraph: personal views on policy, in documents for internal deliberation.
    Views,
}

impl Ground {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Privacy, Self::Functioning, Self::Views];

    /// The article: `5.1.2.e`.
    #[must_use]
    pub fn article(self) -> &'static str {
        match self {
            Self::Privacy => "5.1.2.e",
            Self::Functioning => "5.1.2.i",
            Self::Views => "5.2.1",
        }
    }

    /// In words, in Dutch and English.
    #[must_use]
    pub fn words(self) -> [&'static str; 2] {
        match self {
            Self::Privacy => [
                "artikel 5.1, tweede lid, onder e, Woo: de eerbiediging van de persoonlijke levenssfeer",
                "article 5.1(2)(e) Woo: respect for personal privacy",
            ],
            Self::Functioning => [
                "artikel 5.1, tweede lid, onder i, Woo: het goed functioneren van de Staat, andere publiekrechtelijke lichamen of \
                 bestuursorganen",
                "article 5.1(2)(i) Woo: the proper functioning of the State and other public bodies",
            ],
            Self::Views => [
                "artikel 5.2, eerste lid, Woo: persoonlijke beleidsopvattingen in documenten voor intern beraad",
                "article 5.2(1) Woo: personal views on policy in documents for internal deliberation",
            ],
        }
    }
}

impl Withheld {
    /// On which ground.
    #[must_use]
    pub fn ground(self) -> Ground {
        match self {
            Self::Names | Self::Source => Ground::Privacy,
            Self::Position | Self::Target => Ground::Functioning,
            Self::Outcome | Self::Note => Ground::Views,
        }
    }
}

/// What stands in a field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Told {
    /// This; `None`: nothing.
    Open(Option<String>),
    /// Something that is not handed out.
    Withheld(Ground),
}

impl Told {
    /// In one cell: the text, or the article in square brackets.
    #[must_use]
    pub fn cell(&self) -> String {
        match self {
            Self::Open(text) => text.clone().unwrap_or_default(),
            Self::Withheld(ground) => format!("[{}]", ground.article()),
        }
    }
}

impl Serialize for Told {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Open(text) => text.serialize(serializer),
            Self::Withheld(ground) => {
                let mut map = serializer.serialize_map(Some(1))?;
                map.serialize_entry("withheld", ground.article())?;
                map.end()
            }
        }
    }
}

/// Somebody who took part.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Participant {
    /// Their name.
    pub name: Told,
    /// What they were on that day, and where: `wethouder economie, Gemeente Waterbroek`. An office that not everybody may
    /// see is not told.
    pub offices: Vec<String>,
}

/// One talk.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Talk {
    /// When.
    pub date: String,
    /// Planned, held or cancelled.
    pub status: &'static str,
    /// In which way.
    pub channel: &'static str,
    /// About what.
    pub topic: Option<String>,
    /// Who of the holder's.
    pub ours: Vec<Participant>,
    /// With whom.
    pub theirs: Vec<Participant>,
    /// What came of it.
    pub outcome: Told,
    /// What was asked, from -2 (against the topic) to 2 (for it).
    pub position: Told,
    /// Whom it was to reach.
    pub target: Told,
    /// Remarks, and what was said in confidence; one a line.
    pub note: Told,
    /// On whose word it stands.
    pub source: Told,
}

/// What is asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Scope {
    /// Whose talks.
    pub holder: OrganisationId,
    /// About what; `None`: whatever.
    pub topic: Option<TopicId>,
    /// From this day on.
    pub from: Option<NaiveDate>,
    /// To this day.
    pub until: Option<NaiveDate>,
    /// Fields that are told all the same.
    pub open: Vec<Withheld>,
}

/// Remarks about a talk, and what was said in confidence.
fn remarks(network: &Network, talk: &ContactMomentId, note: Option<&String>) -> Option<String> {
    let ix = network.contact_moments.by_id(*talk)?;
    let notes = network.belonging.contact_notes_of.of(ix).map(|ix| network.contact_notes.get(ix));
    let notes = notes.flat_map(|row| [Some(&row.text), row.note.as_ref()]).flatten();
    let all: Vec<&str> = note.into_iter().chain(notes).map(String::as_str).collect();
    (!all.is_empty()).then(|| all.join("\n"))
}

impl Scope {
    /// The talks, in order of time. Talks whose day is not known well enough count when they may lie within. A copy of a talk
    /// of another partner, kept as something was noted of it, is no talk of theirs.
    #[must_use]
    pub fn talks(&self, snapshot: &Snapshot) -> Vec<Talk> {
        let (network, copies) = (&*snapshot.network, originals::<ContactMoment>(snapshot));
        let rows = network.contact_moments.iter().map(|(_, row)| row);
        let mut rows: Vec<&ContactMoment> =
            rows.filter(|row| self.asks_for(row) && !copies.contains_key(&row.id.uuid())).collect();
        rows.sort_by_key(|row| (row.date.earliest(), row.id));
        rows.into_iter().map(|row| self.talk(network, row)).collect()
    }

    fn asks_for(&self, talk: &ContactMoment) -> bool {
        let begins = self.from.is_none_or(|from| talk.date.latest().is_none_or(|latest| latest >= from));
        let ends = self.until.is_none_or(|until| talk.date.earliest().is_none_or(|earliest| earliest <= until));
        let is_about = self.topic.is_none_or(|topic| talk.topic == Some(topic));
        talk.holder == Some(self.holder) && is_about && begins && ends
    }

    fn talk(&self, network: &Network, talk: &ContactMoment) -> Talk {
        // No `..`: whether a new field is handed out has to be decided.
        let ContactMoment {
            id,
            key: _,
            status,
            channel,
            date,
            topic,
            target,
            our_persons,
            their_persons,
            after: _,
            outcome,
            position,
            holder: _,
            source,
            confidence: _,
            audience: _,
            note,
        } = talk;
        let topic = topic.and_then(|id| network.topics.by_id(id)).map(|ix| network.topics.get(ix).title_nl.clone());
        let target = target.and_then(|id| network.targets.by_id(id)).map(|ix| network.targets.get(ix));
        let participants =
            |persons: &[PersonId]| persons.iter().map(|id| self.participant(network, *id, *date)).collect();
        Talk {
            date: date.to_string(),
            status: status.code(),
            channel: channel.code(),
            topic,
            ours: participants(our_persons),
            theirs: participants(their_persons),
            outcome: self.told(Withheld::Outcome, outcome.clone()),
            position: self.told(Withheld::Position, position.map(|position| position.to_string())),
            target: self.told(Withheld::Target, target.map(|target| reached(network, target))),
            note: self.told(Withheld::Note, remarks(network, id, note.as_ref())),
            source: self.told(Withheld::Source, Some(source.to_string())),
        }
    }

    /// What stands in a field, or why it is not told. Nothing is nothing, whoever asks.
    fn told(&self, field: Withheld, text: Option<String>) -> Told {
        if text.is_none() || self.open.contains(&field) { Told::Open(text) } else { Told::Withheld(field.ground()) }
    }

    fn participant(&self, network: &Network, id: PersonId, on: PartialDate) -> Participant {
        let person = network.persons.by_id(id).map(|ix| network.persons.get(ix));
        let is_public = person.is_some_and(|person| person.audience == Audience::Public);
        let name = person.map(|person| person.name.clone());
        let name = if is_public { Told::Open(name) } else { self.told(Withheld::Names, name) };
        let day = Period::new(Some(on), Some(on)).span();
        let held = network.offices.iter().map(|(_, office)| office).filter(|office| {
            let span = Period::new(office.since, office.until).span();
            office.person == id && office.audience == Audience::Public && span.from < day.to && day.from < span.to
        });
        let mut offices: Vec<String> =
            held.map(|office| format!("{}, {}", office.label_nl, organisation(network, office.organisation))).collect();
        offices.sort();
        Participant { name, offices }
    }
}

fn organisation(network: &Network, id: OrganisationId) -> &str {
    network.organisations.by_id(id).map_or("", |ix| &network.organisations.get(ix).name_nl)
}

/// Whom a target is, in words.
fn reached(network: &Network, target: &Target) -> String {
    let person = target.person.and_then(|id| network.persons.by_id(id)).map(|ix| network.persons.get(ix).name.clone());
    let body = target.body.and_then(|id| network.bodies.by_id(id)).map(|ix| network.bodies.get(ix).name_nl.clone());
    let of = target.organisation.map(|id| organisation(network, id).to_owned());
    person.or(body).or(of).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::journal::Journal;
    use crate::network::tests::dataset;
    use crate::testing::build;

    fn known(network: std::sync::Arc<Network>) -> Snapshot {
        Snapshot { network, journal: Journal::default() }
    }

    fn waterbroek() -> Scope {
        let topic = Some(TopicId::from_key("tweede-regio-deal"));
        Scope {
            holder: OrganisationId::from_key("gemeente-waterbroek"),
            topic,
            from: None,
            until: None,
            open: Vec::new(),
        }
    }

    #[test]
    fn every_talk_of_the_holder_about_the_topic_is_told_with_a_ground_per_field() {
        let facts = dataset("regio-voorbeeld");
        let asked = waterbroek();
        let expected: Vec<_> = facts
            .contact_moments
            .iter()
            .filter(|row| row.holder == Some(asked.holder) && row.topic == asked.topic)
            .collect();
        let talks = asked.talks(&known(build(facts.clone())));
        assert!(talks.len() > 3 && talks.len() == expected.len());
        assert!(talks.is_sorted_by_key(|talk| talk.date.clone()));
        let text = serde_json::to_string(&talks).expect("JSON");
        for row in &expected {
            for secret in [row.outcome.as_deref(), row.note.as_deref()].into_iter().flatten() {
                assert!(!text.contains(secret), "{secret}");
            }
        }
        let soraya = talks.iter().find(|talk| talk.date == "2025-09-23").expect("a talk");
        assert_eq!(soraya.outcome, Told::Withheld(Ground::Views));
        assert_eq!(soraya.position, Told::Withheld(Ground::Functioning));
        assert_eq!(soraya.source.cell(), "[5.1.2.e]");
        assert_eq!(soraya.note, Told::Open(None), "nothing is not withheld");
        assert_eq!(soraya.ours[0].name, Told::Open(Some("Joris Aalberink".into())));
        assert_eq!(soraya.ours[0].offices, ["wethouder economie en Regio Deal, Gemeente Waterbroek"]);
        assert!(text.contains(r#""outcome":{"withheld":"5.2.1"}"#), "{text}");
    }

    #[test]
    fn who_does_not_act_in_public_is_not_named() {
        let mut facts = dataset("regio-voorbeeld");
        let joris = PersonId::from_key("joris-aalberink");
        for person in facts.persons.iter_mut().filter(|person| person.id == joris) {
            person.audience = Audience::PublicAffairs;
        }
        for office in facts.offices.iter_mut().filter(|office| office.person == joris) {
            office.audience = Audience::PublicAffairs;
        }
        facts.seats.retain(|seat| seat.holder != Some(joris));
        facts.statements.retain(|row| row.speaker != Some(joris));
        let network = build(facts);
        let named = |open: &[Withheld]| {
            let talks = Scope { open: open.to_vec(), ..waterbroek() }.talks(&known(network.clone()));
            talks.into_iter().find(|talk| talk.date == "2025-09-23").expect("a talk").ours[0].clone()
        };
        assert_eq!((named(&[]).name, named(&[]).offices), (Told::Withheld(Ground::Privacy), Vec::new()));
        assert_eq!(named(&[Withheld::Names]).name, Told::Open(Some("Joris Aalberink".into())));
    }

    #[test]
    fn days_and_opened_fields_are_as_asked() {
        let network = build(dataset("regio-voorbeeld"));
        let day = |text: &str| text.parse().ok();
        let asked = Scope { topic: None, from: day("2025-09-23"), until: day("2025-09-23"), ..waterbroek() };
        let talks = Scope { open: vec![Withheld::Outcome], ..asked }.talks(&known(network.clone()));
        let outcomes: Vec<_> = talks.iter().map(|talk| talk.outcome.cell()).collect();
        assert_eq!(outcomes, ["Vindt deals \"cadeautjes zonder strik\""]);
    }
}
