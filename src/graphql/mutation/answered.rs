//! What a mutation came to, as its payload tells it.

use std::sync::Arc;

use async_graphql::{Context, Interface, Object};
use futures_util::FutureExt;
use network::audience::Audience;
use network::facts::Language;
use network::id::FactId;
use network::plan::{Act, Command, ErrorCode, Pointer, Policy, Rejection, Source, plan, wrong_text};
use network::view::View;

use super::asked::{Asked, Because, Read};
use crate::graphql::codes::Code;
use crate::graphql::error::{self, ApiError};
use crate::graphql::objects::fact::Fact;
use crate::graphql::objects::standing::{Standing, moved};
use crate::graphql::page::MAX_LIST;
use crate::graphql::pin::Spoken;
use crate::graphql::reader::Reader;
use crate::graphql::scalars::int;
use crate::graphql::viewer::{Right, Viewer};
use crate::writer::{Done, Outcome, StoreError, Wish, WriteError, Writer};

/// What came of a mutation: the network after it, and what it was about or why it was refused.
pub struct Answered {
    pub(super) view: Arc<View>,
    /// What it was about; `None`: it was refused.
    pub(super) subject: Option<Pointer>,
    before: Option<Arc<View>>,
    errors: Vec<UserError>,
}

impl Answered {
    /// What was done about something beside the writer's queue: it moves no standing.
    pub(super) fn done(ctx: &Context<'_>, subject: Pointer) -> Result<Self, ApiError> {
        let view = now(Reader::of(ctx)?)?;
        Ok(Self { view, subject: Some(subject), before: None, errors: Vec::new() })
    }

    /// What a dataset came to.
    ///
    /// * `before`: what there was before it; `None`: nothing was done.
    pub(super) fn imported(view: Arc<View>, before: Option<Arc<View>>) -> Self {
        Self { view, subject: None, before, errors: Vec::new() }
    }

    /// What was refused.
    ///
    /// * `about`: what it would have changed, and the revision that it was meant for.
    pub(super) fn refused(
        ctx: &Context<'_>,
        rejections: Vec<Rejection>,
        (about, meant): (&[Pointer], i64),
    ) -> Result<Self, ApiError> {
        let view = now(Reader::of(ctx)?)?;
        let language = ctx.data::<Spoken>().map_or(Language::En, |spoken| spoken.0);
        // Of two organisations, the one that somebody changed.
        let is_newer = |target: &&Pointer| view.network().changed_at(target.id) > meant;
        let target = about.iter().find(is_newer).or(about.first()).copied();
        let told = |rejection| UserError::new(&view, rejection, language, target);
        let errors = rejections.into_iter().map(told).collect();
        Ok(Self { view, subject: None, before: None, errors })
    }

    /// The row that it was about, when it is of this noun and still there.
    pub(super) fn row<T: network::facts::Fact>(
        &self,
        table: &network::table::Table<T>,
    ) -> Option<network::table::Ix<T>> {
        let subject = self.subject.filter(|subject| subject.noun == T::NOUN)?;
        table.by_id(T::Id::from_uuid(subject.id))
    }

    /// Where organisations stand now who stood elsewhere before; as many as a list without pages holds.
    pub(super) fn standings(&self) -> Vec<Standing> {
        let moved = self.before.as_ref().map_or_else(Vec::new, |before| moved(before, &self.view));
        moved.into_iter().take(MAX_LIST).collect()
    }

    /// The revision that it made, or that it was refused at.
    pub(super) fn revision(&self) -> i32 {
        int(self.view.network().revision().number)
    }

    pub(super) fn user_errors(&self) -> &[UserError] {
        &self.errors
    }
}

/// Does what is asked, for who may change the facts of the network.
///
/// # Errors
/// `UNAUTHENTICATED` and `FORBIDDEN` before anything is looked at; our own failures.
pub(super) async fn answer(ctx: &Context<'_>, asked: Asked) -> Result<Answered, ApiError> {
    answer_with(ctx, asked, Right::Facts).await
}

/// Does what is asked, for who may plan contacts.
///
/// # Errors
/// As for [`answer`].
pub(super) async fn answer_desk(ctx: &Context<'_>, asked: Asked) -> Result<Answered, ApiError> {
    answer_with(ctx, asked, Right::Desk).await
}

/// Does what is asked, for who may record persons: for all, or for the desk.
///
/// # Errors
/// As for [`answer`].
pub(super) async fn answer_persons(ctx: &Context<'_>, asked: Asked) -> Result<Answered, ApiError> {
    answer_with(ctx, asked, Right::Persons).await
}

