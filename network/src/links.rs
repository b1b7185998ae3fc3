//! Who takes part where: the hot index of the network, one entry for every organisation in every participation.

use std::cmp::Ordering;

use chrono::{Months, NaiveDate};
use rustc_hash::FxHashSet;
use uuid::Uuid;

use crate::belonging::Belonging;
use crate::facts::*;
use crate::id::FactId;
use crate::moved::Moved;
use crate::network::{Network, Tables};
use crate::period::{Period, Span};
use crate::persistent::{Column, Sorted, by_number};
use crate::source::Confidence;
use crate::table::Ix;

/// A participation: what ties organisations to a venue.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Participation {
    /// A seat in a body.
    Seat(Ix<Seat>),
    /// A commitment to a line, an initiative or an agreement.
    Commitment(Ix<Commitment>),
    /// A signature under an agreement.
    Signature(Ix<Signature>),
}

/// Where organisations take part.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Venue {
    /// A body, by seats.
    Body(Ix<Body>),
    /// A programme line, by commitments.
    ProgrammeLine(Ix<ProgrammeLine>),
    /// An initiative, by commitments.
    Initiative(Ix<Initiative>),
    /// An agreement, by signatures and commitments.
    Agreement(Ix<Agreement>),
}

/// What a participation says, as far as its own row tells: all that evidence reads of it, so that a coalition need not go
/// through the rows, which lie far apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Says {
    /// A seat.
    Seat {
        /// As what.
        role: SeatRole,
        /// Whether it is held on behalf of a group.
        for_group: bool,
    },
    /// A commitment.
    Promise {
        /// How hard.
        status: CommitmentStatus,
        /// Whether it depends on something.
        conditional: bool,
        /// Whether its last day is known.
        ends: bool,
        /// The decision that ratified it.
        ratified_by: Option<Ix<Decision>>,
        /// The first of the means that it names.
        first: Option<Ix<Contribution>>,
        /// Whether it names others.
        more: bool,
    },
    /// A signature.
    Signature {
        /// The decision that ratified it.
        ratified_by: Option<Ix<Decision>>,
    },
}

/// One organisation in one participation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Link {
    /// In what it takes part.
    pub participation: Participation,
    /// Where that takes place.
    pub venue: Venue,
    /// Who takes part: on whose behalf a seat is held, who promises, who signs.
    pub organisation: Ix<Organisation>,
    /// When: the participation's own period, as far as its venue and the organisation exist and, for a seat on behalf of a
    /// group, as far as the organisation belongs to the group.
    pub span: Span,
    /// The least sure fact that it rests on, venue and organisation apart.
    pub confidence: Confidence,
    pub(crate) says: Says,
    /// The first bits of the id of the participation: links that differ in them need not be looked up to be compared.
    near: u64,
}

/// What evidence reads of a contribution.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Means {
    /// What kind of means.
    pub(crate) kind: ContributionKind,
    pub(crate) confidence: Confidence,
    pub(crate) span: Span,
    /// When it was delivered, if it was: from the first day on which it may have been to twelve months after the last, that
    /// day included.
    pub(crate) realised: Option<(NaiveDate, NaiveDate)>,
}

impl Means {
    fn new(row: &Contribution) -> Self {
        Self {
            kind: row.kind,
            confidence: row.confidence,
            span: row.period().map_or(Span::ALWAYS, Period::span),
            realised: row.realised_on.map(|date| {
                let last = date.latest().and_then(|day| day.checked_add_months(Months::new(12)));
                (date.earliest().unwrap_or(NaiveDate::MIN), last.unwrap_or(NaiveDate::MAX))
            }),
        }
    }
}

/// All links, found by organisation and by venue.
#[derive(Debug, Clone)]
pub struct Links {
    by_organisation: Sorted<Link>,
    by_venue: Sorted<Link>,
    /// What contributions bring in, by row number.
    means: Column<Means, 8>,
}

impl Links {
    /// In what an organisation takes part.
    pub fn of(&self, organisation: Ix<Organisation>) -> impl Iterator<Item = &Link> + Clone {
        let rest = self.by_organisation.from(move |link| link.organisation.number() < organisation.number());
        rest.take_while(move |link| link.organisation == organisation).filter(|link| !link.span.is_empty())
    }

    /// Who takes part in a venue.
    pub fn at(&self, venue: Venue) -> impl Iterator<Item = &Link> + Clone {
        let place = venue.place();
        let rest = self.by_venue.from(move |link| link.venue.place() < place);
        rest.take_while(move |link| link.venue == venue).filter(|link| !link.span.is_empty())
    }

