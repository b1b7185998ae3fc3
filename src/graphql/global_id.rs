//! Opaque ids that are the same in every view and every database: type and UUID.

use async_graphql::ID;
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use network::any_fact::AnyFact;
use network::facts::*;
use network::id::{FactId, MergedOrganisationId, OrganisationId};
use network::network::Network;
use network::node::NodeIx;
use uuid::Uuid;

/// The id of a node.
pub fn encode(network: &Network, node: impl Into<NodeIx>) -> ID {
    let node = node.into();
    write(node.noun(), node.uuid(network))
}

/// The id of a fact, which need not have a page of its own.
pub fn of<T: Fact>(fact: &T) -> ID {
    write(T::Id::TYPE, fact.id().uuid())
}

/// The id that an organisation had before it was merged into another one.
pub fn of_organisation(merged: MergedOrganisationId) -> ID {
    write(OrganisationId::TYPE, merged.uuid())
}

macro_rules! of_any {
    ($($noun:ident $fact:ident,)*) => {
        /// The id of a fact of any noun.
        pub fn of_any(fact: &AnyFact) -> ID {
            match fact { $(AnyFact::$fact(fact) => of(&**fact),)* }
        }
    };
}
network::for_each_noun!(of_any);

/// What an id of a fact of this noun stands for; `None` when it is an id of another noun, or none at all.
pub fn read<T: Fact>(id: &ID) -> Option<T::Id> {
    let bytes = URL_SAFE_NO_PAD.decode(id.as_bytes()).ok()?;
    let (head, uuid) = bytes.split_last_chunk::<16>()?;
    (head.strip_suffix(b":")? == T::Id::TYPE.as_bytes()).then(|| T::Id::from_uuid(Uuid::from_bytes(*uuid)))
}

/// The UUID in an id, whatever its noun; `None` when it is no id at all.
pub fn uuid(id: &ID) -> Option<Uuid> {
    let bytes = URL_SAFE_NO_PAD.decode(id.as_bytes()).ok()?;
    let (head, uuid) = bytes.split_last_chunk::<16>()?;
    head.ends_with(b":").then(|| Uuid::from_bytes(*uuid))
}

/// The type of the API that an id is of; `None` when it is no id at all.
pub fn noun(id: &ID) -> Option<String> {
    let bytes = URL_SAFE_NO_PAD.decode(id.as_bytes()).ok()?;
    let (head, _) = bytes.split_last_chunk::<16>()?;
    let noun = std::str::from_utf8(head.strip_suffix(b":")?).ok()?;
    // It is told in a message: what is no name is none.
    let is_name = !noun.is_empty() && noun.len() <= 40 && noun.bytes().all(|byte| byte.is_ascii_alphabetic());
    is_name.then(|| noun.to_owned())
}

/// The id of something of this kind.
pub(super) fn write(noun: &str, uuid: Uuid) -> ID {
    let mut bytes = noun.as_bytes().to_vec();
    bytes.push(b':');
    bytes.extend(uuid.as_bytes());
    ID(URL_SAFE_NO_PAD.encode(bytes))
}

/// The node with this id; `None` when there is none, or when it is no id at all. An organisation that was merged into
/// another one is that one.
pub fn decode(network: &Network, id: &ID) -> Option<NodeIx> {
    let bytes = URL_SAFE_NO_PAD.decode(id.as_bytes()).ok()?;
    let (head, uuid) = bytes.split_last_chunk::<16>()?;
    let noun = std::str::from_utf8(head.strip_suffix(b":")?).ok()?;
    let uuid = Uuid::from_bytes(*uuid);
    if noun == OrganisationId::TYPE {
        return network.organisation(OrganisationId::from_uuid(uuid)).map(NodeIx::Organisation);
    }
    NodeIx::find(network, noun, uuid)
}
