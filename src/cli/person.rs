//! `drieklank person`: what is known about somebody, for them; and erasing them.

mod page;

use std::collections::{BTreeMap, BTreeSet};
use std::io::Write;

use anyhow::{Context as _, bail};
use chrono::{NaiveDate, SecondsFormat};
use clap::Subcommand;
use network::facts::Language;
use network::plan::wrong_text;
use network::privacy::{PersonData, Place, Report, find_person, person_data};
use serde::Serialize;
use sha2::{Digest, Sha256};

use super::erased;
use crate::clock::Clock;
use crate::config::Config;
use crate::store::{Audit, ReadingEntry, Readings, Store};
use crate::writer::forget::{Erased, Finished, Forget, read};

/// What to do about a person.
#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// Print all that is known about a person: to be handed to them
    ///
    /// Assessments, talks, remarks and sources included, whoever may see them; and what was changed about them, when and by
    /// whom. The database notes that it was handed out, with its SHA-256.
    Export {
        /// Key or id of the person: `willemijn-de-vries`
        person: String,
        /// How it is written: a page that people read and print, or JSON for programs
        #[arg(long, value_name = "FORMAT", value_parser = ["html", "json"], default_value = "html")]
        format: String,
        /// Language of the headings of the page
        #[arg(long, value_name = "LANGUAGE", value_parser = ["nl", "en"], default_value = "nl")]
        language: String,
        /// Who hands it out, for the audit
        #[arg(long, value_name = "NAME", default_value = "operator")]
        by: String,
    },
    /// Erase a person: a pseudonym stays, so that decisions and coalitions stay as they are
    ///
    /// The name, remarks, sources and addresses go, what they are judged by and whom they know; also in the journal, so that
    /// nothing that is asked about the past brings them back. It cannot be undone, and works at once, also on servers that
    /// are running. Backups hold what they held: restore erases again who is on the list of erasures.
    Erase {
        /// Key or id of the person: `willemijn-de-vries`
        person: String,
        /// Why, for the journal; no names
        #[arg(long)]
        reason: String,
        /// Who erases, for journal and audit
        #[arg(long, value_name = "NAME", default_value = "operator")]
        by: String,
        /// Only tell what would be done
        #[arg(long)]
        dry_run: bool,
    },
}

/// Does it in the database that the settings name.
pub(super) async fn run(command: Command, config: &Config, clock: &Clock, out: &mut impl Write) -> anyhow::Result<()> {
    let store = Store::open_existing(config.database_url()?.reveal())
        .await
        .context("failed to open the database of --database-url")?;
    match command {
        Command::Export { person, format, language, by } => {
            let language = if language == "nl" { Language::Nl } else { Language::En };
            let page = (format == "html").then_some(language);
            export(&store, clock, &person, page, &by, out).await?;
        }
        Command::Erase { person, reason, by, dry_run } => {
            if let Some([_, wrong]) = wrong_text(&reason) {
                bail!("--reason {wrong}");
            }
            let (actor, reason) = (&*by, Some(&*reason));
            let forget = Forget { store: &store, clock, actor, reason, is_trial: dry_run };
            erase(&forget, config, &person, out).await?;
        }
    }
    store.close().await?;
    Ok(())
}

/// What somebody gets.
#[derive(Serialize)]
struct Export {
    /// The day.
    made_on: NaiveDate,
    #[serde(flatten)]
    data: PersonData,
    /// Who read what of it that only the desk sees; the oldest first.
    read_by: Vec<ReadBy>,
}

/// Somebody read something.
#[derive(Serialize)]
struct ReadBy {
    read_at: String,
    actor: String,
    operation: Option<String>,
    /// Nouns of what was read, each once.
    nouns: BTreeSet<String>,
}

impl From<&ReadingEntry> for ReadBy {
    fn from(entry: &ReadingEntry) -> Self {
        Self {
            read_at: entry.read_at.to_rfc3339_opts(SecondsFormat::Secs, true),
            actor: entry.actor.clone(),
            operation: entry.operation.clone(),
            nouns: entry.facts.iter().map(|(noun, _)| noun.clone()).collect(),
        }
    }
}

