//! Our own executor around the engine: guard, pin, time-out, masking. [`follow`](super::follow) answers again and again.
//!
//! None of this is a schema extension: with one registered, every field would leave the engine's fast path.

use std::{panic::AssertUnwindSafe, sync::Arc, time::Duration};

use async_graphql::{
    Data, Executor, Request, Response, Variables,
    parser::{
        self,
        types::{ExecutableDocument, OperationType},
    },
};
use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};
use chrono::NaiveDate;
use futures_util::{FutureExt, StreamExt, future::BoxFuture};
use network::facts::Language;
use network::network::Revision;
use sha2::{Digest, Sha256};
use tokio::sync::watch;
use uuid::Uuid;

use super::{
    answer::{Answer, AnswerError, Cost, Extensions},
    budget::Budget,
    calendar::{Calendar, Calendars},
    error::{ApiError, Code},
    export::{Export, Exports},
    guard::{Checked, Guard, Limits, Refusal},
    import::Imports,
    masking,
    nulls::Nulls,
    shown::{self, ReadLog, Reading},
    trusted::TrustedDocuments,
    unfit::Sent,
    viewer::Viewer,
};

/// One request, whatever it came by.
#[derive(Debug, Clone)]
pub struct ApiRequest {
    /// The text of a document …
    pub query: Option<String>,
    /// … or the id of a trusted one.
    pub document_id: Option<String>,
    /// Values for the variables of the operation.
    pub variables: Variables,
    /// Which operation of the document to execute.
    pub operation_name: Option<String>,
    /// Whether the answer shall tell what the operation costs.
    pub wants_cost: bool,
    /// Whether only queries may be executed, because the request may be sent again (GET).
    pub queries_only: bool,
    /// Who asks.
    pub viewer: Viewer,
    /// The language in which refusals are told.
    pub language: Language,
}

impl Default for ApiRequest {
    /// Nothing asked, by nobody, in English.
    fn default() -> Self {
        Self {
            query: None,
            document_id: None,
            variables: Variables::default(),
            operation_name: None,
            wants_cost: false,
            queries_only: false,
            viewer: Viewer::anonymous(),
            language: Language::En,
        }
    }
}

/// What an answer depends on beside the request itself. Nothing in an answer comes from the clock.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Version {
    /// The revision of the network that this request reads.
    pub revision: u64,
    /// The revision that last took something out of those before it, seen by the request or not; 0: none.
    pub rewritten_at: u64,
    /// The day that counts as today for this request.
    pub day: NaiveDate,
}

/// What a request stands on from its start to its end.
pub struct Pinned {
    /// What resolvers find in their context.
    pub data: Data,
    /// What that is a version of.
    pub version: Version,
}

/// Pins a request: takes the current snapshot once, resolves today and who asks.
///
/// Closures are such: `|_: &ApiRequest| Ok(Pinned { … })`.
pub trait Pin: Send + Sync + 'static {
    /// What this request stands on.
    ///
    /// # Errors
    /// `UNAVAILABLE` when there is nothing to stand on yet.
    fn pin(&self, request: &ApiRequest) -> Result<Pinned, ApiError>;

    /// Waits until a revision is there that the client knows of, so that it reads its own writes whoever it asks.
    ///
    /// # Errors
    /// `UNAVAILABLE` when it does not come in time.
    fn reach(&self, _revision: i64) -> BoxFuture<'_, Result<(), ApiError>> {
        std::future::ready(Ok(())).boxed()
    }

    /// The newest revision, and when it becomes another one; `None`: what is pinned never changes.
    fn revisions(&self) -> Option<watch::Receiver<Revision>> {
        None
    }
}

impl<F: Fn(&ApiRequest) -> Result<Pinned, ApiError> + Send + Sync + 'static> Pin for F {
    fn pin(&self, request: &ApiRequest) -> Result<Pinned, ApiError> {
        self(request)
    }
}

/// `None` when a subscription has nothing to tell.
type Execute = dyn Fn(Request, OperationType) -> BoxFuture<'static, Option<Response>> + Send + Sync;

