//! Talks, what has to be done after them, and decisions that others take.

use async_graphql::{Context, ID, Object};
use chrono::NaiveDate;
use network::facts::{ContactChannel, ContactStatus, Language, StageKind};
use network::id::FactId;

use super::held::Held;
use crate::graphql::codes::Code;
use crate::graphql::error::ApiError;
use crate::graphql::global_id;
use crate::graphql::objects::*;
use crate::graphql::page::{Order, connection, list};
use crate::graphql::scalars::{PartialDate, PositionScore};

connection! {
    /// A page of talks.
    ContactMomentConnection, ContactMomentEdge of ContactMoment
}

impl ContactMoment {
    /// In the order of their dates.
    pub(super) const IN_TIME: Order<Self> = Order {
        name: "time",
        key: |node| day_then_id(node.row().date.earliest().unwrap_or(NaiveDate::MIN), node.row().id.uuid()),
    };
}

/// A talk, planned or held, of somebody of ours with others (contactmoment).
#[Object(serial)]
impl ContactMoment {
    /// Opaque id, the same in every view: corrections name it.
    pub(in crate::graphql::objects) async fn id(&self) -> ID {
        global_id::of(self.row())
    }

    /// Planned, held or cancelled.
    async fn status(&self) -> Code<ContactStatus> {
        Code(self.row().status)
    }

    /// In which way.
    async fn channel(&self) -> Code<ContactChannel> {
        Code(self.row().channel)
    }

    /// When.
    async fn date(&self) -> PartialDate {
        PartialDate(self.row().date)
    }

    /// About what; null: nothing in particular.
    async fn topic(&self) -> Option<Topic> {
        let ix = self.network().topics.by_id(self.row().topic?)?;
        Some(Topic::new(&self.view, ix))
    }

    /// To reach whom; null: nobody in particular.
    async fn target(&self) -> Option<Target> {
        let ix = self.network().targets.by_id(self.row().target?)?;
        Some(Target::new(&self.view, ix))
    }

    /// Who of ours.
    async fn our_persons(&self, ctx: &Context<'_>) -> Result<Vec<Person>, ApiError> {
        let network = self.network();
        let rows = self.row().our_persons.iter().filter_map(|id| network.persons.by_id(*id));
        list(ctx, rows.map(|ix| Person::new(&self.view, ix)))
    }

    /// With whom.
    async fn their_persons(&self, ctx: &Context<'_>) -> Result<Vec<Person>, ApiError> {
        let network = self.network();
        let rows = self.row().their_persons.iter().filter_map(|id| network.persons.by_id(*id));
        list(ctx, rows.map(|ix| Person::new(&self.view, ix)))
    }

    /// The introduction that has to come first; null: none.
    async fn after(&self) -> Option<ContactMoment> {
        let ix = self.network().contact_moments.by_id(self.row().after?)?;
        Some(ContactMoment::new(&self.view, ix))
    }

    /// What came of it; null: nothing is known yet.
    async fn outcome(&self) -> Option<&str> {
        self.row().outcome.as_deref()
    }

    /// What was asked of them, from -2 (against the topic) to 2 (for it); null: nothing.
    async fn position(&self) -> Option<PositionScore> {
        self.row().position.map(PositionScore)
    }

    /// What was said in confidence, as far as who asks may know.
    async fn confidential_notes(&self, ctx: &Context<'_>) -> Result<Vec<ContactNote>, ApiError> {
        let rows = self.network().belonging.contact_notes_of.of(self.ix);
        list(ctx, rows.map(|ix| ContactNote::new(&self.view, ix)))
    }

    /// What has to be done after it.
    async fn follow_ups(&self, ctx: &Context<'_>) -> Result<Vec<FollowUp>, ApiError> {
        let rows = self.network().belonging.follow_ups_of.of(self.ix);
        list(ctx, rows.map(|ix| FollowUp::new(&self.view, ix)))
    }

    /// What every record of the desk tells of itself.
    #[graphql(flatten)]
    async fn held(&self) -> Held<'_> {
        Held::new(&self.view, self.row(), self.row().note.as_deref(), self.citations())
    }
}

/// What was said in a talk in confidence: who may know of the talk need not know this (vertrouwelijke notitie).
#[Object(serial)]
impl ContactNote {
    /// Opaque id, the same in every view: corrections name it.
    pub(in crate::graphql::objects) async fn id(&self) -> ID {
        global_id::of(self.row())
    }

