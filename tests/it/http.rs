//! The endpoint and the server, asked over real sockets.

use std::time::{Duration, Instant};

use drieklank::{
    graphql::{
        guard::Limits,
        trusted::{self, Mode, document_id},
    },
    http::{Readiness, Settings, settings::Connections},
};
use reqwest::{Client, Method, StatusCode};
use serde_json::{Value, json};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpStream,
    time::timeout,
};

use crate::tiny::{Server, TRUSTED};

const RESPONSE: &str = "application/graphql-response+json";

async fn post(server: &Server, accept: &str, body: Value) -> (StatusCode, Value) {
    let request = Client::new().post(server.url("/graphql")).header("accept", accept).json(&body);
    let response = request.send().await.unwrap();
    (response.status(), response.json().await.unwrap())
}

async fn ask(server: &Server, query: &str) -> (StatusCode, Value) {
    post(server, RESPONSE, json!({ "query": query })).await
}

/// Sends bytes as they are, and reads the answer until the server closes or says nothing for a while.
async fn raw(server: &Server, bytes: &[u8]) -> String {
    let mut socket = TcpStream::connect(server.address).await.unwrap();
    // The server may refuse and close before it has read everything.
    let _ = socket.write_all(bytes).await;
    let mut answer = Vec::new();
    let _ = timeout(Duration::from_secs(3), socket.read_to_end(&mut answer)).await;
    String::from_utf8_lossy(&answer).into_owned()
}

/// Name, method, headers, body, expected status.
type Row<'a> = (&'a str, Method, &'a [(&'a str, &'a str)], &'a str, u16);

