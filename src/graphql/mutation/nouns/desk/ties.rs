//! How persons are reached, and whom they know.

use async_graphql::{Context, ID, InputObject, MaybeUndefined, MergedObject, Object};
use network::facts::*;
use network::plan::Act;

use super::super::{RemoveInput, key, noun};
use crate::graphql::codes::Code;
use crate::graphql::error::ApiError;
use crate::graphql::filters::*;
use crate::graphql::mutation::answered::{answer_desk, payload};
use crate::graphql::mutation::asked::{Asked, Because, correction, draft, target};
use crate::graphql::mutation::input::{Correcting, Fields, Recording, everything};
use crate::graphql::mutation::new_fact;
use crate::graphql::reader::Reader;
use crate::graphql::scalars::*;

/// How persons are reached, and whom they know.
#[derive(MergedObject, Default)]
pub struct Ties(PersonContactChanges, TieChanges);

noun! {
    PersonContactChanges: PersonContact in person_contacts, "how a person is reached";
    by answer_desk "PUBLIC_AFFAIRS";
    record record_person_contact RecordPersonContactInput RecordPersonContactPayload;
    correct correct_person_contact CorrectPersonContactInput CorrectPersonContactPayload;
    remove remove_person_contact RemovePersonContactPayload;
    show person_contact: PersonContact;
    needs {
        /// Whose.
        person: PersonBy,
        /// What it is.
        kind: Code<ContactKind>,
        /// Address or number.
        value: String,
    }
    may {
        /// The partner that holds it. Left out: the organisation of who records it.
        holder: OrganisationBy,
    }
}

noun! {
    TieChanges: Tie in ties, "that two persons know each other";
    by answer_desk "PUBLIC_AFFAIRS";
    record declare_tie DeclareTieInput DeclareTiePayload;
    correct correct_tie CorrectTieInput CorrectTiePayload;
    remove remove_tie RemoveTiePayload;
    show tie: Tie;
    needs {
        /// One of the two.
        from_person: PersonBy,
        /// The other.
        to_person: PersonBy,
        /// How strong it is.
        strength: Code<TieStrength>,
    }
    may {
        /// When that was last said; left out: when the tie began.
        confirmed_on: PartialDate,
        /// Since when.
        since: PartialDate,
        /// Until when.
        until: PartialDate,
        /// The partner that holds it. Left out: the organisation of who records it.
        holder: OrganisationBy,
    }
}
