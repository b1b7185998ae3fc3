//! Belonging for a period: to the network, or to a stakeholder group.

use async_graphql::{Context, ID, Object};
use network::period::Tense;
use network::source::Confidence;

use super::citation::Citation;
use super::{Contribution, GroupMembership, Organisation, Partnership, StakeholderGroup};
use crate::graphql::codes::Code;
use crate::graphql::error::ApiError;
use crate::graphql::global_id;
use crate::graphql::page::list;
use crate::graphql::scalars::PartialDate;

/// An organisation is a partner for a period, and takes part in the base exactly as long (partnerschap).
#[Object(serial)]
impl Partnership {
    /// Opaque id, the same in every view: corrections name it.
    pub(super) async fn id(&self) -> ID {
        global_id::of(self.row())
    }

    /// Who.
    async fn organisation(&self) -> Option<Organisation> {
        Organisation::by_id(&self.view, self.row().organisation)
    }

    /// Since when; null: not known, it counts as always.
    async fn since(&self) -> Option<PartialDate> {
        self.row().since.map(PartialDate)
    }

    /// Until when; null: it goes on.
    async fn until(&self) -> Option<PartialDate> {
        self.row().until.map(PartialDate)
    }

    /// Whether it has ended on the day of the view.
    async fn ended(&self) -> bool {
        self.view.fact(&self.network().partnerships, self.ix) == Some(Tense::Ended)
    }

    /// What it brings into the base: a fee per inhabitant, say.
    async fn contributions(&self, ctx: &Context<'_>) -> Result<Vec<Contribution>, ApiError> {
        let network = self.network();
        let rows = self.view.current(&network.contributions, network.belonging.base_contributions_of.of(self.ix));
        list(ctx, rows.map(|(ix, _)| Contribution::new(&self.view, ix)))
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

/// An organisation belongs to a stakeholder group for a period (lidmaatschap).
#[Object(serial)]
impl GroupMembership {
    /// Opaque id, the same in every view: corrections name it.
    pub(super) async fn id(&self) -> ID {
        global_id::of(self.row())
    }

    /// The member; null only when it is not in the view.
    async fn organisation(&self) -> Option<Organisation> {
        Organisation::by_id(&self.view, self.row().organisation)
    }

    /// The group; null only when it is not in the view.
    async fn group(&self) -> Option<StakeholderGroup> {
        let ix = self.network().stakeholder_groups.by_id(self.row().group)?;
        self.view.sees(ix).map(|_| StakeholderGroup::new(&self.view, ix))
    }

    /// Since when; null: not known, it counts as always.
    async fn since(&self) -> Option<PartialDate> {
        self.row().since.map(PartialDate)
    }

    /// Until when; null: it goes on.
    async fn until(&self) -> Option<PartialDate> {
        self.row().until.map(PartialDate)
    }

    /// Whether it has ended on the day of the view.
    async fn ended(&self) -> bool {
        self.view.fact(&self.network().group_memberships, self.ix) == Some(Tense::Ended)
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
