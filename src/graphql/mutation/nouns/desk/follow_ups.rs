//! What was said in talks in confidence, and what has to be done after them.

use async_graphql::{Context, ID, InputObject, MaybeUndefined, MergedObject, Object};
use network::facts::*;
use network::plan::Act;

use super::super::{RemoveInput, key, noun};
use crate::graphql::error::ApiError;
use crate::graphql::filters::*;
use crate::graphql::mutation::answered::{answer_desk, payload};
use crate::graphql::mutation::asked::{Asked, Because, correction, draft, target};
use crate::graphql::mutation::input::{Changing, Correcting, Fields, Recording, everything};
use crate::graphql::mutation::new_fact;
use crate::graphql::reader::Reader;
use crate::graphql::scalars::*;

/// What was said in talks in confidence, and what has to be done after them.
#[derive(MergedObject, Default)]
pub struct FollowUps(ContactNoteChanges, FollowUpChanges, FollowUpEnds);

noun! {
    ContactNoteChanges: ContactNote in contact_notes, "what was said in a talk in confidence";
    by answer_desk "PUBLIC_AFFAIRS";
    record record_contact_note RecordContactNoteInput RecordContactNotePayload;
    correct correct_contact_note CorrectContactNoteInput CorrectContactNotePayload;
    remove remove_contact_note RemoveContactNotePayload;
    show contact_note: ContactNote;
    needs {
        /// In which talk.
        contact_moment: ID,
        /// What.
        text: String,
    }
    may {
        /// The partner that holds it. Left out: the organisation of who records it.
        holder: OrganisationBy,
    }
}

noun! {
    FollowUpChanges: FollowUp in follow_ups, "what has to be done after a talk";
    by answer_desk "PUBLIC_AFFAIRS";
    record record_follow_up RecordFollowUpInput RecordFollowUpPayload;
    correct correct_follow_up CorrectFollowUpInput CorrectFollowUpPayload;
    remove remove_follow_up RemoveFollowUpPayload;
    show follow_up: FollowUp;
    needs {
        /// After which talk.
        contact_moment: ID,
        /// What.
        text: String,
        /// By when.
        due: PartialDate,
    }
    may {
        /// Who does it.
        owner: PersonBy,
        /// When it was done.
        done_on: PartialDate,
        /// The partner that holds it. Left out: the organisation of who records it.
        holder: OrganisationBy,
    }
}

/// Something was done.
#[derive(Debug, Clone, InputObject)]
pub struct CompleteFollowUpInput {
    /// What.
    id: ID,
    /// When; today when left out.
    on: Option<PartialDate>,
    #[graphql(flatten)]
    changing: Changing,
}

payload! {
    /// What doing it came to.
    CompleteFollowUpPayload { follow_up: FollowUp in follow_ups }
}

/// What was done after talks.
#[derive(Default)]
pub struct FollowUpEnds;

/// What was done after talks.
#[Object(serial)]
impl FollowUpEnds {
    /// Records that what had to be done after a talk was done (afronden). Needs the role PUBLIC_AFFAIRS.
    async fn complete_follow_up(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "What was done, and when.")] input: CompleteFollowUpInput,
    ) -> Result<CompleteFollowUpPayload, ApiError> {
        let reader = Reader::of(ctx)?;
        let view = everything(reader)?;
        let mut fields = Fields::new(&view, Vec::new());
        match &input.on {
            Some(on) => fields.give("done_on", on),
            None => fields.give("done_on", &Date(reader.today())),
        }
        let act = correction(target::<FollowUp>(&input.id, "id"), fields);
        let because = Because::changing(&input.changing);
        answer_desk(ctx, Asked { verb: "complete_follow_up", act, because }).await.map(CompleteFollowUpPayload)
    }
}
