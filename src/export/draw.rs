//! What is drawn: nodes and links of a projection, one after the other.

use network::graph::{Graph, Projection, project};
use network::period::Span;
use network::view::View;

use super::asked::Asked;
use super::edges::{self, EachEdge, Edge};
use super::nodes::{self, EachNode};
use super::seen::Seen;
use super::value::{EdgeValues, code};
use crate::exchange::WriteError;

/// A projection of a view, to be written.
pub(super) struct Drawing<'a> {
    seen: Seen<'a>,
    asked: &'a Asked,
    /// `None` for the whole network, which is read off the facts.
    projected: Option<Graph>,
}

/// The projection that is asked for.
///
/// # Errors
/// [`WriteError::Unfit`] when it would have too many links.
pub(super) fn projected(view: &View, asked: &Asked) -> Result<Graph, WriteError> {
    project(view, asked.projection, asked.weighting).map_err(|too_large| WriteError::Unfit {
        nl: format!("deze projectie zou {} banden kunnen hebben, te veel: neem een andere", too_large.links),
        en: format!("{too_large}: take another one"),
    })
}

impl<'a> Drawing<'a> {
    /// Makes the projection that is asked for.
    ///
    /// # Errors
    /// [`WriteError::Unfit`] when it would have too many links.
    pub(super) fn new(view: &'a View, asked: &'a Asked) -> Result<Self, WriteError> {
        let projected = if asked.projection == Projection::Full { None } else { Some(projected(view, asked)?) };
        Ok(Self { seen: Seen::new(view, asked.days), asked, projected })
    }

    /// What the cooperation is called.
    pub(super) fn title(&self) -> &'a str {
        &self.seen.view.network().cooperation().name_nl
    }

    /// The view.
    pub(super) fn view(&self) -> &'a View {
        self.seen.view
    }

    /// Whether links run from one node to the other.
    pub(super) fn is_directed(&self) -> bool {
        self.projected.is_none()
    }

    /// Whether nodes and links of all days are drawn.
    pub(super) fn is_dynamic(&self) -> bool {
        self.seen.always
    }

    /// Shows every node.
    pub(super) fn nodes(&self, each: &mut EachNode<'_>) -> Result<(), WriteError> {
        match &self.projected {
            None => nodes::all(&self.seen, self.asked.language, each),
            Some(graph) => graph.nodes().try_for_each(|(_, ix)| each(&nodes::of(&self.seen, ix, self.asked.language))),
        }
    }

    /// Shows every link. Its ends were shown as nodes.
    pub(super) fn links(&self, each: &mut EachEdge<'_>) -> Result<(), WriteError> {
        match &self.projected {
            None => edges::all(&self.seen, each),
            Some(graph) => graph.links().try_for_each(|(source, target, link)| {
                let strength = link.strength.map(Into::into);
                let values = EdgeValues { kind: code(link.kind), strength, ..EdgeValues::default() };
                each(&Edge { source, target, values, span: Span::ALWAYS, fact: None })
            }),
        }
    }
}
