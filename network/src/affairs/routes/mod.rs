//! The most reliable ways to somebody, through people who know each other.
//!
//! A route is as reliable as all of its ties together: the product of what each is worth. So three strong ties may beat
//! one stale one. Every hop costs a little more, as each asks something of somebody.

mod disjoint;
mod field;
mod introducers;
mod ranked;
mod reached;
mod search;
mod ties;
mod ways;

#[cfg(test)]
mod tests;

use serde::{Deserialize, Serialize};

pub use disjoint::{SomeRoute, some_route};
pub use introducers::{Introducer, introducers};
pub use ranked::routes;
pub use ties::{Node, Tie, Ties};
pub use ways::Ways;

use crate::codes;

codes! {
    /// What a reader of routes should know.
    pub enum RouteWarning {
        /// There are no more routes than these within the hops that are allowed.
        FewerThanAsked,
        /// The search was ended before all routes were found. Those that are told are the best ones, in order.
        CutOff,
        /// Somebody from whom the routes begin is also one of those to whom they lead; no route leads to them.
        AlreadyThere,
    }
}

/// How many hops a route may have: 1 to 5, a direct tie being one hop.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct MaxHops(u8);

/// How many routes are asked for: 1 to 10.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct RouteCount(u8);

/// Why a number is no [`MaxHops`] or [`RouteCount`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("{number} lies outside 1 to {most}")]
pub struct OutOfRange {
    /// What was given.
    pub number: i64,
    /// The most that is possible.
    pub most: u8,
}

macro_rules! one_to {
    ($name:ident, $most:literal, $default:literal) => {
        impl $name {
            /// The most that is possible.
            pub const MOST: Self = Self($most);

            /// The number.
            #[must_use]
            pub fn get(self) -> usize {
                usize::from(self.0)
            }
        }

        impl Default for $name {
            fn default() -> Self {
                Self($default)
            }
        }

        impl TryFrom<i64> for $name {
            type Error = OutOfRange;

            fn try_from(number: i64) -> Result<Self, OutOfRange> {
                let within = u8::try_from(number).ok().filter(|number| (1..=$most).contains(number));
                within.map(Self).ok_or(OutOfRange { number, most: $most })
            }
        }
    };
}

one_to!(MaxHops, 5, 3);
one_to!(RouteCount, 10, 3);

/// What hops cost, and what a route is compared with. An installation may set others; answers tell which were used.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Weights {
    /// What every hop costs on top of −ln p: 0 or more. 0.105 makes a route worth 0.9 of itself for every hop.
    pub hop_penalty: f64,
    /// How reliable it is to turn to somebody whom nobody of us knows: from 0 to 1.
    pub cold_contact: f64,
}

impl Default for Weights {
    fn default() -> Self {
        Self { hop_penalty: 0.105, cold_contact: 0.05 }
    }
}

impl Weights {
    /// The first weight that is out of its range. A penalty above 100 would leave nothing of any route.
    #[must_use]
    pub fn invalid(&self) -> Option<(&'static str, f64)> {
        let all = [("hop_penalty", self.hop_penalty, 100.0), ("cold_contact", self.cold_contact, 1.0)];
        let wrong = all.into_iter().find(|(_, weight, most)| !(0.0..=*most).contains(weight));
        wrong.map(|(name, weight, _)| (name, weight))
    }
}

/// What is asked: ways from some to others. Nodes are numbered as in the [`Ties`]; who is not there is left out.
#[derive(Debug, Clone)]
pub struct Asked<'a> {
    /// From whom: routes begin with one of them.
    pub from: &'a [u32],
    /// To whom: routes end as soon as they reach one of them.
    pub to: &'a [u32],
    /// Who is to have no part in it.
    pub avoid: &'a [u32],
    /// How long a route may be.
    pub max_hops: MaxHops,
}

/// One step of a route.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Hop {
    /// Who asks.
    pub from: u32,
    /// Who is asked.
    pub to: u32,
    /// The tie that is used, as [`Tie::tie`] says.
    pub tie: u32,
    /// How reliable that is: above 0, at most 1.
    pub reliability: f64,
}

/// A way from one of ours to one of theirs. Nobody is met twice.
#[derive(Debug, Clone, PartialEq)]
pub struct Route {
    /// The steps in order; at least one.
    pub hops: Vec<Hop>,
    /// The product of the reliability of all hops: above 0, at most 1.
    pub reliability: f64,
    /// By what routes are ordered: the reliability, and the penalty of each hop taken off: reliability · e^(−λ·hops).
    pub score: f64,
    /// Which of the hops is least reliable, from 0; the first of several.
    pub weakest: usize,
}

impl Route {
    /// Those between the first and the last, in order; none when the first knows the last.
    pub fn between(&self) -> impl Iterator<Item = u32> + '_ {
        self.hops.iter().skip(1).map(|hop| hop.from)
    }

    /// Its first so many hops, at least one: the way to somebody in between.
    #[must_use]
    pub fn until(&self, n_hops: usize) -> Self {
        let n_hops = n_hops.clamp(1, self.hops.len());
        let hops = self.hops[..n_hops].to_vec();
        let reliability = hops.iter().map(|hop| hop.reliability).product();
        let least = |best: usize, at: usize| if hops[at].reliability < hops[best].reliability { at } else { best };
        let weakest = (0..n_hops).fold(0, least);
        // What each hop took off the score of the whole.
        #[expect(clippy::cast_precision_loss, reason = "a route has at most five hops")]
        let share = n_hops as f64 / self.hops.len() as f64;
        let score = reliability * (self.score / self.reliability).powf(share);
        Self { hops, reliability, score, weakest }
    }
}

/// The best ways from some to others.
#[derive(Debug, Clone, PartialEq)]
pub struct Routes {
    /// The routes, best first by score.
    pub routes: Vec<Route>,
    /// How reliable it is to turn to them without any route, to compare with.
    pub cold_contact: f64,
    /// What a reader should know.
    pub warnings: Vec<RouteWarning>,
}
