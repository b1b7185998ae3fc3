//! The pages, and how what is served travels: compressed, and to which origins.

use drieklank::graphql::objects::server::SignIn;
use drieklank::graphql::trusted::{Mode, Settings as Trusted};
use drieklank::http::Settings;
use reqwest::{Client, Method};
use serde_json::{Value, json};

use crate::tiny::Server;

#[tokio::test]
async fn every_page_is_served_from_here_under_a_strict_policy() {
    let server = Server::start().await;
    for (path, kind, text) in [
        ("/", "text/html", "id=\"page\""),
        ("/line/economie-en-arbeidsmarkt", "text/html", "id=\"page\""),
        ("/organisation/gemeente-zwolle", "text/html", "id=\"page\""),
        ("/programme", "text/html", "id=\"page\""),
        ("/governance", "text/html", "id=\"page\""),
        ("/involvement", "text/html", "id=\"page\""),
        ("/what-if", "text/html", "id=\"page\""),
        ("/desk", "text/html", "id=\"page\""),
        ("/edit", "text/html", "id=\"page\""),
        ("/signed-in", "text/html", "id=\"page\""),
        ("/about", "text/html", "coalition of the willing"),
        ("/about.css", "text/css", "body"),
        ("/icon.svg", "image/svg+xml", "<svg"),
        ("/schema.graphql", "text/plain", "type Network"),
        ("/graphiql", "text/html", "<title>GraphiQL"),
        ("/graphiql/", "text/html", "<title>GraphiQL"),
    ] {
        let response = Client::new().get(server.url(path)).send().await.unwrap();
        assert_eq!(response.status(), 200, "{path}");
        let headers = response.headers().clone();
        assert!(headers["content-type"].to_str().unwrap().starts_with(kind), "{path}");
        let policy = headers["content-security-policy"].to_str().unwrap();
        assert!(policy.starts_with("default-src 'none'") && policy.contains("frame-ancestors 'none'"), "{path}");
        assert!(!policy.contains("http") && !policy.contains("script-src 'unsafe"), "{path}: {policy}");
        assert_eq!(headers["x-content-type-options"], "nosniff", "{path}");
        assert_eq!(headers["cross-origin-opener-policy"], "same-origin", "{path}");
        assert_eq!(headers["cross-origin-resource-policy"], "same-origin", "{path}");
        assert!(headers.contains_key("permissions-policy"), "{path}");
        assert!(!headers.contains_key("server"), "{path}");
        assert!(response.text().await.unwrap().contains(text), "{path}");
    }
}

#[tokio::test]
async fn the_map_refers_to_nothing_but_our_own_files_and_asks_by_trusted_documents() {
    let server = Server::start().await;
    let html = Client::new().get(server.url("/")).send().await.unwrap().text().await.unwrap();
    let references: Vec<&str> =
        html.split(['"']).filter(|part| part.ends_with(".js") || part.ends_with(".css")).collect();
    assert!(references.len() >= 2, "{html}");
    let mut scripts = String::new();
    for reference in references {
        assert!(reference.starts_with("/assets/"), "{reference}");
        let response = Client::new().get(server.url(reference)).send().await.unwrap();
        assert_eq!(response.status(), 200, "{reference}");
        assert_eq!(response.headers()["cache-control"], "public, max-age=31536000, immutable");
        scripts += &response.text().await.unwrap();
    }
    assert!(!html.contains("<script>") && !html.contains("<style") && !html.contains(" style="), "{html}");
    assert_eq!(Client::new().get(server.url("/assets/none.js")).send().await.unwrap().status(), 404);
    // What it asks is among what the server trusts.
    let documents = drieklank::http::built_in_documents();
    let map = documents.iter().find(|text| text.contains("query NetworkMap")).expect("it asks for the network");
    assert!(scripts.contains(&drieklank::graphql::trusted::document_id(map)));
    // Where no document is trusted there is no map.
    let trusted_documents = Trusted { mode: Mode::Off, folder: None };
    let server = Server::with(Settings { trusted_documents, ..Settings::default() }).await;
    let page = Client::new().get(server.url("/")).send().await.unwrap().text().await.unwrap();
    assert!(page.contains("coalition of the willing"));
}

