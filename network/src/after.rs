//! What a network would be after many changes.

use rustc_hash::FxHashSet;
use uuid::Uuid;

use crate::any_fact::AnyFact;
use crate::change::Change;
use crate::facts::*;
use crate::for_each_noun;
use crate::id::FactId;
use crate::network::{Network, Revision};
use crate::problem::Problem;

impl Network {
    /// The network after changes of what is there, for who judges it and does not keep it: nothing tells when a fact was changed.
    /// It is [`apply`](Self::apply), unless to begin anew costs less than to follow more changes than there are facts, as when a
    /// region is imported.
    ///
    /// # Errors
    /// All problems, when it would be no network.
    pub(crate) fn judged_after(&self, changes: &[Change], revision: Revision) -> Result<Self, Vec<Problem>> {
        if changes.len() <= self.n_facts() {
            return self.apply(changes, revision);
        }
        let mut facts = self.facts();
        facts.change(changes);
        Self::build(facts, revision)
    }
}

macro_rules! change {
    ($($noun:ident $fact:ident,)*) => {
        impl Facts {
            /// Takes out what changes or goes, and puts in what comes or is changed.
            fn change(&mut self, changes: &[Change]) {
                let old = changes.iter().filter_map(Change::before);
                let old: FxHashSet<Uuid> = old.map(AnyFact::uuid).collect();
                if !old.is_empty() {
                    $(self.$noun.retain(|row| !old.contains(&row.id().uuid()));)*
                }
                for after in changes.iter().filter_map(Change::after) {
                    match after {
                        $(AnyFact::$fact(fact) => self.$noun.push((**fact).clone()),)*
                    }
                }
            }
        }
    };
}
for_each_noun!(change);

#[cfg(test)]
mod tests {
    use super::*;
    use crate::network::tests::between;
    use crate::testing::{facts, fixture, revision};

    #[test]
    fn many_changes_are_judged_as_few_are() {
        let network = fixture("municipality Zwolle");
        let more: String = (0..40).map(|number| format!("municipality Dorp{number} partner since 2011\n")).collect();
        let many = between(&network.facts(), &facts(&format!("municipality Zwolle since 1230\n{more}")));
        assert!(many.len() > network.n_facts() && many.iter().any(|change| change.before().is_some()));
        assert!(network.judged_after(&many, revision()).is_ok());
        // Without the organisations their partnerships are of nobody.
        let partnerships: Vec<Change> =
            many.iter().filter(|change| change.fact().noun() == Partnership::NOUN).cloned().collect();
        assert!(partnerships.len() > network.n_facts());
        let told = |found: Result<Network, Vec<Problem>>| {
            let mut told: Vec<String> = found.err().into_iter().flatten().map(|problem| problem.to_string()).collect();
            told.sort();
            told
        };
        let refused = told(network.judged_after(&partnerships, revision()));
        assert_eq!(refused, told(network.apply(&partnerships, revision())));
        assert_eq!(refused.len(), 40, "{refused:?}");
    }
}
