//! The desk: what public affairs plans by. Only who plans contacts sees it.

pub mod ahead;
pub mod coverage;
pub mod expiring;
pub mod held;
pub mod monitor;
pub mod route;
pub mod say;
pub mod schedule;
pub mod talk;
pub mod tie;
pub mod topic;
pub mod voice;

use std::sync::Arc;

use async_graphql::{Context, ID, Object};
use chrono::{Days, NaiveDate};
use network::affairs::acquaintances::Acquaintances;
use network::affairs::routes::{MaxHops, OutOfRange, RouteCount};
use network::facts;
use network::facts::{ContactStatus, DecisionRight};
use network::table::Ix;
use network::view::View;

use self::ahead::OpenTarget;
use self::coverage::CoveragePlan;
use self::expiring::Expiring;
use self::monitor::{DoubleContact, OneVoiceConflict};
use self::route::{Introducer, RouteResult, Wanted, all_persons, ours, persons};
use self::schedule::{ContactSchedule, ScheduleInput};
use self::talk::ContactMomentConnection;
use self::topic::{TargetConnection, TopicConnection};
use self::voice::RepresentationReach;
use super::{ContactMoment, DecisionMoment, FollowUp, Preference, Target, Tie, Topic};
use crate::graphql::codes::Code;
use crate::graphql::error::ApiError;
use crate::graphql::page::{PageArgs, list};
use crate::graphql::reader::Reader;
use crate::graphql::scalars::Date;
use crate::graphql::viewer::Viewer;

/// The desk in a view.
pub struct PublicAffairs {
    view: Arc<View>,
    own: Option<Ix<facts::Organisation>>,
}

impl PublicAffairs {
    /// The desk; `None` for who does not see it.
    pub(super) fn new(ctx: &Context<'_>, view: &Arc<View>) -> Result<Option<Self>, ApiError> {
        let reader = Reader::of(ctx)?;
        if !reader.sight().is_of_desk() {
            return Ok(None);
        }
        let own = Viewer::of(ctx)?.own(view.network());
        Ok(Some(Self { view: view.clone(), own }))
    }

    /// Works out something from who knows whom, off the threads that answer requests.
    async fn among<T: Send + 'static>(
        &self,
        ctx: &Context<'_>,
        work: impl FnOnce(&Arc<View>, &Arc<Acquaintances>) -> T + Send + 'static,
    ) -> Result<T, ApiError> {
        let (live, view) = (Reader::of(ctx)?.live().clone(), self.view.clone());
        let done = tokio::task::spawn_blocking(move || work(&view, &live.acquaintances(&view))).await;
        done.map_err(|stopped| ApiError::internal("look among who knows whom", stopped))
    }

    fn wanted(
        &self,
        to: &ID,
        from: Option<Vec<ID>>,
        avoid: Option<Vec<ID>>,
        max_hops: i32,
    ) -> Result<Wanted, ApiError> {
        let max_hops = MaxHops::try_from(i64::from(max_hops)).map_err(|wrong| out_of_range("maxHops", wrong))?;
        let from = from.map_or_else(|| Ok(ours(&self.view, self.own)), |ids| all_persons(&self.view, "from", &ids))?;
        let avoid = all_persons(&self.view, "avoid", &avoid.unwrap_or_default())?;
        Ok(Wanted { from, to: persons(&self.view, "to", to)?, avoid, max_hops })
    }
}

fn out_of_range(name: &str, OutOfRange { number, most }: OutOfRange) -> ApiError {
    ApiError::bad_user_input(
        format!("{name} is {number}; het moet van 1 tot en met {most} zijn"),
        format!("{name} is {number}; it must be from 1 to {most}"),
    )
}

