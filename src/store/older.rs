//! Reading a SQLite file that stays as it is, also when it is of an older version: a backup.

use std::env;
use std::io;
use std::path::Path;

use sea_orm::sqlx::sqlite::SqliteConnectOptions;
use sea_orm::sqlx::{self, ConnectOptions, Connection};
use tempfile::TempDir;

use super::file::beside;
use super::open::{file, hold_there};
use super::{Store, StoreError, Whole};

impl Store {
    /// Everything that a SQLite file of ours holds at one revision; it may be in use. It is read from a copy, in the folder
    /// of the system for what is temporary, where an older one is brought up to date: neither the file nor its `-wal` is
    /// changed, and beside a file that nobody uses nothing is made.
    ///
    /// # Errors
    /// [`StoreError::Missing`] when it is not there; else as [`open`](Self::open) and [`load`](Self::load).
    pub async fn whole_of(path: &Path) -> Result<Whole, StoreError> {
        hold_there(path)?;
        let folder = own_folder().map_err(|source| StoreError::Folder { path: env::temp_dir(), source })?;
        let copied = folder.path().join("network.db");
        let failed = |source| StoreError::Copy { file: path.to_owned(), folder: folder.path().to_owned(), source };
        copy(path, &copied).await.map_err(failed)?;
        let mut store = file(SqliteConnectOptions::new().filename(copied)).await?;
        // What is wrong with the copy is wrong with the file.
        store.name = path.display().to_string();
        let migrated = store.migrate().await;
        let store = store.if_done(migrated).await?;
        let whole = store.whole().await;
        store.close().await?;
        whole
    }
}

/// Copies a database as SQLite reads it.
async fn copy(from: &Path, to: &Path) -> Result<(), sqlx::Error> {
    // SQLite too looks beside the file itself, not beside a link to it.
    let from = from.canonicalize()?;
    // Nobody uses a file beside which nothing lies. SQLite makes nothing there either when it is told so.
    let is_alone = ["-wal", "-journal"].iter().all(|end| !beside(&from, end).exists());
    let options = SqliteConnectOptions::new().filename(from).read_only(true).immutable(is_alone);
    let mut connection = options.disable_statement_logging().connect().await?;
    let to = to.to_string_lossy().into_owned();
    let copied = sqlx::query("VACUUM INTO ?").bind(to).execute(&mut connection).await;
    connection.close().await?;
    copied.map(drop)
}

/// A folder that nobody else may look into, as what is in it may not be for everybody. It goes away when it is dropped.
fn own_folder() -> io::Result<TempDir> {
    let mut folder = tempfile::Builder::new();
    folder.prefix("drieklank-");
    #[cfg(unix)]
    folder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o700));
    folder.tempdir()
}
