//! Dutch order of names.

use icu_collator::options::{AlternateHandling, CollatorOptions, Strength};
use icu_collator::{CollatorBorrowed, CollatorPreferences};

/// Makes sort keys: bytes whose order is the Dutch order of the names, whatever the database.
///
/// The Unicode collation algorithm with punctuation ignored; the ligature ĳ sorts as i and j; a leading `'s-` or `'t `
/// does not count, so that 's-Hertogenbosch stands under H.
pub struct DutchOrder(CollatorBorrowed<'static>);

impl std::fmt::Debug for DutchOrder {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("DutchOrder")
    }
}

impl Default for DutchOrder {
    fn default() -> Self {
        let mut options = CollatorOptions::default();
        options.strength = Some(Strength::Quaternary);
        options.alternate_handling = Some(AlternateHandling::Shifted);
        // Dutch adds no rules of its own to the root collation.
        #[expect(clippy::expect_used, reason = "the root collation is compiled into the library")]
        Self(CollatorBorrowed::try_new(CollatorPreferences::default(), options).expect("the root collation is there"))
    }
}

impl DutchOrder {
    /// The sort key of a name.
    #[must_use]
    pub fn key(&self, name: &str) -> Box<[u8]> {
        let mut key = Vec::with_capacity(name.len() * 2);
        let rest = ["'s-", "’s-", "'s ", "’s ", "'t ", "’t "].iter().find_map(|article| {
            let start = name.get(..article.len())?;
            start.eq_ignore_ascii_case(article).then(|| &name[article.len()..])
        });
        // Writing to a Vec cannot fail.
        let _ = self.0.write_sort_key_to(rest.unwrap_or(name), &mut key);
        key.into()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_sort_as_in_the_netherlands() {
        let order = DutchOrder::default();
        let mut names = [
            "Zwolle",
            "IJsselland",
            "'s-Hertogenbosch",
            "Élburg",
            "Elburg",
            "De Wolden",
            "de Wolden",
            "Ĳsselham",
            "'t Harde",
            "Hattem",
            "Ibis",
            "Jutland",
            "Heerde",
            "elburg",
        ];
        names.sort_by_key(|name| order.key(name));
        assert_eq!(
            names,
            [
                "de Wolden",
                "De Wolden",
                "elburg",
                "Elburg",
                "Élburg",
                "'t Harde",
                "Hattem",
                "Heerde",
                "'s-Hertogenbosch",
                "Ibis",
                "Ĳsselham",
                "IJsselland",
                "Jutland",
                "Zwolle"
            ]
        );
    }
}
