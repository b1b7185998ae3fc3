//! Everything that has an id of its own.

use std::sync::Arc;

use async_graphql::{Context, ID, Interface};
use network::network::Network;
use network::node::NodeIx;
use network::plan::Pointer;
use network::view::View;

use super::{
    Agreement, Body, Commitment, Decision, Document, Initiative, Meeting, Milestone, Organisation, Person,
    ProgrammeLine, Seat, Signature, StakeholderGroup, Statement,
};
use crate::graphql::error::ApiError;
use crate::graphql::page::{MAX_PAGE, Order, connection, list};
use crate::graphql::shown;

/// Something with an id that is the same in every view of every database.
#[derive(Clone, Interface)]
#[graphql(field(name = "id", ty = "ID", desc = "Opaque id, the same in every view."))]
pub enum Node {
    /// A partner or addressee.
    Organisation(Organisation),
    /// A stakeholder group.
    StakeholderGroup(StakeholderGroup),
    /// A body.
    Body(Body),
    /// A programme line.
    ProgrammeLine(ProgrammeLine),
    /// An initiative.
    Initiative(Initiative),
    /// An agreement.
    Agreement(Agreement),
    /// A decision.
    Decision(Decision),
    /// A milestone.
    Milestone(Milestone),
    /// A meeting.
    Meeting(Meeting),
    /// A person.
    Person(Person),
    /// A seat.
    Seat(Seat),
    /// A commitment.
    Commitment(Commitment),
    /// A signature.
    Signature(Signature),
    /// A statement.
    Statement(Statement),
    /// A document.
    Document(Document),
}

connection! {
    /// A page of nodes.
    NodeConnection, NodeEdge of Node
}

impl Node {
    /// By noun, then by key.
    pub(in crate::graphql) const BY_NOUN: Order<Self> = Order {
        name: "noun",
        key: |node| {
            let (view, node) = node.parts();
            let (table, key) = (node.table(), node.key(view.network()));
            format!("{table}\0{key}").into_bytes()
        },
    };

    /// What a change is about, when it has a page of its own and is there.
    pub(in crate::graphql) fn of_target(view: &Arc<View>, target: Pointer) -> Option<Self> {
        NodeIx::in_table(view.network(), target.noun, target.id).map(|node| Self::new(view, node))
    }

    /// The node in this row.
    pub(in crate::graphql) fn new(view: &Arc<View>, node: NodeIx) -> Self {
        match node {
            NodeIx::Organisation(ix) => Self::Organisation(Organisation::new(view, ix)),
            NodeIx::StakeholderGroup(ix) => Self::StakeholderGroup(StakeholderGroup::new(view, ix)),
            NodeIx::Body(ix) => Self::Body(Body::new(view, ix)),
            NodeIx::ProgrammeLine(ix) => Self::ProgrammeLine(ProgrammeLine::new(view, ix)),
            NodeIx::Initiative(ix) => Self::Initiative(Initiative::new(view, ix)),
            NodeIx::Agreement(ix) => Self::Agreement(Agreement::new(view, ix)),
            NodeIx::Decision(ix) => Self::Decision(Decision::new(view, ix)),
            NodeIx::Milestone(ix) => Self::Milestone(Milestone::new(view, ix)),
            NodeIx::Meeting(ix) => Self::Meeting(Meeting::new(view, ix)),
            NodeIx::Person(ix) => Self::Person(Person::new(view, ix)),
            NodeIx::Seat(ix) => Self::Seat(Seat::new(view, ix)),
            NodeIx::Commitment(ix) => Self::Commitment(Commitment::new(view, ix)),
            NodeIx::Signature(ix) => Self::Signature(Signature::new(view, ix)),
            NodeIx::Statement(ix) => Self::Statement(Statement::new(view, ix)),
            NodeIx::Document(ix) => Self::Document(Document::new(view, ix)),
        }
    }

    /// The node with this id, when the view has it.
    pub(in crate::graphql) fn find(view: &Arc<View>, id: &ID) -> Option<Self> {
        let node = crate::graphql::global_id::decode(view.network(), id)?;
        view.sees(node).map(|_| Self::new(view, node))
    }

    /// Notes that a node is shown.
    pub(in crate::graphql) fn note(network: &Network, node: NodeIx) {
        match node {
            NodeIx::Organisation(ix) => shown::note_row(network.organisations.get(ix)),
            NodeIx::StakeholderGroup(ix) => shown::note_row(network.stakeholder_groups.get(ix)),
            NodeIx::Body(ix) => shown::note_row(network.bodies.get(ix)),
            NodeIx::ProgrammeLine(ix) => shown::note_row(network.programme_lines.get(ix)),
            NodeIx::Initiative(ix) => shown::note_row(network.initiatives.get(ix)),
            NodeIx::Agreement(ix) => shown::note_row(network.agreements.get(ix)),
            NodeIx::Decision(ix) => shown::note_row(network.decisions.get(ix)),
            NodeIx::Milestone(ix) => shown::note_row(network.milestones.get(ix)),
            NodeIx::Meeting(ix) => shown::note_row(network.meetings.get(ix)),
            NodeIx::Person(ix) => shown::note_row(network.persons.get(ix)),
            NodeIx::Seat(ix) => shown::note_row(network.seats.get(ix)),
            NodeIx::Commitment(ix) => shown::note_row(network.commitments.get(ix)),
            NodeIx::Signature(ix) => shown::note_row(network.signatures.get(ix)),
            NodeIx::Statement(ix) => shown::note_row(network.statements.get(ix)),
            NodeIx::Document(ix) => shown::note_row(network.documents.get(ix)),
        }
    }

    fn parts(&self) -> (&Arc<View>, NodeIx) {
        match self {
            Self::Organisation(node) => (&node.view, node.ix.into()),
            Self::StakeholderGroup(node) => (&node.view, node.ix.into()),
            Self::Body(node) => (&node.view, node.ix.into()),
            Self::ProgrammeLine(node) => (&node.view, node.ix.into()),
            Self::Initiative(node) => (&node.view, node.ix.into()),
            Self::Agreement(node) => (&node.view, node.ix.into()),
            Self::Decision(node) => (&node.view, node.ix.into()),
            Self::Milestone(node) => (&node.view, node.ix.into()),
            Self::Meeting(node) => (&node.view, node.ix.into()),
            Self::Person(node) => (&node.view, node.ix.into()),
            Self::Seat(node) => (&node.view, node.ix.into()),
            Self::Commitment(node) => (&node.view, node.ix.into()),
            Self::Signature(node) => (&node.view, node.ix.into()),
            Self::Statement(node) => (&node.view, node.ix.into()),
            Self::Document(node) => (&node.view, node.ix.into()),
        }
    }
}

/// Nodes by id: one for each id, in the same order, null where there is none.
pub(in crate::graphql) fn nodes(
    ctx: &Context<'_>,
    view: &Arc<View>,
    ids: &[ID],
) -> Result<Vec<Option<Node>>, ApiError> {
    if ids.len() > MAX_PAGE {
        let given = ids.len();
        return Err(ApiError::bad_user_input(
            format!("er zijn {given} id's gegeven; vraag er hoogstens {MAX_PAGE} tegelijk"),
            format!("{given} ids are given; at most {MAX_PAGE} can be asked for at once"),
        ));
    }
    list(ctx, ids.iter().map(|id| Node::find(view, id)))
}
