//! Who asks, and what they may do.

use std::sync::Arc;

use async_graphql::{Context, Enum, Object};
use chrono::NaiveDate;
use futures_util::future::BoxFuture;
use network::audience::Sight;
use network::facts;
use network::network::Network;
use network::source::Confidence;
use network::table::Ix;
use network::view::View;

use super::calendar::{self, CalendarFeed};
use super::error::{ApiError, Code};
use super::objects::Organisation;
use super::reader::Reader;

/// What somebody may do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Enum)]
pub enum Role {
    /// Reads what is public (lezer).
    Reader,
    /// Reads what partners share among themselves (analist).
    Analyst,
    /// Changes the facts of the network (redacteur).
    Editor,
    /// Plans the contacts of public affairs (public affairs).
    PublicAffairs,
    /// Gives and takes rights, changes facts, and erases persons (beheerder).
    Admin,
}

impl Role {
    /// All roles with their codes, as settings and tokens write them.
    pub const ALL: [(Self, &'static str); 5] = [
        (Self::Reader, "reader"),
        (Self::Analyst, "analyst"),
        (Self::Editor, "editor"),
        (Self::PublicAffairs, "public-affairs"),
        (Self::Admin, "admin"),
    ];

    /// The role with this code.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|(_, known)| *known == code).map(|(role, _)| role)
    }

    /// Its code.
    #[must_use]
    pub fn code(self) -> &'static str {
        Self::ALL.into_iter().find(|(role, _)| *role == self).map_or("", |(_, code)| code)
    }

    /// Whether it changes facts.
    #[must_use]
    pub fn edits(self) -> bool {
        matches!(self, Self::Editor | Self::Admin)
    }
}

/// Who asks. Put into the data of each request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Viewer {
    /// Their name, which stands in the journal; `None`: anybody.
    name: Option<String>,
    role: Role,
    /// Key of the organisation that they act for; it need not be in the network.
    organisation: Option<String>,
}

impl Viewer {
    /// Somebody unknown, who reads what is public.
    #[must_use]
    pub fn anonymous() -> Self {
        Self { name: None, role: Role::Reader, organisation: None }
    }

    /// Somebody known.
    #[must_use]
    pub fn known(name: String, role: Role) -> Self {
        Self { name: Some(name), role, organisation: None }
    }

    /// The same, acting for the organisation with this key, if any.
    #[must_use]
    pub fn acting_for(self, organisation: Option<String>) -> Self {
        Self { organisation, ..self }
    }

    /// Who a request came from.
    pub(super) fn of<'a>(ctx: &Context<'a>) -> Result<&'a Self, ApiError> {
        ctx.data::<Self>().map_err(|missing| ApiError::internal("find who asks", missing.message))
    }

    /// The name of somebody who is known; nobody else changes anything.
    ///
    /// # Errors
    /// `UNAUTHENTICATED` when nobody is known to ask.
    pub(super) fn somebody(&self) -> Result<&str, ApiError> {
        self.name.as_deref().ok_or_else(|| {
            ApiError::new(
                Code::Unauthenticated,
                "Onbekend wie dit vraagt: stuur een token mee, als `Authorization: Bearer …`.",
                "Nobody is known to ask: send a token, as in `Authorization: Bearer …`.",
            )
        })
    }

    /// The name of somebody who may do this.
    ///
    /// # Errors
    /// `UNAUTHENTICATED` when nobody is known to ask, `FORBIDDEN` when the role does not allow it.
    pub(super) fn may(&self, right: Right) -> Result<&str, ApiError> {
        let name = self.somebody()?;
        let (may, nl, en) = match right {
            Right::Facts => {
                (self.edits(), "Feiten wijzigen vraagt de rol EDITOR.", "Changing facts needs the role EDITOR.")
            }
            Right::Imports => (
                self.edits(),
                "Een dataset inlezen vraagt de rol EDITOR.",
                "Importing a dataset needs the role EDITOR.",
            ),
            Right::Desk => (
                self.plans(),
                "Contacten plannen vraagt de rol PUBLIC_AFFAIRS.",
                "Planning contacts needs the role PUBLIC_AFFAIRS.",
            ),
            Right::Partners => (
                self.role == Role::Admin,
                "Deelnemers samenvoegen vraagt de rol ADMIN: wat een van beide alleen weet wordt van de ander.",
                "Merging partners needs the role ADMIN: what one of them knows alone becomes the other's.",
            ),
            Right::Erasures => (
                self.role == Role::Admin,
                "Personen wissen vraagt de rol ADMIN.",
                "Erasing persons needs the role ADMIN.",
            ),
            Right::Persons => (
                self.edits() || self.plans(),
                "Personen vastleggen vraagt de rol EDITOR of PUBLIC_AFFAIRS.",
                "Recording persons needs the role EDITOR or PUBLIC_AFFAIRS.",
            ),
        };
        if may { Ok(name) } else { Err(ApiError::new(Code::Forbidden, nl, en)) }
    }

    /// Settles whether who plans contacts sees what is planned: who acts for no partner plans nothing.
    ///
    /// # Errors
    /// `FORBIDDEN` when they do not.
    pub(super) fn may_with(&self, sight: Sight) -> Result<(), ApiError> {
        if !self.plans() || sight.is_of_desk() {
            return Ok(());
        }
        Err(ApiError::new(
            Code::Forbidden,
            "Contacten plannen kan wie voor een deelnemer of het netwerk zelf handelt.",
            "Contacts are planned by those who act for a partner or the network itself.",
        ))
    }

    /// What they see of a network on a day. Who works for a partner sees what partners share; who plans the contacts of
    /// public affairs for a partner or the cooperation sees the desk, and what their own organisation holds alone; who
    /// manages rights sees no desk.
    #[must_use]
    pub fn sight(&self, network: &Arc<Network>, today: NaiveDate) -> Sight {
        let own = self.own(network);
        let shares = matches!(self.role, Role::Analyst | Role::Editor | Role::Admin);
        // Each request asks this, and most are of nobody: a view is made for the others only.
        let is_partner =
            |own| View::new(Arc::clone(network), today, Confidence::Unverified, Arc::default()).is_partner(own);
        let id = own.map(|ix| network.organisations.get(ix).id);
        match self.role {
            Role::PublicAffairs if self.organisation.is_none() => Sight::Desk(None),
            Role::PublicAffairs if id.is_some_and(|id| network.is_of_cooperation(id)) => Sight::Desk(id),
            Role::PublicAffairs if own.is_some_and(is_partner) => Sight::Desk(id),
            _ if shares && own.is_some_and(is_partner) => Sight::Partners,
            _ => Sight::Public,
        }
    }

    /// The organisation that they act for: after a merge the one that stays.
    pub(super) fn own(&self, network: &Network) -> Option<Ix<facts::Organisation>> {
        network.organisation_by_key(self.organisation.as_deref()?)
    }

    /// How the log calls them.
    pub(super) fn called(&self) -> String {
        self.name.clone().unwrap_or_default()
    }

    /// Whether somebody is known to ask.
    pub(super) fn is_known(&self) -> bool {
        self.name.is_some()
    }

    fn edits(&self) -> bool {
        self.role.edits()
    }

    fn plans(&self) -> bool {
        self.role == Role::PublicAffairs
    }
}

