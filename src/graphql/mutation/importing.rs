//! Small datasets that are taken in with a request.

use std::sync::Arc;

use async_graphql::{Context, Enum, InputObject, Object, SimpleObject};
use network::facts::Language;
use network::network::Network;
use network::plan::{ErrorCode, Rejection};

use super::answered::{Answered, UserError};
use crate::exchange::{ReadError, read_texts};
use crate::graphql::error::ApiError;
use crate::graphql::import::{Asking, Count, Problem, Wanted, placed, shown, take_in};
use crate::graphql::objects::standing::Standing;
use crate::graphql::page::MAX_LIST;
use crate::graphql::pin::Spoken;
use crate::graphql::reader::Reader;
use crate::graphql::viewer::{Right, Viewer};
use crate::writer::Writer;
use crate::writer::import::Imported;

/// A file of a dataset.
#[derive(Debug, Clone, InputObject)]
pub struct DatasetFileInput {
    /// Its name: the noun, as in seats.csv.
    name: String,
    /// Its text, as CSV: the first line names the columns.
    text: String,
}

/// What becomes of facts that are there and not in the dataset.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Enum)]
pub enum ImportMode {
    /// They stay (samenvoegen).
    Merge,
    /// They go, as far as the viewer sees and may change them (vervangen).
    Replace,
}

/// A dataset, and how it is taken in.
#[derive(Debug, Clone, InputObject)]
pub struct ImportDatasetInput {
    /// Its files; a noun without one is left as it is, unless the dataset replaces.
    files: Vec<DatasetFileInput>,
    /// What becomes of the rest; MERGE when left out.
    mode: Option<ImportMode>,
    /// Whether it is only told what would be done; false when left out.
    dry_run: Option<bool>,
    /// The revision that you read: when anything that you see was changed after it, nothing is done (VERSION_CONFLICT).
    if_revision: Option<i32>,
    /// Why, for the journal.
    reason: Option<String>,
    /// A word of your own, 1 to 200 characters: sent again within 24 hours with the same files, nothing is done twice.
    idempotency_key: Option<String>,
}

/// How many facts of a noun come, become others, go, and are there already.
#[derive(Debug, Clone, SimpleObject)]
pub struct ImportCount {
    /// The noun, as files and journal name it: `seats`.
    noun: &'static str,
    /// New ones.
    added: usize,
    /// Those that are told otherwise.
    changed: usize,
    /// Those that go.
    removed: usize,
    /// Those that are there as they are told.
    same: usize,
}

/// Something in a file that has to be mended.
#[derive(Debug, Clone, SimpleObject)]
pub struct ImportProblem {
    /// Name of the file; null: it is about all of them.
    file: Option<String>,
    /// Line, from 1; null: all of the file.
    line: Option<i32>,
    /// Name of the column; null: all of the line.
    column: Option<String>,
    /// What is wrong and what to do: in Dutch when Accept-Language asks for that, else in English.
    message: String,
}

/// What taking in a dataset came to.
pub struct ImportDatasetPayload {
    answered: Answered,
    counts: Vec<ImportCount>,
    changed: usize,
    problems: Vec<ImportProblem>,
    problem_count: usize,
}

/// What taking in a dataset came to.
#[Object(serial)]
impl ImportDatasetPayload {
    /// How many facts come, become others or go; 0: it was refused, or is there already.
    async fn changed(&self) -> usize {
        self.changed
    }

    /// What it comes to by noun; empty: it was refused.
    async fn counts(&self) -> &[ImportCount] {
        &self.counts
    }

    /// What has to be mended, file by file, each from top to bottom; the first thousand.
    async fn problems(&self) -> &[ImportProblem] {
        &self.problems
    }

    /// How many problems there are.
    async fn problem_count(&self) -> usize {
        self.problem_count
    }

    /// Where organisations stand now who stood elsewhere before it.
    async fn standings(&self) -> Vec<Standing> {
        self.answered.standings()
    }

    /// The revision that it made, or at which nothing was done.
    async fn revision(&self) -> i32 {
        self.answered.revision()
    }

    /// Why it was refused, each of the problems with its file; empty: it is done, or would be.
    async fn user_errors(&self) -> &[UserError] {
        self.answered.user_errors()
    }
}

/// What is taken in.
#[derive(Default)]
pub struct ImportingDatasets;

