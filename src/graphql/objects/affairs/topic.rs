//! The joint agenda of public affairs: topics, whom they have to reach, and how those are judged.

use async_graphql::{Context, ID, Object};
use network::affairs::influence::{Quadrant, Thresholds};
use network::affairs::say::judged;
use network::facts::{DecisionRight, Language, TopicStatus};
use network::id::FactId;

use super::held::Held;
use super::say::ComputedInfluence;
use crate::graphql::codes::Code;
use crate::graphql::error::ApiError;
use crate::graphql::global_id;
use crate::graphql::objects::*;
use crate::graphql::page::{Order, connection, list};
use crate::graphql::scalars::{PartialDate, PositionScore, Score};
use crate::graphql::shown;

connection! {
    /// A page of topics.
    TopicConnection, TopicEdge of Topic
}

connection! {
    /// A page of targets.
    TargetConnection, TargetEdge of Target
}

impl Topic {
    /// In the order of their keys.
    pub(super) const BY_KEY: Order<Self> = Order { name: "key", key: |node| node.row().slug.as_bytes().to_vec() };
}

impl Target {
    /// In the order of their ids.
    pub(super) const BY_ID: Order<Self> = Order { name: "id", key: |node| node.row().id.uuid().as_bytes().to_vec() };
}

/// An item of the joint agenda of public affairs; one partner holds it, rule R08 (onderwerp).
#[Object(serial)]
impl Topic {
    /// Opaque id, the same in every view: corrections name it.
    pub(in crate::graphql::objects) async fn id(&self) -> ID {
        global_id::of(self.row())
    }

    /// Key in addresses.
    async fn slug(&self) -> &str {
        &self.row().slug
    }

    /// What it is called; Dutch unless another language is asked for.
    async fn title(
        &self,
        #[graphql(desc = "Which language; NL when not given.")] lang: Option<Code<Language>>,
    ) -> &str {
        let row = self.row();
        in_language(lang, &row.title_nl, row.title_en.as_deref())
    }

    /// What is asked; Dutch unless another language is asked for.
    async fn ask(&self, #[graphql(desc = "Which language; NL when not given.")] lang: Option<Code<Language>>) -> &str {
        let row = self.row();
        in_language(lang, &row.ask_nl, row.ask_en.as_deref())
    }

    /// The line that it is about; null: none.
    async fn programme_line(&self) -> Option<ProgrammeLine> {
        let ix = self.network().programme_lines.by_id(self.row().programme_line?)?;
        self.view.sees(ix).map(|_| ProgrammeLine::new(&self.view, ix))
    }

    /// How far it is.
    async fn status(&self) -> Code<TopicStatus> {
        Code(self.row().status)
    }

    /// Since when; null: not known.
    async fn since(&self) -> Option<PartialDate> {
        self.row().since.map(PartialDate)
    }

    /// Until when; null: it goes on.
    async fn until(&self) -> Option<PartialDate> {
        self.row().until.map(PartialDate)
    }

    /// Whom it has to reach.
    async fn targets(&self, ctx: &Context<'_>) -> Result<Vec<Target>, ApiError> {
        let rows = self.network().belonging.targets_of.of(self.ix);
        list(ctx, rows.map(|ix| Target::new(&self.view, ix)))
    }

    /// Decisions about it that others take.
    async fn decision_moments(&self, ctx: &Context<'_>) -> Result<Vec<DecisionMoment>, ApiError> {
        let rows = self.network().belonging.decision_moments_of.of(self.ix);
        list(ctx, rows.map(|ix| DecisionMoment::new(&self.view, ix)))
    }

    /// Talks about it.
    async fn contact_moments(&self, ctx: &Context<'_>) -> Result<Vec<ContactMoment>, ApiError> {
        let rows = self.network().belonging.contact_moments_on_topic.of(self.ix);
        list(ctx, rows.map(|ix| ContactMoment::new(&self.view, ix)))
    }

    /// What every record of the desk tells of itself.
    #[graphql(flatten)]
    async fn held(&self) -> Held<'_> {
        Held::new(&self.view, self.row(), self.row().note.as_deref(), self.citations())
    }
}

