//! Who takes part where: the hot index of the network, one entry for every organisation in every participation.

use chrono::{Months, NaiveDate};

use crate::facts::*;
use crate::grouped::Grouped;
use crate::network::{Belonging, Tables};
use crate::period::Span;
use crate::source::Confidence;
use crate::table::Ix;

/// A participation: what ties organisations to a venue.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Participation {
    /// A seat in a body.
    Seat(Ix<Seat>),
    /// A commitment to a line, an initiative or an agreement.
    Commitment(Ix<Commitment>),
    /// A signature under an agreement.
    Signature(Ix<Signature>),
}

/// Where organisations take part.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
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
        /// Where the first of its means lies.
        first: u32,
        /// How many means it names.
        count: u32,
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
    fn new(tables: &Tables, ix: Ix<Contribution>) -> Self {
        let row = tables.contributions.get(ix);
        Self {
            kind: row.kind,
            confidence: row.confidence,
            span: tables.contributions.span(ix),
            realised: row.realised_on.map(|date| {
                let last = date.latest().and_then(|day| day.checked_add_months(Months::new(12)));
                (date.earliest().unwrap_or(NaiveDate::MIN), last.unwrap_or(NaiveDate::MAX))
            }),
        }
    }
}

/// All links, found by organisation and by venue.
#[derive(Debug)]
pub struct Links {
    pub(crate) by_organisation: Grouped<Organisation, Link>,
    pub(crate) by_body: Grouped<Body, Link>,
    pub(crate) by_line: Grouped<ProgrammeLine, Link>,
    pub(crate) by_initiative: Grouped<Initiative, Link>,
    pub(crate) by_agreement: Grouped<Agreement, Link>,
    /// What commitments bring in, in the order in which the venues have them: read one after the other.
    means: Vec<Means>,
}

impl Links {
    /// In what an organisation takes part.
    #[must_use]
    pub fn of(&self, organisation: Ix<Organisation>) -> &[Link] {
        self.by_organisation.of(organisation)
    }

    /// Who takes part in a venue.
    #[must_use]
    pub fn at(&self, venue: Venue) -> &[Link] {
        match venue {
            Venue::Body(ix) => self.by_body.of(ix),
            Venue::ProgrammeLine(ix) => self.by_line.of(ix),
            Venue::Initiative(ix) => self.by_initiative.of(ix),
            Venue::Agreement(ix) => self.by_agreement.of(ix),
        }
    }
}

impl Links {
    /// What a commitment brings in; nothing for other links.
    pub(crate) fn means(&self, link: &Link) -> &[Means] {
        match link.says {
            Says::Promise { first, count, .. } => &self.means[first as usize..(first + count) as usize],
            Says::Seat { .. } | Says::Signature { .. } => &[],
        }
    }

    pub(crate) fn new(tables: &Tables, belonging: &Belonging) -> Self {
        let mut links = Vec::with_capacity(tables.seats.len() + tables.commitments.len() + tables.signatures.len());
        seat_links(tables, belonging, &mut links);
        let mut means = Vec::with_capacity(tables.contributions.len());
        commitment_links(tables, belonging, &mut links, &mut means);
        for (ix, row) in tables.signatures.iter() {
            if let (Some(organisation), Some(agreement)) =
                (tables.organisations.by_id(row.organisation), tables.agreements.by_id(row.agreement))
            {
                let span = tables.signatures.span(ix).and(tables.agreements.span(agreement));
                let (participation, venue) = (Participation::Signature(ix), Venue::Agreement(agreement));
                let says = Says::Signature { ratified_by: row.ratified_by.and_then(|id| tables.decisions.by_id(id)) };
                links.push(Link { participation, venue, organisation, span, confidence: row.confidence, says });
            }
        }
        for link in &mut links {
            link.span = link.span.and(tables.organisations.span(link.organisation));
        }
        // A link without a day belongs to nobody: a seat in a body that had ended when the organisation joined the group.
        links.retain(|link| !link.span.is_empty());
        let all = links.iter().copied();
        Self {
            by_organisation: Grouped::new(&tables.organisations, all.clone().map(|link| (link.organisation, link))),
            by_body: Grouped::new(&tables.bodies, all.clone().filter_map(|link| Some((link.venue.body()?, link)))),
            by_line: Grouped::new(
                &tables.programme_lines,
                all.clone().filter_map(|link| Some((link.venue.line()?, link))),
            ),
            by_initiative: Grouped::new(
                &tables.initiatives,
                all.clone().filter_map(|link| Some((link.venue.initiative()?, link))),
            ),
            by_agreement: Grouped::new(
                &tables.agreements,
                all.filter_map(|link| Some((link.venue.agreement()?, link))),
            ),
            means,
        }
    }
}

