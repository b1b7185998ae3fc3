//! Texts that many facts share.

use network::source::SourceText;
use rustc_hash::FxHashSet;

/// The sources seen so far: a text that comes again is shared instead of kept twice.
#[derive(Debug, Default)]
pub(super) struct Sources {
    seen: FxHashSet<SourceText>,
}

impl Sources {
    /// This text, shared with all facts that have it.
    pub(super) fn share(&mut self, text: &str) -> SourceText {
        if let Some(seen) = self.seen.get(text) {
            return SourceText::clone(seen);
        }
        let new = SourceText::from(text);
        self.seen.insert(SourceText::clone(&new));
        new
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_text_is_kept_once() {
        let mut sources = Sources::default();
        let (first, again) = (sources.share("deck:BESTUUR"), sources.share("deck:BESTUUR"));
        assert!(SourceText::ptr_eq(&first, &again));
        assert_eq!(&*sources.share("deck:PARTNERS"), "deck:PARTNERS");
    }
}
