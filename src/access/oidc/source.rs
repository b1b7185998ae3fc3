//! Where the keys of a provider come from.

use std::fs::File;
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::time::Duration;

use reqwest::{Client, StatusCode, Url, redirect};
use serde::Deserialize;

use super::key_set::KeySet;
use super::settings::{Issuer, Jwks, address};

/// How large a set of keys or a configuration may be, in bytes.
const MOST_BYTES: u64 = 1024 * 1024;

/// How long a provider may take for one answer.
const PATIENCE: Duration = Duration::from_secs(5);

/// How old keys of a provider may become. New ones are found sooner, by their ids.
const FETCHED_EVERY: Duration = Duration::from_secs(60 * 60);

/// How often a file is looked at.
const READ_EVERY: Duration = Duration::from_secs(10);

/// Where keys come from.
#[derive(Debug)]
pub(super) struct Source {
    issuer: Issuer,
    jwks: Option<Jwks>,
}

/// Why there are no keys. No token and nothing secret stands in it.
#[derive(Debug, thiserror::Error)]
pub(super) enum SourceError {
    #[error("failed to read {}", path.display())]
    Read {
        path: PathBuf,
        #[source]
        source: io::Error,
    },
    #[error("failed to fetch {url}")]
    Fetch {
        url: Url,
        #[source]
        source: reqwest::Error,
    },
    #[error("{url} answered {status}")]
    Status { url: Url, status: StatusCode },
    #[error("{at} holds more than {MOST_BYTES} bytes")]
    TooLarge { at: String },
    #[error("{at} describes no provider")]
    NoConfiguration {
        at: String,
        #[source]
        source: serde_json::Error,
    },
    #[error("{at} describes the issuer {issuer:?}: oidc_issuer must be exactly that")]
    OtherIssuer { at: String, issuer: String },
    #[error("{at} is no address of keys that is as safe as that of the issuer")]
    Unsafe { at: String },
    #[error("{at} holds no set of keys")]
    NoSet {
        at: String,
        #[source]
        source: serde_json::Error,
    },
    #[error("{at} holds no key that signs in a way that is taken here")]
    NoKey { at: String },
}

/// What a provider says of itself, as far as we ask.
#[derive(Deserialize)]
struct Configuration {
    issuer: String,
    jwks_uri: String,
}

impl Source {
    pub(super) fn new(issuer: Issuer, jwks: Option<Jwks>) -> Self {
        Self { issuer, jwks }
    }

    /// How often to look for other keys.
    pub(super) fn every(&self) -> Duration {
        if matches!(self.jwks, Some(Jwks::File(_))) { READ_EVERY } else { FETCHED_EVERY }
    }

    /// The keys as they are now.
    pub(super) async fn keys(&self) -> Result<KeySet, SourceError> {
        let (at, bytes) = match &self.jwks {
            Some(Jwks::File(path)) => (path.display().to_string(), read(path)?),
            Some(Jwks::Url(url)) => (url.to_string(), fetch(url.clone()).await?),
            None => {
                let url = self.published().await?;
                (url.to_string(), fetch(url).await?)
            }
        };
        match KeySet::read(&bytes) {
            Ok(keys) if keys.is_empty() => Err(SourceError::NoKey { at }),
            Ok(keys) => Ok(keys),
            Err(source) => Err(SourceError::NoSet { at, source }),
        }
    }

    /// Where the provider says that its keys are.
    async fn published(&self) -> Result<Url, SourceError> {
        let at = self.issuer.configuration();
        let url = address(&at).ok_or_else(|| SourceError::Unsafe { at: at.clone() })?;
        let is_encrypted = url.scheme() == "https";
        let bytes = fetch(url).await?;
        let configuration: Configuration = match serde_json::from_slice(&bytes) {
            Ok(configuration) => configuration,
            Err(source) => return Err(SourceError::NoConfiguration { at, source }),
        };
        if configuration.issuer != self.issuer.as_str() {
            return Err(SourceError::OtherIssuer { at, issuer: configuration.issuer });
        }
        let keys = address(&configuration.jwks_uri).filter(|keys| !is_encrypted || keys.scheme() == "https");
        keys.ok_or(SourceError::Unsafe { at: configuration.jwks_uri })
    }
}

fn read(path: &Path) -> Result<Vec<u8>, SourceError> {
    let mut bytes = Vec::new();
    let read = File::open(path).and_then(|file| file.take(MOST_BYTES + 1).read_to_end(&mut bytes));
    read.map_err(|source| SourceError::Read { path: path.to_owned(), source })?;
    if bytes.len() as u64 > MOST_BYTES {
        return Err(SourceError::TooLarge { at: path.display().to_string() });
    }
    Ok(bytes)
}

async fn fetch(url: Url) -> Result<Vec<u8>, SourceError> {
    let failed = |source: reqwest::Error| SourceError::Fetch { url: url.clone(), source: source.without_url() };
    // Made anew each time, which is seldom: so it trusts whom the system trusts now.
    let mut client = Client::builder().timeout(PATIENCE).redirect(redirect::Policy::none());
    if url.scheme() == "http" {
        // Nobody has to be trusted then, and a small container may know nobody.
        client = client.tls_certs_only([]);
    }
    let client = client.build().map_err(failed)?;
    let mut response = client.get(url.clone()).send().await.map_err(failed)?;
    if response.status() != StatusCode::OK {
        return Err(SourceError::Status { status: response.status(), url });
    }
    let mut bytes = Vec::new();
    while let Some(chunk) = response.chunk().await.map_err(failed)? {
        bytes.extend_from_slice(&chunk);
        if bytes.len() as u64 > MOST_BYTES {
            return Err(SourceError::TooLarge { at: url.to_string() });
        }
    }
    Ok(bytes)
}
