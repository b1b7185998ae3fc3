//! What is assumed, as an input.

use async_graphql::{ID, InputObject, OneofObject};
use network::assume::{Assumption, Means, Pledge, Subject};
use network::facts::{self, AmbitionLevel, Fact, Language};
use network::plan;
use network::view::View;

use super::{BodyBy, ClauseInput, OrganisationBy};
use crate::graphql::codes::Code;
use crate::graphql::error::{ApiError, Code as ErrorCode};
use crate::graphql::global_id;
use crate::graphql::mutation::promises::{ContributionInput, SubjectInput};

/// The most changes that one `assuming` takes.
const MOST: usize = 20;

/// The most contributions of a pledge that is assumed.
const MOST_CONTRIBUTIONS: usize = 100;

/// Something that is assumed from the day of the view on: exactly one of these. Nothing of it is stored.
#[derive(Debug, Clone, OneofObject)]
pub enum AssumptionInput {
    /// An organisation leaves: it is a partner no more, and its seats, promises, signatures and memberships of groups end the
    /// day before. What it refused stays refused.
    OrganisationLeaves(OrganisationBy),
    /// An organisation becomes a partner.
    OrganisationJoins(OrganisationBy),
    /// An organisation pledges something.
    CommitmentPledged(Box<AssumedPledgeInput>),
    /// A competent organ ratifies this commitment, which names a contribution (rule R04).
    CommitmentRatified(ID),
    /// This commitment is taken back: it held until the day before.
    CommitmentWithdrawn(ID),
    /// This commitment waits for nothing any more.
    ConditionDropped(ID),
    /// This level of ambition is funded: conditions that wait for it wait for it no more.
    LevelFunded(Code<AmbitionLevel>),
    /// A body adopts something: what those promised or signed for whom it decides is ratified.
    DecisionAdopted(AssumedDecisionInput),
}

/// A pledge that is assumed.
#[derive(Debug, Clone, InputObject)]
pub struct AssumedPledgeInput {
    /// Who pledges.
    organisation: OrganisationBy,
    /// To what.
    subject: SubjectInput,
    /// What it brings in; at most 100.
    contributions: Option<Vec<ContributionInput>>,
    /// On what it depends. Left out: on nothing.
    condition: Option<ClauseInput>,
}

/// A decision that is assumed.
#[derive(Debug, Clone, InputObject)]
pub struct AssumedDecisionInput {
    /// Which body adopts: a democratic one, or the board of an organisation that is no government (rule R01).
    body: BodyBy,
    /// What it adopts.
    subject: SubjectInput,
}

impl AssumptionInput {
    /// What is assumed, each of what the view has.
    ///
    /// # Errors
    /// `BAD_USER_INPUT`, with the place in the input, for the first that names what is not there, and for too many.
    pub(in crate::graphql) fn all(view: &View, inputs: &[Self]) -> Result<Vec<Assumption>, ApiError> {
        if inputs.len() > MOST {
            let n = inputs.len();
            return Err(ApiError::bad_user_input(
                format!("changes zijn er {n}; neem er ten hoogste {MOST} aan, of neem meer aan binnen een aanname"),
                format!("changes are {n}; assume at most {MOST}, or assume more within an assumption"),
            ));
        }
        inputs.iter().enumerate().map(|(at, input)| input.one(view, at)).collect()
    }

    /// That an assumption cannot be made, at its place in the input.
    pub(in crate::graphql) fn wrong(&self, at: usize, below: &str, words: [String; 2]) -> ApiError {
        self.refused(ErrorCode::BadUserInput, at, below, words)
    }

    fn refused(&self, code: ErrorCode, at: usize, below: &str, [nl, en]: [String; 2]) -> ApiError {
        let place = format!("changes.{at}.{}{below}", self.name());
        ApiError::new(code, format!("{place}: {nl}"), format!("{place}: {en}"))
    }

