//! A small schema with every shape that guard and endpoint must cope with, and a server around it.

use std::{
    net::SocketAddr,
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
    },
    time::Duration,
};

use async_graphql::{
    Data, EmptySubscription, Enum, ID, InputValueError, InputValueResult, Interface, Object, OneofObject, Scalar,
    ScalarType, Schema, SimpleObject, Value,
};
use chrono::NaiveDate;
use drieklank::{
    graphql::{
        budget::Budget,
        error::{ApiError, Code},
        executor::{Api, ApiRequest, Pinned, Version},
        trusted::TrustedDocuments,
        viewer::{Role, Viewer},
    },
    http::{self, Readiness, Settings},
};
use tokio::{net::TcpListener, sync::oneshot, task::JoinHandle};

pub(crate) type Tiny = Schema<Query, Mutation, EmptySubscription>;

pub(crate) fn schema() -> Tiny {
    Schema::build(Query, Mutation, EmptySubscription).finish()
}

/// How often a resolver of this server ran.
#[derive(Clone, Default)]
pub(crate) struct Calls(Arc<AtomicU64>);

impl Calls {
    pub(crate) fn count(&self) -> u64 {
        self.0.load(Ordering::SeqCst)
    }
}

pub(crate) struct Query;

#[Object]
impl Query {
    async fn network(&self, ctx: &async_graphql::Context<'_>) -> Network {
        if let Ok(calls) = ctx.data::<Calls>() {
            calls.0.fetch_add(1, Ordering::SeqCst);
        }
        Network
    }
    async fn node(&self, id: ID) -> Option<Organisation> {
        (id.as_str() == "1").then_some(Organisation)
    }
    async fn nodes(&self, ids: Vec<ID>) -> Vec<Option<Organisation>> {
        ids.iter().map(|_| None).collect()
    }
    async fn echo(&self, day: Day) -> String {
        day.0.to_string()
    }
    async fn maybe(&self, how: How) -> Result<Option<String>, ApiError> {
        how.go().map(Some)
    }
    async fn must(&self, how: How) -> Result<String, ApiError> {
        how.go()
    }
    async fn foreign(&self) -> async_graphql::Result<i32> {
        Ok("secret 44".parse::<i32>()?)
    }
    async fn untyped(&self) -> async_graphql::Result<i32> {
        Err(async_graphql::Error::new("secret 45"))
    }
    async fn slow(&self, millis: u64) -> u64 {
        tokio::time::sleep(Duration::from_millis(millis)).await;
        millis
    }
    async fn spend(&self, ctx: &async_graphql::Context<'_>, n: usize) -> Result<usize, ApiError> {
        Budget::of(ctx)?.spend(n).map(|()| n)
    }
    async fn search(&self, filter: Option<Filter>) -> usize {
        filter.map_or(0, |filter| filter.depth())
    }
    async fn long(&self, chars: usize) -> String {
        "lang ".repeat(chars / 5)
    }
}

pub(crate) struct Mutation;

#[Object]
impl Mutation {
    async fn change(&self, ctx: &async_graphql::Context<'_>) -> u64 {
        ctx.data::<Calls>().map_or(0, |calls| calls.0.fetch_add(1, Ordering::SeqCst) + 1)
    }
    async fn change_slowly(&self, ctx: &async_graphql::Context<'_>, millis: u64) -> u64 {
        tokio::time::sleep(Duration::from_millis(millis)).await;
        ctx.data::<Calls>().map_or(0, |calls| calls.0.fetch_add(1, Ordering::SeqCst) + 1)
    }
}

#[derive(Enum, Clone, Copy, PartialEq, Eq)]
pub(crate) enum How {
    Well,
    BadInput,
    Forbidden,
    Internal,
    Panic,
}

impl How {
    fn go(self) -> Result<String, ApiError> {
        match self {
            Self::Well => Ok("well".to_owned()),
            Self::BadInput => {
                Err(ApiError::bad_user_input("De cursor is er geen van ons.", "The cursor is not one of ours."))
            }
            Self::Forbidden => {
                Err(ApiError::new(Code::Forbidden, "Alleen een redacteur mag dit.", "Only an editor may do this."))
            }
            Self::Internal => Err(ApiError::internal("read the table of secrets", std::io::Error::other("secret 42"))),
            Self::Panic => panic!("secret 43"),
        }
    }
}

#[derive(OneofObject)]
pub(crate) enum Filter {
    And(Vec<Filter>),
    Name(String),
}

impl Filter {
    fn depth(&self) -> usize {
        match self {
            Self::And(filters) => 1 + filters.iter().map(Self::depth).max().unwrap_or(0),
            Self::Name(name) => name.len().min(1),
        }
    }
}

/// A day, to see what becomes of a scalar that cannot be read.
pub(crate) struct Day(NaiveDate);

#[Scalar]
impl ScalarType for Day {
    fn parse(value: Value) -> InputValueResult<Self> {
        match value {
            Value::String(text) => {
                text.parse().map(Self).map_err(|_| InputValueError::custom(format!("\"{text}\" is no day")))
            }
            other => Err(InputValueError::expected_type(other)),
        }
    }
    fn to_value(&self) -> Value {
        Value::String(self.0.to_string())
    }
}

