//! Which address is answered by what.

use std::sync::Arc;

use poem::{EndpointExt, Response, Route, endpoint::BoxEndpoint};

use super::{
    about,
    built::{Astray, Index},
    calendar::Calendars,
    compress::Compressed,
    cors,
    export::Files,
    graphiql,
    graphql::GraphQl,
    hardening::Hardened,
    health::{Live, Readiness, Ready},
    import::Imports,
    lasting::Clients,
    map,
    page::{Page, ReadOnly},
    settings::Settings,
    sse::Events,
    websocket::WebSockets,
};
use crate::graphql::{executor::Api, viewer::Gate};

/// Everything that this server answers, ready for [`serve`](super::serve).
pub fn routes(
    api: Arc<Api>,
    gate: Arc<dyn Gate>,
    settings: &Settings,
    readiness: Readiness,
) -> BoxEndpoint<'static, Response> {
    let sdl = Page::new(api.sdl().to_owned(), "text/plain; charset=utf-8");
    let clients = Clients::new(settings.connections.lasting_per_client);
    let sockets = WebSockets::new(&api, &gate, &clients, settings);
    let events = Events::new(&api, &gate, &clients, &settings.connections);
    let events = cors::open_to(events, &settings.cors_origins);
    let calendars = ReadOnly(Calendars(Arc::clone(&api)));
    let files = Files { api: Arc::clone(&api), gate: Arc::clone(&gate) };
    let files = cors::open_to(ReadOnly(files), &settings.cors_origins);
    let imports = Imports { api: Arc::clone(&api), gate: Arc::clone(&gate) };
    let imports = cors::open_to(imports, &settings.cors_origins);
    let graphql = cors::open_to(GraphQl { api, gate, sign_in: settings.sign_in.clone() }, &settings.cors_origins);
    let mut routes = Route::new()
        .at("/about", about::about(settings))
        .at("/about.css", about::style())
        .at("/icon.svg", about::icon())
        // Browsers ask for this one whatever a page says.
        .at("/favicon.ico", about::icon())
        .at("/graphql", graphql)
        .at("/graphql/ws", sockets)
        .at("/graphql/sse", events)
        .at("/calendar/:file", calendars)
        .at("/export/:file", files)
        .at("/import", imports)
        .at("/schema.graphql", sdl)
        .at("/health/live", ReadOnly(Live))
        .at("/health/ready", ReadOnly(Ready(readiness)));
    if settings.serves_graphiql() {
        let graphiql = Arc::new(graphiql::graphiql());
        routes = routes.at("/graphiql", Arc::clone(&graphiql)).at("/graphiql/*path", graphiql);
    }
    let map = settings.serves_map().then(|| Arc::new(map::map(settings.sign_in.as_ref())));
    if let Some(map) = &map {
        for view in map::addresses() {
            routes = routes.at(view, Index(Arc::clone(map)));
        }
        routes = routes.at(map::FILES, Arc::clone(map));
    } else {
        routes = routes.at("/", about::about(settings));
    }
    Hardened(Compressed(Astray { routes, page: map })).boxed()
}

/// Documents that our own pages send, and that are therefore trusted.
#[must_use]
pub fn built_in_documents() -> Vec<String> {
    graphiql::examples().chain(map::documents()).collect()
}
