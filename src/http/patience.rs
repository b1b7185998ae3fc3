//! A socket that does not wait for ever.

use std::{
    future::Future,
    io::{self, IoSlice},
    pin::Pin,
    task::{Context, Poll, ready},
    time::Duration,
};

use tokio::{
    io::{AsyncRead, AsyncWrite, ReadBuf},
    time::{Sleep, sleep},
};

/// Bytes that tell HTTP/1 from HTTP/2. hyper waits for them without a limit of its own.
const PREFACE_BYTES: usize = 24;

/// Gives up on a client that does not say what it speaks, or does not take what it asked for.
///
/// Reading later has no limit here: a connection may be silent while its request is worked on, and hyper limits the
/// time for each head.
pub(super) struct Patience<S> {
    inner: S,
    preface_left: usize,
    preface_deadline: Option<Pin<Box<Sleep>>>,
    stall: Duration,
    stalled: Option<Pin<Box<Sleep>>>,
}

impl<S> Patience<S> {
    /// A socket whose first bytes must come within one time, and whose writes must go on within the other.
    pub(super) fn new(inner: S, preface: Duration, stall: Duration) -> Self {
        Self {
            inner,
            preface_left: PREFACE_BYTES,
            preface_deadline: Some(Box::pin(sleep(preface))),
            stall,
            stalled: None,
        }
    }

    /// Passes on what a write came to; fails when it has been pending for too long.
    fn watch_write<T>(&mut self, cx: &mut Context<'_>, outcome: Poll<io::Result<T>>) -> Poll<io::Result<T>> {
        if outcome.is_ready() {
            self.stalled = None;
            return outcome;
        }
        let stall = self.stall;
        let deadline = self.stalled.get_or_insert_with(|| Box::pin(sleep(stall)));
        ready!(deadline.as_mut().poll(cx));
        Poll::Ready(Err(io::Error::new(io::ErrorKind::TimedOut, "the client stopped reading")))
    }
}

impl<S: AsyncRead + Unpin> AsyncRead for Patience<S> {
    fn poll_read(mut self: Pin<&mut Self>, cx: &mut Context<'_>, buf: &mut ReadBuf<'_>) -> Poll<io::Result<()>> {
        let before = buf.filled().len();
        let outcome = Pin::new(&mut self.inner).poll_read(cx, buf);
        if let Some(deadline) = &mut self.preface_deadline {
            if outcome.is_pending() && deadline.as_mut().poll(cx).is_ready() {
                return Poll::Ready(Err(io::Error::new(io::ErrorKind::TimedOut, "the client said nothing")));
            }
            self.preface_left = self.preface_left.saturating_sub(buf.filled().len() - before);
            if self.preface_left == 0 {
                self.preface_deadline = None;
            }
        }
        outcome
    }
}

impl<S: AsyncWrite + Unpin> AsyncWrite for Patience<S> {
    fn poll_write(mut self: Pin<&mut Self>, cx: &mut Context<'_>, buf: &[u8]) -> Poll<io::Result<usize>> {
        let outcome = Pin::new(&mut self.inner).poll_write(cx, buf);
        self.watch_write(cx, outcome)
    }

    fn poll_write_vectored(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        bufs: &[IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        let outcome = Pin::new(&mut self.inner).poll_write_vectored(cx, bufs);
        self.watch_write(cx, outcome)
    }

    fn is_write_vectored(&self) -> bool {
        self.inner.is_write_vectored()
    }

    fn poll_flush(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        let outcome = Pin::new(&mut self.inner).poll_flush(cx);
        self.watch_write(cx, outcome)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        let outcome = Pin::new(&mut self.inner).poll_shutdown(cx);
        self.watch_write(cx, outcome)
    }
}

#[cfg(test)]
mod tests {
    use tokio::io::{AsyncReadExt, AsyncWriteExt, duplex};

    use super::*;

    const SHORT: Duration = Duration::from_millis(50);
    const LONG: Duration = Duration::from_secs(60);

    #[tokio::test]
    async fn a_client_that_says_nothing_is_given_up() {
        let (server, _client) = duplex(64);
        let error = Patience::new(server, SHORT, LONG).read_u8().await.unwrap_err();
        assert_eq!(error.kind(), io::ErrorKind::TimedOut);
    }

    #[tokio::test]
    async fn a_client_that_began_may_be_silent_for_long() {
        let (server, mut client) = duplex(64);
        let mut server = Patience::new(server, SHORT, LONG);
        client.write_all(&[b'x'; PREFACE_BYTES]).await.unwrap();
        server.read_exact(&mut [0; PREFACE_BYTES]).await.unwrap();
        tokio::spawn(async move {
            sleep(SHORT * 3).await;
            client.write_u8(b'y').await
        });
        assert_eq!(server.read_u8().await.unwrap(), b'y');
    }

    #[tokio::test]
    async fn a_client_that_stops_reading_is_given_up() {
        let (server, _client) = duplex(8);
        let error = Patience::new(server, LONG, SHORT).write_all(&[0; 64]).await.unwrap_err();
        assert_eq!(error.kind(), io::ErrorKind::TimedOut);
    }

    #[tokio::test]
    async fn a_client_that_reads_slowly_is_served_to_the_end() {
        let (server, mut client) = duplex(8);
        let reading = tokio::spawn(async move {
            let mut bytes = [0; 64];
            for byte in &mut bytes {
                sleep(LONG / 3_000).await;
                *byte = client.read_u8().await.unwrap();
            }
            bytes
        });
        // All of it takes longer than the server waits for a byte; a busy machine makes a byte late, but not that late.
        Patience::new(server, LONG, LONG / 60).write_all(&[7; 64]).await.unwrap();
        assert_eq!(reading.await.unwrap(), [7; 64]);
    }
}
