//! What is worked on: lines, initiatives, agreements, decisions, means.

use async_graphql::{Context, ID, InputObject, MaybeUndefined, MergedObject, Object};
use network::facts::*;
use network::plan::Act;

use super::{RemoveInput, key, noun, places};
use crate::graphql::codes::Code;
use crate::graphql::error::ApiError;
use crate::graphql::filters::*;
use crate::graphql::mutation::answered::{answer, payload};
use crate::graphql::mutation::asked::{Asked, Because, correction, draft, target};
use crate::graphql::mutation::input::{Correcting, Fields, Recording, everything};
use crate::graphql::mutation::new_fact;
use crate::graphql::reader::Reader;
use crate::graphql::scalars::{Decimal, PartialDate};

/// What is worked on: lines, initiatives, agreements, decisions, means.
#[derive(MergedObject, Default)]
pub struct Programme(
    ProgrammeLineChanges,
    InitiativeChanges,
    AgreementChanges,
    SignatureChanges,
    DecisionChanges,
    ContributionChanges,
);

noun! {
    ProgrammeLineChanges: ProgrammeLine in programme_lines, "a programme line or precondition";
    record record_programme_line RecordProgrammeLineInput RecordProgrammeLinePayload;
    correct correct_programme_line CorrectProgrammeLineInput CorrectProgrammeLinePayload;
    remove remove_programme_line RemoveProgrammeLinePayload;
    show programme_line: ProgrammeLine;
    key { /// Key in addresses: letters, digits and dashes.
        slug }
    needs {
        /// Name in Dutch.
        name_nl: String,
        /// Content line or precondition.
        kind: Code<ProgrammeLineKind>,
        /// Its place among the lines, from 1.
        position: u32,
    }
    may {
        /// Name in English.
        name_en: String,
    }
}

noun! {
    InitiativeChanges: Initiative in initiatives, "a programme, project or activity";
    record record_initiative RecordInitiativeInput RecordInitiativePayload;
    correct correct_initiative CorrectInitiativeInput CorrectInitiativePayload;
    remove remove_initiative RemoveInitiativePayload;
    show initiative: Initiative;
    key { /// Key in addresses: letters, digits and dashes.
        slug }
    needs {
        /// Name in Dutch.
        name_nl: String,
        /// Programme, project or activity.
        kind: Code<InitiativeKind>,
        /// Whether it is only an example.
        example: bool,
        /// Whether it makes knowledge that is to be shared.
        knowledge: bool,
    }
    may {
        /// Name in English.
        name_en: String,
        /// When its results were shared.
        results_shared: PartialDate,
        /// Goals of the running agenda that it serves (rule R05).
        goals: Vec<GoalBy>,
        /// Since when.
        since: PartialDate,
        /// Until when.
        until: PartialDate,
    }
    with {
        /// Of what it is a part, at most 100: a programme of one line (rule R06), a project of one or more programmes.
        places: Vec<places::PlaceInput> => places::placed
    }
}

noun! {
    AgreementChanges: Agreement in agreements, "an agreement";
    record record_agreement RecordAgreementInput RecordAgreementPayload;
    correct correct_agreement CorrectAgreementInput CorrectAgreementPayload;
    remove remove_agreement RemoveAgreementPayload;
    show agreement: Agreement;
    key { /// Key in addresses: letters, digits and dashes.
        slug }
    needs {
        /// Name in Dutch.
        name_nl: String,
        /// What it is.
        kind: Code<AgreementKind>,
        /// How far it has come.
        status: Code<AgreementStatus>,
    }
    may {
        /// Name in English.
        name_en: String,
        /// When it was signed.
        signed: PartialDate,
        /// Lines that it covers.
        covers: Vec<ProgrammeLineBy>,
        /// How much it is about.
        amount: Decimal,
        /// Unit of the amount.
        unit: String,
        /// On which agreement it builds.
        builds_on: AgreementBy,
        /// Web address.
        website: String,
        /// Since when.
        since: PartialDate,
        /// Until when.
        until: PartialDate,
    }
}

noun! {
    SignatureChanges: Signature in signatures, "a signature under an agreement";
    record sign_agreement SignAgreementInput SignAgreementPayload;
    correct correct_signature CorrectSignatureInput CorrectSignaturePayload;
    remove remove_signature RemoveSignaturePayload;
    show signature: Signature;
    needs {
        /// Under what.
        agreement: AgreementBy,
        /// Who signs.
        organisation: OrganisationBy,
    }
    may {
        /// As what.
        role: String,
        /// The decision that ratified it.
        ratified_by: ID,
        /// Since when.
        since: PartialDate,
        /// Until when.
        until: PartialDate,
    }
}

noun! {
    DecisionChanges: Decision in decisions, "a decision";
    record record_decision RecordDecisionInput RecordDecisionPayload;
    correct correct_decision CorrectDecisionInput CorrectDecisionPayload;
    remove remove_decision RemoveDecisionPayload;
    show decision: Decision;
    needs {
        /// Title in Dutch.
        title_nl: String,
        /// Adopted, endorsed or advised.
        outcome: Code<DecisionOutcome>,
        /// By which body.
        body: BodyBy,
        /// When.
        date: PartialDate,
    }
    may {
        /// Title in English.
        title_en: String,
        /// About this agreement.
        agreement: AgreementBy,
        /// About this initiative.
        initiative: InitiativeBy,
        /// About this line.
        programme_line: ProgrammeLineBy,
        /// Within which decision.
        parent: ID,
        /// By how many bodies it is to be taken.
        expected: u32,
        /// For which period.
        period: PartialDate,
    }
}

noun! {
    ContributionChanges: Contribution in contributions, "what a commitment or a partnership brings in";
    record record_contribution RecordContributionInput RecordContributionPayload;
    correct correct_contribution CorrectContributionInput CorrectContributionPayload;
    remove remove_contribution RemoveContributionPayload;
    show contribution: Contribution;
    needs {
        /// What kind of means.
        kind: Code<ContributionKind>,
        /// Whether the amount is the least it will be.
        minimum: bool,
    }
    may {
        /// Of this commitment, or of a partnership.
        commitment: ID,
        /// To the base, of this partnership.
        partnership: ID,
        /// How much; left out: not stated.
        amount: Decimal,
        /// Unit of the amount: EUR, fte, hour.
        unit: String,
        /// Per what: year, inhabitant and year; left out: once.
        per: String,
        /// When it was delivered.
        realised_on: PartialDate,
        /// Since when.
        since: PartialDate,
        /// Until when.
        until: PartialDate,
    }
}