/// One row per rule of the draft and per hole that others have.
#[tokio::test]
async fn requests_get_the_status_that_the_draft_asks_for() {
    let server = Server::start().await;
    let json = ("content-type", "application/json");
    let good = r#"{"query": "{ __typename }"}"#;
    let mutation = r#"{"query": "mutation { change }"}"#;
    let large = format!("{{\"query\": \"{}\"}}", "x".repeat(1024 * 1024));
    let rows: &[Row] = &[
        ("a query", Method::POST, &[json], good, 200),
        ("a query in UTF-8", Method::POST, &[("content-type", "application/json; charset=UTF-8")], good, 200),
        ("a query in Latin 1", Method::POST, &[("content-type", "application/json; charset=latin1")], good, 415),
        ("a mutation", Method::POST, &[json], mutation, 200),
        ("no content type", Method::POST, &[], mutation, 415),
        (
            "a form",
            Method::POST,
            &[("content-type", "application/x-www-form-urlencoded")],
            "query=mutation{change}",
            415,
        ),
        ("plain text", Method::POST, &[("content-type", "text/plain")], mutation, 415),
        ("multipart", Method::POST, &[("content-type", "multipart/form-data; boundary=x")], "--x--", 415),
        ("GraphQL as text", Method::POST, &[("content-type", "application/graphql")], "{ __typename }", 415),
        ("JSON of another kind", Method::POST, &[("content-type", "application/jsonp")], good, 415),
        ("a compressed body", Method::POST, &[json, ("content-encoding", "gzip")], good, 415),
        ("a body that is marked as plain", Method::POST, &[json, ("content-encoding", "identity")], good, 200),
        ("a batch", Method::POST, &[json], r#"[{"query": "{ __typename }"}]"#, 400),
        ("parameters as a list", Method::POST, &[json], r#"["{ __typename }", null, null, null, null]"#, 400),
        ("no body", Method::POST, &[json], "", 400),
        ("half a body", Method::POST, &[json], "{ \"query\"", 400),
        ("a parameter twice", Method::POST, &[json], r#"{"query": "{ __typename }", "query": "{ a }"}"#, 400),
        ("variables as a list", Method::POST, &[json], r#"{"query": "{ __typename }", "variables": []}"#, 400),
        ("extensions as a list", Method::POST, &[json], r#"{"query": "{ __typename }", "extensions": []}"#, 400),
        ("more than a mebibyte", Method::POST, &[json], &large, 413),
        ("HTML only", Method::POST, &[json, ("accept", "text/html")], good, 406),
        ("PUT", Method::PUT, &[json], good, 405),
        ("DELETE", Method::DELETE, &[], "", 405),
        ("OPTIONS", Method::OPTIONS, &[], "", 204),
    ];
    let client = Client::new();
    for (name, method, headers, body, expected) in rows {
        let mut request = client.request(method.clone(), server.url("/graphql")).body((*body).to_owned());
        for (header, value) in *headers {
            request = request.header(*header, *value);
        }
        let response = request.send().await.unwrap_or_else(|error| panic!("{name}: {error}"));
        assert_eq!(response.status().as_u16(), *expected, "{name}");
    }
    assert_eq!(server.calls.count(), 1, "only the one good mutation ran");
}

#[tokio::test]
async fn get_executes_queries_and_nothing_else() {
    let server = Server::start().await;
    let get = |parameters: &[(&str, &str)]| {
        Client::new().get(server.url("/graphql")).query(parameters).header("accept", RESPONSE).send()
    };
    let response = get(&[
        ("query", "query($s: String!) { network { organisation(slug: $s) { name } } }"),
        ("variables", "{\"s\": \"zwolle\"}"),
    ]);
    let answer: Value = response.await.unwrap().json().await.unwrap();
    assert_eq!(answer["data"]["network"]["organisation"]["name"], "Zwolle");

    let response = get(&[("query", "mutation { change }")]).await.unwrap();
    assert_eq!(response.status(), 405);
    assert_eq!(response.headers()["allow"], "POST");
    let by_name =
        get(&[("query", "query A { __typename } mutation B { change }"), ("operationName", "B")]).await.unwrap();
    assert_eq!(by_name.status(), 405);
    assert_eq!(server.calls.count(), 1, "only the query above ran");

    for parameters in [
        &[("query", "{ __typename }"), ("query", "{ a }")][..],
        &[("query", "{ __typename }"), ("variables", "[]")],
        &[("query", "{ __typename }"), ("variables", "{")],
        &[("query", "{ __typename }"), ("extensions", "1")],
        &[],
    ] {
        assert_eq!(get(parameters).await.unwrap().status(), 400, "{parameters:?}");
    }
    let head = Client::new().head(server.url("/graphql?query={__typename}")).send().await.unwrap();
    assert_eq!(head.status(), 200);
    assert_eq!(head.text().await.unwrap(), "");
}

#[tokio::test]
async fn errors_have_a_code_and_a_status_and_never_tell_secrets() {
    let server = Server::start().await;
    for (query, status, code) in [
        ("{", 400, "GRAPHQL_PARSE_FAILED"),
        ("{ nothing }", 400, "GRAPHQL_VALIDATION_FAILED"),
        (
            "{ network { organisations(first: 100) { nodes { children(first: 100) { nodes { children { nodes { id } } } } } } } }",
            400,
            "COST_LIMIT",
        ),
        ("{ echo(day: \"gisteren\") }", 400, "BAD_USER_INPUT"),
        ("{ echo(day: 3) }", 400, "BAD_USER_INPUT"),
        ("{ must(how: BAD_INPUT) }", 400, "BAD_USER_INPUT"),
        ("{ must(how: FORBIDDEN) }", 403, "FORBIDDEN"),
        ("{ must(how: INTERNAL) }", 500, "INTERNAL"),
        ("{ must(how: PANIC) }", 500, "INTERNAL"),
        ("{ foreign }", 500, "INTERNAL"),
        ("{ untyped }", 500, "INTERNAL"),
        ("{ spend(n: 20001) }", 400, "COST_LIMIT"),
        ("{ a: spend(n: 15000) b: spend(n: 15000) }", 400, "COST_LIMIT"),
        ("subscription { a }", 400, "BAD_REQUEST"),
    ] {
        let (got, answer) = ask(&server, query).await;
        let error = &answer["errors"][0];
        assert_eq!((got.as_u16(), error["extensions"]["code"].as_str()), (status, Some(code)), "{query}: {answer}");
        assert!(answer.get("data").is_none(), "{query}: {answer}");
        assert!(!answer.to_string().contains("secret"), "{query}: {answer}");
        assert_eq!(error["extensions"].get("incident").is_some(), code == "INTERNAL", "{query}: {answer}");
    }
    let (_, answer) = ask(&server, "{ echo(day: \"gisteren\") }").await;
    assert_eq!(answer["errors"][0]["extensions"]["argument"], json!(["day"]), "{answer}");
    let (status, _) = ask(&server, "{ spend(n: 20000) }").await;
    assert_eq!(status, 200);
}

#[tokio::test]
async fn an_error_beside_data_leaves_the_data() {
    let server = Server::start().await;
    let (status, answer) = ask(&server, "{ maybe(how: FORBIDDEN) network { revision } }").await;
    assert_eq!(status, 200);
    assert_eq!(answer["data"], json!({ "maybe": null, "network": { "revision": 7 } }));
    assert_eq!(answer["errors"][0]["path"], json!(["maybe"]));
}

#[tokio::test]
async fn a_flood_of_errors_is_cut() {
    let server = Server::start().await;
    let unknown = (0..500).map(|i| format!("x{i} ")).collect::<String>();
    let (_, answer) = ask(&server, &format!("{{ network {{ {unknown} }} }}")).await;
    assert_eq!(answer["errors"].as_array().unwrap().len(), 20);

    let (_, answer) = ask(&server, &format!("{{ network {{ {} }} }}", "x".repeat(2_000))).await;
    let message = answer["errors"][0]["message"].as_str().unwrap();
    assert_eq!(message.chars().count(), 300, "{message}");
}

#[tokio::test]
async fn older_clients_get_200_for_whatever_was_a_request() {
    let server = Server::start().await;
    for (query, status) in
        [("{", 200), ("{ nothing }", 200), ("{ must(how: BAD_INPUT) }", 200), ("{ must(how: PANIC) }", 500)]
    {
        let (got, answer) = post(&server, "application/json", json!({ "query": query })).await;
        assert_eq!(got.as_u16(), status, "{query}: {answer}");
        assert!(answer.get("data").is_none(), "{query}: {answer}");
    }
}

#[tokio::test]
async fn the_cost_is_told_when_asked_for() {
    let server = Server::start().await;
    let query = "{ network { organisations(first: 3) { nodes { name } } } }";
    let (_, answer) = post(&server, RESPONSE, json!({ "query": query, "extensions": { "cost": true } })).await;
    assert_eq!(answer["extensions"], json!({ "cost": { "requested": 6, "limit": 50_000 } }));
    let (_, answer) = ask(&server, query).await;
    assert!(answer.get("extensions").is_none());
    let by_header =
        Client::new().post(server.url("/graphql")).header("graphql-cost", "1").json(&json!({ "query": query }));
    let answer: Value = by_header.send().await.unwrap().json().await.unwrap();
    assert_eq!(answer["extensions"]["cost"]["requested"], 6);
}

#[tokio::test]
async fn queries_are_cut_off_in_time_and_mutations_run_to_their_end() {
    let limits = Limits { query_millis: 100, ..Limits::default() };
    let server = Server::with(Settings { limits, ..Settings::default() }).await;
    let started = Instant::now();
    let (status, answer) = ask(&server, "{ slow(millis: 60000) }").await;
    assert_eq!((status.as_u16(), &answer["errors"][0]["extensions"]["code"]), (504, &json!("TIMEOUT")));
    assert!(started.elapsed() < Duration::from_secs(5));

    let (status, answer) = ask(&server, "mutation { changeSlowly(millis: 300) }").await;
    assert_eq!((status.as_u16(), &answer["data"]["changeSlowly"]), (200, &json!(1)));
}

#[tokio::test]
async fn a_mutation_survives_the_client_that_sent_it() {
    let server = Server::start().await;
    let request =
        Client::new().post(server.url("/graphql")).json(&json!({ "query": "mutation { changeSlowly(millis: 300) }" }));
    assert!(timeout(Duration::from_millis(100), request.send()).await.is_err());
    tokio::time::sleep(Duration::from_millis(600)).await;
    assert_eq!(server.calls.count(), 1);
}

#[tokio::test]
async fn a_trusted_document_is_asked_by_its_id_and_again_for_nothing() {
    let server = Server::start().await;
    let id = document_id(TRUSTED);
    let get = |slug: &str, known: Option<String>| {
        let variables = json!({ "slug": slug }).to_string();
        let mut request =
            Client::new().get(server.url("/graphql")).query(&[("documentId", &id), ("variables", &variables)]);
        if let Some(known) = known {
            request = request.header("if-none-match", known);
        }
        request.send()
    };
    let first = get("zwolle", None).await.unwrap();
    assert_eq!(first.status(), 200);
    assert_eq!(first.headers()["cache-control"], "public, max-age=0, must-revalidate");
    let etag = first.headers()["etag"].to_str().unwrap().to_owned();
    assert!(etag.starts_with('"'), "{etag} is no strong validator");
    let answer: Value = first.json().await.unwrap();
    assert_eq!(answer["data"]["network"]["organisation"]["name"], "Zwolle");
    assert_eq!(server.calls.count(), 1);

    for known in [etag.clone(), format!("\"x\", {etag}"), format!("W/{etag}"), etag.replace("=\"", "-br\"")] {
        let again = get("zwolle", Some(known)).await.unwrap();
        assert_eq!((again.status().as_u16(), again.headers()["etag"].to_str().unwrap()), (304, etag.as_str()));
        assert_eq!(again.text().await.unwrap(), "");
    }
    assert_eq!(server.calls.count(), 1, "nothing was executed for a 304");
    let other = get("kampen", Some(etag.clone())).await.unwrap();
    assert_eq!(other.status(), 200);
    assert_ne!(other.headers()["etag"].to_str().unwrap(), etag);

    let posted =
        post(&server, RESPONSE, json!({ "documentId": format!("sha256:{id}"), "variables": { "slug": "zwolle" } }))
            .await;
    assert_eq!(posted.1["data"]["network"]["organisation"]["name"], "Zwolle");
}

#[tokio::test]
async fn an_unknown_id_never_executes_and_an_allow_list_takes_no_text() {
    for (mode, by_text, by_id) in [(Mode::Off, 200, 400), (Mode::Hybrid, 200, 200), (Mode::AllowListOnly, 403, 200)] {
        let trusted_documents = trusted::Settings { mode, folder: None };
        let server = Server::with(Settings { trusted_documents, ..Settings::default() }).await;
        let (status, _) = ask(&server, "{ network { revision } }").await;
        assert_eq!(status.as_u16(), by_text, "{mode:?}");
        let known = json!({ "documentId": document_id(TRUSTED), "variables": { "slug": "zwolle" } });
        let (status, answer) = post(&server, RESPONSE, known).await;
        assert_eq!(status.as_u16(), by_id, "{mode:?}: {answer}");
        let before = server.calls.count();
        let unknown = json!({ "documentId": document_id("{ network { revision } }") });
        let (status, answer) = post(&server, RESPONSE, unknown).await;
        assert_eq!((status.as_u16(), &answer["errors"][0]["extensions"]["code"]), (400, &json!("DOCUMENT_NOT_FOUND")));
        assert_eq!(server.calls.count(), before, "{mode:?}");
    }
}

#[tokio::test]
async fn bodies_that_are_too_large_or_too_slow_are_not_waited_for() {
    let limits = Limits { body_secs: 1, ..Limits::default() };
    let server = Server::with(Settings { limits, ..Settings::default() }).await;
    let head = "POST /graphql HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\n";

    let declared = raw(&server, format!("{head}content-length: 10000000\r\n\r\n{{").as_bytes()).await;
    assert!(declared.starts_with("HTTP/1.1 413"), "{declared}");

    let chunk = format!("10000\r\n{}\r\n", " ".repeat(0x10000));
    let streamed =
        raw(&server, format!("{head}transfer-encoding: chunked\r\n\r\n{}", chunk.repeat(17)).as_bytes()).await;
    assert!(streamed.starts_with("HTTP/1.1 413"), "{streamed}");

    let started = Instant::now();
    let slow = raw(&server, format!("{head}content-length: 100\r\n\r\n{{").as_bytes()).await;
    assert!(slow.starts_with("HTTP/1.1 408"), "{slow}");
    assert!(started.elapsed() >= Duration::from_secs(1));
}

#[tokio::test]
async fn heads_that_are_too_slow_or_too_large_are_not_waited_for() {
    let connections = Connections { head_secs: 1, ..Connections::default() };
    let server = Server::with(Settings { connections, ..Settings::default() }).await;
    for start in ["", "GET / HTTP/1.1\r\nhost: x\r\nx-slow: ", "PRI * HTTP/2.0\r\n"] {
        let mut socket = TcpStream::connect(server.address).await.unwrap();
        socket.write_all(start.as_bytes()).await.unwrap();
        let started = Instant::now();
        let closed = timeout(Duration::from_secs(5), socket.read_to_end(&mut Vec::new())).await;
        assert!(closed.is_ok(), "{start:?} was waited for");
        assert!(started.elapsed() < Duration::from_secs(3), "{start:?}");
    }
    let headers = (0..100).map(|i| format!("x-{i}: y\r\n")).collect::<String>();
    let many = raw(&server, format!("GET / HTTP/1.1\r\nhost: x\r\n{headers}\r\n").as_bytes()).await;
    assert!(many.starts_with("HTTP/1.1 431"), "{many}");
    let smuggled = "POST /graphql HTTP/1.1\r\nhost: x\r\ncontent-length: 5\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\nGET / HTTP/1.1\r\n\r\n";
    let answer = raw(&server, smuggled.as_bytes()).await;
    assert_eq!(answer.matches("HTTP/1.1 200").count(), 0, "{answer}");
}

#[tokio::test]
async fn connections_beyond_the_limit_wait_for_a_slot() {
    let connections = Connections { max: 1, ..Connections::default() };
    let server = Server::with(Settings { connections, ..Settings::default() }).await;
    let first = TcpStream::connect(server.address).await.unwrap();
    let live = || Client::new().get(server.url("/health/live")).timeout(Duration::from_millis(500)).send();
    assert!(live().await.is_err(), "the second connection had to wait");
    drop(first);
    assert_eq!(live().await.unwrap().status(), 200);
}

#[tokio::test]
async fn stopping_lets_running_requests_finish_and_cuts_those_that_do_not() {
    let server = Server::start().await;
    let running = Client::new().post(server.url("/graphql")).json(&json!({ "query": "{ slow(millis: 400) }" })).send();
    let running = tokio::spawn(running);
    let idle = TcpStream::connect(server.address).await.unwrap();
    tokio::time::sleep(Duration::from_millis(100)).await;
    let started = Instant::now();
    server.stop().await.unwrap();
    assert!(started.elapsed() < Duration::from_secs(5), "an idle connection kept the server");
    assert_eq!(running.await.unwrap().unwrap().status(), 200);
    drop(idle);

    let connections = Connections { stop_secs: 1, ..Connections::default() };
    let server = Server::with(Settings { connections, ..Settings::default() }).await;
    let endless = Client::new().post(server.url("/graphql")).json(&json!({ "query": "{ slow(millis: 9000) }" })).send();
    let endless = tokio::spawn(endless);
    tokio::time::sleep(Duration::from_millis(100)).await;
    let started = Instant::now();
    server.stop().await.unwrap();
    assert!(started.elapsed() < Duration::from_secs(4));
    assert!(endless.await.unwrap().is_err());
}

#[tokio::test]
async fn readiness_can_fail_and_says_why() {
    let server = Server::start().await;
    let ready = Client::new().get(server.url("/health/ready")).send().await.unwrap();
    assert_eq!((ready.status().as_u16(), ready.text().await.unwrap()), (200, "ready: as of now\n".to_owned()));

    let gone = Readiness::new(|| async { Err("the database does not answer".to_owned()) });
    let server = Server::ready_if(Settings::default(), gone).await;
    let ready = Client::new().get(server.url("/health/ready")).send().await.unwrap();
    assert_eq!(ready.status(), 503);
    assert_eq!(ready.text().await.unwrap(), "not ready: the database does not answer\n");
    let live = Client::new().get(server.url("/health/live")).send().await.unwrap();
    assert_eq!(live.status(), 200);

    let stuck = Server::ready_if(Settings::default(), Readiness::new(std::future::pending)).await;
    assert_eq!(Client::new().get(stuck.url("/health/ready")).send().await.unwrap().status(), 503);
}
