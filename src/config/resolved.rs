//! Settings with nothing left open.

use std::path::PathBuf;

use network::coalition::Weights;
use network::privacy::Periods;

use super::{DEFAULT_DATASET, DatabaseUrl, FileError, NoDataFolder, Settings};
use crate::access::oidc;
use crate::graphql::trusted;
use crate::http;

/// What the results computed from views may take in memory, in MiB.
const CACHE_MIB: u32 = 32;

/// What is logged: what an operator has to know. That each migration is there already is not.
const LOG: &str = "info,sea_orm_migration=warn";

/// Everything that was set, completed with the defaults.
#[derive(Debug, Clone)]
pub struct Config {
    /// How to serve.
    pub http: http::Settings,
    /// Where the network is kept; `None`: in the data folder of this user.
    database_url: Option<DatabaseUrl>,
    /// The dataset that was asked for; `None`: the built-in region.
    dataset: Option<String>,
    /// Whether anybody may read what is public.
    pub anonymous: bool,
    /// The provider whose tokens count too.
    pub oidc: Option<oidc::Settings>,
    /// Whether every change needs a source.
    pub source_required: bool,
    /// The list of who was erased; `None`: beside a SQLite file.
    pub erasure_list: Option<PathBuf>,
    /// For how many months personal data is kept.
    pub retention: Periods,
    /// What evidence weighs.
    pub weights: Weights,
    /// What computed results may take in memory, in bytes.
    pub cache_bytes: u64,
    /// What is logged.
    pub log: String,
}

/// Settings that do not make sense.
#[derive(Debug, thiserror::Error)]
pub enum ConfigError {
    /// The file of settings.
    #[error(transparent)]
    File(#[from] FileError),
    /// A limit that lets nothing through.
    #[error("the limit {name} is 0: nothing could be asked; leave it out for its default")]
    Limit {
        /// Its name in the file.
        name: &'static str,
    },
    /// A setting without the one that it needs.
    #[error("{name} is set and {other} is not: they are needed together")]
    Alone {
        /// Its name in the file.
        name: &'static str,
        /// What it needs.
        other: &'static str,
    },
    /// A setting that says nothing.
    #[error("{name} is empty")]
    Empty {
        /// Its name in the file.
        name: &'static str,
    },
    /// A weight outside its range.
    #[error("the weight {name} is {weight}: it must be a number from 0 to 1")]
    Weight {
        /// Its name in the file.
        name: &'static str,
        /// What was set.
        weight: f64,
    },
}

impl Config {
    /// Where the network is kept.
    ///
    /// # Errors
    /// When it was not said, and this user has no folder for data.
    pub fn database_url(&self) -> Result<DatabaseUrl, NoDataFolder> {
        self.database_url.clone().map_or_else(DatabaseUrl::in_data_folder, Ok)
    }

    /// The database that somebody named.
    #[must_use]
    pub fn named_database(&self) -> Option<&DatabaseUrl> {
        self.database_url.as_ref()
    }

    /// What fills an empty database.
    #[must_use]
    pub fn dataset(&self) -> &str {
        self.named_dataset().unwrap_or(DEFAULT_DATASET)
    }

