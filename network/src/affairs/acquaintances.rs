//! Who knows whom in a view, and on what evidence: declared ties, talks that were held, seats in the same small body.

use std::cmp::Reverse;

use chrono::NaiveDate;

use super::reliability::{Contact, ContactKind, Declared, Direction, Weights};
use super::routes::{Node, Tie as RouteTie, Ties};
use crate::codes;
use crate::facts::*;
use crate::id::ContactMomentId;
use crate::network::Network;
use crate::period::Tense;
use crate::table::Ix;
use crate::view::View;

/// Bodies with more seats than this tie nobody: who sits in a hall with everybody does not know everybody.
pub const HUB_SEATS: usize = 15;

codes! {
    /// What most tells that a tie works.
    pub enum TieKind {
        /// Somebody says so.
        Declared,
        /// They talked.
        Contact,
        /// Both have a seat in a small body.
        SameBody,
    }
}

/// A tie of two persons, and what it rests on.
#[derive(Debug, Clone)]
pub struct Acquaintance {
    /// The one whose id comes first.
    pub one: Ix<Person>,
    /// The other.
    pub other: Ix<Person>,
    /// What is said of it.
    pub declared: Vec<Ix<Tie>>,
    /// Talks that were held, the latest last.
    pub talks: Vec<Ix<ContactMoment>>,
    /// Seats of the two in the same bodies.
    pub seats: Vec<(Ix<Seat>, Ix<Seat>)>,
    /// The last day on which the two were in contact; `None`: no talk is known.
    pub last_contact: Option<NaiveDate>,
    /// What most tells that it works.
    pub kind: TieKind,
    /// How reliable it is in the better of its directions, from 0 to 1.
    pub reliability: f64,
}

/// All ties of a view.
#[derive(Debug, Clone)]
pub struct Acquaintances {
    /// By the number that [`Ties`] calls them.
    pub all: Vec<Acquaintance>,
    /// The same, to look for routes in.
    pub ties: Ties,
    numbered: Numbered,
}

/// Persons by the order of their ids, so that nothing depends on the order in which they came.
#[derive(Debug, Clone)]
struct Numbered {
    persons: Vec<Ix<Person>>,
    numbers: Vec<u32>,
}

impl Numbered {
    fn new(network: &Network) -> Self {
        let mut persons: Vec<Ix<Person>> = network.persons.indices().collect();
        persons.sort_by_key(|ix| network.persons.get(*ix).id);
        let mut numbers = vec![0; network.persons.slots()];
        for (number, ix) in (0..).zip(&persons) {
            numbers[ix.at()] = number;
        }
        Self { persons, numbers }
    }

    fn of(&self, person: Ix<Person>) -> u32 {
        self.numbers.get(person.at()).copied().unwrap_or(u32::MAX)
    }
}

/// One thing that is known of a pair.
enum Piece {
    Said(Ix<Tie>, Declared),
    Talked(NaiveDate, ContactMomentId, Ix<ContactMoment>, Contact),
    Sat((Ix<Seat>, Ix<Seat>), Contact),
}

/// What is known of pairs, by the numbers of the two, the lower one first. As it comes: most pairs have one piece, and a
/// long list that is sorted once is made faster than a small one for each pair.
struct Pairs {
    numbered: Numbered,
    pieces: Vec<((u32, u32), Piece)>,
}

impl Pairs {
    /// The key of a pair, and whether the two are turned in it; `None`: they are one.
    fn key(&self, from: Ix<Person>, to: Ix<Person>) -> Option<((u32, u32), bool)> {
        let (from, to) = (self.numbered.of(from), self.numbered.of(to));
        let turned = to < from;
        (from != to).then_some((if turned { (to, from) } else { (from, to) }, turned))
    }
}

/// What is known of one pair, before it is weighed.
#[derive(Default)]
struct Evidence {
    declared: Vec<Ix<Tie>>,
    talks: Vec<(NaiveDate, ContactMomentId, Ix<ContactMoment>)>,
    seats: Vec<(Ix<Seat>, Ix<Seat>)>,
    said: Vec<Declared>,
    contacts: Vec<Contact>,
}

