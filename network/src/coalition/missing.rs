//! What would lift a standing one step.

use super::evidence::{Evidence, Stance};
use super::{Coalition, CoalitionStatus, Standing};
use crate::codes;
use crate::date::PartialDate;
use crate::facts::*;
use crate::links::Participation;
use crate::node::NodeIx;
use crate::period::Tense;
use crate::view::View;
use crate::words::date_in_words;

codes! {
    /// What is missing for the next step.
    pub enum MissingCode {
        /// Nothing ties it to the line.
        NoCommitment,
        /// An intention that no pledge followed.
        NoPledge,
        /// The condition of a pledge is not met.
        ConditionNotMet,
        /// A promise names no contribution, so it cannot be ratified (rule R04).
        NoContribution,
        /// No competent organ adopted it.
        NoDecision,
        /// No contribution was delivered in the last twelve months.
        NothingDelivered,
        /// What it had has ended.
        Ended,
        /// It refused.
        Declined,
    }
}

/// One thing that is missing.
#[derive(Debug, Clone, PartialEq)]
pub struct Missing {
    /// What.
    pub code: MissingCode,
    /// In words, in Dutch and in English.
    message: [String; 2],
    /// What it is about; `None`: about nothing that exists.
    pub about: Option<NodeIx>,
}

impl Missing {
    /// In words.
    #[must_use]
    pub fn message(&self, language: Language) -> &str {
        match language {
            Language::Nl => &self.message[0],
            Language::En => &self.message[1],
        }
    }
}

impl Coalition {
    /// What would lift a standing one step. Empty for a contributing one and for a precondition.
    #[must_use]
    pub fn missing(&self, view: &View, standing: &Standing) -> Vec<Missing> {
        if self.kind() == ProgrammeLineKind::Precondition {
            return Vec::new();
        }
        let teller = Teller { view, standing };
        let holding: Vec<&Evidence> = self.evidence(view.network(), standing).collect();
        match standing.status {
            CoalitionStatus::Contributing => Vec::new(),
            CoalitionStatus::None => vec![Missing {
                code: MissingCode::NoCommitment,
                message: [
                    "geen toezegging, handtekening of zetel gevonden".into(),
                    "no commitment, signature or seat found".into(),
                ],
                about: None,
            }],
            CoalitionStatus::Declined => holding.iter().map(|item| teller.about(item, MissingCode::Declined)).collect(),
            CoalitionStatus::Former => {
                let last = holding
                    .iter()
                    .max_by_key(|item| (item.span.to, item.stance, item.participation.place(view.network())));
                last.map(|item| teller.about(item, MissingCode::Ended)).into_iter().collect()
            }
            CoalitionStatus::Considering => teller.interest(&holding),
            CoalitionStatus::Pledged => teller.ratification(&holding),
            CoalitionStatus::Ratified => {
                let ratified = holding.iter().filter(|item| item.stance == Stance::Ratified);
                ratified
                    .map(|item| {
                        teller.about(
                            item,
                            if item.means { MissingCode::NothingDelivered } else { MissingCode::NoContribution },
                        )
                    })
                    .collect()
            }
        }
    }
}

struct Teller<'a> {
    view: &'a View,
    standing: &'a Standing,
}

