//! Of what initiatives are parts, with how much of them.
//!
//! The shares of an initiative are 100 percent together, and a programme stands under one line (rule R06), so its places
//! are told all at once.

use async_graphql::{Context, ID, InputObject, MaybeUndefined, Object, OneofObject};
use network::facts::InitiativePart;
use network::id::FactId;
use network::plan::{Act, Draft};
use network::share::Share;
use network::view::View;
use uuid::Uuid;

use super::RemoveInput;
use crate::graphql::error::ApiError;
use crate::graphql::filters::{AgreementBy, InitiativeBy, ProgrammeLineBy};
use crate::graphql::mutation::answered::{answer, payload};
use crate::graphql::mutation::asked::{Asked, Because, Read, correction, draft, target};
use crate::graphql::mutation::input::{Changing, Correcting, Fields, Recording, everything, not_found};
use crate::graphql::mutation::new_fact;
use crate::graphql::reader::Reader;

/// Of what an initiative is a part: exactly one of these.
#[derive(Debug, Clone, OneofObject)]
pub enum WholeInput {
    /// Of a programme line.
    ProgrammeLine(ProgrammeLineBy),
    /// Of another initiative.
    Initiative(InitiativeBy),
    /// Of an agreement, which pays for the whole of it.
    Agreement(AgreementBy),
}

/// One place of an initiative.
#[derive(Debug, Clone, InputObject)]
pub struct PlaceInput {
    /// Of what it is a part.
    whole: WholeInput,
    /// How much of it counts there, in percent, 1 to 100; 100 when left out.
    share: Option<u32>,
}

/// Tells of what an initiative is a part.
#[derive(Debug, Clone, InputObject)]
pub struct PlaceInitiativeInput {
    /// Which initiative.
    initiative: InitiativeBy,
    /// All its places, at most 100: those that are left out go. Shares in lines and initiatives are 100 together (rule R06).
    places: Vec<PlaceInput>,
    #[graphql(flatten)]
    changing: Changing,
}

/// Corrects one place of an initiative: what is left out stays, null empties.
#[derive(Debug, Clone, InputObject)]
pub struct CorrectPlaceInput {
    /// Its id.
    id: ID,
    /// How much of it counts there, in percent, 1 to 100.
    share: MaybeUndefined<u32>,
    #[graphql(flatten)]
    correcting: Correcting,
}

payload! {
    /// What placing an initiative came to.
    PlaceInitiativePayload { initiative: Initiative in initiatives }
}
payload! {
    /// What correcting a place of an initiative came to.
    CorrectPlacePayload { place: InitiativePart in initiative_parts }
}
payload! {
    /// What removing a place of an initiative came to.
    RemovePlacePayload { place: InitiativePart in initiative_parts }
}

/// Changes of the places of initiatives.
#[derive(Default)]
pub struct Places;

/// Changes of the places of initiatives.
#[Object(serial)]
impl Places {
    /// Tells of what an initiative is a part, with its shares (onderbrengen): all its places at once, so that those that
    /// are left out go. Needs the role EDITOR.
    async fn place_initiative(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which initiative, and all its places.")] input: PlaceInitiativeInput,
    ) -> Result<PlaceInitiativePayload, ApiError> {
        let view = everything(Reader::of(ctx)?)?;
        let found = input.initiative.find(&view).map(|ix| view.network().initiatives.get(ix).id);
        let unread = if found.is_none() { vec![not_found(&["initiative"])] } else { Vec::new() };
        let initiative = Read { made: found.unwrap_or_default(), unread };
        let places = drafts(ctx, &view, initiative.made.uuid(), &input.places, &Recording::default())?;
        let act = initiative.and(places).map(|(initiative, places)| Act::Place { initiative, places });
        let because = Because::changing(&input.changing);
        answer(ctx, Asked { verb: "place_initiative", act, because }).await.map(PlaceInitiativePayload)
    }

    /// Corrects a place of an initiative. Needs the role EDITOR.
    async fn correct_place(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "What it shall be, and on whose word.")] input: CorrectPlaceInput,
    ) -> Result<CorrectPlacePayload, ApiError> {
        let view = everything(Reader::of(ctx)?)?;
        let mut fields = Fields::new(&view, Vec::new());
        match &input.share {
            MaybeUndefined::Value(percent) => fields.read("share_pct", "share", share(*percent)),
            other => fields.change("share_pct", other),
        }
        input.correcting.correct(&mut fields);
        let act = correction(target::<InitiativePart>(&input.id, "id"), fields);
        let because = Because::changing(&input.correcting.changing);
        answer(ctx, Asked { verb: "correct_place", act, because }).await.map(CorrectPlacePayload)
    }

    /// Removes a place of an initiative that was never so. Needs the role EDITOR.
    async fn remove_place(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "What goes, and why.")] input: RemoveInput,
    ) -> Result<RemovePlacePayload, ApiError> {
        let act = target::<InitiativePart>(&input.id, "id").map(Act::Remove);
        answer(ctx, Asked { verb: "remove_place", act, because: input.because() }).await.map(RemovePlacePayload)
    }
}

/// A new initiative with its places.
pub(super) fn placed(
    ctx: &Context<'_>,
    view: &View,
    act: Read<Act>,
    places: Option<&[PlaceInput]>,
    recording: &Recording,
) -> Result<Read<Act>, ApiError> {
    let initiative = act.map(|act| if let Act::Record(drafts) = act { drafts } else { Vec::new() });
    let id = initiative.made.first().map(|draft| draft.fact.uuid());
    let places = drafts(ctx, view, id.unwrap_or_default(), places.unwrap_or_default(), recording)?;
    Ok(initiative.and(places).map(|(initiative, places)| Act::Record([initiative, places].concat())))
}

/// The places of an initiative as new facts.
fn drafts(
    ctx: &Context<'_>,
    view: &View,
    initiative: Uuid,
    places: &[PlaceInput],
    recording: &Recording,
) -> Result<Read<Vec<Draft>>, ApiError> {
    let mut drafts = Read { made: Vec::new(), unread: Vec::new() };
    for (at, place) in places.iter().enumerate() {
        let at = at.to_string();
        let mut fields = Fields::new(view, vec!["places", &at]);
        fields.give("initiative", &initiative.to_string());
        match &place.whole {
            WholeInput::ProgrammeLine(by) => fields.give("programme_line", by),
            WholeInput::Initiative(by) => fields.give("parent", by),
            WholeInput::Agreement(by) => fields.give("agreement", by),
        }
        fields.read("share_pct", "share", share(place.share.unwrap_or(100)));
        let draft = draft::<InitiativePart>(new_fact(ctx)?, None, fields, recording);
        drafts = drafts.and(draft).map(|(drafts, draft)| [drafts, draft].concat());
    }
    Ok(drafts)
}

/// A share in percent, or in Dutch and English why it is none.
fn share(percent: u32) -> Result<Share, [String; 2]> {
    Share::try_from(i64::from(percent)).map_err(|error| error.words())
}
