//! What came of a dataset, as it is told.

use network::facts::Language;
use network::import::Counts;
use network::plan::Rejection;
use serde::Serialize;

use crate::exchange::{Dataset, FileProblem, Form, Problems, Told};

/// What came of a dataset.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Report {
    /// Whether it was only told what would be done.
    pub dry_run: bool,
    /// The revision that it made, or at which nothing was done.
    pub revision: i64,
    /// How many facts come, become others or go; 0 with problems.
    pub changed: usize,
    /// What it comes to by noun; none with problems.
    pub counts: Vec<Count>,
    /// What has to be mended; the first ten thousand.
    pub problems: Vec<Problem>,
    /// How many problems there are.
    pub problem_count: usize,
    /// Whether what is wrong is that others were first, or that the key stands for something else.
    #[serde(skip)]
    pub is_conflict: bool,
}

/// How many facts of a noun come, become others, go, and are there already.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Count {
    /// The noun: `seats`.
    pub noun: &'static str,
    /// New ones.
    pub added: usize,
    /// Those that are told otherwise.
    pub changed: usize,
    /// Those that go.
    pub removed: usize,
    /// Those that are there as they are told.
    pub same: usize,
}

impl From<Counts> for Count {
    fn from(Counts { noun, added, changed, removed, same }: Counts) -> Self {
        Self { noun, added, changed, removed, same }
    }
}

/// Something that has to be mended.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Problem {
    /// The CSV file; `None`: it is no file of CSV, or all of it.
    pub file: Option<String>,
    /// The sheet of a workbook.
    pub sheet: Option<String>,
    /// The list of a JSON object.
    pub list: Option<String>,
    /// Line of a file, row of a sheet, item of a list, from 1; `None`: all of it.
    pub line: Option<u64>,
    /// The column; `None`: all of the line.
    pub column: Option<String>,
    /// What is wrong and what to do.
    pub message: String,
}

impl Problem {
    fn of(problem: &FileProblem, language: Language) -> Self {
        let (name, line, column) = (Some(problem.file.clone()), problem.line, problem.column.clone());
        let own = Self { line, column, message: problem.message(language), ..Self::default() };
        match problem.form {
            Form::Csv => Self { file: name, ..own },
            Form::Workbook => Self { sheet: name, ..own },
            Form::Json => Self { list: name, ..own },
        }
    }
}

/// Words in one of the two languages.
pub(super) fn told([nl, en]: [String; 2], language: Language) -> String {
    if language == Language::Nl { nl } else { en }
}

/// Problems of a dataset, as they are told.
pub(in crate::graphql) fn shown(problems: &Problems, language: Language) -> Vec<Problem> {
    problems.found().iter().map(|problem| Problem::of(problem, language)).collect()
}

/// Refusals as problems of the dataset, with how many there are: each names noun, key and column of a row, or something else
/// of the request.
pub(in crate::graphql) fn placed(
    dataset: &Dataset,
    rejections: Vec<Rejection>,
    language: Language,
) -> (Vec<Problem>, usize) {
    let (mut general, mut rows) = (Vec::new(), Vec::new());
    for rejection in rejections {
        let message = [Language::Nl, Language::En].map(|language| rejection.message(language).to_owned());
        let mut path = rejection.path.into_iter();
        match (path.next(), path.next()) {
            (Some(noun), Some(key)) => rows.push(Told { noun, key, column: path.next(), message }),
            (name, _) => {
                let words = told(message, language);
                let message = name.map_or_else(|| words.clone(), |name| format!("{name}: {words}"));
                general.push(Problem { message, ..Problem::default() });
            }
        }
    }
    let problems = dataset.told(rows, Vec::new());
    let problem_count = general.len() + problems.total();
    general.extend(shown(&problems, language));
    (general, problem_count)
}
