//! The cooperation itself: it is there from the first filling, and can only be corrected.

use async_graphql::{Context, InputObject, MaybeUndefined, Object};
use network::facts::{Cooperation, Fact};
use network::id::FactId;
use network::plan::Pointer;
use network::source::Confidence;

use crate::graphql::codes::Code;
use crate::graphql::error::ApiError;
use crate::graphql::filters::{AgreementBy, OrganisationBy};
use crate::graphql::mutation::answered::{answer, payload};
use crate::graphql::mutation::asked::{Asked, Because, Read, correction};
use crate::graphql::mutation::input::{Changing, Fields, everything};
use crate::graphql::reader::Reader;
use crate::graphql::scalars::PartialDate;

/// Corrects what is said of the network itself: what is left out stays, null empties.
#[derive(Debug, Clone, InputObject)]
pub struct CorrectNetworkInput {
    /// Name in Dutch.
    name_nl: MaybeUndefined<String>,
    /// Name in English.
    name_en: MaybeUndefined<String>,
    /// The organisation that stands for it as a holder of seats, contacts and money.
    organisation: MaybeUndefined<OrganisationBy>,
    /// Mission in Dutch.
    mission_nl: MaybeUndefined<String>,
    /// Mission in English.
    mission_en: MaybeUndefined<String>,
    /// What it calls its strength, in Dutch.
    strength_nl: MaybeUndefined<String>,
    /// What it calls its strength, in English.
    strength_en: MaybeUndefined<String>,
    /// Whether it is a legal person.
    legal_entity: MaybeUndefined<bool>,
    /// Its running agenda: activities serve the goals of that one (rule R05).
    agenda: MaybeUndefined<AgreementBy>,
    /// When it began.
    since: MaybeUndefined<PartialDate>,
    /// When it ended.
    until: MaybeUndefined<PartialDate>,
    /// How sure.
    confidence: MaybeUndefined<Code<Confidence>>,
    /// A remark.
    note: MaybeUndefined<String>,
    #[graphql(flatten)]
    changing: Changing,
}

payload! {
    /// What correcting the network itself came to.
    CorrectNetworkPayload { network: network_view::Network }
}

/// Changes of the network itself.
#[derive(Default)]
pub struct CooperationChanges;

/// Changes of the network itself.
#[Object(serial)]
impl CooperationChanges {
    /// Corrects what is said of the network itself: name, mission, agenda. Needs the role EDITOR.
    async fn correct_network(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "What it shall be, and on whose word.")] input: CorrectNetworkInput,
    ) -> Result<CorrectNetworkPayload, ApiError> {
        let view = everything(Reader::of(ctx)?)?;
        let mut fields = Fields::new(&view, Vec::new());
        macro_rules! change {
            ($($field:ident)*) => { $(fields.change(stringify!($field), &input.$field);)* };
        }
        change! {
            name_nl name_en organisation mission_nl mission_en strength_nl strength_en legal_entity agenda since until
            confidence note
        }
        let target = Pointer { noun: Cooperation::NOUN, id: view.network().cooperation().id.uuid() };
        let act = correction(Read { made: target, unread: Vec::new() }, fields);
        let because = Because::changing(&input.changing);
        answer(ctx, Asked { verb: "correct_network", act, because }).await.map(CorrectNetworkPayload)
    }
}
