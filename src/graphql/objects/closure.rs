//! Conditional offers: who joins on which condition.

use std::sync::Arc;

use async_graphql::{Context, Object, SimpleObject};
use network::coalition::{self, Outcome};
use network::facts::{self, AmbitionLevel, Language};
use network::table::Ix;
use network::view::View;

use super::condition::Condition;
use super::{Commitment, Organisation};
use crate::graphql::codes::Code;
use crate::graphql::error::ApiError;
use crate::graphql::page::{Order, PageArgs, connection};
use crate::graphql::reader::Reader;
use crate::graphql::scalars::{Decimal, int};

/// What becomes of the offers on a line.
pub struct CoalitionClosure {
    view: Arc<View>,
    line: Ix<facts::ProgrammeLine>,
    closure: Arc<coalition::Closure>,
}

impl CoalitionClosure {
    /// Makes or finds it, off the threads that answer requests.
    pub(super) async fn new(
        ctx: &Context<'_>,
        view: &Arc<View>,
        line: Ix<facts::ProgrammeLine>,
        level: AmbitionLevel,
    ) -> Result<Self, ApiError> {
        let (live, shared) = (Reader::of(ctx)?.live().clone(), view.clone());
        let made = tokio::task::spawn_blocking(move || live.closure(&shared, line, level)).await;
        let closure = made.map_err(|stopped| ApiError::internal("say who joins on which condition", stopped))?;
        Ok(Self { view: view.clone(), line, closure })
    }

    fn offers(
        &self,
        ctx: &Context<'_>,
        outcome: Outcome,
        [first, last]: [Option<i32>; 2],
        [after, before]: [Option<String>; 2],
    ) -> Result<OfferConnection, ApiError> {
        let rows: Vec<coalition::Offer> =
            self.closure.offers().iter().filter(|offer| offer.outcome == outcome).copied().collect();
        let make = |row: &coalition::Offer| Offer { view: self.view.clone(), row: *row };
        PageArgs::new(first, after, last, before).over(ctx, &rows, make, Offer::BY_NAME).map(OfferConnection)
    }
}

/// What becomes of the offers on a line (voorwaardelijke toezeggingen): all active pledges on it and on its parts, with a
/// condition or without. Seats and signatures are no offers. It does not depend on the order of the offers.
#[Object(serial)]
impl CoalitionClosure {
    /// The level of ambition that is taken to be funded.
    async fn level(&self) -> Code<AmbitionLevel> {
        Code(self.closure.level)
    }

    /// The revision of the network that it tells of.
    async fn revision(&self) -> i64 {
        self.view.network().revision().number
    }

    /// Version of the method by which it is made; another version may give other results.
    async fn method_version(&self) -> &str {
        "1"
    }

    /// How many offers there are.
    async fn offer_count(&self) -> i32 {
        int(self.closure.offers().len())
    }

    /// What the certain offers come to.
    async fn certain_sum(&self) -> OfferSum {
        self.closure.certain.into()
    }

    /// What the certain offers and those that only count together come to: the greatest coalition in which everybody is
    /// satisfied.
    async fn greatest_sum(&self) -> OfferSum {
        self.closure.greatest.into()
    }

    /// Offers that count whatever the others do, in Dutch order of who offers. At most 100 a page.
    async fn certain(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The first so many, 1 to 100; 25 when not given.")] first: Option<i32>,
        #[graphql(desc = "Only what comes after this cursor.")] after: Option<String>,
        #[graphql(desc = "The last so many, 1 to 100.")] last: Option<i32>,
        #[graphql(desc = "Only what comes before this cursor.")] before: Option<String>,
    ) -> Result<OfferConnection, ApiError> {
        self.offers(ctx, Outcome::Certain, [first, last], [after, before])
    }

    /// Offers that count only when all in the greatest coalition decide together, in Dutch order of who offers: a moment for
    /// that is needed. At most 100 a page.
    async fn together(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The first so many, 1 to 100; 25 when not given.")] first: Option<i32>,
        #[graphql(desc = "Only what comes after this cursor.")] after: Option<String>,
        #[graphql(desc = "The last so many, 1 to 100.")] last: Option<i32>,
        #[graphql(desc = "Only what comes before this cursor.")] before: Option<String>,
    ) -> Result<OfferConnection, ApiError> {
        self.offers(ctx, Outcome::Together, [first, last], [after, before])
    }

