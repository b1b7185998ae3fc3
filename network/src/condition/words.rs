//! What a clause says, in words.

use super::{Clause, Parties};
use crate::codes::Coded;
use crate::facts::Language;
use crate::view::View;

impl Clause {
    /// What it says, in words. An organisation that the view does not have is called `?`.
    #[must_use]
    pub fn words(&self, view: &View, language: Language) -> String {
        let nl = language == Language::Nl;
        let join = |clauses: &[Self], word: &str| {
            clauses.iter().map(|clause| clause.words(view, language)).collect::<Vec<_>>().join(word)
        };
        match self {
            Self::All(clauses) => format!("({})", join(clauses, if nl { " en " } else { " and " })),
            Self::Any(clauses) => format!("({})", join(clauses, if nl { " of " } else { " or " })),
            Self::Includes(id) => {
                let ix = view.network().organisations.by_id(*id).filter(|ix| view.sees(*ix).is_some());
                let name = ix.map_or("?", |ix| view.name(ix, language));
                format!("{name} {}", if nl { "doet mee" } else { "joins" })
            }
            Self::Parties(Parties { at_least, kind, helix }) => {
                let sorts = [kind.map(Coded::code), helix.map(Coded::code)].into_iter().flatten();
                let sort: String = sorts.map(|code| format!(" {code}")).collect();
                if nl {
                    format!("ten minste {at_least} partijen{sort} doen mee")
                } else {
                    format!("at least {at_least} parties{sort} join")
                }
            }
            Self::Budget(budget) if nl => format!("samen ten minste € {}", budget.at_least),
            Self::Budget(budget) => format!("together at least € {}", budget.at_least),
            Self::Inhabitants(part) if nl => format!("ten minste {} % van de inwoners", part.at_least_pct),
            Self::Inhabitants(part) => format!("at least {} % of the inhabitants", part.at_least_pct),
            Self::Level(level) if nl => format!("ambitieniveau {level} wordt bekostigd"),
            Self::Level(level) => format!("the level of ambition {level} is funded"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::condition::Condition;
    use crate::testing::{fixture, on};

    #[test]
    fn a_condition_is_told_in_both_languages_and_names_only_who_is_seen() {
        let network = fixture("line Economie; municipality Kampen partner since 2011");
        let view = on(&network, "2024-01-01");
        let kampen = network.organisations.iter().next().expect("Kampen").1.id;
        let text = format!(
            r#"{{"any":[{{"includes":"{kampen}"}},{{"includes":"atlantis"}},{{"parties":{{"atLeast":3,"kind":"MUNICIPALITY"}}}},{{"budget":{{"atLeast":"300"}}}}]}}"#
        );
        let clause = text.parse::<Condition>().expect("a condition").0;
        let told = [Language::Nl, Language::En].map(|language| clause.words(&view, language));
        assert_eq!(
            told,
            [
                "(Kampen doet mee of ? doet mee of ten minste 3 partijen MUNICIPALITY doen mee of samen ten minste € 300)",
                "(Kampen joins or ? joins or at least 3 parties MUNICIPALITY join or together at least € 300)",
            ]
        );
    }
}
