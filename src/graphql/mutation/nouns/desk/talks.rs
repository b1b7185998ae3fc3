//! Talks, planned and held, and what has to be done after them.

use async_graphql::{Context, ID, InputObject, MaybeUndefined, Object};
use network::any_fact::AnyFact;
use network::audience::Audience;
use network::facts::*;
use network::id::FactId;
use network::plan::{Act, ErrorCode, Rejection};
use network::view::View;

use super::super::RemoveInput;
use crate::graphql::codes::Code;
use crate::graphql::error::ApiError;
use crate::graphql::filters::*;
use crate::graphql::global_id;
use crate::graphql::mutation::answered::{answer_desk, payload};
use crate::graphql::mutation::asked::{Asked, Because, Read, correction, draft, target};
use crate::graphql::mutation::input::{Changing, Correcting, Fields, Recording, everything};
use crate::graphql::mutation::new_fact;
use crate::graphql::reader::Reader;
use crate::graphql::scalars::*;

/// What is known of a talk before it is held.
#[derive(Debug, Clone, InputObject)]
pub struct Meant {
    /// In which way.
    channel: Code<ContactChannel>,
    /// When.
    date: PartialDate,
    /// About what; left out: about the topic of the target, if one is given.
    topic: Option<TopicBy>,
    /// To reach whom.
    target: Option<ID>,
    /// Who of ours.
    our_persons: Option<Vec<PersonBy>>,
    /// With whom.
    their_persons: Option<Vec<PersonBy>>,
    /// The introduction that has to come first.
    after: Option<ID>,
    /// The partner whose talk it is. Left out: the organisation of who records it.
    holder: Option<OrganisationBy>,
}

impl Meant {
    fn fields<'a>(&self, view: &'a View, status: ContactStatus) -> Fields<'a> {
        let mut fields = Fields::new(view, Vec::new());
        fields.give("status", &Code(status));
        fields.give("channel", &self.channel);
        fields.give("date", &self.date);
        match &self.topic {
            Some(topic) => fields.give("topic", topic),
            None => fields.maybe("topic", self.topic_of_target(view).as_ref()),
        }
        fields.maybe("target", self.target.as_ref());
        fields.maybe("our_persons", self.our_persons.as_ref());
        fields.maybe("their_persons", self.their_persons.as_ref());
        fields.maybe("after", self.after.as_ref());
        fields.maybe("holder", self.holder.as_ref());
        fields
    }

    /// The id of the topic that the target is for.
    fn topic_of_target(&self, view: &View) -> Option<String> {
        let targets = &view.network().targets;
        let ix = targets.by_id(global_id::read::<Target>(self.target.as_ref()?)?)?;
        Some(targets.get(ix).topic.uuid().to_string())
    }
}

/// Plans a talk.
#[derive(Debug, Clone, InputObject)]
pub struct PlanContactInput {
    #[graphql(flatten)]
    meant: Meant,
    #[graphql(flatten)]
    recording: Recording,
}

/// Records a talk that was held.
#[derive(Debug, Clone, InputObject)]
pub struct RecordContactInput {
    #[graphql(flatten)]
    meant: Meant,
    /// What came of it.
    outcome: Option<String>,
    /// What was asked of them, from -2 (against the topic) to 2 (for it).
    position: Option<PositionScore>,
    /// What was said in confidence: a note of its own, which only the holder of the talk sees (HOLDER_ONLY).
    confidential_note: Option<String>,
    /// What has to be done after it.
    follow_ups: Option<Vec<FollowUpInput>>,
    #[graphql(flatten)]
    recording: Recording,
}

/// What has to be done after a talk.
#[derive(Debug, Clone, InputObject)]
pub struct FollowUpInput {
    /// What.
    text: String,
    /// By when.
    due: PartialDate,
    /// Who does it.
    owner: Option<PersonBy>,
}

/// A talk that was planned was held.
#[derive(Debug, Clone, InputObject)]
pub struct HoldContactInput {
    /// Which talk.
    id: ID,
    /// When; left out: as planned.
    date: Option<PartialDate>,
    /// In which way; left out: as planned.
    channel: Option<Code<ContactChannel>>,
    /// Who of ours; left out: as planned.
    our_persons: Option<Vec<PersonBy>>,
    /// With whom; left out: as planned.
    their_persons: Option<Vec<PersonBy>>,
    /// What came of it.
    outcome: Option<String>,
    /// What was asked of them, from -2 (against the topic) to 2 (for it).
    position: Option<PositionScore>,
    #[graphql(flatten)]
    changing: Changing,
}

/// A talk that was planned is not held.
#[derive(Debug, Clone, InputObject)]
pub struct CancelContactInput {
    /// Which talk.
    id: ID,
    #[graphql(flatten)]
    changing: Changing,
}

