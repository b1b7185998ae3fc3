//! Everything that can be corrected by its id.

use std::sync::Arc;

use async_graphql::{ID, Interface};
use network::facts::{self, Fact as _};
use network::id::FactId;
use network::plan::Pointer;
use network::view::View;

use super::*;
use crate::graphql::global_id;

macro_rules! facts {
    ($($(#[$doc:meta])* $noun:ident $table:ident;)*) => {
        /// One fact, of any noun: what a correction or removal names by its id.
        #[derive(Clone, Interface)]
        #[graphql(field(name = "id", ty = "ID", desc = "Opaque id, the same in every view."))]
        pub enum Fact {
            $($(#[$doc])* $noun($noun),)*
        }

        impl Fact {
            /// The fact with this id, when the view has it.
            pub(in crate::graphql) fn find(view: &Arc<View>, id: &ID) -> Option<Self> {
                let network = view.network();
                $(if let Some(id) = global_id::read::<facts::$noun>(id) {
                    let ix = network.$table.by_id(id)?;
                    return view.fact(&network.$table, ix).map(|_| Self::$noun($noun::new(view, ix)));
                })*
                None
            }

            /// What a change is about, when it is there; `None` for the network itself.
            pub(in crate::graphql) fn of_target(view: &Arc<View>, target: Pointer) -> Option<Self> {
                match target.noun {
                    $(facts::$noun::NOUN => {
                        let ix = view.network().$table.by_id(FactId::from_uuid(target.id))?;
                        Some(Self::$noun($noun::new(view, ix)))
                    })*
                    _ => None,
                }
            }
        }
    };
}

facts! {
    /// A partner or addressee.
    Organisation organisations;
    /// A name.
    Name names;
    /// A register number.
    Identifier identifiers;
    /// A contact detail.
    Contact contacts;
    /// Figures of a municipality.
    MunicipalityStatistics municipality_statistics;
    /// A stakeholder group.
    StakeholderGroup stakeholder_groups;
    /// A membership of a stakeholder group.
    GroupMembership group_memberships;
    /// A partnership.
    Partnership partnerships;
    /// A relation.
    Relation relations;
    /// A programme line.
    ProgrammeLine programme_lines;
    /// A goal.
    Goal goals;
    /// An initiative.
    Initiative initiatives;
    /// A place of an initiative.
    InitiativePart initiative_parts;
    /// An ambition.
    Ambition ambitions;
    /// A measure.
    Measure measures;
    /// A person.
    Person persons;
    /// An office.
    Office offices;
    /// A body.
    Body bodies;
    /// A seat.
    Seat seats;
    /// An agreement.
    Agreement agreements;
    /// A signature.
    Signature signatures;
    /// A decision.
    Decision decisions;
    /// A commitment.
    Commitment commitments;
    /// A contribution.
    Contribution contributions;
    /// A milestone.
    Milestone milestones;
    /// A meeting.
    Meeting meetings;
    /// A statement.
    Statement statements;
    /// A document.
    Document documents;
    /// A rule.
    Rule rules;
    /// A declared number.
    DeclaredCount declared_counts;
    /// A way to reach a person.
    PersonContact person_contacts;
    /// A tie between two persons.
    Tie ties;
    /// A topic of the joint agenda.
    Topic topics;
    /// Whom a topic has to reach.
    Target targets;
    /// A judgement of a target.
    Assessment assessments;
    /// A decision that others take.
    DecisionMoment decision_moments;
    /// A stage of such a decision.
    DecisionStage decision_stages;
    /// A talk.
    ContactMoment contact_moments;
    /// What was said in a talk in confidence.
    ContactNote contact_notes;
    /// What has to be done after a talk.
    FollowUp follow_ups;
    /// How a partner wants to be informed.
    Preference preferences;
}
