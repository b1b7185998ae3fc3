//! What somebody sees of facts, changes and commits.

use std::sync::Arc;

use crate::any_fact::AnyFact;
use crate::audience::{Audience, Sight};
use crate::change::Change;
use crate::facts::*;
use crate::for_each_noun;
use crate::id::OrganisationId;
use crate::journal::Commit;
use crate::network::Network;

macro_rules! seen {
    ($($noun:ident $fact:ident,)*) => {
        impl AnyFact {
            /// Who may see it.
            #[must_use]
            pub fn audience(&self) -> Audience {
                match self { $(Self::$fact(fact) => fact.audience(),)* }
            }

            /// The partner that holds it; `None`: none, or a noun that no partner holds.
            #[must_use]
            pub fn holder(&self) -> Option<OrganisationId> {
                match self { $(Self::$fact(fact) => fact.holder(),)* }
            }

            /// Whether somebody may see it.
            #[must_use]
            pub fn is_seen_by(&self, sight: Sight) -> bool {
                match self { $(Self::$fact(fact) => sight.sees(&**fact),)* }
            }
        }

        /// All facts that somebody may not see, as if they went.
        pub(crate) fn hidden(network: &Network, sight: Sight) -> Vec<Change> {
            let mut hidden = Vec::new();
            $(
                let rows = network.$noun.iter().filter(|(_, row)| !sight.sees(*row));
                hidden.extend(rows.map(|(_, row)| Change::Removed(row.clone().into())));
            )*
            hidden
        }
    };
}
for_each_noun!(seen);

impl Change {
    /// What somebody sees of it; `None`: nothing. What is opened to them comes, what is closed to them goes.
    #[must_use]
    pub fn seen_by(&self, sight: Sight) -> Option<Self> {
        let seen = |fact: Option<&AnyFact>| fact.filter(|fact| fact.is_seen_by(sight)).cloned();
        match (seen(self.before()), seen(self.after())) {
            (None, None) => None,
            (None, Some(after)) => Some(Self::Added(after)),
            (Some(before), None) => Some(Self::Removed(before)),
            (Some(before), Some(after)) => Some(Self::Changed { before, after }),
        }
    }

    /// Whether somebody sees all of it.
    fn is_whole_for(&self, sight: Sight) -> bool {
        [self.before(), self.after()].into_iter().flatten().all(|fact| fact.is_seen_by(sight))
    }
}

impl Commit {
    /// Whether somebody sees all of it.
    #[must_use]
    pub fn is_whole_for(&self, sight: Sight) -> bool {
        self.changes.iter().all(|change| change.is_whole_for(sight))
    }

    /// What somebody sees of it; `None`: nothing. The first filling tells no single fact and is seen by all.
    #[must_use]
    pub fn seen_by(self: &Arc<Self>, sight: Sight) -> Option<Arc<Self>> {
        if self.is_whole_for(sight) {
            return Some(Arc::clone(self));
        }
        let changes: Vec<Change> = self.changes.iter().filter_map(|change| change.seen_by(sight)).collect();
        (!changes.is_empty()).then(|| Arc::new(Self { changes, ..Self::clone(self) }))
    }
}

macro_rules! keep_seen {
    ($($noun:ident $fact:ident,)*) => {
        impl Facts {
            /// Leaves out what somebody may not see.
            pub fn keep_seen(&mut self, sight: Sight) {
                $(self.$noun.retain(|row| sight.sees(row));)*
            }
        }
    };
}
for_each_noun!(keep_seen);