/// What is taken in.
#[Object(serial)]
impl ImportingDatasets {
    /// Takes in a small dataset (inlezen): all of it under one revision, or nothing. A row is the fact that has its id or key, for
    /// an organisation also its register number, and takes the place of the whole fact. Each row has a source of its own. What
    /// public affairs records, and which organisations were merged, no file changes. Larger ones go to POST /import. Needs the
    /// role EDITOR.
    async fn import_dataset(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The files, and how they are taken in.")] input: ImportDatasetInput,
    ) -> Result<ImportDatasetPayload, ApiError> {
        let actor = Viewer::of(ctx)?.may(Right::Imports)?.to_owned();
        let reader = Reader::of(ctx)?;
        let writer =
            ctx.data::<Arc<Writer>>().map_err(|missing| ApiError::internal("find the writer", missing.message))?;
        let language = ctx.data::<Spoken>().map_or(Language::En, |spoken| spoken.0);
        let names: Vec<String> = input.files.iter().map(|file| file.name.clone()).collect();
        let wanted = Wanted {
            is_trial: input.dry_run.unwrap_or_default(),
            replaces: input.mode == Some(ImportMode::Replace),
            reason: input.reason,
            if_revision: input.if_revision.map(i64::from),
            idempotency_key: input.idempotency_key,
        };
        if let Some((name, [nl, en])) = wanted.wrong() {
            return refused(ctx, vec![Rejection::new(ErrorCode::InvalidValue, &[name], nl, en)], (Vec::new(), 0));
        }
        let parts = input.files.iter().flat_map(|file| [file.name.as_bytes(), file.text.as_bytes()]);
        let idempotency = wanted.idempotency(parts);
        let texts = input.files.into_iter().map(|file| (file.name, file.text)).collect();
        let reading = tokio::task::spawn_blocking(move || read_texts("dataset".to_owned(), texts));
        let mut dataset = match reading.await.map_err(|stopped| ApiError::internal("read a dataset", stopped))? {
            Ok(dataset) => dataset,
            Err(ReadError::Problems(problems)) => {
                let told = shown(&problems, language);
                let rejections = told.iter().map(|problem| of_file(&names, problem, ErrorCode::InvalidValue)).collect();
                return refused(ctx, rejections, (told, problems.total()));
            }
            Err(ReadError::Unreadable([nl, en])) => {
                return refused(
                    ctx,
                    vec![Rejection::new(ErrorCode::InvalidValue, &["files"], nl, en)],
                    (Vec::new(), 0),
                );
            }
            Err(error) => return Err(ApiError::internal("read a dataset", error)),
        };
        let asking = Asking { actor, sight: reader.sight(), wanted: &wanted, idempotency };
        match take_in(writer, std::mem::take(&mut dataset.facts), asking, None).await? {
            Ok(imported) => {
                let changed = imported.changed();
                let Imported { done, now, counts } = imported;
                let before = done.map(|done| done.before);
                let view = |network: &Arc<Network>| reader.view_of(network, None, None);
                let answered = Answered::imported(view(&now), before.as_ref().map(view));
                let counts = counts.into_iter().map(|counts| ImportCount::from(Count::from(counts))).collect();
                Ok(ImportDatasetPayload { answered, counts, changed, problems: Vec::new(), problem_count: 0 })
            }
            Err(rejections) => {
                let is_general = |rejection: &&Rejection| rejection.path.len() < 2;
                let mut told: Vec<Rejection> = rejections.iter().filter(is_general).cloned().collect();
                let code = rejections.iter().find(|rejection| !is_general(rejection)).map(|rejection| rejection.code);
                let rows = rejections.into_iter().filter(|rejection| rejection.path.len() >= 2).collect();
                let (problems, problem_count) = placed(&dataset, rows, language);
                let code = code.unwrap_or(ErrorCode::InvalidValue);
                told.extend(problems.iter().map(|problem| of_file(&names, problem, code)));
                refused(ctx, told, (problems, problem_count))
            }
        }
    }
}

/// A problem as a refusal of the file that it stands in.
fn of_file(names: &[String], problem: &Problem, code: ErrorCode) -> Rejection {
    let at = names.iter().position(|name| problem.file.as_ref() == Some(name)).map(|at| at.to_string());
    let path: Vec<&str> = std::iter::once("files").chain(at.as_deref()).collect();
    let place = |[line, column]: [&str; 2]| {
        let line = problem.line.map(|number| format!("{line} {number}"));
        let column = problem.column.as_ref().map(|name| format!("{column} {name}"));
        let place: Vec<String> = line.into_iter().chain(column).collect();
        if place.is_empty() { problem.message.clone() } else { format!("{}: {}", place.join(", "), problem.message) }
    };
    Rejection::new(code, &path, place(["regel", "kolom"]), place(["line", "column"]))
}

fn refused(
    ctx: &Context<'_>,
    mut rejections: Vec<Rejection>,
    (mut problems, problem_count): (Vec<Problem>, usize),
) -> Result<ImportDatasetPayload, ApiError> {
    rejections.truncate(MAX_LIST);
    problems.truncate(MAX_LIST);
    let answered = Answered::refused(ctx, rejections, (&[], i64::MAX))?;
    let problems = problems.into_iter().map(ImportProblem::from).collect();
    Ok(ImportDatasetPayload { answered, counts: Vec::new(), changed: 0, problems, problem_count })
}

impl From<Count> for ImportCount {
    fn from(Count { noun, added, changed, removed, same }: Count) -> Self {
        Self { noun, added, changed, removed, same }
    }
}

impl From<Problem> for ImportProblem {
    fn from(Problem { file, line, column, message, .. }: Problem) -> Self {
        Self { file, line: line.and_then(|line| i32::try_from(line).ok()), column, message }
    }
}
