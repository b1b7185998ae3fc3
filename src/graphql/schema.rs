//! The schema of the API.

use async_graphql::SDLExportOptions;

use super::mutation::Mutation;
use super::objects::participation::Participation;
use super::query::Query;
use super::subscription::Subscription;

/// The schema.
pub type Schema = async_graphql::Schema<Query, Mutation, Subscription>;

/// Builds the schema. No extension is registered: with one, every field would leave the engine's fast path.
#[must_use]
pub fn schema() -> Schema {
    async_graphql::Schema::build(Query, Mutation::default(), Subscription)
        .register_output_type::<Participation>()
        .disable_suggestions()
        .finish()
}

/// The schema as text: what `schema.graphql` holds.
#[must_use]
pub fn sdl() -> String {
    let options = SDLExportOptions::new().include_specified_by().use_space_ident().prefer_single_line_descriptions();
    schema().sdl_with_options(options)
}
