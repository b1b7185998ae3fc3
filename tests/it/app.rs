//! The API over the built-in region, in process.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use async_graphql::Variables;
use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use drieklank::clock::Clock;
use drieklank::graphql::executor::{Api, ApiRequest};
use drieklank::graphql::guard::Limits;
use drieklank::graphql::objects::server::SignIn;
use drieklank::graphql::pin::PinToNow;
use drieklank::graphql::schema::{schema, sdl};
use drieklank::graphql::trusted::TrustedDocuments;
use drieklank::graphql::viewer::{Role, Viewer};
use drieklank::live::{Live, Snapshot};
use drieklank::store::Store;
use drieklank::writer::Writer;
use network::coalition::Weights;
use network::facts::{Facts, Language};
use network::journal::Journal;
use network::network::{Network, Revision};

/// The day that is today in tests.
pub(crate) const TODAY: NaiveDate = NaiveDate::from_ymd_opt(2026, 11, 24).unwrap();

/// The moment at which tests ask.
pub(crate) const NOW: DateTime<Utc> = TODAY.and_hms_opt(12, 0, 0).unwrap().and_utc();

/// The API over a network.
pub(crate) struct App {
    pub(crate) api: Api,
    /// Who asks.
    viewer: Viewer,
    /// In which language they are told what went wrong.
    language: Language,
}

/// The facts of the built-in region.
pub(crate) fn builtin_facts() -> Facts {
    drieklank::exchange::builtin("regio-zwolle").expect("built in").expect("readable").facts
}

/// The network that facts make, as revision 1 of a fixed moment.
pub(crate) fn build(facts: Facts) -> Network {
    let recorded_at = DateTime::UNIX_EPOCH + TimeDelta::days(20_000);
    let built = Network::build(facts, Revision { number: 1, recorded_at });
    built.unwrap_or_else(|problems| {
        panic!("{}", problems.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n"))
    })
}

impl App {
    /// Over the built-in region.
    pub(crate) fn builtin() -> Self {
        Self::over(builtin_facts())
    }

    /// Over these facts.
    pub(crate) fn over(facts: Facts) -> Self {
        let live = Arc::new(Live::new(
            Snapshot { network: build(facts).into(), journal: Journal::default() },
            Weights::default(),
            64 << 20,
        ));
        Self::on(PinToNow::new(live, Limits::default(), Clock::fixed(NOW)), Viewer::anonymous())
    }

    /// Over the built-in region, where people may sign in by a page.
    pub(crate) fn signing_in(sign_in: SignIn) -> Self {
        let snapshot = Snapshot { network: build(builtin_facts()).into(), journal: Journal::default() };
        let live = Arc::new(Live::new(snapshot, Weights::default(), 64 << 20));
        let pin = PinToNow::new(live, Limits::default(), Clock::fixed(NOW)).with_sign_in(Some(sign_in));
        Self::on(pin, Viewer::anonymous())
    }

    /// Over the built-in region in a database, asked by an editor.
    pub(crate) async fn writing() -> Self {
        Self::writing_to(Store::open("sqlite::memory:").await.unwrap()).await.0
    }

    /// Over the built-in region in this database, asked by an editor, and the writer, which may follow others.
    pub(crate) async fn writing_to(store: Store) -> (Self, Arc<Writer>) {
        store.fill(&builtin_facts(), "regio-zwolle", NOW).await.unwrap();
        Self::beside(store).await
    }

    /// Over these facts in a database, asked by an editor.
    pub(crate) async fn writing_over(facts: &Facts) -> Self {
        let store = Store::open("sqlite::memory:").await.unwrap();
        store.fill(facts, "regio-voorbeeld", NOW).await.unwrap();
        Self::beside(store).await.0
    }

    /// Over what this database holds, beside others that may write there.
    pub(crate) async fn beside(store: Store) -> (Self, Arc<Writer>) {
        let snapshot = store.load().await.unwrap().snapshot().unwrap();
        let live = Arc::new(Live::new(snapshot, Weights::default(), 64 << 20));
        // Every look at the clock is a second later.
        let seconds = AtomicI64::new(0);
        let clock = Clock::fixed(NOW).told(move || NOW + TimeDelta::seconds(seconds.fetch_add(1, Ordering::Relaxed)));
        let writer = Arc::new(Writer::new(store, Arc::clone(&live), clock.clone(), true));
        let pin = PinToNow::new(live, Limits::default(), clock).with_writer(Arc::clone(&writer));
        (Self::on(pin, Viewer::known("desk".to_owned(), Role::Editor)), writer)
    }

    fn on(pin: PinToNow, viewer: Viewer) -> Self {
        let api = Api::new(schema(), sdl(), Limits::default(), TrustedDocuments::default(), pin)
            .expect("the schema's own text parses");
        Self { api, viewer, language: Language::En }
    }

    /// The same, asked by somebody else.
    pub(crate) fn asked_by(self, viewer: Viewer) -> Self {
        Self { viewer, ..self }
    }

    /// The same, with a log of who reads what of the desk.
    pub(crate) fn with_read_log(self, log: Arc<dyn drieklank::graphql::shown::ReadLog>) -> Self {
        Self { api: self.api.with_read_log(log), ..self }
    }

    /// The same, asked in another language.
    pub(crate) fn in_dutch(self) -> Self {
        Self { language: Language::Nl, ..self }
    }

    /// The answer to a document.
    pub(crate) async fn ask(&self, query: &str, variables: serde_json::Value) -> serde_json::Value {
        let request = ApiRequest {
            query: Some(query.to_owned()),
            variables: Variables::from_json(variables),
            viewer: self.viewer.clone(),
            language: self.language,
            ..ApiRequest::default()
        };
        let answer = match self.api.prepare(request) {
            Ok(prepared) => self.api.run(prepared).await,
            Err(refused) => refused,
        };
        serde_json::to_value(&answer).expect("an answer is JSON")
    }
}
