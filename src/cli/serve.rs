//! `drieklank serve`.

use std::io::{self, ErrorKind};
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};
use std::sync::Arc;
use std::time::Instant;

use anyhow::Context as _;
use tokio::net::TcpListener;
use tracing::info;

use super::erased;
use super::follow;
use super::readiness::{InStep, readiness};
use super::retention;
use super::start::{self, Started};
use super::stop;
use crate::access::oidc::Oidc;
use crate::access::{Access, DatabaseLog, Feeds};
use crate::clock::Clock;
use crate::config::Config;
use crate::graphql::calendar::{CalendarFeeds, Calendars};
use crate::graphql::executor::Api;
use crate::graphql::export::Exports;
use crate::graphql::import::Imports;
use crate::graphql::pin::PinToNow;
use crate::graphql::schema::{schema, sdl};
use crate::graphql::trusted::TrustedDocuments;
use crate::http;
use crate::live::Live;
use crate::writer::Writer;

/// Serves until somebody asks to stop.
pub(super) async fn serve(config: Config, clock: Clock) -> anyhow::Result<()> {
    let began = Instant::now();
    // First: when the address is taken, nothing shall be made or filled.
    let listener = listen(config.http.listen).await?;
    let address = listener.local_addr().context("failed to tell the address that was listened on")?;
    let Started { store, snapshot } = start::start(&config, &clock).await?;
    let erasure_list = erased::list_of(&config)?;
    let in_step = InStep::now();
    let live = Arc::new(Live::new(snapshot, config.weights, config.cache_bytes).keeping(config.retention));
    // The page at / shows the address to copy.
    let shown = reachable(address);
    let settings = http::Settings { listen: shown, ..config.http };
    let built_in = http::built_in_documents();
    let trusted = TrustedDocuments::new(&settings.trusted_documents, built_in.iter().map(String::as_str))?;
    let writer = Writer::new(store.clone(), Arc::clone(&live), clock.clone(), config.source_required);
    let writer = Arc::new(writer.with_erasure_list(erasure_list));
    let feeds: Arc<dyn CalendarFeeds> = Arc::new(Feeds::new(store.clone(), clock.clone()));
    let pin = PinToNow::new(Arc::clone(&live), settings.limits.clone(), clock.clone())
        .with_writer(Arc::clone(&writer))
        .with_sign_in(settings.sign_in.clone())
        .with_feeds(Arc::clone(&feeds));
    let calendars = Calendars::new(Arc::clone(&live), clock.clone(), feeds);
    let exports = Exports::new(Arc::clone(&live), clock.clone());
    let imports = Imports::new(Arc::clone(&live), Arc::clone(&writer), &settings.limits);
    let oidc = config.oidc.map(|settings| Arc::new(Oidc::new(settings, clock.clone())));
    let log = Arc::new(DatabaseLog::new(store.clone(), clock.clone()));
    let retained = clock.clone();
    let gate = Arc::new(Access::new(store.clone(), clock, oidc.clone(), config.anonymous));
    let api = Api::new(schema(), sdl(), settings.limits.clone(), trusted, pin)
        .context("failed to put the guard around the schema")?
        .with_read_log(log)
        .with_calendars(calendars)
        .with_exports(exports)
        .with_imports(imports);
    let routes = http::routes(Arc::new(api), gate, &settings, readiness(live, store.clone(), in_step.clone()));
    let stop = stop::asked().context("failed to wait for signals")?;
    let ready_ms = u64::try_from(began.elapsed().as_millis()).unwrap_or(u64::MAX);
    let origin = format!("http://{shown}");
    let ask = if settings.serves_graphiql() { format!(", and {origin}/graphiql to ask") } else { String::new() };
    info!(ready_ms, "Open {origin}/ to begin{ask}");
    // A provider that is away keeps nobody from reading, so nothing waits for its keys.
    let keeping = oidc.map(|oidc| tokio::spawn(async move { oidc.keep_keys().await }));
    let keeping_periods =
        tokio::spawn(retention::every_night(store.clone(), Arc::clone(&writer), retained, config.retention));
    let following = tokio::spawn(follow::follow(store.clone(), writer, in_step));
    http::serve(listener, routes, &settings.connections, stop).await.context("failed to serve")?;
    following.abort();
    keeping_periods.abort();
    if let Some(keeping) = keeping {
        keeping.abort();
    }
    // Else a SQLite file might lie there without what stands in its -wal.
    store.close().await?;
    info!("Stopped");
    Ok(())
}

/// An address that can be opened on this machine: "all of them" cannot.
fn reachable(address: SocketAddr) -> SocketAddr {
    let ip = match address.ip() {
        IpAddr::V4(ip) if ip.is_unspecified() => Ipv4Addr::LOCALHOST.into(),
        IpAddr::V6(ip) if ip.is_unspecified() => Ipv6Addr::LOCALHOST.into(),
        ip => ip,
    };
    SocketAddr::new(ip, address.port())
}

async fn listen(address: SocketAddr) -> anyhow::Result<TcpListener> {
    TcpListener::bind(address).await.map_err(|error| {
        let advice = advice(&error);
        anyhow::Error::new(error).context(format!("failed to listen on {address}{advice}"))
    })
}

fn advice(error: &io::Error) -> &'static str {
    match error.kind() {
        ErrorKind::AddrInUse => {
            ": another program listens there. Stop it, or choose another address, as with --listen 127.0.0.1:8001"
        }
        ErrorKind::AddrNotAvailable => ": this machine has no such address. --listen 0.0.0.0:8000 takes all it has",
        ErrorKind::PermissionDenied => ": ports below 1024 need a right; choose a higher one with --listen",
        _ => "",
    }
}
