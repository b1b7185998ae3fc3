//! Stakeholder groups.

use async_graphql::{Context, ID, Object};
use network::facts::{Helix, Language};
use network::source::Confidence;

use super::citation::Citation;
use super::organisation::OrganisationConnection;
use super::relation::Party;
use super::{Organisation, Relation, StakeholderGroup};
use crate::graphql::codes::Code;
use crate::graphql::error::ApiError;
use crate::graphql::page::PageArgs;

/// A node of the partner map: "22 gemeenten", "onderwijs". Its members on a day are organisations (stakeholdergroep).
#[Object(serial)]
impl StakeholderGroup {
    /// Opaque id, the same in every view.
    pub(super) async fn id(&self) -> ID {
        self.global_id()
    }

    /// Key in addresses: `groep-gemeenten`.
    async fn slug(&self) -> &str {
        &self.row().slug
    }

    /// Name; Dutch unless another language is asked for.
    async fn name(&self, #[graphql(desc = "Which language; NL when not given.")] lang: Option<Code<Language>>) -> &str {
        let row = self.row();
        super::in_language(lang, &row.name_nl, row.name_en.as_deref())
    }

    /// In whose name its members sit.
    async fn helix(&self) -> Code<Helix> {
        Code(self.row().helix)
    }

    /// How many members a source says it has; null when none says so. What is known stands in `members.totalCount`.
    async fn declared_count(&self) -> Option<u32> {
        let network = self.network();
        let id = self.row().id;
        network.declared_counts.iter().find(|(_, row)| row.group == Some(id)).map(|(_, row)| row.declared)
    }

    /// Members on the day, in Dutch order of their names. At most 100 a page.
    async fn members(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The first so many, 1 to 100; 25 when not given.")] first: Option<i32>,
        #[graphql(desc = "Only what comes after this cursor.")] after: Option<String>,
        #[graphql(desc = "The last so many, 1 to 100.")] last: Option<i32>,
        #[graphql(desc = "Only what comes before this cursor.")] before: Option<String>,
    ) -> Result<OrganisationConnection, ApiError> {
        let mut members: Vec<_> = self.view.members(self.ix).collect();
        members.sort_by_cached_key(|ix| Organisation::BY_NAME.key_of(&Organisation::new(&self.view, *ix)));
        members.dedup();
        let page = PageArgs::new(first, after, last, before);
        let make = |ix: &_| Organisation::new(&self.view, *ix);
        Ok(OrganisationConnection(page.over(ctx, &members, make, Organisation::BY_NAME)?))
    }

    /// Who speaks for it.
    async fn representatives(&self, ctx: &Context<'_>) -> Result<Vec<Party>, ApiError> {
        let network = self.network();
        let rows = self.view.current(&network.relations, network.belonging.relations_of_group.of(self.ix));
        let rows = rows.filter(|(_, row)| {
            row.kind == network::facts::RelationKind::Represents && row.to_group == Some(self.row().id)
        });
        let relations = Relation::list(ctx, &self.view, rows.map(|(ix, _)| ix).collect())?;
        Ok(relations.iter().filter_map(Relation::party_from).collect())
    }

    /// How sure.
    async fn confidence(&self) -> Code<Confidence> {
        Code(self.row().confidence)
    }

    /// Who may see it.
    async fn audience(&self) -> Code<network::audience::Audience> {
        Code(self.row().audience)
    }

    /// On whose word.
    async fn sources(&self) -> Vec<Citation<'_>> {
        self.citations()
    }
}
