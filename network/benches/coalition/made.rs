//! The made network: the same facts every time, skewed as real ones are.

use fastrand::Rng;
use network::audience::Audience;
use network::date::PartialDate;
use network::facts::*;
use network::id::*;
use network::list::List;
use network::source::{Confidence, SourceText};
use rust_decimal::Decimal;
use uuid::Uuid;

type Made<T> = Result<T, Box<dyn std::error::Error>>;

/// At scale 1: 100,000 organisations, 2,000 initiatives up to three deep, 2,400 bodies, 600 agreements; 400,000 seats,
/// 450,000 commitments with 300,000 contributions, 150,000 signatures. As in the region, half of the bodies and a quarter of
/// the initiatives and agreements stand in one of the two lines.
pub(crate) fn facts(scale: f64) -> Made<Facts> {
    let mut maker = Maker::new()?;
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a count of rows, scaled by hand")]
    let many = |count: f64| (count * scale).ceil() as usize;
    let organisations: Vec<OrganisationId> = maker.ids(1, many(100_000.0));
    let lines: Vec<ProgrammeLineId> = maker.ids(2, 2);
    let initiatives: Vec<InitiativeId> = maker.ids(3, many(2_000.0));
    let bodies: Vec<BodyId> = maker.ids(4, many(2_400.0));
    let agreements: Vec<AgreementId> = maker.ids(5, many(600.0));
    let decisions: Vec<DecisionId> = maker.ids(6, many(1_000.0));
    let commitments: Vec<CommitmentId> = maker.ids(7, many(450_000.0));
    let seats: Vec<SeatId> = maker.ids(8, many(400_000.0));
    let signatures: Vec<SignatureId> = maker.ids(9, many(150_000.0));
    let facts = Facts {
        cooperations: vec![maker.cooperation(organisations[0])?],
        partnerships: maker.partnerships(&organisations)?,
        organisations: organisations.iter().map(|id| maker.organisation(*id)).collect::<Made<_>>()?,
        programme_lines: (1..).zip(&lines).map(|(at, id)| maker.line(*id, at)).collect::<Made<_>>()?,
        initiative_parts: maker.parts(&initiatives, &agreements, &lines)?,
        bodies: bodies.iter().map(|id| maker.body(*id, &lines, &organisations)).collect::<Made<_>>()?,
        agreements: agreements.iter().map(|id| maker.agreement(*id, &lines)).collect::<Made<_>>()?,
        decisions: decisions.iter().map(|id| maker.decision(*id, &bodies)).collect::<Made<_>>()?,
        contributions: maker.contributions(&commitments)?,
        commitments: commitments
            .iter()
            .map(|id| maker.commitment(*id, &organisations, &initiatives, &decisions))
            .collect::<Made<_>>()?,
        seats: seats.iter().map(|id| maker.seat(*id, &organisations, &bodies)).collect::<Made<_>>()?,
        signatures: signatures
            .iter()
            .map(|id| maker.signature(*id, &organisations, &agreements, &decisions))
            .collect::<Made<_>>()?,
        initiatives: initiatives.iter().map(|id| maker.initiative(*id)).collect::<Made<_>>()?,
        ..Facts::default()
    };
    Ok(facts)
}

struct Maker {
    random: Rng,
    sources: Vec<SourceText>,
    dates: Vec<PartialDate>,
}

impl Maker {
    fn new() -> Made<Self> {
        let sources = (0..100).map(|n| format!("https://regio.example/{n}").into()).collect();
        let dates = ["2018", "2019-05", "2020-06~", "2021-03-14", "[2021..2022]", "2022-09", "2023", "2023-11-01"];
        let dates = dates.iter().map(|date| date.parse()).collect::<Result<_, _>>()?;
        Ok(Self { random: Rng::with_seed(1), sources, dates })
    }

