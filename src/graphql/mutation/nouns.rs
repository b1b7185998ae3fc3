//! Every noun: recorded, corrected, and removed when it was never so.

use async_graphql::{Context, ID, InputObject, MaybeUndefined, Object};
use network::facts::*;
use network::plan::Act;

use super::answered::{answer, payload};
use super::asked::{Asked, Because, correction, draft, target};
use super::input::{Changing, Fields, Recording, everything};
use crate::graphql::codes::Code;
use crate::graphql::error::ApiError;
use crate::graphql::filters::*;
use crate::graphql::reader::Reader;
use crate::graphql::scalars::{Decimal, PartialDate, Url};

/// Which thing was never so.
#[derive(Debug, Clone, InputObject)]
pub struct RemoveInput {
    /// Its id.
    pub(super) id: ID,
    /// The revision that you read: when it was changed after it, nothing is done (VERSION_CONFLICT).
    if_revision: Option<i32>,
    /// Why it was never so, for the journal.
    reason: String,
}

impl RemoveInput {
    pub(super) fn because(&self) -> Because {
        Because {
            source: None,
            if_revision: self.if_revision.map(i64::from),
            reason: Some(self.reason.clone()),
            idempotency: None,
        }
    }
}

/// The key of a new fact: given for nouns with a name, else `None`.
macro_rules! key {
    ($input:ident slug) => {
        Some(&*$input.slug)
    };
    ($input:ident) => {
        None
    };
}

