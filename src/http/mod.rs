//! HTTP: the only part that knows poem and hyper.

pub mod server;
pub mod settings;

mod about;
mod body;
mod built;
mod calendar;
mod compress;
mod cors;
mod export;
mod graphiql;
mod graphql;
mod hardening;
mod health;
mod import;
mod lasting;
mod map;
mod negotiate;
mod origin;
mod page;
mod patience;
mod plain;
mod routes;
mod sse;
mod stream;
mod websocket;
mod who;

pub use self::{
    health::Readiness,
    origin::Origin,
    routes::{built_in_documents, routes},
    server::serve,
    settings::Settings,
};
