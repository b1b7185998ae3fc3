//! The file of a SQLite database, in whose place somebody may put another one while it is open.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};

use sea_orm::{ConnectionTrait, DbBackend, Statement};

use super::{Store, StoreError};

/// A file that is open.
#[derive(Debug)]
pub(super) struct OpenFile {
    path: PathBuf,
    /// Which file lay there when it was opened.
    opened: Option<Identity>,
    /// Whether nothing of it stands beside the file that lies there now.
    is_let_go: AtomicBool,
}

/// What tells files apart, whatever they are called.
type Identity = (u64, u64);

#[cfg(unix)]
fn identity(path: &Path) -> io::Result<Identity> {
    use std::os::unix::fs::MetadataExt;

    fs::metadata(path).map(|file| (file.dev(), file.ino()))
}

/// Other systems keep a file that is open from being replaced.
#[cfg(not(unix))]
fn identity(path: &Path) -> io::Result<Identity> {
    fs::metadata(path).map(|_| (0, 0))
}

impl OpenFile {
    /// The file that lies there now.
    pub(super) fn new(path: PathBuf) -> Self {
        Self { opened: identity(&path).ok(), path, is_let_go: AtomicBool::new(false) }
    }

    fn is_there(&self) -> bool {
        identity(&self.path).ok() == self.opened
    }
}

impl Store {
    /// Holds that the file that is open is the one that lies there: what is written into another one is lost, and what is
    /// read from it is not what others read. New connections would open the one that lies there beside it, which SQLite
    /// does not survive, so nothing goes on before a start.
    pub(super) async fn hold_file(&self) -> Result<(), StoreError> {
        let Some(file) = &self.file else { return Ok(()) };
        if file.is_there() {
            file.is_let_go.store(false, Ordering::Relaxed);
            return Ok(());
        }
        if !file.is_let_go.load(Ordering::Relaxed) {
            file.is_let_go.store(self.empty_wal().await, Ordering::Relaxed);
        }
        let path = file.path.clone();
        Err(if path.exists() { StoreError::Replaced { path } } else { StoreError::Missing { path } })
    }

    /// Takes all that stands in the `-wal` into the file that is open, as the next who opens the one that lies there
    /// would read it into that. Tells whether it is empty.
    async fn empty_wal(&self) -> bool {
        let statement = Statement::from_string(DbBackend::Sqlite, "PRAGMA wal_checkpoint(TRUNCATE)");
        // Its first column says whether somebody kept it from doing so. Then it is tried again.
        let told = self.writer.query_one_raw(statement).await;
        told.ok().flatten().and_then(|row| row.try_get_by_index::<i32>(0).ok()) == Some(0)
    }
}
