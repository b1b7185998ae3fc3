//! Ways to somebody, through people who know each other.

use std::sync::Arc;

use async_graphql::{ID, Object};
use network::affairs::acquaintances::{Acquaintance, Acquaintances, TieKind};
use network::affairs::reach;
use network::affairs::routes::{self, Asked, MaxHops, RouteCount, RouteWarning, Weights};
use network::facts;
use network::node::NodeIx;
use network::table::Ix;
use network::view::View;

use crate::graphql::codes::Code;
use crate::graphql::error::ApiError;
use crate::graphql::global_id;
use crate::graphql::objects::Person;
use crate::graphql::objects::citation::{self, Citation};
use crate::graphql::objects::node::Node;
use crate::graphql::scalars::Date;
use crate::graphql::shown;

/// Who is meant by an id: a person, or the persons behind an organisation, a body or a target. What is not there, and what
/// the viewer may not see, is told in the same words.
pub(super) fn persons(view: &View, name: &str, id: &ID) -> Result<Vec<Ix<facts::Person>>, ApiError> {
    let network = view.network();
    if let Some(target) = global_id::read::<facts::Target>(id).and_then(|id| network.targets.by_id(id)) {
        return Ok(reach::persons_of_target(view, network.targets.get(target)));
    }
    let node = global_id::decode(network, id).filter(|node| view.sees(*node).is_some());
    let node = node.filter(|node| matches!(node, NodeIx::Person(_) | NodeIx::Organisation(_) | NodeIx::Body(_)));
    node.map(|node| reach::persons_of(view, node)).ok_or_else(|| {
        ApiError::bad_user_input(
            format!("{name}: er is geen persoon, organisatie, orgaan of doelwit met deze id"),
            format!("{name}: there is no person, organisation, body or target with this id"),
        )
    })
}

/// The persons behind several ids.
pub(super) fn all_persons(view: &View, name: &str, ids: &[ID]) -> Result<Vec<Ix<facts::Person>>, ApiError> {
    let all: Result<Vec<_>, ApiError> = ids.iter().map(|id| persons(view, name, id)).collect();
    Ok(all?.into_iter().flatten().collect())
}

/// From whom routes begin when nobody is named: those who work for the viewer's organisation, or for any partner.
pub(in crate::graphql::objects) fn ours(view: &View, own: Option<Ix<facts::Organisation>>) -> Vec<Ix<facts::Person>> {
    own.map_or_else(|| reach::persons_of_partners(view), |own| reach::persons_at(view, own))
}

/// What is asked of a search for routes.
pub(super) struct Wanted {
    pub(super) from: Vec<Ix<facts::Person>>,
    pub(super) to: Vec<Ix<facts::Person>>,
    pub(super) avoid: Vec<Ix<facts::Person>>,
    pub(super) max_hops: MaxHops,
}

/// The most reliable ways to somebody (routes).
pub struct RouteResult {
    view: Arc<View>,
    known: Arc<Acquaintances>,
    found: routes::Routes,
}

impl RouteResult {
    pub(super) fn new(view: &Arc<View>, known: &Arc<Acquaintances>, wanted: &Wanted, count: RouteCount) -> Self {
        let numbers = |persons: &[Ix<facts::Person>]| known.numbers(persons);
        let (from, to, avoid) = (numbers(&wanted.from), numbers(&wanted.to), numbers(&wanted.avoid));
        let asked = Asked { from: &from, to: &to, avoid: &avoid, max_hops: wanted.max_hops };
        let found = routes::routes(&known.ties, &asked, count, &Weights::default());
        Self { view: view.clone(), known: known.clone(), found }
    }
}

/// The most reliable ways to somebody, not the shortest; each with somebody else in between (introductieroutes).
#[Object(serial)]
impl RouteResult {
    /// Best first: by reliability, a little less for every hop.
    async fn routes(&self) -> Vec<Route> {
        let route =
            |route: &routes::Route| Route { view: self.view.clone(), known: self.known.clone(), route: route.clone() };
        self.found.routes.iter().map(route).collect()
    }

    /// How reliable it is to turn to somebody whom nobody of us knows, to compare with.
    async fn cold_contact(&self) -> f64 {
        self.found.cold_contact
    }

    /// What a reader should know.
    async fn warnings(&self) -> Vec<Code<RouteWarning>> {
        self.found.warnings.iter().copied().map(Code).collect()
    }
}

/// A way from one of ours to one of theirs.
pub struct Route {
    pub(super) view: Arc<View>,
    pub(super) known: Arc<Acquaintances>,
    pub(super) route: routes::Route,
}