/// What a change takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Right {
    /// To change the facts of the network.
    Facts,
    /// To change many of them by a file.
    Imports,
    /// To plan contacts.
    Desk,
    /// One of both: who is who, for all or for the desk.
    Persons,
    /// To make one of two partners.
    Partners,
    /// To erase persons.
    Erasures,
}

/// Tells who asks by what they bring along.
pub trait Gate: Send + Sync + 'static {
    /// Who this is.
    ///
    /// * `bearer`: the token of the request, if it has one.
    ///
    /// # Errors
    /// `UNAUTHENTICATED` when the token is none of ours, or when nobody may ask without one; `UNAVAILABLE` when it cannot
    /// be looked up now.
    fn admit<'a>(&'a self, bearer: Option<&'a str>) -> BoxFuture<'a, Result<Viewer, ApiError>>;
}

/// Closures that look nothing up are such: `|_: Option<&str>| Ok(Viewer::anonymous())`.
impl<F: Fn(Option<&str>) -> Result<Viewer, ApiError> + Send + Sync + 'static> Gate for F {
    fn admit<'a>(&'a self, bearer: Option<&'a str>) -> BoxFuture<'a, Result<Viewer, ApiError>> {
        Box::pin(std::future::ready(self(bearer)))
    }
}

/// Whoever waits at a gate: they can be asked again who they are, for rights may be taken back.
#[derive(Clone)]
pub struct Asker {
    gate: Arc<dyn Gate>,
    bearer: Option<String>,
}

impl Asker {
    /// * `bearer`: the token that was brought along, if any.
    #[must_use]
    pub fn new(gate: Arc<dyn Gate>, bearer: Option<String>) -> Self {
        Self { gate, bearer }
    }

    /// Who they are now.
    ///
    /// # Errors
    /// As for [`Gate::admit`].
    pub async fn admit(&self) -> Result<Viewer, ApiError> {
        self.gate.admit(self.bearer.as_deref()).await
    }
}

/// Who is asking (wie vraagt).
#[Object(serial)]
impl Viewer {
    /// The name of the token or person, as the journal says it; null: nobody is known to ask.
    async fn name(&self) -> Option<&str> {
        self.name.as_deref()
    }

    /// What they may do.
    #[graphql(name = "role")]
    async fn shown_role(&self) -> Role {
        self.role
    }

    /// Whether they may change facts.
    async fn may_edit(&self) -> bool {
        self.is_known() && self.edits()
    }

    /// Whether they may plan contacts: for a partner, or for the network itself.
    async fn may_plan_contacts(&self, ctx: &Context<'_>) -> Result<bool, ApiError> {
        Ok(self.is_known() && self.plans() && Reader::of(ctx)?.sight().is_of_desk())
    }

    /// Calendars that they subscribe to and that work, in the order in which they were made; none for who has no token of this
    /// server.
    async fn calendar_feeds(&self, ctx: &Context<'_>) -> Result<Vec<CalendarFeed>, ApiError> {
        match &self.name {
            Some(name) => calendar::keeper(ctx)?.list(name).await,
            None => Ok(Vec::new()),
        }
    }

    /// The organisation that they act for, as it is today; null: none, or none that the network has.
    async fn organisation(&self, ctx: &Context<'_>) -> Result<Option<Organisation>, ApiError> {
        let view = Reader::of(ctx)?.view(None, None);
        let ix = self.own(view.network());
        Ok(ix.filter(|ix| view.sees(*ix).is_some()).map(|ix| Organisation::new(&view, ix)))
    }
}
