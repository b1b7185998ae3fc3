//! From an address to connections.

use std::path::{Path, PathBuf};
use std::str::FromStr;
use std::sync::Arc;
use std::time::{Duration, Instant};

use sea_orm::sqlx::postgres::{PgConnectOptions, PgConnection, PgPoolOptions};
use sea_orm::sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous};
use sea_orm::sqlx::{self, ConnectOptions, Connection, Executor};
use sea_orm::{DatabaseConnection, SqlxPostgresConnector, SqlxSqliteConnector};

use super::file::OpenFile;
use super::{Store, StoreError};

/// How long we wait for a connection.
const PATIENCE: Duration = Duration::from_secs(5);

/// How many connections Postgres gets from one process.
const POSTGRES_CONNECTIONS: u32 = 8;

/// What Postgres is told at each connection. A commit that hangs must not hold up the others; what a cancelled request
/// left behind must not stay; and our own rollback of nothing is no warning.
const POSTGRES_OPTIONS: [(&str, &str); 4] = [
    ("statement_timeout", "10s"),
    ("idle_in_transaction_session_timeout", "15s"),
    ("lock_timeout", "5s"),
    ("client_min_messages", "error"),
];

impl Store {
    /// Opens the database at this address and brings its tables to what this program knows.
    ///
    /// * `sqlite://folder/file.db`: a file, made with its folder when it is not there. `sqlite::memory:`: nothing
    ///   outlives the store. `postgres://user@host/name`: an existing database.
    ///
    /// # Errors
    /// When the address is none, the database does not answer within 5 seconds, or its tables are newer than this
    /// program.
    pub async fn open(url: &str) -> Result<Self, StoreError> {
        let store = Self::connect(url).await?;
        let migrated = store.migrate().await;
        store.if_done(migrated).await
    }

    /// Opens the database at this address as [`open`](Self::open) does, but makes none, and leaves its tables as they are:
    /// a server of another version may be using them.
    ///
    /// # Errors
    /// [`StoreError::Missing`] when it is a file that is not there, [`StoreError::Empty`] when it has no tables of ours, and
    /// [`StoreError::Older`] when they are not what this program knows; else as `open`.
    pub async fn open_existing(url: &str) -> Result<Self, StoreError> {
        if let Some(path) = Self::file_of(url)? {
            hold_there(&path)?;
        }
        let store = Self::connect(url).await?;
        let held = store.hold_steps().await;
        store.if_done(held).await
    }

    /// This store, if what had to be done first was done; else it is closed.
    pub(super) async fn if_done(self, done: Result<(), StoreError>) -> Result<Self, StoreError> {
        match done {
            Ok(()) => Ok(self),
            Err(error) => {
                // Why it is not opened is what has to be told.
                let _ = self.close().await;
                Err(error)
            }
        }
    }

    /// The file of the database at this address, which may not be there; `None`: it lies in memory or on a server.
    ///
    /// # Errors
    /// When the address is none.
    pub fn file_of(url: &str) -> Result<Option<PathBuf>, StoreError> {
        match url.split_once(':') {
            Some(("sqlite", rest)) if !is_memory(rest) => {
                let options = SqliteConnectOptions::from_str(url).map_err(|_| StoreError::Address)?;
                Ok(Some(options.get_filename().to_owned()))
            }
            _ => Ok(None),
        }
    }

    /// Opens the database at this address as [`open`](Self::open) does, and leaves its tables as they are.
    pub(super) async fn connect(url: &str) -> Result<Self, StoreError> {
        match url.split_once(':') {
            Some(("sqlite", rest)) if is_memory(rest) => memory(url).await,
            Some(("sqlite", _)) => file(SqliteConnectOptions::from_str(url).map_err(|_| StoreError::Address)?).await,
            Some(("postgres" | "postgresql", _)) => postgres(url).await,
            _ => Err(StoreError::Address),
        }
    }
}

/// Holds that a file is there. An empty one is no database yet, and opening it would make it one.
pub(super) fn hold_there(path: &Path) -> Result<(), StoreError> {
    if path.metadata().is_ok_and(|file| file.len() > 0) {
        return Ok(());
    }
    Err(StoreError::Missing { path: path.to_owned() })
}

/// Whether a database of SQLite lies in memory, by the rest of its address.
fn is_memory(rest: &str) -> bool {
    rest == ":memory:" || rest.contains("mode=memory")
}

/// A database in memory: one connection, which lasts as long as the store.
async fn memory(url: &str) -> Result<Store, StoreError> {
    let name = "the database in memory".to_owned();
    let options = SqliteConnectOptions::from_str(url).map_err(|_| StoreError::Address)?;
    let pool = SqlitePoolOptions::new().max_connections(1).idle_timeout(None).max_lifetime(None);
    let connection = sqlite(pool, options.foreign_keys(true).disable_statement_logging(), &name).await?;
    Ok(Store { writer: connection.clone(), readers: connection, n_readers: 1, name, file: None })
}

