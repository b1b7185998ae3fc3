//! `drieklank disclose`: contacts of an organisation, for who asks for them under the Woo.

use std::io::Write;

use anyhow::{Context as _, bail};
use chrono::NaiveDate;
use clap::builder::{PossibleValuesParser, TypedValueParser};
use network::id::OrganisationId;
use network::privacy::{Ground, Participant, Scope, Talk, Withheld};
use network::snapshot::Snapshot;
use serde::Serialize;

use super::person::note;
use crate::clock::Clock;
use crate::config::Config;
use crate::exchange::csv_text;
use crate::store::Store;
use crate::writer::forget::read;

/// What to hand out.
#[derive(Debug, clap::Args)]
pub(super) struct Asked {
    /// Key of the organisation whose contacts are asked for
    #[arg(long, value_name = "SLUG")]
    holder: String,
    /// Key of the topic [default: all topics]
    #[arg(long, value_name = "SLUG")]
    topic: Option<String>,
    /// First day [default: the first contact]
    #[arg(long, value_name = "DAY")]
    from: Option<NaiveDate>,
    /// Last day [default: the last contact]
    #[arg(long, value_name = "DAY")]
    until: Option<NaiveDate>,
    /// Fields to tell that are withheld else: names, outcome, position, target, note, source
    ///
    /// Read first what stands there: it is handed out as it is.
    #[arg(long, value_name = "FIELDS", value_delimiter = ',', value_parser = field())]
    open: Vec<Withheld>,
    /// How it is written
    #[arg(long, value_name = "FORMAT", value_parser = ["json", "csv"], default_value = "json")]
    format: String,
    /// Who hands it out, for the audit
    #[arg(long, value_name = "NAME", default_value = "operator")]
    by: String,
}

fn field() -> impl TypedValueParser<Value = Withheld> {
    PossibleValuesParser::new(["names", "outcome", "position", "target", "note", "source"])
        .try_map(|name| name.to_uppercase().parse::<Withheld>())
}

/// What is handed out.
#[derive(Debug, Serialize)]
struct Disclosure<'a> {
    title: [String; 2],
    holder: &'a str,
    topic: Option<&'a str>,
    from: Option<NaiveDate>,
    until: Option<NaiveDate>,
    made_on: NaiveDate,
    revision: i64,
    grounds: Vec<Explained>,
    talks: &'a [Talk],
}

/// A ground, in words.
#[derive(Debug, Serialize)]
struct Explained {
    article: &'static str,
    nl: &'static str,
    en: &'static str,
}

/// Hands out what the database of the settings knows.
pub(super) async fn run(asked: Asked, config: &Config, clock: &Clock, out: &mut impl Write) -> anyhow::Result<()> {
    let store = Store::open_existing(config.database_url()?.reveal())
        .await
        .context("failed to open the database of --database-url")?;
    let snapshot = read(&store).await?;
    let scope = asked.scope(&snapshot)?;
    let talks = scope.talks(&snapshot);
    let text = if asked.format == "csv" {
        csv_text(&HEADER, talks.iter().map(cells))?
    } else {
        asked.json(&snapshot, &scope, &talks, clock)?
    };
    note(&store, clock, &asked.by, "DISCLOSE", asked.told(talks.len(), &snapshot), &text).await?;
    store.close().await?;
    out.write_all(text.as_bytes()).context("failed to print it")
}

impl Asked {
    fn scope(&self, snapshot: &Snapshot) -> anyhow::Result<Scope> {
        let network = &snapshot.network;
        let Some(holder) = network.organisations.by_key(&self.holder) else {
            bail!("there is no organisation {}", self.holder);
        };
        let topic = self
            .topic
            .as_deref()
            .map(|topic| network.topics.by_key(topic).with_context(|| format!("there is no topic {topic}")));
        Ok(Scope {
            holder: network.organisations.get(holder).id,
            topic: topic.transpose()?.map(|ix| network.topics.get(ix).id),
            from: self.from,
            until: self.until,
            open: self.open.clone(),
        })
    }

    fn json(&self, snapshot: &Snapshot, scope: &Scope, talks: &[Talk], clock: &Clock) -> anyhow::Result<String> {
        let network = &snapshot.network;
        let name = |id: OrganisationId| {
            network.organisations.by_id(id).map_or("", |ix| &network.organisations.get(ix).name_nl)
        };
        let topic = scope.topic.and_then(|id| network.topics.by_id(id)).map(|ix| &*network.topics.get(ix).title_nl);
        let explained = |ground: Ground| {
            let [nl, en] = ground.words();
            Explained { article: ground.article(), nl, en }
        };
        let disclosure = Disclosure {
            title: [format!("Contacten van {}", name(scope.holder)), format!("Contacts of {}", name(scope.holder))],
            holder: &self.holder,
            topic,
            from: self.from,
            until: self.until,
            made_on: clock.today(),
            revision: network.revision().number,
            grounds: Ground::ALL.into_iter().map(explained).collect(),
            talks,
        };
        Ok(serde_json::to_string_pretty(&disclosure)? + "\n")
    }

    /// What was asked for, for the audit.
    fn told(&self, n_talks: usize, snapshot: &Snapshot) -> String {
        let day = |day: Option<NaiveDate>| day.map_or_else(|| "-".to_owned(), |day| day.to_string());
        let open: Vec<_> = self.open.iter().map(|field| field.code()).collect();
        format!(
            "holder={} topic={} from={} until={} open={} format={} talks={n_talks} revision={}",
            self.holder,
            self.topic.as_deref().unwrap_or("-"),
            day(self.from),
            day(self.until),
            open.join(","),
            self.format,
            snapshot.network.revision().number
        )
    }
}

const HEADER: [&str; 11] =
    ["date", "status", "channel", "topic", "ours", "theirs", "outcome", "position", "target", "note", "source"];

fn cells(talk: &Talk) -> Vec<String> {
    let persons = |persons: &[Participant]| {
        let each = persons.iter().map(|person| format!("{} ({})", person.name.cell(), person.offices.join("; ")));
        each.collect::<Vec<_>>().join(" | ")
    };
    vec![
        talk.date.clone(),
        talk.status.to_owned(),
        talk.channel.to_owned(),
        talk.topic.clone().unwrap_or_default(),
        persons(&talk.ours),
        persons(&talk.theirs),
        talk.outcome.cell(),
        talk.position.cell(),
        talk.target.cell(),
        talk.note.cell(),
        talk.source.cell(),
    ]
}
