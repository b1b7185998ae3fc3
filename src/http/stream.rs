//! A body that is sent while it is written, by somebody who knows nothing of waiting.

use std::io::{self, Write};

use hyper::body::Bytes;
use poem::Body;
use tokio::sync::mpsc::{self, Receiver, Sender};

use crate::export::WriteError;

/// What is sent at once, in bytes, and how many of those may wait for a client.
const CHUNK_BYTES: usize = 64 << 10;
const CHUNKS: usize = 4;

/// A part of a body, or how it ends.
enum Part {
    Bytes(Bytes),
    Whole,
    Failed(WriteError),
}

/// Sends what `write` writes. Nothing is sent before the first part is there, so that what cannot be written at all is told.
///
/// # Errors
/// Why nothing could be written.
pub(super) async fn body(
    write: impl FnOnce(&mut Chunks) -> Result<(), WriteError> + Send + 'static,
) -> Result<Body, WriteError> {
    let (parts, mut told) = mpsc::channel(CHUNKS);
    tokio::task::spawn_blocking(move || {
        let mut chunks = Chunks { parts, chunk: Vec::with_capacity(CHUNK_BYTES), gone: false };
        let end = match write(&mut chunks).and_then(|()| Ok(chunks.send()?)) {
            Ok(()) => Part::Whole,
            Err(error) => Part::Failed(error),
        };
        // Who does not read any more is told nothing.
        let _ = chunks.parts.blocking_send(end);
    });
    match told.recv().await {
        Some(Part::Failed(error)) => Err(error),
        Some(first) => Ok(Body::from_bytes_stream(futures_util::stream::unfold(Some((first, told)), next))),
        None => Err(stopped().into()),
    }
}

type Left = Option<(Part, Receiver<Part>)>;

/// The part that is there, and what is left after it. A body that is not whole must not look like one that is.
async fn next(left: Left) -> Option<(io::Result<Bytes>, Left)> {
    let (part, mut told) = left?;
    match part {
        Part::Whole => None,
        Part::Failed(error) => Some((Err(io::Error::other(error)), None)),
        Part::Bytes(bytes) => {
            let part = told.recv().await.unwrap_or_else(|| Part::Failed(stopped().into()));
            Some((Ok(bytes), Some((part, told))))
        }
    }
}

fn stopped() -> io::Error {
    io::Error::other("who wrote it was stopped")
}

/// Takes what is written, and waits for who reads it.
pub(super) struct Chunks {
    parts: Sender<Part>,
    chunk: Vec<u8>,
    /// Whether nobody reads any more, and that was told.
    gone: bool,
}

impl Chunks {
    fn send(&mut self) -> io::Result<()> {
        if self.chunk.is_empty() {
            return Ok(());
        }
        let bytes = Bytes::from(std::mem::replace(&mut self.chunk, Vec::with_capacity(CHUNK_BYTES)));
        self.gone = self.parts.blocking_send(Part::Bytes(bytes)).is_err();
        if self.gone { Err(io::Error::new(io::ErrorKind::BrokenPipe, "nobody reads it any more")) } else { Ok(()) }
    }
}

impl Write for Chunks {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        // Who writes was told that it is over; what a library still writes when it lets go goes nowhere.
        if self.gone {
            return Ok(bytes.len());
        }
        if self.chunk.len() >= CHUNK_BYTES {
            self.send()?;
        }
        self.chunk.extend_from_slice(bytes);
        Ok(bytes.len())
    }

    /// Parts are sent when they are full: small ones would only cost.
    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