impl Evidence {
    fn of(pieces: &[((u32, u32), Piece)]) -> Self {
        let mut evidence = Self::default();
        for (_, piece) in pieces {
            match piece {
                Piece::Said(tie, said) => {
                    evidence.declared.push(*tie);
                    evidence.said.push(*said);
                }
                Piece::Talked(day, id, ix, contact) => {
                    evidence.talks.push((*day, *id, *ix));
                    evidence.contacts.push(*contact);
                }
                Piece::Sat(seats, contact) => {
                    evidence.seats.push(*seats);
                    evidence.contacts.push(*contact);
                }
            }
        }
        evidence.talks.sort_by_key(|(day, id, _)| (*day, *id));
        evidence
    }

    /// What most tells that it works.
    fn kind(&self, best: Option<&Declared>, weights: &Weights, day: NaiveDate) -> TieKind {
        match (best, self.talks.is_empty(), self.seats.is_empty()) {
            (_, true, true) => return TieKind::Declared,
            (None, false, true) => return TieKind::Contact,
            (None, true, false) => return TieKind::SameBody,
            _ => {}
        }
        let alone = |said: Option<&Declared>, contacts: &[Contact]| {
            let alone = weights.reliability(said, contacts, day);
            alone.there.max(alone.back)
        };
        let (same_body, met): (Vec<Contact>, Vec<Contact>) =
            self.contacts.iter().partition(|contact| matches!(contact.kind, ContactKind::SameBody { .. }));
        let kinds = [
            (TieKind::Declared, alone(best, &[])),
            (TieKind::Contact, alone(None, &met)),
            (TieKind::SameBody, alone(None, &same_body)),
        ];
        // Of equal ones the first.
        kinds.iter().rev().max_by(|a, b| a.1.total_cmp(&b.1)).map_or(TieKind::Declared, |(kind, _)| *kind)
    }
}

impl Acquaintances {
    /// Those of a view. Time in proportion to ties and talks, and to the pairs of seats in small bodies.
    #[must_use]
    pub fn new(view: &View, weights: &Weights) -> Self {
        let network = view.network();
        let mut pairs = Pairs { numbered: Numbered::new(network), pieces: Vec::with_capacity(network.ties.len()) };
        declared(view, &mut pairs);
        talks(view, &mut pairs);
        seats(view, &mut pairs);
        let Pairs { numbered, mut pieces } = pairs;
        // What is known of one pair stays in the order in which it came.
        pieces.sort_by_key(|(pair, _)| *pair);
        let nodes: Vec<Node> = (0..).zip(&numbered.persons).map(|(order, _)| Node { order, passage: true }).collect();
        let (mut all, mut ties) = (Vec::with_capacity(pieces.len()), Vec::with_capacity(2 * pieces.len()));
        for pieces in pieces.chunk_by(|(pair, _), (other, _)| pair == other) {
            let Some(((from, to), _)) = pieces.first() else { continue };
            let evidence = Evidence::of(pieces);
            // The last word counts, and of one day the strongest.
            let best = evidence.said.iter().max_by_key(|said| (said.confirmed, Reverse(said.strength)));
            let reliability = weights.reliability(best, &evidence.contacts, view.valid_at());
            let number = u32::try_from(all.len()).unwrap_or(u32::MAX);
            for (from, to, reliability) in [(*from, *to, reliability.there), (*to, *from, reliability.back)] {
                if reliability > 0.0 {
                    ties.push(RouteTie { from, to, tie: number, reliability });
                }
            }
            let kind = evidence.kind(best, weights, view.valid_at());
            let [one, other] = [*from, *to].map(|number| numbered.persons[number as usize]);
            let Evidence { declared, talks, seats, .. } = evidence;
            all.push(Acquaintance {
                one,
                other,
                declared,
                last_contact: talks.last().map(|(day, ..)| *day),
                talks: talks.into_iter().map(|(.., ix)| ix).collect(),
                seats,
                kind,
                reliability: reliability.there.max(reliability.back),
            });
        }
        Self { ties: Ties::new(&nodes, &ties), all, numbered }
    }