/// * `page`: the language of a page; `None`: JSON.
async fn export(
    store: &Store,
    clock: &Clock,
    person: &str,
    page: Option<Language>,
    by: &str,
    out: &mut impl Write,
) -> anyhow::Result<()> {
    let snapshot = read(store).await?;
    let found = find_person(&snapshot, person);
    let data = found.and_then(|found| person_data(&snapshot, found));
    let data = data.with_context(|| format!("there is no person {person}"))?;
    let read_by = store.readings(&Readings { facts: data.facts.clone(), ..Readings::default() }).await?;
    let read_by = read_by.iter().map(ReadBy::from).collect();
    let id = data.id.to_string();
    let export = Export { made_on: clock.today(), data, read_by };
    let mut text = match page {
        Some(language) => page::page(&export, language),
        None => serde_json::to_string_pretty(&export)?,
    };
    text.push('\n');
    note(store, clock, by, "EXPORT_PERSON", id, &text).await?;
    out.write_all(text.as_bytes()).context("failed to print it")
}

/// Notes what is handed out before it is.
pub(super) async fn note(
    store: &Store,
    clock: &Clock,
    by: &str,
    action: &'static str,
    scope: String,
    text: &str,
) -> anyhow::Result<()> {
    let sha256 = Sha256::digest(text).iter().map(|byte| format!("{byte:02x}")).collect();
    let noted =
        Audit { id: clock.new_id(), at: clock.now(), actor: by.to_owned(), action, scope, sha256: Some(sha256) };
    store.audit(&noted).await.context("failed to note what is handed out")
}

async fn erase(forget: &Forget<'_>, config: &Config, person: &str, out: &mut impl Write) -> anyhow::Result<()> {
    let erased = forget.erase(person).await.context("failed to erase: nothing was written")?;
    let Some(Erased { erasure, report, .. }) = erased else { bail!("there is no person {person}") };
    if forget.is_trial {
        writeln!(out, "{} would be erased", erasure.person)?;
        return tell(&report, out);
    }
    writeln!(out, "Erased: {} is {} now", erasure.person, erasure.pseudonym)?;
    tell(&report, out)?;
    let Finished { is_wiped, listed } = forget.finish(&erasure, erased::list_of(config)?.as_ref()).await;
    told_wiped(is_wiped.context("it is erased, but may lie on the disk still")?, out)?;
    match listed {
        Some(listed) => {
            listed.with_context(|| format!("it is erased, but not on the list; add this line to it: {erasure}"))
        }
        None => {
            let keep = "Keep this line in the file of --erasure-list, for who puts back a backup";
            writeln!(out, "{keep}: {erasure}").context("failed to print it")
        }
    }
}

/// Tells when what was forgotten may stand in the `-wal` still.
pub(super) fn told_wiped(is_wiped: bool, out: &mut impl Write) -> anyhow::Result<()> {
    if !is_wiped {
        writeln!(out, "Somebody reads the file all the time: its -wal is emptied at the next commit or stop")?;
    }
    Ok(())
}

/// What was done, in lines.
pub(super) fn tell(report: &Report, out: &mut impl Write) -> anyhow::Result<()> {
    let counts = |counts: &BTreeMap<&str, usize>| {
        let counts: Vec<_> = counts.iter().map(|(noun, n)| format!("{n} {noun}")).collect();
        if counts.is_empty() { "nothing".to_owned() } else { counts.join(", ") }
    };
    writeln!(out, "Goes: {}", counts(&report.gone))?;
    writeln!(out, "Stays without what told of a person: {}", counts(&report.changed))?;
    writeln!(out, "Commits of the journal: {} rewritten, {} gone", report.commits_changed, report.commits_gone)?;
    for (heading, places) in [
        ("The name is replaced in", &report.replaced),
        ("Look at these, where the last name still stands", &report.look_at),
    ] {
        if !places.is_empty() {
            writeln!(out, "{heading}:")?;
        }
        for Place { noun, key, field } in places {
            writeln!(out, "  {noun} {key}: {field}")?;
        }
    }
    Ok(())
}
