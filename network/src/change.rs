//! What a commit changes.

use crate::any_fact::AnyFact;

/// One fact that came, went or became another.
#[derive(Debug, Clone, PartialEq)]
pub enum Change {
    /// It came.
    Added(AnyFact),
    /// It became another; noun and id stay.
    Changed {
        /// As it was.
        before: AnyFact,
        /// As it is.
        after: AnyFact,
    },
    /// It went.
    Removed(AnyFact),
}

impl Change {
    /// As it was; `None` when it was not there.
    #[must_use]
    pub fn before(&self) -> Option<&AnyFact> {
        match self {
            Self::Added(_) => None,
            Self::Changed { before, .. } | Self::Removed(before) => Some(before),
        }
    }

    /// As it is; `None` when it is gone.
    #[must_use]
    pub fn after(&self) -> Option<&AnyFact> {
        match self {
            Self::Added(after) | Self::Changed { after, .. } => Some(after),
            Self::Removed(_) => None,
        }
    }

    /// The fact as it is, or as it was when it went.
    #[must_use]
    pub fn fact(&self) -> &AnyFact {
        match self {
            Self::Added(fact) | Self::Changed { after: fact, .. } | Self::Removed(fact) => fact,
        }
    }

    /// What undoes it.
    #[must_use]
    pub fn inverse(self) -> Self {
        match self {
            Self::Added(fact) => Self::Removed(fact),
            Self::Changed { before, after } => Self::Changed { before: after, after: before },
            Self::Removed(fact) => Self::Added(fact),
        }
    }
}

/// What undoes changes: each undone, the last one first.
#[must_use]
pub fn inverse(changes: Vec<Change>) -> Vec<Change> {
    changes.into_iter().rev().map(Change::inverse).collect()
}
