//! Why a text is no value, in Dutch and English.
//!
//! serde hands over what a value says of itself as one text, in English. The value whose words these are says it in Dutch.

use network::condition::Condition;
use network::date::PartialDate;
use network::score::{Position, Score};
use network::share::Share;
use network::slug::Slug;

/// The words of a value that is no value, for the English ones.
pub(super) fn words(text: &str, en: String) -> [String; 2] {
    // Of several values in a cell, one.
    let said = std::iter::once(text).chain(text.split(';').map(str::trim)).find_map(|text| words_of_value(text, &en));
    said.unwrap_or_else(|| [dutch_of_code(&en).unwrap_or_else(|| en.clone()), en])
}

/// What the kinds of values say of a text, when it is what was said in English.
fn words_of_value(text: &str, en: &str) -> Option<[String; 2]> {
    macro_rules! of {
        ($($kind:ty)*) => {
            [$(text.parse::<$kind>().err().filter(|error| error.to_string() == en).map(|error| error.words()),)*]
        };
    }
    let said = of![PartialDate Slug Share Score Position Condition];
    said.into_iter().flatten().next()
}

fn dutch_of_code(en: &str) -> Option<String> {
    let sides = [
        (" is none of ", " is geen van "),
        (" is neither true nor false", " is geen true en geen false"),
        (" is no whole number from 0 on", " is geen heel getal vanaf 0"),
    ];
    sides.into_iter().find_map(|(en_part, nl_part)| {
        let (before, after) = en.split_once(en_part)?;
        Some(format!("{before}{nl_part}{after}"))
    })
}

#[cfg(test)]
mod tests {
    use network::facts::{Commitment, InitiativePart, MunicipalityStatistics, Rule, Seat, Target};

    use super::super::cells::problem_of;

    #[test]
    fn every_kind_of_value_says_in_dutch_what_is_wrong_with_it() {
        for (problem, expected) in [
            (problem_of::<Seat>("since", "2024-13"), "\"2024-13\" is geen datum: schrijf 2024,"),
            (problem_of::<Seat>("role", "BOSS"), "\"BOSS\" is geen van CHAIR, VICE_CHAIR,"),
            (problem_of::<Seat>("key", "a b"), "\"a b\" is geen sleutel: gebruik 1 tot 200"),
            (problem_of::<Rule>("ours", "ja"), "\"ja\" is geen true en geen false"),
            (problem_of::<InitiativePart>("share_pct", "101"), "\"101\" is geen deel: geef een heel getal"),
            (problem_of::<Target>("value", "9"), "\"9\" past niet: geef een heel getal van"),
            (problem_of::<MunicipalityStatistics>("inhabitants", "-1"), "\"-1\" is geen heel getal vanaf 0"),
            (
                problem_of::<Commitment>("condition", "{\"all\":[]}"),
                "\"{\"all\":[]}\" is niet te lezen: is geen voorwaarde",
            ),
        ] {
            let [nl, _] = problem.unwrap_or_default();
            assert!(nl.starts_with(expected), "{nl}");
        }
    }
}
