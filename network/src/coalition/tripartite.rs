//! In how many initiatives of a line the three O's meet.

use super::{Coalition, HelixBalance};
use crate::links::Venue;
use crate::measure::Tripartite;
use crate::period::Tense;
use crate::view::View;

impl Coalition {
    /// In how many initiatives of the line, at any depth, government, education and business all take part on the day; of
    /// those in which anybody does. `None` when there is none, as for a precondition.
    #[must_use]
    pub fn tripartite(&self, view: &View) -> Option<Tripartite> {
        let network = &**view.network();
        let current = self.places.keys().filter(|ix| view.sees(**ix) == Some(Tense::Current));
        let balance = |ix| {
            let links = view.links_at(Venue::Initiative(ix)).filter(|(link, tense)| {
                *tense == Tense::Current
                    && network.takes_part(link.participation)
                    && view.sees(link.organisation) == Some(Tense::Current)
            });
            HelixBalance::of(view, links.map(|(link, _)| link.organisation))
        };
        // The order of initiatives does not matter, as they are only counted.
        let cases: Vec<[bool; 3]> = current
            .map(|ix| balance(*ix))
            .filter(|balance| balance.tripartite().is_some())
            .map(HelixBalance::present)
            .collect();
        Tripartite::of(&cases)
    }
}