impl Route {
    fn hop(&self, hop: &routes::Hop) -> Option<Hop> {
        let [from, to] = [hop.from, hop.to].map(|number| self.known.person(number));
        let tie = self.known.all.get(hop.tie as usize)?.clone();
        Some(Hop { view: self.view.clone(), from: from?, to: to?, reliability: hop.reliability, tie })
    }
}

/// A way from one of ours to one of theirs (route).
#[Object(serial)]
impl Route {
    /// How reliable it is: the product of its hops, above 0 and at most 1.
    async fn reliability(&self) -> f64 {
        self.route.reliability
    }

    /// The hop that is least reliable; null only when there is none.
    async fn weakest_hop(&self) -> Option<Hop> {
        self.hop(self.route.hops.get(self.route.weakest)?)
    }

    /// Its hops in order.
    async fn hops(&self) -> Vec<Hop> {
        self.route.hops.iter().filter_map(|hop| self.hop(hop)).collect()
    }
}

/// One step: somebody asks somebody.
pub struct Hop {
    view: Arc<View>,
    from: Ix<facts::Person>,
    to: Ix<facts::Person>,
    reliability: f64,
    tie: Acquaintance,
}

impl Hop {
    /// What tells that the two know each other, which is shown.
    fn shown(&self) -> &Acquaintance {
        let network = self.view.network();
        self.tie.declared.iter().for_each(|ix| shown::note_row(network.ties.get(*ix)));
        self.tie.talks.iter().for_each(|ix| shown::note_row(network.contact_moments.get(*ix)));
        &self.tie
    }
}

/// One step of a way: somebody asks somebody whom they know (stap).
#[Object(serial)]
impl Hop {
    /// What most tells that they know each other.
    async fn kind(&self) -> Code<TieKind> {
        Code(self.shown().kind)
    }

    /// How likely it is that it works, above 0 and at most 0.98.
    async fn probability(&self) -> f64 {
        self.shown();
        self.reliability
    }

    /// The last day on which the two were in contact; null: no talk is known.
    async fn last_contact(&self) -> Option<Date> {
        self.shown().last_contact.map(Date)
    }

    /// Who asks.
    async fn from(&self) -> Node {
        Node::Person(Person::new(&self.view, self.from))
    }

    /// Who is asked.
    async fn to(&self) -> Node {
        Node::Person(Person::new(&self.view, self.to))
    }

    /// On whose word: of what is said of the tie, of talks and of seats.
    async fn sources(&self) -> Vec<Citation<'_>> {
        let network = self.view.network();
        let declared = self.tie.declared.iter().flat_map(|ix| citation::of(network, network.ties.get(*ix)));
        let talks = self.tie.talks.iter().flat_map(|ix| citation::of(network, network.contact_moments.get(*ix)));
        let seats = self.tie.seats.iter().flat_map(|(one, other)| [*one, *other]);
        let seats = seats.flat_map(|ix| citation::of(network, network.seats.get(ix)));
        declared.chain(talks).chain(seats).collect()
    }
}

/// Somebody who can introduce us.
pub struct Introducer {
    pub(super) route: Route,
    pub(super) person: Ix<facts::Person>,
    pub(super) to_introducer: f64,
    pub(super) from_introducer: f64,
}

/// Somebody who knows one of those we want to reach, and whom we can reach (introducent).
#[Object(serial)]
impl Introducer {
    /// Who it is.
    async fn person(&self) -> Person {
        Person::new(&self.route.view, self.person)
    }

    /// How reliable the best way from us to them is, above 0 and at most 1.
    async fn to_introducer(&self) -> f64 {
        self.to_introducer
    }

    /// How reliable their tie with the one we want to reach is, above 0 and at most 1.
    async fn from_introducer(&self) -> f64 {
        self.from_introducer
    }

    /// The whole way.
    async fn route(&self) -> &Route {
        &self.route
    }
}

impl Introducer {
    /// Who can introduce us, best first.
    pub(super) fn list(view: &Arc<View>, known: &Arc<Acquaintances>, wanted: &Wanted, most: usize) -> Vec<Self> {
        let (from, to, avoid) = (known.numbers(&wanted.from), known.numbers(&wanted.to), known.numbers(&wanted.avoid));
        let asked = Asked { from: &from, to: &to, avoid: &avoid, max_hops: wanted.max_hops };
        let found = routes::introducers(&known.ties, &asked, most, &Weights::default());
        let told = found.into_iter().filter_map(|found| {
            let route = Route { view: view.clone(), known: known.clone(), route: found.route };
            let person = known.person(found.node)?;
            Some(Self { route, person, to_introducer: found.to_introducer, from_introducer: found.from_introducer })
        });
        told.collect()
    }
}
