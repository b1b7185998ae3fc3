//! The offers on a line, from the evidence of a view.

use rust_decimal::Decimal;
use rustc_hash::FxHashMap;

use super::offers::{Need, Numbered, Offers};
use crate::coalition::contributions::part;
use crate::coalition::evidence::{Evidence, Place, Stance};
use crate::condition::Clause;
use crate::facts::*;
use crate::links::{Participation, Venue};
use crate::period::Tense;
use crate::table::Ix;
use crate::view::View;

/// The offers on a line, and whose they are.
pub(super) struct Gathering {
    /// Who offers, and by which commitment.
    pub pledges: Vec<(Ix<Organisation>, Ix<Commitment>)>,
    /// The same as numbers, in the same order.
    pub offers: Offers,
}

/// Gathers them: active pledges, their conditions met or not. Seats and signatures are none.
///
/// * `evidence`: of all who have not declined.
/// * `level`: the level of ambition that is funded.
/// * `with_money`: whether amounts are wanted also when nobody waits for money.
pub(super) fn gather<'a>(
    view: &View,
    evidence: impl Iterator<Item = (Ix<Organisation>, &'a Evidence)>,
    places: &FxHashMap<Ix<Initiative>, Place>,
    level: AmbitionLevel,
    with_money: bool,
) -> Gathering {
    let network = &**view.network();
    let (mut pledges, mut venues) = (Vec::new(), Vec::new());
    let mut parties: Vec<u32> = vec![u32::MAX; network.organisations.slots()];
    let (mut offers, mut organisations) = (Offers::default(), Vec::new());
    for (organisation, item) in evidence {
        let Some(commitment) = offered(view, item) else { continue };
        let party = &mut parties[organisation.at()];
        if *party == u32::MAX {
            // There are fewer parties than organisations, which are numbered by u32.
            *party = u32::try_from(organisations.len()).unwrap_or(u32::MAX);
            organisations.push(organisation);
        }
        offers.parties.push(*party);
        pledges.push((organisation, commitment));
        venues.push(item.venue);
    }
    let mut reader = Reader { view, level, parties: &parties, counters: Numbered::default(), everybody: None };
    for (_, commitment) in &pledges {
        let condition = network.commitments.get(*commitment).condition.as_ref();
        offers.needs.push(condition.map_or(Need::Met, |condition| reader.need(&condition.0)));
    }
    let counters = reader.counters;
    offers.n_counters = counters.len();
    offers.money = counters.find(&Counted::Money);
    offers.moves = moves(view, &organisations, &counters);
    let wanted = with_money || offers.money.is_some();
    let amount = |(commitment, venue): (Ix<Commitment>, &Venue)| match venue {
        _ if !wanted => 0,
        Venue::Initiative(initiative) => {
            places.get(initiative).map_or(0, |place| micros(part(budget(view, commitment), place.share)))
        }
        _ => micros(budget(view, commitment)),
    };
    offers.amounts = pledges.iter().map(|(_, commitment)| *commitment).zip(&venues).map(amount).collect();
    Gathering { pledges, offers }
}

/// The commitment by which evidence is an offer.
fn offered(view: &View, item: &Evidence) -> Option<Ix<Commitment>> {
    let Participation::Commitment(ix) = item.participation else { return None };
    // A pledge whose condition was found not to be certain shows interest only, and is an offer all the same.
    let waits = || item.conditional && view.network().commitments.get(ix).status != CommitmentStatus::Intended;
    let offers = item.stance >= Stance::Pledge || item.stance == Stance::Interest && waits();
    (item.tense == Tense::Current && offers).then_some(ix)
}

/// What is counted of a coalition.
#[derive(Debug, PartialEq, Eq, Hash)]
enum Counted {
    /// One party, by its number.
    Party(u32),
    /// Parties of a kind and a helix.
    Parties(Option<OrganisationKind>, Option<Helix>),
    /// A hundred for every inhabitant of a municipality.
    Inhabitants,
    /// Money.
    Money,
}

/// Reads conditions as needs.
struct Reader<'a> {
    view: &'a View,
    level: AmbitionLevel,
    /// Of every organisation, its number as a party; `u32::MAX`: it offers nothing.
    parties: &'a [u32],
    counters: Numbered<Counted>,
    /// Inhabitants of all municipalities that are partners, once somebody asks.
    everybody: Option<i128>,
}

