//! `drieklank export`: the network as a file, or as a folder of CSV files.

use std::fs;
use std::io::{self, IsTerminal, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use anyhow::{Context as _, anyhow, bail};
use clap::builder::{PossibleValuesParser, TypedValueParser};
use network::network::Network;
use network::problem::Problem;
use network::snapshot::Snapshot;
use network::view::View;

use super::sight::Seen;
use crate::clock::Clock;
use crate::config::Config;
use crate::exchange::write_folder;
use crate::export::{self, Asked, Days, Format};
use crate::store::{ReadingEntry, Store};
use crate::writer::forget::read;

/// What to export.
#[derive(Debug, clap::Args)]
pub(super) struct Wanted {
    /// The file, or for csv a folder that is empty or not there yet; nothing is overwritten [default: standard output]
    to: Option<PathBuf>,
    /// How it is written
    #[arg(long, value_name = "FORMAT", value_parser = format(), default_value = "csv")]
    format: Format,
    #[command(flatten)]
    seen: Seen,
    /// What holds on this day, or always [default: today]
    #[arg(long, value_name = "DAY")]
    valid_at: Option<String>,
    /// What was known at this moment [default: now]
    #[arg(long, value_name = "MOMENT")]
    known_at: Option<String>,
    /// How sure at least: UNVERIFIED, LOW, MEDIUM, HIGH
    #[arg(long, value_name = "CONFIDENCE")]
    min_confidence: Option<String>,
    /// Which graph: FULL, ORGANISATION_CO_PARTICIPATION, ORGANISATION_CO_SEAT, ORGANISATION_CO_COMMITMENT, PERSON_CONTACT
    #[arg(long, value_name = "PROJECTION")]
    projection: Option<String>,
    /// What sharing weighs in it: COUNT, JACCARD, COSINE, NEWMAN
    #[arg(long, value_name = "WEIGHTING")]
    weighting: Option<String>,
    /// The language of names: NL, EN
    #[arg(long, value_name = "LANGUAGE")]
    language: Option<String>,
    /// From which status on an organisation is a member: CONSIDERING, PLEDGED, RATIFIED, CONTRIBUTING
    #[arg(long, value_name = "STATUS")]
    threshold: Option<String>,
    /// The level of ambition that is taken to be funded: BASE, PLUS
    #[arg(long, value_name = "LEVEL")]
    level: Option<String>,
    /// The first day of a timeline [default: a year before the last]
    #[arg(long, value_name = "DAY")]
    from: Option<String>,
    /// The last day of a timeline [default: today]
    #[arg(long, value_name = "DAY")]
    until: Option<String>,
    /// How long a period of a timeline is: WEEK, MONTH, QUARTER, YEAR
    #[arg(long, value_name = "UNIT")]
    every: Option<String>,
    /// Who takes it along, for the log of who read what of the desk
    #[arg(long, value_name = "NAME", default_value = "operator")]
    by: String,
}

fn format() -> impl TypedValueParser<Value = Format> {
    let named = |name: String| Format::ALL.into_iter().find(|format| format.name() == name);
    PossibleValuesParser::new(Format::ALL.map(Format::name)).map(move |name| named(name).unwrap_or(Format::Csv))
}

/// Writes what the database of the settings holds.
pub(super) async fn run(
    wanted: Wanted,
    config: &Config,
    clock: &Clock,
    out: &mut (impl Write + Send),
) -> anyhow::Result<()> {
    let asked = wanted.asked()?;
    let place = wanted.place()?;
    let store = Store::open_existing(config.database_url()?.reveal())
        .await
        .context("failed to open the database of --database-url")?;
    let snapshot = read(&store).await?;
    let snapshot = wanted.seen(snapshot)?;
    let network = known(&snapshot, &asked)?;
    let day = if let Days::On(day) = asked.days { day } else { clock.today() };
    let view = View::new(network, day, asked.min_confidence, Arc::new(config.weights.clone()));
    let facts = export::shown(&view, &asked)?;
    if !facts.is_empty() {
        let entry = ReadingEntry {
            id: clock.new_id(),
            read_at: clock.now(),
            actor: wanted.by.clone(),
            operation: Some(format!("export {}", asked.format.file_name())),
            revision: view.network().revision().number,
            facts: facts.into_iter().map(|(noun, id)| (noun.to_owned(), id)).collect(),
        };
        store.add_reading(&entry).await.context("failed to keep who reads it: nothing was written")?;
    }
    store.close().await?;
    match place {
        Place::Out => export::write(&view, &asked, out).context("failed to print it"),
        Place::Folder(folder) => {
            write_folder(view.network(), &folder).with_context(|| format!("failed to write into {}", folder.display()))
        }
        Place::File(file) => make(&file, &view, &asked),
    }
}

/// Where it goes.
enum Place {
    Out,
    File(PathBuf),
    Folder(PathBuf),
}

impl Wanted {
    /// The arguments of the view, as the server takes them.
    fn asked(&self) -> anyhow::Result<Asked> {
        let arguments = [
            ("validAt", &self.valid_at),
            ("knownAt", &self.known_at),
            ("minConfidence", &self.min_confidence),
            ("projection", &self.projection),
            ("weighting", &self.weighting),
            ("language", &self.language),
            ("threshold", &self.threshold),
            ("level", &self.level),
            ("from", &self.from),
            ("until", &self.until),
            ("every", &self.every),
        ];
        let given = arguments.iter().filter_map(|(name, text)| Some((*name, text.as_deref()?)));
        Ok(Asked::parse(self.format, given)?)
    }

    fn place(&self) -> anyhow::Result<Place> {
        let Some(to) = &self.to else {
            if self.format.is_binary() && io::stdout().is_terminal() {
                bail!("a terminal cannot show {}: name a file", self.format.name());
            }
            return Ok(Place::Out);
        };
        let is_zip = to.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("zip"));
        if self.format == Format::Csv && !is_zip {
            fs::create_dir_all(to).with_context(|| format!("failed to make the folder {}", to.display()))?;
            if to.read_dir().with_context(|| format!("failed to read the folder {}", to.display()))?.next().is_some() {
                bail!("{} is not empty: an export never overwrites", to.display());
            }
            return Ok(Place::Folder(to.clone()));
        }
        if to.exists() {
            bail!("{} is there already: an export never overwrites", to.display());
        }
        Ok(Place::File(to.clone()))
    }

    fn seen(&self, whole: Snapshot) -> anyhow::Result<Snapshot> {
        let Some(sight) = self.seen.of(&whole.network)? else { return Ok(whole) };
        let told =
            |problems: Vec<Problem>| anyhow!("{}", problems.first().map(ToString::to_string).unwrap_or_default());
        whole.seen_by(sight).map_err(told).context("failed to leave out what they may not see")
    }
}

