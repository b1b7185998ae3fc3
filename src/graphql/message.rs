//! What went wrong in words, in the languages in which it can be told.

use std::borrow::Cow;

use network::facts::Language;

/// A message in Dutch and in English. What only developers of clients read is in English whatever is asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Message {
    nl: Cow<'static, str>,
    en: Cow<'static, str>,
}

impl Message {
    /// A message in both.
    pub fn new(nl: impl Into<Cow<'static, str>>, en: impl Into<Cow<'static, str>>) -> Self {
        Self { nl: nl.into(), en: en.into() }
    }

    /// A message that is the same in both: for developers, who read English.
    pub fn english(en: impl Into<Cow<'static, str>>) -> Self {
        let en = en.into();
        Self { nl: en.clone(), en }
    }

    /// The message in a language.
    #[must_use]
    pub fn told(&self, language: Language) -> &str {
        match language {
            Language::Nl => &self.nl,
            Language::En => &self.en,
        }
    }
}