/// Does what is asked, for who has this right.
///
/// # Errors
/// As for [`answer`].
pub(super) async fn answer_with(ctx: &Context<'_>, asked: Asked, right: Right) -> Result<Answered, ApiError> {
    let actor = Viewer::of(ctx)?.may(right)?.to_owned();
    let reader = Reader::of(ctx)?;
    let Because { source, if_revision, reason, idempotency } = asked.because;
    let sight = reader.sight();
    Viewer::of(ctx)?.may_with(sight)?;
    let meant = if_revision.unwrap_or(i64::MAX);
    let Read { made: act, mut unread } = asked.act;
    let about = act.about();
    // What only the desk sees stands on the word of who records it; their name is for nobody else.
    let own_word = || Source { title: actor.clone(), locator: None, url: None };
    let is_own = sight.is_of_desk() && source.is_none() && is_for_desk(&*reader.now()?, &act);
    let source = source.or_else(|| is_own.then(own_word));
    let wrong = reason.as_deref().and_then(wrong_text);
    unread.extend(wrong.map(|[nl, en]| Rejection::new(ErrorCode::InvalidValue, &["reason"], nl, en)));
    let writer = ctx.data::<Arc<Writer>>().map_err(|missing| ApiError::internal("find the writer", missing.message))?;
    let command = Command { act, source, if_revision };
    if !unread.is_empty() {
        unread.extend(beside(&unread, &reader.now()?, &command, &writer.policy()));
        return Answered::refused(ctx, unread, (&about, meant));
    }
    let wish = Wish { command, verb: asked.verb, actor, sight, reason, idempotency };
    // In a box: the futures of all mutations lie inside each other, and the compiler follows them only so far.
    match writer.write(wish).boxed().await.map_err(failed)? {
        Outcome::Refused(rejections) => Answered::refused(ctx, rejections, (&about, meant)),
        Outcome::Done(Done { before, after, subject, .. }) => {
            let (before, view) = (reader.view_of(&before, None, None), reader.view_of(&after, None, None));
            Ok(Answered { view, subject: Some(subject), before: Some(before), errors: Vec::new() })
        }
    }
}

/// What the viewer sees today of the network as it is now.
fn now(reader: &Reader) -> Result<Arc<View>, ApiError> {
    Ok(reader.view_of(&reader.now()?, None, None))
}

/// Whether only the desk sees what an act writes.
fn is_for_desk(network: &network::network::Network, act: &Act) -> bool {
    let is_closed = |audience| audience >= Audience::PublicAffairs;
    match act {
        Act::Record(drafts) => drafts.iter().all(|draft| is_closed(draft.fact.audience())),
        Act::Correct { target, set } => {
            let given = set.get("audience").map(|code| serde_json::from_value(code.clone()).unwrap_or_default());
            let now = network.fact(target.noun, target.id).map(|fact| fact.audience());
            given.or(now).is_none_or(is_closed)
        }
        _ => false,
    }
}

/// What else is wrong with an input of which not everything could be read. What follows from that is not told.
fn beside(
    unread: &[Rejection],
    network: &Arc<network::network::Network>,
    command: &Command,
    policy: &Policy,
) -> Vec<Rejection> {
    let of_input = |code| {
        matches!(
            code,
            ErrorCode::SourceRequired
                | ErrorCode::VersionConflict
                | ErrorCode::InvalidValue
                | ErrorCode::InvalidPeriod
                | ErrorCode::NotFound
        )
    };
    let told = |rejection: &Rejection| unread.iter().any(|other| other.path == rejection.path);
    let all = plan(network, command, policy, network.revision()).err().unwrap_or_default();
    all.into_iter().filter(|rejection| of_input(rejection.code) && !told(rejection)).collect()
}

/// A failure of the writer: an outage is told as one, and its reason stays in the log.
pub(in crate::graphql) fn failed(error: Arc<WriteError>) -> ApiError {
    let (nl, en) = match &*error {
        WriteError::Store(StoreError::Unknown { .. }) | WriteError::Unheard => (
            "De database zei niet of de wijziging geldt. Lees opnieuw voor u haar herhaalt; met dezelfde \
             idempotencyKey gebeurt het geen twee keer.",
            "The database did not say whether the change holds. Read again before you repeat it; with the same \
             idempotencyKey it is not done twice.",
        ),
        WriteError::Store(store) if store.is_outage() => (
            "De database antwoordt niet; er is niets gewijzigd. Probeer het opnieuw.",
            "The database does not answer; nothing was changed. Try again.",
        ),
        _ => return ApiError::internal("write", error),
    };
    tracing::warn!("A change failed: {:#}", anyhow::Error::new(error));
    ApiError::new(error::Code::Unavailable, nl, en)
}