    pub(crate) fn new(tables: &Tables, belonging: &Belonging) -> Self {
        let seats = tables.seats.indices().map(Participation::Seat);
        let commitments = tables.commitments.indices().map(Participation::Commitment);
        let signatures = tables.signatures.indices().map(Participation::Signature);
        let mut links = Vec::with_capacity(tables.seats.len() + tables.commitments.len() + tables.signatures.len());
        for participation in seats.chain(commitments).chain(signatures) {
            links_of(tables, belonging, participation, &mut links);
        }
        // All else is in order: participations are walked through by kind and id.
        // Within a venue and an organisation they are in order: participations are walked through by kind and id.
        let of_organisations = by_number(&links, tables.organisations.slots(), |link| link.organisation.at());
        // Venues of one kind after those of another, as they are told apart.
        let slots = [tables.bodies.slots(), tables.programme_lines.slots(), tables.initiatives.slots()];
        let firsts = [0, slots[0], slots[0] + slots[1], slots[0] + slots[1] + slots[2]];
        let n_venues = firsts[3] + tables.agreements.slots();
        let number = |link: &Link| {
            let (kind, number) = link.venue.place();
            firsts[usize::from(kind)] + number as usize
        };
        let at_venues = by_number(&links, n_venues, number);
        let means: Vec<_> = tables.contributions.iter().map(|(_, row)| Means::new(row)).collect();
        Self { by_organisation: Sorted::new(&of_organisations), by_venue: Sorted::new(&at_venues), means: means.into() }
    }

    /// Follows rows that moved.
    pub(crate) fn follow(&mut self, before: (&Tables, &Belonging), after: (&Tables, &Belonging), moved: &Moved) {
        for row in moved.contributions.iter() {
            if let Some(is) = &row.after {
                self.means.put(row.ix.at(), Means::new(is));
            }
        }
        let (mut old, mut new) = (Vec::new(), Vec::new());
        for participation in self.touched(before, after, moved) {
            if participation.is_there(before.0) {
                links_of(before.0, before.1, participation, &mut old);
            }
            if participation.is_there(after.0) {
                links_of(after.0, after.1, participation, &mut new);
            }
        }
        let tables = after.0;
        // Most that change stay where they are.
        let same = |(a, b): (&Link, &Link)| by_organisation(a, b, tables).then_with(|| by_venue(a, b, tables)).is_eq();
        if old.len() == new.len() && old.iter().zip(&new).all(same) {
            for link in new {
                self.by_organisation.replace(link, |other| by_organisation(other, &link, tables));
                self.by_venue.replace(link, |other| by_venue(other, &link, tables));
            }
            return;
        }
        for link in old {
            self.by_organisation.remove(|other| by_organisation(other, &link, tables));
            self.by_venue.remove(|other| by_venue(other, &link, tables));
        }
        for link in new {
            self.by_organisation.insert(link, |other| by_organisation(other, &link, tables));
            self.by_venue.insert(link, |other| by_venue(other, &link, tables));
        }
    }

    /// The participations whose links may be others: their own rows moved, or what their links are made of.
    fn touched(
        &self,
        before: (&Tables, &Belonging),
        after: (&Tables, &Belonging),
        moved: &Moved,
    ) -> FxHashSet<Participation> {
        let mut touched: FxHashSet<Participation> = FxHashSet::default();
        touched.extend(moved.seats.iter().map(|row| Participation::Seat(row.ix)));
        touched.extend(moved.commitments.iter().map(|row| Participation::Commitment(row.ix)));
        touched.extend(moved.signatures.iter().map(|row| Participation::Signature(row.ix)));
        for (row, tables) in moved.contributions.iter().flat_map(|row| {
            [row.before.as_ref().map(|row| (row, before.0)), row.after.as_ref().map(|row| (row, after.0))]
                .into_iter()
                .flatten()
        }) {
            let commitment = row.commitment.and_then(|id| tables.commitments.by_id(id));
            touched.extend(commitment.map(Participation::Commitment));
        }
        let mut venues: Vec<Venue> = Vec::new();
        venues.extend(moved.bodies.iter().map(|row| Venue::Body(row.ix)));
        venues.extend(moved.initiatives.iter().filter(|row| row.other_span()).map(|row| Venue::Initiative(row.ix)));
        venues.extend(moved.agreements.iter().filter(|row| row.other_span()).map(|row| Venue::Agreement(row.ix)));
        for row in moved.organisations.iter().filter(|row| row.other_span()) {
            let rest = self.by_organisation.from(|link| link.organisation.number() < row.ix.number());
            touched.extend(rest.take_while(|link| link.organisation == row.ix).map(|link| link.participation));
            // What takes place in an organ ends with its organisation.
            venues.extend(before.1.organs_of.of(row.ix).map(Venue::Body));
        }
        for venue in venues {
            let rest = self.by_venue.from(|link| link.venue.place() < venue.place());
            touched.extend(rest.take_while(|link| link.venue == venue).map(|link| link.participation));
        }
        let mut groups: FxHashSet<Ix<StakeholderGroup>> = moved.stakeholder_groups.iter().map(|row| row.ix).collect();
        for row in moved.group_memberships.iter() {
            groups.extend(row.before.as_ref().and_then(|was| before.0.stakeholder_groups.by_id(was.group)));
            groups.extend(row.after.as_ref().and_then(|is| after.0.stakeholder_groups.by_id(is.group)));
        }
        for group in groups {
            touched.extend(before.1.seats_for_group.of(group).map(Participation::Seat));
        }
        touched
    }
}