/// Planning of lobby contacts (public affairs).
#[Object(serial)]
impl PublicAffairs {
    /// Topics of the joint agenda, in the order of their keys. At most 100 a page.
    async fn topics(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The first so many, 1 to 100; 25 when not given.")] first: Option<i32>,
        #[graphql(desc = "Only what comes after this cursor.")] after: Option<String>,
        #[graphql(desc = "The last so many, 1 to 100.")] last: Option<i32>,
        #[graphql(desc = "Only what comes before this cursor.")] before: Option<String>,
    ) -> Result<TopicConnection, ApiError> {
        let network = self.view.network();
        let mut rows: Vec<_> =
            network.topics.indices().filter(|ix| self.view.fact(&network.topics, *ix).is_some()).collect();
        rows.sort_by_key(|ix| &network.topics.get(*ix).slug);
        let page = PageArgs::new(first, after, last, before);
        Ok(TopicConnection(page.over(ctx, &rows, |ix| Topic::new(&self.view, *ix), Topic::BY_KEY)?))
    }

    /// Whom topics have to reach, in the order of their ids. At most 100 a page.
    #[allow(clippy::too_many_arguments, reason = "arguments of the API")]
    async fn targets(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Only those of this topic, by key.")] topic: Option<String>,
        #[graphql(desc = "Only those with this say in the decision.")] decision_right: Option<Code<DecisionRight>>,
        #[graphql(desc = "The first so many, 1 to 100; 25 when not given.")] first: Option<i32>,
        #[graphql(desc = "Only what comes after this cursor.")] after: Option<String>,
        #[graphql(desc = "The last so many, 1 to 100.")] last: Option<i32>,
        #[graphql(desc = "Only what comes before this cursor.")] before: Option<String>,
    ) -> Result<TargetConnection, ApiError> {
        let network = self.view.network();
        let topic = topic.map(|key| network.topics.by_key(&key).map(|ix| network.topics.get(ix).id));
        let wanted = |row: &facts::Target| {
            topic.is_none_or(|topic| topic == Some(row.topic))
                && decision_right.is_none_or(|right| right.0 == row.decision_right)
        };
        let rows =
            network.targets.iter().filter(|(ix, row)| self.view.fact(&network.targets, *ix).is_some() && wanted(row));
        let mut rows: Vec<_> = rows.map(|(ix, _)| ix).collect();
        rows.sort_by_key(|ix| network.targets.get(*ix).id);
        let page = PageArgs::new(first, after, last, before);
        Ok(TargetConnection(page.over(ctx, &rows, |ix| Target::new(&self.view, *ix), Target::BY_ID)?))
    }

    /// Talks, planned and held, in the order of their dates. At most 100 a page.
    #[allow(clippy::too_many_arguments, reason = "arguments of the API")]
    async fn contact_moments(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Only those that are so; all when not given.")] status: Option<Code<ContactStatus>>,
        #[graphql(desc = "Not before this day.")] from: Option<Date>,
        #[graphql(desc = "Not after this day.")] until: Option<Date>,
        #[graphql(desc = "The first so many, 1 to 100; 25 when not given.")] first: Option<i32>,
        #[graphql(desc = "Only what comes after this cursor.")] after: Option<String>,
        #[graphql(desc = "The last so many, 1 to 100.")] last: Option<i32>,
        #[graphql(desc = "Only what comes before this cursor.")] before: Option<String>,
    ) -> Result<ContactMomentConnection, ApiError> {
        let table = &self.view.network().contact_moments;
        let wanted = |row: &facts::ContactMoment| {
            status.is_none_or(|status| status.0 == row.status)
                && row.date.latest().is_none_or(|day| from.is_none_or(|from| day >= from.0))
                && row.date.earliest().is_none_or(|day| until.is_none_or(|until| day <= until.0))
        };
        let rows = table.iter().filter(|(ix, row)| self.view.fact(table, *ix).is_some() && wanted(row));
        let mut rows: Vec<_> = rows.map(|(ix, _)| ix).collect();
        let make = |ix: &_| ContactMoment::new(&self.view, *ix);
        rows.sort_by_cached_key(|ix| ContactMoment::IN_TIME.key_of(&make(ix)));
        let page = PageArgs::new(first, after, last, before);
        Ok(ContactMomentConnection(page.over(ctx, &rows, make, ContactMoment::IN_TIME)?))
    }

