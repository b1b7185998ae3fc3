//! What organisations promise.

use async_graphql::{Context, ID, Object};
use network::facts::{CommitmentStatus, ContributionKind};

use super::citation::Citation;
use super::condition::Condition;
use super::participation::participation_fields;
use super::{Commitment, Contribution, Decision, Organisation};
use crate::graphql::codes::Code;
use crate::graphql::error::ApiError;
use crate::graphql::global_id;
use crate::graphql::page::list;
use crate::graphql::scalars::{Decimal, PartialDate};

participation_fields! {
    /// What an organisation promises to a programme line, an initiative or an agreement (toezegging).
    Commitment {
        /// How hard the promise is.
        async fn status(&self) -> Code<CommitmentStatus> {
            Code(self.row().status)
        }

        /// What it brings in. Without any it is an open promise (rule R04), and missing says so.
        async fn contributions(&self, ctx: &Context<'_>) -> Result<Vec<Contribution>, ApiError> {
            let network = self.network();
            let rows = network.belonging.contributions_of.of(self.ix);
            let rows = rows.filter(|ix| self.view.fact(&network.contributions, *ix).is_some());
            list(ctx, rows.map(|ix| Contribution::new(&self.view, ix)))
        }

        /// On what it depends ("if at least three municipalities join"); null: on nothing.
        async fn condition(&self) -> Option<Condition> {
            self.row().condition.as_ref().map(|condition| Condition::new(&self.view, &condition.0))
        }

        /// The decision that ratified it; null: none is known.
        async fn ratified_by(&self) -> Option<Decision> {
            let ix = self.network().decisions.by_id(self.row().ratified_by?)?;
            self.view.sees(ix).map(|_| Decision::new(&self.view, ix))
        }
    }
}

/// Means that a commitment or a partnership brings in (bijdrage).
#[Object(serial)]
impl Contribution {
    /// Opaque id, the same in every view: corrections name it.
    pub(super) async fn id(&self) -> ID {
        global_id::of(self.row())
    }

    /// Kind of means.
    async fn kind(&self) -> Code<ContributionKind> {
        Code(self.row().kind)
    }

    /// How much; null: not stated.
    async fn amount(&self) -> Option<Decimal> {
        self.row().amount.map(Decimal)
    }

    /// Unit of the amount: EUR, fte, hour; null: not stated.
    async fn unit(&self) -> Option<&str> {
        self.row().unit.as_deref()
    }

    /// Per what: year, inhabitant and year; null: once.
    async fn per(&self) -> Option<&str> {
        self.row().per.as_deref()
    }

    /// Whether the amount is the least it will be.
    async fn minimum(&self) -> bool {
        self.row().minimum
    }

    /// When it was delivered; null: not that we know.
    async fn realised_on(&self) -> Option<PartialDate> {
        self.row().realised_on.map(PartialDate)
    }

    /// Since when; null: as the commitment.
    async fn since(&self) -> Option<PartialDate> {
        self.row().since.map(PartialDate)
    }

    /// Until when; null: as the commitment.
    async fn until(&self) -> Option<PartialDate> {
        self.row().until.map(PartialDate)
    }

    /// Who brings it in; null only when not in the view.
    async fn organisation(&self) -> Option<Organisation> {
        let (network, row) = (self.network(), self.row());
        let commitment = row
            .commitment
            .and_then(|id| network.commitments.by_id(id))
            .map(|ix| network.commitments.get(ix).organisation);
        let partnership = || {
            row.partnership
                .and_then(|id| network.partnerships.by_id(id))
                .map(|ix| network.partnerships.get(ix).organisation)
        };
        Organisation::by_id(&self.view, commitment.or_else(partnership)?)
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
