//! The coalition of the willing of a programme line: a declared, dated, evidenced, burden-carrying opt-in. Never the
//! output of a clustering.

mod balance;
mod change;
mod closure;
mod contributions;
mod evidence;
mod gathered;
mod missing;
mod overlap;
mod period;
mod pivotality;
mod standing;
#[cfg(test)]
pub(crate) mod tests;
mod tripartite;
mod weights;

use rustc_hash::FxHashMap;

pub use balance::{HelixBalance, HelixShare};
pub use change::{CoalitionChange, Move};
pub use closure::{Blocked, Closure, Offer, Outcome, Sum};
pub use contributions::{Concentration, ContributionTotal, Counted};
pub use evidence::{Evidence, EvidenceRoute, Stance};
pub use missing::{Missing, MissingCode};
pub use overlap::Overlap;
pub use pivotality::{MOST_PARTIES, Requirement, TooManyParties};
pub use standing::{CoalitionStatus, CoalitionTier, Standing};
pub use weights::Weights;

use crate::facts::*;
use crate::links::{Participation, Venue};
use crate::network::Network;
use crate::node::NodeIx;
use crate::period::Tense;
use crate::table::Ix;
use crate::view::View;
use evidence::Place;
use gathered::Gathered;

/// Where everybody stands towards one line on the day of a view.
#[derive(Debug)]
pub struct Coalition {
    line: Ix<ProgrammeLine>,
    kind: ProgrammeLineKind,
    /// All partners, and others with evidence, in Dutch order of their names.
    standings: Vec<Standing>,
    /// Of every organisation, the place of its standing; `u32::MAX`: none.
    by_organisation: Vec<u32>,
    evidence: Gathered,
    places: FxHashMap<Ix<Initiative>, Place>,
}

impl Coalition {
    /// Computes it. For a precondition: all partners, by rule, with no evidence.
    ///
    /// Time in proportion to organisations and to participations in the venues of the line.
    #[must_use]
    pub fn of(view: &View, line: Ix<ProgrammeLine>) -> Self {
        let network = &**view.network();
        let kind = network.programme_lines.get(line).kind;
        let mut coalition = Self {
            line,
            kind,
            standings: Vec::new(),
            by_organisation: vec![u32::MAX; network.organisations.slots()],
            evidence: Gathered::default(),
            places: FxHashMap::default(),
        };
        match kind {
            ProgrammeLineKind::Precondition => coalition.base(view),
            ProgrammeLineKind::Content => coalition.willing(view),
        }
        coalition
    }

    fn base(&mut self, view: &View) {
        for organisation in view.organisations().iter().copied().filter(|ix| view.is_partner(*ix)) {
            self.push(Standing {
                organisation,
                status: CoalitionStatus::Pledged,
                tier: CoalitionTier::Willing,
                base: true,
                strength: None,
                refusal: None,
            });
        }
    }

    fn willing(&mut self, view: &View) {
        let found = evidence::find(view, self.line);
        self.evidence = found.evidence;
        self.places = found.places;
        // In the order of rows first, in which everything lies in memory; then in that of names.
        let standing = |organisation| {
            let items = self.evidence.of(organisation);
            let refusal = found.declined.get(&organisation).copied();
            let base = view.is_partner(organisation);
            let standing =
                (base || !items.is_empty()).then(|| standing::standing(view, organisation, base, items, refusal));
            // A refusal that no longer holds is nothing to show of a stranger.
            standing.filter(|standing| base || standing.status != CoalitionStatus::None)
        };
        let mut standings: Vec<Option<Standing>> = vec![None; view.network().organisations.slots()];
        for organisation in view.network().organisations.indices() {
            standings[organisation.at()] = standing(organisation);
        }
        self.standings.reserve(standings.iter().flatten().count());
        for organisation in view.organisations() {
            if let Some(standing) = standings[organisation.at()].take() {
                self.push(standing);
            }
        }
    }

    fn push(&mut self, standing: Standing) {
        // There are fewer standings than organisations, whose rows are numbered by u32.
        self.by_organisation[standing.organisation.at()] = u32::try_from(self.standings.len()).unwrap_or(u32::MAX);
        self.standings.push(standing);
    }

    /// The line.
    #[must_use]
    pub fn line(&self) -> Ix<ProgrammeLine> {
        self.line
    }

    /// Content line or precondition.
    #[must_use]
    pub fn kind(&self) -> ProgrammeLineKind {
        self.kind
    }

