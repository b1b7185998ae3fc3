//! On whose word a command stands.

use std::sync::Arc;

use super::rejection::{ErrorCode, Rejection};
use super::{Act, Drawn};
use crate::source::{Citation, SourceText, written};

/// A source as somebody gives it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Source {
    /// What it is: a council proposal, minutes, a page.
    pub title: String,
    /// Where in it; `None`: all of it.
    pub locator: Option<String>,
    /// Web address; `None` when it is not on the web.
    pub url: Option<String>,
}

impl Source {
    /// As facts hold it.
    #[must_use]
    pub fn text(&self) -> SourceText {
        let trimmed = |text: &Option<String>| text.as_deref().map(str::trim).map(ToOwned::to_owned);
        let (title, locator, url) = (self.title.trim().to_owned(), trimmed(&self.locator), trimmed(&self.url));
        Arc::from(written(&Citation { title, locator, url }))
    }
}

impl Drawn<'_> {
    /// The source of what the command writes.
    pub(super) fn source_text(&self) -> Option<SourceText> {
        self.command.source.as_ref().map(Source::text)
    }

    /// Refuses a change without anybody's word, where one is asked for.
    pub(super) fn sources(&self) -> Vec<Rejection> {
        let given = self.command.source.as_ref().is_some_and(|source| !source.title.trim().is_empty());
        // What goes has no source left; why it went is in the journal.
        // A row of a file has a source of its own.
        let has_none = matches!(self.command.act, Act::Remove(_) | Act::Import(_));
        if given || !self.policy.source_required || has_none {
            return Vec::new();
        }
        vec![Rejection::new(
            ErrorCode::SourceRequired,
            &["source"],
            "zeg op wiens woord: geef een bron met een titel",
            "say on whose word: give a source with a title",
        )]
    }
}
