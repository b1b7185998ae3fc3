//! What somebody is called, and where it stands in a text.

use std::ops::Range;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Words that stand in many names, and say nothing alone.
const PARTICLES: [&str; 12] = ["aan", "den", "der", "het", "ten", "ter", "van", "von", "vom", "del", "dos", "the"];

/// The fewest characters of a word or address that is looked for.
const FEWEST: usize = 3;

/// A text as it is compared: without case and diacritics, each character with the place where it stands.
struct Folded(Vec<(char, usize)>);

impl Folded {
    fn new(text: &str) -> Self {
        let chars = text.char_indices().flat_map(|(at, char)| {
            let plain = char.nfkd().filter(|part| !is_combining_mark(*part));
            plain.flat_map(char::to_lowercase).map(move |part| (if part.is_whitespace() { ' ' } else { part }, at))
        });
        let mut folded: Vec<(char, usize)> = chars.collect();
        // So many spaces are one.
        folded.dedup_by(|(next, _), (char, _)| *next == ' ' && *char == ' ');
        Self(folded)
    }

    /// Where these characters stand first, from a place on, with no letter or digit beside them: from which character, and
    /// from which byte to which.
    fn find(&self, sought: &[(char, usize)], from: usize, end: usize) -> Option<(usize, Range<usize>)> {
        let is_word =
            |at: Option<usize>| at.and_then(|at| self.0.get(at)).is_some_and(|(char, _)| char.is_alphanumeric());
        let last = self.0.len().checked_sub(sought.len())?;
        let at = (from..=last).find(|at| {
            let same = self.0[*at..].iter().zip(sought).all(|((one, _), (other, _))| one == other);
            same && !is_word(at.checked_sub(1)) && !is_word(Some(at + sought.len()))
        })?;
        let after = self.0.get(at + sought.len()).map_or(end, |(_, byte)| *byte);
        Some((at, self.0[at].1..after))
    }
}

/// What somebody is or was called.
#[derive(Debug, Clone, Default)]
pub(super) struct Names {
    /// What means them wherever it stands: names of several words, addresses and numbers, and keys that spell a name.
    sure: Vec<String>,
    /// Single words of their names.
    words: Vec<String>,
    /// Their last names.
    last: Vec<String>,
}

impl Names {
    /// A name, and the key that stood beside it.
    pub(super) fn add_name(&mut self, name: &str, key: &str) {
        let words = folded_words(name);
        if words.len() > 1 {
            add(&mut self.sure, name);
        }
        let parts = folded_words(key);
        if parts.len() > 1 && parts.iter().all(|part| words.contains(part)) {
            add(&mut self.sure, key);
        }
        for word in words.iter().filter(|word| says_something(word)) {
            add(&mut self.words, word);
        }
        if let Some(last) = words.last().filter(|word| says_something(word)) {
            add(&mut self.last, last);
        }
    }

    /// That this is nobody's name: a pseudonym.
    pub(super) fn forget(&mut self, pseudonym: &str) {
        let words = folded_words(pseudonym);
        for names in [&mut self.sure, &mut self.words, &mut self.last] {
            names.retain(|name| name != pseudonym && !words.contains(name));
        }
    }

    /// An address or number.
    pub(super) fn add_address(&mut self, address: &str) {
        if address.chars().count() > 2 * FEWEST {
            add(&mut self.sure, address);
        }
    }

    /// The text with the pseudonym wherever it surely means them; `None`: nowhere.
    pub(super) fn replaced(&self, text: &str, pseudonym: &str) -> Option<String> {
        let mut replaced: Option<String> = None;
        for name in &self.sure {
            let sought = Folded::new(name);
            let text = replaced.as_deref().unwrap_or(text);
            let folded = Folded::new(text);
            let (mut from, mut kept, mut new) = (0, 0, String::new());
            while let Some((at, bytes)) = folded.find(&sought.0, from, text.len()) {
                new.push_str(&text[kept..bytes.start]);
                new.push_str(pseudonym);
                (from, kept) = (at + sought.0.len(), bytes.end);
            }
            if kept > 0 {
                new.push_str(&text[kept..]);
                replaced = Some(new);
            }
        }
        replaced
    }

    /// Whether a key that is about them holds a word of a name.
    pub(super) fn stand_in_key(&self, key: &str) -> bool {
        stands(key, &self.words)
    }

    /// Whether a text surely means them.
    pub(super) fn stand_in(&self, text: &str) -> bool {
        stands(text, &self.sure)
    }

    /// Whether a text may mean them: it holds a last name.
    pub(super) fn may_stand_in(&self, text: &str) -> bool {
        stands(text, &self.last)
    }
}

fn add(names: &mut Vec<String>, name: &str) {
    let name = name.trim();
    if !name.is_empty() && !names.iter().any(|other| other == name) {
        names.push(name.to_owned());
        // A name within another one must not be found first.
        names.sort_by_key(|name| std::cmp::Reverse(name.chars().count()));
    }
}

fn stands(text: &str, names: &[String]) -> bool {
    let folded = Folded::new(text);
    names.iter().any(|name| folded.find(&Folded::new(name).0, 0, text.len()).is_some())
}

fn says_something(word: &str) -> bool {
    word.chars().count() >= FEWEST && !PARTICLES.contains(&word)
}

fn folded_words(text: &str) -> Vec<String> {
    let folded: String = Folded::new(text).0.iter().map(|(char, _)| *char).collect();
    folded.split(|char: char| !char.is_alphanumeric()).filter(|word| !word.is_empty()).map(ToOwned::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn willemijn() -> Names {
        let mut names = Names::default();
        names.add_name("Willemijn de Vries", "willemijn-de-vries");
        names.add_address("w.devries@bereikbaarheid.example");
        names
    }

    #[test]
    fn a_name_is_found_as_a_whole_whatever_its_case_and_diacritics() {
        for (text, without) in [
            ("Willemijn de Vries belde", "X belde"),
            ("met WILLEMIJN  DE VRIES  op", "met X  op"),
            ("met WILLEMIJN\u{a0}DE VRIES, en Willemíjn de Vries.", "met X, en X."),
            ("https://a.nl/willemijn-de-vries/", "https://a.nl/X/"),
            ("mail W.deVries@bereikbaarheid.example!", "mail X!"),
            ("Willemijn de Vriesman", "Willemijn de Vriesman"),
            ("mevrouw De Vries", "mevrouw De Vries"),
            ("", ""),
        ] {
            assert_eq!(willemijn().replaced(text, "X").as_deref().unwrap_or(text), without, "{text}");
        }
    }

    #[test]
    fn what_is_not_sure_is_only_shown() {
        let names = willemijn();
        assert!(names.may_stand_in("mevrouw De Vries"));
        assert!(!names.may_stand_in("in de vriesvrieskou, met Willemijn"));
        assert!(names.stand_in_key("2025-08-19.noordermarke.willemijn"));
        assert!(!names.stand_in_key("2025-08-19.noordermarke.de"));
    }

    #[test]
    fn a_word_alone_and_a_key_that_is_an_office_are_nobodys_name() {
        let mut names = Names::default();
        names.add_name("Voorzitter", "voorzitter-dagelijks-bestuur");
        assert_eq!(names.replaced("de voorzitter van het voorzitter-dagelijks-bestuur", "X"), None);
    }
}
