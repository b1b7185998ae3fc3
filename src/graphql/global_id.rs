//! Opaque ids that are the same in every view and every database: type and UUID.

use async_graphql::ID;
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use network::network::Network;
use network::node::NodeIx;
use uuid::Uuid;

/// The id of a node.
pub fn encode(network: &Network, node: impl Into<NodeIx>) -> ID {
    let node = node.into();
    let mut bytes = node.noun().as_bytes().to_vec();
    bytes.push(b':');
    bytes.extend(node.uuid(network).as_bytes());
    ID(URL_SAFE_NO_PAD.encode(bytes))
}

/// The node with this id; `None` when there is none, or when it is no id at all.
pub fn decode(network: &Network, id: &ID) -> Option<NodeIx> {
    let bytes = URL_SAFE_NO_PAD.decode(id.as_bytes()).ok()?;
    let (head, uuid) = bytes.split_last_chunk::<16>()?;
    let noun = std::str::from_utf8(head.strip_suffix(b":")?).ok()?;
    NodeIx::find(network, noun, Uuid::from_bytes(*uuid))
}
