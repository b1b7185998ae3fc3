//! What search looks through.

use super::dictionary::{Dictionary, DictionaryBuilder};
use super::text::chunks;
use crate::facts::*;
use crate::network::Network;
use crate::node::NodeIx;
use crate::order::DutchOrder;
use crate::table::Ix;

/// The names, keys and register numbers of a network, by their words. Good for all views of that network.
#[derive(Debug)]
pub struct SearchIndex {
    pub(super) dictionary: Dictionary,
    pub(super) nodes: Vec<NodeIx>,
    /// Of every node, where its texts begin.
    pub(super) first_text: Vec<u32>,
    /// Texts of the first node first.
    pub(super) texts: Vec<Text>,
    /// Of every programme line, the sort key of its name.
    pub(super) line_keys: Vec<Box<[u8]>>,
}

/// One text of a node.
#[derive(Debug, Clone, Copy)]
pub(super) struct Text {
    pub node: u32,
    pub kind: TextKind,
    /// Words that it has, at least 1; 255 stands for more as well.
    pub words: u8,
    /// The word that is all of it; `None` for names, of which nothing is looked up as a whole.
    pub whole: Option<u32>,
}

/// What a text is.
#[derive(Debug, Clone, Copy)]
pub(super) enum TextKind {
    /// The Dutch name in the node's own row.
    Own,
    /// The English name in the node's own row.
    English,
    /// A name of its own, for a period.
    Name(Ix<Name>),
    /// The key.
    Key,
    /// A register number.
    Number(Ix<Identifier>),
}

impl SearchIndex {
    /// Collects the words. Time in proportion to the names.
    #[must_use]
    pub fn new(network: &Network) -> Self {
        let mut builder = Builder::default();
        let belonging = &network.belonging;
        for (ix, row) in network.organisations.iter() {
            builder.node(ix, &row.slug, &row.name_nl, row.name_en.as_deref());
            builder.names(network, belonging.names_of_organisation.of(ix));
            for number in belonging.identifiers_of.of(ix) {
                builder.text(TextKind::Number(*number), &network.identifiers.get(*number).value);
            }
        }
        for (ix, row) in network.stakeholder_groups.iter() {
            builder.node(ix, &row.slug, &row.name_nl, row.name_en.as_deref());
        }
        for (ix, row) in network.bodies.iter() {
            builder.node(ix, &row.slug, &row.name_nl, row.name_en.as_deref());
            builder.names(network, belonging.names_of_body.of(ix));
        }
        for (ix, row) in network.programme_lines.iter() {
            builder.node(ix, &row.slug, &row.name_nl, row.name_en.as_deref());
            builder.names(network, belonging.names_of_line.of(ix));
        }
        for (ix, row) in network.initiatives.iter() {
            builder.node(ix, &row.slug, &row.name_nl, row.name_en.as_deref());
        }
        for (ix, row) in network.agreements.iter() {
            builder.node(ix, &row.slug, &row.name_nl, row.name_en.as_deref());
        }
        for (ix, row) in network.persons.iter() {
            builder.node(ix, &row.slug, &row.name, None);
        }
        builder.build(network)
    }

    /// Texts of a node, with their numbers.
    pub(super) fn texts_of(&self, node: u32) -> impl Iterator<Item = (usize, &Text)> {
        let (from, to) = (self.first_text[node as usize] as usize, self.first_text[node as usize + 1] as usize);
        (from..to).zip(&self.texts[from..to])
    }
}

#[derive(Default)]
struct Builder {
    dictionary: DictionaryBuilder,
    nodes: Vec<NodeIx>,
    first_text: Vec<u32>,
    texts: Vec<Text>,
}

impl Builder {
    fn node(&mut self, node: impl Into<NodeIx>, key: &str, name: &str, english: Option<&str>) {
        self.nodes.push(node.into());
        self.first_text.push(number(self.texts.len()));
        self.text(TextKind::Own, name);
        if let Some(english) = english {
            self.text(TextKind::English, english);
        }
        self.text(TextKind::Key, key);
    }

    fn names(&mut self, network: &Network, names: &[Ix<Name>]) {
        for ix in names {
            self.text(TextKind::Name(*ix), &network.names.get(*ix).name);
        }
    }

    /// A text of the node that came last.
    fn text(&mut self, kind: TextKind, text: &str) {
        let at = number(self.texts.len());
        let chunks = chunks(text);
        let mut words = 0u8;
        let mut whole = None;
        if !matches!(kind, TextKind::Number(_)) {
            for chunk in &chunks {
                for part in &chunk.parts {
                    self.dictionary.add(part, at);
                    words = words.saturating_add(1);
                }
                if chunk.parts.len() > 1 {
                    self.dictionary.add(&chunk.joined(), at);
                }
            }
        }
        if matches!(kind, TextKind::Number(_) | TextKind::Key) {
            let all: String = chunks.iter().map(super::text::Chunk::joined).collect();
            whole = Some(self.dictionary.add(&all, at));
        }
        self.texts.push(Text { node: number(self.nodes.len()) - 1, kind, words: words.max(1), whole });
    }

    fn build(self, network: &Network) -> SearchIndex {
        let Self { dictionary, nodes, mut first_text, mut texts } = self;
        first_text.push(number(texts.len()));
        let (dictionary, ranks) = dictionary.build();
        for text in &mut texts {
            text.whole = text.whole.map(|word| ranks.of(word));
        }
        let order = DutchOrder::default();
        let line_keys = network.programme_lines.iter().map(|(_, row)| order.key(&row.name_nl)).collect();
        SearchIndex { dictionary, nodes, first_text, texts, line_keys }
    }
}

/// A count as a number: there are fewer texts than u32 has numbers, as a table holds at most that many rows.
fn number(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}
