//! An API that listens on a port of its own, and who may ask it.

use std::sync::Arc;

use drieklank::access::{Access, new_token};
use drieklank::clock::Clock;
use drieklank::graphql::executor::Api;
use drieklank::http::{self, Readiness, Settings};
use drieklank::store::{Store, Token};
use tokio::net::TcpListener;

use crate::app::NOW;

/// Serves it until the test ends, and tells at which address.
pub(crate) async fn listen(api: Api, store: &Store, clock: &Clock) -> String {
    let gate = Arc::new(Access::new(store.clone(), clock.clone(), None, true));
    let readiness = Readiness::new(|| async { Ok("as of now".to_owned()) });
    let routes = http::routes(Arc::new(api), gate, &Settings::default(), readiness);
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = format!("http://{}", listener.local_addr().unwrap());
    tokio::spawn(async move {
        let settings = Settings::default();
        http::serve(listener, routes, &settings.connections, std::future::pending()).await
    });
    address
}

/// A token, given out.
pub(crate) async fn give_token(
    store: &Store,
    clock: &Clock,
    name: &str,
    role: &str,
    organisation: Option<&str>,
) -> String {
    let id = clock.new_id();
    let (text, hash) = new_token(id.as_bytes().repeat(2)[..32].try_into().unwrap());
    let token = Token {
        id,
        name: name.to_owned(),
        role: role.to_owned(),
        organisation: organisation.map(ToOwned::to_owned),
        created_at: NOW,
        expires_at: None,
        revoked_at: None,
        last_used_at: None,
    };
    store.add_token(&token, &hash).await.unwrap();
    text
}