fn by_organisation(a: &Link, b: &Link, tables: &Tables) -> Ordering {
    a.organisation.number().cmp(&b.organisation.number()).then_with(|| within(a, b, tables))
}

fn by_venue(a: &Link, b: &Link, tables: &Tables) -> Ordering {
    a.venue.place().cmp(&b.venue.place()).then_with(|| within(a, b, tables))
}

/// By kind and id of the participation, then by organisation; an organisation that left a group and came back twice.
fn within(a: &Link, b: &Link, tables: &Tables) -> Ordering {
    let (place, id) =
        (|link: &Link| link.participation.place(tables), |link: &Link| tables.organisations.get(link.organisation).id);
    let near = (a.participation.kind(), a.near).cmp(&(b.participation.kind(), b.near));
    near.then_with(|| place(a).cmp(&place(b))).then_with(|| id(a).cmp(&id(b))).then_with(|| a.spans().cmp(&b.spans()))
}

impl Link {
    fn spans(&self) -> (NaiveDate, NaiveDate, Confidence) {
        (self.span.from, self.span.to, self.confidence)
    }
}

impl Participation {
    /// Its place among all: by kind and id.
    pub(crate) fn place(self, tables: &Tables) -> (u8, Uuid) {
        let id = match self {
            Self::Seat(ix) => tables.seats.get(ix).id.uuid(),
            Self::Commitment(ix) => tables.commitments.get(ix).id.uuid(),
            Self::Signature(ix) => tables.signatures.get(ix).id.uuid(),
        };
        (self.kind(), id)
    }

    fn kind(self) -> u8 {
        match self {
            Self::Seat(_) => 0,
            Self::Commitment(_) => 1,
            Self::Signature(_) => 2,
        }
    }

    fn is_there(self, tables: &Tables) -> bool {
        match self {
            Self::Seat(ix) => tables.seats.has(ix),
            Self::Commitment(ix) => tables.commitments.has(ix),
            Self::Signature(ix) => tables.signatures.has(ix),
        }
    }
}

impl Venue {
    /// Tells it from others.
    fn place(self) -> (u8, u32) {
        match self {
            Self::Body(ix) => (0, ix.number()),
            Self::ProgrammeLine(ix) => (1, ix.number()),
            Self::Initiative(ix) => (2, ix.number()),
            Self::Agreement(ix) => (3, ix.number()),
        }
    }
}

impl Network {
    /// Who takes part in a participation.
    pub fn links_in(&self, participation: Participation) -> impl Iterator<Item = &Link> {
        let (kind, near) = (participation.kind(), near(self, participation));
        let rest = self.venue(participation).into_iter().flat_map(move |venue| {
            let place = (venue.place(), kind, near);
            self.links.by_venue.from(move |link| (link.venue.place(), link.participation.kind(), link.near) < place)
        });
        // Others may be as near.
        let here = rest.take_while(move |link| link.near == near && link.participation.kind() == kind);
        here.filter(move |link| link.participation == participation && !link.span.is_empty())
    }

