//! Every noun: recorded, corrected, and removed when it was never so.

pub mod aims;
pub mod desk;
pub mod governance;
pub mod network;
pub mod parties;
pub mod places;
pub mod programme;
pub mod register;
pub mod words;

use async_graphql::{ID, InputObject};

use super::asked::Because;

/// Which thing was never so.
#[derive(Debug, Clone, InputObject)]
pub struct RemoveInput {
    /// Its id.
    pub(in crate::graphql::mutation) id: ID,
    /// The revision that you read: when it was changed after it, nothing is done (VERSION_CONFLICT).
    if_revision: Option<i32>,
    /// Why it was never so, for the journal.
    reason: String,
}

impl RemoveInput {
    pub(in crate::graphql::mutation) fn because(&self) -> Because {
        Because {
            source: None,
            if_revision: self.if_revision.map(i64::from),
            reason: Some(self.reason.clone()),
            idempotency: None,
        }
    }
}

/// The key of a new fact with the field that gives it, for nouns with a name or code; else `None`.
macro_rules! key {
    ($input:ident $key:ident) => {
        Some((stringify!($key), &*$input.$key))
    };
    ($input:ident) => {
        None
    };
}

/// Defines what is recorded, corrected and removed of a noun: by editors, unless another way to answer is given with the
/// roles that it needs.
macro_rules! noun {
    ($mutations:ident: $fact:ident in $noun:ident, $words:literal; record $($rest:tt)+) => {
        noun! { $mutations: $fact in $noun, $words; by answer "EDITOR"; record $($rest)+ }
    };
    (
        $mutations:ident: $fact:ident in $noun:ident, $words:literal;
        by $answer:ident $role:literal;
        record $record:ident $record_input:ident $record_payload:ident;
        correct $correct:ident $correct_input:ident $correct_payload:ident;
        remove $remove:ident $remove_payload:ident;
        show $field:ident: $object:ident;
        $(key { $(#[doc = $key_doc:literal])+ $key:ident })?
        needs { $($(#[doc = $need_doc:literal])+ $need:ident: $need_type:ty,)* }
        may { $($(#[doc = $may_doc:literal])+ $may:ident: $may_type:ty,)* }
        $(with { $(#[doc = $part_doc:literal])+ $part:ident: $part_type:ty => $parts:path })?
    ) => {
        #[doc = concat!("Records ", $words, ".")]
        #[derive(Debug, Clone, InputObject)]
        pub struct $record_input {
            $($(#[doc = $key_doc])+ $key: String,)?
            $($(#[doc = $need_doc])+ $need: $need_type,)*
            $($(#[doc = $may_doc])+ $may: Option<$may_type>,)*
            $($(#[doc = $part_doc])+ $part: Option<$part_type>,)?
            #[graphql(flatten)]
            recording: Recording,
        }

        #[doc = concat!("Corrects ", $words, ": what is left out stays, null empties.")]
        #[derive(Debug, Clone, InputObject)]
        pub struct $correct_input {
            /// Its id.
            id: ID,
            $($(#[doc = $need_doc])+ $need: MaybeUndefined<$need_type>,)*
            $($(#[doc = $may_doc])+ $may: MaybeUndefined<$may_type>,)*
            #[graphql(flatten)]
            correcting: Correcting,
        }

        payload! {
            #[doc = concat!("What recording ", $words, " came to.")]
            $record_payload { $field: $object in $noun }
        }

        payload! {
            #[doc = concat!("What correcting ", $words, " came to.")]
            $correct_payload { $field: $object in $noun }
        }

        payload! {
            #[doc = concat!("What removing ", $words, " came to.")]
            $remove_payload { $field: $object in $noun }
        }

        #[doc = concat!("Changes of ", $words, ".")]
        #[derive(Default)]
        pub struct $mutations;

        #[doc = concat!("Changes of ", $words, ".")]
        #[Object(serial)]
        impl $mutations {
            #[doc = concat!("Records ", $words, ". Needs the role ", $role, ".")]
            async fn $record(
                &self,
                ctx: &Context<'_>,
                #[graphql(desc = "What is recorded, and on whose word.")] input: $record_input,
            ) -> Result<$record_payload, ApiError> {
                let view = everything(Reader::of(ctx)?)?;
                let mut fields = Fields::new(&view, Vec::new());
                $(fields.give(stringify!($need), &input.$need);)*
                $(fields.maybe(stringify!($may), input.$may.as_ref());)*
                let key: Option<(&str, &str)> = key!(input $($key)?);
                let new = new_fact(ctx)?;
                let act = draft::<$fact>(new, key, fields, &input.recording).map(Act::Record);
                $(let act = $parts(ctx, &view, act, input.$part.as_deref(), &input.recording)?;)?
                let asked = Asked::recording(stringify!($record), act, &input.recording, &input);
                $answer(ctx, asked).await.map($record_payload)
            }

            #[doc = concat!("Corrects ", $words, ". Needs the role ", $role, ".")]
            async fn $correct(
                &self,
                ctx: &Context<'_>,
                #[graphql(desc = "What it shall be, and on whose word.")] input: $correct_input,
            ) -> Result<$correct_payload, ApiError> {
                let view = everything(Reader::of(ctx)?)?;
                let mut fields = Fields::new(&view, Vec::new());
                $(fields.change(stringify!($need), &input.$need);)*
                $(fields.change(stringify!($may), &input.$may);)*
                input.correcting.correct(&mut fields);
                let act = correction(target::<$fact>(&input.id, "id"), fields);
                let because = Because::changing(&input.correcting.changing);
                $answer(ctx, Asked { verb: stringify!($correct), act, because }).await.map($correct_payload)
            }

            #[doc = concat!("Removes ", $words, " that was never so; what only ended has an until. Needs the role ", $role, ".")]
            async fn $remove(
                &self,
                ctx: &Context<'_>,
                #[graphql(desc = "What goes, and why.")] input: RemoveInput,
            ) -> Result<$remove_payload, ApiError> {
                let act = target::<$fact>(&input.id, "id").map(Act::Remove);
                $answer(ctx, Asked { verb: stringify!($remove), act, because: input.because() }).await.map($remove_payload)
            }
        }
    };
}
pub(super) use {key, noun};
