//! How one thing is named in an argument: by id, by key, by register number.

use async_graphql::{ID, InputObject, OneofObject};
use network::facts;
use network::node::NodeIx;
use network::table::Ix;
use network::view::View;

use crate::graphql::global_id;

/// A register number.
#[derive(Debug, Clone, InputObject)]
pub struct IdentifierInput {
    /// The register: TOOI, CBS, OIN, RSIN, KVK, WIKIDATA, ISO_3166_2. Upper and lower case are the same.
    scheme: String,
    /// The number or code.
    value: String,
}

impl IdentifierInput {
    /// The organisation with this number, when the view trusts the number.
    pub(super) fn find(&self, view: &View) -> Option<Ix<facts::Organisation>> {
        let network = view.network();
        let found = network.identifier(&self.scheme, &self.value)?;
        view.fact(&network.identifiers, found)?;
        network.organisations.by_id(network.identifiers.get(found).organisation)
    }
}

/// Names one organisation. One that was merged into another one is found by its old id and key: it is the one that stays.
#[derive(Debug, Clone, OneofObject)]
pub enum OrganisationBy {
    /// By its opaque id.
    Id(ID),
    /// By its key: `gemeente-zwolle`.
    Slug(String),
    /// By a register number: TOOI gm0193.
    Identifier(IdentifierInput),
}

impl OrganisationBy {
    /// The organisation, when the view has it.
    pub(in crate::graphql) fn find(&self, view: &View) -> Option<Ix<facts::Organisation>> {
        let network = view.network();
        let found = match self {
            Self::Id(id) => match global_id::decode(network, id)? {
                NodeIx::Organisation(ix) => ix,
                _ => return None,
            },
            Self::Slug(slug) => network.organisation_by_key(slug)?,
            Self::Identifier(identifier) => identifier.find(view)?,
        };
        view.sees(found).map(|_| found)
    }
}

macro_rules! keyed_by {
    ($($(#[doc = $doc:literal])* $by:ident $noun:ident $table:ident;)*) => {$(
        $(#[doc = $doc])*
        #[derive(Debug, Clone, OneofObject)]
        pub enum $by {
            /// By its opaque id.
            Id(ID),
            /// By its key.
            Key(String),
        }

        impl $by {
            /// The row, when the view has it.
            pub(in crate::graphql) fn find(&self, view: &View) -> Option<Ix<facts::$noun>> {
                let table = &view.network().$table;
                let found = match self {
                    Self::Id(id) => table.by_id(global_id::read::<facts::$noun>(id)?)?,
                    Self::Key(key) => table.by_key(key)?,
                };
                view.fact(table, found).map(|_| found)
            }
        }
    )*};
}

keyed_by! {
    /// Names one goal.
    GoalBy Goal goals;
    /// Names one ambition.
    AmbitionBy Ambition ambitions;
    /// Names one statement.
    StatementBy Statement statements;
    /// Names one rule: R05.
    RuleBy Rule rules;
    /// Names one topic of the joint agenda.
    TopicBy Topic topics;
    /// Names one decision that others take.
    DecisionMomentBy DecisionMoment decision_moments;
}

macro_rules! by {
    ($($(#[doc = $doc:literal])* $by:ident $noun:ident $table:ident;)*) => {$(
        $(#[doc = $doc])*
        #[derive(Debug, Clone, OneofObject)]
        pub enum $by {
            /// By its opaque id.
            Id(ID),
            /// By its key.
            Slug(String),
        }

        impl $by {
            /// The row, when the view has it.
            pub(in crate::graphql) fn find(&self, view: &View) -> Option<Ix<facts::$noun>> {
                let network = view.network();
                let found = match self {
                    Self::Id(id) => match global_id::decode(network, id)? {
                        NodeIx::$noun(ix) => ix,
                        _ => return None,
                    },
                    Self::Slug(slug) => network.$table.by_key(slug)?,
                };
                view.sees(found).map(|_| found)
            }
        }
    )*};
}

by! {
    /// Names one body.
    BodyBy Body bodies;
    /// Names one programme line or precondition.
    ProgrammeLineBy ProgrammeLine programme_lines;
    /// Names one initiative.
    InitiativeBy Initiative initiatives;
    /// Names one agreement.
    AgreementBy Agreement agreements;
    /// Names one person.
    PersonBy Person persons;
    /// Names one stakeholder group.
    StakeholderGroupBy StakeholderGroup stakeholder_groups;
}
