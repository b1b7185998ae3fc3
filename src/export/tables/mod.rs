//! Tables of a view: what each column holds, and what walks the rows. They are computed by what answers the API, and written
//! as CSV, the large ones as Parquet too.

mod closure;
mod contributions;
mod findings;
mod graph;
mod helices;
mod interlocks;
mod measures;
mod overlaps;
mod standings;
mod timeline;

use network::facts::{Language, ProgrammeLine, ProgrammeLineKind};
use network::node::NodeIx;
use network::period::Tense;
use network::table::Ix;
use network::view::View;

use super::asked::Asked;
use super::format::Format;
use super::shown::Pointed;
use super::value::{Attribute, Value};
use crate::exchange::WriteError;

/// What stands in a row under a column.
pub(super) type Cell<'a> = Option<Value<'a>>;

/// Takes a row, and the facts that it shows.
pub(super) type EachRow<'e> = dyn FnMut(&[Cell<'_>], &[Pointed]) -> Result<(), WriteError> + 'e;

/// Shows every row.
type Walk<'a> = dyn Fn(&mut EachRow<'_>) -> Result<(), WriteError> + 'a;

/// A table.
pub(super) struct Table<'a> {
    columns: Vec<&'static Attribute>,
    walk: Box<Walk<'a>>,
}

impl<'a> Table<'a> {
    pub(super) fn new(
        columns: impl IntoIterator<Item = &'static Attribute>,
        walk: impl Fn(&mut EachRow<'_>) -> Result<(), WriteError> + 'a,
    ) -> Self {
        Self { columns: columns.into_iter().collect(), walk: Box::new(walk) }
    }

    /// Its columns, in order.
    pub(super) fn columns(&self) -> impl Iterator<Item = &'static Attribute> {
        self.columns.iter().copied()
    }

    /// Shows every row, with a cell for each column.
    pub(super) fn rows(&self, each: &mut EachRow<'_>) -> Result<(), WriteError> {
        (self.walk)(each)
    }
}

/// Makes a table.
///
/// # Errors
/// [`WriteError::Unfit`] for what is too large to be computed: told before there is a row.
pub(super) type Make = for<'a> fn(&'a View, &'a Asked) -> Result<Table<'a>, WriteError>;

/// The table that a format is of; `None` when it is something else.
pub(super) fn of(format: Format) -> Option<Make> {
    match format {
        Format::Nodes | Format::NodesParquet => Some(graph::nodes),
        Format::Links | Format::LinksParquet => Some(graph::links),
        Format::Standings | Format::StandingsParquet => Some(standings::standings),
        Format::Findings => Some(findings::findings),
        Format::Measures => Some(measures::measures),
        Format::Interlocks => Some(interlocks::interlocks),
        Format::Overlaps => Some(overlaps::overlaps),
        Format::Contributions => Some(contributions::contributions),
        Format::Helices => Some(helices::helices),
        Format::Closure => Some(closure::closure),
        Format::Timeline => Some(timeline::timeline),
        Format::Csv
        | Format::Json
        | Format::Xlsx
        | Format::GraphMl
        | Format::Gexf
        | Format::Dot
        | Format::Kumu
        | Format::Popolo => None,
    }
}

/// Programme lines that hold on the day, in the order of their places.
fn lines(view: &View) -> Vec<Ix<ProgrammeLine>> {
    let network = view.network();
    let mut lines: Vec<_> =
        network.programme_lines.indices().filter(|ix| view.sees(*ix) == Some(Tense::Current)).collect();
    lines.sort_by_key(|ix| {
        let row = network.programme_lines.get(*ix);
        (row.position, row.id)
    });
    lines
}

/// Those that have a coalition of the willing; in a precondition all partners take part, by rule.
fn content_lines(view: &View) -> Vec<Ix<ProgrammeLine>> {
    let is_content =
        |ix: &Ix<ProgrammeLine>| view.network().programme_lines.get(*ix).kind == ProgrammeLineKind::Content;
    lines(view).into_iter().filter(is_content).collect()
}

/// What a line is called.
fn line_name(view: &View, line: Ix<ProgrammeLine>, language: Language) -> &str {
    let row = view.network().programme_lines.get(line);
    row.name_en.as_deref().filter(|_| language == Language::En).unwrap_or(&row.name_nl)
}

/// Key and name of a line.
fn line_cells(view: &View, line: Ix<ProgrammeLine>, language: Language) -> [Cell<'_>; 2] {
    let row = view.network().programme_lines.get(line);
    [Some((&*row.slug).into()), Some(line_name(view, line, language).into())]
}

/// A node as a fact that is shown.
fn pointed(view: &View, node: impl Into<NodeIx>) -> Pointed {
    let node = node.into();
    (node.table(), node.uuid(view.network()))
}
