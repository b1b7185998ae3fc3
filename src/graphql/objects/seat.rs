//! Seats in bodies.

use network::facts::SeatRole;

use super::participation::participation_fields;
use super::{Body, Organisation, Person, Seat, StakeholderGroup};
use crate::graphql::codes::Code;
use crate::graphql::error::ApiError;
use crate::graphql::page::{Order, connection};
use crate::graphql::scalars::PartialDate;

connection! {
    /// A page of seats.
    SeatConnection, SeatEdge of Seat
}

impl Seat {
    /// Chair first, then by key.
    pub(super) const BY_ROLE: Order<Self> = Order {
        name: "role",
        key: |node| {
            let mut bytes = vec![node.row().role as u8];
            bytes.extend(node.key_order());
            bytes
        },
    };
}

participation_fields! {
    /// A place in a body, held on behalf of organisations or of a group. It counts for those, not for the holder's
    /// employer (zetel).
    Seat {
        /// As what: chair, member, …
        async fn role(&self) -> Code<SeatRole> {
            Code(self.row().role)
        }

        /// In which body; null only when the body is not in the view.
        async fn body(&self) -> Option<Body> {
            let ix = self.network().bodies.by_id(self.row().body)?;
            self.view.sees(ix).map(|_| Body::new(&self.view, ix))
        }

        /// Who holds it; null: nobody in particular, or not known.
        async fn holder(&self) -> Option<Person> {
            let ix = self.network().persons.by_id(self.row().holder?)?;
            self.view.sees(ix).map(|_| Person::new(&self.view, ix))
        }

        /// The group on behalf of whose members it is held; null: on behalf of single organisations.
        async fn on_behalf_of_group(&self) -> Option<StakeholderGroup> {
            let ix = self.network().stakeholder_groups.by_id(self.row().on_behalf_of_group?)?;
            self.view.sees(ix).map(|_| StakeholderGroup::new(&self.view, ix))
        }

        /// Whose office-holder sits there, when not one of those on whose behalf the seat is held; counts for nothing.
        async fn supplied_by(&self) -> Option<Organisation> {
            Organisation::by_id(&self.view, self.row().supplied_by?)
        }
    }
}
