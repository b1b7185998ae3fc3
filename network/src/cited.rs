//! What the sources of facts cite.

use std::sync::Arc;

use rustc_hash::FxHashSet;

use crate::facts::*;
use crate::for_each_noun;
use crate::moved::{EachMove, Move, Moved};
use crate::network::{Noun, Tables};
use crate::persistent::Sorted;
use crate::source::{Citation, SourceText, citations};

/// The citations of every source, by its text.
#[derive(Debug, Clone)]
pub(crate) struct Cited(Sorted<(SourceText, Arc<[Citation]>)>);

impl Cited {
    pub(crate) fn new(tables: &Tables) -> Self {
        let mut sources: FxHashSet<SourceText> = FxHashSet::default();
        macro_rules! each {
            ($($noun:ident $fact:ident,)*) => {
                $(for (_, row) in tables.$noun.iter() {
                    if !sources.contains(row.source()) {
                        sources.insert(row.source().clone());
                    }
                })*
            };
        }
        for_each_noun!(each);
        let mut cited: Vec<_> = sources.into_iter().map(|source| (source.clone(), cited(tables, &source))).collect();
        cited.sort_by(|(a, _), (b, _)| a.cmp(b));
        Self(Sorted::new(&cited))
    }

    /// The citations of a source.
    pub(crate) fn of(&self, source: &str) -> &[Citation] {
        self.0.get(|(other, _)| (**other).cmp(source)).map_or(&[], |(_, citations)| citations)
    }

    /// Follows rows that moved. A source that nothing has any more stays: nobody asks for it.
    pub(crate) fn follow(&mut self, after: &Tables, moved: &Moved) {
        let mut sources = Sources(Vec::new());
        moved.each(&mut sources);
        // A document that moved changes what is cited by all sources that name it.
        let keys = moved.documents.iter().filter_map(|row| row.after.as_ref().or(row.before.as_ref()));
        let keys: Vec<&str> = keys.map(|document| &**document.key()).collect();
        let names = |source: &str| keys.iter().any(|key| source.contains(key));
        if !keys.is_empty() {
            sources.0.extend(self.0.iter().map(|(source, _)| source).filter(|source| names(source)).cloned());
        }
        for source in sources.0 {
            let order = |other: &(SourceText, Arc<[Citation]>)| other.0.cmp(&source);
            if names(&source) {
                self.0.remove(order);
            }
            if self.0.get(order).is_none() {
                self.0.insert((source.clone(), cited(after, &source)), order);
            }
        }
    }
}

struct Sources(Vec<SourceText>);

impl EachMove for Sources {
    fn moved<T: Noun>(&mut self, row: &Move<T>) {
        self.0.extend(row.after.as_ref().map(|is| is.source().clone()));
    }
}

fn cited(tables: &Tables, source: &str) -> Arc<[Citation]> {
    let documents = |key: &str| {
        let document = tables.documents.get(tables.documents.by_key(key)?);
        Some((document.title_nl.as_str(), document.url.as_deref()))
    };
    citations(source, documents).into()
}