macro_rules! venues {
    ($($name:ident $variant:ident $fact:ident)*) => {
        impl Venue {
            $(fn $name(self) -> Option<Ix<$fact>> {
                if let Self::$variant(ix) = self { Some(ix) } else { None }
            })*
        }
    };
}
venues! { body Body Body line ProgrammeLine ProgrammeLine initiative Initiative Initiative agreement Agreement Agreement }

/// A seat counts for those on whose behalf it is held; for a group, for its members as long as they belong to it.
fn seat_links(tables: &Tables, belonging: &Belonging, links: &mut Vec<Link>) {
    for (ix, row) in tables.seats.iter() {
        let Some(body) = tables.bodies.by_id(row.body) else { continue };
        let owner = tables.bodies.get(body).organisation.and_then(|id| tables.organisations.by_id(id));
        let owner = owner.map_or(Span::ALWAYS, |owner| tables.organisations.span(owner));
        let span = tables.seats.span(ix).and(tables.bodies.span(body)).and(owner);
        let (participation, venue) = (Participation::Seat(ix), Venue::Body(body));
        let says = Says::Seat { role: row.role, for_group: row.on_behalf_of_group.is_some() };
        for (at, id) in row.on_behalf_of.iter().enumerate() {
            // Whoever is named twice sits there once.
            if let Some(organisation) = tables.organisations.by_id(*id)
                && !row.on_behalf_of[..at].contains(id)
            {
                links.push(Link { participation, venue, organisation, span, confidence: row.confidence, says });
            }
        }
        if let Some(group) = row.on_behalf_of_group.and_then(|id| tables.stakeholder_groups.by_id(id)) {
            let sure = row.confidence.min(tables.stakeholder_groups.confidence(group));
            for membership in belonging.members_of.of(group) {
                let row = tables.group_memberships.get(*membership);
                if let Some(organisation) = tables.organisations.by_id(row.organisation) {
                    let span = span.and(tables.group_memberships.span(*membership));
                    let confidence = sure.min(row.confidence);
                    links.push(Link { participation, venue, organisation, span, confidence, says });
                }
            }
        }
    }
}

fn commitment_links(tables: &Tables, belonging: &Belonging, links: &mut Vec<Link>, means: &mut Vec<Means>) {
    let target = |(ix, row): (Ix<Commitment>, &Commitment)| {
        let line = || row.programme_line.and_then(|id| tables.programme_lines.by_id(id)).map(Venue::ProgrammeLine);
        let initiative = || row.initiative.and_then(|id| tables.initiatives.by_id(id)).map(Venue::Initiative);
        let agreement = || row.agreement.and_then(|id| tables.agreements.by_id(id)).map(Venue::Agreement);
        Some((line().or_else(initiative).or_else(agreement)?, ix))
    };
    let mut targets: Vec<(Venue, Ix<Commitment>)> = tables.commitments.iter().filter_map(target).collect();
    targets.sort_unstable();
    for (venue, ix) in targets {
        let row = tables.commitments.get(ix);
        let Some(organisation) = tables.organisations.by_id(row.organisation) else { continue };
        let venue_span = match venue {
            Venue::Initiative(ix) => tables.initiatives.span(ix),
            Venue::Agreement(ix) => tables.agreements.span(ix),
            Venue::Body(_) | Venue::ProgrammeLine(_) => Span::ALWAYS,
        };
        // There are fewer contributions than u32 can number.
        let first = u32::try_from(means.len()).unwrap_or(u32::MAX);
        let contributions = belonging.contributions_of.of(ix);
        means.extend(contributions.iter().map(|ix| Means::new(tables, *ix)));
        links.push(Link {
            participation: Participation::Commitment(ix),
            venue,
            organisation,
            span: tables.commitments.span(ix).and(venue_span),
            confidence: row.confidence,
            says: Says::Promise {
                status: row.status,
                conditional: row.condition.is_some(),
                ends: row.until.is_some(),
                ratified_by: row.ratified_by.and_then(|id| tables.decisions.by_id(id)),
                first,
                count: u32::try_from(contributions.len()).unwrap_or(u32::MAX),
            },
        });
    }
}
