//! Signed papers.

use async_graphql::{Context, ID, Object};
use network::facts::{AgreementKind, AgreementStatus, Language};
use network::links::{Link, Venue};
use network::period::Tense;
use network::source::Confidence;

use super::citation::Citation;
use super::decision::DecisionConnection;
use super::initiative::InitiativeConnection;
use super::participation::{Participation, ParticipationConnection, participation_fields};
use super::{Agreement, Decision, Goal, Initiative, Organisation, ProgrammeLine, Signature, Statement, name_then_id};
use crate::graphql::codes::Code;
use crate::graphql::error::ApiError;
use crate::graphql::global_id;
use crate::graphql::page::{Order, PageArgs, connection, list};
use crate::graphql::scalars::{Decimal, PartialDate, Url};

connection! {
    /// A page of agreements.
    AgreementConnection, AgreementEdge of Agreement
}

impl Agreement {
    /// Dutch order of names.
    pub(in crate::graphql) const BY_NAME: Order<Self> = Order {
        name: "name",
        key: |node| {
            name_then_id(node.network().alphabets.agreements.key(node.ix), network::id::FactId::uuid(node.row().id))
        },
    };
}

/// A signed paper: the multi-year agenda, a Regio Deal, a declaration of intent (overeenkomst).
#[Object(serial)]
impl Agreement {
    /// Opaque id, the same in every view.
    pub(super) async fn id(&self) -> ID {
        self.global_id()
    }

    /// Key in addresses: `regio-deal-tranche-5`.
    async fn slug(&self) -> &str {
        &self.row().slug
    }

    /// Name; Dutch unless another language is asked for.
    async fn name(&self, #[graphql(desc = "Which language; NL when not given.")] lang: Option<Code<Language>>) -> &str {
        let row = self.row();
        super::in_language(lang, &row.name_nl, row.name_en.as_deref())
    }

    /// What it is.
    async fn kind(&self) -> Code<AgreementKind> {
        Code(self.row().kind)
    }

    /// How far it is, as last recorded.
    async fn status(&self) -> Code<AgreementStatus> {
        Code(self.row().status)
    }

    /// When it was signed, as written; null: not known.
    async fn signed(&self) -> Option<PartialDate> {
        self.row().signed.map(PartialDate)
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

    /// Lines that it covers: who signed it takes part there. Empty when no source says which.
    async fn covers(&self, ctx: &Context<'_>) -> Result<Vec<ProgrammeLine>, ApiError> {
        let network = self.network();
        let rows = self.row().covers.iter().filter_map(|id| network.programme_lines.by_id(*id));
        list(ctx, rows.filter(|ix| self.view.sees(*ix).is_some()).map(|ix| ProgrammeLine::new(&self.view, ix)))
    }

    /// Money in it; null: not stated.
    async fn amount(&self) -> Option<Decimal> {
        self.row().amount.map(Decimal)
    }

    /// Currency of the amount; null without an amount.
    async fn unit(&self) -> Option<&str> {
        self.row().unit.as_deref()
    }

    /// The agreement that it builds on; null: none.
    async fn builds_on(&self) -> Option<Agreement> {
        let ix = self.network().agreements.by_id(self.row().builds_on?)?;
        self.view.sees(ix).map(|_| Self::new(&self.view, ix))
    }

    /// Its own website; null: none.
    async fn website(&self) -> Option<Url> {
        self.row().website.clone().map(Url)
    }

    /// Who takes part in it: signatures and commitments. Those that hold first, then by date. At most 100 a page.
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
        let mut items: Vec<_> = self.view.links_at(Venue::Agreement(self.ix)).filter_map(held).collect();
        let make = |part: &_| Participation::new(&self.view, *part);
        items.sort_by_cached_key(|part| Participation::IN_TIME.key_of(&make(part)));
        items.dedup();
        Ok(ParticipationConnection(PageArgs::new(first, after, last, before).over(
            ctx,
            &items,
            make,
            Participation::IN_TIME,
        )?))
    }