impl Teller<'_> {
    fn interest(&self, holding: &[&Evidence]) -> Vec<Missing> {
        let network = self.view.network();
        let conditional = |item: &Evidence| match item.participation {
            Participation::Commitment(ix) => {
                let row = network.commitments.get(ix);
                row.condition.is_some() && row.status != CommitmentStatus::Intended
            }
            _ => false,
        };
        holding
            .iter()
            .filter(|item| item.tense == Tense::Current)
            .map(|item| {
                self.about(item, if conditional(item) { MissingCode::ConditionNotMet } else { MissingCode::NoPledge })
            })
            .collect()
    }

    /// What is missing to be ratified: a decision on each promise that names a contribution, a contribution on the others.
    fn ratification(&self, holding: &[&Evidence]) -> Vec<Missing> {
        let mut missing = Vec::new();
        for item in holding.iter().filter(|item| item.stance == Stance::Pledge) {
            match item.participation {
                Participation::Commitment(_) if !item.means => {
                    missing.push(self.about(item, MissingCode::NoContribution))
                }
                Participation::Commitment(_) | Participation::Signature(_) => {
                    missing.push(self.about(item, MissingCode::NoDecision))
                }
                Participation::Seat(_) => {}
            }
        }
        if missing.is_empty() {
            missing.extend(holding.first().map(|item| self.about(item, MissingCode::NoCommitment)));
        }
        missing
    }

    fn about(&self, item: &Evidence, code: MissingCode) -> Missing {
        let [what_nl, what_en] = self.what(item);
        let [organ_nl, organ_en] = self.organ();
        let message = match code {
            MissingCode::NoCommitment => [
                format!("geen toezegging of handtekening gevonden naast {what_nl}"),
                format!("no commitment or signature found beside {what_en}"),
            ],
            MissingCode::NoPledge => {
                [format!("geen toezegging gevonden na {what_nl}"), format!("no pledge found after {what_en}")]
            }
            MissingCode::ConditionNotMet => [
                format!("aan de voorwaarde van {what_nl} is niet voldaan"),
                format!("the condition of {what_en} is not met"),
            ],
            MissingCode::NoContribution => {
                [format!("geen bijdrage genoemd bij {what_nl}"), format!("no contribution named in {what_en}")]
            }
            MissingCode::NoDecision => {
                [format!("geen {organ_nl} gevonden bij {what_nl}"), format!("no {organ_en} found for {what_en}")]
            }
            MissingCode::NothingDelivered => [
                format!("geen bijdrage geleverd in de laatste twaalf maanden bij {what_nl}"),
                format!("no contribution delivered in the last twelve months under {what_en}"),
            ],
            MissingCode::Ended if self.withdrawn(item) => {
                [format!("{what_nl} is ingetrokken"), format!("{what_en} was withdrawn")]
            }
            MissingCode::Ended => [format!("{what_nl} is geëindigd"), format!("{what_en} has ended")],
            MissingCode::Declined => [format!("afgezegd: {what_nl}"), format!("declined: {what_en}")],
        };
        Missing { code, message, about: Some(item.participation.into()) }
    }

    fn withdrawn(&self, item: &Evidence) -> bool {
        match item.participation {
            Participation::Commitment(ix) => {
                self.view.network().commitments.get(ix).status == CommitmentStatus::Withdrawn
            }
            _ => false,
        }
    }

    /// The participation in words: "the pledge of 14 March 2024".
    fn what(&self, item: &Evidence) -> [String; 2] {
        let network = self.view.network();
        let (nl, en, since): (&str, &str, Option<PartialDate>) = match item.participation {
            Participation::Seat(ix) => {
                let row = network.seats.get(ix);
                let body = network.bodies.by_id(row.body).map(|ix| network.bodies.get(ix));
                let name_nl = body.map_or("", |body| body.name_nl.as_str());
                let name_en = body.map_or("", |body| body.name_en.as_deref().unwrap_or(&body.name_nl));
                return [format!("de zetel in {name_nl}"), format!("the seat in the {name_en}")];
            }
            Participation::Signature(ix) => {
                let row = network.signatures.get(ix);
                ("de handtekening", "the signature", row.since)
            }
            Participation::Commitment(ix) => {
                let row = network.commitments.get(ix);
                match row.status {
                    CommitmentStatus::Intended => ("het voornemen", "the intention", row.since),
                    CommitmentStatus::Declined => ("de afzegging", "the refusal", row.since),
                    _ => ("de toezegging", "the pledge", row.since),
                }
            }
        };
        match since {
            Some(date) => [
                format!("{nl} van {}", date_in_words(date, Language::Nl)),
                format!("{en} of {}", date_in_words(date, Language::En)),
            ],
            None => [nl.to_owned(), en.to_owned()],
        }
    }

    /// The decision of the competent organ in words.
    fn organ(&self) -> [&'static str; 2] {
        match self.view.network().organisations.get(self.standing.organisation).kind {
            OrganisationKind::Municipality => ["raadsbesluit", "council decision"],
            OrganisationKind::Province => ["besluit van provinciale staten", "decision of the provincial states"],
            OrganisationKind::WaterBoard => {
                ["besluit van het algemeen bestuur van het waterschap", "decision of the water board's assembly"]
            }
            _ => ["besluit van het bevoegde bestuur", "decision of its own board"],
        }
    }
}
