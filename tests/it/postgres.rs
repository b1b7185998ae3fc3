//! A Postgres of our own for as long as the tests run.

use std::fs::Permissions;
use std::io::{BufRead, BufReader, Read};
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::OnceLock;
use std::sync::atomic::{AtomicUsize, Ordering};

use sea_orm::{ConnectionTrait, Database};

/// Makes a cluster in the folder $1 with the settings $2, says "ready", and waits for its input to end: which it does when the tests are
/// over, however they ended. Then it stops the server by the process id that is noted in the folder, and cleans up.
const KEEPER: &str = r#"
cd "$1"
initdb --pgdata=data --username=drieklank --auth=trust --encoding=UTF8 --no-locale --no-sync > log 2>&1 &&
pg_ctl start --wait --silent --pgdata=data --log=log --options="-k '$1' -c fsync=off -c autovacuum=off -c max_connections=200 $2" \
  < /dev/null > /dev/null 2>> log && echo ready || cat log
cat > /dev/null
pg_ctl stop --silent --mode=immediate --pgdata=data
cd / && rm -rf "$1"
"#;

/// What to do without binaries.
const MISSING: &str = "this test starts a Postgres of its own and found no initdb: install it \
    (Debian, Ubuntu: apt-get install postgresql; macOS: brew install postgresql) or put its bin folder on the PATH";

/// A server that runs.
pub(crate) struct Cluster {
    folder: PathBuf,
    /// Ends with us: its input is a pipe that we hold.
    _keeper: Child,
    n_databases: AtomicUsize,
}

/// The address of a new, empty database. All tests share one server.
pub(crate) async fn database() -> String {
    static CLUSTER: OnceLock<Cluster> = OnceLock::new();
    let cluster = CLUSTER.get_or_init(|| start(folder(&[]), "-c listen_addresses=''"));
    let name = format!("test_{}", cluster.n_databases.fetch_add(1, Ordering::Relaxed));
    let server = Database::connect(cluster.url("postgres")).await.expect("the server answers");
    server.execute_unprepared(&format!("CREATE DATABASE {name}")).await.expect("a new database");
    server.close().await.expect("the connection closes");
    cluster.url(&name)
}

impl Cluster {
    fn url(&self, database: &str) -> String {
        format!("postgres://drieklank@localhost/{database}?host={}", self.folder.display())
    }
}

/// A folder for a cluster, with these files, which only whoever runs it may read.
pub(crate) fn folder(files: &[(&str, &str)]) -> PathBuf {
    let folder = tempfile::Builder::new().prefix("drieklank-pg-").tempdir().expect("a folder").keep();
    let own = |path: &Path, mode| {
        std::fs::set_permissions(path, Permissions::from_mode(mode)).expect("it is not for others");
        if let Some((user, group)) = unprivileged() {
            std::os::unix::fs::chown(path, Some(user), Some(group)).expect("it gets its owner");
        }
    };
    for (name, text) in files {
        let path = folder.join(name);
        std::fs::write(&path, text).expect("a file");
        own(&path, 0o600);
    }
    own(&folder, 0o700);
    folder
}

/// Starts a server on such a folder, with these settings.
pub(crate) fn start(folder: PathBuf, settings: &str) -> Cluster {
    let bin = binaries().expect(MISSING);
    let mut command = match unprivileged() {
        Some((user, group)) => {
            let mut command = Command::new("setpriv");
            command.args([format!("--reuid={user}"), format!("--regid={group}"), "--clear-groups".into(), "sh".into()]);
            command
        }
        None => Command::new("sh"),
    };
    let path = std::env::var("PATH").unwrap_or_default();
    let mut keeper = command
        .args(["-c", KEEPER, "keeper"])
        .arg(&folder)
        .arg(settings)
        .env("PATH", format!("{}:{path}", bin.display()))
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("a shell");
    let mut said = BufReader::new(keeper.stdout.take().expect("its output"));
    let mut first = String::new();
    said.read_line(&mut first).expect("a word from the keeper");
    if first.trim() != "ready" {
        drop(keeper.stdin.take());
        said.read_to_string(&mut first).expect("its log");
        panic!("Postgres did not start:\n{first}");
    }
    Cluster { folder, _keeper: keeper, n_databases: AtomicUsize::new(0) }
}

/// The folder with initdb and pg_ctl: on the PATH, or where Debian keeps them, newest first.
fn binaries() -> Option<PathBuf> {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let mut folders: Vec<PathBuf> = std::env::split_paths(&path).collect();
    let mut debian: Vec<PathBuf> = Path::new("/usr/lib/postgresql")
        .read_dir()
        .map(|versions| versions.flatten().map(|version| version.path().join("bin")).collect())
        .unwrap_or_default();
    debian.sort_by_key(|bin| std::cmp::Reverse(version(bin)));
    folders.extend(debian);
    folders.into_iter().find(|folder| folder.join("initdb").is_file() && folder.join("pg_ctl").is_file())
}

/// 15 of /usr/lib/postgresql/15/bin.
fn version(bin: &Path) -> Option<u32> {
    bin.parent()?.file_name()?.to_str()?.parse().ok()
}

/// Whom to run as when we are root, which Postgres refuses to be: user and group.
fn unprivileged() -> Option<(u32, u32)> {
    let id = |of: &[&str]| {
        let output = Command::new("id").args(of).output().expect("id");
        String::from_utf8_lossy(&output.stdout).trim().parse::<u32>().ok()
    };
    if id(&["-u"]) != Some(0) {
        return None;
    }
    let of = |user: &str| Some((id(&["-u", user])?, id(&["-g", user])?));
    of("postgres").or_else(|| of("nobody"))
}