    /// Offers whose condition does not come about, those first whose condition keeps most out, by parties and then by euros:
    /// whom to talk to first. At most 100 a page.
    async fn blocked(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The first so many, 1 to 100; 25 when not given.")] first: Option<i32>,
        #[graphql(desc = "Only what comes after this cursor.")] after: Option<String>,
    ) -> Result<BlockedOfferConnection, ApiError> {
        let make = |row: &coalition::Blocked| BlockedOffer { view: self.view.clone(), row: row.clone() };
        PageArgs::new(first, after, None, None)
            .over(ctx, self.closure.blocked(), make, BlockedOffer::BY_UNLOCK)
            .map(BlockedOfferConnection)
    }

    /// By how much the greatest coalition grows when another level of ambition is funded: nothing for one that is funded here
    /// already.
    async fn unlocked_by(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The other level.")] level: Code<AmbitionLevel>,
    ) -> Result<OfferSum, ApiError> {
        let level = level.0.max(self.closure.level);
        let other = Self::new(ctx, &self.view, self.line, level).await?.closure.greatest;
        let own = self.closure.greatest;
        Ok(coalition::Sum { parties: other.parties - own.parties, amount: other.amount - own.amount }.into())
    }

    /// What a reader should know: offers that name no euros.
    async fn warnings(
        &self,
        #[graphql(desc = "Which language; EN when not given.")] lang: Option<Code<Language>>,
    ) -> Vec<String> {
        let without = self.closure.offers().iter().filter(|offer| offer.amount.is_zero()).count();
        let told = match lang {
            _ if without == 0 => return Vec::new(),
            Some(Code(Language::Nl)) => {
                format!("toezeggingen zonder eenmalig bedrag in euro: {without}; de bedragen tellen ze niet mee")
            }
            _ => format!("offers that name no euros that are paid once: {without}; amounts leave them out"),
        };
        vec![told]
    }
}

/// What offers come to.
#[derive(SimpleObject)]
pub struct OfferSum {
    /// How many organisations.
    parties: i32,
    /// How many euros, promised once: not by the year or by inhabitant; of what counts in part for the line the part.
    amount: Decimal,
}

impl From<coalition::Sum> for OfferSum {
    fn from(sum: coalition::Sum) -> Self {
        Self { parties: int(sum.parties), amount: Decimal(sum.amount) }
    }
}

connection! {
    /// A page of offers.
    OfferConnection, OfferEdge of Offer
}

/// An offer.
#[derive(Clone)]
pub struct Offer {
    view: Arc<View>,
    row: coalition::Offer,
}

impl Offer {
    const BY_NAME: Order<Self> = Order { name: "name", key: |node| node.row.place(&node.view) };
}

/// An active pledge on a line or on a part of it (aanbod).
#[Object(serial)]
impl Offer {
    /// Who offers.
    async fn organisation(&self) -> Organisation {
        Organisation::new(&self.view, self.row.organisation)
    }

    /// What, and on which condition.
    async fn commitment(&self) -> Commitment {
        Commitment::new(&self.view, self.row.commitment)
    }

    /// The euros that it brings once; of what counts in part for the line the part. 0 when it names none.
    async fn amount(&self) -> Decimal {
        Decimal(self.row.amount)
    }
}

connection! {
    /// A page of offers that are blocked.
    BlockedOfferConnection, BlockedOfferEdge of BlockedOffer
}

/// An offer that is blocked.
#[derive(Clone)]
pub struct BlockedOffer {
    view: Arc<View>,
    row: coalition::Blocked,
}

impl BlockedOffer {
    const BY_UNLOCK: Order<Self> = Order { name: "unlock", key: |node| node.row.rank(&node.view) };
}

/// An offer whose condition does not come about (geblokkeerd).
#[Object(serial)]
impl BlockedOffer {
    /// Who offers.
    async fn organisation(&self) -> Organisation {
        Organisation::new(&self.view, self.row.offer.organisation)
    }

    /// What, and on which condition.
    async fn commitment(&self) -> Commitment {
        Commitment::new(&self.view, self.row.offer.commitment)
    }

    /// The euros that it would bring once; of what counts in part for the line the part. 0 when it names none.
    async fn amount(&self) -> Decimal {
        Decimal(self.row.offer.amount)
    }

    /// In which round it fell out, from 1: those of the first fail even if all take part.
    async fn round(&self) -> i32 {
        int(self.row.round)
    }

    /// The first clause of its condition that failed then; of alternatives all of them together.
    async fn failing_clause(&self) -> Condition {
        Condition::new(&self.view, &self.row.failing)
    }

    /// By how much the greatest coalition would grow if its condition fell away, itself included.
    async fn unlock(&self) -> OfferSum {
        self.row.unlock.into()
    }
}
