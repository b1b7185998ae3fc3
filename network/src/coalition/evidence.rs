//! What shows that organisations take part in a programme line: four routes.

use std::cmp::Ordering;

use chrono::NaiveDate;
use rustc_hash::{FxHashMap, FxHashSet};
use uuid::Uuid;

use super::gathered::Gathered;
use super::{Weights, closure};
use crate::codes;
use crate::competence::ratified;
use crate::facts::*;
use crate::id::FactId;
use crate::links::{Link, Participation, Says, Venue};
use crate::network::Network;
use crate::period::{Span, Tense};
use crate::source::Confidence;
use crate::table::Ix;
use crate::view::View;

codes! {
    /// By which path a piece of evidence leads from an organisation to a line.
    pub enum EvidenceRoute {
        /// It commits to the line itself.
        Direct,
        /// It commits to an initiative that is a part of the line, at any depth.
        ViaInitiative,
        /// A seat on its behalf in a body that steers the line.
        Governance,
        /// It signed an agreement that covers the line.
        Agreement,
    }
}

/// What a piece of evidence says on the day. Ordered from no to yes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Stance {
    /// A refusal.
    Declined,
    /// An intention, a seat that is no full seat, a pledge whose condition is not met.
    Interest,
    /// A pledge, a signature, a full seat.
    Pledge,
    /// A pledge or signature that a competent organ adopted.
    Ratified,
}

/// One piece of evidence.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Evidence {
    /// By which path.
    pub route: EvidenceRoute,
    /// What the organisation did.
    pub participation: Participation,
    /// Where.
    pub venue: Venue,
    /// When it held: the participation's own period as far as all that it cannot be without. Without a day when it was
    /// withdrawn and nobody knows when.
    pub span: Span,
    /// Whether it holds on the day or has ended.
    pub tense: Tense,
    /// What it says on the day.
    pub stance: Stance,
    /// The weakest fact on its path.
    pub confidence: Confidence,
    /// Weight in the strength, before factors: by kind of contribution or role, times the share in the line.
    pub weight: f64,
    /// Factor of its status.
    pub factor: f64,
    /// Whether it names a contribution.
    pub means: bool,
    /// Whether a contribution was delivered in the last twelve months.
    pub recent: bool,
    /// Whether it is a promise that depends on a condition, met or not.
    pub conditional: bool,
}

/// Where an initiative stands in a line.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Place {
    /// Part of it that counts for the line, from 0 to 1.
    pub share: f64,
    /// The initiative through which most of it counts; `None`: directly.
    pub via: Option<Ix<Initiative>>,
    /// The weakest fact on that path.
    pub confidence: Confidence,
    /// When that path held: as long as every initiative on it.
    pub span: Span,
}

/// Everything that ties organisations to a line.
pub(super) struct Found {
    /// What shows that they take part.
    pub evidence: Gathered,
    /// Organisations whose latest declaration on the line or above is negative, with that declaration.
    pub declined: FxHashMap<Ix<Organisation>, Ix<Commitment>>,
    /// Initiatives in the line.
    pub places: FxHashMap<Ix<Initiative>, Place>,
}

pub(super) fn find(view: &View, line: Ix<ProgrammeLine>) -> Found {
    let network = &**view.network();
    let places = places(view, line);
    let mut in_order: Vec<_> = places.iter().collect();
    in_order.sort_by_key(|(ix, _)| network.initiatives.get(**ix).id);
    let bodies = network.belonging.steering_line.of(line);
    let agreements = network.belonging.covering.of(line);
    let venues = in_order.iter().map(|(ix, _)| Venue::Initiative(**ix));
    let venues = venues.chain(bodies.clone().map(Venue::Body));
    let venues = venues.chain(agreements.clone().map(Venue::Agreement));
    let links = venues.chain([Venue::ProgrammeLine(line)]).flat_map(|venue| network.links.at(venue));
    let evidence = Gathered::with_room(network.organisations.slots(), links);
    let mut finder = Finder { view, network, weights: view.weights(), evidence };
    let own = Place { share: 1.0, via: None, confidence: Confidence::High, span: Span::ALWAYS };
    finder.commitments(Venue::ProgrammeLine(line), EvidenceRoute::Direct, own);
    for (ix, place) in in_order {
        finder.commitments(Venue::Initiative(*ix), EvidenceRoute::ViaInitiative, *place);
    }
    for body in bodies {
        finder.seats(body);
    }
    for agreement in agreements {
        finder.signatures(agreement);
    }
    let mut evidence = finder.evidence;
    let declined = declined(view, line);
    unmet(view, &mut evidence, &declined, &places);
    Found { evidence, declined, places }
}

