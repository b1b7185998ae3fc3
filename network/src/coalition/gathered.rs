//! Evidence, put with its organisation as it is found.

use std::ops::Range;

use super::evidence::{Evidence, EvidenceRoute, Stance};
use crate::facts::Organisation;
use crate::links::{Link, Participation, Venue};
use crate::period::{Span, Tense};
use crate::source::Confidence;
use crate::table::Ix;

/// Pieces of evidence, those of one organisation together, in the order in which they were found.
#[derive(Debug, Default)]
pub(super) struct Gathered {
    /// Of every organisation, where its evidence begins and where it ends so far.
    ranges: Vec<Range<u32>>,
    /// With room for one piece a link: what is not there leaves a gap.
    items: Vec<Evidence>,
}

impl Gathered {
    /// Room for a piece of evidence from each of these links.
    pub(super) fn with_room<'a>(organisations: usize, links: impl Iterator<Item = &'a Link>) -> Self {
        let mut ranges = vec![0..0; organisations];
        let mut total = 0;
        for link in links {
            ranges[link.organisation.at()].end += 1;
            total += 1;
        }
        let mut next = 0;
        for range in &mut ranges {
            let room = range.end;
            *range = next..next;
            next += room;
        }
        let gap = Evidence {
            route: EvidenceRoute::Direct,
            participation: Participation::Seat(Ix::new(0)),
            venue: Venue::Body(Ix::new(0)),
            span: Span::ALWAYS,
            tense: Tense::Ended,
            stance: Stance::Declined,
            confidence: Confidence::Unverified,
            weight: 0.0,
            factor: 0.0,
            means: false,
            recent: false,
            conditional: false,
        };
        Self { ranges, items: vec![gap; total] }
    }

    /// Adds what a link of this organisation shows; returns its place. At most one piece a link.
    pub(super) fn add(&mut self, organisation: Ix<Organisation>, item: Evidence) -> usize {
        let end = &mut self.ranges[organisation.at()].end;
        let at = *end as usize;
        self.items[at] = item;
        *end += 1;
        at
    }

    /// The piece at a place.
    pub(super) fn at(&mut self, place: usize) -> &mut Evidence {
        &mut self.items[place]
    }

    /// What was found about an organisation.
    pub(super) fn of(&self, organisation: Ix<Organisation>) -> &[Evidence] {
        self.ranges.get(organisation.at()).map_or(&[], |range| &self.items[range.start as usize..range.end as usize])
    }

    /// Everything with the organisation it is about.
    pub(super) fn iter(&self) -> impl Iterator<Item = (Ix<Organisation>, &Evidence)> + Clone {
        let organisations = (0u32..).map(Ix::new).zip(&self.ranges);
        organisations.flat_map(|(organisation, range)| {
            self.items[range.start as usize..range.end as usize].iter().map(move |item| (organisation, item))
        })
    }

    /// Everything, to be changed.
    pub(super) fn iter_mut(&mut self) -> impl Iterator<Item = &mut Evidence> {
        // Gaps change as well, and nobody sees them.
        self.items.iter_mut()
    }
}
