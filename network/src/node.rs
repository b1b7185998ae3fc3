//! Anything that has a page of its own.

use uuid::Uuid;

use crate::facts::*;
use crate::id::*;
use crate::network::Network;
use crate::table::Ix;

macro_rules! nodes {
    ($($(#[$doc:meta])* $noun:ident $id:ident $table:ident,)*) => {
        /// A row of one of the nouns that can be pointed at from outside.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub enum NodeIx {
            $($(#[$doc])* $noun(Ix<$noun>),)*
        }

        $(impl From<Ix<$noun>> for NodeIx {
            fn from(ix: Ix<$noun>) -> Self {
                Self::$noun(ix)
            }
        })*

        impl NodeIx {
            /// The node with this type and id; `None` when there is none.
            #[must_use]
            pub fn find(network: &Network, noun: &str, uuid: Uuid) -> Option<Self> {
                match noun {
                    $($id::TYPE => network.$table.by_id($id::from_uuid(uuid)).map(Self::$noun),)*
                    _ => None,
                }
            }

            /// All of them.
            pub fn all(network: &Network) -> impl Iterator<Item = Self> {
                std::iter::empty()$(.chain(network.$table.indices().map(Self::$noun)))*
            }

            /// The node in this table with this id; `None` when there is none, or when its noun has no page of its own.
            #[must_use]
            pub fn in_table(network: &Network, table: &str, uuid: Uuid) -> Option<Self> {
                match table {
                    $($noun::NOUN => network.$table.by_id($id::from_uuid(uuid)).map(Self::$noun),)*
                    _ => None,
                }
            }

            /// Its noun in the words of the API.
            #[must_use]
            pub fn noun(self) -> &'static str {
                match self {
                    $(Self::$noun(_) => $id::TYPE,)*
                }
            }

            /// Name of the file and table that it stands in: `organisations`.
            #[must_use]
            pub fn table(self) -> &'static str {
                match self {
                    $(Self::$noun(_) => $noun::NOUN,)*
                }
            }

            /// Its id.
            #[must_use]
            pub fn uuid(self, network: &Network) -> Uuid {
                match self {
                    $(Self::$noun(ix) => network.$table.get(ix).id().uuid(),)*
                }
            }

            /// Its key.
            #[must_use]
            pub fn key(self, network: &Network) -> &str {
                match self {
                    $(Self::$noun(ix) => network.$table.get(ix).key(),)*
                }
            }
        }
    };
}

nodes! {
    /// An organisation.
    Organisation OrganisationId organisations,
    /// A stakeholder group.
    StakeholderGroup StakeholderGroupId stakeholder_groups,
    /// A body.
    Body BodyId bodies,
    /// A programme line or precondition.
    ProgrammeLine ProgrammeLineId programme_lines,
    /// A programme, project or activity.
    Initiative InitiativeId initiatives,
    /// An agreement.
    Agreement AgreementId agreements,
    /// A decision.
    Decision DecisionId decisions,
    /// A milestone.
    Milestone MilestoneId milestones,
    /// A meeting.
    Meeting MeetingId meetings,
    /// A person.
    Person PersonId persons,
    /// A seat.
    Seat SeatId seats,
    /// A commitment.
    Commitment CommitmentId commitments,
    /// A signature.
    Signature SignatureId signatures,
    /// A statement.
    Statement StatementId statements,
    /// A document.
    Document DocumentId documents,
}

impl Network {
    /// From whom a relation runs, and to whom; `None` never happens in a network that was built.
    #[must_use]
    pub fn ends_of(&self, relation: &Relation) -> Option<(NodeIx, NodeIx)> {
        let end = |organisation: Option<OrganisationId>, group: Option<StakeholderGroupId>, body: Option<BodyId>| {
            let organisation = organisation.and_then(|id| self.organisations.by_id(id)).map(NodeIx::from);
            let group = group.and_then(|id| self.stakeholder_groups.by_id(id)).map(NodeIx::from);
            organisation.or(group).or_else(|| body.and_then(|id| self.bodies.by_id(id)).map(NodeIx::from))
        };
        let from = end(relation.from_organisation, relation.from_group, relation.from_body)?;
        Some((from, end(relation.to_organisation, relation.to_group, relation.to_body)?))
    }
}
