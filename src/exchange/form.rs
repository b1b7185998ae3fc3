//! What a dataset lies in, and how a place in it is called.

/// What a dataset lies in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// CSV files, in a folder or a zip.
    Csv,
    /// The sheets of a workbook.
    Workbook,
    /// The lists of a JSON object.
    Json,
}

impl Form {
    /// What holds the facts of a noun: a file (`seats.csv`), a sheet or a list (`seats`).
    #[must_use]
    pub fn file_of(self, noun: &str) -> String {
        match self {
            Self::Csv => format!("{noun}.csv"),
            Self::Workbook | Self::Json => noun.to_owned(),
        }
    }

    /// What a place in it is called, in Dutch and English.
    pub(super) fn line(self) -> [&'static str; 2] {
        match self {
            Self::Csv => ["regel", "line"],
            Self::Workbook => ["rij", "row"],
            Self::Json => ["nummer", "item"],
        }
    }

    /// What that is called, in Dutch and English.
    pub(super) fn called(self) -> [&'static str; 2] {
        match self {
            Self::Csv => ["bestand", "file"],
            Self::Workbook => ["blad", "sheet"],
            Self::Json => ["lijst", "list"],
        }
    }
}
