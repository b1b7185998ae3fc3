//! Trusted documents: clients send the SHA-256 of a document that the server already has.

use std::{borrow::Cow, collections::HashMap, fmt::Write as _, fs, io, path::PathBuf, sync::Arc};

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::{error::Code, guard::Refusal};

/// Which documents this server executes.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Mode {
    /// Any text; ids are unknown.
    Off,
    /// Any text, and trusted documents by their id.
    #[default]
    Hybrid,
    /// Trusted documents by their id, and nothing else. GraphiQL cannot be used then.
    AllowListOnly,
}

/// Where trusted documents come from.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Settings {
    /// Which documents are executed.
    pub mode: Mode,
    /// A folder whose `*.graphql` files are trusted, beside the built-in ones.
    pub folder: Option<PathBuf>,
}

/// A folder of trusted documents that cannot be read.
#[derive(Debug, thiserror::Error)]
#[error("failed to read trusted documents from {}", path.display())]
pub struct TrustedError {
    path: PathBuf,
    #[source]
    source: io::Error,
}

/// The documents that this server trusts, by the SHA-256 of their bytes in hexadecimal.
#[derive(Debug, Clone, Default)]
pub struct TrustedDocuments {
    mode: Mode,
    by_id: HashMap<String, Arc<str>>,
}

impl TrustedDocuments {
    /// Reads the folder and adds the built-in documents.
    ///
    /// # Errors
    /// When the folder or a file in it cannot be read.
    pub fn new<'a>(settings: &Settings, built_in: impl IntoIterator<Item = &'a str>) -> Result<Self, TrustedError> {
        let mut trusted = Self { mode: settings.mode, by_id: HashMap::new() };
        for text in built_in {
            trusted.by_id.insert(document_id(text), text.into());
        }
        if let Some(folder) = &settings.folder {
            let failed = |path: &PathBuf| {
                let path = path.clone();
                move |source| TrustedError { path, source }
            };
            for entry in fs::read_dir(folder).map_err(failed(folder))? {
                let path = entry.map_err(failed(folder))?.path();
                if path.extension().is_some_and(|extension| extension == "graphql") {
                    let text = fs::read_to_string(&path).map_err(failed(&path))?;
                    trusted.by_id.insert(document_id(&text), text.into());
                }
            }
        }
        Ok(trusted)
    }

    /// Which documents are executed.
    #[must_use]
    pub fn mode(&self) -> Mode {
        self.mode
    }

    /// How many documents are trusted.
    #[must_use]
    pub fn len(&self) -> usize {
        self.by_id.len()
    }

    /// Whether no document is trusted.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.by_id.is_empty()
    }

    /// The document that a request means.
    ///
    /// # Errors
    /// Neither or both of text and id, an id that is unknown, text where only trusted documents are executed.
    pub fn resolve<'a>(&'a self, query: Option<&'a str>, id: Option<&str>) -> Result<Cow<'a, str>, Refusal> {
        match (query, id, self.mode) {
            (Some(_), None, Mode::AllowListOnly) => Err(Refusal::new(
                Code::DocumentNotTrusted,
                "This server executes trusted documents only: send the documentId of one.",
            )),
            (Some(query), None, Mode::Off | Mode::Hybrid) => Ok(Cow::Borrowed(query)),
            (None, Some(id), Mode::Hybrid | Mode::AllowListOnly) => {
                let id = id.strip_prefix("sha256:").unwrap_or(id);
                self.by_id
                    .get(id)
                    .map(|text| Cow::Borrowed(&**text))
                    .ok_or_else(|| Refusal::new(Code::DocumentNotFound, "No trusted document has this documentId."))
            }
            (None, Some(_), Mode::Off) => {
                Err(Refusal::new(Code::DocumentNotFound, "This server takes no trusted documents: send a query."))
            }
            (None, None, _) => Err(Refusal::new(Code::BadRequest, "The request has neither query nor documentId.")),
            (Some(_), Some(_), _) => {
                Err(Refusal::new(Code::BadRequest, "The request has both query and documentId; send one of them."))
            }
        }
    }
}

/// The id of a document: the SHA-256 of its bytes, in lower-case hexadecimal.
#[must_use]
pub fn document_id(text: &str) -> String {
    hexadecimal(&Sha256::digest(text.as_bytes()))
}

pub(super) fn hexadecimal(bytes: &[u8]) -> String {
    bytes.iter().fold(String::with_capacity(bytes.len() * 2), |mut hex, byte| {
        // Writing to a string cannot fail.
        let _ = write!(hex, "{byte:02x}");
        hex
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn trusted(mode: Mode) -> TrustedDocuments {
        TrustedDocuments::new(&Settings { mode, folder: None }, ["{ a }"]).unwrap()
    }

    /// Made with `printf '{ a }' | sha256sum`.
    const ID: &str = "1c7e1e347f726166b5b1c55afd61f278cc9b45e00c108ec33d540a566379811b";

    #[test]
    fn each_mode_takes_what_it_says() {
        let id = document_id("{ a }");
        for (mode, query, known, unknown) in [
            (Mode::Off, None, Some(Code::DocumentNotFound), Some(Code::DocumentNotFound)),
            (Mode::Hybrid, None, None, Some(Code::DocumentNotFound)),
            (Mode::AllowListOnly, Some(Code::DocumentNotTrusted), None, Some(Code::DocumentNotFound)),
        ] {
            let trusted = trusted(mode);
            let code = |query, id| trusted.resolve(query, id).err().map(|refusal| refusal.code);
            assert_eq!(code(Some("{ b }"), None), query, "{mode:?}: text");
            assert_eq!(code(None, Some(&id)), known, "{mode:?}: known id");
            assert_eq!(code(None, Some("00")), unknown, "{mode:?}: unknown id");
            assert_eq!(code(None, None), Some(Code::BadRequest), "{mode:?}: nothing");
            assert_eq!(code(Some("{ a }"), Some(&id)), Some(Code::BadRequest), "{mode:?}: both");
        }
    }

    #[test]
    fn an_id_is_the_sha256_of_the_text_with_or_without_prefix() {
        assert_eq!(document_id("{ a }"), ID);
        let trusted = trusted(Mode::Hybrid);
        assert_eq!(trusted.resolve(None, Some(ID)).unwrap(), "{ a }");
        assert_eq!(trusted.resolve(None, Some(&format!("sha256:{ID}"))).unwrap(), "{ a }");
    }

    #[test]
    fn a_folder_gives_its_graphql_files_and_nothing_else() {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("one.graphql"), "{ one }").unwrap();
        fs::write(folder.path().join("two.txt"), "{ two }").unwrap();
        let settings = Settings { mode: Mode::Hybrid, folder: Some(folder.path().to_owned()) };
        let trusted = TrustedDocuments::new(&settings, []).unwrap();
        assert_eq!(trusted.len(), 1);
        assert_eq!(trusted.resolve(None, Some(&document_id("{ one }"))).unwrap(), "{ one }");

        let missing = Settings { mode: Mode::Hybrid, folder: Some(folder.path().join("none")) };
        assert!(TrustedDocuments::new(&missing, []).is_err());
    }
}
