//! Who has a say: influence by the network, beside what was said of it.

use std::sync::Arc;

use async_graphql::{Context, Object};
use network::affairs::influence::{self, Weights};
use network::affairs::say::{self, Say};
use network::facts;
use network::graph::Projection;
use network::table::Ix;
use network::view::View;

use crate::graphql::codes::Code;
use crate::graphql::error::ApiError;
use crate::graphql::objects::Person;
use crate::graphql::reader::Reader;
use crate::graphql::shown;

/// The influence of a target.
pub struct ComputedInfluence {
    view: Arc<View>,
    say: Say,
}

impl ComputedInfluence {
    /// Works it out, off the threads that answer requests.
    pub(super) async fn new(ctx: &Context<'_>, view: &Arc<View>, target: Ix<facts::Target>) -> Result<Self, ApiError> {
        let (live, view) = (Reader::of(ctx)?.live().clone(), view.clone());
        let work = move || {
            let known = live.acquaintances(&view);
            // Too many links for a projection: then places in it are not known.
            let places = live.places(&view, say::projection(view.network().targets.get(target))).ok();
            let say = say::say(&view, &known, places.as_deref(), target, &Weights::default());
            Self { view, say }
        };
        let done = tokio::task::spawn_blocking(work).await;
        done.map_err(|stopped| ApiError::internal("work out who has a say", stopped))
    }
}

impl ComputedInfluence {
    /// What was said last, which is shown.
    fn declared_row(&self) -> Option<influence::Assessment> {
        let (declared, ix) = self.say.declared?;
        shown::note_row(self.view.network().assessments.get(ix));
        Some(declared)
    }
}

/// The influence of a target by the network, from 0 to 100, with its parts; beside it what was said of it last. The two are
/// never blended (berekende invloed).
#[Object(serial)]
impl ComputedInfluence {
    /// The sum of the three parts, at most 100.
    async fn points(&self) -> f64 {
        self.say.influence.points
    }

    /// Of what it has to say in the decision: 60 for deciding, 30 for advising, 25 for preparing.
    async fn right(&self) -> f64 {
        self.say.influence.right
    }

    /// Of its place in the network: 25 for the highest, others in proportion; 0 when that is not known.
    async fn place(&self) -> f64 {
        self.say.influence.place
    }

    /// Of those who decide and are one reliable tie away: 15 for each, so that with many it alone may be more than 100.
    async fn deciders(&self) -> f64 {
        self.say.influence.deciders
    }

    /// The share of the others that stand lower in the projection, those as high counting half, from 0 to 1; null when it is
    /// not in the projection, or alone in it.
    async fn percentile(&self) -> Option<f64> {
        self.say.place
    }

    /// In which projection it has its place, by PageRank: persons among persons; organisations, and bodies as the
    /// organisation whose organ they are, among organisations.
    async fn projection(&self) -> Code<Projection> {
        Code(self.say.projection)
    }

    /// Those who decide and are one reliable tie away, of 0.5 or more.
    async fn known_deciders(&self) -> Vec<Person> {
        self.say.deciders.iter().map(|ix| Person::new(&self.view, *ix)).collect()
    }

    /// The influence that was said last, from 1 to 5; null: nobody judged it yet.
    async fn declared(&self) -> Option<i32> {
        self.declared_row().map(|declared| i32::from(declared.influence))
    }

    /// How much more influence the network gives than people do, in points, what they say counting as 0, 25, 50, 75 or 100:
    /// above 0 they underrate it. Null: nobody judged it yet.
    async fn gap(&self) -> Option<f64> {
        self.declared_row().map(|declared| self.say.influence.gap(&declared))
    }
}