#[tokio::test]
async fn a_view_is_there_also_with_a_slash_behind_its_address() {
    let server = Server::start().await;
    for there in ["/desk", "/desk/", "/line/economie/", "/organisation/zwolle/?lang=en"] {
        assert_eq!(Client::new().get(server.url(there)).send().await.unwrap().status(), 200, "{there}");
    }
    for nowhere in ["//desk/", "/desk//", "/line/", "/line/economie/more"] {
        assert_eq!(Client::new().get(server.url(nowhere)).send().await.unwrap().status(), 404, "{nowhere}");
    }
}

#[tokio::test]
async fn where_people_sign_in_at_a_provider_the_map_may_ask_it() {
    let sign_in = SignIn {
        issuer: "https://login.example.nl:8443/realms/regio".to_owned(),
        client_id: "map".to_owned(),
        scope: "openid".to_owned(),
    };
    let server = Server::with(Settings { sign_in: Some(sign_in), ..Settings::default() }).await;
    let response = Client::new().get(server.url("/signed-in")).send().await.unwrap();
    let policy = response.headers()["content-security-policy"].to_str().unwrap().to_owned();
    assert!(policy.contains("connect-src 'self' https://login.example.nl:8443; "), "{policy}");
}

#[tokio::test]
async fn graphiql_refers_to_nothing_but_our_own_files_and_all_of_them_exist() {
    let server = Server::start().await;
    let html = Client::new().get(server.url("/graphiql")).send().await.unwrap().text().await.unwrap();
    let references: Vec<&str> =
        html.split(['"']).filter(|part| part.ends_with(".js") || part.ends_with(".css")).collect();
    assert!(references.len() >= 2, "{html}");
    for reference in references {
        assert!(reference.starts_with("/graphiql/assets/"), "{reference}");
        let response = Client::new().get(server.url(reference)).send().await.unwrap();
        assert_eq!(response.status(), 200, "{reference}");
        assert_eq!(response.headers()["cache-control"], "public, max-age=31536000, immutable");
    }
    assert!(!html.contains("<script>") && !html.contains("<style"), "nothing may be inline: {html}");

    let server = Server::with(Settings { graphiql: false, ..Settings::default() }).await;
    assert_eq!(Client::new().get(server.url("/graphiql")).send().await.unwrap().status(), 404);
}

#[tokio::test]
async fn pages_are_not_sent_twice_and_not_written_to() {
    let server = Server::start().await;
    let first = Client::new().get(server.url("/schema.graphql")).send().await.unwrap();
    let etag = first.headers()["etag"].clone();
    let again = Client::new().get(server.url("/schema.graphql")).header("if-none-match", etag).send().await.unwrap();
    assert_eq!(again.status(), 304);
    let written = Client::new().post(server.url("/schema.graphql")).send().await.unwrap();
    assert_eq!((written.status().as_u16(), written.headers()["allow"].to_str().unwrap()), (405, "GET, HEAD"));
    let nowhere = Client::new().get(server.url("/admin.php")).send().await.unwrap();
    assert_eq!(nowhere.status(), 404);
    assert!(nowhere.text().await.unwrap().contains("/graphql"));
    // Who comes with a browser is led on.
    let astray =
        Client::new().get(server.url("/lijn/nergens")).header("accept", "text/html,*/*;q=0.8").send().await.unwrap();
    assert_eq!(
        (astray.status().as_u16(), astray.headers()["content-type"].to_str().unwrap()),
        (404, "text/html; charset=utf-8")
    );
    assert!(astray.headers().contains_key("content-security-policy"));
    assert!(astray.text().await.unwrap().contains("id=\"page\""));
}

