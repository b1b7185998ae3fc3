//! What is measured of the nodes of a projection.

use network::graph::{Graph, Grouping, MOST_STEPS, TooManySteps};
use network::measure::Brokerage;
use network::view::View;

use super::{Cell, Table, pointed};
use crate::exchange::WriteError;
use crate::export::asked::Asked;
use crate::export::draw::projected;
use crate::export::nodes;
use crate::export::seen::Seen;
use crate::export::value::Attribute;

const COLUMNS: &[Attribute] = &[
    Attribute::text("id"),
    Attribute::text("noun"),
    Attribute::text("key"),
    Attribute::text("name"),
    Attribute::text("kind"),
    Attribute::text("helix"),
    Attribute::whole("degree"),
    Attribute::whole("partners"),
    Attribute::real("weightedDegree"),
    Attribute::real("betweenness"),
    Attribute::real("harmonic"),
    Attribute::real("pageRank"),
    Attribute::whole("coreNumber"),
    Attribute::flag("articulationPoint"),
    Attribute::real("constraint"),
    Attribute::real("effectiveSize"),
    Attribute::real("participationCoefficient"),
    Attribute::whole("community"),
    Attribute::whole("coordinator"),
    Attribute::whole("gatekeeper"),
    Attribute::whole("representative"),
    Attribute::whole("consultant"),
    Attribute::whole("liaison"),
];

/// A row a node, in the order of the graph.
pub(super) fn measures<'a>(view: &'a View, asked: &'a Asked) -> Result<Table<'a>, WriteError> {
    let graph = projected(view, asked)?;
    // The graph keeps what is measured.
    Measured::of(&graph).map_err(unfit)?;
    Ok(Table::new(COLUMNS, move |each| {
        let (measured, seen) = (Measured::of(&graph).map_err(unfit)?, Seen::new(view, asked.days));
        for (at, ix) in graph.nodes() {
            let node = nodes::of(&seen, ix, asked.language);
            let (noun, id) = pointed(view, ix);
            let mut cells: Vec<Cell<'_>> = vec![Some(id.to_string().into()), node.values.noun, node.values.key];
            cells.extend([Some(node.name.into()), node.values.kind, node.values.helix]);
            let degrees = [graph.degree(at), graph.partners(at)];
            cells.extend(degrees.map(|count| Some(count.into())));
            cells.push(graph.weighted_degree(at).map(Into::into));
            cells.extend(measured.cells(at.index()));
            each(&cells, &[(noun, id)])?;
        }
        Ok(())
    }))
}

/// What a client is told of a measure that would take too long.
pub(super) fn unfit(refused: TooManySteps) -> WriteError {
    let steps = refused.steps;
    WriteError::Unfit {
        nl: format!("een maat zou {steps} stappen kunnen vragen; meer dan {MOST_STEPS} worden er niet gezet"),
        en: refused.to_string(),
    }
}

/// Measures, by the places of nodes.
struct Measured<'g> {
    betweenness: &'g [f64],
    harmonic: &'g [f64],
    page_rank: &'g [f64],
    core_numbers: &'g [u32],
    articulation: &'g [bool],
    constraint: &'g [Option<f64>],
    effective_size: &'g [Option<f64>],
    /// `None` where nodes have no groups.
    participation: Option<&'g [Option<f64>]>,
    communities: &'g [u32],
    /// `None` where nodes have no groups.
    brokerage: Option<&'g [Brokerage]>,
}

impl<'g> Measured<'g> {
    fn of(graph: &'g Graph) -> Result<Self, TooManySteps> {
        Ok(Self {
            betweenness: graph.betweenness()?,
            harmonic: graph.harmonic()?,
            constraint: graph.constraint()?,
            effective_size: graph.effective_size()?,
            communities: &graph.communities()?.of,
            brokerage: graph.brokerage(Grouping::Helix)?,
            page_rank: graph.page_rank(),
            core_numbers: graph.core_numbers(),
            articulation: &graph.cuts().articulation,
            participation: graph.participation(Grouping::Helix),
        })
    }

    /// Those of the node at a place, from betweenness on.
    fn cells(&self, at: usize) -> [Cell<'static>; 14] {
        let roles = self.brokerage.map(|roles| roles[at]);
        let role = |count: fn(Brokerage) -> u64| roles.map(|roles| count(roles).into());
        [
            Some(self.betweenness[at].into()),
            Some(self.harmonic[at].into()),
            Some(self.page_rank[at].into()),
            Some(self.core_numbers[at].into()),
            Some(self.articulation[at].into()),
            self.constraint[at].map(Into::into),
            self.effective_size[at].map(Into::into),
            self.participation.and_then(|of| of[at]).map(Into::into),
            Some(self.communities[at].into()),
            role(|roles| roles.coordinator),
            role(|roles| roles.gatekeeper),
            role(|roles| roles.representative),
            role(|roles| roles.consultant),
            role(|roles| roles.liaison),
        ]
    }
}
