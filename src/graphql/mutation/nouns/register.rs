//! What organisations are called and known by: names, register numbers, contact details, figures.

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
use crate::graphql::scalars::{Date, Decimal, PartialDate};

/// What organisations are called and known by.
#[derive(MergedObject, Default)]
pub struct Register(NameChanges, IdentifierChanges, ContactChanges, MunicipalityStatisticsChanges);

noun! {
    NameChanges: Name in names, "a name of an organisation, a body or a programme line";
    record record_name RecordNameInput RecordNamePayload;
    correct correct_name CorrectNameInput CorrectNamePayload;
    remove remove_name RemoveNamePayload;
    show name: Name;
    needs {
        /// The name.
        name: String,
        /// In which language.
        language: Code<Language>,
        /// Official, short, abbreviation or alias.
        kind: Code<NameKind>,
    }
    may {
        /// Of this organisation; exactly one of the three is given.
        organisation: OrganisationBy,
        /// Of this body.
        body: BodyBy,
        /// Of this programme line.
        programme_line: ProgrammeLineBy,
        /// Since when it is used.
        since: PartialDate,
        /// Until when it was used.
        until: PartialDate,
    }
}

noun! {
    IdentifierChanges: Identifier in identifiers, "a register number of an organisation";
    record register_identifier RegisterIdentifierInput RegisterIdentifierPayload;
    correct correct_identifier CorrectIdentifierInput CorrectIdentifierPayload;
    remove remove_identifier RemoveIdentifierPayload;
    show identifier: Identifier;
    needs {
        /// Whose number.
        organisation: OrganisationBy,
        /// The register, in capitals: TOOI, CBS, OIN, RSIN, KVK, WIKIDATA, ISO_3166_2.
        scheme: String,
        /// The number or code. One number names one organisation (rule R16).
        value: String,
    }
    may {
    }
}

noun! {
    ContactChanges: Contact in contacts, "a public contact detail of an organisation";
    record record_contact_detail RecordContactDetailInput RecordContactDetailPayload;
    correct correct_contact_detail CorrectContactDetailInput CorrectContactDetailPayload;
    remove remove_contact_detail RemoveContactDetailPayload;
    show contact: Contact;
    needs {
        /// Whose.
        organisation: OrganisationBy,
        /// What it is.
        kind: Code<ContactKind>,
        /// Address or number: of an office, not of a person.
        value: String,
    }
    may {
    }
}

noun! {
    MunicipalityStatisticsChanges: MunicipalityStatistics in municipality_statistics, "figures of a municipality";
    record record_statistics RecordStatisticsInput RecordStatisticsPayload;
    correct correct_statistics CorrectStatisticsInput CorrectStatisticsPayload;
    remove remove_statistics RemoveStatisticsPayload;
    show statistics: MunicipalityStatistics;
    needs {
        /// Of which municipality.
        organisation: OrganisationBy,
    }
    may {
        /// The day on which they were counted.
        counted_on: Date,
        /// Number of inhabitants.
        inhabitants: u32,
        /// Area in square kilometres.
        area_km2: Decimal,
        /// Seats of the municipal council.
        council_seats: u32,
    }
}