    fn name(&self) -> &'static str {
        match self {
            Self::OrganisationLeaves(_) => "organisationLeaves",
            Self::OrganisationJoins(_) => "organisationJoins",
            Self::CommitmentPledged(_) => "commitmentPledged",
            Self::CommitmentRatified(_) => "commitmentRatified",
            Self::CommitmentWithdrawn(_) => "commitmentWithdrawn",
            Self::ConditionDropped(_) => "conditionDropped",
            Self::LevelFunded(_) => "levelFunded",
            Self::DecisionAdopted(_) => "decisionAdopted",
        }
    }

    fn one(&self, view: &View, at: usize) -> Result<Assumption, ApiError> {
        let network = view.network();
        let missing = |below: &str, [nl, en]: [&str; 2]| self.wrong(at, below, [nl.to_owned(), en.to_owned()]);
        let organisation = |by: &OrganisationBy, below: &str| {
            let found = by.find(view).map(|ix| network.organisations.get(ix).id);
            let words = [
                "deze organisatie is er niet op deze dag: zoek haar id, slug of registernummer op met organisations of search",
                "this organisation is not there on this day: look up its id, slug or register number with organisations or search",
            ];
            found.ok_or_else(|| missing(below, words))
        };
        let commitment = |id: &ID| {
            let words = [
                "er is geen toezegging met deze id op deze dag: participations en closure noemen ze",
                "there is no commitment with this id on this day: participations and closure name them",
            ];
            let found = global_id::read::<facts::Commitment>(id);
            found.filter(|id| network.commitments.by_id(*id).is_some()).ok_or_else(|| missing("", words))
        };
        let subject = |input: &SubjectInput| {
            let found = match input {
                SubjectInput::ProgrammeLine(by) => {
                    by.find(view).map(|ix| Subject::ProgrammeLine(network.programme_lines.get(ix).id()))
                }
                SubjectInput::Initiative(by) => {
                    by.find(view).map(|ix| Subject::Initiative(network.initiatives.get(ix).id()))
                }
                SubjectInput::Agreement(by) => {
                    by.find(view).map(|ix| Subject::Agreement(network.agreements.get(ix).id()))
                }
            };
            let words = [
                "de lijn, het initiatief of de afspraak is er niet op deze dag",
                "the line, initiative or agreement is not there on this day",
            ];
            found.ok_or_else(|| missing(".subject", words))
        };
        Ok(match self {
            Self::OrganisationLeaves(by) => Assumption::OrganisationLeaves(organisation(by, "")?),
            Self::OrganisationJoins(by) => Assumption::OrganisationJoins(organisation(by, "")?),
            Self::CommitmentRatified(id) => Assumption::CommitmentRatified(commitment(id)?),
            Self::CommitmentWithdrawn(id) => Assumption::CommitmentWithdrawn(commitment(id)?),
            Self::ConditionDropped(id) => Assumption::ConditionDropped(commitment(id)?),
            Self::LevelFunded(level) => Assumption::LevelFunded(level.0),
            Self::DecisionAdopted(input) => {
                let words = ["dit overleg is er niet op deze dag", "this body is not there on this day"];
                let body = input.body.find(view).ok_or_else(|| missing(".body", words))?;
                Assumption::DecisionAdopted { body: network.bodies.get(body).id, subject: subject(&input.subject)? }
            }
            Self::CommitmentPledged(input) => {
                let contributions = input.contributions.as_deref().unwrap_or_default();
                if contributions.len() > MOST_CONTRIBUTIONS {
                    let words = ["noem er ten hoogste 100", "name at most 100"];
                    return Err(missing(".contributions", words));
                }
                let condition = input.condition.as_ref().map(|clause| clause.condition(view, &["condition"]));
                let condition = condition.transpose().map_err(|refusal| {
                    let words = [Language::Nl, Language::En].map(|language| refusal.message(language).to_owned());
                    let is_monotone = refusal.code != plan::ErrorCode::NotMonotone;
                    let code = if is_monotone { ErrorCode::BadUserInput } else { ErrorCode::NotMonotone };
                    self.refused(code, at, &format!(".{}", refusal.path.join(".")), words)
                })?;
                Assumption::CommitmentPledged(Box::new(Pledge {
                    organisation: organisation(&input.organisation, ".organisation")?,
                    subject: subject(&input.subject)?,
                    condition,
                    contributions: contributions.iter().map(Means::from).collect(),
                }))
            }
        })
    }
}

impl From<&ContributionInput> for Means {
    fn from(input: &ContributionInput) -> Self {
        Self {
            kind: input.kind.0,
            amount: input.amount.as_ref().map(|amount| amount.0),
            unit: input.unit.clone(),
            per: input.per.clone(),
            minimum: input.minimum.unwrap_or(false),
            since: input.since.as_ref().map(|date| date.0),
            until: input.until.as_ref().map(|date| date.0),
        }
    }
}
