//! Whether the process lives, and whether it can answer.

use std::{future::Future, sync::Arc, time::Duration};

use futures_util::{FutureExt, future::BoxFuture};
use poem::{
    Endpoint, Request, Response, Result,
    http::{
        StatusCode,
        header::{CACHE_CONTROL, RETRY_AFTER},
    },
};
use tokio::time::timeout;

/// A check that takes longer says by that alone that the server is not ready.
const PATIENCE: Duration = Duration::from_secs(2);

/// Tells whether the server can answer now.
///
/// `Ok` holds a line for people (how old what is served may be); `Err` holds the reason, in words that may be read by
/// anybody: no text of a driver, no address of a database.
#[derive(Clone)]
pub struct Readiness(Arc<dyn Fn() -> BoxFuture<'static, Result<String, String>> + Send + Sync>);

impl Readiness {
    /// A check that is made each time somebody asks.
    pub fn new<F>(check: impl Fn() -> F + Send + Sync + 'static) -> Self
    where
        F: Future<Output = Result<String, String>> + Send + 'static,
    {
        Self(Arc::new(move || check().boxed()))
    }
}

/// `/health/ready`: 200, or 503 with the reason.
pub(super) struct Ready(pub(super) Readiness);

impl Endpoint for Ready {
    type Output = Response;

    async fn call(&self, _: Request) -> Result<Response> {
        let checked = timeout(PATIENCE, (self.0.0)()).await;
        Ok(match checked {
            Ok(Ok(state)) => text(StatusCode::OK, &format!("ready: {state}\n")),
            Ok(Err(reason)) => text(StatusCode::SERVICE_UNAVAILABLE, &format!("not ready: {reason}\n")),
            Err(_) => {
                let reason = format!("not ready: the check took longer than {} s\n", PATIENCE.as_secs());
                text(StatusCode::SERVICE_UNAVAILABLE, &reason)
            }
        })
    }
}

/// `/health/live`: 200 as long as the process answers at all.
pub(super) struct Live;

impl Endpoint for Live {
    type Output = Response;

    async fn call(&self, _: Request) -> Result<Response> {
        Ok(text(StatusCode::OK, "live\n"))
    }
}

fn text(status: StatusCode, body: &str) -> Response {
    let mut response =
        Response::builder().status(status).content_type("text/plain; charset=utf-8").header(CACHE_CONTROL, "no-store");
    if status != StatusCode::OK {
        response = response.header(RETRY_AFTER, "1");
    }
    response.body(body.to_owned())
}
