//! How far a long command is, on standard error.

use std::io::{self, Write as _};
use std::sync::mpsc::{self, RecvTimeoutError, Sender};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

/// After how long a stage is told the first time, and then how often. Plain lines, also where nobody looks on: a log reads as well
/// as a terminal.
const FIRST: Duration = Duration::from_secs(1);
const NEXT: Duration = Duration::from_secs(5);

/// Tells the stage that a command is in, when it takes longer than a second. What is quick is silent.
pub(super) struct Progress {
    stages: Option<Sender<String>>,
    telling: Option<JoinHandle<()>>,
}

impl Progress {
    /// Begins with a stage: `reading my-region.zip`.
    pub(super) fn begin(stage: impl Into<String>) -> Self {
        let (stages, told) = mpsc::channel();
        let mut stage: String = stage.into();
        let telling = thread::spawn(move || {
            let (mut since, mut wait) = (Instant::now(), FIRST);
            loop {
                match told.recv_timeout(wait) {
                    Ok(next) => (stage, since, wait) = (next, Instant::now(), FIRST),
                    Err(RecvTimeoutError::Timeout) => {
                        // Where nobody reads it, it need not be told.
                        let _ = writeln!(io::stderr(), "{stage}: {} s", since.elapsed().as_secs());
                        wait = NEXT;
                    }
                    Err(RecvTimeoutError::Disconnected) => return,
                }
            }
        });
        Self { stages: Some(stages), telling: Some(telling) }
    }

    /// Goes on to another stage: `writing 1,200 changes`.
    pub(super) fn stage(&self, stage: impl Into<String>) {
        if let Some(stages) = &self.stages {
            // Who tells it lives as long as this.
            let _ = stages.send(stage.into());
        }
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        self.stages = None;
        if let Some(telling) = self.telling.take() {
            // It ends at once, and has nothing to tell any more.
            let _ = telling.join();
        }
    }
}
