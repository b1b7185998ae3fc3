//! Programmes, projects and activities.

use std::sync::Arc;

use async_graphql::{Context, ID, Object};
use network::facts::{self, AmbitionLevel, Fact, InitiativeKind, Language};
use network::id::FactId;
use network::links::{Link, Venue};
use network::period::Tense;
use network::source::Confidence;
use network::table::Ix;
use network::view::View;

use super::citation::Citation;
use super::participation::{Participation, ParticipationConnection};
use super::{Ambition, Body, Goal, Initiative, InitiativePart, Statement, name_then_id};
use crate::graphql::codes::Code;
use crate::graphql::error::ApiError;
use crate::graphql::page::{Order, PageArgs, connection, list};
use crate::graphql::scalars::PartialDate;

connection! {
    /// A page of initiatives.
    InitiativeConnection, InitiativeEdge of Initiative
}

impl Initiative {
    /// Dutch order of names.
    pub(in crate::graphql) const BY_NAME: Order<Self> = Order {
        name: "name",
        key: |node| name_then_id(node.network().alphabets.initiatives.key(node.ix), node.row().id.uuid()),
    };

    /// The initiatives of these parts in Dutch order of their names.
    pub(super) fn page_of_parts(
        ctx: &Context<'_>,
        view: &Arc<View>,
        parts: impl Iterator<Item = Ix<facts::InitiativePart>>,
        include_ended: bool,
        page: PageArgs,
    ) -> Result<InitiativeConnection, ApiError> {
        let network = view.network();
        let parts = view.current(&network.initiative_parts, parts);
        let rows = parts.filter_map(|(_, part)| network.initiatives.by_id(part.initiative));
        let mut rows: Vec<_> =
            rows.filter(|ix| view.sees(*ix).is_some_and(|tense| include_ended || tense == Tense::Current)).collect();
        rows.sort_by_key(|ix| (network.alphabets.initiatives.key(*ix), network.initiatives.get(*ix).id()));
        rows.dedup();
        Ok(InitiativeConnection(page.over(ctx, &rows, |ix| Self::new(view, *ix), Self::BY_NAME)?))
    }
}

/// A programme, project or activity (initiatief).
#[Object(serial)]
impl Initiative {
    /// Opaque id, the same in every view.
    pub(super) async fn id(&self) -> ID {
        self.global_id()
    }

    /// Key in addresses.
    async fn slug(&self) -> &str {
        &self.row().slug
    }

    /// Name; Dutch unless another language is asked for.
    async fn name(&self, #[graphql(desc = "Which language; NL when not given.")] lang: Option<Code<Language>>) -> &str {
        let row = self.row();
        super::in_language(lang, &row.name_nl, row.name_en.as_deref())
    }

    /// Programme, project or activity.
    async fn kind(&self) -> Code<InitiativeKind> {
        Code(self.row().kind)
    }

    /// Whether the source gives it as an example only.
    async fn example(&self) -> bool {
        self.row().example
    }

    /// Whether it is a knowledge activity, whose results are to be shared (rule R07).
    async fn knowledge(&self) -> bool {
        self.row().knowledge
    }

    /// When its results were shared; null: not that we know.
    async fn results_shared(&self) -> Option<PartialDate> {
        self.row().results_shared.map(PartialDate)
    }

    /// Start, as written; null: not known, it counts as always.
    async fn since(&self) -> Option<PartialDate> {
        self.row().since.map(PartialDate)
    }

    /// End, as written; null: open.
    async fn until(&self) -> Option<PartialDate> {
        self.row().until.map(PartialDate)
    }

    /// Whether it has ended on the day of the view.
    async fn ended(&self) -> bool {
        self.view.sees(self.ix) == Some(Tense::Ended)
    }

    /// Of what it is a part, with how much of it: a programme of one line (rule R06), a project of one or more
    /// programmes or agreements.
    async fn part_of(&self, ctx: &Context<'_>) -> Result<Vec<InitiativePart>, ApiError> {
        let network = self.network();
        let places = self.view.current(&network.initiative_parts, network.belonging.places_of.of(self.ix));
        let places = places.map(|(ix, _)| InitiativePart::new(&self.view, ix));
        list(ctx, places.filter(|place| place.node().is_some_and(|whole| self.view.sees(whole).is_some())))
    }