    /// All partners, and others with evidence, in Dutch order of their names.
    #[must_use]
    pub fn standings(&self) -> &[Standing] {
        &self.standings
    }

    /// Where one organisation stands; `None` when it is neither a partner nor shows any evidence.
    #[must_use]
    pub fn standing(&self, organisation: Ix<Organisation>) -> Option<&Standing> {
        self.standings.get(self.by_organisation[organisation.at()] as usize)
    }

    /// Members at a threshold, in Dutch order of their names.
    pub fn members(&self, threshold: CoalitionStatus) -> impl DoubleEndedIterator<Item = &Standing> + Clone {
        self.standings.iter().filter(move |standing| standing.status >= threshold)
    }

    /// The evidence of a standing: what holds on the day; of a former member, what held before; of one who declined, the
    /// refusal. Shortest route first; among equals the oldest, then by kind and id.
    pub fn evidence(&self, network: &Network, standing: &Standing) -> impl Iterator<Item = &Evidence> + use<'_> {
        let refusal = standing.refusal.map(Participation::Commitment);
        let shown = self.items(standing).iter().filter(|item| match standing.status {
            CoalitionStatus::Declined => Some(item.participation) == refusal,
            CoalitionStatus::Former => item.stance > Stance::Declined,
            _ => item.tense == Tense::Current && item.stance > Stance::Declined,
        });
        let mut shown: Vec<&Evidence> = shown.collect();
        let place = |item: &Evidence| item.participation.place(network);
        shown.sort_by_key(|item| (item.tense == Tense::Ended, item.route, item.span.from, place(item)));
        shown.into_iter()
    }

    /// Everything found about the organisation of a standing.
    fn items(&self, standing: &Standing) -> &[Evidence] {
        self.evidence.of(standing.organisation)
    }

    /// The way from an organisation to the line by one piece of evidence: what it did, where, and what that is a part of.
    #[must_use]
    pub fn path(&self, item: &Evidence) -> Vec<NodeIx> {
        let mut path = vec![item.participation.into()];
        let mut place = match item.venue {
            Venue::ProgrammeLine(_) => None,
            venue => {
                path.push(venue.into());
                if let Venue::Initiative(ix) = venue { self.places.get(&ix) } else { None }
            }
        };
        while let Some(via) = place.and_then(|place| place.via) {
            path.push(via.into());
            place = self.places.get(&via);
        }
        path.push(self.line.into());
        path
    }

    /// The share of a piece of evidence that counts for the line, from 0 to 1.
    #[must_use]
    pub fn share(&self, item: &Evidence) -> f64 {
        match item.venue {
            Venue::Initiative(ix) => self.places.get(&ix).map_or(0.0, |place| place.share),
            _ => 1.0,
        }
    }

    /// What a standing's commitments bring in, on the day.
    pub fn contributions<'a>(
        &'a self,
        view: &'a View,
        standing: &'a Standing,
    ) -> impl Iterator<Item = (&'a Evidence, Ix<Contribution>)> + 'a {
        let network = &**view.network();
        self.evidence(network, standing)
            .filter_map(
                |item| if let Participation::Commitment(ix) = item.participation { Some((item, ix)) } else { None },
            )
            .flat_map(|(item, ix)| {
                network.belonging.contributions_of.of(ix).map(move |contribution| (item, contribution))
            })
            .filter(|(_, contribution)| view.fact(&network.contributions, *contribution).is_some())
    }

    /// Pledges that hold on the day and depend on a condition, and whether it is met: whether they count whatever the others
    /// do.
    pub fn conditional<'a>(&'a self, network: &'a Network) -> impl Iterator<Item = (Ix<Commitment>, bool)> + 'a {
        self.evidence.iter().filter_map(|(_, item)| match item.participation {
            Participation::Commitment(ix)
                if item.tense == Tense::Current
                    && item.conditional
                    && item.stance > Stance::Declined
                    && network.commitments.get(ix).status != CommitmentStatus::Intended =>
            {
                Some((ix, item.stance >= Stance::Pledge))
            }
            _ => None,
        })
    }

    /// How many stand where, in the order of the statuses; only those that occur.
    #[must_use]
    pub fn count_by_status(&self) -> Vec<(CoalitionStatus, usize)> {
        let mut counts: std::collections::BTreeMap<CoalitionStatus, usize> = std::collections::BTreeMap::new();
        for standing in &self.standings {
            *counts.entry(standing.status).or_default() += 1;
        }
        counts.into_iter().collect()
    }
}
