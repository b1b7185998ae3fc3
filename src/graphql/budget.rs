//! What one request may still build: declared costs can be wrong, this counts what really happens.

use std::sync::atomic::{AtomicU32, Ordering};

use async_graphql::Context;

use super::error::{ApiError, Code};

/// Nodes that a request may still produce. It lies in the data of each request.
#[derive(Debug)]
pub struct Budget {
    limit: u32,
    left: AtomicU32,
}

impl Budget {
    /// A budget of so many nodes.
    #[must_use]
    pub fn new(limit: u32) -> Self {
        Self { limit, left: AtomicU32::new(limit) }
    }

    /// The budget of the request that a resolver works for.
    ///
    /// # Errors
    /// `INTERNAL` when the executor did not put one there.
    pub fn of<'a>(ctx: &Context<'a>) -> Result<&'a Self, ApiError> {
        ctx.data::<Self>().map_err(|missing| ApiError::internal("find the budget of the request", missing.message))
    }

    /// Takes n nodes before they are built.
    ///
    /// # Errors
    /// `COST_LIMIT` when fewer than n are left; then nothing is left, so that siblings stop as well.
    pub fn spend(&self, n: usize) -> Result<(), ApiError> {
        let n = u32::try_from(n).unwrap_or(u32::MAX);
        // Fields of one request may run on several threads; only the sum counts, not the order.
        let before = self.left.fetch_update(Ordering::Relaxed, Ordering::Relaxed, |left| Some(left.saturating_sub(n)));
        match before {
            Ok(left) if left >= n => Ok(()),
            Ok(_) | Err(_) => Err(ApiError::new(
                Code::CostLimit,
                format!(
                    "Het antwoord bevat meer dan {} knopen; vraag kleinere pagina's of minder lijsten.",
                    self.limit
                ),
                format!("The answer holds more than {} nodes; ask for smaller pages or fewer lists.", self.limit),
            )),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_node_can_be_spent_and_the_one_after_cannot() {
        let budget = Budget::new(10);
        assert!(budget.spend(4).is_ok());
        assert!(budget.spend(6).is_ok());
        assert_eq!(budget.spend(1).map_err(|error| error.code()), Err(Code::CostLimit));
    }

    #[test]
    fn a_refusal_leaves_nothing_for_siblings() {
        let budget = Budget::new(10);
        assert!(budget.spend(11).is_err());
        assert!(budget.spend(1).is_err());
        assert!(budget.spend(0).is_ok());
    }
}
