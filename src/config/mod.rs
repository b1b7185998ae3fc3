//! Settings: one struct, filled by flags, environment and a file, in that order.
//!
//! What a flag says goes before what a variable of the environment says (clap sees to that), then comes the file, and
//! what nobody says has the default that suits a try-out on one's own machine.

mod database;
mod file;
mod oidc;
mod resolved;

pub use self::{
    database::{DatabaseUrl, NoDataFolder},
    file::FileError,
    resolved::{Config, ConfigError},
};

use std::net::SocketAddr;
use std::path::{Path, PathBuf};

use clap::builder::{BoolishValueParser, PossibleValuesParser, TypedValueParser};
use network::coalition::Weights;
use network::privacy::Periods;
use serde::Deserialize;
use serde::de::IntoDeserializer;
use serde::de::value::{Error as ValueError, StrDeserializer};

use crate::access::oidc::{Issuer, Jwks};
use crate::graphql::guard::Limits;
use crate::graphql::trusted::Mode;
use crate::http::Origin;
use crate::http::settings::Connections;

/// The dataset that fills an empty database when nobody names another.
pub const DEFAULT_DATASET: &str = "regio-zwolle";

macro_rules! settings {
    ($($(#[$about:meta])* $name:ident: $type:ty,)*) => {
        /// What can be set. `None`: not said here.
        #[derive(Debug, Clone, Default, clap::Args, Deserialize)]
        #[serde(default, deny_unknown_fields)]
        #[command(next_help_heading = "Settings")]
        pub struct Settings {
            $($(#[$about])* pub $name: Option<$type>,)*
        }

        impl Settings {
            /// These settings, and for what they do not say the others.
            #[must_use]
            pub fn or(self, other: Self) -> Self {
                Self { $($name: self.$name.or(other.$name),)* }
            }
        }
    };
}

settings! {
    /// Address to listen on [default: 127.0.0.1:8000]
    ///
    /// 0.0.0.0:8000 opens the server to other machines.
    #[arg(long, env = "DRIEKLANK_LISTEN", value_name = "IP:PORT")]
    listen: SocketAddr,

    /// Database that holds the network [default: a SQLite file in the data folder of this user]
    ///
    /// sqlite:///var/lib/drieklank/network.db is made when it is not there; sqlite::memory: is gone when the server
    /// stops; postgres://user:password@host/name has to be there. An empty database is filled with the dataset; one
    /// that holds a network is never overwritten.
    // The password in it must not be seen by all who ask for help.
    #[arg(long, env = "DRIEKLANK_DATABASE_URL", value_name = "URL", hide_env_values = true)]
    database_url: DatabaseUrl,

    /// What fills an empty database: the name of a built-in dataset, or a folder [default: regio-zwolle]
    #[arg(long, env = "DRIEKLANK_DATASET", value_name = "NAME|FOLDER")]
    dataset: String,

    /// File with the list of who was erased [default: beside a SQLite file, with -erased behind its name]
    ///
    /// Who is on it is erased again when a backup is put back. For Postgres, name one outside the database.
    #[arg(long, env = "DRIEKLANK_ERASURE_LIST", value_name = "FILE")]
    erasure_list: PathBuf,

    /// Origins whose pages may read answers, such as `https://kaart.example.nl` [default: none]
    ///
    /// Several are separated by commas.
    #[arg(long, env = "DRIEKLANK_CORS_ORIGINS", value_name = "ORIGINS", value_delimiter = ',')]
    cors_origins: Vec<Origin>,

    /// Whether GraphiQL is served at /graphiql: on or off [default: on]
    #[arg(long, env = "DRIEKLANK_GRAPHIQL", value_name = "ON|OFF", value_parser = BoolishValueParser::new())]
    #[arg(hide_possible_values = true)]
    graphiql: bool,

    /// Whether anybody may read what is public, without a token: on or off [default: on]
    #[arg(long, env = "DRIEKLANK_ANONYMOUS", value_name = "ON|OFF", value_parser = BoolishValueParser::new())]
    #[arg(hide_possible_values = true)]
    anonymous: bool,

    /// OIDC provider whose tokens (JWT) count too, such as `https://login.example.nl/realms/regio` [default: none]
    ///
    /// Exactly as their claim iss says it. It needs an audience.
    #[arg(long, env = "DRIEKLANK_OIDC_ISSUER", value_name = "URL")]
    oidc_issuer: Issuer,

    /// For whom its tokens must be, as their claim aud says it: the name of this API at the provider [default: none]
    #[arg(long, env = "DRIEKLANK_OIDC_AUDIENCE", value_name = "AUDIENCE")]
    oidc_audience: String,

    /// Its keys (JWKS), at an address or in a file [default: found by the issuer's /.well-known/openid-configuration]
    #[arg(long, env = "DRIEKLANK_OIDC_JWKS", value_name = "URL|FILE")]
    oidc_jwks: Jwks,

    /// Claim with the role or roles, such as `realm_access.roles` [default: roles]
    ///
    /// The one of reader, analyst, public-affairs, editor, admin that may do most counts; without any: reader.
    #[arg(long, env = "DRIEKLANK_OIDC_ROLE_CLAIM", value_name = "CLAIM")]
    oidc_role_claim: String,

    /// Claim with the slug of the organisation that somebody acts for [default: organisation]
    #[arg(long, env = "DRIEKLANK_OIDC_ORGANISATION_CLAIM", value_name = "CLAIM")]
    oidc_organisation_claim: String,

    /// Claim with the name for the journal, beside the subject [default: preferred_username]
    #[arg(long, env = "DRIEKLANK_OIDC_NAME_CLAIM", value_name = "CLAIM")]
    oidc_name_claim: String,

    /// Client that the map signs people in as at that provider [default: none: the map takes tokens only]
    ///
    /// A public client with the authorization code flow and PKCE, whose redirect address is that of this server with
    /// /signed-in behind it.
    #[arg(long, env = "DRIEKLANK_OIDC_CLIENT_ID", value_name = "CLIENT")]
    oidc_client_id: String,

    /// What the map asks the provider for, so that its token is for the audience [default: openid]
    ///
    /// Several are separated by spaces.
    #[arg(long, env = "DRIEKLANK_OIDC_SCOPE", value_name = "SCOPES")]
    oidc_scope: String,

    /// Whether every change needs a source: on or off [default: on]
    #[arg(long, env = "DRIEKLANK_SOURCE_REQUIRED", value_name = "ON|OFF", value_parser = BoolishValueParser::new())]
    #[arg(hide_possible_values = true)]
    source_required: bool,

    /// Which documents are executed [default: hybrid]
    ///
    /// off: any text. hybrid: any text, and trusted documents by their SHA-256. allow-list-only: nothing but trusted
    /// documents; GraphiQL cannot be used then.
    #[arg(long, env = "DRIEKLANK_TRUSTED_DOCUMENTS", value_name = "MODE", value_parser = mode())]
    trusted_documents: Mode,

    /// Folder whose *.graphql files are trusted, beside the built-in ones [default: none]
    #[arg(long, env = "DRIEKLANK_TRUSTED_DOCUMENTS_FOLDER", value_name = "FOLDER")]
    trusted_documents_folder: PathBuf,

    /// What computed results may take in memory, in MiB [default: 32]
    #[arg(long, env = "DRIEKLANK_CACHE_MIB", value_name = "MIB")]
    cache_mib: u32,

    /// What is logged: off, error, warn, info, debug, or parts, such as info,drieklank::http=debug [default: info]
    #[arg(long, env = "DRIEKLANK_LOG", value_name = "FILTER")]
    log: String,

    /// Limits on documents and answers: in the file only, as there are many.
    #[arg(skip)]
    limits: Limits,

    /// Limits on connections: in the file only.
    #[arg(skip)]
    connections: Connections,

    /// What evidence weighs in the strength of a standing: in the file only.
    #[arg(skip)]
    weights: Weights,

    /// For how many months personal data is kept: in the file only.
    #[arg(skip)]
    retention: Periods,
}

impl Settings {
    /// These settings, completed by a file when there is one, and by the defaults.
    ///
    /// # Errors
    /// When the file cannot be read, or a setting does not make sense.
    pub fn complete(self, file: Option<&Path>) -> Result<Config, ConfigError> {
        match file {
            Some(path) => self.or(file::read(path)?).resolve(),
            None => self.resolve(),
        }
    }
}

/// Reads the mode as the file does, so that both take the same words.
fn mode() -> impl TypedValueParser<Value = Mode> {
    PossibleValuesParser::new(["off", "hybrid", "allow-list-only"]).try_map(|text| {
        let text: StrDeserializer<'_, ValueError> = text.as_str().into_deserializer();
        Mode::deserialize(text)
    })
}
