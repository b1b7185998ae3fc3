//! What search looks through.

use std::hash::{Hash, Hasher};

use rustc_hash::FxHasher;

use super::dictionary::{Dictionary, DictionaryBuilder};
use super::text::{chunks, fold, in_one_word};
use crate::facts::*;
use crate::moved::Moved;
use crate::network::Network;
use crate::node::NodeIx;
use crate::table::Ix;

/// The names, keys and register numbers of a network, by their words. Good for all views of that network.
#[derive(Debug)]
pub struct SearchIndex {
    pub(super) dictionary: Dictionary,
    pub(super) nodes: Vec<NodeIx>,
    /// Of every node, where its texts begin.
    first_text: Vec<u32>,
    /// Texts of the first node first.
    pub(super) texts: Vec<Text>,
    /// Keys and register numbers by the hash of all their letters and digits, in order.
    codes: Vec<(u64, Code)>,
}

/// One text of a node, of which words are looked for.
#[derive(Debug, Clone, Copy)]
pub(super) struct Text {
    pub node: u32,
    pub kind: TextKind,
    /// Words that it has, at least 1; 255 stands for more as well.
    pub words: u8,
}

/// What a text is.
#[derive(Debug, Clone, Copy)]
pub(super) enum TextKind {
    /// The Dutch name in the node's own row, and nothing else is called official.
    Own,
    /// The Dutch name in the organisation's own row, which on some days has another official name.
    OwnOrOfficial(Ix<Organisation>),
    /// The English name in the node's own row.
    English,
    /// A name of its own, for a period.
    Name(Ix<Name>, NameKind),
    /// The key.
    Key,
}

/// What is only found when all of it is typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Code {
    /// The key of a node.
    Key(u32),
    /// A register number of a node.
    Number(u32, Ix<Identifier>),
}

impl Code {
    fn place(self) -> (u32, Option<u32>) {
        match self {
            Self::Key(node) => (node, None),
            Self::Number(node, ix) => (node, Some(ix.number())),
        }
    }
}

impl SearchIndex {
    /// Whether the index may be another after these moves.
    pub(crate) fn looks_at(moved: &Moved) -> bool {
        !(moved.organisations.is_empty()
            && moved.names.is_empty()
            && moved.identifiers.is_empty()
            && moved.bodies.is_empty()
            && moved.programme_lines.is_empty()
            && moved.stakeholder_groups.is_empty()
            && moved.initiatives.is_empty()
            && moved.agreements.is_empty()
            && moved.persons.is_empty())
    }

    /// Collects the words. Time in proportion to the names.
    #[must_use]
    pub fn new(network: &Network) -> Self {
        let mut builder = Builder::default();
        let belonging = &network.belonging;
        for (ix, row) in network.organisations.iter() {
            let names = belonging.names_of_organisation.of(ix);
            let official = |name: &Name| name.kind == NameKind::Official && name.language == Language::Nl;
            let own = if names.clone().any(|name| official(network.names.get(name))) {
                TextKind::OwnOrOfficial(ix)
            } else {
                TextKind::Own
            };
            builder.node(ix, &row.slug);
            builder.text(own, &row.name_nl);
            builder.english(row.name_en.as_deref());
            builder.names(network, names);
            for number in belonging.identifiers_of.of(ix) {
                builder.number(number, &network.identifiers.get(number).value);
            }
        }
        for (ix, row) in network.bodies.iter() {
            builder.node(ix, &row.slug);
            builder.text(TextKind::Own, &row.name_nl);
            builder.english(row.name_en.as_deref());
            builder.names(network, belonging.names_of_body.of(ix));
        }
        for (ix, row) in network.programme_lines.iter() {
            builder.node(ix, &row.slug);
            builder.text(TextKind::Own, &row.name_nl);
            builder.english(row.name_en.as_deref());
            builder.names(network, belonging.names_of_line.of(ix));
        }
        for (ix, row) in network.stakeholder_groups.iter() {
            builder.node(ix, &row.slug);
            builder.text(TextKind::Own, &row.name_nl);
            builder.english(row.name_en.as_deref());
        }
        for (ix, row) in network.initiatives.iter() {
            builder.node(ix, &row.slug);
            builder.text(TextKind::Own, &row.name_nl);
            builder.english(row.name_en.as_deref());
        }
        for (ix, row) in network.agreements.iter() {
            builder.node(ix, &row.slug);
            builder.text(TextKind::Own, &row.name_nl);
            builder.english(row.name_en.as_deref());
        }
        for (ix, row) in network.persons.iter() {
            builder.node(ix, &row.slug);
            builder.text(TextKind::Own, &row.name);
        }
        builder.build()
    }