/// The API: a schema with everything that stands around it.
pub struct Api {
    guard: Guard,
    trusted: TrustedDocuments,
    pub(super) pin: Box<dyn Pin>,
    execute: Box<Execute>,
    sdl: String,
    schema_hash: Sha256,
    read_log: Option<Arc<dyn ReadLog>>,
    calendars: Option<Calendars>,
    exports: Option<Exports>,
    imports: Option<Imports>,
}

/// A request that passed the guard and stands on a version.
pub struct Prepared {
    request: ApiRequest,
    checked: Checked,
    pub(super) pinned: Pinned,
    schema_hash: Sha256,
}

impl Prepared {
    /// What the operation is.
    #[must_use]
    pub fn operation(&self) -> OperationType {
        self.checked.operation
    }

    /// A strong validator of the answer as it is written in a media type; `None` unless a trusted document is asked, and
    /// for one that asks for what is no part of the network.
    ///
    /// It is known before anything is executed, for the answer is a function of what is hashed here.
    #[must_use]
    pub fn etag(&self, media_type: &str) -> Option<String> {
        let document_id = self.request.document_id.as_deref().filter(|_| self.checked.is_of_the_network)?;
        let mut hash = self.schema_hash.clone();
        let variables = serde_json::to_string(&self.request.variables).unwrap_or_default();
        let Version { revision, rewritten_at, day } = self.pinned.version;
        let name = self.request.operation_name.as_deref().unwrap_or_default();
        // The lengths keep two neighbours from trading characters.
        hash.update(format!(
            "{document_id}{}:{name}{}:{variables}{revision}/{rewritten_at}@{day}",
            name.len(),
            variables.len()
        ));
        hash.update(format!("{}{media_type}", u8::from(self.request.wants_cost)));
        hash.update(format!("{:?}", self.request.viewer));
        Some(format!("\"{}\"", URL_SAFE_NO_PAD.encode(hash.finalize())))
    }
}

impl Api {
    /// Puts guard, trusted documents and pin around a schema.
    ///
    /// * `schema`: any schema of async-graphql, without extensions and with its introspection on.
    /// * `sdl`: the text of that schema, from which the guard reads what each field costs.
    ///
    /// # Errors
    /// When the text is no schema.
    pub fn new(
        schema: impl Executor,
        sdl: String,
        limits: Limits,
        trusted: TrustedDocuments,
        pin: impl Pin,
    ) -> Result<Self, parser::Error> {
        let guard = Guard::new(&sdl, limits)?;
        let execute = Box::new(move |request, operation| {
            let schema = schema.clone();
            match operation {
                OperationType::Subscription => async move { schema.execute_stream(request, None).next().await }.boxed(),
                _ => async move { Some(schema.execute(request).await) }.boxed(),
            }
        });
        let schema_hash = Sha256::new_with_prefix(&sdl);
        Ok(Self {
            guard,
            trusted,
            pin: Box::new(pin),
            execute,
            sdl,
            schema_hash,
            read_log: None,
            calendars: None,
            exports: None,
            imports: None,
        })
    }

    /// The same, with a log of who read what of the desk.
    #[must_use]
    pub fn with_read_log(self, log: Arc<dyn ReadLog>) -> Self {
        Self { read_log: Some(log), ..self }
    }

    /// The same with calendars.
    #[must_use]
    pub fn with_calendars(self, calendars: Calendars) -> Self {
        Self { calendars: Some(calendars), ..self }
    }

    /// The same with files to take along.
    #[must_use]
    pub fn with_exports(self, exports: Exports) -> Self {
        Self { exports: Some(exports), ..self }
    }

    /// The same with datasets that are taken in.
    #[must_use]
    pub fn with_imports(self, imports: Imports) -> Self {
        Self { imports: Some(imports), ..self }
    }

    /// Who takes in datasets; `None` on a server that takes none.
    #[must_use]
    pub fn imports(&self) -> Option<&Imports> {
        self.imports.as_ref()
    }

    /// Who hands out views for files; `None` on a server that makes none.
    #[must_use]
    pub fn exports(&self) -> Option<&Exports> {
        self.exports.as_ref()
    }

