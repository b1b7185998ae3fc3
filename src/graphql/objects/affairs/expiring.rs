//! What is not kept much longer.

use async_graphql::{ID, SimpleObject};
use network::network::Network;
use network::privacy::{Expiry, Kept};

use crate::graphql::codes::Code;
use crate::graphql::global_id;
use crate::graphql::scalars::Date;
use crate::graphql::shown;

/// Something whose period of retention ends (bewaartermijn).
#[derive(SimpleObject)]
pub struct Expiring {
    /// Which kind it is, and what of it goes.
    kind: Code<Kept>,
    /// Name of the file and table of the record: `assessments`.
    noun: String,
    /// Id of the record.
    id: ID,
    /// Key of the record.
    key: String,
    /// The first day on which it is not kept any more.
    on: Date,
}

impl Expiring {
    /// One of the network that it was found in.
    pub(super) fn new(network: &Network, Expiry { kind, noun, id, key, on }: Expiry) -> Option<Self> {
        let fact = network.fact(noun, id)?;
        shown::note(fact.audience(), noun, || id);
        let id = global_id::of_any(&fact);
        Some(Self { kind: Code(kind), noun: noun.to_owned(), id, key, on: Date(on) })
    }
}