pub(crate) struct Network;

#[Object]
impl Network {
    async fn revision(&self) -> i32 {
        7
    }
    async fn organisation(&self, slug: String) -> Option<Organisation> {
        (slug == "zwolle").then_some(Organisation)
    }
    async fn organisations(&self, first: Option<i32>, last: Option<i32>) -> OrganisationConnection {
        OrganisationConnection(usize::try_from(first.or(last).unwrap_or(25)).unwrap_or(0))
    }
    async fn lines(&self) -> Vec<Line> {
        vec![Line { name: "Wonen".to_owned() }, Line { name: "Water".to_owned() }]
    }
    async fn participations(&self) -> Vec<Participation> {
        vec![Participation::Line(Line { name: "Wonen".to_owned() })]
    }
    async fn graph(&self) -> Graph {
        Graph
    }
}

pub(crate) struct Organisation;

#[Object]
impl Organisation {
    async fn id(&self) -> ID {
        ID::from("1")
    }
    async fn name(&self) -> &str {
        "Zwolle"
    }
    async fn parent(&self) -> Option<Organisation> {
        None
    }
    async fn children(&self, first: Option<i32>) -> OrganisationConnection {
        OrganisationConnection(usize::from(first.is_some()))
    }
    async fn groups(&self) -> Vec<Line> {
        Vec::new()
    }
}

pub(crate) struct OrganisationConnection(usize);

#[Object]
impl OrganisationConnection {
    async fn edges(&self) -> Vec<Edge> {
        (0..self.0).map(|_| Edge).collect()
    }
    async fn nodes(&self) -> Vec<Organisation> {
        (0..self.0).map(|_| Organisation).collect()
    }
    async fn page_info(&self) -> PageInfo {
        PageInfo { has_next_page: false }
    }
    async fn total_count(&self) -> usize {
        self.0
    }
}

pub(crate) struct Edge;

#[Object]
impl Edge {
    async fn cursor(&self) -> &str {
        "c"
    }
    async fn node(&self) -> Organisation {
        Organisation
    }
}

#[derive(SimpleObject)]
pub(crate) struct PageInfo {
    has_next_page: bool,
}

#[derive(SimpleObject)]
pub(crate) struct Line {
    name: String,
}

#[derive(Interface)]
#[graphql(field(name = "name", ty = "&String"))]
pub(crate) enum Participation {
    Line(Line),
}

pub(crate) struct Graph;

#[Object]
impl Graph {
    async fn nodes(&self) -> Vec<Line> {
        Vec::new()
    }
    async fn links(&self) -> Vec<Line> {
        Vec::new()
    }
}

/// The tiny API with settings of one's own.
pub(crate) fn api(settings: &Settings, calls: Calls) -> Api {
    let documents = http::built_in_documents();
    let built_in = documents.iter().map(String::as_str).chain([TRUSTED]);
    let trusted = TrustedDocuments::new(&settings.trusted_documents, built_in).unwrap();
    let pin = move |_: &ApiRequest| {
        let mut data = Data::default();
        data.insert(calls.clone());
        let day = NaiveDate::from_ymd_opt(2024, 3, 14).unwrap_or_default();
        Ok(Pinned { data, version: Version { revision: 7, rewritten_at: 0, day } })
    };
    Api::new(schema(), schema().sdl(), settings.limits.clone(), trusted, pin).unwrap()
}

/// A document that the tiny server trusts beside the built-in ones.
pub(crate) const TRUSTED: &str = "query Trusted($slug: String!) { network { organisation(slug: $slug) { name } } }";

/// A started server, stopped when it is told to or dropped.
pub(crate) struct Server {
    pub(crate) address: SocketAddr,
    pub(crate) calls: Calls,
    stop: Option<oneshot::Sender<()>>,
    task: JoinHandle<std::io::Result<()>>,
}

impl Server {
    pub(crate) async fn start() -> Self {
        Self::with(Settings::default()).await
    }

    pub(crate) async fn with(settings: Settings) -> Self {
        Self::ready_if(settings, Readiness::new(|| async { Ok("as of now".to_owned()) })).await
    }

    pub(crate) async fn ready_if(settings: Settings, readiness: Readiness) -> Self {
        let calls = Calls::default();
        let api = Arc::new(api(&settings, calls.clone()));
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let gate = Arc::new(|_: Option<&str>| Ok(Viewer::known("tester".to_owned(), Role::Reader)));
        let endpoint = http::routes(api, gate, &settings, readiness);
        let (stop, stopped) = oneshot::channel::<()>();
        let task = tokio::spawn(async move {
            http::serve(listener, endpoint, &settings.connections, async {
                // A dropped sender means that the test is over.
                let _ = stopped.await;
            })
            .await
        });
        Self { address, calls, stop: Some(stop), task }
    }

    pub(crate) fn url(&self, path: &str) -> String {
        format!("http://{}{path}", self.address)
    }

    /// Asks the server to stop, and waits until it did.
    pub(crate) async fn stop(mut self) -> std::io::Result<()> {
        drop(self.stop.take());
        self.task.await.unwrap()
    }
}
