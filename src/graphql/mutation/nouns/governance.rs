//! Where people meet: bodies, seats, meetings, milestones, documents.

use async_graphql::{Context, ID, InputObject, MaybeUndefined, MergedObject, Object};
use network::facts::*;
use network::plan::Act;

use super::{RemoveInput, key, noun};
use crate::graphql::codes::Code;
use crate::graphql::error::ApiError;
use crate::graphql::filters::*;
use crate::graphql::mutation::answered::{answer, payload};
use crate::graphql::mutation::asked::{Asked, Because, correction, draft, target};
use crate::graphql::mutation::input::{Correcting, Fields, Recording, everything};
use crate::graphql::mutation::new_fact;
use crate::graphql::reader::Reader;
use crate::graphql::scalars::{PartialDate, Url};

/// Where people meet: bodies, seats, meetings, milestones, documents.
#[derive(MergedObject, Default)]
pub struct Governance(BodyChanges, SeatChanges, MeetingChanges, MilestoneChanges, DocumentChanges);

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
        /// Whether a source states that, or we inferred it.
        parent_basis: Code<Basis>,
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
