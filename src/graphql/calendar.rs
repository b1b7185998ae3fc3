//! Calendars that people subscribe to: who may have one, and what stands in it for its owner now.

use std::collections::BTreeSet;
use std::sync::Arc;

use async_graphql::{Context, ID, Object};
use chrono::{DateTime, Utc};
use futures_util::future::BoxFuture;
use network::audience::Audience;
use network::calendar::{Asked, Entry, entries};
use network::facts::Language;
use uuid::Uuid;

use super::error::{ApiError, Code};
use super::global_id;
use super::reader::Reader;
use super::scalars;
use super::shown::Reading;
use super::viewer::Viewer;
use crate::clock::Clock;
use crate::live::Live;

/// A feed that somebody made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CalendarFeed {
    /// Its id.
    pub id: Uuid,
    /// What it is for.
    pub label: String,
    /// When it was made.
    pub created_at: DateTime<Utc>,
    /// When it was taken back.
    pub revoked_at: Option<DateTime<Utc>>,
    /// When it was last fetched, about.
    pub last_used_at: Option<DateTime<Utc>>,
}

/// A feed with the secret of its address, which is told this once.
#[derive(Debug)]
pub struct NewFeed {
    /// The feed.
    pub feed: CalendarFeed,
    /// What its address ends in.
    pub secret: String,
}

/// Keeps feeds, each for the token by which its owner is known.
pub trait CalendarFeeds: Send + Sync + 'static {
    /// Makes one for who has the token with this name.
    ///
    /// # Errors
    /// `FORBIDDEN` for who has no token of ours, or as many feeds as they can; `UNAVAILABLE` when it cannot be kept now.
    fn create<'a>(&'a self, owner: &'a str, label: &'a str) -> BoxFuture<'a, Result<NewFeed, ApiError>>;

    /// Those of somebody that work, in the order in which they were made.
    ///
    /// # Errors
    /// `UNAVAILABLE` when they cannot be looked up now.
    fn list<'a>(&'a self, owner: &'a str) -> BoxFuture<'a, Result<Vec<CalendarFeed>, ApiError>>;

    /// Takes one of somebody back; `None` when they have none with this id that works.
    ///
    /// # Errors
    /// `UNAVAILABLE` when that cannot be kept now.
    fn revoke<'a>(&'a self, owner: &'a str, id: Uuid) -> BoxFuture<'a, Result<Option<CalendarFeed>, ApiError>>;

    /// Whom an address belongs to, with the rights that they have now; `None` when it belongs to nobody, was taken back, or
    /// its owner has lost their token.
    ///
    /// # Errors
    /// `UNAVAILABLE` when it cannot be looked up now.
    fn admit<'a>(&'a self, secret: &'a str) -> BoxFuture<'a, Result<Option<Viewer>, ApiError>>;
}

/// What a feed holds now.
#[derive(Debug)]
pub struct Calendar {
    /// What the calendar is called.
    pub name: String,
    /// What stands in it, in the order of days.
    pub entries: Vec<Entry>,
    /// Whose it is, as the journal says it.
    owner: String,
    revision: u64,
}

impl Calendar {
    /// What its owner reads of the desk when it is shown to them.
    pub(super) fn reading(&self) -> Reading {
        let facts = self.entries.iter().flat_map(|entry| &entry.facts);
        let of_desk = facts.filter(|(.., audience)| *audience >= Audience::PublicAffairs);
        let of_desk: BTreeSet<_> = of_desk.map(|(noun, id, _)| (*noun, *id)).collect();
        Reading {
            actor: self.owner.clone(),
            operation: Some("calendar".to_owned()),
            revision: self.revision,
            facts: of_desk.into_iter().collect(),
        }
    }
}

/// Makes calendars for who subscribes.
pub struct Calendars {
    live: Arc<Live>,
    clock: Clock,
    feeds: Arc<dyn CalendarFeeds>,
}

impl Calendars {
    /// Calendars of the current network.
    #[must_use]
    pub fn new(live: Arc<Live>, clock: Clock, feeds: Arc<dyn CalendarFeeds>) -> Self {
        Self { live, clock, feeds }
    }

    /// What the feed with this address holds: what its owner sees now. `None` when there is none.
    ///
    /// # Errors
    /// `UNAVAILABLE` when it cannot be looked up now; our own failures.
    pub async fn find(&self, secret: &str, language: Language) -> Result<Option<Calendar>, ApiError> {
        let Some(viewer) = self.feeds.admit(secret).await? else { return Ok(None) };
        let reader = Reader::new(Arc::clone(&self.live), self.clock.today(), &viewer)?;
        let owner = viewer.called();
        let made = tokio::task::spawn_blocking(move || made(&reader, owner, language)).await;
        made.map(Some).map_err(|stopped| ApiError::internal("make a calendar", stopped))
    }
}

fn made(reader: &Reader, owner: String, language: Language) -> Calendar {
    let view = reader.view(None, None);
    let cooperation = view.network().cooperation();
    let name = if language == Language::En { cooperation.name_en.as_ref() } else { None };
    let asked = Asked { journal: reader.journal(), language, desk: reader.sight().is_of_desk() };
    let name = name.unwrap_or(&cooperation.name_nl).clone();
    let revision = view.network().revision().number.unsigned_abs();
    Calendar { name, entries: entries(&view, &asked), owner, revision }
}

/// The keeper of feeds of a request.
///
/// # Errors
/// `UNAVAILABLE` on a server that keeps none.
pub(super) fn keeper<'a>(ctx: &Context<'a>) -> Result<&'a Arc<dyn CalendarFeeds>, ApiError> {
    ctx.data::<Arc<dyn CalendarFeeds>>().map_err(|_| {
        ApiError::new(Code::Unavailable, "Deze server houdt geen agenda's bij.", "This server keeps no calendars.")
    })
}

/// A calendar that its owner subscribes to by a private address: meetings, decisions and talks, as its owner sees them when
/// it is fetched (agenda-abonnement).
#[Object(serial)]
impl CalendarFeed {
    /// Opaque id: by this it is taken back.
    pub(super) async fn id(&self) -> ID {
        global_id::write("CalendarFeed", self.id)
    }

    /// What it is for, in the words of its owner.
    async fn label(&self) -> &str {
        &self.label
    }

    /// When it was made.
    async fn created_at(&self) -> scalars::DateTime {
        scalars::DateTime(self.created_at)
    }

    /// When it was taken back; null: it works.
    async fn revoked_at(&self) -> Option<scalars::DateTime> {
        self.revoked_at.map(scalars::DateTime)
    }

    /// When it was last fetched, to the minute; null: never.
    async fn last_used_at(&self) -> Option<scalars::DateTime> {
        self.last_used_at.map(scalars::DateTime)
    }
}
