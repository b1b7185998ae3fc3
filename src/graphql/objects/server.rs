//! What a client should know of the server itself.

use async_graphql::{Context, Object, SimpleObject};
use serde::{Deserialize, Serialize};

use crate::graphql::error::ApiError;
use crate::graphql::guard::Limits;
use crate::graphql::page::{DEFAULT_PAGE, MAX_LIST, MAX_PAGE};
use crate::graphql::reader::Reader;

use super::graph::{MOST_LINKS, MOST_NODES};

/// The server.
pub struct Server;

/// This server: its version, what it knows and what it allows.
#[Object(serial)]
impl Server {
    /// Name of the program.
    async fn name(&self) -> &str {
        env!("CARGO_PKG_NAME")
    }

    /// Version of the program.
    async fn version(&self) -> &str {
        env!("CARGO_PKG_VERSION")
    }

    /// The latest revision of the network.
    async fn revision(&self, ctx: &Context<'_>) -> Result<i64, ApiError> {
        Ok(Reader::of(ctx)?.network().revision().number)
    }

    /// What a request may ask for. What it costs stands in `extensions.cost` of the answer when the request has
    /// `extensions: { "cost": true }`: a field costs 1, what is below a page costs times its size, what is below another
    /// list times 10.
    async fn limits(&self, ctx: &Context<'_>) -> Result<ServerLimits, ApiError> {
        let limits = ctx.data::<Limits>().map_err(|missing| ApiError::internal("find the limits", missing.message))?;
        Ok(ServerLimits::of(limits))
    }

    /// How people sign in by a page at the provider of OpenID Connect whose tokens count here; null: by a token only.
    async fn sign_in(&self, ctx: &Context<'_>) -> Option<SignIn> {
        ctx.data_opt::<SignIn>().cloned()
    }
}

/// What a page needs to sign somebody in: the authorization code flow with PKCE of a public client.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, SimpleObject)]
#[serde(rename_all = "camelCase")]
pub struct SignIn {
    /// Address of the provider, exactly as its tokens say it; it describes itself below it, at
    /// `/.well-known/openid-configuration`.
    pub issuer: String,
    /// Who the page is to the provider.
    pub client_id: String,
    /// What the page asks for, separated by spaces, so that the token is one for this API.
    pub scope: String,
}

/// What a request may ask for.
#[derive(SimpleObject)]
pub struct ServerLimits {
    /// Items on a page when nobody asks for more or less.
    default_page_size: usize,
    /// The most items on a page.
    max_page_size: usize,
    /// The most items of a list without pages.
    max_list_size: usize,
    /// The most nodes of a graph.
    max_graph_nodes: usize,
    /// The most links of a graph.
    max_graph_links: usize,
    /// The most that a document may cost.
    max_cost: i64,
    /// The most nodes in one answer.
    max_answer_nodes: i64,
    /// How deep fields may be nested.
    max_depth: i64,
    /// The most aliases, after fragments are put in.
    max_aliases: i64,
    /// The most root fields.
    max_root_fields: i64,
    /// The most directives.
    max_directives: i64,
    /// The most tokens in a document.
    max_tokens: i64,
    /// The most bytes in a document.
    max_document_bytes: i64,
    /// Milliseconds after which a query is given up.
    query_timeout_ms: i64,
}

impl ServerLimits {
    fn of(limits: &Limits) -> Self {
        let number = |limit: u64| i64::try_from(limit).unwrap_or(i64::MAX);
        let size = |limit: usize| i64::try_from(limit).unwrap_or(i64::MAX);
        Self {
            default_page_size: DEFAULT_PAGE,
            max_page_size: MAX_PAGE,
            max_list_size: MAX_LIST,
            max_graph_nodes: MOST_NODES,
            max_graph_links: MOST_LINKS,
            max_cost: number(limits.complexity),
            max_answer_nodes: limits.answer_nodes.into(),
            max_depth: number(limits.depth),
            max_aliases: number(limits.aliases),
            max_root_fields: number(limits.root_fields),
            max_directives: number(limits.directives),
            max_tokens: size(limits.tokens),
            max_document_bytes: size(limits.document_bytes),
            query_timeout_ms: number(limits.query_millis),
        }
    }
}
