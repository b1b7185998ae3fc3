//! What a reader of a graph should know.

use crate::facts::Language;
use crate::links::Venue;
use crate::view::View;

/// What a reader of a graph should know.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Warning {
    /// More than half of the view's organisations share this venue: it would link everybody with everybody, and is left
    /// out.
    Hub {
        /// The venue.
        venue: Venue,
        /// Organisations that share it.
        shared_by: usize,
        /// Organisations in the view.
        of: usize,
    },
    /// The view has no ties between persons: they are not public.
    NoTiesOfPersons,
}

impl Warning {
    /// In words.
    #[must_use]
    pub fn message(&self, view: &View, language: Language) -> String {
        match (self, language) {
            (Self::Hub { venue, shared_by, of }, language) => {
                let name = name(view, *venue, language);
                match language {
                    Language::Nl => {
                        format!(
                            "{name} telt niet mee: {shared_by} van de {of} organisaties nemen er deel, meer dan de helft"
                        )
                    }
                    Language::En => {
                        format!(
                            "{name} is left out: {shared_by} of the {of} organisations take part in it, more than half"
                        )
                    }
                }
            }
            (Self::NoTiesOfPersons, Language::Nl) => "banden tussen personen zijn niet openbaar".into(),
            (Self::NoTiesOfPersons, Language::En) => "ties between persons are not public".into(),
        }
    }
}

fn name(view: &View, venue: Venue, language: Language) -> &str {
    let network = view.network();
    let (dutch, english) = match venue {
        Venue::Body(ix) => (&network.bodies.get(ix).name_nl, &network.bodies.get(ix).name_en),
        Venue::ProgrammeLine(ix) => {
            (&network.programme_lines.get(ix).name_nl, &network.programme_lines.get(ix).name_en)
        }
        Venue::Initiative(ix) => (&network.initiatives.get(ix).name_nl, &network.initiatives.get(ix).name_en),
        Venue::Agreement(ix) => (&network.agreements.get(ix).name_nl, &network.agreements.get(ix).name_en),
    };
    if language == Language::En { english.as_deref().unwrap_or(dutch) } else { dutch }
}
