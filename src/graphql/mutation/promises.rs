//! What organisations promise, and what becomes of it.

use async_graphql::{Context, ID, InputObject, MaybeUndefined, Object, OneofObject};
use network::facts::*;
use network::id::{CommitmentId, DecisionId, FactId};
use network::plan::{Act, ErrorCode, Rejection};
use serde_json::Value;

use super::answered::{answer, payload};
use super::asked::{Asked, Because, Read, correction, draft, target};
use super::input::{Changing, Correcting, Fields, Recording, everything};
use super::new_fact;
use super::nouns::RemoveInput;
use crate::graphql::codes::Code;
use crate::graphql::error::ApiError;
use crate::graphql::filters::{AgreementBy, ClauseInput, InitiativeBy, OrganisationBy, ProgrammeLineBy};
use crate::graphql::reader::Reader;
use crate::graphql::scalars::{Decimal, PartialDate};

/// To what something is promised: exactly one of these.
#[derive(Debug, Clone, OneofObject)]
pub enum SubjectInput {
    /// A programme line.
    ProgrammeLine(ProgrammeLineBy),
    /// An initiative.
    Initiative(InitiativeBy),
    /// An agreement.
    Agreement(AgreementBy),
}

/// What somebody brings in.
#[derive(Debug, Clone, InputObject)]
pub struct ContributionInput {
    /// What kind of means.
    pub(in crate::graphql) kind: Code<ContributionKind>,
    /// How much; left out: not stated.
    pub(in crate::graphql) amount: Option<Decimal>,
    /// Unit of the amount: EUR, fte, hour.
    pub(in crate::graphql) unit: Option<String>,
    /// Per what: year, inhabitant and year; left out: once.
    pub(in crate::graphql) per: Option<String>,
    /// Whether the amount is the least it will be; false when left out.
    pub(in crate::graphql) minimum: Option<bool>,
    /// Since when; left out: as the commitment.
    pub(in crate::graphql) since: Option<PartialDate>,
    /// Until when; left out: as the commitment.
    pub(in crate::graphql) until: Option<PartialDate>,
}

/// An organisation promises something to a programme line, an initiative or an agreement.
#[derive(Debug, Clone, InputObject)]
pub struct PledgeCommitmentInput {
    /// Who promises.
    organisation: OrganisationBy,
    /// To what.
    subject: SubjectInput,
    /// How hard: INTENDED or PLEDGED; PLEDGED when left out. What comes after has mutations of its own.
    status: Option<Code<CommitmentStatus>>,
    /// What it brings in; at most 100. Without any it is an open promise (rule R04).
    contributions: Option<Vec<ContributionInput>>,
    /// On what it depends. Left out: on nothing.
    condition: Option<ClauseInput>,
    /// Since when.
    since: Option<PartialDate>,
    /// Until when; left out: it goes on.
    until: Option<PartialDate>,
    #[graphql(flatten)]
    recording: Recording,
}

/// An organisation refuses to take part.
#[derive(Debug, Clone, InputObject)]
pub struct DeclineCommitmentInput {
    /// Who refuses.
    organisation: OrganisationBy,
    /// In what.
    subject: SubjectInput,
    /// Since when.
    since: Option<PartialDate>,
    /// Until when; left out: it goes on.
    until: Option<PartialDate>,
    #[graphql(flatten)]
    recording: Recording,
}

/// A competent organ ratified a commitment.
#[derive(Debug, Clone, InputObject)]
pub struct RatifyCommitmentInput {
    /// Which commitment.
    commitment: ID,
    /// By which decision.
    decision: ID,
    #[graphql(flatten)]
    changing: Changing,
}

/// A commitment was delivered.
#[derive(Debug, Clone, InputObject)]
pub struct RealiseCommitmentInput {
    /// Which commitment.
    commitment: ID,
    /// When.
    on: PartialDate,
    #[graphql(flatten)]
    changing: Changing,
}

/// A commitment is taken back.
#[derive(Debug, Clone, InputObject)]
pub struct WithdrawCommitmentInput {
    /// Which commitment.
    commitment: ID,
    /// The last day on which it held.
    until: PartialDate,
    #[graphql(flatten)]
    changing: Changing,
}

/// Corrects a commitment: what is left out stays, null empties.
#[derive(Debug, Clone, InputObject)]
pub struct CorrectCommitmentInput {
    /// Its id.
    id: ID,
    /// How hard. Ratifying, delivering and taking back have mutations of their own; this mends what was written wrongly.
    status: MaybeUndefined<Code<CommitmentStatus>>,
    /// On what it depends.
    condition: MaybeUndefined<ClauseInput>,
    /// Since when.
    since: MaybeUndefined<PartialDate>,
    /// Until when.
    until: MaybeUndefined<PartialDate>,
    #[graphql(flatten)]
    correcting: Correcting,
}

