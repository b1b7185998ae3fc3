//! That a fact would be seen by more people than what it names, or than what names it: told once for each part of the input,
//! at its audience.

use super::called::called;
use super::rejection::{ErrorCode, Rejection};
use super::{Drawn, input_name};
use crate::any_fact::AnyFact;
use crate::change::Change;
use crate::problem::{Problem, Wrong};

/// What is wrong with the audience of one part of the input.
struct Wide {
    /// The part.
    path: Vec<String>,
    /// Fields that name what fewer may see.
    fields: Vec<String>,
    /// Noun and key of what names it and is for more people, in Dutch and English.
    by: Vec<[String; 2]>,
}

impl Drawn<'_> {
    /// The refusals for what would be no network: of one thing that is too wide in several ways, one.
    pub(super) fn refusals(&self, problems: &[Problem]) -> Vec<Rejection> {
        if self.is_import() {
            // Each row has an audience of its own.
            return problems.iter().map(|problem| self.placed(problem)).collect();
        }
        let mut all = Vec::new();
        let mut wide: Vec<Wide> = Vec::new();
        for problem in problems {
            if !matches!(problem.wrong, Wrong::MoreOpen { .. }) {
                all.push(self.placed(problem));
                continue;
            }
            let is = |fact: &AnyFact| fact.noun() == problem.noun && **fact.key() == *problem.key;
            let drafted = self.drafts.iter().find(|draft| is(&draft.fact));
            let is_own = drafted.is_some() || self.changes.iter().filter_map(Change::after).any(is);
            let path = drafted.map(|draft| draft.path.clone()).unwrap_or_default();
            let at = wide.iter().position(|known| known.path == path).unwrap_or_else(|| {
                wide.push(Wide { path, fields: Vec::new(), by: Vec::new() });
                wide.len() - 1
            });
            if is_own {
                let field = problem.field.map(input_name).unwrap_or_default();
                if !wide[at].fields.contains(&field) {
                    wide[at].fields.push(field);
                }
            } else {
                wide[at].by.push([0, 1].map(|language| format!("{} {}", called(problem.noun)[language], problem.key)));
            }
        }
        all.extend(wide.into_iter().map(Wide::refusal));
        all
    }
}

impl Wide {
    fn refusal(self) -> Rejection {
        let (mut nl, mut en) = (Vec::new(), Vec::new());
        if !self.fields.is_empty() {
            let fields = self.fields.join(", ");
            nl.push(format!("meer mensen zouden dit zien dan wat het noemt ({fields})"));
            en.push(format!("more people would see this than what it names ({fields})"));
        }
        if !self.by.is_empty() {
            let [by_nl, by_en] = [0, 1].map(|language| {
                let by: Vec<&str> = self.by.iter().map(|by| by[language].as_str()).collect();
                by.join(", ")
            });
            nl.push(format!("minder mensen zouden dit zien dan wat ernaar verwijst ({by_nl})"));
            en.push(format!("fewer people would see this than what points at it ({by_en})"));
        }
        let path: Vec<&str> = self.path.iter().map(String::as_str).chain(["audience"]).collect();
        Rejection::new(ErrorCode::AudienceTooWide, &path, nl.join("; "), en.join("; "))
    }
}
