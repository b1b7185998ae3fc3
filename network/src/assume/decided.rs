//! Decisions that are taken.

use serde_json::json;

use super::{Drawn, Refusal, Subject, refuse};
use crate::competence::{decides_for, may_adopt, needs_ratification};
use crate::facts::*;
use crate::id::{BodyId, DecisionId, FactId};
use crate::links::{Participation, Venue};
use crate::period::Tense;
use crate::table::Ix;

impl Drawn<'_> {
    /// A body adopts something on the day. What was promised to it or signed, by those for whom the body decides, is
    /// ratified.
    pub(super) fn adopt(&mut self, body: BodyId, subject: Subject) -> Result<(), Refusal> {
        let network = self.view.network().clone();
        let found = network.bodies.by_id(body).filter(|ix| self.view.sees(*ix) == Some(Tense::Current));
        let Some(ix) = found else {
            return refuse("dit overleg is er niet op deze dag", "this body is not there on this day");
        };
        if !may_adopt(self.view, ix) {
            return refuse(
                "dit overleg kan niets vaststellen: alleen democratische organen kunnen dat (R01); noem een raad, staten of algemeen bestuur",
                "this body adopts nothing: only democratic bodies do (R01); name a council, states or an assembly",
            );
        }
        self.subject(subject)?;
        let decision = self.decide(body, subject)?;
        let venue = match subject {
            Subject::ProgrammeLine(id) => network.programme_lines.by_id(id).map(Venue::ProgrammeLine),
            Subject::Initiative(id) => network.initiatives.by_id(id).map(Venue::Initiative),
            Subject::Agreement(id) => network.agreements.by_id(id).map(Venue::Agreement),
        };
        let links = venue.into_iter().flat_map(|venue| self.view.links_at(venue));
        let promised: Vec<_> = links
            .filter(|(link, tense)| *tense == Tense::Current && decides_for(self.view, ix, link.organisation))
            .map(|(link, _)| link.participation)
            .collect();
        for participation in promised {
            match participation {
                Participation::Commitment(ix) => {
                    let row = network.commitments.get(ix);
                    let has_means = network.belonging.contributions_of.of(ix).next().is_some();
                    if matches!(row.status, CommitmentStatus::Pledged | CommitmentStatus::Realised) && has_means {
                        self.ratified_by(row, decision);
                    }
                }
                Participation::Signature(ix) => {
                    let row = network.signatures.get(ix);
                    if row.ratified_by.is_none() {
                        self.change(row, |row| row.ratified_by = Some(decision));
                    }
                }
                Participation::Seat(_) => {}
            }
        }
        Ok(())
    }

    /// The decision of a body that adopts something on the day.
    pub(super) fn decide(&mut self, body: BodyId, subject: Subject) -> Result<DecisionId, Refusal> {
        let (field, id) = self.subject(subject)?;
        let mut fields = json!({ "title_nl": "Aangenomen besluit", "title_en": "Assumed decision", "outcome": DecisionOutcome::Adopted,
            "body": body, "date": self.today()? });
        fields[field] = id;
        self.add::<Decision>(fields).map(DecisionId::from_uuid)
    }

    /// The organ that decides for who promised: its own, else councils and states together, else one that nobody recorded.
    pub(super) fn organ_of(&mut self, row: &Commitment) -> Result<BodyId, Refusal> {
        let network = self.view.network().clone();
        let organisation = self.organisation(row.organisation)?;
        let own = network.belonging.organs_of.of(organisation);
        let shared = network.bodies.indices().filter(|ix| network.bodies.get(*ix).organisation.is_none());
        let able =
            |ix: &Ix<Body>| self.view.sees(*ix) == Some(Tense::Current) && decides_for(self.view, *ix, organisation);
        if let Some(ix) = own.chain(shared).find(able) {
            return Ok(network.bodies.get(ix).id);
        }
        let (kind, name) = match network.sort(organisation).0 {
            OrganisationKind::Municipality => (BodyKind::Council, "Gemeenteraad"),
            OrganisationKind::Province => (BodyKind::Council, "Provinciale Staten"),
            OrganisationKind::WaterBoard => (BodyKind::Council, "Algemeen bestuur"),
            _ => (BodyKind::Board, "Bestuur"),
        };
        let democratic = needs_ratification(network.sort(organisation).0);
        let name = format!("{name} ({})", self.view.name(organisation, Language::Nl));
        self.add::<Body>(
            json!({ "name_nl": name, "kind": kind, "democratic": democratic, "organisation": row.organisation,
            "in_chart": false, "in_schedule": false }),
        )
        .map(BodyId::from_uuid)
    }
}
