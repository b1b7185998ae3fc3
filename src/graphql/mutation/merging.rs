//! Organisations that turn out to be one.

use async_graphql::{Context, InputObject, Object};
use network::plan::Act;

use super::answered::{answer_with, payload};
use super::asked::{Asked, Because, Read};
use super::input::{Changing, everything, not_found};
use crate::graphql::error::ApiError;
use crate::graphql::filters::OrganisationBy;
use crate::graphql::reader::Reader;
use crate::graphql::viewer::Right;

/// Two organisations are one.
#[derive(Debug, Clone, InputObject)]
pub struct MergeOrganisationsInput {
    /// The one that goes. Its id and key keep answering: with the one that stays.
    duplicate: OrganisationBy,
    /// The one that stays, as it is.
    into: OrganisationBy,
    #[graphql(flatten)]
    changing: Changing,
}

payload! {
    /// What merging two organisations came to.
    MergeOrganisationsPayload { organisation: Organisation in organisations }
}

/// What turns out to be one.
#[derive(Default)]
pub struct Merging;

/// What turns out to be one.
#[Object(serial)]
impl Merging {
    /// Records that two organisations are one (samenvoegen). Everything that points at the duplicate points at the one that
    /// stays: seats, commitments, signatures, memberships, names as aliases, register numbers. What that one says already
    /// goes; where both say different things of the same days it is refused. Needs the role EDITOR, and ADMIN when one of them is
    /// or was a partner: what it holds alone is held by the other one then.
    async fn merge_organisations(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which two, which of them stays, and on whose word.")] input: MergeOrganisationsInput,
    ) -> Result<MergeOrganisationsPayload, ApiError> {
        let view = everything(Reader::of(ctx)?)?;
        let find = |by: &OrganisationBy, name| {
            let found = by.find(&view).map(|ix| view.network().organisations.get(ix).id);
            let unread = if found.is_none() { vec![not_found(&[name])] } else { Vec::new() };
            Read { made: found.unwrap_or_default(), unread }
        };
        let both = find(&input.duplicate, "duplicate").and(find(&input.into, "into"));
        let of_partners = [both.made.0, both.made.1].iter().any(|id| view.network().may_hold(*id));
        let right = if of_partners { Right::Partners } else { Right::Facts };
        let act = both.map(|(duplicate, into)| Act::Merge { duplicate, into });
        let because = Because::changing(&input.changing);
        answer_with(ctx, Asked { verb: "merge_organisations", act, because }, right)
            .await
            .map(MergeOrganisationsPayload)
    }
}