    /// Texts of a node, with their numbers.
    pub(super) fn texts_of(&self, node: u32) -> impl Iterator<Item = (usize, &Text)> {
        let (from, to) = (self.first_text[node as usize] as usize, self.first_text[node as usize + 1] as usize);
        (from..to).zip(&self.texts[from..to])
    }

    /// Keys and register numbers with these letters and digits.
    pub(super) fn codes<'a>(&'a self, network: &'a Network, typed: &'a str) -> impl Iterator<Item = Code> + 'a {
        let hash = hash(typed);
        let from = self.codes.partition_point(|(other, _)| *other < hash);
        let same = self.codes[from..].iter().take_while(move |(other, _)| *other == hash).map(|(_, code)| *code);
        same.filter(move |code| {
            let text = match code {
                Code::Key(node) => self.nodes[*node as usize].key(network),
                Code::Number(_, ix) => &network.identifiers.get(*ix).value,
            };
            in_one_word(text) == typed
        })
    }
}

fn hash(word: &str) -> u64 {
    let mut hasher = FxHasher::default();
    word.hash(&mut hasher);
    hasher.finish()
}

#[derive(Default)]
struct Builder {
    dictionary: DictionaryBuilder,
    nodes: Vec<NodeIx>,
    first_text: Vec<u32>,
    texts: Vec<Text>,
    codes: Vec<(u64, Code)>,
}

impl Builder {
    /// Begins a node; what follows belongs to it.
    fn node(&mut self, node: impl Into<NodeIx>, key: &str) {
        self.codes.push((hash(&in_one_word(key)), Code::Key(number(self.nodes.len()))));
        self.nodes.push(node.into());
        self.first_text.push(number(self.texts.len()));
        self.text(TextKind::Key, key);
    }

    fn english(&mut self, name: Option<&str>) {
        if let Some(name) = name {
            self.text(TextKind::English, name);
        }
    }

    fn names(&mut self, network: &Network, names: impl Iterator<Item = Ix<Name>>) {
        for ix in names {
            let name = network.names.get(ix);
            self.text(TextKind::Name(ix, name.kind), &name.name);
        }
    }

    fn number(&mut self, ix: Ix<Identifier>, value: &str) {
        self.codes.push((hash(&in_one_word(value)), Code::Number(number(self.nodes.len()) - 1, ix)));
    }

    fn text(&mut self, kind: TextKind, text: &str) {
        let at = number(self.texts.len());
        let mut words = 0u8;
        for parts in chunks(&fold(text)) {
            for part in &parts {
                self.dictionary.add(part, at);
                words = words.saturating_add(1);
            }
            // Nobody types a key in one word.
            if parts.len() > 1 && !matches!(kind, TextKind::Key) {
                self.dictionary.add(&parts.concat(), at);
            }
        }
        self.texts.push(Text { node: number(self.nodes.len()) - 1, kind, words: words.max(1) });
    }

    fn build(self) -> SearchIndex {
        let Self { dictionary, nodes, mut first_text, texts, mut codes } = self;
        first_text.push(number(texts.len()));
        codes.sort_unstable_by_key(|(hash, code)| (*hash, code.place()));
        SearchIndex { dictionary: dictionary.build(), nodes, first_text, texts, codes }
    }
}

/// A count as a number: there are fewer texts than u32 has numbers, as a table holds at most that many rows.
fn number(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}
