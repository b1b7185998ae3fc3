//! What of the desk a file shows, for the log of who read what.

use std::collections::BTreeSet;

use network::audience::Audience;
use network::facts::Fact;
use network::id::FactId;
use network::network::Network;
use network::view::View;
use uuid::Uuid;

use super::asked::Asked;
use super::draw::Drawing;
use super::format::About;
use super::{popolo, tables};
use crate::exchange::WriteError;

/// A fact: its noun and id.
pub(super) type Pointed = (&'static str, Uuid);

/// The facts in a file that only the desk sees.
///
/// # Errors
/// As for [`write`](super::write), where nothing could be written.
pub fn shown(view: &View, asked: &Asked) -> Result<Vec<Pointed>, WriteError> {
    let network = &**view.network();
    let mut found = Found { network, facts: BTreeSet::new() };
    if let Some(make) = tables::of(asked.format) {
        make(view, asked)?.rows(&mut |_, shows| {
            shows.iter().for_each(|fact| found.note(*fact));
            Ok(())
        })?;
        return Ok(found.facts.into_iter().collect());
    }
    match asked.format.about() {
        About::Dataset => {
            macro_rules! nouns {
                ($($noun:ident $fact:ident,)*) => {$(
                    let rows = network.$noun.iter().map(|(_, row)| row);
                    let of_desk = rows.filter(|row| row.audience() >= Audience::PublicAffairs);
                    found.facts.extend(of_desk.map(|row| (network::facts::$fact::NOUN, row.id().uuid())));
                )*};
            }
            network::for_each_noun!(nouns);
        }
        About::Record => popolo::each(view, asked, &mut |_, fact, _| {
            found.note(fact);
            Ok(())
        })?,
        _ => {
            let drawing = Drawing::new(view, asked)?;
            drawing.nodes(&mut |node| {
                found.note((node.ix.table(), node.ix.uuid(network)));
                Ok(())
            })?;
            drawing.links(&mut |edge| {
                edge.fact.iter().for_each(|fact| found.note(*fact));
                Ok(())
            })?;
        }
    }
    Ok(found.facts.into_iter().collect())
}

/// What was found so far.
struct Found<'a> {
    network: &'a Network,
    facts: BTreeSet<Pointed>,
}

impl Found<'_> {
    fn note(&mut self, (noun, id): Pointed) {
        if self.network.fact(noun, id).is_some_and(|fact| fact.audience() >= Audience::PublicAffairs) {
            self.facts.insert((noun, id));
        }
    }
}