    /// Decisions that others are going to take, in the order of their dates; as many as a list without pages holds.
    async fn decision_moments(&self, ctx: &Context<'_>) -> Result<Vec<DecisionMoment>, ApiError> {
        let table = &self.view.network().decision_moments;
        let mut rows: Vec<_> = table.iter().collect();
        rows.sort_by_key(|(_, row)| (row.date.earliest(), row.id));
        list(ctx, rows.into_iter().map(|(ix, _)| DecisionMoment::new(&self.view, ix)))
    }

    /// Declared ties between persons on the day; as many as a list without pages holds.
    async fn ties(&self, ctx: &Context<'_>) -> Result<Vec<Tie>, ApiError> {
        let table = &self.view.network().ties;
        let mut rows: Vec<_> = self.view.current(table, table.indices()).collect();
        rows.sort_by_key(|(_, row)| row.id);
        list(ctx, rows.into_iter().map(|(ix, _)| Tie::new(&self.view, ix)))
    }

    /// How partners want to be informed on the day; as many as a list without pages holds.
    async fn preferences(&self, ctx: &Context<'_>) -> Result<Vec<Preference>, ApiError> {
        let table = &self.view.network().preferences;
        let mut rows: Vec<_> = self.view.current(table, table.indices()).collect();
        rows.sort_by_key(|(_, row)| row.id);
        list(ctx, rows.into_iter().map(|(ix, _)| Preference::new(&self.view, ix)))
    }