#[tokio::test]
async fn large_answers_are_compressed_when_asked_for() {
    let server = Server::start().await;
    let ask = |query: &str, encoding: &str| {
        let request = Client::builder().no_gzip().build().unwrap().post(server.url("/graphql"));
        request.header("accept-encoding", encoding).json(&json!({ "query": query })).send()
    };
    let large = "{ long(chars: 50000) }";
    let plain = ask(large, "identity").await.unwrap();
    assert!(!plain.headers().contains_key("content-encoding"));
    assert!(plain.headers().get_all("vary").iter().any(|vary| vary == "accept-encoding"));
    let plain = plain.bytes().await.unwrap();
    for encoding in ["gzip", "br"] {
        let response = ask(large, encoding).await.unwrap();
        assert_eq!(response.headers()["content-encoding"], encoding);
        assert!(response.bytes().await.unwrap().len() < plain.len() / 10, "{encoding}");
    }
    let small = ask("{ __typename }", "gzip, br").await.unwrap();
    assert!(!small.headers().contains_key("content-encoding"));

    let unpacked: Value = Client::new()
        .post(server.url("/graphql"))
        .json(&json!({ "query": large }))
        .send()
        .await
        .unwrap()
        .json()
        .await
        .unwrap();
    assert_eq!(unpacked["data"]["long"].as_str().unwrap().len(), 50_000);
}

#[tokio::test]
async fn files_are_compressed_once_and_well() {
    let server = Server::start().await;
    let ask = |encoding: &str, etag: &str| {
        let request = Client::builder().no_gzip().build().unwrap().get(server.url("/schema.graphql"));
        request.header("accept-encoding", encoding).header("if-none-match", etag).send()
    };
    let plain = ask("identity", "").await.unwrap();
    assert!(!plain.headers().contains_key("content-encoding"));
    assert_eq!(plain.headers()["vary"], "accept-encoding");
    let plain = plain.text().await.unwrap();
    for encoding in ["gzip", "br"] {
        let first = ask(encoding, "").await.unwrap();
        assert_eq!(first.headers()["content-encoding"], encoding);
        assert_eq!(first.headers()["vary"], "accept-encoding");
        let (etag, length) = (first.headers()["etag"].clone(), first.headers()["content-length"].clone());
        assert!(etag.to_str().unwrap().ends_with(&format!("-{encoding}\"")), "{etag:?}");
        let first = first.bytes().await.unwrap();
        assert_eq!(length.to_str().unwrap(), first.len().to_string());
        assert!(first.len() < plain.len() / 2, "{encoding}: {} of {}", first.len(), plain.len());
        assert_eq!(ask(encoding, "").await.unwrap().bytes().await.unwrap(), first);
        assert_eq!(ask(encoding, etag.to_str().unwrap()).await.unwrap().status(), 304);
    }
    // This client unpacks what it gets.
    assert_eq!(Client::new().get(server.url("/schema.graphql")).send().await.unwrap().text().await.unwrap(), plain);
}

#[tokio::test]
async fn other_origins_are_let_in_by_name_only() {
    let preflight = |server: &Server, origin: &str| {
        let request =
            Client::new().request(Method::OPTIONS, server.url("/graphql")).header("origin", origin.to_owned());
        request
            .header("access-control-request-method", "POST")
            .header("access-control-request-headers", "content-type")
            .send()
    };
    let closed = Server::start().await;
    let response = preflight(&closed, "https://kaart.example.nl").await.unwrap();
    assert!(!response.headers().contains_key("access-control-allow-origin"));

    let cors_origins = vec!["https://kaart.example.nl".parse().unwrap()];
    let server = Server::with(Settings { cors_origins, ..Settings::default() }).await;
    let response = preflight(&server, "https://kaart.example.nl").await.unwrap();
    assert_eq!(response.headers()["access-control-allow-origin"], "https://kaart.example.nl");
    assert!(!response.headers().contains_key("access-control-allow-credentials"));
    for origin in ["https://kwaad.example", "https://kaart.example.nl.kwaad.example", "null", "https://é.example"] {
        let response = preflight(&server, origin).await.unwrap();
        assert!(!response.headers().contains_key("access-control-allow-origin"), "{origin}");
        assert_eq!(response.headers()["x-content-type-options"], "nosniff");
    }
    let own = Client::new()
        .post(server.url("/graphql"))
        .header("origin", server.url(""))
        .json(&json!({ "query": "{ __typename }" }));
    assert_eq!(own.send().await.unwrap().status(), 200, "our own GraphiQL is let in");
}