impl Reader<'_> {
    fn need(&mut self, clause: &Clause) -> Need {
        let (counted, least) = match clause {
            Clause::All(clauses) => return Need::All(clauses.iter().map(|clause| self.need(clause)).collect()),
            Clause::Any(clauses) => return Need::Any(clauses.iter().map(|clause| self.need(clause)).collect()),
            Clause::Level(wanted) => return if *wanted <= self.level { Need::Met } else { Need::Unmet },
            Clause::Includes(id) => {
                let party = self.view.network().organisations.by_id(*id).map(|ix| self.parties[ix.at()]);
                let Some(party) = party.filter(|party| *party != u32::MAX) else { return Need::Unmet };
                (Counted::Party(party), 1)
            }
            Clause::Parties(wanted) => (Counted::Parties(wanted.kind, wanted.helix), i128::from(wanted.at_least)),
            Clause::Budget(wanted) => (Counted::Money, micros(wanted.at_least)),
            Clause::Inhabitants(wanted) => {
                let everybody = *self.everybody.get_or_insert_with(|| everybody(self.view));
                if everybody == 0 {
                    return Need::Unmet;
                }
                (Counted::Inhabitants, i128::from(wanted.at_least_pct.percent()) * everybody)
            }
        };
        Need::AtLeast { counter: self.counters.number(counted), least }
    }
}

/// The counters that each party raises, and by how much.
fn moves(view: &View, parties: &[Ix<Organisation>], counters: &Numbered<Counted>) -> Vec<Vec<(u32, i128)>> {
    let raises = |(counted, counter): (&Counted, u32), organisation: Ix<Organisation>| {
        let by = match counted {
            Counted::Parties(kind, helix) => {
                let (own_kind, own_helix) = view.network().sort(organisation);
                i128::from(kind.is_none_or(|kind| kind == own_kind) && helix.is_none_or(|helix| helix == own_helix))
            }
            Counted::Inhabitants => 100 * inhabitants(view, organisation),
            Counted::Party(_) | Counted::Money => 0,
        };
        (by > 0).then_some((counter, by))
    };
    let shared: Vec<_> =
        counters.iter().filter(|(counted, _)| !matches!(counted, Counted::Party(_) | Counted::Money)).collect();
    let mut moves: Vec<Vec<_>> = parties
        .iter()
        .map(|organisation| shared.iter().filter_map(|counter| raises(*counter, *organisation)).collect())
        .collect();
    for (counted, counter) in counters.iter() {
        if let Counted::Party(party) = counted {
            moves[*party as usize].push((counter, 1));
        }
    }
    moves
}

fn inhabitants(view: &View, organisation: Ix<Organisation>) -> i128 {
    view.statistics(organisation).and_then(|row| row.inhabitants).map_or(0, i128::from)
}

/// Inhabitants of all municipalities that are partners on the day.
fn everybody(view: &View) -> i128 {
    view.organisations().iter().filter(|ix| view.is_partner(**ix)).map(|ix| inhabitants(view, *ix)).sum()
}

/// The euros that a commitment brings, once: what comes by the year or by inhabitant adds up to no amount.
fn budget(view: &View, commitment: Ix<Commitment>) -> Decimal {
    let network = view.network();
    let rows = network.belonging.contributions_of.of(commitment);
    rows.filter(|ix| view.fact(&network.contributions, *ix).is_some())
        .map(|ix| network.contributions.get(ix))
        .filter(|row| row.kind == ContributionKind::Budget && row.unit.as_deref() == Some("EUR") && row.per.is_none())
        .filter_map(|row| row.amount)
        .fold(Decimal::ZERO, Decimal::saturating_add)
}

/// Decimals of a euro that are counted.
const DECIMALS: u32 = 6;

/// Euros beyond which it makes no difference how many: some millions of such amounts add up without an end.
const MOST_EUROS: i128 = 10_i128.pow(22);

/// Euros as a whole number of millionths, which add up in any order and go back to what they were. Nothing for less than
/// nothing: whoever brings that takes part with nothing.
pub(super) fn micros(euros: Decimal) -> i128 {
    let most = Decimal::from_i128_with_scale(MOST_EUROS, 0);
    let mut counted = euros.clamp(Decimal::ZERO, most).round_dp(DECIMALS);
    counted.rescale(DECIMALS);
    counted.mantissa()
}

/// Millionths as euros; the largest number when there are more.
pub(super) fn euros(micros: i128) -> Decimal {
    Decimal::try_from_i128_with_scale(micros, DECIMALS).map_or(Decimal::MAX, |euros| euros.normalize())
}