    /// What a commitment brings in; nothing for other links.
    pub(crate) fn means(&self, link: &Link) -> impl Iterator<Item = &Means> {
        // Most name one, which need not be looked for.
        let (first, more) = match (link.says, link.participation) {
            (Says::Promise { first, more, .. }, Participation::Commitment(ix)) => (first, more.then_some(ix)),
            _ => (None, None),
        };
        let others = more.into_iter().flat_map(|ix| self.belonging.contributions_of.of(ix).skip(1));
        first.into_iter().chain(others).map(|ix| self.links.means.get(ix.at()))
    }
}

/// The first bits of the id of a participation.
fn near(tables: &Tables, participation: Participation) -> u64 {
    participation.place(tables).1.as_u64_pair().0
}

/// The links of one participation, in the order in which they lie. Those without a day belong to nobody: a seat in a body that had ended when
/// the organisation joined the group.
fn links_of(tables: &Tables, belonging: &Belonging, participation: Participation, links: &mut Vec<Link>) {
    let start = links.len();
    let near = near(tables, participation);
    let mut link = |venue, organisation, span: Span, confidence, says| {
        let span = span.and(tables.organisations.span(organisation));
        links.push(Link { participation, venue, organisation, span, confidence, says, near });
    };
    match participation {
        Participation::Seat(ix) => {
            let row = tables.seats.get(ix);
            let Some(body) = tables.bodies.by_id(row.body) else { return };
            let owner = tables.bodies.get(body).organisation.and_then(|id| tables.organisations.by_id(id));
            let owner = owner.map_or(Span::ALWAYS, |owner| tables.organisations.span(owner));
            let span = tables.seats.span(ix).and(tables.bodies.span(body)).and(owner);
            let says = Says::Seat { role: row.role, for_group: row.on_behalf_of_group.is_some() };
            // A seat counts for those on whose behalf it is held; whoever is named twice sits there once.
            for organisation in row.on_behalf_of.iter().filter_map(|id| tables.organisations.by_id(*id)) {
                link(Venue::Body(body), organisation, span, row.confidence, says);
            }
            // For a group, it counts for its members as long as they belong to it.
            let Some(group) = row.on_behalf_of_group.and_then(|id| tables.stakeholder_groups.by_id(id)) else { return };
            let sure = row.confidence.min(tables.stakeholder_groups.confidence(group));
            for membership in belonging.members_of.of(group) {
                let row = tables.group_memberships.get(membership);
                let Some(organisation) = tables.organisations.by_id(row.organisation) else { continue };
                let span = span.and(tables.group_memberships.span(membership));
                link(Venue::Body(body), organisation, span, sure.min(row.confidence), says);
            }
            links[start..].sort_by(|a, b| within(a, b, tables));
        }
        Participation::Commitment(ix) => {
            let row = tables.commitments.get(ix);
            let line = || row.programme_line.and_then(|id| tables.programme_lines.by_id(id)).map(Venue::ProgrammeLine);
            let initiative = || row.initiative.and_then(|id| tables.initiatives.by_id(id)).map(Venue::Initiative);
            let agreement = || row.agreement.and_then(|id| tables.agreements.by_id(id)).map(Venue::Agreement);
            let Some(venue) = line().or_else(initiative).or_else(agreement) else { return };
            let Some(organisation) = tables.organisations.by_id(row.organisation) else { return };
            let venue_span = match venue {
                Venue::Initiative(ix) => tables.initiatives.span(ix),
                Venue::Agreement(ix) => tables.agreements.span(ix),
                Venue::Body(_) | Venue::ProgrammeLine(_) => Span::ALWAYS,
            };
            let mut contributions = belonging.contributions_of.of(ix);
            let says = Says::Promise {
                status: row.status,
                conditional: row.condition.is_some(),
                ends: row.until.is_some(),
                ratified_by: row.ratified_by.and_then(|id| tables.decisions.by_id(id)),
                first: contributions.next(),
                more: contributions.next().is_some(),
            };
            link(venue, organisation, tables.commitments.span(ix).and(venue_span), row.confidence, says);
        }
        Participation::Signature(ix) => {
            let row = tables.signatures.get(ix);
            let Some(organisation) = tables.organisations.by_id(row.organisation) else { return };
            let Some(agreement) = tables.agreements.by_id(row.agreement) else { return };
            let span = tables.signatures.span(ix).and(tables.agreements.span(agreement));
            let says = Says::Signature { ratified_by: row.ratified_by.and_then(|id| tables.decisions.by_id(id)) };
            link(Venue::Agreement(agreement), organisation, span, row.confidence, says);
        }
    }
}
