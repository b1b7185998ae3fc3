//! Calendars that people subscribe to. They are no facts: nothing of them stands in the journal.

use async_graphql::{Context, ID, InputObject, Object, SimpleObject};
use network::plan::wrong_text;

use crate::graphql::calendar::{CalendarFeed, NewFeed, keeper};
use crate::graphql::error::ApiError;
use crate::graphql::global_id;
use crate::graphql::viewer::Viewer;

/// How long a label may be, in characters.
const MOST_CHARS: usize = 200;

/// A calendar to subscribe to.
#[derive(Debug, Clone, InputObject)]
pub struct CreateCalendarFeedInput {
    /// What it is for, in one line of at most 200 characters, so that it can be told from others: `phone`.
    label: String,
}

/// A calendar that nobody is to have any more.
#[derive(Debug, Clone, InputObject)]
pub struct RevokeCalendarFeedInput {
    /// Its id.
    id: ID,
}

/// A new calendar, with its address.
#[derive(SimpleObject)]
pub struct CreateCalendarFeedPayload {
    /// The calendar.
    feed: CalendarFeed,
    /// The path of its address on this server: `/calendar/….ics`. Who has it sees what its owner sees, so it is told this
    /// once and is to be kept like a password.
    path: String,
}

/// A calendar that was taken back.
#[derive(SimpleObject)]
pub struct RevokeCalendarFeedPayload {
    /// The calendar.
    feed: CalendarFeed,
}

/// Calendars that people subscribe to.
#[derive(Default)]
pub struct CalendarChanges;

/// Calendars that people subscribe to.
#[Object(serial)]
impl CalendarChanges {
    /// Makes a calendar to subscribe to, with a private address (agenda-abonnement). It shows what the viewer sees, with the
    /// rights that they have when it is fetched, and works until it or the viewer's token is taken back. At most 20 for each
    /// viewer; for who has a token of this server, as a provider does not tell when it takes back a right.
    async fn create_calendar_feed(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "What it is for.")] input: CreateCalendarFeedInput,
    ) -> Result<CreateCalendarFeedPayload, ApiError> {
        let owner = Viewer::of(ctx)?.somebody()?;
        let label = input.label.trim();
        let too_long = || {
            let long = label.chars().count() > MOST_CHARS || label.contains(['\n', '\r']);
            long.then(|| {
                [
                    "is één regel van ten hoogste 200 tekens".to_owned(),
                    "is one line of at most 200 characters".to_owned(),
                ]
            })
        };
        if let Some([nl, en]) = wrong_text(label).or_else(too_long) {
            return Err(ApiError::bad_user_input(format!("input.label {nl}"), format!("input.label {en}")));
        }
        let NewFeed { feed, secret } = keeper(ctx)?.create(owner, label).await?;
        Ok(CreateCalendarFeedPayload { feed, path: format!("/calendar/{secret}.ics") })
    }

    /// Takes back a calendar of the viewer: within seconds its address leads nowhere any more.
    async fn revoke_calendar_feed(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which one.")] input: RevokeCalendarFeedInput,
    ) -> Result<RevokeCalendarFeedPayload, ApiError> {
        let owner = Viewer::of(ctx)?.somebody()?;
        let revoked = match global_id::uuid(&input.id) {
            Some(id) => keeper(ctx)?.revoke(owner, id).await?,
            None => None,
        };
        let none = || {
            ApiError::bad_user_input(
                "input.id: er is geen agenda met deze id die werkt",
                "input.id: there is no calendar with this id that works",
            )
        };
        Ok(RevokeCalendarFeedPayload { feed: revoked.ok_or_else(none)? })
    }
}
