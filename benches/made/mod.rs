//! A made network of any size, the same in every run: two content lines, venues under them, and organisations that take
//! part in them. Few organisations and venues have much of it, most have little.

mod random;

use network::audience::Audience;
use network::facts::*;
use network::id::*;
use network::list::List;
use network::share::Share;
use network::source::{Confidence, SourceText};

use random::Random;

/// How large a network is to be made.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Size {
    /// Number of organisations.
    pub(crate) organisations: usize,
    /// Number of bodies, initiatives and agreements together.
    pub(crate) venues: usize,
    /// Number of seats (60 %), commitments (20 %) and signatures (20 %) together.
    pub(crate) participations: usize,
}

impl Size {
    /// The size at which speed is measured.
    pub(crate) const LARGE: Self = Self { organisations: 100_000, venues: 5_000, participations: 1_000_000 };
}

/// Makes the facts.
pub(crate) fn facts(size: Size) -> Facts {
    let mut maker = Maker::new(size);
    let mut facts = Facts::default();
    maker.frame(&mut facts);
    maker.organisations(&mut facts);
    maker.venues(&mut facts);
    maker.participations(&mut facts);
    facts
}

struct Maker {
    size: Size,
    random: Random,
    sources: Vec<SourceText>,
}

impl Maker {
    fn new(size: Size) -> Self {
        let sources = (0..500).map(|page| format!("deck:PAGE {page} (made for measuring)").into()).collect();
        Self { size, random: Random(2024), sources }
    }

    fn n_bodies(&self) -> usize {
        (self.size.venues * 8 / 10).max(1)
    }

    fn n_initiatives(&self) -> usize {
        (self.size.venues * 15 / 100).max(1)
    }

    fn n_agreements(&self) -> usize {
        self.size.venues.saturating_sub(self.n_bodies() + self.n_initiatives()).max(1)
    }

    fn source(&mut self) -> SourceText {
        SourceText::clone(self.random.pick(&self.sources))
    }

    fn confidence(&mut self) -> Confidence {
        *self.random.pick(&[Confidence::High, Confidence::High, Confidence::Medium, Confidence::Low])
    }

    /// The number of one of `n`, low ones more often.
    fn skewed(&mut self, n: usize) -> usize {
        self.random.below(n).min(self.random.below(n)).min(self.random.below(n))
    }

    fn organisation(&mut self) -> OrganisationId {
        let n = self.size.organisations;
        id("organisation", self.skewed(n))
    }

    fn line(&mut self) -> ProgrammeLineId {
        id("line", self.random.below(2))
    }

    fn since(&mut self) -> Option<network::date::PartialDate> {
        let (year, month, day) = (2015 + self.random.below(10), 1 + self.random.below(12), 1 + self.random.below(28));
        match self.random.below(4) {
            0 => parsed(&format!("{year}")),
            1 => parsed(&format!("{year}-{month:02}")),
            _ => parsed(&format!("{year}-{month:02}-{day:02}")),
        }
    }

    fn until(&mut self) -> Option<network::date::PartialDate> {
        if self.random.percent(15) { parsed(&format!("{}", 2025 + self.random.below(3))) } else { None }
    }

    /// What everything else hangs on: the cooperation, two lines, one document.
    fn frame(&mut self, facts: &mut Facts) {
        facts.documents.push(Document {
            id: id("deck", 0),
            key: key("deck", 0),
            title_nl: "Gemaakt om te meten".to_owned(),
            title_en: None,
            kind: "presentation".to_owned(),
            date: parsed("2023-12"),
            url: None,
            pages: Some(500),
            source: self.source(),
            confidence: Confidence::High,
            audience: Audience::Public,
            note: None,
        });
        facts.cooperations.push(Cooperation {
            id: id("network", 0),
            slug: key("network", 0),
            organisation: id("organisation", 0),
            name_nl: "Netwerk".to_owned(),
            name_en: None,
            mission_nl: None,
            mission_en: None,
            strength_nl: None,
            strength_en: None,
            legal_entity: false,
            agenda: None,
            since: None,
            until: None,
            source: self.source(),
            confidence: Confidence::High,
            audience: Audience::Public,
            note: None,
        });
        for number in 0..2 {
            facts.programme_lines.push(ProgrammeLine {
                id: id("line", number),
                slug: key("line", number),
                name_nl: format!("Lijn {number}"),
                name_en: None,
                kind: ProgrammeLineKind::Content,
                position: if number == 0 { 1 } else { 2 },
                holder: None,
                source: self.source(),
                confidence: Confidence::High,
                audience: Audience::Public,
                note: None,
            });
        }
    }

