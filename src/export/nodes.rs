//! The nodes of the whole network.

use network::facts::*;
use network::node::NodeIx;
use network::period::{Period, Span};

use super::seen::Seen;
use super::value::{NodeValues, Value, code};
use crate::exchange::WriteError;

/// A node.
#[derive(Debug, Clone)]
pub(super) struct Node<'a> {
    pub(super) ix: NodeIx,
    /// What it is called.
    pub(super) name: &'a str,
    pub(super) values: NodeValues<'a>,
    /// When it is there.
    pub(super) span: Span,
}

pub(super) type EachNode<'e> = dyn FnMut(&Node<'_>) -> Result<(), WriteError> + 'e;

/// Shows every node of the whole network: noun by noun, each in the order of ids.
pub(super) fn all(seen: &Seen<'_>, language: Language, each: &mut EachNode<'_>) -> Result<(), WriteError> {
    let network = &**seen.view.network();
    macro_rules! nodes {
        ($($table:ident)*) => {$(
            for ix in network.$table.indices().filter(|ix| seen.node(*ix)) {
                each(&of(seen, ix.into(), language))?;
            }
        )*};
    }
    nodes! { organisations stakeholder_groups bodies programme_lines initiatives agreements persons }
    Ok(())
}

/// What is told of a node.
pub(super) fn of<'a>(seen: &Seen<'a>, ix: NodeIx, language: Language) -> Node<'a> {
    let network = &**seen.view.network();
    match ix {
        NodeIx::Organisation(row_ix) => {
            let row = network.organisations.get(row_ix);
            let mut node = common(ix, row, language, (seen.view.name(row_ix, language), None));
            node.values.name_en = row.name_en.as_deref().map(Value::from);
            node.values.kind = code(row.kind);
            node.values.helix = code(row.helix);
            node.values.layer = row.layer.and_then(code);
            let partnerships = || network.belonging.partnerships_of.of(row_ix);
            let was_partner = || partnerships().any(|ix| seen.fact(&network.partnerships, ix));
            let partner = if seen.always { was_partner() } else { seen.view.is_partner(row_ix) };
            node.values.partner = Some(partner.into());
            node.values.inhabitants = seen.view.statistics(row_ix).and_then(|row| row.inhabitants).map(Value::from);
            node
        }
        NodeIx::StakeholderGroup(row_ix) => {
            let row = network.stakeholder_groups.get(row_ix);
            let mut node = common(ix, row, language, (&row.name_nl, row.name_en.as_deref()));
            node.values.helix = code(row.helix);
            node
        }
        NodeIx::Body(row_ix) => {
            let row = network.bodies.get(row_ix);
            let mut node = common(ix, row, language, (&row.name_nl, row.name_en.as_deref()));
            node.values.kind = code(row.kind);
            node
        }
        NodeIx::ProgrammeLine(row_ix) => {
            let row = network.programme_lines.get(row_ix);
            let mut node = common(ix, row, language, (&row.name_nl, row.name_en.as_deref()));
            node.values.kind = code(row.kind);
            node
        }
        NodeIx::Initiative(row_ix) => {
            let row = network.initiatives.get(row_ix);
            let mut node = common(ix, row, language, (&row.name_nl, row.name_en.as_deref()));
            node.values.kind = code(row.kind);
            node
        }
        NodeIx::Agreement(row_ix) => {
            let row = network.agreements.get(row_ix);
            let mut node = common(ix, row, language, (&row.name_nl, row.name_en.as_deref()));
            node.values.kind = code(row.kind);
            node
        }
        NodeIx::Person(row_ix) => {
            let row = network.persons.get(row_ix);
            common(ix, row, language, (&row.name, None))
        }
        // No other noun is a node of a graph.
        _ => Node { ix, name: "", values: NodeValues::default(), span: Span::ALWAYS },
    }
}

fn common<'a, T: Fact>(ix: NodeIx, row: &'a T, language: Language, names: (&'a str, Option<&'a str>)) -> Node<'a> {
    let (dutch, english) = names;
    let period = row.period().unwrap_or_default();
    let values = NodeValues {
        noun: Some(ix.noun().into()),
        key: Some((&**row.key()).into()),
        name_en: english.map(Value::from),
        since: since(period),
        until: until(period),
        confidence: code(row.confidence()),
        audience: code(row.audience()),
        ..NodeValues::default()
    };
    let name = english.filter(|_| language == Language::En).unwrap_or(dutch);
    Node { ix, name, values, span: period.span() }
}

pub(super) fn since<'a>(period: Period) -> Option<Value<'a>> {
    period.since.map(|date| date.to_string().into())
}

pub(super) fn until<'a>(period: Period) -> Option<Value<'a>> {
    period.until.map(|date| date.to_string().into())
}