    /// What the calendar with this address holds; `None` when there is none.
    ///
    /// # Errors
    /// As for [`Calendars::find`].
    pub async fn calendar(&self, secret: &str, language: Language) -> Result<Option<Calendar>, ApiError> {
        match &self.calendars {
            Some(calendars) => calendars.find(secret, language).await,
            None => Ok(None),
        }
    }

    /// The text of the schema.
    #[must_use]
    pub fn sdl(&self) -> &str {
        &self.sdl
    }

    /// The limits that are in force.
    #[must_use]
    pub fn limits(&self) -> &Limits {
        self.guard.limits()
    }

    /// Waits until a revision is there that the client knows of.
    ///
    /// # Errors
    /// `UNAVAILABLE` when it does not come in time.
    pub async fn reach(&self, revision: i64) -> Result<(), ApiError> {
        self.pin.reach(revision).await
    }

    /// Checks a request that is answered once, and pins it; nothing is executed.
    ///
    /// # Errors
    /// The answer that says why not.
    pub fn prepare(&self, request: ApiRequest) -> Result<Prepared, Answer> {
        let checked = self.check(&request)?;
        if checked.operation == OperationType::Subscription {
            let message = "This address answers once; subscriptions are followed at /graphql/ws and /graphql/sse.";
            return Err(refused(Refusal::new(Code::BadRequest, message), request.language));
        }
        self.stand(request, checked)
    }

    /// Takes a request through the guard.
    pub(super) fn check(&self, request: &ApiRequest) -> Result<Checked, Answer> {
        let refused = |refusal| refused(refusal, request.language);
        let text = self.trusted.resolve(request.query.as_deref(), request.document_id.as_deref()).map_err(refused)?;
        let checked =
            self.guard.check(&text, &request.variables, request.operation_name.as_deref()).map_err(refused)?;
        if checked.operation == OperationType::Mutation && request.queries_only {
            let message = "GET executes no mutations; send them by POST.";
            return Err(refused(Refusal::new(Code::MethodNotAllowed, message)));
        }
        Ok(checked)
    }

    /// Pins a request that passed the guard. Nothing of a mutation is looked at for who is not known; which role it needs is
    /// for each mutation to say.
    pub(super) fn stand(&self, request: ApiRequest, checked: Checked) -> Result<Prepared, Answer> {
        if checked.operation == OperationType::Mutation {
            request.viewer.somebody().map_err(|error| our_error(&error, request.language))?;
        }
        let pinned = self.pin.pin(&request).map_err(|error| our_error(&error, request.language))?;
        Ok(Prepared { checked, pinned, schema_hash: self.schema_hash.clone(), request })
    }

    /// Executes a prepared request.
    pub async fn run(&self, prepared: Prepared) -> Answer {
        self.outcome(prepared).await.unwrap_or_default()
    }

    /// Executes a prepared request; `None` when it is a subscription that has nothing to tell.
    pub(super) async fn outcome(&self, prepared: Prepared) -> Option<Answer> {
        let Prepared { request, checked, pinned, .. } = prepared;
        let limits = self.guard.limits();
        let variables = request.variables;
        let mut engine_request = Request::new("").variables(variables.clone());
        engine_request.operation_name = request.operation_name;
        engine_request.data = pinned.data;
        engine_request.data.insert(Budget::new(limits.answer_nodes));
        let name = engine_request.operation_name.clone();
        engine_request.set_parsed_query(ExecutableDocument::clone(&checked.document));

        let execution = shown::noting((self.execute)(engine_request, checked.operation));
        let execution = AssertUnwindSafe(execution).catch_unwind();
        let outcome = if checked.operation == OperationType::Mutation {
            // A client that hangs up drops this future. The task goes on, so that commit and publish stay together.
            tokio::spawn(execution).await.unwrap_or_else(|stopped| Err(Box::new(stopped.to_string())))
        } else {
            match tokio::time::timeout(Duration::from_millis(limits.query_millis), execution).await {
                Ok(outcome) => outcome,
                Err(_) => return Some(Answer::refused(too_slow(limits))),
            }
        };
        let mut answer = match outcome {
            Ok((None, _)) => return None,
            Ok((Some(response), facts)) => {
                let repair = Nulls::new(self.guard.table(), &checked.document, name.as_deref());
                let sent = Sent { document: &checked.document, variables: &variables };
                let told = Told { sent, operation: checked.operation, language: request.language };
                let answer = answer(response, &repair, limits, &told);
                // What a mutation answers is what came of it.
                let newest = || self.pin.revisions().map(|newest| newest.borrow().number.unsigned_abs());
                let changed = if checked.operation == OperationType::Mutation { newest() } else { None };
                let revision = changed.unwrap_or(pinned.version.revision);
                match self.keep(Reading { actor: request.viewer.called(), operation: name, revision, facts }).await {
                    Ok(()) => answer,
                    Err(error) => our_error(&error, request.language),
                }
            }
            Err(panic) => Answer::refused(masking::mask_panic(&*panic)),
        };
        if request.wants_cost {
            let cost = Cost { requested: checked.cost, limit: limits.complexity };
            answer.extensions = Extensions { cost: Some(cost) };
        }
        Some(answer)
    }