macro_rules! noun {
    (
        $mutations:ident: $fact:ident in $noun:ident, $words:literal;
        record $record:ident $record_input:ident $record_payload:ident;
        correct $correct:ident $correct_input:ident $correct_payload:ident;
        remove $remove:ident $remove_payload:ident;
        show $field:ident: $object:ident;
        $(key { $(#[doc = $key_doc:literal])+ $key:ident })?
        needs { $($(#[doc = $need_doc:literal])+ $need:ident: $need_type:ty,)* }
        may { $($(#[doc = $may_doc:literal])+ $may:ident: $may_type:ty,)* }
    ) => {
        #[doc = concat!("Records ", $words, ".")]
        #[derive(Debug, Clone, InputObject)]
        pub struct $record_input {
            $($(#[doc = $key_doc])+ $key: String,)?
            $($(#[doc = $need_doc])+ $need: $need_type,)*
            $($(#[doc = $may_doc])+ $may: Option<$may_type>,)*
            #[graphql(flatten)]
            recording: Recording,
        }

        #[doc = concat!("Corrects ", $words, ": what is left out stays, null empties.")]
        #[derive(Debug, Clone, InputObject)]
        pub struct $correct_input {
            /// Its id.
            id: ID,
            $($(#[doc = $need_doc])+ $need: MaybeUndefined<$need_type>,)*
            $($(#[doc = $may_doc])+ $may: MaybeUndefined<$may_type>,)*
            #[graphql(flatten)]
            changing: Changing,
        }

        payload! {
            #[doc = concat!("What recording ", $words, " came to.")]
            $record_payload { $field: $object in $noun }
        }

        payload! {
            #[doc = concat!("What correcting ", $words, " came to.")]
            $correct_payload { $field: $object in $noun }
        }

        payload! {
            #[doc = concat!("What removing ", $words, " came to.")]
            $remove_payload { $field: $object in $noun }
        }

        #[doc = concat!("Changes of ", $words, ".")]
        #[derive(Default)]
        pub struct $mutations;

        #[doc = concat!("Changes of ", $words, ".")]
        #[Object(serial)]
        impl $mutations {
            #[doc = concat!("Records ", $words, ". Needs the role EDITOR.")]
            async fn $record(
                &self,
                ctx: &Context<'_>,
                #[graphql(desc = "What is recorded, and on whose word.")] input: $record_input,
            ) -> Result<$record_payload, ApiError> {
                let view = everything(Reader::of(ctx)?);
                let mut fields = Fields::new(&view, Vec::new());
                $(fields.give(stringify!($need), &input.$need);)*
                $(fields.maybe(stringify!($may), input.$may.as_ref());)*
                let key: Option<&str> = key!(input $($key)?);
                let id = super::new_id(ctx)?;
                let act = draft::<$fact>(id, key, fields, &input.recording);
                                answer(ctx, Asked::recording(stringify!($record), act.map(|draft| vec![draft]), &input.recording, &input)).await.map($record_payload)
            }

            #[doc = concat!("Corrects ", $words, ". Needs the role EDITOR.")]
            async fn $correct(
                &self,
                ctx: &Context<'_>,
                #[graphql(desc = "What it shall be, and on whose word.")] input: $correct_input,
            ) -> Result<$correct_payload, ApiError> {
                let view = everything(Reader::of(ctx)?);
                let mut fields = Fields::new(&view, Vec::new());
                $(fields.change(stringify!($need), &input.$need);)*
                $(fields.change(stringify!($may), &input.$may);)*
                let act = target::<$fact>(&input.id, "id").and_then(|target| correction(target, fields));
                let because = Because::changing(&input.changing);
                answer(ctx, Asked { verb: stringify!($correct), act, because }).await.map($correct_payload)
            }

            #[doc = concat!("Removes ", $words, " that was never so; what only ended has an until. Needs the role EDITOR.")]
            async fn $remove(
                &self,
                ctx: &Context<'_>,
                #[graphql(desc = "What goes, and why.")] input: RemoveInput,
            ) -> Result<$remove_payload, ApiError> {
                let act = target::<$fact>(&input.id, "id").map(Act::Remove);
                answer(ctx, Asked { verb: stringify!($remove), act, because: input.because() }).await.map($remove_payload)
            }
        }
    };
}

noun! {
    OrganisationChanges: Organisation in organisations, "an organisation";
    record register_organisation RegisterOrganisationInput RegisterOrganisationPayload;
    correct correct_organisation CorrectOrganisationInput CorrectOrganisationPayload;
    remove remove_organisation RemoveOrganisationPayload;
    show organisation: Organisation;
    key { /// Key in addresses: letters, digits and dashes.
        slug }
    needs {
        /// Official name in Dutch.
        name_nl: String,
        /// What it is.
        kind: Code<OrganisationKind>,
        /// In whose name it sits.
        helix: Code<Helix>,
    }
    may {
        /// Name in English.
        name_en: String,
        /// Layer of government; left out outside government.
        layer: Code<GovernmentLayer>,
        /// What it is a part of.
        parent: OrganisationBy,
        /// The province in which a municipality lies.
        territory: OrganisationBy,
        /// Since when it exists.
        since: PartialDate,
        /// Until when it existed.
        until: PartialDate,
    }
}

noun! {
    StakeholderGroupChanges: StakeholderGroup in stakeholder_groups, "a stakeholder group";
    record record_stakeholder_group RecordStakeholderGroupInput RecordStakeholderGroupPayload;
    correct correct_stakeholder_group CorrectStakeholderGroupInput CorrectStakeholderGroupPayload;
    remove remove_stakeholder_group RemoveStakeholderGroupPayload;
    show stakeholder_group: StakeholderGroup;
    key { /// Key in addresses: letters, digits and dashes.
        slug }
    needs {
        /// Name in Dutch.
        name_nl: String,
        /// In whose name its members sit.
        helix: Code<Helix>,
    }
    may {
        /// Name in English.
        name_en: String,
    }
}

noun! {
    PartnershipChanges: Partnership in partnerships, "a partnership";
    record join_network JoinNetworkInput JoinNetworkPayload;
    correct correct_partnership CorrectPartnershipInput CorrectPartnershipPayload;
    remove remove_partnership RemovePartnershipPayload;
    show partnership: Partnership;
    needs {
        /// Who joins.
        organisation: OrganisationBy,
    }
    may {
        /// Since when.
        since: PartialDate,
        /// Until when.
        until: PartialDate,
    }
}

noun! {
    RelationChanges: Relation in relations, "a tie between organisations, groups and bodies";
    record record_relation RecordRelationInput RecordRelationPayload;
    correct correct_relation CorrectRelationInput CorrectRelationPayload;
    remove remove_relation RemoveRelationPayload;
    show relation: Relation;
    needs {
        /// What ties them.
        kind: Code<RelationKind>,
    }
    may {
        /// From this organisation.
        from_organisation: OrganisationBy,
        /// From this group.
        from_group: StakeholderGroupBy,
        /// From this body.
        from_body: BodyBy,
        /// To this organisation.
        to_organisation: OrganisationBy,
        /// To this group.
        to_group: StakeholderGroupBy,
        /// To this body.
        to_body: BodyBy,
        /// Since when.
        since: PartialDate,
        /// Until when.
        until: PartialDate,
    }
}

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
        /// Since when.
        since: PartialDate,
        /// Until when.
        until: PartialDate,
    }
}

noun! {
    PersonChanges: Person in persons, "a person who acts in public by office";
    record record_person RecordPersonInput RecordPersonPayload;
    correct correct_person CorrectPersonInput CorrectPersonPayload;
    remove remove_person RemovePersonPayload;
    show person: Person;
    key { /// Key in addresses: letters, digits and dashes.
        slug }
    needs {
        /// Name.
        name: String,
    }
    may {
    }
}

noun! {
    OfficeChanges: Office in offices, "an office of a person";
    record record_office RecordOfficeInput RecordOfficePayload;
    correct correct_office CorrectOfficeInput CorrectOfficePayload;
    remove remove_office RemoveOfficePayload;
    show office: Office;
    needs {
        /// Whose.
        person: PersonBy,
        /// Where.
        organisation: OrganisationBy,
        /// What it is called, in Dutch.
        label_nl: String,
    }
    may {
        /// What it is called, in English.
        label_en: String,
        /// Since when.
        since: PartialDate,
        /// Until when.
        until: PartialDate,
    }
}

noun! {
    BodyChanges: Body in bodies, "a body";
    record record_body RecordBodyInput RecordBodyPayload;
    correct correct_body CorrectBodyInput CorrectBodyPayload;
    remove remove_body RemoveBodyPayload;
    show body: Body;
    key { /// Key in addresses: letters, digits and dashes.
        slug }
    needs {
        /// Name in Dutch.
        name_nl: String,
        /// What it is.
        kind: Code<BodyKind>,
        /// Whether it decides for those who elected it.
        democratic: bool,
        /// Whether it stands in the chart.
        in_chart: bool,
        /// Whether it stands in the schedule of meetings.
        in_schedule: bool,
    }
    may {
        /// Name in English.
        name_en: String,
        /// To which body it reports.
        parent: BodyBy,
        /// Whose organ it is.
        organisation: OrganisationBy,
        /// Lines that it steers.
        steers_programme_lines: Vec<ProgrammeLineBy>,
        /// Initiatives that it steers.
        steers_initiatives: Vec<InitiativeBy>,
        /// On what that rests.
        democratic_basis: String,
        /// Political, official or mixed.
        level: Code<BodyLevel>,
        /// Since when.
        since: PartialDate,
        /// Until when.
        until: PartialDate,
    }
}

noun! {
    SeatChanges: Seat in seats, "a seat in a body";
    record grant_seat GrantSeatInput GrantSeatPayload;
    correct correct_seat CorrectSeatInput CorrectSeatPayload;
    remove remove_seat RemoveSeatPayload;
    show seat: Seat;
    needs {
        /// In which body.
        body: BodyBy,
        /// As what.
        role: Code<SeatRole>,
    }
    may {
        /// Who holds it.
        holder: PersonBy,
        /// On whose behalf.
        on_behalf_of: Vec<OrganisationBy>,
        /// On behalf of whose members.
        on_behalf_of_group: StakeholderGroupBy,
        /// Whose office-holder sits there, when not one of those.
        supplied_by: OrganisationBy,
        /// Since when.
        since: PartialDate,
        /// Until when.
        until: PartialDate,
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
    MilestoneChanges: Milestone in milestones, "a milestone";
    record record_milestone RecordMilestoneInput RecordMilestonePayload;
    correct correct_milestone CorrectMilestoneInput CorrectMilestonePayload;
    remove remove_milestone RemoveMilestonePayload;
    show milestone: Milestone;
    key { /// Key in addresses: letters, digits and dashes.
        slug }
    needs {
        /// What happens, in Dutch.
        text_nl: String,
        /// What sort.
        kind: Code<MilestoneKind>,
        /// When.
        date: PartialDate,
        /// Whether the year is inferred.
        year_inferred: bool,
    }
    may {
        /// What happens, in English.
        text_en: String,
        /// Of which agreements.
        agreements: Vec<AgreementBy>,
        /// Of which body.
        body: BodyBy,
        /// Of which organisation.
        organisation: OrganisationBy,
    }
}

noun! {
    MeetingChanges: Meeting in meetings, "a meeting of a body";
    record record_meeting RecordMeetingInput RecordMeetingPayload;
    correct correct_meeting CorrectMeetingInput CorrectMeetingPayload;
    remove remove_meeting RemoveMeetingPayload;
    show meeting: Meeting;
    needs {
        /// Of which body.
        body: BodyBy,
        /// When.
        date: PartialDate,
    }
    may {
        /// Name in Dutch.
        name_nl: String,
        /// Name in English.
        name_en: String,
        /// When the papers were sent.
        papers_sent: PartialDate,
    }
}

noun! {
    DocumentChanges: Document in documents, "a document that facts cite";
    record record_document RecordDocumentInput RecordDocumentPayload;
    correct correct_document CorrectDocumentInput CorrectDocumentPayload;
    remove remove_document RemoveDocumentPayload;
    show document: Document;
    needs {
        /// Title in Dutch.
        title_nl: String,
        /// What it is.
        kind: String,
    }
    may {
        /// Title in English.
        title_en: String,
        /// Its date.
        date: PartialDate,
        /// Web address.
        url: Url,
        /// Number of pages.
        pages: u32,
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