    /// In which talk.
    async fn contact_moment(&self) -> Option<ContactMoment> {
        let ix = self.network().contact_moments.by_id(self.row().contact_moment)?;
        Some(ContactMoment::new(&self.view, ix))
    }

    /// What.
    async fn text(&self) -> &str {
        &self.row().text
    }

    /// What every record of the desk tells of itself.
    #[graphql(flatten)]
    async fn held(&self) -> Held<'_> {
        Held::new(&self.view, self.row(), self.row().note.as_deref(), self.citations())
    }
}

/// What has to be done after a talk (vervolgactie).
#[Object(serial)]
impl FollowUp {
    /// Opaque id, the same in every view: corrections name it.
    pub(in crate::graphql::objects) async fn id(&self) -> ID {
        global_id::of(self.row())
    }

    /// After which talk.
    async fn contact_moment(&self) -> Option<ContactMoment> {
        let ix = self.network().contact_moments.by_id(self.row().contact_moment)?;
        Some(ContactMoment::new(&self.view, ix))
    }

    /// What.
    async fn text(&self) -> &str {
        &self.row().text
    }

    /// Who does it; null: nobody in particular.
    async fn owner(&self) -> Option<Person> {
        let ix = self.network().persons.by_id(self.row().owner?)?;
        self.view.sees(ix).map(|_| Person::new(&self.view, ix))
    }

    /// By when.
    async fn due(&self) -> PartialDate {
        PartialDate(self.row().due)
    }

    /// When it was done; null: not yet.
    async fn done_on(&self) -> Option<PartialDate> {
        self.row().done_on.map(PartialDate)
    }

    /// What every record of the desk tells of itself.
    #[graphql(flatten)]
    async fn held(&self) -> Held<'_> {
        Held::new(&self.view, self.row(), self.row().note.as_deref(), self.citations())
    }
}

/// A decision that others are going to take (besluitmoment).
#[Object(serial)]
impl DecisionMoment {
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

    /// Who decides; null only when it is not in the view.
    async fn body(&self) -> Option<Body> {
        let ix = self.network().bodies.by_id(self.row().body)?;
        self.view.sees(ix).map(|_| Body::new(&self.view, ix))
    }

    /// What it is about.
    async fn topics(&self, ctx: &Context<'_>) -> Result<Vec<Topic>, ApiError> {
        let network = self.network();
        let rows = self.row().topics.iter().filter_map(|id| network.topics.by_id(*id));
        list(ctx, rows.map(|ix| Topic::new(&self.view, ix)))
    }

    /// When it is taken.
    async fn date(&self) -> PartialDate {
        PartialDate(self.row().date)
    }

    /// Its stages, and when talking helps.
    async fn stages(&self, ctx: &Context<'_>) -> Result<Vec<DecisionStage>, ApiError> {
        let rows = self.network().belonging.stages_of.of(self.ix);
        list(ctx, rows.map(|ix| DecisionStage::new(&self.view, ix)))
    }

    /// What every record of the desk tells of itself.
    #[graphql(flatten)]
    async fn held(&self) -> Held<'_> {
        Held::new(&self.view, self.row(), self.row().note.as_deref(), self.citations())
    }
}

/// A stage of a decision (besluitfase).
#[Object(serial)]
impl DecisionStage {
    /// Opaque id, the same in every view: corrections name it.
    pub(in crate::graphql::objects) async fn id(&self) -> ID {
        global_id::of(self.row())
    }

    /// Of which decision; null only when it is not in the view.
    async fn decision_moment(&self) -> Option<DecisionMoment> {
        let ix = self.network().decision_moments.by_id(self.row().decision_moment)?;
        Some(DecisionMoment::new(&self.view, ix))
    }

    /// What happens.
    async fn kind(&self) -> Code<StageKind> {
        Code(self.row().kind)
    }

    /// When.
    async fn date(&self) -> PartialDate {
        PartialDate(self.row().date)
    }

    /// Talks help from so many days before it; null: as usual for its kind.
    async fn opens_days_before(&self) -> Option<u32> {
        self.row().opens_days_before
    }

    /// Talks help until so many days before it; null: as usual for its kind.
    async fn closes_days_before(&self) -> Option<u32> {
        self.row().closes_days_before
    }

    /// What every record of the desk tells of itself.
    #[graphql(flatten)]
    async fn held(&self) -> Held<'_> {
        Held::new(&self.view, self.row(), self.row().note.as_deref(), self.citations())
    }
}
