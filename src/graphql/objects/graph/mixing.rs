//! How helices and other groups are mixed.

use async_graphql::{Object, SimpleObject};
use network::measure::{self, Undefined};

use crate::graphql::codes::Code;
use crate::graphql::scalars::int;

/// Whether links run inside groups or between them.
#[derive(SimpleObject)]
pub struct Mixing {
    /// Ties between groups.
    external: i32,
    /// Ties inside groups.
    internal: i32,
    /// E–I index of Krackhardt and Stern: (external − internal)/(external + internal), from −1, closed, to 1, open.
    ei_index: f64,
    /// What the index would be when all pairs were tied as likely.
    ei_index_by_chance: f64,
}

impl From<measure::Mixing> for Mixing {
    fn from(found: measure::Mixing) -> Self {
        Self {
            external: int(found.external),
            internal: int(found.internal),
            ei_index: found.ei_index,
            ei_index_by_chance: found.by_chance,
        }
    }
}

/// Where all three take part.
pub struct TripartiteShare(measure::Tripartite);

impl From<measure::Tripartite> for TripartiteShare {
    fn from(found: measure::Tripartite) -> Self {
        Self(found)
    }
}

/// In how many venues or initiatives government, education and business all take part.
#[Object(serial)]
impl TripartiteShare {
    /// Those with all three.
    async fn count(&self) -> i32 {
        int(self.0.all_three)
    }

    /// All in which anybody takes part.
    async fn of(&self) -> i32 {
        int(self.0.cases)
    }

    /// The part with all three, from 0 to 1.
    async fn share(&self) -> f64 {
        self.0.share()
    }
}

/// The synergy.
pub struct HelixSynergy(pub(super) Result<measure::Synergy, Undefined>);

/// Leydesdorff's synergy of the three helices: whether the three together tell more than each two of them.
#[Object(serial)]
impl HelixSynergy {
    /// T(uhg) in millibits; below 0 is synergy. Null when it is not defined, with the reason.
    async fn value(&self) -> Option<f64> {
        self.0.ok().map(|found| found.millibits)
    }

    /// How often chance makes a value as far from 0, from 0.001 to 1: 999 permutations. Null when the value is.
    async fn p_value(&self) -> Option<f64> {
        self.0.ok().map(|found| found.p_value)
    }

    /// Over how many venues; null when the value is.
    async fn venue_count(&self) -> Option<i32> {
        self.0.ok().map(|found| int(found.cases))
    }

    /// Why there is no value; null when there is one.
    async fn reason(&self) -> Option<Code<Undefined>> {
        self.0.err().map(Code)
    }
}
