//! Other ties.

use std::sync::Arc;

use async_graphql::{Context, ID, Object, Union};
use network::facts::{self, RelationKind};
use network::node::NodeIx;
use network::source::Confidence;
use network::table::Ix;
use network::view::View;

use super::citation::Citation;
use super::{Body, Organisation, Relation, StakeholderGroup};
use crate::graphql::codes::Code;
use crate::graphql::error::ApiError;
use crate::graphql::global_id;
use crate::graphql::page::list;
use crate::graphql::scalars::PartialDate;

/// A party to a relation.
#[derive(Clone, Union)]
pub enum Party {
    /// An organisation.
    Organisation(Organisation),
    /// A stakeholder group.
    StakeholderGroup(StakeholderGroup),
    /// A body.
    Body(Body),
}

impl Relation {
    /// Relations in a fixed order, without those whose other end is not there.
    pub(super) fn list(
        ctx: &Context<'_>,
        view: &Arc<View>,
        mut rows: Vec<Ix<facts::Relation>>,
    ) -> Result<Vec<Self>, ApiError> {
        let network = view.network();
        rows.sort_by_key(|ix| network.relations.get(*ix).id);
        rows.dedup();
        let relations = rows.into_iter().map(|ix| Self::new(view, ix));
        list(ctx, relations.filter(|relation| relation.end(false).is_some() && relation.end(true).is_some()))
    }

    pub(super) fn party_from(&self) -> Option<Party> {
        self.end(false)
    }

    fn end(&self, to: bool) -> Option<Party> {
        let (network, row) = (self.network(), self.row());
        let (organisation, group, body) = if to {
            (row.to_organisation, row.to_group, row.to_body)
        } else {
            (row.from_organisation, row.from_group, row.from_body)
        };
        let organisation = organisation.and_then(|id| network.organisations.by_id(id)).map(NodeIx::Organisation);
        let group = group.and_then(|id| network.stakeholder_groups.by_id(id)).map(NodeIx::StakeholderGroup);
        let node = organisation.or(group).or_else(|| body.and_then(|id| network.bodies.by_id(id)).map(NodeIx::Body))?;
        self.view.sees(node)?;
        match node {
            NodeIx::Organisation(ix) => Some(Party::Organisation(Organisation::new(&self.view, ix))),
            NodeIx::StakeholderGroup(ix) => Some(Party::StakeholderGroup(StakeholderGroup::new(&self.view, ix))),
            NodeIx::Body(ix) => Some(Party::Body(Body::new(&self.view, ix))),
            _ => None,
        }
    }
}

/// A tie that is neither seat, commitment nor signature: it reads "from, kind, to" (relatie).
#[Object(serial)]
impl Relation {
    /// Opaque id, the same in every view: corrections name it.
    pub(super) async fn id(&self) -> ID {
        global_id::of(self.row())
    }

    /// Who is something to another; null when it is not in the view.
    async fn from(&self) -> Option<Party> {
        self.end(false)
    }

    /// What the first is to the second.
    async fn kind(&self) -> Code<RelationKind> {
        Code(self.row().kind)
    }

    /// To whom; null when it is not in the view.
    async fn to(&self) -> Option<Party> {
        self.end(true)
    }

    /// Since when; null: not known, it counts as always.
    async fn since(&self) -> Option<PartialDate> {
        self.row().since.map(PartialDate)
    }

    /// Until when; null: it goes on.
    async fn until(&self) -> Option<PartialDate> {
        self.row().until.map(PartialDate)
    }

    /// How sure.
    async fn confidence(&self) -> Code<Confidence> {
        Code(self.row().confidence)
    }

    /// Who may see it.
    async fn audience(&self) -> Code<network::audience::Audience> {
        Code(self.row().audience)
    }

    /// A remark; null when there is none.
    async fn note(&self) -> Option<&str> {
        self.row().note.as_deref()
    }

    /// On whose word.
    async fn sources(&self) -> Vec<Citation<'_>> {
        self.citations()
    }
}