payload! {
    /// What correcting a commitment came to.
    CorrectCommitmentPayload { commitment: Commitment in commitments }
}
payload! {
    /// What removing a commitment came to.
    RemoveCommitmentPayload { commitment: Commitment in commitments }
}
payload! {
    /// What a pledge came to.
    PledgeCommitmentPayload { commitment: Commitment in commitments }
}
payload! {
    /// What a refusal to take part came to.
    DeclineCommitmentPayload { commitment: Commitment in commitments }
}
payload! {
    /// What a ratification came to.
    RatifyCommitmentPayload { commitment: Commitment in commitments }
}
payload! {
    /// What a delivery came to.
    RealiseCommitmentPayload { commitment: Commitment in commitments }
}
payload! {
    /// What taking back came to.
    WithdrawCommitmentPayload { commitment: Commitment in commitments }
}

/// Changes of commitments.
#[derive(Default)]
pub struct Promises;

/// Changes of commitments.
#[Object(serial)]
impl Promises {
    /// Records what an organisation promises (toezeggen). A second pledge to the same subject is one of its own. Needs the
    /// role EDITOR.
    async fn pledge_commitment(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "What is promised, and on whose word.")] input: PledgeCommitmentInput,
    ) -> Result<PledgeCommitmentPayload, ApiError> {
        let asked = Asked::recording("pledge_commitment", pledge(ctx, &input)?, &input.recording, &input);
        answer(ctx, asked).await.map(PledgeCommitmentPayload)
    }

    /// Records that an organisation refuses to take part (afzeggen). Needs the role EDITOR.
    async fn decline_commitment(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Who refuses what, and on whose word.")] input: DeclineCommitmentInput,
    ) -> Result<DeclineCommitmentPayload, ApiError> {
        let view = everything(Reader::of(ctx)?)?;
        let mut fields = promise(&view, &input.organisation, &input.subject, CommitmentStatus::Declined);
        fields.maybe("since", input.since.as_ref());
        fields.maybe("until", input.until.as_ref());
        let act = draft::<Commitment>(new_fact(ctx)?, None, fields, &input.recording).map(Act::Record);
        let asked = Asked::recording("decline_commitment", act, &input.recording, &input);
        answer(ctx, asked).await.map(DeclineCommitmentPayload)
    }

    /// Records that a competent organ of who promised ratified a commitment (bekrachtigen): by an adopted decision. What
    /// was delivered stays delivered. Needs the role EDITOR.
    async fn ratify_commitment(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which commitment, and by which decision.")] input: RatifyCommitmentInput,
    ) -> Result<RatifyCommitmentPayload, ApiError> {
        let decision = target::<Decision>(&input.decision, "decision").map(|target| DecisionId::from_uuid(target.id));
        let act = commitment(&input.commitment)
            .and(decision)
            .map(|(commitment, decision)| Act::Ratify { commitment, decision });
        let because = Because::changing(&input.changing);
        answer(ctx, Asked { verb: "ratify_commitment", act, because }).await.map(RatifyCommitmentPayload)
    }

    /// Records that a commitment was delivered (realiseren), with what of its contributions had not been. An intention is
    /// pledged first. Needs the role EDITOR.
    async fn realise_commitment(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which commitment, and when.")] input: RealiseCommitmentInput,
    ) -> Result<RealiseCommitmentPayload, ApiError> {
        let act = commitment(&input.commitment).map(|commitment| Act::Realise { commitment, on: input.on.0 });
        let because = Because::changing(&input.changing);
        answer(ctx, Asked { verb: "realise_commitment", act, because }).await.map(RealiseCommitmentPayload)
    }

    /// Records that a commitment is taken back (intrekken). Needs the role EDITOR.
    async fn withdraw_commitment(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which commitment, and its last day.")] input: WithdrawCommitmentInput,
    ) -> Result<WithdrawCommitmentPayload, ApiError> {
        let act = commitment(&input.commitment).map(|commitment| Act::Withdraw { commitment, until: input.until.0 });
        let because = Because::changing(&input.changing);
        answer(ctx, Asked { verb: "withdraw_commitment", act, because }).await.map(WithdrawCommitmentPayload)
    }

    /// Corrects a commitment. Needs the role EDITOR.
    async fn correct_commitment(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "What it shall be, and on whose word.")] input: CorrectCommitmentInput,
    ) -> Result<CorrectCommitmentPayload, ApiError> {
        let view = everything(Reader::of(ctx)?)?;
        let mut fields = Fields::new(&view, Vec::new());
        fields.change("status", &input.status);
        match &input.condition {
            MaybeUndefined::Undefined => {}
            MaybeUndefined::Null => drop(fields.set.insert("condition".to_owned(), Value::Null)),
            MaybeUndefined::Value(clause) => condition(&mut fields, clause),
        }
        fields.change("since", &input.since);
        fields.change("until", &input.until);
        input.correcting.correct(&mut fields);
        let act = correction(target::<Commitment>(&input.id, "id"), fields);
        let because = Because::changing(&input.correcting.changing);
        answer(ctx, Asked { verb: "correct_commitment", act, because }).await.map(CorrectCommitmentPayload)
    }

    /// Removes a commitment that was never so, with its contributions; one that is taken back is withdrawn. Needs the role
    /// EDITOR.
    async fn remove_commitment(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "What goes, and why.")] input: RemoveInput,
    ) -> Result<RemoveCommitmentPayload, ApiError> {
        let act = target::<Commitment>(&input.id, "id").map(Act::Remove);
        answer(ctx, Asked { verb: "remove_commitment", act, because: input.because() })
            .await
            .map(RemoveCommitmentPayload)
    }
}

