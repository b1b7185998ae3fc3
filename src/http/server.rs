//! Our own accept loop: poem's server has no time-out for heads and spins when file descriptors run out.

use std::{convert::Infallible, future::Future, io, sync::Arc, time::Duration};

use hyper::{body::Incoming, service::service_fn};
use hyper_util::{
    rt::{TokioExecutor, TokioIo, TokioTimer},
    server::{conn::auto, graceful::GracefulShutdown},
};
use poem::{
    Addr, Endpoint, Request, Response,
    endpoint::BoxEndpoint,
    http::uri::Scheme,
    web::{LocalAddr, RemoteAddr},
};
use tokio::{
    net::{TcpListener, TcpStream},
    sync::{Semaphore, watch},
    task::JoinSet,
    time::{sleep, timeout},
};
use tracing::{debug, warn};

use super::{lasting::Lasting, patience::Patience, settings::Connections};

/// How long to wait after a connection could not be accepted, most likely for want of file descriptors.
const BACK_OFF: Duration = Duration::from_millis(100);

/// Serves an endpoint until `stop` is ready, then lets running requests finish, and ends answers that last.
///
/// Returns when all connections are closed, or those that are left were cut after [`Connections::stop_secs`].
///
/// # Errors
/// When the listener cannot tell its own address.
pub async fn serve(
    listener: TcpListener,
    endpoint: BoxEndpoint<'static, Response>,
    limits: &Connections,
    stop: impl Future<Output = ()>,
) -> io::Result<()> {
    let local = LocalAddr(Addr::SocketAddr(listener.local_addr()?));
    let endpoint = Arc::new(endpoint);
    let builder = Arc::new(connection_builder(limits));
    let slots = Arc::new(Semaphore::new(limits.max));
    let graceful = GracefulShutdown::new();
    let stopping = watch::Sender::new(false);
    let mut connections = JoinSet::new();
    tokio::pin!(stop);

    loop {
        let accept = async {
            // A slot first: connections beyond the limit wait in the system's queue and cost us nothing.
            let slot = Arc::clone(&slots).acquire_owned().await.map_err(io::Error::other)?;
            listener.accept().await.map(|(stream, peer)| (slot, stream, peer))
        };
        let (slot, stream, peer) = tokio::select! {
            () = &mut stop => break,
            accepted = accept => match accepted {
                Ok(accepted) => accepted,
                Err(error) => {
                    warn!("Could not accept a connection: {error}");
                    sleep(BACK_OFF).await;
                    continue;
                }
            },
        };
        let remote = RemoteAddr(Addr::SocketAddr(peer));
        let (endpoint, local) = (Arc::clone(&endpoint), local.clone());
        let lasting = Lasting::new(slot, stopping.subscribe());
        let service = service_fn(move |request: hyper::Request<Incoming>| {
            let (endpoint, local, remote) = (Arc::clone(&endpoint), local.clone(), remote.clone());
            let lasting = lasting.clone();
            async move {
                let mut request = Request::from((request, local, remote, Scheme::HTTP));
                request.extensions_mut().insert(lasting);
                Ok::<_, Infallible>(hyper::Response::from(endpoint.get_response(request).await))
            }
        });
        let connection = builder.serve_connection_with_upgrades(socket(stream, limits), service).into_owned();
        let connection = graceful.watch(connection);
        connections.spawn(async move {
            if let Err(error) = connection.await {
                debug!("A connection ended early: {error}");
            }
        });
        while connections.try_join_next().is_some() {}
    }

    drop(listener);
    stopping.send_replace(true);
    let patience = Duration::from_secs(limits.stop_secs);
    let finished = async {
        graceful.shutdown().await;
        // A connection that became a WebSocket is none of hyper's any more, but still holds its end of this.
        stopping.closed().await;
    };
    if timeout(patience, finished).await.is_err() {
        warn!(n_connections = connections.len(), "Cut connections that did not finish in {patience:?}");
    }
    connections.shutdown().await;
    Ok(())
}

fn connection_builder(limits: &Connections) -> auto::Builder<TokioExecutor> {
    let mut builder = auto::Builder::new(TokioExecutor::new());
    builder
        .http1()
        .timer(TokioTimer::new())
        .header_read_timeout(Duration::from_secs(limits.head_secs))
        .max_headers(limits.headers)
        .max_buf_size(limits.buffer_bytes);
    builder
        .http2()
        .timer(TokioTimer::new())
        .max_concurrent_streams(limits.streams)
        .max_header_list_size(u32::try_from(limits.buffer_bytes).unwrap_or(u32::MAX))
        .keep_alive_interval(Duration::from_secs(limits.keep_alive_secs))
        .keep_alive_timeout(Duration::from_secs(limits.keep_alive_secs));
    builder
}

fn socket(stream: TcpStream, limits: &Connections) -> TokioIo<Patience<TcpStream>> {
    // Answers are written at once, so waiting to fill a packet only delays them; without it they still arrive.
    if let Err(error) = stream.set_nodelay(true) {
        debug!("Could not switch off the delay of a socket: {error}");
    }
    let head = Duration::from_secs(limits.head_secs);
    TokioIo::new(Patience::new(stream, head, Duration::from_secs(limits.stalled_write_secs)))
}
