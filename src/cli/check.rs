//! `drieklank check`: what has to be mended, and what breaks a rule.

use std::io::Write;
use std::sync::Arc;

use anyhow::Context as _;
use network::facts::Language;
use network::findings::{Finding, findings};
use network::network::{Network, Revision};
use network::node::NodeIx;
use network::source::Confidence;
use network::view::View;

use super::counted;
use super::dataset::{self, DatasetError};
use crate::clock::Clock;
use crate::config::{Config, DEFAULT_DATASET, DatabaseUrl};
use crate::exchange::{Dataset, Problems, ReadError};
use crate::store::{Store, StoreError};

/// What came of a check.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Verdict {
    /// It can be served, findings or not.
    Network,
    /// Something has to be mended first.
    Problems,
}

/// Writes all problems, or when there are none all findings, a line each, and then how many.
pub(super) async fn check(
    target: Option<String>,
    config: &Config,
    clock: &Clock,
    out: &mut impl Write,
) -> anyhow::Result<Verdict> {
    let checked = match Target::new(target, config)? {
        Target::Dataset(asked) => check_dataset(&asked, clock)?,
        Target::Database(url) => check_database(&url).await?,
        Target::Served(url) => match check_database(&url).await {
            Err(StoreError::Missing { .. }) => check_dataset(DEFAULT_DATASET, clock)?,
            checked => checked?,
        },
    };
    report(checked, config, clock, out).context("failed to write what was found")
}

/// What is to be checked.
enum Target {
    Dataset(String),
    Database(DatabaseUrl),
    /// The database that `serve` uses when nobody names one; it may not have been made yet.
    Served(DatabaseUrl),
}

impl Target {
    fn new(target: Option<String>, config: &Config) -> anyhow::Result<Self> {
        Ok(match (target, config.named_dataset(), config.named_database()) {
            (Some(target), ..) if is_address(&target) => Self::Database(target.into()),
            (Some(target), ..) => Self::Dataset(target),
            (None, Some(dataset), _) => Self::Dataset(dataset.to_owned()),
            (None, None, Some(url)) => Self::Database(url.clone()),
            (None, None, None) => Self::Served(config.database_url()?),
        })
    }
}

fn is_address(target: &str) -> bool {
    target.contains("://") || target.starts_with("sqlite:")
}

/// What was read: where it stands, and the network or its problems.
struct Checked {
    name: String,
    /// `None` for a database: its rows have no lines.
    dataset: Option<Dataset>,
    network: Result<Network, Broken>,
}

/// Why facts are no network.
struct Broken {
    /// A line each; when there are very many, the first of them.
    lines: Vec<String>,
    /// How many there are.
    n_problems: usize,
    /// Whether cells could not be read, so that nobody has looked at what the rows mean together.
    unread: bool,
}

impl<P: ToString> FromIterator<P> for Broken {
    fn from_iter<I: IntoIterator<Item = P>>(problems: I) -> Self {
        let lines: Vec<_> = problems.into_iter().map(|problem| problem.to_string()).collect();
        Self { n_problems: lines.len(), lines, unread: false }
    }
}

impl Broken {
    fn of(problems: &Problems) -> Self {
        Self { n_problems: problems.total(), ..problems.found().iter().collect() }
    }
}

fn check_dataset(asked: &str, clock: &Clock) -> Result<Checked, DatasetError> {
    let dataset = match dataset::find(asked) {
        Err(DatasetError::Read(ReadError::Problems(problems))) => {
            let broken = Broken { unread: true, ..Broken::of(&problems) };
            return Ok(Checked { name: asked.to_owned(), dataset: None, network: Err(broken) });
        }
        dataset => dataset?,
    };
    let revision = Revision { number: 1, recorded_at: clock.now() };
    let network =
        Network::build(dataset.facts.clone(), revision).map_err(|problems| Broken::of(&dataset.problems(problems)));
    Ok(Checked { name: asked.to_owned(), dataset: Some(dataset), network })
}

async fn check_database(url: &DatabaseUrl) -> Result<Checked, StoreError> {
    let store = Store::open_existing(url.reveal()).await?;
    let name = store.name().to_owned();
    let network = match store.load().await {
        Err(StoreError::Unreadable { problems, .. }) => {
            Err(Broken { n_problems: problems.count, unread: true, ..problems.named.iter().collect() })
        }
        loaded => {
            let loaded = loaded?;
            Network::build(loaded.facts, loaded.revision.into())
                .map_err(|problems| problems.iter().map(|problem| format!("table {problem}")).collect())
        }
    };
    Ok(Checked { name, dataset: None, network })
}

fn report(checked: Checked, config: &Config, clock: &Clock, out: &mut impl Write) -> std::io::Result<Verdict> {
    let Checked { name, dataset, network } = checked;
    let network = match network {
        Ok(network) => Arc::new(network),
        Err(Broken { lines, n_problems, unread }) => {
            for line in &lines {
                writeln!(out, "{line}")?;
            }
            if n_problems > lines.len() {
                writeln!(out, "and {} more", n_problems - lines.len())?;
            }
            let problems = counted(n_problems, "problem", "problems");
            let next = if unread { "; what the rows mean together is looked at then" } else { "" };
            writeln!(out, "{name}: {problems} to be mended before it can be served{next}")?;
            return Ok(Verdict::Problems);
        }
    };
    let weights = Arc::new(config.weights.clone());
    let view = View::new(Arc::clone(&network), clock.today(), Confidence::Unverified, weights);
    let findings = findings(&view);
    for finding in &findings {
        writeln!(out, "{}", line(finding, &network, dataset.as_ref()))?;
    }
    let n_findings = counted(findings.len(), "finding", "findings");
    writeln!(out, "{name}: no problems, {n_findings} on {}", view.valid_at())?;
    Ok(Verdict::Network)
}

/// A finding with where it is to be looked at, the most telling place first.
fn line(finding: &Finding, network: &Network, dataset: Option<&Dataset>) -> String {
    let mut places: Vec<_> = finding.subjects.iter().map(|subject| place(*subject, network, dataset)).collect();
    if places.is_empty() {
        places.push("the network".to_owned());
    }
    let (severity, rule) = (finding.severity.code(), finding.rule.code());
    format!("{} {severity} {rule}: {}", places.join(", "), finding.message(Language::En))
}

fn place(subject: NodeIx, network: &Network, dataset: Option<&Dataset>) -> String {
    let (table, key) = (subject.table(), subject.key(network));
    match dataset.and_then(|dataset| dataset.place(table, key)) {
        Some(place) => format!("{} line {}", place.file, place.line),
        None => format!("{table} {key}"),
    }
}