/// Conditional pledges count as interest as long as they are not certain.
fn unmet(
    view: &View,
    evidence: &mut Gathered,
    declined: &FxHashMap<Ix<Organisation>, Ix<Commitment>>,
    places: &FxHashMap<Ix<Initiative>, Place>,
) {
    let depends = |item: &Evidence| item.conditional && item.stance >= Stance::Pledge;
    if !evidence.iter_mut().any(|item| depends(item)) {
        return;
    }
    // Who declined is not in the coalition that others wait for.
    let certain: FxHashSet<Ix<Commitment>> = closure::certain(
        view,
        evidence.iter().filter(|(organisation, _)| !declined.contains_key(organisation)),
        places,
    );
    for item in evidence.iter_mut() {
        if let Participation::Commitment(ix) = item.participation
            && depends(item)
            && !certain.contains(&ix)
        {
            item.stance = Stance::Interest;
        }
    }
}

/// The initiatives in a line at any depth, with the share that counts there.
fn places(view: &View, line: Ix<ProgrammeLine>) -> FxHashMap<Ix<Initiative>, Place> {
    let network = &**view.network();
    let here = |part: Ix<InitiativePart>| {
        let trusted = view.trusts(network.initiative_parts.confidence(part));
        let initiative = network.initiatives.by_id(network.initiative_parts.get(part).initiative);
        let initiative = initiative.filter(|ix| trusted && view.sees(*ix).is_some());
        initiative.map(|initiative| (part, initiative))
    };
    let top: Vec<_> = network.belonging.parts_of_line.of(line).filter_map(here).collect();
    let below = |initiative| network.belonging.parts_of_initiative.of(initiative).filter_map(here).collect::<Vec<_>>();
    let mut places: FxHashMap<Ix<Initiative>, Place> = FxHashMap::default();
    let mut best: FxHashMap<Ix<Initiative>, f64> = FxHashMap::default();
    let day = view.valid_at();
    let mut count = |(part, initiative): (Ix<InitiativePart>, Ix<Initiative>),
                     via: Option<Ix<Initiative>>,
                     places: &mut FxHashMap<Ix<Initiative>, Place>| {
        let row = network.initiative_parts.get(part);
        let whole = Place { share: 1.0, via: None, confidence: Confidence::High, span: Span::ALWAYS };
        // An initiative through which nothing ever counted has no place.
        let Some(above) = via.map_or(Some(&whole), |ix| places.get(&ix)) else { return };
        let new = Place {
            share: above.share * f64::from(row.share_pct.percent()) / 100.0,
            via,
            confidence: above.confidence.min(row.confidence).min(network.initiatives.confidence(initiative)),
            span: above.span.and(network.initiatives.span(initiative)),
        };
        if new.span.is_empty() {
            return;
        }
        let (place, best) = (places.entry(initiative).or_insert(new), best.entry(initiative).or_insert(0.0));
        match new.span.tense(day).cmp(&place.span.tense(day)) {
            // A path that has ended counts only as long as there is none that holds.
            Ordering::Less => {}
            Ordering::Greater => (*place, *best) = (new, new.share),
            Ordering::Equal => {
                let share = if *best > 0.0 { (place.share + new.share).min(1.0) } else { new.share };
                if new.share > *best {
                    (*place, *best) = (new, new.share);
                }
                place.share = share;
            }
        }
    };
    // Every initiative comes after all that it is a part of: its share is complete when its own parts ask for it.
    for part in &top {
        count(*part, None, &mut places);
    }
    for initiative in parents_first(top.iter().map(|(_, initiative)| *initiative), below) {
        for part in below(initiative) {
            count(part, Some(initiative), &mut places);
        }
    }
    places
}

