//! Taking over what others have committed.

use network::privacy::rewrites_the_past;
use tracing::{info, warn};

use super::{WriteError, Writer};
use crate::live::Snapshot;

impl Writer {
    /// Takes over what others have committed, when the database is at another revision than readers see.
    ///
    /// # Errors
    /// When the database does not answer, or what it holds does not fit.
    pub async fn catch_up(&self) -> Result<(), WriteError> {
        let there = self.store.revision().await?;
        if there == Some(self.live.current().network.revision().into()) {
            return Ok(());
        }
        let _turn = self.turn.lock().await;
        self.follow().await
    }

    pub(super) async fn follow(&self) -> Result<(), WriteError> {
        let mut snapshot = Snapshot::clone(&self.live.current());
        let own = snapshot.network.revision();
        // With the commit that readers know last: a database that was put back, or came up after one that was lost, may
        // have another one there, or none.
        let mut commits = self.store.commits_after(own.number - 1).await?.into_iter();
        if commits.next().map(|commit| commit.revision) != Some(own) {
            return self.begin_anew().await;
        }
        if commits.len() == 0 {
            return Ok(());
        }
        if commits.as_slice().iter().any(|commit| rewrites_the_past(&commit.command)) {
            self.load_anew().await?;
            info!(
                "Something was taken out of the database; it is served no longer, and neither is what was known before"
            );
            return Ok(());
        }
        for commit in commits {
            snapshot = snapshot.after(commit.into()).map_err(WriteError::Journal)?;
        }
        self.live.publish(snapshot);
        Ok(())
    }

    /// Shows what the database holds, whatever was shown before.
    async fn begin_anew(&self) -> Result<(), WriteError> {
        let own = self.revision();
        let there = self.load_anew().await?;
        warn!(
            "The database is not the one that revision {own} was read from: it was put back, has lost commits, or something was taken out of it. What it holds now, revision {there}, is served"
        );
        Ok(())
    }

    /// Publishes what the database holds, and tells its revision.
    async fn load_anew(&self) -> Result<i64, WriteError> {
        let loaded = self.store.load().await?;
        let snapshot = tokio::task::spawn_blocking(|| loaded.snapshot()).await?.map_err(WriteError::Journal)?;
        let there = snapshot.network.revision().number;
        self.live.publish(snapshot);
        Ok(there)
    }
}
