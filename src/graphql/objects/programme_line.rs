//! Programme lines and preconditions.

use async_graphql::{Context, ID, Object};
use network::coalition::CoalitionStatus;
use network::facts::{Language, ProgrammeLineKind};
use network::source::Confidence;

use super::agreement::AgreementConnection;
use super::citation::Citation;
use super::coalition::Coalition;
use super::graph::mixing::TripartiteShare;
use super::initiative::InitiativeConnection;
use super::{Agreement, Body, Initiative, Name, ProgrammeLine};
use crate::graphql::codes::Code;
use crate::graphql::error::ApiError;
use crate::graphql::page::{PageArgs, list};

/// A content line of the agenda (programmalijn), or a precondition for results (randvoorwaarde).
#[Object(serial)]
impl ProgrammeLine {
    /// Opaque id, the same in every view.
    pub(super) async fn id(&self) -> ID {
        self.global_id()
    }

    /// Key in addresses: `ruimtelijke-opgaven`.
    async fn slug(&self) -> &str {
        &self.row().slug
    }

    /// Name; Dutch unless another language is asked for.
    async fn name(&self, #[graphql(desc = "Which language; NL when not given.")] lang: Option<Code<Language>>) -> &str {
        let row = self.row();
        super::in_language(lang, &row.name_nl, row.name_en.as_deref())
    }

    /// Other names in use: Ruimtelijke Opgaven.
    async fn other_names(&self, ctx: &Context<'_>) -> Result<Vec<Name>, ApiError> {
        let network = self.network();
        let rows = network.belonging.names_of_line.of(self.ix);
        list(ctx, rows.filter(|ix| self.view.fact(&network.names, *ix).is_some()).map(|ix| Name::new(&self.view, ix)))
    }

    /// Content line or precondition.
    async fn kind(&self) -> Code<ProgrammeLineKind> {
        Code(self.row().kind)
    }

    /// Place in the agenda among its kind, from 1.
    async fn position(&self) -> u32 {
        self.row().position
    }

    /// Bodies that steer it on the day, in Dutch order of their names.
    async fn steering_bodies(&self, ctx: &Context<'_>) -> Result<Vec<Body>, ApiError> {
        let network = self.network();
        let rows = self.view.current(&network.bodies, network.belonging.steering_line.of(self.ix));
        let mut rows: Vec<_> = rows.map(|(ix, _)| ix).collect();
        rows.sort_by_key(|ix| network.alphabets.bodies.key(*ix));
        list(ctx, rows.into_iter().map(|ix| Body::new(&self.view, ix)))
    }

    /// Initiatives that are a part of it and hold on the day, in Dutch order of their names. At most 100 a page.
    async fn initiatives(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The first so many, 1 to 100; 25 when not given.")] first: Option<i32>,
        #[graphql(desc = "Only what comes after this cursor.")] after: Option<String>,
        #[graphql(desc = "The last so many, 1 to 100.")] last: Option<i32>,
        #[graphql(desc = "Only what comes before this cursor.")] before: Option<String>,
    ) -> Result<InitiativeConnection, ApiError> {
        let parts = self.network().belonging.parts_of_line.of(self.ix);
        Initiative::page_of_parts(ctx, &self.view, parts, false, PageArgs::new(first, after, last, before))
    }

    /// In how many of its initiatives, at any depth, government, education and business all take part on the day; of those in
    /// which anybody does. Null when there is none.
    async fn tripartite_share(&self) -> Option<TripartiteShare> {
        self.view.coalition(self.ix).tripartite(&self.view).map(TripartiteShare::from)
    }

    /// Agreements that cover it and hold on the day, in Dutch order of their names. At most 100 a page.
    async fn agreements(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The first so many, 1 to 100; 25 when not given.")] first: Option<i32>,
        #[graphql(desc = "Only what comes after this cursor.")] after: Option<String>,
        #[graphql(desc = "The last so many, 1 to 100.")] last: Option<i32>,
        #[graphql(desc = "Only what comes before this cursor.")] before: Option<String>,
    ) -> Result<AgreementConnection, ApiError> {
        let network = self.network();
        let rows = self.view.current(&network.agreements, network.belonging.covering.of(self.ix));
        let mut rows: Vec<_> = rows.map(|(ix, _)| ix).collect();
        let make = |ix: &_| Agreement::new(&self.view, *ix);
        rows.sort_by_cached_key(|ix| Agreement::BY_NAME.key_of(&make(ix)));
        Ok(AgreementConnection(PageArgs::new(first, after, last, before).over(ctx, &rows, make, Agreement::BY_NAME)?))
    }

    /// The coalition of the willing: a declared, dated, evidenced opt-in. For a precondition: all partners, by rule.
    async fn coalition(
        &self,
        #[graphql(
            desc = "From which status on an organisation is a member: CONSIDERING, PLEDGED, RATIFIED or CONTRIBUTING.",
            default_with = "Some(Code(CoalitionStatus::Pledged))"
        )]
        threshold: Option<Code<CoalitionStatus>>,
    ) -> Result<Coalition, ApiError> {
        Coalition::new(&self.view, self.ix, threshold.map_or(CoalitionStatus::Pledged, |threshold| threshold.0))
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
