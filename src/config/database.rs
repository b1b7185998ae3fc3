//! The address of a database.

use std::convert::Infallible;
use std::fmt;
use std::path::Path;
use std::str::FromStr;

use directories::ProjectDirs;
use serde::Deserialize;

/// The address of a database. It may hold a password, so it is never shown.
#[derive(Clone, PartialEq, Eq, Deserialize)]
#[serde(transparent)]
pub struct DatabaseUrl(String);

/// This user has no folder for data, so there is no default.
#[derive(Debug, thiserror::Error)]
#[error("found no data folder of this user: say where the network is kept with --database-url")]
pub struct NoDataFolder;

impl DatabaseUrl {
    /// A SQLite file in the platform's data folder, on Linux `~/.local/share/drieklank/network.db`.
    ///
    /// # Errors
    /// When this user has no home.
    pub fn in_data_folder() -> Result<Self, NoDataFolder> {
        let project = ProjectDirs::from("nl", "regio-zwolle", "drieklank").ok_or(NoDataFolder)?;
        Ok(Self::sqlite(&project.data_dir().join("network.db")))
    }

    /// A SQLite file.
    #[must_use]
    pub fn sqlite(path: &Path) -> Self {
        // A path may hold what means something in an address.
        let path = path.to_string_lossy().replace('%', "%25").replace('?', "%3F");
        Self(format!("sqlite://{path}"))
    }

    /// The address as it was written, for those who connect.
    #[must_use]
    pub fn reveal(&self) -> &str {
        &self.0
    }
}

impl From<String> for DatabaseUrl {
    fn from(text: String) -> Self {
        Self(text)
    }
}

impl FromStr for DatabaseUrl {
    type Err = Infallible;

    fn from_str(text: &str) -> Result<Self, Infallible> {
        Ok(Self(text.to_owned()))
    }
}

impl fmt::Debug for DatabaseUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("DatabaseUrl(hidden)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_not_shown() {
        let url: DatabaseUrl = "postgres://zwolle:secret@db/network".parse().unwrap_or_else(|never| match never {});
        assert_eq!(format!("{url:?}"), "DatabaseUrl(hidden)");
        assert_eq!(url.reveal(), "postgres://zwolle:secret@db/network");
    }

    #[test]
    fn a_path_keeps_its_odd_characters() {
        let url = DatabaseUrl::sqlite(Path::new("/data/100% sure?/network.db"));
        assert_eq!(url.reveal(), "sqlite:///data/100%25 sure%3F/network.db");
    }
}
