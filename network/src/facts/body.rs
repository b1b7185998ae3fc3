//! Organs that meet.

use serde::{Deserialize, Serialize};

use super::prelude::*;

/// An organ that meets: general board, steering group, portfolio holders' meeting, council.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Body {
    /// Equal everywhere; derived from the slug when a file gives none.
    #[serde(default)]
    pub id: BodyId,
    /// Key in addresses and files.
    pub slug: Slug,
    /// Dutch name.
    pub name_nl: String,
    /// English name; `None`: the Dutch one.
    pub name_en: Option<String>,
    /// What it is.
    pub kind: BodyKind,
    /// The body it reports to.
    pub parent: Option<BodyId>,
    /// Whether its place is stated or inferred; `None` when nothing is said.
    pub parent_basis: Option<Basis>,
    /// The organisation whose organ it is; `None`: an organ of the network.
    pub organisation: Option<OrganisationId>,
    /// Lines that it steers.
    #[serde(default)]
    pub steers_programme_lines: List<ProgrammeLineId>,
    /// Initiatives that it steers.
    #[serde(default)]
    pub steers_initiatives: List<InitiativeId>,
    /// Whether it is a democratic organ: only those take decisions (rule R01).
    pub democratic: bool,
    /// Why it is or is not: elected, statutory_executive, none.
    pub democratic_basis: Option<String>,
    /// Political, official or mixed; `None`: unknown.
    pub level: Option<BodyLevel>,
    /// Whether it stands in the governance chart.
    pub in_chart: bool,
    /// Whether it stands in the meeting schedule.
    pub in_schedule: bool,
    /// When it was set up.
    pub since: Option<PartialDate>,
    /// When it ended.
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
    /// What a body is.
    pub enum BodyKind {
        /// Councils and provincial states.
        DemocraticAssembly,
        /// Executive (college).
        ExecutiveCollege,
        /// Council, states or assembly of one government.
        Council,
        /// A constituency in the chart, no meeting.
        Constituency,
        /// General board (algemeen bestuur).
        GeneralBoard,
        /// Executive board (dagelijks bestuur).
        ExecutiveBoard,
        /// Sounding board (klankbordgroep).
        SoundingBoard,
        /// Steering group (stuurgroep).
        SteeringGroup,
        /// Portfolio holders' meeting (portefeuillehoudersoverleg, PHO).
        PortfolioHoldersMeeting,
        /// Another board.
        Board,
        /// Consultation between governments.
        IntergovernmentalConsultation,
        /// A knowledge programme in the chart.
        KnowledgeProgramme,
        /// Account managers' meeting.
        AccountMeeting,
        /// Meeting of directors.
        DirectorsMeeting,
        /// Network of secretaries.
        SecretariesNetwork,
        /// Core team (kernteam).
        CoreTeam,
        /// A series of partner days.
        EventSeries,
        /// Officials' meeting (ambtelijk overleg).
        OfficialsMeeting,
        /// Joint session.
        JointSession,
        /// The sector tables together.
        SectorTableCollective,
        /// Sector table (sectortafel).
        SectorTable,
        /// A former board.
        HistoricBoard,
        /// Anything else.
        Other,
    }

    /// Who meets.
    pub enum BodyLevel {
        /// Administrators and elected people (bestuurlijk).
        Political,
        /// Officials (ambtelijk).
        Official,
        /// Both.
        Mixed,
    }

    /// How something is known.
    pub enum Basis {
        /// The source says so.
        Stated,
        /// We read it from the source.
        Inferred,
    }
}