    /// Version 7 ids in order, as rows that were recorded one after the other have them.
    fn ids<I: FactId>(&self, noun: u128, count: usize) -> Vec<I> {
        let first = (0x018f_0000_0000_u128 << 80) | (7 << 76) | (0b10 << 62) | (noun << 56);
        (0..count as u128).map(|at| I::from_uuid(Uuid::from_u128(first + (at << 80) + at))).collect()
    }

    fn source(&mut self) -> SourceText {
        self.sources[self.random.usize(..self.sources.len())].clone()
    }

    fn confidence(&mut self) -> Confidence {
        match self.random.u8(..20) {
            0 => Confidence::Unverified,
            1 => Confidence::Low,
            2..6 => Confidence::Medium,
            _ => Confidence::High,
        }
    }

    /// Few have much, many have little.
    fn skewed<T: Copy>(&mut self, items: &[T]) -> T {
        items[self.random.usize(..=self.random.clone().usize(..items.len()))]
    }

    fn any<T: Copy>(&mut self, items: &[T]) -> T {
        items[self.random.usize(..items.len())]
    }

    /// Since when, known for three in four.
    fn since(&mut self) -> Option<PartialDate> {
        let dates = self.dates.clone();
        (self.random.u8(..4) > 0).then(|| self.any(&dates))
    }

    /// Until when: one in eight has ended, one in eight will.
    fn until(&mut self) -> Made<Option<PartialDate>> {
        Ok(match self.random.u8(..8) {
            0 => Some("2023-12".parse()?),
            1 => Some("2027".parse()?),
            _ => None,
        })
    }

    fn cooperation(&mut self, organisation: OrganisationId) -> Made<Cooperation> {
        Ok(Cooperation {
            id: CooperationId::from_key("netwerk"),
            slug: "netwerk".parse()?,
            organisation,
            name_nl: "Netwerk".into(),
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
        })
    }

    fn organisation(&mut self, id: OrganisationId) -> Made<Organisation> {
        let (kind, helix) = self.any(&[
            (OrganisationKind::Municipality, Helix::Government),
            (OrganisationKind::School, Helix::Education),
            (OrganisationKind::Company, Helix::Business),
            (OrganisationKind::Company, Helix::Business),
            (OrganisationKind::CommunityOrganisation, Helix::Intermediary),
        ]);
        let name: String = (0..12).map(|_| self.random.lowercase()).collect();
        Ok(Organisation {
            id,
            slug: key("organisatie", id)?,
            name_nl: format!("Organisatie {name}"),
            name_en: None,
            kind,
            helix,
            layer: None,
            parent: None,
            territory: None,
            since: None,
            until: None,
            holder: None,
            source: self.source(),
            confidence: self.confidence(),
            audience: Audience::Public,
            note: None,
        })
    }

    /// Half of the organisations are partners.
    fn partnerships(&mut self, organisations: &[OrganisationId]) -> Made<Vec<Partnership>> {
        let partners: Vec<_> = organisations.iter().copied().step_by(2).collect();
        let ids: Vec<PartnershipId> = self.ids(10, partners.len());
        let rows = partners.into_iter().zip(ids).map(|(organisation, id)| {
            Ok(Partnership {
                id,
                key: key("partner", id)?,
                organisation,
                since: self.since(),
                until: None,
                source: self.source(),
                confidence: self.confidence(),
                audience: Audience::Public,
                note: None,
            })
        });
        rows.collect()
    }

    fn line(&mut self, id: ProgrammeLineId, position: u32) -> Made<ProgrammeLine> {
        Ok(ProgrammeLine {
            id,
            slug: key("lijn", id)?,
            name_nl: format!("Lijn {position}"),
            name_en: None,
            kind: ProgrammeLineKind::Content,
            position,
            holder: None,
            source: self.source(),
            confidence: Confidence::High,
            audience: Audience::Public,
            note: None,
        })
    }