    /// The most reliable ways to somebody, not the shortest, each with somebody else in between.
    #[allow(clippy::too_many_arguments, reason = "arguments of the API")]
    async fn routes(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "To this person; or to one of those behind this organisation, body or target.")] to: ID,
        #[graphql(
            desc = "From these; when not given from those who work for the viewer's organisation, or for any partner."
        )]
        from: Option<Vec<ID>>,
        #[graphql(desc = "Not through these.")] avoid: Option<Vec<ID>>,
        #[graphql(desc = "The most steps, 1 to 5.", default = 3)] max_hops: i32,
        #[graphql(desc = "So many ways, 1 to 10.", default = 3)] first: i32,
    ) -> Result<RouteResult, ApiError> {
        let count = RouteCount::try_from(i64::from(first)).map_err(|wrong| out_of_range("first", wrong))?;
        let wanted = self.wanted(&to, from, avoid, max_hops)?;
        self.among(ctx, move |view, known| RouteResult::new(view, known, &wanted, count)).await
    }

    /// Who can introduce us to somebody, best first.
    async fn introducers(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "To this person; or to one of those behind this organisation, body or target.")] to: ID,
        #[graphql(
            desc = "From these; when not given from those who work for the viewer's organisation, or for any partner."
        )]
        from: Option<Vec<ID>>,
        #[graphql(desc = "Not through these.")] avoid: Option<Vec<ID>>,
        #[graphql(desc = "So many, 1 to 25.", default = 10)] first: i32,
    ) -> Result<Vec<Introducer>, ApiError> {
        let most = usize::try_from(first).ok().filter(|most| (1..=25).contains(most));
        let most = most.ok_or_else(|| out_of_range("first", OutOfRange { number: first.into(), most: 25 }))?;
        let wanted = self.wanted(&to, from, avoid, 3)?;
        let found = self.among(ctx, move |view, known| Introducer::list(view, known, &wanted, most)).await?;
        list(ctx, found.into_iter())
    }

    /// Which talks cover most targets, when only so many can be had.
    async fn coverage(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "These targets; all of active topics when not given. At most 100.")] targets: Option<Vec<ID>>,
        #[graphql(desc = "So many talks, 1 to 25.")] talks: i32,
    ) -> Result<CoveragePlan, ApiError> {
        let own = self.own;
        self.among(ctx, move |view, known| CoveragePlan::new(view, known, &ours(view, own), targets, talks)).await?
    }

    /// Talks put into the days before decisions, so that they keep to holidays and recesses, to what everybody can have, and
    /// to the distance that targets keep; introductions come before the talks that need them.
    async fn schedule(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "What is to be planned, and what it has to keep to.")] input: ScheduleInput,
    ) -> Result<ContactSchedule, ApiError> {
        let wanted = input.read(&self.view, || ours(&self.view, self.own))?;
        self.among(ctx, move |view, known| ContactSchedule::new(view, known, wanted)).await
    }

    /// Which partners are heard somewhere, through whom, and which are not, rule R20.
    async fn representation(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "This organisation or body, that of this target, or where this person sits and works.")]
        to: ID,
    ) -> Result<RepresentationReach, ApiError> {
        let places = voice::places(&self.view, "to", &to)?;
        self.among(ctx, move |view, _| RepresentationReach::new(view, &places)).await
    }

    /// Targets that can be moved on the day, and with whom nobody has had contact or plans any on the days on which it
    /// helps: the window that closes first goes first. As many as a list without pages holds.
    async fn targets_without_planned_contact(&self, ctx: &Context<'_>) -> Result<Vec<OpenTarget>, ApiError> {
        let found = self.among(ctx, |view, _| OpenTarget::list(view)).await?;
        list(ctx, found.into_iter())
    }

    /// Where partners did not tell the same story in the last 30 days before each other.
    async fn one_voice_conflicts(&self, ctx: &Context<'_>) -> Result<Vec<OneVoiceConflict>, ApiError> {
        list(ctx, OneVoiceConflict::list(&self.view).into_iter())
    }

    /// Contacts of two partners with one target with fewer than 14 days in between, the latest first.
    async fn double_contacts(&self, ctx: &Context<'_>) -> Result<Vec<DoubleContact>, ApiError> {
        list(ctx, DoubleContact::list(&self.view).into_iter())
    }

    /// Targets of open topics that nobody has seen for so many days or ever: those never seen first, then the longest ago. As many as a
    /// list without pages holds.
    async fn stale_targets(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "So many days, 0 or more.")] days: i32,
    ) -> Result<Vec<Target>, ApiError> {
        let days = u32::try_from(days)
            .map_err(|_| ApiError::bad_user_input("days kan niet onder 0 liggen", "days cannot lie below 0"))?;
        list(ctx, monitor::stale(&self.view, days).into_iter().map(|ix| Target::new(&self.view, ix)))
    }

    /// What is not kept any more within so many days, by day: a look ahead at what the periods of retention take out. As many as
    /// a list without pages holds.
    async fn expiring(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "So many days ahead, 0 or more; 0: what goes next night.")] days: i32,
    ) -> Result<Vec<Expiring>, ApiError> {
        let days = u64::try_from(days)
            .map_err(|_| ApiError::bad_user_input("days kan niet onder 0 liggen", "days cannot lie below 0"))?;
        let reader = Reader::of(ctx)?;
        let end = reader.today().checked_add_days(Days::new(days)).unwrap_or(NaiveDate::MAX);
        let network = self.view.network();
        let expiries = reader.live().periods().expiries(network);
        let soon = expiries.into_iter().filter(|expiry| expiry.on <= end);
        list(ctx, soon.filter_map(|expiry| Expiring::new(network, expiry)))
    }

    /// What should have been done after talks and was not, by owner, the longest overdue first.
    async fn overdue_follow_ups(&self, ctx: &Context<'_>) -> Result<Vec<FollowUp>, ApiError> {
        list(ctx, monitor::overdue(&self.view).into_iter().map(|ix| FollowUp::new(&self.view, ix)))
    }
}
