//! What is wrong with facts, told where they stand.

use std::collections::{BTreeMap, HashMap, HashSet};

use network::facts::Language;
use network::problem::{Problem, Wrong};

use super::dataset::Dataset;
use super::problem::{FileProblem, Problems};
use super::rows::both;
use super::table;

/// For how many problems the files are read again, to show what stands in the cell.
const SHOWN: usize = 1_000;

/// What is wrong with a fact.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Told {
    /// Its noun.
    pub noun: String,
    /// The key that the dataset gives it.
    pub key: String,
    /// The column; `None`: all of it.
    pub column: Option<String>,
    /// What is wrong, in Dutch and English.
    pub message: [String; 2],
}

impl Dataset {
    /// Problems of the facts as problems of what they stand in, one file after the other, each from top to bottom. A noun
    /// that is not there is one problem, however many cells name its facts.
    #[must_use]
    pub fn problems(&self, problems: Vec<Problem>) -> Problems {
        let mut missing: BTreeMap<&'static str, usize> = BTreeMap::new();
        let mut told = Vec::new();
        for problem in problems {
            match problem.wrong {
                Wrong::Dangling { noun, .. } if !self.has_file(noun) => *missing.entry(noun).or_default() += 1,
                wrong => told.push(Told {
                    noun: problem.noun.to_owned(),
                    key: problem.key,
                    column: problem.field.map(ToOwned::to_owned),
                    message: [Language::Nl, Language::En].map(|language| wrong.message(language)),
                }),
            }
        }
        let missing = missing.into_iter().map(|(noun, n_cells)| {
            let (nl, en) = if n_cells == 1 { ("cel", "cell") } else { ("cellen", "cells") };
            let message = both(
                format!("ontbreekt: {n_cells} {nl} elders noemen er rijen van"),
                format!("is missing: {n_cells} {en} elsewhere name its rows"),
            );
            FileProblem {
                form: self.form(),
                file: self.form().file_of(noun),
                line: None,
                column: None,
                cell: None,
                message,
            }
        });
        self.told(told, missing.collect())
    }

    /// The same of what somebody else found wrong, beside what is wrong with whole files.
    #[must_use]
    pub fn told(&self, told: Vec<Told>, mut all: Vec<FileProblem>) -> Problems {
        let form = self.form();
        all.extend(told.into_iter().map(|Told { noun, key, column, message }| {
            let place = self.place(&noun, &key);
            let message = if place.is_some() || key.is_empty() {
                message
            } else {
                // It is no row of the dataset that cannot stay as it is.
                message.map(|words| format!("{noun} {key}: {words}"))
            };
            let line = place.map(|place| place.line);
            FileProblem { form, file: form.file_of(&noun), line, column, cell: None, message }
        }));
        all.sort_by(|a, b| (&a.file, a.line).cmp(&(&b.file, b.line)));
        self.show_cells(&mut all);
        let mut problems = Problems::default();
        for problem in all {
            problems.push(problem);
        }
        problems
    }

    /// Shows what stands in the cells of the first problems.
    fn show_cells(&self, problems: &mut [FileProblem]) {
        let shown = problems.len().min(SHOWN);
        let mut wanted: HashMap<String, HashSet<(u64, String)>> = HashMap::new();
        for problem in &problems[..shown] {
            if let Some(place) = problem.line.zip(problem.column.clone()) {
                wanted.entry(problem.file.clone()).or_default().insert(place);
            }
        }
        let found: HashMap<&String, _> =
            wanted.iter().map(|(file, wanted)| (file, table::cells(self.files(), file, wanted))).collect();
        for problem in &mut problems[..shown] {
            let place = problem.line.zip(problem.column.clone());
            problem.cell = place.and_then(|place| found.get(&problem.file)?.get(&place).cloned());
        }
    }
}
