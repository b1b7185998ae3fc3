//! What ends: partnerships, memberships of groups, and seats.

use async_graphql::{Context, ID, InputObject, Object};
use network::facts;
use network::id::FactId;
use network::plan::{Act, ErrorCode, Pointer, Rejection};

use super::answered::{answer, payload};
use super::asked::{Asked, Because, Read, target};
use super::input::{Changing, everything};
use crate::graphql::error::ApiError;
use crate::graphql::filters::{OrganisationBy, StakeholderGroupBy};
use crate::graphql::reader::Reader;
use crate::graphql::scalars::PartialDate;

/// An organisation leaves the network.
#[derive(Debug, Clone, InputObject)]
pub struct LeaveNetworkInput {
    /// Who leaves.
    organisation: OrganisationBy,
    /// The last day, month or year in which it was a partner.
    until: PartialDate,
    #[graphql(flatten)]
    changing: Changing,
}

/// An organisation leaves a stakeholder group.
#[derive(Debug, Clone, InputObject)]
pub struct LeaveGroupInput {
    /// Who leaves.
    organisation: OrganisationBy,
    /// Which group.
    group: StakeholderGroupBy,
    /// The last day, month or year in which it was a member.
    until: PartialDate,
    #[graphql(flatten)]
    changing: Changing,
}

/// A seat ends.
#[derive(Debug, Clone, InputObject)]
pub struct EndSeatInput {
    /// Which seat.
    id: ID,
    /// The last day, month or year in which it was held.
    until: PartialDate,
    #[graphql(flatten)]
    changing: Changing,
}

payload! {
    /// What leaving came to.
    LeaveNetworkPayload { partnership: Partnership in partnerships }
}
payload! {
    /// What leaving a stakeholder group came to.
    LeaveGroupPayload { group_membership: GroupMembership in group_memberships }
}
payload! {
    /// What ending a seat came to.
    EndSeatPayload { seat: Seat in seats }
}

/// What ends.
#[derive(Default)]
pub struct Endings;

/// What ends.
#[Object(serial)]
impl Endings {
    /// Records that an organisation leaves the network (uittreden). Needs the role EDITOR.
    async fn leave_network(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Who leaves, when, and on whose word.")] input: LeaveNetworkInput,
    ) -> Result<LeaveNetworkPayload, ApiError> {
        let view = everything(Reader::of(ctx)?)?;
        let network = view.network();
        let partnership = input.organisation.find(&view).and_then(|ix| {
            let open = |ix: &network::table::Ix<facts::Partnership>| network.partnerships.get(*ix).until.is_none();
            network.belonging.partnerships_of.of(ix).find(open)
        });
        let partnership = partnership.map(|ix| network.partnerships.get(ix).id);
        let words = [
            "deze organisatie is geen deelnemer waarvan het einde open is",
            "this organisation is no partner whose end is open",
        ];
        let act = ends("partnerships", partnership, &input.until, words);
        let because = Because::changing(&input.changing);
        answer(ctx, Asked { verb: "leave_network", act, because }).await.map(LeaveNetworkPayload)
    }

    /// Records that an organisation leaves a stakeholder group. Needs the role EDITOR.
    async fn leave_group(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Who leaves which group, when, and on whose word.")] input: LeaveGroupInput,
    ) -> Result<LeaveGroupPayload, ApiError> {
        let view = everything(Reader::of(ctx)?)?;
        let network = view.network();
        let group = input.group.find(&view).map(|ix| network.stakeholder_groups.get(ix).id);
        let membership = input.organisation.find(&view).and_then(|ix| {
            let rows = network.belonging.memberships_of.of(ix).map(|ix| network.group_memberships.get(ix));
            rows.filter(|row| Some(row.group) == group).find(|row| row.until.is_none())
        });
        let words = [
            "deze organisatie is geen lid van deze groep waarvan het einde open is",
            "this organisation is no member of this group whose end is open",
        ];
        let act = ends("group_memberships", membership.map(|row| row.id), &input.until, words);
        let because = Because::changing(&input.changing);
        answer(ctx, Asked { verb: "leave_group", act, because }).await.map(LeaveGroupPayload)
    }

    /// Records that a seat ends (zetel beëindigen). Needs the role EDITOR.
    async fn end_seat(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which seat, when, and on whose word.")] input: EndSeatInput,
    ) -> Result<EndSeatPayload, ApiError> {
        let act = target::<facts::Seat>(&input.id, "id").map(|target| Act::End { target, until: input.until.0 });
        let because = Because::changing(&input.changing);
        answer(ctx, Asked { verb: "end_seat", act, because }).await.map(EndSeatPayload)
    }
}

/// What of an organisation ends; when nothing does, in Dutch and English why.
fn ends(noun: &'static str, id: Option<impl FactId>, until: &PartialDate, [nl, en]: [&str; 2]) -> Read<Act> {
    let missing = || Rejection::new(ErrorCode::NotFound, &["organisation"], nl, en);
    let unread = if id.is_none() { vec![missing()] } else { Vec::new() };
    let target = Pointer { noun, id: id.map(FactId::uuid).unwrap_or_default() };
    Read { made: Act::End { target, until: until.0 }, unread }
}
