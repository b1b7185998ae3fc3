//! What a clause says, in words.

use rust_decimal::Decimal;

use super::{Clause, Parties, sorts};
use crate::facts::Language;
use crate::view::View;

impl Clause {
    /// What it says, in words. An organisation that the view does not have is called `?`.
    #[must_use]
    pub fn words(&self, view: &View, language: Language) -> String {
        let nl = language == Language::Nl;
        // Who reads has to know what belongs together where clauses stand in clauses.
        let join = |clauses: &[Self], word: &str| {
            let told = clauses.iter().map(|clause| match clause {
                Self::All(_) | Self::Any(_) => format!("({})", clause.words(view, language)),
                _ => clause.words(view, language),
            });
            told.collect::<Vec<_>>().join(word)
        };
        match self {
            Self::All(clauses) => join(clauses, if nl { " en " } else { " and " }),
            Self::Any(clauses) => join(clauses, if nl { " of " } else { " or " }),
            Self::Includes(id) => {
                let ix = view.network().organisations.by_id(*id).filter(|ix| view.sees(*ix).is_some());
                let name = ix.map_or("?", |ix| view.name(ix, language));
                format!("{name} {}", if nl { "doet mee" } else { "joins" })
            }
            Self::Parties(parties) => count(parties, language),
            Self::Budget(budget) if nl => format!("samen ten minste € {}", grouped(budget.at_least, '.', ',')),
            Self::Budget(budget) => format!("together at least €{}", grouped(budget.at_least, ',', '.')),
            Self::Inhabitants(part) if nl => format!("ten minste {} % van de inwoners", part.at_least_pct),
            Self::Inhabitants(part) => format!("at least {} % of the inhabitants", part.at_least_pct),
            Self::Level(level) if nl => format!("ambitieniveau {level} wordt bekostigd"),
            Self::Level(level) => format!("the level of ambition {level} is funded"),
        }
    }
}

fn count(&Parties { at_least, kind, helix }: &Parties, language: Language) -> String {
    let nl = language == Language::Nl;
    let party = if nl { ["partij", "partijen"] } else { ["party", "parties"] };
    let [one, more] = kind.map_or(party, |kind| sorts::kind(kind, language));
    let from = helix.map(|helix| format!(" {}", sorts::helix(helix, language))).unwrap_or_default();
    match (nl, at_least) {
        (true, 1) => format!("ten minste één {one}{from} doet mee"),
        (true, _) => format!("ten minste {at_least} {more}{from} doen mee"),
        (false, 1) => format!("at least one {one}{from} joins"),
        (false, _) => format!("at least {at_least} {more}{from} join"),
    }
}

/// An amount with its thousands apart, as people write it.
fn grouped(amount: Decimal, apart: char, point: char) -> String {
    let text = amount.to_string();
    let (whole, cents) =
        text.split_once('.').map_or((&*text, String::new()), |(whole, cents)| (whole, format!("{point}{cents}")));
    let digits = whole.len();
    let mut told = String::new();
    for (at, digit) in whole.chars().enumerate() {
        if at > 0 && (digits - at) % 3 == 0 {
            told.push(apart);
        }
        told.push(digit);
    }
    told + &cents
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
            r#"{{"any":[{{"includes":"{kampen}"}},{{"includes":"atlantis"}},{{"parties":{{"atLeast":3,"kind":"MUNICIPALITY"}}}},{{"parties":{{"atLeast":1,"helix":"EDUCATION"}}}},{{"budget":{{"atLeast":"1300000.50"}}}}]}}"#
        );
        let clause = text.parse::<Condition>().expect("a condition").0;
        let told = [Language::Nl, Language::En].map(|language| clause.words(&view, language));
        assert_eq!(
            told,
            [
                "Kampen doet mee of ? doet mee of ten minste 3 gemeenten doen mee of ten minste één partij uit het onderwijs doet mee of samen ten minste € 1.300.000,50",
                "Kampen joins or ? joins or at least 3 municipalities join or at least one party of education joins or together at least €1,300,000.50",
            ]
        );
    }
}
