//! The built program, in an empty home.

use std::ffi::OsStr;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::thread;
use std::time::{Duration, Instant};

use serde_json::{Value, json};
use tempfile::TempDir;

/// How long a process may take for one step; a loaded machine that builds at the same time is slow.
const PATIENCE: Duration = Duration::from_secs(60);

/// A home of its own: no settings of whoever runs the tests reach the program.
pub(crate) struct Home {
    folder: TempDir,
}

/// What a process that ended had to say.
pub(crate) struct Said {
    pub(crate) status: ExitStatus,
    pub(crate) stdout: String,
    pub(crate) stderr: String,
}

/// A server that runs, on a port of its own.
pub(crate) struct Server {
    child: Child,
    /// Where it listens: `127.0.0.1:41234`.
    pub(crate) address: String,
    lines: Receiver<String>,
    /// What it said until it was ready.
    pub(crate) start: String,
}

impl Home {
    pub(crate) fn new() -> Self {
        Self { folder: tempfile::tempdir().unwrap() }
    }

    pub(crate) fn path(&self) -> &Path {
        self.folder.path()
    }

    /// The file in which the network is kept when nobody says where.
    pub(crate) fn database(&self) -> std::path::PathBuf {
        self.path().join("data").join("drieklank").join("network.db")
    }

    /// The names of all that lies in it.
    pub(crate) fn files(&self) -> Vec<String> {
        let names = self.path().read_dir().unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
        let mut names: Vec<_> = names.collect();
        names.sort();
        names
    }

    fn command(&self, arguments: &[impl AsRef<OsStr>], environment: &[(&str, &str)]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_drieklank"));
        command
            .args(arguments)
            .current_dir(self.path())
            .env_clear()
            .env("HOME", self.path())
            .env("XDG_DATA_HOME", self.path().join("data"))
            .envs(environment.iter().copied())
            .stdin(Stdio::null());
        command
    }

    /// Runs the program to its end.
    pub(crate) fn run(&self, arguments: &[impl AsRef<OsStr>], environment: &[(&str, &str)]) -> Said {
        let output = self.command(arguments, environment).output().unwrap();
        Said {
            status: output.status,
            stdout: String::from_utf8(output.stdout).unwrap(),
            stderr: String::from_utf8(output.stderr).unwrap(),
        }
    }

    /// Starts a server, and waits until it says where it is.
    pub(crate) fn serve(&self, arguments: &[&str]) -> Server {
        let mut all = vec!["serve", "--listen", "127.0.0.1:0"];
        all.extend(arguments);
        let mut child = self.command(&all, &[]).stderr(Stdio::piped()).stdout(Stdio::null()).spawn().unwrap();
        let lines = read_on(BufReader::new(child.stderr.take().unwrap()));
        let mut server = Server { child, address: String::new(), lines, start: String::new() };
        while server.address.is_empty() {
            let line = server.line().unwrap_or_else(|| panic!("it ended before it was ready:\n{}", server.start));
            if let Some((_, rest)) = line.split_once("http://") {
                server.address = rest.split('/').next().unwrap().to_owned();
            }
            server.start.push_str(&line);
            server.start.push('\n');
        }
        server
    }
}

impl Said {
    /// The exit code.
    pub(crate) fn code(&self) -> Option<i32> {
        self.status.code()
    }
}

impl Server {
    /// The next line that it says; `None` when it has ended.
    fn line(&self) -> Option<String> {
        match self.lines.recv_timeout(PATIENCE) {
            Ok(line) => Some(line),
            Err(RecvTimeoutError::Disconnected) => None,
            Err(RecvTimeoutError::Timeout) => panic!("it said nothing for {PATIENCE:?}"),
        }
    }

    pub(crate) fn url(&self, path: &str) -> String {
        format!("http://{}{path}", self.address)
    }

    /// Asks a question; the answer as it was written.
    pub(crate) async fn ask_text(&self, query: &str) -> String {
        let request = reqwest::Client::new().post(self.url("/graphql")).json(&json!({ "query": query }));
        request.send().await.unwrap().text().await.unwrap()
    }

    /// Asks a question.
    pub(crate) async fn ask(&self, query: &str) -> Value {
        serde_json::from_str(&self.ask_text(query).await).unwrap()
    }

    /// Sends the signal by which services are told to stop.
    pub(crate) fn terminate(&self) {
        let sent = Command::new("kill").args(["-TERM", &self.child.id().to_string()]).status().unwrap();
        assert!(sent.success());
    }

    /// Waits for its end: how it ended, and what it said at last.
    pub(crate) fn ended(mut self) -> (ExitStatus, String) {
        let end = Instant::now() + PATIENCE;
        let mut said = String::new();
        while let Some(line) = self.line() {
            said.push_str(&line);
            said.push('\n');
        }
        while Instant::now() < end {
            if let Some(status) = self.child.try_wait().unwrap() {
                return (status, said);
            }
            thread::sleep(Duration::from_millis(10));
        }
        panic!("it does not end:\n{said}");
    }

    /// Stops it, and waits until it did.
    pub(crate) fn stop(self) {
        self.terminate();
        let (status, said) = self.ended();
        assert!(status.success(), "{said}");
    }
}

impl Drop for Server {
    /// A test that failed leaves no server behind.
    fn drop(&mut self) {
        // It may have ended already.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Keeps reading, so that the process never waits for us.
fn read_on(from: impl BufRead + Send + 'static) -> Receiver<String> {
    let (send, receive) = channel();
    thread::spawn(move || from.lines().map_while(Result::ok).try_for_each(|line| send.send(line)));
    receive
}
