//! Settings from a TOML file.

use std::path::{Path, PathBuf};
use std::{fs, io};

use super::Settings;

/// Why a file of settings was refused.
#[derive(Debug, thiserror::Error)]
pub enum FileError {
    /// It cannot be opened.
    #[error("failed to read settings from {}", path.display())]
    Read {
        /// The file.
        path: PathBuf,
        /// Why.
        #[source]
        source: io::Error,
    },
    /// A line of it cannot be understood. The line itself is not shown, as it may hold a password.
    #[error("{} line {line}: {message}", path.display())]
    Line {
        /// The file.
        path: PathBuf,
        /// Its line, from 1.
        line: usize,
        /// What is wrong with it.
        message: String,
    },
}

/// Reads settings. What the file does not say is `None`.
pub(super) fn read(path: &Path) -> Result<Settings, FileError> {
    let text = fs::read_to_string(path).map_err(|source| FileError::Read { path: path.to_owned(), source })?;
    parse(&text).map_err(|(line, message)| FileError::Line { path: path.to_owned(), line, message })
}

fn parse(text: &str) -> Result<Settings, (usize, String)> {
    toml::from_str(text).map_err(|error| {
        let before = error.span().and_then(|span| text.get(..span.start)).unwrap_or_default();
        (before.matches('\n').count() + 1, error.message().to_owned())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_settings_can_stand_in_a_file() -> Result<(), (usize, String)> {
        let settings = parse(
            "listen = \"0.0.0.0:80\"\ndatabase_url = \"sqlite::memory:\"\ndataset = \"data/ours\"\n\
             cors_origins = [\"https://kaart.example.nl\"]\ngraphiql = false\nanonymous = false\nsource_required = false\n\
             oidc_issuer = \"https://login.example.nl\"\noidc_audience = \"drieklank\"\noidc_jwks = \"keys.json\"\noidc_role_claim = \"role\"\n\
             oidc_organisation_claim = \"org\"\noidc_name_claim = \"name\"\n\
             oidc_client_id = \"map\"\noidc_scope = \"openid drieklank\"\ntrusted_documents = \"allow-list-only\"\n\
             trusted_documents_folder = \"documents\"\ncache_mib = 8\nerasure_list = \"erased\"\nlog = \"warn\"\n\
             [limits]\ndepth = 12\n[connections]\nmax = 50\n[weights]\nchair = 0.5\n[retention]\nassessments = 6\n",
        )?;
        let Settings {
            listen: Some(listen),
            database_url: Some(_),
            dataset: Some(_),
            cors_origins: Some(_),
            graphiql: Some(false),
            anonymous: Some(false),
            oidc_issuer: Some(_),
            oidc_audience: Some(_),
            oidc_jwks: Some(_),
            oidc_role_claim: Some(_),
            oidc_organisation_claim: Some(_),
            oidc_name_claim: Some(_),
            oidc_client_id: Some(_),
            oidc_scope: Some(_),
            source_required: Some(false),
            trusted_documents: Some(_),
            trusted_documents_folder: Some(_),
            cache_mib: Some(8),
            log: Some(_),
            limits: Some(limits),
            connections: Some(connections),
            weights: Some(weights),
            erasure_list: Some(_),
            retention: Some(retention),
        } = settings
        else {
            return Err((0, "a setting is missing".into()));
        };
        assert_eq!(listen.port(), 80);
        assert_eq!((limits.depth, connections.max, weights.chair), (12, 50, 0.5));
        assert_eq!((retention.assessments, retention.follow_ups), (6, 12));
        assert_eq!(limits.tokens, crate::graphql::guard::Limits::default().tokens);
        Ok(())
    }

    #[test]
    fn a_line_that_is_not_understood_is_named_and_not_shown() {
        for (text, line, message) in [
            ("listen = \"127.0.0.1:1\"\nlistne = 1\n", 2, "unknown field `listne`, expected one of `listen`"),
            ("# limits\n[limits]\ndpeth = 3\n", 3, "unknown field `dpeth`, expected one of"),
            ("\n\ncache_mib = -1\n", 3, "invalid value: integer `-1`, expected u32"),
            ("database_url = \"postgres://me:secret@db\n", 1, "invalid basic string"),
        ] {
            let (at, said) = parse(text).err().unwrap_or_default();
            assert_eq!(at, line, "{said}");
            assert!(said.starts_with(message), "{said}");
            assert!(!said.contains("secret"), "{said}");
        }
    }
}
