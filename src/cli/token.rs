//! `drieklank token`: rights, given and taken back while the server runs.

use std::io::Write;

use anyhow::{Context as _, bail};
use chrono::{DateTime, NaiveDate, SecondsFormat, Utc};
use clap::Subcommand;
use clap::builder::{PossibleValuesParser, TypedValueParser};
use network::plan::wrong_text;

use crate::access::new_token;
use crate::clock::Clock;
use crate::config::Config;
use crate::graphql::viewer::Role;
use crate::store::{Store, Token};

/// How long the name of a token may be: a line of the journal.
const MOST_CHARS: usize = 200;

/// What to do with tokens.
#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// Make a token and show it, this once, alone on the last line
    ///
    /// Only its hash is kept. Requests carry it as `Authorization: Bearer dk_…`; it works at once, also on a server that
    /// is running.
    Create {
        /// Whose it is, as the journal says it, in one line: `web editor of Kampen`
        #[arg(long)]
        name: String,
        /// What it allows
        #[arg(long, value_parser = role())]
        role: Role,
        /// Slug of the organisation that it acts for [default: none]
        #[arg(long, value_name = "SLUG")]
        organisation: Option<String>,
        /// Its last day: 2027-01-31 [default: it works until it is revoked]
        #[arg(long, value_name = "DAY")]
        expires: Option<NaiveDate>,
    },
    /// List all tokens: whose, what they allow, when they were last used
    List,
    /// Take a token back; it works no longer within seconds
    Revoke {
        /// Its name
        name: String,
    },
}

fn role() -> impl TypedValueParser<Value = Role> {
    PossibleValuesParser::new(Role::ALL.map(|(_, code)| code))
        .try_map(|code| Role::from_code(&code).ok_or("no such role"))
}

/// Does it in the database that the settings name.
pub(super) async fn run(command: Command, config: &Config, clock: &Clock, out: &mut impl Write) -> anyhow::Result<()> {
    let store = Store::open_existing(config.database_url()?.reveal())
        .await
        .context("failed to open the database of --database-url")?;
    match command {
        Command::Create { name, role, organisation, expires } => {
            create(&store, clock, out, name, role, organisation, expires).await?;
        }
        Command::List => list(&store, clock, out).await?,
        Command::Revoke { name } => {
            if !store.revoke_token(&name, clock.now()).await? {
                bail!("there is no token {name} that still works");
            }
            writeln!(out, "Taken back: {name}")?;
        }
    }
    store.close().await?;
    Ok(())
}

async fn create(
    store: &Store,
    clock: &Clock,
    out: &mut impl Write,
    name: String,
    role: Role,
    organisation: Option<String>,
    expires: Option<NaiveDate>,
) -> anyhow::Result<()> {
    let name = fit_for_the_journal(&name)?;
    if let Some(slug) = &organisation {
        let facts = store.load().await?.facts;
        // The key of one that was merged goes on answering, with the one that stays.
        let merged = facts.merged_organisations.iter().map(|row| &row.slug);
        if !facts.organisations.iter().map(|row| &row.slug).chain(merged).any(|known| **known == **slug) {
            bail!("there is no organisation {slug}");
        }
    }
    let now = clock.now();
    let expires_at = expires.map(end_of).transpose()?;
    if expires_at.is_some_and(|end| end <= now) {
        bail!("--expires lies in the past");
    }
    let mut random = [0; 32];
    getrandom::fill(&mut random).map_err(|error| anyhow::anyhow!("the system gives no random numbers: {error}"))?;
    let (text, hash) = new_token(&random);
    let token = Token {
        id: clock.new_id(),
        name,
        role: role.code().to_owned(),
        organisation,
        created_at: now,
        expires_at,
        revoked_at: None,
        last_used_at: None,
    };
    store.add_token(&token, &hash).await?;
    writeln!(out, "Token of {} with the role {}, shown this once:", token.name, token.role)?;
    writeln!(out, "{text}")?;
    Ok(())
}

/// A name as the journal can say it in one line, and of nobody else.
fn fit_for_the_journal(name: &str) -> anyhow::Result<String> {
    if let Some([_, wrong]) = wrong_text(name) {
        bail!("--name {wrong}");
    }
    // Beside the controls of Unicode, its two characters that only end lines.
    if name.contains(|char: char| char.is_control() || matches!(char, '\u{2028}' | '\u{2029}')) {
        bail!("--name holds a tab or a line break: a name is one line");
    }
    let name = name.trim();
    let n_chars = name.chars().count();
    if n_chars > MOST_CHARS {
        bail!("--name has {n_chars} characters: {MOST_CHARS} are allowed");
    }
    if name.ends_with('>') {
        bail!("--name must not end with >: so end those of people whom an OIDC provider knows");
    }
    Ok(name.to_owned())
}

/// The first moment after a day, in UTC.
fn end_of(day: NaiveDate) -> anyhow::Result<DateTime<Utc>> {
    let next = day.succ_opt().and_then(|day| day.and_hms_opt(0, 0, 0));
    next.map(|end| end.and_utc()).context("--expires is too far away")
}

async fn list(store: &Store, clock: &Clock, out: &mut impl Write) -> anyhow::Result<()> {
    for token in store.tokens().await? {
        let at = |moment: DateTime<Utc>| moment.to_rfc3339_opts(SecondsFormat::Secs, true);
        let state = match (token.revoked_at, token.expires_at) {
            (Some(revoked), _) => format!("taken back {}", at(revoked)),
            (None, Some(end)) if end <= clock.now() => format!("expired {}", at(end)),
            (None, Some(end)) => format!("works until {}", at(end)),
            (None, None) => "works".to_owned(),
        };
        let used = token.last_used_at.map_or_else(|| "never used".to_owned(), |used| format!("last used {}", at(used)));
        let organisation = token.organisation.map_or_else(String::new, |slug| format!(" for {slug}"));
        writeln!(out, "{}: {}{organisation}, {state}, {used}", token.name, token.role)?;
    }
    Ok(())
}
