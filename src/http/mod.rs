//! HTTP: the only part that knows poem and hyper.

pub mod server;
pub mod settings;

mod assets;
mod body;
mod compress;
mod cors;
mod graphql;
mod hardening;
mod health;
mod negotiate;
mod page;
mod patience;
mod routes;

pub use self::{
    cors::CorsError,
    health::Readiness,
    routes::{built_in_documents, routes},
    server::serve,
    settings::Settings,
};