/// The network as it was known at the moment that is asked for.
fn known(snapshot: &Snapshot, asked: &Asked) -> anyhow::Result<Arc<Network>> {
    let Some(moment) = asked.known_at else { return Ok(Arc::clone(&snapshot.network)) };
    let commit = snapshot.journal.known_at(moment).context("nothing was known at that moment")?;
    let undone = snapshot.journal.undo(&snapshot.network, commit.revision);
    let undone =
        undone.map_err(|problems| anyhow!("{}", problems.first().map(ToString::to_string).unwrap_or_default()));
    Ok(Arc::new(undone.context("failed to undo what came later")?))
}

/// Makes a file. It gets its name when it is whole, and takes nobody's place.
fn make(file: &Path, view: &View, asked: &Asked) -> anyhow::Result<()> {
    let folder = file.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let unfinished = tempfile::Builder::new().prefix(".drieklank-").tempfile_in(folder);
    let mut unfinished = unfinished.with_context(|| format!("failed to write in {}", folder.display()))?;
    let out = io::BufWriter::new(unfinished.as_file_mut());
    export::write(view, asked, out).with_context(|| format!("failed to write {}", file.display()))?;
    let named = unfinished.persist_noclobber(file).map_err(|failed| failed.error);
    named.map(drop).with_context(|| format!("failed to name {}", file.display()))
}
