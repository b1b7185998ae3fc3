//! Partners and addressees.

use chrono::NaiveDate;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::prelude::*;

/// A partner or addressee of the network: municipality, school, company, association, ministry. One row is one legal
/// or natural party; its names in time are [`Name`](super::Name)s, its register numbers [`Identifier`](super::Identifier)s.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Organisation {
    /// Equal everywhere; derived from the slug when a file gives none.
    #[serde(default)]
    pub id: OrganisationId,
    /// Key in addresses and files: `gemeente-zwolle`.
    pub slug: Slug,
    /// Dutch name, for days for which no official name is known.
    pub name_nl: String,
    /// English name; `None`: the Dutch one.
    pub name_en: Option<String>,
    /// What it is.
    pub kind: OrganisationKind,
    /// In whose name it sits.
    pub helix: Helix,
    /// Layer of government; `None` outside government.
    pub layer: Option<GovernmentLayer>,
    /// What it is a part of: the Rijk for a ministry.
    pub parent: Option<OrganisationId>,
    /// The province in which a municipality lies. Territorial, not hierarchical.
    pub territory: Option<OrganisationId>,
    /// When it was founded; `None`: before everything we know.
    pub since: Option<PartialDate>,
    /// When it ended; `None`: it exists.
    pub until: Option<PartialDate>,
    /// The partner for which alone it is kept, as what that partner holds needs it; `None`: it is of all.
    pub holder: Option<OrganisationId>,
    /// On whose word.
    pub source: SourceText,
    /// How sure.
    pub confidence: Confidence,
    /// Who may see it.
    #[serde(default)]
    pub audience: Audience,
    /// A remark.
    pub note: Option<String>,
}

codes! {
    /// What an organisation is.
    pub enum OrganisationKind {
        /// Municipality (gemeente).
        Municipality,
        /// Province (provincie).
        Province,
        /// Water board (waterschap).
        WaterBoard,
        /// Central government as a whole (Rijk).
        NationalGovernment,
        /// Ministry (ministerie).
        Ministry,
        /// Executive agency of a ministry (uitvoeringsorganisatie).
        ExecutiveAgency,
        /// The European Union.
        EuropeanUnion,
        /// An institution of the European Union.
        EuInstitution,
        /// University (universiteit).
        University,
        /// University of applied sciences (hogeschool).
        UniversityOfAppliedSciences,
        /// Vocational college (mbo-instelling).
        VocationalCollege,
        /// Another school.
        School,
        /// Alliance of schools.
        EducationAlliance,
        /// One-stop shop of schools.
        EducationBroker,
        /// Employers' association (ondernemersvereniging).
        EmployersAssociation,
        /// Branch or sector organisation (brancheorganisatie).
        BranchOrganisation,
        /// Company (bedrijf).
        Company,
        /// Innovation campus.
        InnovationCampus,
        /// Economic board.
        EconomicBoard,
        /// Employment agency (UWV).
        EmploymentAgency,
        /// Body that ties education to the labour market (SBB).
        EducationLabourMarketBody,
        /// Rail infrastructure manager (ProRail).
        RailInfrastructureManager,
        /// Rail operator (NS).
        RailOperator,
        /// Chamber of commerce (Kamer van Koophandel).
        ChamberOfCommerce,
        /// Innovation desk.
        InnovationBroker,
        /// Community organisation (maatschappelijke organisatie).
        CommunityOrganisation,
        /// A cooperation of organisations (samenwerkingsverband).
        Collaboration,
        /// The office of a cooperation (regiobureau).
        Secretariat,
        /// Anything else.
        Other,
    }

    /// The constituency in whose name a party sits, not its legal form: the three O's and what ties them.
    pub enum Helix {
        /// Overheid.
        Government,
        /// Onderwijs.
        Education,
        /// Ondernemers.
        Business,
        /// Statutory task, concession or bridge: UWV, SBB, ProRail, NS, KVK, EBRZ.
        Intermediary,
    }

    /// Layer of government (bestuurslaag).
    pub enum GovernmentLayer {
        /// Municipalities.
        Municipal,
        /// Provinces.
        Provincial,
        /// Water boards.
        WaterAuthority,
        /// The Rijk.
        National,
        /// Europe.
        European,
    }

    /// What a name is.
    pub enum NameKind {
        /// The official name in its period.
        Official,
        /// A short name: Zwolle for Gemeente Zwolle.
        Short,
        /// An abbreviation. Not unique: SBB is also Staatsbosbeheer (rule R16).
        Abbreviation,
        /// Another name in use.
        Alias,
    }

    /// A language in which names and texts are kept.
    pub enum Language {
        /// Dutch.
        Nl,
        /// English.
        En,
    }

    /// What a contact detail is.
    pub enum ContactKind {
        /// A website.
        Website,
        /// An e-mail address of an office, not of a person.
        Email,
        /// A telephone number of an office.
        Phone,
        /// A page on LinkedIn.
        Linkedin,
        /// A page on Instagram.
        Instagram,
        /// A page on another social medium.
        Social,
    }
}