    /// The dataset that somebody named.
    #[must_use]
    pub fn named_dataset(&self) -> Option<&str> {
        self.dataset.as_deref()
    }
}

impl Settings {
    /// Puts defaults where nothing was said.
    pub(super) fn resolve(mut self) -> Result<Config, ConfigError> {
        let default = http::Settings::default();
        let oidc = self.take_oidc()?;
        let sign_in = self.take_sign_in(oidc.as_ref())?;
        let weights = self.weights.unwrap_or_default();
        if let Some((name, weight)) = weights.invalid() {
            return Err(ConfigError::Weight { name, weight });
        }
        let limits = self.limits.unwrap_or_default();
        if let Some(name) = limits.forbids_all() {
            return Err(ConfigError::Limit { name });
        }
        Ok(Config {
            http: http::Settings {
                listen: self.listen.unwrap_or(default.listen),
                cors_origins: self.cors_origins.unwrap_or(default.cors_origins),
                graphiql: self.graphiql.unwrap_or(default.graphiql),
                connections: self.connections.unwrap_or(default.connections),
                limits,
                sign_in,
                trusted_documents: trusted::Settings {
                    mode: self.trusted_documents.unwrap_or(default.trusted_documents.mode),
                    folder: self.trusted_documents_folder.or(default.trusted_documents.folder),
                },
            },
            database_url: self.database_url,
            dataset: self.dataset,
            anonymous: self.anonymous.unwrap_or(true),
            oidc,
            source_required: self.source_required.unwrap_or(true),
            erasure_list: self.erasure_list,
            retention: self.retention.unwrap_or_default(),
            weights,
            cache_bytes: u64::from(self.cache_mib.unwrap_or(CACHE_MIB)) * 1024 * 1024,
            log: self.log.unwrap_or_else(|| LOG.to_owned()),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_nobody_says_has_its_default() {
        let config = Settings::default().resolve().unwrap();
        assert_eq!(config.http, http::Settings::default());
        assert_eq!(config.dataset(), "regio-zwolle");
        assert_eq!(config.weights, Weights::default());
        assert_eq!(config.oidc, None);
        assert_eq!((config.cache_bytes, &*config.log), (32 * 1024 * 1024, LOG));
    }

    #[test]
    fn what_stands_first_goes_first() {
        let said = |dataset: &str| Settings { dataset: Some(dataset.into()), ..Settings::default() };
        let file = Settings { graphiql: Some(false), ..said("file") };
        let config = said("flag").or(file).resolve().unwrap();
        assert_eq!(config.dataset(), "flag");
        assert!(!config.http.graphiql);
    }

    #[test]
    fn a_weight_out_of_range_is_named() {
        let weights = Weights { chair: 2.0, ..Weights::default() };
        let error = Settings { weights: Some(weights), ..Settings::default() }.resolve().err();
        let message = error.map(|error| error.to_string());
        assert_eq!(message.as_deref(), Some("the weight chair is 2: it must be a number from 0 to 1"));
    }

    #[test]
    fn settings_of_a_provider_are_needed_together() {
        let told = |settings: Settings| settings.resolve().err().map(|error| error.to_string()).unwrap_or_default();
        let (issuer, audience) = ("https://login.example.nl".parse().ok(), Some("drieklank".to_owned()));
        let lonely = Settings { oidc_issuer: issuer.clone(), ..Settings::default() };
        assert_eq!(told(lonely), "oidc_issuer is set and oidc_audience is not: they are needed together");
        let lonely = Settings { oidc_audience: audience.clone(), ..Settings::default() };
        assert_eq!(told(lonely), "oidc_audience is set and oidc_issuer is not: they are needed together");
        let lonely = Settings { oidc_jwks: "keys.json".parse().ok(), ..Settings::default() };
        assert_eq!(told(lonely), "oidc_jwks is set and oidc_issuer is not: they are needed together");
        let empty = Settings { oidc_audience: Some(String::new()), ..Settings::default() };
        assert_eq!(told(empty), "oidc_audience is empty");
        let whole = Settings { oidc_issuer: issuer, oidc_audience: audience, ..Settings::default() };
        let scope = Some("openid drieklank".to_owned());
        let lonely = Settings { oidc_scope: scope.clone(), ..whole.clone() };
        assert_eq!(told(lonely), "oidc_scope is set and oidc_client_id is not: they are needed together");
        let config = whole.clone().resolve().unwrap();
        assert_eq!(config.http.sign_in, None);
        let map = Settings { oidc_client_id: Some("map".to_owned()), oidc_scope: scope, ..whole };
        let sign_in = map.resolve().unwrap().http.sign_in.unwrap();
        let said = (&*sign_in.issuer, &*sign_in.client_id, &*sign_in.scope);
        assert_eq!(said, ("https://login.example.nl", "map", "openid drieklank"));
        let oidc = config.oidc.unwrap();
        let claims = (&*oidc.role_claim, &*oidc.organisation_claim, &*oidc.name_claim);
        assert_eq!(claims, ("roles", "organisation", "preferred_username"));
    }
}
