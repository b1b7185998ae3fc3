//! A dataset as texts of CSV files.

use super::dataset::Dataset;
use super::form::Form;
use super::lines;
use super::problem::ReadError;
use super::read::read;
use super::rows::{Files, Rows, both};

/// Reads the dataset in these texts: name (`seats.csv`) and text of each file.
///
/// # Errors
/// [`ReadError::Unreadable`] when a file is given twice; [`ReadError::Problems`] with everything that has to be mended.
pub fn read_texts(name: String, texts: Vec<(String, String)>) -> Result<Dataset, ReadError> {
    let twice = texts.iter().enumerate().find(|(at, (name, _))| texts[..*at].iter().any(|(other, _)| other == name));
    if let Some((_, (name, _))) = twice {
        let name: String = name.chars().take(80).collect();
        return Err(ReadError::Unreadable(both(format!("heeft {name} twee keer"), format!("holds {name} twice"))));
    }
    read(name, Texts(texts))
}

#[derive(Debug)]
struct Texts(Vec<(String, String)>);

impl Files for Texts {
    fn form(&self) -> Form {
        Form::Csv
    }

    fn names(&self) -> Vec<String> {
        self.0.iter().map(|(name, _)| name.clone()).collect()
    }

    fn rows(&self, name: &str, rows: &mut dyn Rows) -> Result<(), [String; 2]> {
        match self.0.iter().find(|(given, _)| given == name) {
            Some((_, text)) => lines::rows(text.as_bytes(), rows),
            None => Err(both("is er niet bij", "is not among them")),
        }
    }
}