/// Corrects a talk: what is left out stays, null empties.
#[derive(Debug, Clone, InputObject)]
pub struct CorrectContactInput {
    /// Its id.
    id: ID,
    /// Planned, held or cancelled. Holding and cancelling have mutations of their own; this mends what was written wrongly.
    status: MaybeUndefined<Code<ContactStatus>>,
    /// In which way.
    channel: MaybeUndefined<Code<ContactChannel>>,
    /// When.
    date: MaybeUndefined<PartialDate>,
    /// About what.
    topic: MaybeUndefined<TopicBy>,
    /// To reach whom.
    target: MaybeUndefined<ID>,
    /// Who of ours.
    our_persons: MaybeUndefined<Vec<PersonBy>>,
    /// With whom.
    their_persons: MaybeUndefined<Vec<PersonBy>>,
    /// The introduction that has to come first.
    after: MaybeUndefined<ID>,
    /// What came of it.
    outcome: MaybeUndefined<String>,
    /// What was asked of them, from -2 (against the topic) to 2 (for it).
    position: MaybeUndefined<PositionScore>,
    /// The partner whose talk it is.
    holder: MaybeUndefined<OrganisationBy>,
    #[graphql(flatten)]
    correcting: Correcting,
}

payload! {
    /// What planning a talk came to.
    PlanContactPayload { contact_moment: ContactMoment in contact_moments }
}
payload! {
    /// What recording a talk came to.
    RecordContactPayload { contact_moment: ContactMoment in contact_moments }
}
payload! {
    /// What holding a talk came to.
    HoldContactPayload { contact_moment: ContactMoment in contact_moments }
}
payload! {
    /// What cancelling a talk came to.
    CancelContactPayload { contact_moment: ContactMoment in contact_moments }
}
payload! {
    /// What correcting a talk came to.
    CorrectContactPayload { contact_moment: ContactMoment in contact_moments }
}
payload! {
    /// What removing a talk came to.
    RemoveContactPayload { contact_moment: ContactMoment in contact_moments }
}

/// Changes of talks.
#[derive(Default)]
pub struct Talks;

/// Changes of talks.
#[Object(serial)]
impl Talks {
    /// Plans a talk (gesprek plannen). Needs the role PUBLIC_AFFAIRS.
    async fn plan_contact(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "With whom, about what and when.")] input: PlanContactInput,
    ) -> Result<PlanContactPayload, ApiError> {
        let view = everything(Reader::of(ctx)?)?;
        let fields = input.meant.fields(&view, ContactStatus::Planned);
        let act = draft::<ContactMoment>(new_fact(ctx)?, None, fields, &input.recording).map(Act::Record);
        let asked = Asked::recording("plan_contact", act, &input.recording, &input);
        answer_desk(ctx, asked).await.map(PlanContactPayload)
    }

    /// Records a talk that was held, with what has to be done after it (gesprek vastleggen). Needs the role PUBLIC_AFFAIRS.
    async fn record_contact(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "With whom, about what, and what came of it.")] input: RecordContactInput,
    ) -> Result<RecordContactPayload, ApiError> {
        let asked = Asked::recording("record_contact", held(ctx, &input)?, &input.recording, &input);
        answer_desk(ctx, asked).await.map(RecordContactPayload)
    }

    /// Records that a talk that was planned was held (gesprek gehouden). Needs the role PUBLIC_AFFAIRS.
    async fn hold_contact(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which talk, and what came of it.")] input: HoldContactInput,
    ) -> Result<HoldContactPayload, ApiError> {
        let view = everything(Reader::of(ctx)?)?;
        let mut fields = Fields::new(&view, Vec::new());
        fields.give("status", &Code(ContactStatus::Held));
        fields.maybe("date", input.date.as_ref());
        fields.maybe("channel", input.channel.as_ref());
        fields.maybe("our_persons", input.our_persons.as_ref());
        fields.maybe("their_persons", input.their_persons.as_ref());
        fields.maybe("outcome", input.outcome.as_ref());
        fields.maybe("position", input.position.as_ref());
        let act = of_planned(&view, &input.id, fields);
        let because = Because::changing(&input.changing);
        answer_desk(ctx, Asked { verb: "hold_contact", act, because }).await.map(HoldContactPayload)
    }

    /// Records that a talk that was planned is not held (gesprek afzeggen). Needs the role PUBLIC_AFFAIRS.
    async fn cancel_contact(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which talk, and why.")] input: CancelContactInput,
    ) -> Result<CancelContactPayload, ApiError> {
        let view = everything(Reader::of(ctx)?)?;
        let mut fields = Fields::new(&view, Vec::new());
        fields.give("status", &Code(ContactStatus::Cancelled));
        let act = of_planned(&view, &input.id, fields);
        let because = Because::changing(&input.changing);
        answer_desk(ctx, Asked { verb: "cancel_contact", act, because }).await.map(CancelContactPayload)
    }

    /// Corrects a talk. Needs the role PUBLIC_AFFAIRS.
    async fn correct_contact(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "What it shall be.")] input: CorrectContactInput,
    ) -> Result<CorrectContactPayload, ApiError> {
        let view = everything(Reader::of(ctx)?)?;
        let mut fields = Fields::new(&view, Vec::new());
        fields.change("status", &input.status);
        fields.change("channel", &input.channel);
        fields.change("date", &input.date);
        fields.change("topic", &input.topic);
        fields.change("target", &input.target);
        fields.change("our_persons", &input.our_persons);
        fields.change("their_persons", &input.their_persons);
        fields.change("after", &input.after);
        fields.change("outcome", &input.outcome);
        fields.change("position", &input.position);
        fields.change("holder", &input.holder);
        input.correcting.correct(&mut fields);
        let act = correction(target::<ContactMoment>(&input.id, "id"), fields);
        let because = Because::changing(&input.correcting.changing);
        answer_desk(ctx, Asked { verb: "correct_contact", act, because }).await.map(CorrectContactPayload)
    }

    /// Removes a talk that was never so, with what had to be done after it; one that is not held is cancelled. Needs the
    /// role PUBLIC_AFFAIRS.
    async fn remove_contact(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "What goes, and why.")] input: RemoveInput,
    ) -> Result<RemoveContactPayload, ApiError> {
        let act = target::<ContactMoment>(&input.id, "id").map(Act::Remove);
        let asked = Asked { verb: "remove_contact", act, because: input.because() };
        answer_desk(ctx, asked).await.map(RemoveContactPayload)
    }
}