/// One name of an organisation, a body or a programme line, for a period. Exactly one of the three is given.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Name {
    /// Equal everywhere; derived from the key when a file gives none.
    #[serde(default)]
    pub id: NameId,
    /// Key of the row.
    pub key: Slug,
    /// Whose name, when an organisation's.
    pub organisation: Option<OrganisationId>,
    /// Whose name, when a body's.
    pub body: Option<BodyId>,
    /// Whose name, when a programme line's.
    pub programme_line: Option<ProgrammeLineId>,
    /// The name.
    pub name: String,
    /// In which language.
    pub language: Language,
    /// What it is.
    pub kind: NameKind,
    /// Since when it is used.
    pub since: Option<PartialDate>,
    /// Until when it was used.
    pub until: Option<PartialDate>,
    /// On whose word.
    pub source: SourceText,
    /// How sure.
    pub confidence: Confidence,
    /// Who may see it.
    #[serde(default)]
    pub audience: Audience,
    /// A remark.
    pub note: Option<String>,
}

/// A register number of an organisation: the identity by which two rows are the same (rule R16).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Identifier {
    /// Equal everywhere; derived from the key when a file gives none.
    #[serde(default)]
    pub id: IdentifierId,
    /// Key of the row.
    pub key: Slug,
    /// Whose number.
    pub organisation: OrganisationId,
    /// The register, in capitals: `TOOI`, `CBS`, `OIN`, `RSIN`, `KVK`, `WIKIDATA`, `ISO_3166_2`.
    pub scheme: String,
    /// The number or code in that register.
    pub value: String,
    /// On whose word.
    pub source: SourceText,
    /// How sure.
    pub confidence: Confidence,
    /// Who may see it.
    #[serde(default)]
    pub audience: Audience,
    /// A remark.
    pub note: Option<String>,
}

/// A public contact detail of an organisation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Contact {
    /// Equal everywhere; derived from the key when a file gives none.
    #[serde(default)]
    pub id: ContactId,
    /// Key of the row.
    pub key: Slug,
    /// Whose.
    pub organisation: OrganisationId,
    /// What it is.
    pub kind: ContactKind,
    /// Address or number.
    pub value: String,
    /// On whose word.
    pub source: SourceText,
    /// How sure.
    pub confidence: Confidence,
    /// Who may see it.
    #[serde(default)]
    pub audience: Audience,
    /// A remark.
    pub note: Option<String>,
}

/// Figures of a municipality.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MunicipalityStatistics {
    /// Equal everywhere; derived from the key when a file gives none.
    #[serde(default)]
    pub id: MunicipalityStatisticsId,
    /// Key of the row.
    pub key: Slug,
    /// Which municipality.
    pub organisation: OrganisationId,
    /// The day on which the figures were read; `None` when the source does not say.
    pub counted_on: Option<NaiveDate>,
    /// Number of inhabitants.
    pub inhabitants: Option<u32>,
    /// Area in square kilometres.
    #[serde(default, with = "rust_decimal::serde::str_option")]
    pub area_km2: Option<Decimal>,
    /// Seats of the municipal council.
    pub council_seats: Option<u32>,
    /// On whose word.
    pub source: SourceText,
    /// How sure.
    pub confidence: Confidence,
    /// Who may see it.
    #[serde(default)]
    pub audience: Audience,
    /// A remark.
    pub note: Option<String>,
}