/// The initiatives that can be reached, each after all through which it is reached.
fn parents_first(
    top: impl Iterator<Item = Ix<Initiative>>,
    below: impl Fn(Ix<Initiative>) -> Vec<(Ix<InitiativePart>, Ix<Initiative>)>,
) -> Vec<Ix<Initiative>> {
    let mut seen = FxHashSet::default();
    let mut order = Vec::new();
    let mut stack: Vec<(Ix<Initiative>, bool)> = top.map(|initiative| (initiative, false)).collect();
    while let Some((initiative, leaving)) = stack.pop() {
        if leaving {
            order.push(initiative);
        } else if seen.insert(initiative) {
            stack.push((initiative, true));
            stack.extend(below(initiative).into_iter().map(|(_, child)| (child, false)));
        }
    }
    order.reverse();
    order
}

/// Who refuses: organisations whose latest declaration on the line or on an agreement above it is negative. A signature is
/// a declaration as well, a seat is none. The latest is that with the latest since, among equals the one recorded last.
fn declined(view: &View, line: Ix<ProgrammeLine>) -> FxHashMap<Ix<Organisation>, Ix<Commitment>> {
    let network = &**view.network();
    let above = network.belonging.covering.of(line).map(Venue::Agreement);
    let venues = std::iter::once(Venue::ProgrammeLine(line)).chain(above);
    let declarations =
        || venues.clone().flat_map(|venue| view.links_at(venue)).filter(|(_, tense)| *tense == Tense::Current);
    let refuses = |link: &Link| matches!(link.says, Says::Promise { status: CommitmentStatus::Declined, .. });
    // Few ever refuse, so only their other declarations are looked at.
    let refusing: FxHashSet<Ix<Organisation>> =
        declarations().filter(|(link, _)| refuses(link)).map(|(link, _)| link.organisation).collect();
    if refusing.is_empty() {
        return FxHashMap::default();
    }
    // Ids tell the order of recording: those made here (version 7) carry their time, and come after a dataset's.
    let recorded = |id: Uuid| (id.get_version_num(), id);
    let mut latest: FxHashMap<Ix<Organisation>, Declaration> = FxHashMap::default();
    for (link, _) in declarations().filter(|(link, _)| refusing.contains(&link.organisation)) {
        let declaration = match link.participation {
            Participation::Seat(_) => continue,
            Participation::Commitment(ix) => {
                let recorded = recorded(network.commitments.get(ix).id.uuid());
                Declaration(network.commitments.span(ix).from, recorded, refuses(link).then_some(ix))
            }
            Participation::Signature(ix) => {
                let recorded = recorded(network.signatures.get(ix).id.uuid());
                Declaration(network.signatures.span(ix).from, recorded, None)
            }
        };
        let last = latest.entry(link.organisation).or_insert(declaration);
        if declaration.recorded() > last.recorded() {
            *last = declaration;
        }
    }
    latest.into_iter().filter_map(|(organisation, Declaration(.., refusal))| Some((organisation, refusal?))).collect()
}

/// What an organisation declared: on which day, where in the order of recording, and the commitment when it refuses.
#[derive(Clone, Copy)]
struct Declaration(NaiveDate, (usize, Uuid), Option<Ix<Commitment>>);

impl Declaration {
    fn recorded(&self) -> (NaiveDate, (usize, Uuid)) {
        (self.0, self.1)
    }
}

struct Finder<'a> {
    view: &'a View,
    network: &'a Network,
    weights: &'a Weights,
    evidence: Gathered,
}

