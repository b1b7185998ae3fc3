//! How the three O's are balanced.

use async_graphql::{Object, SimpleObject};
use network::coalition;
use network::facts::Helix;

use crate::graphql::codes::Code;
use crate::graphql::scalars::int;

/// A balance.
pub struct HelixBalance(pub coalition::HelixBalance);

/// How government, education and business are balanced, counted by organisations (balans van de drie O's).
#[Object(serial)]
impl HelixBalance {
    /// Each helix: the three O's, and intermediaries, which are counted apart.
    async fn shares(&self) -> Vec<HelixShare> {
        let share = |part: coalition::HelixShare| HelixShare {
            helix: Code(part.helix),
            count: int(part.count),
            share: part.share,
        };
        self.0.shares().into_iter().map(share).collect()
    }

    /// Evenness over the three O's, from 0 (one only) to 1 (all equally many), after Pielou; null when there is none.
    async fn evenness(&self) -> Option<f64> {
        self.0.evenness()
    }

    /// Whether each of the three O's is there (rule R12); null when nobody is known.
    async fn tripartite(&self) -> Option<bool> {
        self.0.tripartite()
    }
}

/// The part of one helix.
#[derive(SimpleObject)]
pub struct HelixShare {
    /// Which helix.
    helix: Code<Helix>,
    /// How many organisations.
    count: i32,
    /// Of the three O's together, from 0 to 1; null for intermediaries, and when there is none of the three.
    share: Option<f64>,
}