    fn initiative(&mut self, id: InitiativeId) -> Made<Initiative> {
        Ok(Initiative {
            id,
            slug: key("initiatief", id)?,
            name_nl: "Initiatief".into(),
            name_en: None,
            kind: InitiativeKind::Project,
            example: false,
            knowledge: false,
            results_shared: None,
            goals: List::default(),
            since: None,
            until: None,
            source: self.source(),
            confidence: Confidence::High,
            audience: Audience::Public,
            note: None,
        })
    }

    /// One in forty is a programme in a line, and one in four is part of one; the others are part of an agreement.
    fn parts(
        &mut self,
        initiatives: &[InitiativeId],
        agreements: &[AgreementId],
        lines: &[ProgrammeLineId],
    ) -> Made<Vec<InitiativePart>> {
        let ids: Vec<InitiativePartId> = self.ids(11, initiatives.len());
        let programmes = initiatives.len().div_ceil(40);
        let inside = initiatives.len() / 4;
        let rows = initiatives.iter().zip(ids).enumerate().map(|(at, (initiative, id))| {
            let parents = if at < inside { 0..at.min(programmes * 4) } else { inside..at };
            let parent = (at >= programmes && !parents.is_empty()).then(|| self.any(&initiatives[parents]));
            Ok(InitiativePart {
                id,
                key: key("deel", id)?,
                initiative: *initiative,
                programme_line: if parent.is_none() && at < inside { Some(self.any(lines)) } else { None },
                parent,
                agreement: if parent.is_none() && at >= inside { Some(self.any(agreements)) } else { None },
                share_pct: 100.try_into()?,
                source: self.source(),
                confidence: Confidence::High,
                audience: Audience::Public,
                note: None,
            })
        });
        rows.collect()
    }

    fn body(&mut self, id: BodyId, lines: &[ProgrammeLineId], organisations: &[OrganisationId]) -> Made<Body> {
        // One in four is an organ of an organisation, two in four steer a line.
        let (organ, steers) = match self.random.u8(..4) {
            0 => (true, false),
            1 => (false, false),
            _ => (false, true),
        };
        Ok(Body {
            id,
            slug: key("overleg", id)?,
            name_nl: "Overleg".into(),
            name_en: None,
            kind: if organ { BodyKind::Council } else { BodyKind::SteeringGroup },
            parent: None,
            parent_basis: None,
            organisation: organ.then(|| self.any(organisations)),
            steers_programme_lines: if steers { List::from_iter([self.any(lines)]) } else { List::default() },
            steers_initiatives: List::default(),
            democratic: organ,
            democratic_basis: None,
            level: Some(self.any(&[BodyLevel::Political, BodyLevel::Official])),
            in_chart: true,
            in_schedule: true,
            since: None,
            until: None,
            holder: None,
            source: self.source(),
            confidence: self.confidence(),
            audience: Audience::Public,
            note: None,
        })
    }

    fn agreement(&mut self, id: AgreementId, lines: &[ProgrammeLineId]) -> Made<Agreement> {
        Ok(Agreement {
            id,
            slug: key("akkoord", id)?,
            name_nl: "Akkoord".into(),
            name_en: None,
            kind: AgreementKind::Covenant,
            signed: None,
            covers: if self.random.u8(..4) == 0 { List::from_iter([self.any(lines)]) } else { List::default() },
            amount: None,
            unit: None,
            status: AgreementStatus::Running,
            builds_on: None,
            website: None,
            since: None,
            until: self.until()?,
            source: self.source(),
            confidence: self.confidence(),
            audience: Audience::Public,
            note: None,
        })
    }

    fn decision(&mut self, id: DecisionId, bodies: &[BodyId]) -> Made<Decision> {
        Ok(Decision {
            id,
            key: key("besluit", id)?,
            title_nl: "Besluit".into(),
            title_en: None,
            outcome: DecisionOutcome::Adopted,
            body: self.any(bodies),
            agreement: None,
            initiative: None,
            programme_line: None,
            parent: None,
            date: self.any(&self.dates.clone()),
            expected: None,
            period: None,
            source: self.source(),
            confidence: self.confidence(),
            audience: Audience::Public,
            note: None,
        })
    }