impl Finder<'_> {
    fn commitments(&mut self, venue: Venue, route: EvidenceRoute, place: Place) {
        for (link, _) in self.view.links_at(venue) {
            if let Some(item) = self.commitment(link, route, place) {
                self.evidence.add(link.organisation, item);
            }
        }
    }

    /// A commitment as evidence; `None` when it is none, or never was on the way to the line.
    fn commitment(&self, link: &Link, route: EvidenceRoute, place: Place) -> Option<Evidence> {
        let Says::Promise { status, conditional, ends, ratified_by, .. } = link.says else { return None };
        let mut span = link.span.and(place.span);
        if span.is_empty() {
            return None;
        }
        if status == CommitmentStatus::Withdrawn && !ends {
            // A withdrawn commitment held until its last day; without one, nobody knows of any day on which it did.
            span.to = span.from;
        }
        let day = self.view.valid_at();
        let mut weight: Option<f64> = None;
        let (mut recent, mut delivered) = (false, status == CommitmentStatus::Realised);
        for means in self.network.means(link) {
            if self.view.dated(means.span, means.confidence).is_none() {
                continue;
            }
            let own = self.weights.contribution(means.kind);
            weight = Some(weight.map_or(own, |weight| weight.max(own)));
            if let Some((_, last)) = means.realised.filter(|(first, _)| *first <= day) {
                delivered = true;
                recent |= day <= last;
            }
        }
        let stance = match status {
            CommitmentStatus::Declined => Stance::Declined,
            CommitmentStatus::Intended => Stance::Interest,
            _ if ratified(self.view, ratified_by, link.organisation) => Stance::Ratified,
            _ => Stance::Pledge,
        };
        let factor = match stance {
            Stance::Declined => 0.0,
            Stance::Interest => self.weights.intended,
            _ if delivered => self.weights.realised,
            Stance::Ratified => self.weights.ratified,
            Stance::Pledge => self.weights.pledged,
        };
        Some(Evidence {
            route,
            participation: link.participation,
            venue: link.venue,
            span,
            tense: span.tense(day),
            stance,
            confidence: link.confidence.min(place.confidence),
            weight: if stance == Stance::Declined {
                0.0
            } else {
                weight.unwrap_or(self.weights.no_contribution) * place.share
            },
            factor,
            means: weight.is_some(),
            recent,
            conditional,
        })
    }

    fn seats(&mut self, body: Ix<Body>) {
        let row = self.network.bodies.get(body);
        let mut seen: FxHashMap<(Ix<Organisation>, Ix<Seat>), usize> = FxHashMap::default();
        for (link, tense) in self.view.links_at(Venue::Body(body)) {
            let (Participation::Seat(ix), Says::Seat { role, for_group }) = (link.participation, link.says) else {
                continue;
            };
            let full = row.level == Some(BodyLevel::Political)
                && matches!(role, SeatRole::Chair | SeatRole::ViceChair | SeatRole::Member);
            let item = Evidence {
                route: EvidenceRoute::Governance,
                participation: link.participation,
                venue: link.venue,
                span: link.span,
                tense,
                stance: if full { Stance::Pledge } else { Stance::Interest },
                confidence: link.confidence.min(row.confidence),
                weight: self.weights.seat(role),
                factor: if full { self.weights.pledged } else { self.weights.intended },
                means: false,
                recent: false,
                conditional: false,
            };
            if tense == Tense::Current && for_group {
                // Who belongs to the group by two memberships at once sits there once, as long as by both together.
                if let Some(at) = seen.get(&(link.organisation, ix)) {
                    let first = self.evidence.at(*at);
                    first.span = first.span.or(item.span);
                    first.confidence = first.confidence.max(item.confidence);
                } else {
                    seen.insert((link.organisation, ix), self.evidence.add(link.organisation, item));
                }
            } else {
                self.evidence.add(link.organisation, item);
            }
        }
    }

    /// Signatures under an agreement that covers the line, and refusals of it. What is promised to the agreement is promised
    /// to no line.
    fn signatures(&mut self, agreement: Ix<Agreement>) {
        let sure = self.network.agreements.confidence(agreement);
        let place = Place { share: 1.0, via: None, confidence: sure, span: Span::ALWAYS };
        for (link, tense) in self.view.links_at(Venue::Agreement(agreement)) {
            let ratified_by = match link.says {
                Says::Signature { ratified_by } => ratified_by,
                Says::Promise { status: CommitmentStatus::Declined, .. } => {
                    if let Some(item) = self.commitment(link, EvidenceRoute::Agreement, place) {
                        self.evidence.add(link.organisation, item);
                    }
                    continue;
                }
                _ => continue,
            };
            let adopted = ratified(self.view, ratified_by, link.organisation);
            let item = Evidence {
                route: EvidenceRoute::Agreement,
                participation: link.participation,
                venue: link.venue,
                span: link.span,
                tense,
                stance: if adopted { Stance::Ratified } else { Stance::Pledge },
                confidence: link.confidence.min(sure),
                weight: self.weights.signature,
                factor: if adopted { self.weights.ratified } else { self.weights.pledged },
                means: false,
                recent: false,
                conditional: false,
            };
            self.evidence.add(link.organisation, item);
        }
    }
}