    /// Keeps that a calendar is shown to its owner.
    ///
    /// # Errors
    /// `UNAVAILABLE` when that cannot be kept: it is not to be shown then.
    pub async fn shows(&self, calendar: &Calendar) -> Result<(), ApiError> {
        self.keep(calendar.reading()).await
    }

    /// Keeps that facts of the desk are shown in a file.
    ///
    /// # Errors
    /// `UNAVAILABLE` when that cannot be kept: it is not to be shown then.
    pub async fn shows_in_file(
        &self,
        export: &Export,
        file: &str,
        facts: Vec<(&'static str, Uuid)>,
    ) -> Result<(), ApiError> {
        self.keep(export.reading(file, facts)).await
    }

    /// Keeps who was shown what of the desk.
    async fn keep(&self, reading: Reading) -> Result<(), ApiError> {
        match &self.read_log {
            Some(log) if !reading.facts.is_empty() => log.keep(reading).await,
            _ => Ok(()),
        }
    }

    /// Checks, pins and executes a request.
    pub async fn execute(&self, request: ApiRequest) -> Answer {
        match self.prepare(request) {
            Ok(prepared) => self.run(prepared).await,
            Err(refused) => refused,
        }
    }
}

/// What an answer is to, and in which language it tells what went wrong.
struct Told<'a> {
    sent: Sent<'a>,
    operation: OperationType,
    language: Language,
}

/// The engine's response as our answer.
///
/// A wrong argument refuses a query, wherever in the document it stands: the answer has no data then. Of mutations, those
/// before it were done, and their answers say so.
fn answer(response: Response, nulls: &Nulls<'_>, limits: &Limits, told: &Told<'_>) -> Answer {
    if response.errors.is_empty() {
        return Answer { data: Some(response.data), ..Answer::default() };
    }
    let data = nulls.put(response.data, response.errors.iter().map(|error| &*error.path));
    let errors = masking::mask(response.errors, told.sent, limits, told.language);
    let wrong = told.operation != OperationType::Mutation
        && errors.iter().any(|error| error.extensions.code.is_about_the_document());
    Answer { data: data.filter(|_| !wrong), errors, extensions: Extensions::default() }
}

/// The answer to a request that the guard did not let through.
#[must_use]
pub fn refused(refusal: Refusal, language: Language) -> Answer {
    Answer::refused(AnswerError::refusal(refusal, language))
}

/// The answer that consists of one of our errors.
#[must_use]
pub fn our_error(error: &ApiError, language: Language) -> Answer {
    Answer::refused(match error {
        ApiError::Client { code, message } => AnswerError::new(*code, message.told(language)),
        ApiError::Internal { .. } => masking::incident(error),
    })
}

fn too_slow(limits: &Limits) -> AnswerError {
    let secs = Duration::from_millis(limits.query_millis).as_secs_f64();
    AnswerError::new(Code::Timeout, format!("The query took longer than {secs} s; ask for less at once."))
}
