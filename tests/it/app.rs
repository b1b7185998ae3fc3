//! The API over the built-in region, in process.

use std::sync::Arc;

use async_graphql::Variables;
use chrono::{DateTime, NaiveDate};
use drieklank::graphql::executor::{Api, ApiRequest};
use drieklank::graphql::guard::Limits;
use drieklank::graphql::pin::pin;
use drieklank::graphql::schema::{schema, sdl};
use drieklank::graphql::trusted::TrustedDocuments;
use drieklank::live::Live;
use network::coalition::Weights;
use network::facts::Facts;
use network::journal::Journal;
use network::network::{Network, Revision};

/// The day that is today in tests.
pub(crate) const TODAY: NaiveDate = NaiveDate::from_ymd_opt(2026, 11, 24).unwrap();

/// The API over a network.
pub(crate) struct App {
    pub(crate) api: Api,
}

/// The facts of the built-in region.
pub(crate) fn builtin_facts() -> Facts {
    drieklank::exchange::builtin("regio-zwolle").expect("built in").expect("readable").facts
}

/// The network that facts make, as revision 1 of a fixed moment.
pub(crate) fn build(facts: Facts) -> Network {
    let recorded_at = DateTime::UNIX_EPOCH + chrono::TimeDelta::days(20_000);
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
        let live = Arc::new(Live::new(build(facts), Journal::default(), Weights::default(), 64 << 20));
        let limits = Limits::default();
        let pin = pin(live, limits.clone(), || TODAY);
        let api =
            Api::new(schema(), sdl(), limits, TrustedDocuments::default(), pin).expect("the schema's own text parses");
        Self { api }
    }

    /// The answer to a document.
    pub(crate) async fn ask(&self, query: &str, variables: serde_json::Value) -> serde_json::Value {
        let request = ApiRequest {
            query: Some(query.to_owned()),
            variables: Variables::from_json(variables),
            ..ApiRequest::default()
        };
        let answer = match self.api.prepare(request) {
            Ok(prepared) => self.api.run(prepared).await,
            Err(refused) => refused,
        };
        serde_json::to_value(&answer).expect("an answer is JSON")
    }
}