    fn commitment(
        &mut self,
        id: CommitmentId,
        organisations: &[OrganisationId],
        initiatives: &[InitiativeId],
        decisions: &[DecisionId],
    ) -> Made<Commitment> {
        let ratified = self.random.u8(..10) == 0;
        // One in a hundred waits for others.
        let waits = self.random.u8(..100) == 0;
        Ok(Commitment {
            id,
            key: key("toezegging", id)?,
            organisation: self.skewed(organisations),
            programme_line: None,
            initiative: Some(self.skewed(initiatives)),
            agreement: None,
            status: self.any(&[CommitmentStatus::Intended, CommitmentStatus::Pledged, CommitmentStatus::Realised]),
            condition: if waits { Some(r#"{"parties":{"atLeast":50,"kind":"MUNICIPALITY"}}"#.parse()?) } else { None },
            ratified_by: ratified.then(|| self.any(decisions)),
            since: self.since(),
            until: self.until()?,
            source: self.source(),
            confidence: self.confidence(),
            audience: Audience::Public,
            note: None,
        })
    }

    /// Two in three commitments bring something.
    fn contributions(&mut self, commitments: &[CommitmentId]) -> Made<Vec<Contribution>> {
        let count = commitments.len() * 2 / 3;
        let ids: Vec<ContributionId> = self.ids(12, count);
        let rows = commitments.iter().zip(ids).map(|(commitment, id)| {
            let realised = self.random.u8(..4) == 0;
            Ok(Contribution {
                id,
                key: key("bijdrage", id)?,
                commitment: Some(*commitment),
                partnership: None,
                kind: self.any(&[ContributionKind::Budget, ContributionKind::Capacity, ContributionKind::InKind]),
                amount: Some(Decimal::from(self.random.u32(1..1_000_000))),
                unit: Some("EUR".into()),
                per: None,
                minimum: false,
                realised_on: if realised { Some(self.any(&self.dates.clone())) } else { None },
                since: None,
                until: None,
                source: self.source(),
                confidence: self.confidence(),
                audience: Audience::Public,
                note: None,
            })
        });
        rows.collect()
    }

    fn seat(&mut self, id: SeatId, organisations: &[OrganisationId], bodies: &[BodyId]) -> Made<Seat> {
        Ok(Seat {
            id,
            key: key("zetel", id)?,
            body: self.skewed(bodies),
            role: self.any(&[SeatRole::Chair, SeatRole::Member, SeatRole::Member, SeatRole::Adviser]),
            holder: None,
            on_behalf_of: List::from_iter([self.skewed(organisations)]),
            on_behalf_of_group: None,
            supplied_by: None,
            since: self.since(),
            until: self.until()?,
            source: self.source(),
            confidence: self.confidence(),
            audience: Audience::Public,
            note: None,
        })
    }

    fn signature(
        &mut self,
        id: SignatureId,
        organisations: &[OrganisationId],
        agreements: &[AgreementId],
        decisions: &[DecisionId],
    ) -> Made<Signature> {
        let ratified = self.random.u8(..10) == 0;
        Ok(Signature {
            id,
            key: key("handtekening", id)?,
            agreement: self.skewed(agreements),
            organisation: self.skewed(organisations),
            role: None,
            ratified_by: ratified.then(|| self.any(decisions)),
            since: self.since(),
            until: None,
            source: self.source(),
            confidence: self.confidence(),
            audience: Audience::Public,
            note: None,
        })
    }
}

fn key<I: FactId>(noun: &str, id: I) -> Made<network::slug::Slug> {
    Ok(format!("{noun}-{}", id.uuid()).parse()?)
}