/// A database in a file: one connection that writes, and several that read beside it.
pub(super) async fn file(options: SqliteConnectOptions) -> Result<Store, StoreError> {
    let path = options.get_filename().to_owned();
    if let Some(folder) = path.parent().filter(|folder| !folder.as_os_str().is_empty()) {
        std::fs::create_dir_all(folder).map_err(|source| StoreError::Folder { path: folder.to_owned(), source })?;
    }
    let name = path.display().to_string();
    let options = options
        .create_if_missing(true)
        .journal_mode(SqliteJournalMode::Wal)
        // A commit that was told of outlives a power cut.
        .synchronous(SqliteSynchronous::Full)
        .foreign_keys(true)
        // What was taken out is not left in the pages where it stood.
        .pragma("secure_delete", "ON")
        .busy_timeout(PATIENCE)
        .disable_statement_logging();
    // None is ever opened anew by itself: another file may lie there then.
    let pool = || SqlitePoolOptions::new().idle_timeout(None).max_lifetime(None);
    let begun = Instant::now();
    let writer = loop {
        let writer = sqlite(pool().max_connections(1), options.clone(), &name).await;
        // SQLite waits for no other that turns the file to a write-ahead log, as when several make it at once.
        let is_busy = writer.as_ref().is_err_and(|error| result_code(error) == Some(BUSY));
        if !is_busy || begun.elapsed() > PATIENCE {
            break writer;
        }
        tokio::time::sleep(BUSY_PAUSE).await;
    };
    let writer = writer
        .map_err(|error| if is_read_only(&error) { StoreError::ReadOnly { path: path.clone() } } else { error })?;
    let opened = Arc::new(OpenFile::new(path));
    let n_readers = n_readers();
    let options = options.create_if_missing(false).pragma("query_only", "ON");
    let readers = sqlite(pool().max_connections(n_readers), options, &name).await?;
    Ok(Store { writer, readers, n_readers, name, file: Some(opened) })
}

/// What SQLite calls BUSY: another one has the file.
const BUSY: i32 = 5;

/// How long to wait before a file is tried again that another one has.
const BUSY_PAUSE: Duration = Duration::from_millis(20);

/// Whether SQLite could not write: what it calls READONLY (8) or CANTOPEN (14).
fn is_read_only(error: &StoreError) -> bool {
    matches!(result_code(error), Some(8 | 14))
}

/// What SQLite says is wrong with a connection, without whatever more it tells; `None`: something else is.
fn result_code(error: &StoreError) -> Option<i32> {
    let StoreError::Connect { source: sqlx::Error::Database(error), .. } = error else { return None };
    error.code().and_then(|code| code.parse::<i32>().ok()).map(|code| code & 0xFF)
}

async fn sqlite(
    pool: SqlitePoolOptions,
    options: SqliteConnectOptions,
    name: &str,
) -> Result<DatabaseConnection, StoreError> {
    let connect = |source| StoreError::Connect { database: name.to_owned(), source };
    let pool = pool.acquire_timeout(PATIENCE).connect_with(options).await.map_err(connect)?;
    Ok(SqlxSqliteConnector::from_sqlx_sqlite_pool(pool))
}

async fn postgres(url: &str) -> Result<Store, StoreError> {
    // The error of the parser might quote the address, and with it the password.
    let options = PgConnectOptions::from_str(url).map_err(|_| StoreError::Address)?;
    let options = options.application_name("drieklank").options(POSTGRES_OPTIONS).disable_statement_logging();
    let name = postgres_name(&options);
    let connect = |source| StoreError::Connect { database: name.clone(), source };
    // The pool keeps trying and then says only that time is up; a first connection of our own says why.
    answers(&options).await.map_err(connect)?;
    let pool = PgPoolOptions::new()
        .max_connections(POSTGRES_CONNECTIONS)
        .acquire_timeout(PATIENCE)
        .after_release(|connection, _| {
            Box::pin(async move {
                // A future that is dropped while it begins leaves the connection inside a transaction.
                connection.execute("ROLLBACK").await?;
                Ok(true)
            })
        })
        .connect_with(options)
        .await
        .map_err(connect)?;
    let connection = SqlxPostgresConnector::from_sqlx_postgres_pool(pool);
    Ok(Store { writer: connection.clone(), readers: connection, n_readers: n_readers(), name, file: None })
}

/// Whether Postgres lets us in, in time.
async fn answers(options: &PgConnectOptions) -> Result<(), sqlx::Error> {
    match tokio::time::timeout(PATIENCE, PgConnection::connect_with(options)).await {
        Ok(connection) => connection?.close().await,
        Err(_) => Err(sqlx::Error::Io(std::io::Error::new(
            std::io::ErrorKind::TimedOut,
            format!("no answer within {} seconds", PATIENCE.as_secs()),
        ))),
    }
}

/// Where it is, without user and password.
fn postgres_name(options: &PgConnectOptions) -> String {
    let host = options.get_socket().map_or_else(|| Path::new(options.get_host()).display(), |socket| socket.display());
    format!("postgres database {} on {host}:{}", options.get_database().unwrap_or("of that name"), options.get_port())
}

/// One read connection per core, and one more, which searches while the others are being read.
fn n_readers() -> u32 {
    let cores = std::thread::available_parallelism().map_or(2, |cores| u32::try_from(cores.get()).unwrap_or(2));
    (cores + 1).min(POSTGRES_CONNECTIONS - 2)
}