    /// The numbers of persons among the nodes of routes.
    #[must_use]
    pub fn numbers(&self, persons: &[Ix<Person>]) -> Vec<u32> {
        persons.iter().map(|person| self.numbered.of(*person)).collect()
    }

    /// The person with a number among the nodes of routes.
    #[must_use]
    pub fn person(&self, number: u32) -> Option<Ix<Person>> {
        self.numbered.persons.get(number as usize).copied()
    }
}

fn declared(view: &View, pairs: &mut Pairs) {
    let network = view.network();
    for (ix, row) in network.ties.iter() {
        if view.fact(&network.ties, ix) != Some(Tense::Current) {
            continue;
        }
        let (Some(from), Some(to)) = (network.persons.by_id(row.from_person), network.persons.by_id(row.to_person))
        else {
            continue;
        };
        let Some((pair, _)) = pairs.key(from, to) else { continue };
        let confirmed = row.confirmed_on.or(row.since).and_then(|date| date.latest());
        // Without a day it is as if it were said today: nothing tells since when it may have faded.
        let confirmed = confirmed.map_or(view.valid_at(), |day| day.min(view.valid_at()));
        let said = Declared { strength: row.strength, confirmed, direction: Direction::Both };
        pairs.pieces.push((pair, Piece::Said(ix, said)));
    }
}

fn talks(view: &View, pairs: &mut Pairs) {
    let network = view.network();
    for (ix, row) in network.contact_moments.iter() {
        let day = row.date.earliest().filter(|day| *day <= view.valid_at());
        let (Some(day), ContactStatus::Held) = (day, row.status) else { continue };
        if view.fact(&network.contact_moments, ix).is_none() {
            continue;
        }
        let kind = match row.channel {
            ContactChannel::WorkingRelation => ContactKind::WorkingRelation,
            ContactChannel::OneOnOne => ContactKind::OneOnOne,
            ContactChannel::SmallMeeting => ContactKind::SmallMeeting,
            ContactChannel::Call => ContactKind::Call,
            ContactChannel::EmailAnswered => ContactKind::EmailAnswered,
            ContactChannel::EmailUnanswered => ContactKind::EmailUnanswered,
        };
        for ours in row.our_persons.iter().filter_map(|id| network.persons.by_id(*id)) {
            for theirs in row.their_persons.iter().filter_map(|id| network.persons.by_id(*id)) {
                let Some((pair, turned)) = pairs.key(ours, theirs) else { continue };
                // Who was not answered has shown no way back.
                let one_way = row.channel == ContactChannel::EmailUnanswered;
                let direction = match (one_way, turned) {
                    (false, _) => Direction::Both,
                    (true, false) => Direction::There,
                    (true, true) => Direction::Back,
                };
                let contact = Contact { kind, first: day, last: Some(day), direction };
                pairs.pieces.push((pair, Piece::Talked(day, row.id, ix, contact)));
            }
        }
    }
}

fn seats(view: &View, pairs: &mut Pairs) {
    let network = view.network();
    for body in network.bodies.indices().filter(|body| view.sees(*body) == Some(Tense::Current)) {
        let seats = network.belonging.seats_of.of(body);
        let seats: Vec<Ix<Seat>> = seats.filter(|ix| view.sees(*ix) == Some(Tense::Current)).collect();
        if seats.len() > HUB_SEATS {
            continue;
        }
        let held = |ix: &Ix<Seat>| Some((*ix, network.persons.by_id(network.seats.get(*ix).holder?)?));
        let held: Vec<(Ix<Seat>, Ix<Person>)> = seats.iter().filter_map(held).collect();
        let n = u32::try_from(seats.len()).unwrap_or(u32::MAX);
        for (at, (seat, person)) in held.iter().enumerate() {
            for (other_seat, other) in &held[at + 1..] {
                let Some((pair, turned)) = pairs.key(*person, *other) else { continue };
                let (one, two) = if turned { (*other_seat, *seat) } else { (*seat, *other_seat) };
                let kind = ContactKind::SameBody { seats: n };
                let contact = Contact { kind, first: NaiveDate::MIN, last: None, direction: Direction::Both };
                pairs.pieces.push((pair, Piece::Sat((one, two), contact)));
            }
        }
    }
}