/// Whom a topic has to reach: an organisation, a person or a body (doelwit).
#[Object(serial)]
impl Target {
    /// Opaque id, the same in every view: corrections name it.
    pub(in crate::graphql::objects) async fn id(&self) -> ID {
        global_id::of(self.row())
    }

    /// For which topic.
    async fn topic(&self) -> Option<Topic> {
        let ix = self.network().topics.by_id(self.row().topic)?;
        Some(Topic::new(&self.view, ix))
    }

    /// This organisation; null: another kind.
    async fn organisation(&self) -> Option<Organisation> {
        let ix = self.network().organisations.by_id(self.row().organisation?)?;
        self.view.sees(ix).map(|_| Organisation::new(&self.view, ix))
    }

    /// This person; null: another kind.
    async fn person(&self) -> Option<Person> {
        let ix = self.network().persons.by_id(self.row().person?)?;
        self.view.sees(ix).map(|_| Person::new(&self.view, ix))
    }

    /// This body; null: another kind.
    async fn body(&self) -> Option<Body> {
        let ix = self.network().bodies.by_id(self.row().body?)?;
        self.view.sees(ix).map(|_| Body::new(&self.view, ix))
    }

    /// How much reaching it is worth, from 1 to 5.
    async fn value(&self) -> Score {
        Score(self.row().value)
    }

    /// What it has to say in the decision.
    async fn decision_right(&self) -> Code<DecisionRight> {
        Code(self.row().decision_right)
    }

    /// How it was judged, each on its day.
    async fn assessments(&self, ctx: &Context<'_>) -> Result<Vec<Assessment>, ApiError> {
        let rows = self.network().belonging.assessments_of.of(self.ix);
        list(ctx, rows.map(|ix| Assessment::new(&self.view, ix)))
    }

    /// What influence and interest ask of us, by the latest judgement up to the day; null: nobody judged it yet.
    async fn quadrant(&self) -> Option<Code<Quadrant>> {
        let (latest, ix) = judged(&self.view, self.ix)?;
        shown::note_row(self.network().assessments.get(ix));
        Some(Code(Thresholds::default().quadrant(&latest)))
    }

    /// Its influence by the network, with its parts; beside it what was said of it last.
    async fn influence(&self, ctx: &Context<'_>) -> Result<ComputedInfluence, ApiError> {
        ComputedInfluence::new(ctx, &self.view, self.ix).await
    }

    /// Talks to reach it.
    async fn contact_moments(&self, ctx: &Context<'_>) -> Result<Vec<ContactMoment>, ApiError> {
        let rows = self.network().belonging.contact_moments_on_target.of(self.ix);
        list(ctx, rows.map(|ix| ContactMoment::new(&self.view, ix)))
    }

    /// What every record of the desk tells of itself.
    #[graphql(flatten)]
    async fn held(&self) -> Held<'_> {
        Held::new(&self.view, self.row(), self.row().note.as_deref(), self.citations())
    }
}

/// How somebody judged a target on a day; a later one stands beside it (inschatting).
#[Object(serial)]
impl Assessment {
    /// Opaque id, the same in every view: corrections name it.
    pub(in crate::graphql::objects) async fn id(&self) -> ID {
        global_id::of(self.row())
    }

    /// Whom; null only when it is not in the view.
    async fn target(&self) -> Option<Target> {
        let ix = self.network().targets.by_id(self.row().target)?;
        Some(Target::new(&self.view, ix))
    }

    /// On which day.
    async fn date(&self) -> PartialDate {
        PartialDate(self.row().date)
    }

    /// How much influence it has, from 1 to 5.
    async fn influence(&self) -> Score {
        Score(self.row().influence)
    }

    /// How much it cares, from 1 to 5.
    async fn interest(&self) -> Score {
        Score(self.row().interest)
    }

    /// Where it stands, from -2 (against) to 2 (for).
    async fn position(&self) -> PositionScore {
        PositionScore(self.row().position)
    }

    /// What every record of the desk tells of itself.
    #[graphql(flatten)]
    async fn held(&self) -> Held<'_> {
        Held::new(&self.view, self.row(), self.row().note.as_deref(), self.citations())
    }
}