/// A commitment and its contributions.
fn pledge(ctx: &Context<'_>, input: &PledgeCommitmentInput) -> Result<Read<Act>, ApiError> {
    let view = everything(Reader::of(ctx)?)?;
    let status = input.status.map_or(CommitmentStatus::Pledged, |status| status.0);
    let mut fields = promise(&view, &input.organisation, &input.subject, status);
    if !matches!(status, CommitmentStatus::Intended | CommitmentStatus::Pledged) {
        fields.unread.push(Rejection::new(
            ErrorCode::InvalidValue,
            &["status"],
            "leg een voornemen of een toezegging vast; wat daarna komt heeft eigen mutaties",
            "record an intention or a pledge; what comes after has mutations of its own",
        ));
    }
    if let Some(clause) = &input.condition {
        condition(&mut fields, clause);
    }
    fields.maybe("since", input.since.as_ref());
    fields.maybe("until", input.until.as_ref());
    let new = new_fact(ctx)?;
    let mut drafts = draft::<Commitment>(new, None, fields, &input.recording);
    let contributions = input.contributions.as_deref().unwrap_or_default();
    for (at, contribution) in contributions.iter().enumerate() {
        let at = at.to_string();
        let mut fields = Fields::new(&view, vec!["contributions", &at]);
        fields.give("commitment", &new.id.to_string());
        fields.give("kind", &contribution.kind);
        fields.maybe("amount", contribution.amount.as_ref());
        fields.maybe("unit", contribution.unit.as_ref());
        fields.maybe("per", contribution.per.as_ref());
        fields.give("minimum", &contribution.minimum.unwrap_or(false));
        fields.maybe("since", contribution.since.as_ref());
        fields.maybe("until", contribution.until.as_ref());
        let more = draft::<Contribution>(new_fact(ctx)?, None, fields, &input.recording);
        drafts = drafts.and(more).map(|(drafts, more)| [drafts, more].concat());
    }
    Ok(drafts.map(Act::Record))
}

/// The fields of who promises what to what.
fn promise<'a>(
    view: &'a network::view::View,
    organisation: &OrganisationBy,
    subject: &SubjectInput,
    status: CommitmentStatus,
) -> Fields<'a> {
    let mut fields = Fields::new(view, Vec::new());
    fields.give("organisation", organisation);
    match subject {
        SubjectInput::ProgrammeLine(by) => fields.give("programme_line", by),
        SubjectInput::Initiative(by) => fields.give("initiative", by),
        SubjectInput::Agreement(by) => fields.give("agreement", by),
    }
    fields.give("status", &Code(status));
    fields
}

fn commitment(id: &ID) -> Read<CommitmentId> {
    target::<Commitment>(id, "commitment").map(|target| CommitmentId::from_uuid(target.id))
}

/// On what a commitment depends, or why that is nothing that it can.
fn condition(fields: &mut Fields<'_>, clause: &ClauseInput) {
    match clause.condition(fields.view, &["condition"]) {
        Ok(condition) => drop(fields.set.insert("condition".to_owned(), Value::from(condition.to_string()))),
        Err(refusal) => fields.unread.push(refusal),
    }
}