/// A talk that was held, what was said in confidence, and what has to be done after it: as confidential as the talk.
fn held(ctx: &Context<'_>, input: &RecordContactInput) -> Result<Read<Act>, ApiError> {
    let view = everything(Reader::of(ctx)?)?;
    let mut fields = input.meant.fields(&view, ContactStatus::Held);
    fields.maybe("outcome", input.outcome.as_ref());
    fields.maybe("position", input.position.as_ref());
    let new = new_fact(ctx)?;
    let mut drafts = draft::<ContactMoment>(new, None, fields, &input.recording);
    let talk = drafts.made.first().map(|draft| draft.fact.clone());
    let audience = talk.as_ref().map(|talk| Code(talk.audience())).or(input.recording.audience);
    let recording = Recording { audience, ..input.recording.clone() };
    let holder = talk.as_ref().and_then(AnyFact::holder).map(|id| id.uuid().to_string());
    if let Some(text) = &input.confidential_note {
        let mut fields = Fields::new(&view, vec!["confidentialNote"]);
        fields.give("contact_moment", &new.id.to_string());
        fields.give("text", text);
        fields.maybe("holder", holder.as_ref());
        let recording = Recording { audience: Some(Code(Audience::HolderOnly)), ..input.recording.clone() };
        let more = draft::<ContactNote>(new_fact(ctx)?, None, fields, &recording);
        drafts = drafts.and(more).map(|(drafts, more)| [drafts, more].concat());
    }
    for (at, follow_up) in input.follow_ups.iter().flatten().enumerate() {
        let at = at.to_string();
        let mut fields = Fields::new(&view, vec!["followUps", &at]);
        fields.give("contact_moment", &new.id.to_string());
        fields.give("text", &follow_up.text);
        fields.give("due", &follow_up.due);
        fields.maybe("owner", follow_up.owner.as_ref());
        fields.maybe("holder", holder.as_ref());
        let more = draft::<FollowUp>(new_fact(ctx)?, None, fields, &recording);
        drafts = drafts.and(more).map(|(drafts, more)| [drafts, more].concat());
    }
    Ok(drafts.map(Act::Record))
}

/// A correction of a talk that is planned.
fn of_planned(view: &View, id: &ID, mut fields: Fields<'_>) -> Read<Act> {
    let network = view.network();
    let talk = global_id::read::<ContactMoment>(id).and_then(|id| network.contact_moments.by_id(id));
    if talk.is_some_and(|ix| network.contact_moments.get(ix).status != ContactStatus::Planned) {
        fields.unread.push(Rejection::new(
            ErrorCode::InvalidValue,
            &["id"],
            "dit gesprek is al gehouden of afgezegd",
            "this talk was held or cancelled already",
        ));
    }
    correction(target::<ContactMoment>(id, "id"), fields)
}