    /// Initiatives that are a part of it, whether ended or not, in Dutch order of their names. At most 100 a page.
    async fn initiatives(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The first so many, 1 to 100; 25 when not given.")] first: Option<i32>,
        #[graphql(desc = "Only what comes after this cursor.")] after: Option<String>,
        #[graphql(desc = "The last so many, 1 to 100.")] last: Option<i32>,
        #[graphql(desc = "Only what comes before this cursor.")] before: Option<String>,
    ) -> Result<InitiativeConnection, ApiError> {
        let parts = self.network().belonging.parts_of_agreement.of(self.ix);
        Initiative::page_of_parts(ctx, &self.view, parts, true, PageArgs::new(first, after, last, before))
    }

    /// Goals that it sets for activities (rule R05).
    async fn goals(&self, ctx: &Context<'_>) -> Result<Vec<Goal>, ApiError> {
        let id = self.row().id;
        let network = self.network();
        let rows = network
            .goals
            .iter()
            .filter(|(ix, row)| row.agreement == id && self.view.fact(&network.goals, *ix).is_some());
        list(ctx, rows.map(|(ix, _)| Goal::new(&self.view, ix)))
    }

    /// Decisions about it, in the order of their dates. At most 100 a page.
    async fn decisions(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The first so many, 1 to 100; 25 when not given.")] first: Option<i32>,
        #[graphql(desc = "Only what comes after this cursor.")] after: Option<String>,
        #[graphql(desc = "The last so many, 1 to 100.")] last: Option<i32>,
        #[graphql(desc = "Only what comes before this cursor.")] before: Option<String>,
    ) -> Result<DecisionConnection, ApiError> {
        let rows = self.network().belonging.decisions_on_agreement.of(self.ix);
        let mut rows: Vec<_> = rows.filter(|ix| self.view.sees(*ix).is_some()).collect();
        let make = |ix: &_| Decision::new(&self.view, *ix);
        rows.sort_by_cached_key(|ix| Decision::IN_TIME.key_of(&make(ix)));
        Ok(DecisionConnection(PageArgs::new(first, after, last, before).over(ctx, &rows, make, Decision::IN_TIME)?))
    }

    /// What its sources say in words: purpose, aims, what it rests on, action lines.
    async fn statements(&self, ctx: &Context<'_>) -> Result<Vec<Statement>, ApiError> {
        let rows = self.network().belonging.statements_of_agreement.of(self.ix);
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

participation_fields! {
    /// An organisation signed an agreement (handtekening).
    Signature {
        /// What was signed.
        async fn agreement(&self) -> Result<Agreement, ApiError> {
            let ix = self.network().agreements.by_id(self.row().agreement);
            // A network whose signature has no agreement is refused when it is built.
            ix.map(|ix| Agreement::new(&self.view, ix)).ok_or_else(|| ApiError::internal("find the agreement of a signature", "none"))
        }

        /// Who signed; null only when it is not in the view.
        async fn organisation(&self) -> Option<Organisation> {
            Organisation::by_id(&self.view, self.row().organisation)
        }

        /// As what: party for the State; null: as itself.
        async fn role(&self) -> Option<&str> {
            self.row().role.as_deref()
        }

        /// The decision by which the signer's own organ adopted it; null: none is known.
        async fn ratified_by(&self) -> Option<Decision> {
            let ix = self.network().decisions.by_id(self.row().ratified_by?)?;
            self.view.sees(ix).map(|_| Decision::new(&self.view, ix))
        }
    }
}

/// A goal of an agenda that initiatives serve (doel).
#[Object(serial)]
impl Goal {
    /// Opaque id, the same in every view: corrections name it.
    pub(super) async fn id(&self) -> ID {
        global_id::of(self.row())
    }

    /// Key of the goal.
    async fn key(&self) -> &str {
        &self.row().key
    }

    /// The goal in words; Dutch unless another language is asked for.
    async fn text(&self, #[graphql(desc = "Which language; NL when not given.")] lang: Option<Code<Language>>) -> &str {
        let row = self.row();
        super::in_language(lang, &row.text_nl, row.text_en.as_deref())
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