/// Why a change was refused, for the user of a frontend. Nothing was changed.
#[derive(Interface)]
#[graphql(
    field(name = "code", ty = "Code<ErrorCode>", desc = "Why, for programs."),
    field(
        name = "message",
        ty = "&str",
        desc = "Why, for people: in Dutch when Accept-Language asks for that, else in English."
    ),
    field(name = "path", ty = "&[String]", desc = "Which part of the input, from the outside in; empty: all of it.")
)]
pub enum UserError {
    /// A refusal.
    Refusal(Refusal),
    /// Somebody else was first.
    VersionConflict(VersionConflict),
}

impl UserError {
    fn new(view: &Arc<View>, rejection: Rejection, language: Language, about: Option<Pointer>) -> Self {
        let refusal = Refusal { rejection, language };
        if refusal.rejection.code != ErrorCode::VersionConflict {
            return Self::Refusal(refusal);
        }
        let current = about.and_then(|target| Fact::of_target(view, target));
        Self::VersionConflict(VersionConflict { refusal, current })
    }
}

/// A refusal.
pub struct Refusal {
    rejection: Rejection,
    language: Language,
}

/// A change was refused; nothing of it was done (weigering).
#[Object(serial)]
impl Refusal {
    /// Why, for programs.
    async fn code(&self) -> Code<ErrorCode> {
        Code(self.rejection.code)
    }

    /// Why, for people: in Dutch when Accept-Language asks for that, else in English.
    async fn message(&self) -> &str {
        self.rejection.message(self.language)
    }

    /// Which part of the input, from the outside in; empty: all of it.
    async fn path(&self) -> &[String] {
        &self.rejection.path
    }
}

/// Somebody else was first.
pub struct VersionConflict {
    refusal: Refusal,
    current: Option<Fact>,
}

/// The object was changed after the revision that the change was meant for (versieconflict).
#[Object(serial)]
impl VersionConflict {
    /// VERSION_CONFLICT.
    async fn code(&self) -> Code<ErrorCode> {
        Code(self.refusal.rejection.code)
    }

    /// Why, for people: in Dutch when Accept-Language asks for that, else in English.
    async fn message(&self) -> &str {
        self.refusal.rejection.message(self.refusal.language)
    }

    /// Which part of the input, from the outside in.
    async fn path(&self) -> &[String] {
        &self.refusal.rejection.path
    }

    /// The object as it is now; null for the network itself.
    async fn current(&self) -> Option<Fact> {
        self.current.clone()
    }
}

/// Defines a payload: what the mutation was about, and what all payloads tell.
macro_rules! payload {
    ($(#[doc = $($doc:tt)+])* $payload:ident { $field:ident: $object:ident in $noun:ident }) => {
        $crate::graphql::mutation::answered::payload! {
            [$(#[doc = $($doc)+])*] $payload $field: $object,
            |answered| {
                let row = answered.row(&answered.view.network().$noun);
                row.map(|ix| $crate::graphql::objects::$object::new(&answered.view, ix))
            }
        }
    };
    ($(#[doc = $($doc:tt)+])* $payload:ident { $field:ident: $module:ident::$object:ident }) => {
        $crate::graphql::mutation::answered::payload! {
            [$(#[doc = $($doc)+])*] $payload $field: $module::$object,
            |answered| {
                let done = answered.subject.is_some();
                done.then(|| $crate::graphql::objects::$module::$object::new(answered.view.clone()))
            }
        }
    };
    (
        [$(#[doc = $($doc:tt)+])*] $payload:ident $field:ident: $($object:ident)::+,
        |$answered:ident| $shown:block
    ) => {
        $(#[doc = $($doc)+])*
        pub struct $payload(pub(super) $crate::graphql::mutation::answered::Answered);

        $(#[doc = $($doc)+])*
        #[async_graphql::Object(serial)]
        impl $payload {
            /// What it was about, as it is now; null: the change was refused, or it has gone.
            async fn $field(&self) -> Option<$crate::graphql::objects::$($object)::+> {
                let $answered = &self.0;
                $shown
            }

            /// Where organisations stand now who stood elsewhere before the change.
            async fn standings(&self) -> Vec<$crate::graphql::objects::standing::Standing> {
                self.0.standings()
            }

            /// The revision that the change made, or at which it was refused.
            async fn revision(&self) -> i32 {
                self.0.revision()
            }

            /// Why it was refused; empty: it is done.
            async fn user_errors(&self) -> &[$crate::graphql::mutation::answered::UserError] {
                self.0.user_errors()
            }
        }
    };
}
pub(super) use payload;
