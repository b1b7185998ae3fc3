//! The fields that hold several values: each lies in a table of its own, one row per value.

use network::facts::*;
use network::id::*;
use network::list::List;
use rustc_hash::FxHashMap;
use sea_orm::ActiveValue::Set;
use sea_orm::prelude::Uuid;
use sea_orm::{ActiveModelBehavior, ActiveModelTrait};

use super::cells::row_name;
use super::problems::{Problems, Unreadable};
use super::references::{Known, missing};
use super::rows::Row;

/// A table of pairs: a fact, and one of the values of its list.
pub(super) trait Pairs {
    /// What sea-orm writes.
    type ActiveModel: ActiveModelBehavior + ActiveModelTrait + Send;

    /// Whose list.
    type Fact: Row;

    /// What is in the list.
    type Item: FactId;

    const TABLE: &'static str;

    /// Column of the fact.
    const OWNER: &'static str;

    /// Column of the value.
    const ITEM: &'static str;

    fn list(fact: &Self::Fact) -> &List<Self::Item>;

    fn list_mut(fact: &mut Self::Fact) -> &mut List<Self::Item>;

    fn to_row(owner: Uuid, item: Uuid) -> Self::ActiveModel;
}

/// Calls a macro with every list: `table Pairs of noun,` …
macro_rules! for_each_list {
    ($apply:ident) => {
        $apply! {
            agreement_covers AgreementCovers of agreements,
            body_steers_initiative BodySteersInitiative of bodies,
            body_steers_programme_line BodySteersProgrammeLine of bodies,
            initiative_goal InitiativeGoal of initiatives,
            milestone_agreement MilestoneAgreement of milestones,
            seat_on_behalf_of SeatOnBehalfOf of seats,
            decision_moment_topic DecisionMomentTopic of decision_moments,
            contact_moment_our_person ContactMomentOurPerson of contact_moments,
            contact_moment_their_person ContactMomentTheirPerson of contact_moments,
        }
    };
}
pub(super) use for_each_list;

macro_rules! pairs {
    ($($pairs:ident in $table:ident($owner:ident, $item:ident) is $fact:ident.$list:ident of $id:ident;)*) => {$(
        #[doc = concat!("The list `", stringify!($list), "` of [`", stringify!($fact), "`].")]
        pub(super) struct $pairs;

        impl Pairs for $pairs {
            type ActiveModel = entity::$table::ActiveModel;
            type Fact = $fact;
            type Item = $id;

            const TABLE: &'static str = stringify!($table);
            const OWNER: &'static str = stringify!($owner);
            const ITEM: &'static str = stringify!($item);

            fn list(fact: &$fact) -> &List<$id> {
                &fact.$list
            }

            fn list_mut(fact: &mut $fact) -> &mut List<$id> {
                &mut fact.$list
            }

            fn to_row($owner: Uuid, $item: Uuid) -> Self::ActiveModel {
                Self::ActiveModel { $owner: Set($owner), $item: Set($item) }
            }
        }
    )*};
}

pairs! {
    AgreementCovers in agreement_covers(agreement_id, programme_line_id) is Agreement.covers of ProgrammeLineId;
    BodySteersInitiative in body_steers_initiative(body_id, initiative_id) is Body.steers_initiatives of InitiativeId;
    BodySteersProgrammeLine in body_steers_programme_line(body_id, programme_line_id)
        is Body.steers_programme_lines of ProgrammeLineId;
    InitiativeGoal in initiative_goal(initiative_id, goal_id) is Initiative.goals of GoalId;
    MilestoneAgreement in milestone_agreement(milestone_id, agreement_id) is Milestone.agreements of AgreementId;
    SeatOnBehalfOf in seat_on_behalf_of(seat_id, organisation_id) is Seat.on_behalf_of of OrganisationId;
    DecisionMomentTopic in decision_moment_topic(decision_moment_id, topic_id) is DecisionMoment.topics of TopicId;
    ContactMomentOurPerson in contact_moment_our_person(contact_moment_id, person_id) is ContactMoment.our_persons of PersonId;
    ContactMomentTheirPerson in contact_moment_their_person(contact_moment_id, person_id) is ContactMoment.their_persons of PersonId;
}

/// All rows of a list's table.
pub(super) fn to_rows<P: Pairs>(facts: &[P::Fact]) -> impl Iterator<Item = P::ActiveModel> {
    facts.iter().flat_map(|fact| P::list(fact).iter().map(|item| P::to_row(fact.id().uuid(), item.uuid())))
}

/// Puts each value into the list of its fact; notes the rows whose fact or value is not there.
pub(super) fn attach<P: Pairs>(
    facts: &mut [P::Fact],
    pairs: impl IntoIterator<Item = (Uuid, Uuid)>,
    problems: &mut Problems,
) {
    let at: FxHashMap<Uuid, usize> = facts.iter().enumerate().map(|(at, fact)| (fact.id().uuid(), at)).collect();
    for (owner, item) in pairs {
        match at.get(&owner).and_then(|at| facts.get_mut(*at)) {
            Some(fact) => {
                P::list_mut(fact).insert(P::Item::from_uuid(item));
            }
            None => {
                let owner = <P::Fact as Fact>::Id::from_uuid(owner);
                problems.push(Unreadable {
                    table: P::TABLE,
                    row: format!("{}, {item}", owner.uuid()),
                    column: P::OWNER,
                    reason: missing(owner),
                });
            }
        }
    }
}

/// Notes which values of lists are not there.
pub(super) fn check_references<P: Pairs>(facts: &[P::Fact], known: &Known<'_>, problems: &mut Problems) {
    let ids = known.ids_of::<P::Item>();
    for fact in facts {
        for item in P::list(fact).iter().filter(|item| !ids.contains(&item.uuid())) {
            problems.push(Unreadable {
                table: P::TABLE,
                row: format!("{}, {}", row_name(fact.key(), &fact.id().uuid()), item.uuid()),
                column: P::ITEM,
                reason: missing(*item),
            });
        }
    }
}