    /// What is a part of it and holds on the day, in Dutch order of their names. At most 100 a page.
    #[allow(clippy::too_many_arguments, reason = "arguments of the API")]
    async fn parts(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Whether those that have ended are shown as well.", default_with = "Some(false)")]
        include_ended: Option<bool>,
        #[graphql(desc = "The first so many, 1 to 100; 25 when not given.")] first: Option<i32>,
        #[graphql(desc = "Only what comes after this cursor.")] after: Option<String>,
        #[graphql(desc = "The last so many, 1 to 100.")] last: Option<i32>,
        #[graphql(desc = "Only what comes before this cursor.")] before: Option<String>,
    ) -> Result<InitiativeConnection, ApiError> {
        let include_ended = include_ended == Some(true);
        let parts = self.network().belonging.parts_of_initiative.of(self.ix);
        Self::page_of_parts(ctx, &self.view, parts, include_ended, PageArgs::new(first, after, last, before))
    }

    /// What it aims at, on both levels of funding, row by row.
    async fn ambitions(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Only those of this level; both when not given.")] level: Option<Code<AmbitionLevel>>,
    ) -> Result<Vec<Ambition>, ApiError> {
        let network = self.network();
        let rows = self.view.current(&network.ambitions, network.belonging.ambitions_of.of(self.ix));
        let mut rows: Vec<_> = rows.filter(|(_, row)| level.is_none_or(|level| row.level == level.0)).collect();
        rows.sort_by(|(_, a), (_, b)| (a.level, a.row, &a.key).cmp(&(b.level, b.row, &b.key)));
        list(ctx, rows.into_iter().map(|(ix, _)| Ambition::new(&self.view, ix)))
    }

    /// The highest level whose funder layers all have a ratified contribution (rule R10); null when none is known.
    async fn reached_level(&self) -> Option<Code<AmbitionLevel>> {
        network::ambition::reached_level(&self.view, self.ix).map(Code)
    }

    /// Goals of the agenda that it serves (rule R05).
    async fn goals(&self, ctx: &Context<'_>) -> Result<Vec<Goal>, ApiError> {
        let network = self.network();
        let rows = self.row().goals.iter().filter_map(|id| network.goals.by_id(*id));
        list(ctx, rows.filter(|ix| self.view.fact(&network.goals, *ix).is_some()).map(|ix| Goal::new(&self.view, ix)))
    }

    /// Bodies that steer it on the day.
    async fn steering_bodies(&self, ctx: &Context<'_>) -> Result<Vec<Body>, ApiError> {
        let network = self.network();
        let rows = self.view.current(&network.bodies, network.belonging.steering_initiative.of(self.ix));
        list(ctx, rows.map(|(ix, _)| Body::new(&self.view, ix)))
    }

    /// Who takes part in it: commitments. Those that hold first, then by date. At most 100 a page.
    #[allow(clippy::too_many_arguments, reason = "arguments of the API")]
    async fn participations(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Whether those that have ended are shown as well.", default_with = "Some(false)")]
        include_ended: Option<bool>,
        #[graphql(desc = "The first so many, 1 to 100; 25 when not given.")] first: Option<i32>,
        #[graphql(desc = "Only what comes after this cursor.")] after: Option<String>,
        #[graphql(desc = "The last so many, 1 to 100.")] last: Option<i32>,
        #[graphql(desc = "Only what comes before this cursor.")] before: Option<String>,
    ) -> Result<ParticipationConnection, ApiError> {
        let include_ended = include_ended == Some(true);
        let held =
            |(link, tense): (&Link, Tense)| (include_ended || tense == Tense::Current).then_some(link.participation);
        let mut items: Vec<_> = self.view.links_at(Venue::Initiative(self.ix)).filter_map(held).collect();
        let make = |part: &_| Participation::new(&self.view, *part);
        items.sort_by_cached_key(|part| Participation::IN_TIME.key_of(&make(part)));
        Ok(ParticipationConnection(PageArgs::new(first, after, last, before).over(
            ctx,
            &items,
            make,
            Participation::IN_TIME,
        )?))
    }

    /// What its sources say in words: components, headings.
    async fn statements(&self, ctx: &Context<'_>) -> Result<Vec<Statement>, ApiError> {
        let rows = self.network().belonging.statements_of_initiative.of(self.ix);
        Statement::list(ctx, &self.view, rows.collect())
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