    /// Organisations, each with a name and a register number; every second one is a partner.
    fn organisations(&mut self, facts: &mut Facts) {
        let kinds = [
            (OrganisationKind::Municipality, Helix::Government, Some(GovernmentLayer::Municipal)),
            (OrganisationKind::School, Helix::Education, None),
            (OrganisationKind::Company, Helix::Business, None),
            (OrganisationKind::Company, Helix::Business, None),
            (OrganisationKind::CommunityOrganisation, Helix::Intermediary, None),
        ];
        for number in 0..self.size.organisations {
            let (kind, helix, layer) = *self.random.pick(&kinds);
            facts.organisations.push(Organisation {
                id: id("organisation", number),
                slug: key("organisation", number),
                name_nl: format!("Organisatie {number} aan de IJssel"),
                name_en: None,
                kind,
                helix,
                layer,
                parent: None,
                territory: None,
                since: self.since(),
                until: None,
                holder: None,
                source: self.source(),
                confidence: self.confidence(),
                audience: Audience::Public,
                note: None,
            });
            facts.names.push(Name {
                id: id("name", number),
                key: key("name", number),
                organisation: Some(id("organisation", number)),
                body: None,
                programme_line: None,
                name: format!("O{number}"),
                language: Language::Nl,
                kind: NameKind::Abbreviation,
                since: None,
                until: None,
                source: self.source(),
                confidence: self.confidence(),
                audience: Audience::Public,
                note: None,
            });
            facts.identifiers.push(Identifier {
                id: id("identifier", number),
                key: key("identifier", number),
                organisation: id("organisation", number),
                scheme: "KVK".to_owned(),
                value: format!("{number:08}"),
                source: self.source(),
                confidence: self.confidence(),
                audience: Audience::Public,
                note: None,
            });
            if number % 2 == 0 {
                facts.partnerships.push(Partnership {
                    id: id("partnership", number),
                    key: key("partnership", number),
                    organisation: id("organisation", number),
                    since: self.since(),
                    until: self.until(),
                    source: self.source(),
                    confidence: self.confidence(),
                    audience: Audience::Public,
                    note: None,
                });
            }
        }
    }

    /// Bodies that steer a line, initiatives that are part of one, and agreements that cover one.
    fn venues(&mut self, facts: &mut Facts) {
        for number in 0..self.n_bodies() {
            facts.bodies.push(Body {
                id: id("body", number),
                slug: key("body", number),
                name_nl: format!("Overleg {number}"),
                name_en: None,
                kind: BodyKind::PortfolioHoldersMeeting,
                parent: None,
                parent_basis: None,
                organisation: None,
                steers_programme_lines: List::from_iter([self.line()]),
                steers_initiatives: List::default(),
                democratic: false,
                democratic_basis: None,
                level: Some(if number % 3 == 0 { BodyLevel::Political } else { BodyLevel::Official }),
                in_chart: true,
                in_schedule: false,
                since: self.since(),
                until: self.until(),
                holder: None,
                source: self.source(),
                confidence: self.confidence(),
                audience: Audience::Public,
                note: None,
            });
        }
        for number in 0..self.n_initiatives() {
            facts.initiatives.push(Initiative {
                id: id("initiative", number),
                slug: key("initiative", number),
                name_nl: format!("Programma {number}"),
                name_en: None,
                kind: InitiativeKind::Programme,
                example: false,
                knowledge: number % 7 == 0,
                results_shared: None,
                goals: List::default(),
                since: self.since(),
                until: self.until(),
                source: self.source(),
                confidence: self.confidence(),
                audience: Audience::Public,
                note: None,
            });
            facts.initiative_parts.push(InitiativePart {
                id: id("part", number),
                key: key("part", number),
                initiative: id("initiative", number),
                programme_line: Some(self.line()),
                parent: None,
                agreement: None,
                share_pct: Share::WHOLE,
                source: self.source(),
                confidence: self.confidence(),
                audience: Audience::Public,
                note: None,
            });
        }
        for number in 0..self.n_agreements() {
            facts.agreements.push(Agreement {
                id: id("agreement", number),
                slug: key("agreement", number),
                name_nl: format!("Intentieverklaring {number}"),
                name_en: None,
                kind: AgreementKind::DeclarationOfIntent,
                signed: self.since(),
                covers: List::from_iter([self.line()]),
                amount: None,
                unit: None,
                status: AgreementStatus::Running,
                builds_on: None,
                website: None,
                since: self.since(),
                until: self.until(),
                source: self.source(),
                confidence: self.confidence(),
                audience: Audience::Public,
                note: None,
            });
        }
    }

    fn participations(&mut self, facts: &mut Facts) {
        let fifth = self.size.participations / 5;
        for number in 0..self.size.participations - 2 * fifth {
            facts.seats.push(self.seat(number));
        }
        for number in 0..fifth {
            facts.commitments.push(self.commitment(number));
            facts.contributions.push(self.contribution(number));
            facts.signatures.push(self.signature(number));
        }
    }

    fn seat(&mut self, number: usize) -> Seat {
        let n_bodies = self.n_bodies();
        let roles = [SeatRole::Member, SeatRole::Member, SeatRole::Member, SeatRole::Chair, SeatRole::Adviser];
        Seat {
            id: id("seat", number),
            key: key("seat", number),
            body: id("body", self.skewed(n_bodies)),
            role: *self.random.pick(&roles),
            holder: None,
            on_behalf_of: List::from_iter([self.organisation()]),
            on_behalf_of_group: None,
            supplied_by: None,
            since: self.since(),
            until: self.until(),
            source: self.source(),
            confidence: self.confidence(),
            audience: Audience::Public,
            note: None,
        }
    }

    fn commitment(&mut self, number: usize) -> Commitment {
        let n_initiatives = self.n_initiatives();
        let to_line = self.random.percent(20);
        let statuses = [
            CommitmentStatus::Pledged,
            CommitmentStatus::Pledged,
            CommitmentStatus::Intended,
            CommitmentStatus::Realised,
            CommitmentStatus::Declined,
        ];
        Commitment {
            id: id("commitment", number),
            key: key("commitment", number),
            organisation: self.organisation(),
            programme_line: to_line.then(|| self.line()),
            initiative: (!to_line).then(|| id("initiative", self.skewed(n_initiatives))),
            agreement: None,
            status: *self.random.pick(&statuses),
            condition: None,
            ratified_by: None,
            since: self.since(),
            until: self.until(),
            source: self.source(),
            confidence: self.confidence(),
            audience: Audience::Public,
            note: None,
        }
    }

    fn contribution(&mut self, number: usize) -> Contribution {
        let budget = self.random.percent(60);
        Contribution {
            id: id("contribution", number),
            key: key("contribution", number),
            commitment: Some(id("commitment", number)),
            partnership: None,
            kind: if budget { ContributionKind::Budget } else { ContributionKind::Capacity },
            amount: Some(if budget { 1_000 + 500 * self.random.below(1_000) } else { 1 + self.random.below(5) }.into()),
            unit: Some(if budget { "EUR" } else { "fte" }.to_owned()),
            per: Some("year".to_owned()),
            minimum: false,
            realised_on: if self.random.percent(10) { self.since() } else { None },
            since: self.since(),
            until: self.until(),
            source: self.source(),
            confidence: self.confidence(),
            audience: Audience::Public,
            note: None,
        }
    }

    fn signature(&mut self, number: usize) -> Signature {
        let n_agreements = self.n_agreements();
        Signature {
            id: id("signature", number),
            key: key("signature", number),
            agreement: id("agreement", self.skewed(n_agreements)),
            organisation: self.organisation(),
            role: None,
            ratified_by: None,
            since: self.since(),
            until: None,
            source: self.source(),
            confidence: self.confidence(),
            audience: Audience::Public,
            note: None,
        }
    }
}

/// The key of the fact with this number.
fn key(noun: &str, number: usize) -> network::slug::Slug {
    format!("{noun}-{number}").parse().expect("a key of letters, a dash and digits")
}

/// The id of the fact with this number.
fn id<I: FactId>(noun: &str, number: usize) -> I {
    I::from_key(&format!("{noun}-{number}"))
}

fn parsed(date: &str) -> Option<network::date::PartialDate> {
    date.parse().ok()
}
