//! Datasets that are refused: who may send one, what is told with which words, and that nobody is told of what they do not see.

use drieklank::store::Erasure;
use drieklank::writer::forget::Forget;
use network::audience::Audience;
use network::id::{FactId, PersonId};
use reqwest::{Client, StatusCode};
use serde_json::{Value, json};

use super::{BOOK, JSON, Served, ZIP, as_bytes, messages, organisation, organisations, region, zipped};
use crate::app::NOW;

#[tokio::test]
async fn who_may_not_change_facts_is_told_before_anything_is_read() {
    let served = Served::new(&region("regio-voorbeeld")).await;
    for role in ["reader", "analyst", "public-affairs"] {
        let token = served.token(role, None).await;
        let (status, text) = served.send(&token, "", ZIP, b"nonsense".to_vec()).await;
        assert_eq!(
            (status, text),
            (StatusCode::FORBIDDEN, json!("Importing a dataset needs the role EDITOR.\n")),
            "{role}"
        );
    }
    let url = format!("{}/import", served.address);
    assert_eq!(Client::new().post(&url).body("x").send().await.unwrap().status(), StatusCode::UNAUTHORIZED);
    assert_eq!(Client::new().get(&url).send().await.unwrap().status(), StatusCode::METHOD_NOT_ALLOWED);
    let admin = served.token("admin", None).await;
    let body = zipped(&[("organisations.csv", &organisations("nieuw,Nieuw"))]);
    assert_eq!(served.send(&admin, "", ZIP, body).await.0, StatusCode::OK);
}

#[tokio::test]
async fn every_problem_is_told_with_its_place_and_in_two_languages() {
    let served = Served::new(&region("regio-zwolle")).await;
    let editor = served.token("editor", None).await;
    let text = "slug,name_nl,kind,helix,parent,naam,source,confidence\na,A,SHOP,BUSINESS,,,us,HIGH\nb,B,COMPANY,BUSINESS,,,us,HIGH\n";
    let (status, report) = served.send(&editor, "", ZIP, zipped(&[("organisations.csv", text)])).await;
    assert_eq!((status, &report["problemCount"]), (StatusCode::UNPROCESSABLE_ENTITY, &json!(2)));
    let [column, kind] = [&report["problems"][0], &report["problems"][1]];
    assert_eq!(
        (&column["file"], &column["line"], &column["column"]),
        (&json!("organisations.csv"), &json!(1), &json!("naam"))
    );
    assert!(
        column["message"].as_str().unwrap().starts_with("is unknown: the columns are id, slug, name_nl"),
        "{report}"
    );
    assert_eq!((&kind["line"], &kind["column"]), (&json!(2), &json!("kind")));
    // What the rows mean together: where it stands, and what stands there.
    let text = "slug,name_nl,kind,helix,parent,since,until,source,confidence\na,A,COMPANY,BUSINESS,atlantis,2024,2023,us,HIGH\n";
    let request = Client::new().post(format!("{}/import", served.address)).bearer_auth(&editor);
    let body = zipped(&[("organisations.csv", text)]);
    let request = request.header("content-type", ZIP).header("accept-language", "nl").body(body);
    let report: Value = request.send().await.unwrap().json().await.unwrap();
    let mut told: Vec<String> = report["problems"]
        .as_array()
        .unwrap()
        .iter()
        .map(|problem| {
            format!(
                "{} {} {}",
                problem["line"],
                problem["column"].as_str().unwrap(),
                problem["message"].as_str().unwrap()
            )
        })
        .collect();
    told.sort();
    assert_eq!(told.len(), 2, "{report}");
    assert!(told[0].starts_with("2 parent (\"atlantis\") noemt geen rij van organisations"), "{told:?}");
    assert_eq!(told[1], "2 until (\"2023\") \"2023\" ligt voor since \"2024\"");
}

#[tokio::test]
async fn all_that_is_wrong_is_told_at_once() {
    let served = Served::new(&region("regio-zwolle")).await;
    let editor = served.token("editor", None).await;
    let with = |key: &str, field: &str, value: Value| {
        let mut row = organisation(key);
        row[field] = value;
        row
    };
    let rows = json!({
        "organisations": [
            with("a", "parent", json!("atlantis")), with("b", "parent", json!("c")), with("c", "parent", json!("b")),
            with("d", "since", json!("2024")), with("e", "note", json!("\u{1}")),
        ],
        "partnerships": [{ "key": "p", "organisation": "gemeente-zwolle", "source": "us", "confidence": "HIGH" }],
        "topics": [{ "slug": "t", "title_nl": "T", "ask_nl": "Meer", "status": "ACTIVE", "source": "us", "confidence": "HIGH" }],
    });
    let mut rows = rows;
    rows["organisations"][3]["until"] = json!("2023");
    let (status, report) = served.send(&editor, "?dryRun=true", JSON, as_bytes(&rows)).await;
    assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
    let mut told = messages(&report);
    told.sort();
    insta::assert_snapshot!(told.join("\n"));
}

#[tokio::test]
async fn hostile_files_are_refused_each_in_its_own_words() {
    let served = Served::new(&region("regio-zwolle")).await;
    let editor = served.token("editor", None).await;
    let zeros = "0".repeat(40 << 20);
    let many: Vec<(String, String)> = (0..2).map(|at| (format!("{at}.csv"), zeros.clone())).collect();
    let many: Vec<(&str, &str)> = many.iter().map(|(name, text)| (&**name, &**text)).collect();
    let giant = organisations(&format!("a,{}", "x".repeat(70_000)));
    let twice = "slug,slug,name_nl,kind,helix,source,confidence\n";
    let wide = format!("slug{}\n", ",x".repeat(1_500));
    for (body, expected) in [
        (zipped(&many), "comes to more than 32 MiB when it is unpacked"),
        (zipped(&[("organisations.csv", &giant)]), "has 70000 bytes, more than 65536: is a quote missing?"),
        (zipped(&[("organisations.csv", twice)]), "stands in the header twice"),
        (zipped(&[("organisations.csv", &wide)]), "has 1501 columns, more than 1000: the columns are"),
        (
            zipped(&[("a/organisations.csv", twice), ("b/organisations.csv", twice)]),
            "holds organisations.csv twice, in different folders",
        ),
        (zipped(&[("organisaties.csv", twice)]), "no noun has this name: there are cooperations.csv,"),
        (zipped(&[("organisations.csv", "slug\0")]), "names no known column"),
        (zipped::<&str>(&[]), "is missing, as is every other file: is this a dataset?"),
    ] {
        let (status, report) = served.send(&editor, "", ZIP, body).await;
        assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY, "{report}");
        assert!(report["problems"][0]["message"].as_str().unwrap().starts_with(expected), "{expected}: {report}");
    }
    let mut latin = organisations("a,Caf").into_bytes();
    let at = latin.windows(3).position(|bytes| bytes == b"Caf").unwrap();
    latin[at + 2] = 0xe9;
    let (_, report) = served.send(&editor, "", ZIP, zipped(&[("organisations.csv", latin)])).await;
    assert_eq!(report["problems"][0]["message"], "is not UTF-8: save the file as \"CSV UTF-8\"");
    for (media, body, expected) in [
        (ZIP, b"slug,name".to_vec(), StatusCode::UNSUPPORTED_MEDIA_TYPE),
        (JSON, zipped::<&str>(&[]), StatusCode::UNSUPPORTED_MEDIA_TYPE),
        (BOOK, zipped::<&str>(&[]), StatusCode::UNSUPPORTED_MEDIA_TYPE),
        ("text/plain", b"{}".to_vec(), StatusCode::UNSUPPORTED_MEDIA_TYPE),
        ("application/octet-stream", zipped::<&str>(&[]), StatusCode::UNSUPPORTED_MEDIA_TYPE),
        (ZIP, vec![b'x'; (8 << 20) + 1], StatusCode::PAYLOAD_TOO_LARGE),
        (JSON, b"{\"seats\": [".to_vec(), StatusCode::UNPROCESSABLE_ENTITY),
        (JSON, b"{\"seats\": 1}".to_vec(), StatusCode::UNPROCESSABLE_ENTITY),
    ] {
        let (status, text) = served.send(&editor, "", media, body).await;
        assert_eq!(status, expected, "{media} {text}");
    }
    for (how, expected) in [
        ("?dryRun=ja", "dryRun: give true or false"),
        ("?mode=all", "mode: give merge or replace"),
        ("?mode=merge&mode=merge", "mode: is given twice"),
        ("?ifRevision=x", "ifRevision: give a revision"),
        ("?droog=true", "this argument is unknown: there are dryRun, mode, reason and ifRevision"),
    ] {
        let (status, text) = served.send(&editor, how, ZIP, zipped::<&str>(&[])).await;
        assert_eq!((status, text), (StatusCode::BAD_REQUEST, json!(format!("{expected}\n"))));
    }
    assert_eq!(served.store.commits_after(1).await.unwrap().len(), 0, "nothing was written");
}

#[tokio::test]
async fn a_file_gives_no_fact_the_key_of_another() {
    let facts = region("regio-voorbeeld");
    let served = Served::new(&facts).await;
    let editor = served.token("editor", None).await;
    let row = |from: &str, to: &str| {
        let id = facts.organisations.iter().find(|row| &*row.slug == from).unwrap().id;
        let mut row = organisation(to);
        row["id"] = json!(id);
        row
    };
    let swapped = json!({ "organisations": [
        row("gemeente-waterbroek", "gemeente-elsmeerveld"), row("gemeente-elsmeerveld", "gemeente-waterbroek") ] });
    let (status, report) = served.send(&editor, "", JSON, as_bytes(&swapped)).await;
    assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY, "{report}");
    let told = messages(&report);
    assert_eq!(told.len(), 2, "{told:?}");
    assert!(
        told[0].ends_with("this fact has the key gemeente-waterbroek here, which stays: write that one"),
        "{told:?}"
    );
    assert_eq!(served.store.commits_after(1).await.unwrap().len(), 0);
}

#[tokio::test]
async fn nobody_is_told_of_what_they_do_not_see() {
    // A region in which partners share an organisation, and the same region without it.
    let mut facts = region("regio-zwolle");
    let mut hidden = facts.organisations[0].clone();
    hidden.slug = "geheim".parse().unwrap();
    hidden.id = FactId::from_key("geheim");
    (hidden.parent, hidden.audience) = (None, Audience::Partners);
    let without = facts.clone();
    facts.organisations.push(hidden);
    let (with, without) = (Served::new(&facts).await, Served::new(&without).await);
    let [one, other] = [with.token("editor", None).await, without.token("editor", None).await];
    for (how, body) in [
        ("?dryRun=true", zipped(&[("organisations.csv", &organisations("geheim,Ander"))])),
        ("", zipped(&[("organisations.csv", &organisations("geheim,Ander"))])),
        ("", zipped(&[("organisations.csv", &organisations("geheim,Ander"))])),
        ("?ifRevision=2", zipped(&[("organisations.csv", &organisations("geheim,Weer anders"))])),
    ] {
        let told = with.send(&one, how, ZIP, body.clone()).await;
        assert_eq!(told, without.send(&other, how, ZIP, body).await);
        assert_eq!(told.0, StatusCode::OK, "{}", told.1);
    }
    // What was hidden is there still, for those who see it.
    let stored = with.store.load().await.unwrap().facts;
    let kept = stored.organisations.iter().find(|row| row.audience == Audience::Partners);
    assert!(kept.is_some_and(|row| row.slug.starts_with("geheim-")));
}

#[tokio::test]
async fn who_was_erased_does_not_come_back_and_the_desk_keeps_what_is_its_own() {
    let served = Served::new(&region("regio-voorbeeld")).await;
    let editor = served.token("editor", None).await;
    let person = PersonId::from_key("jan-jansen").uuid();
    let (pseudonym, erased_on) = ("persoon-1".parse().unwrap(), NOW.date_naive());
    served.store.add_erasure(&Erasure { person, pseudonym, erased_on }).await.unwrap();
    let persons = "slug,name,source,confidence\njan-jansen,Jan Jansen,us,HIGH\n";
    let (status, report) = served.send(&editor, "", ZIP, zipped(&[("persons.csv", persons)])).await;
    assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!((&report["problems"][0]["file"], &report["problems"][0]["line"]), (&json!("persons.csv"), &json!(2)));
    assert_eq!(report["problems"][0]["message"], "tells of a person who was erased: take it out");
    let topics = "slug,title_nl,ask_nl,status,source,confidence\nnieuw,Nieuw,Meer,ACTIVE,us,HIGH\n";
    let (status, report) = served.send(&editor, "", ZIP, zipped(&[("topics.csv", topics)])).await;
    assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(
        report["problems"][0]["message"],
        "public affairs records this: take this row out, or leave it as it is"
    );
}

#[tokio::test]
async fn who_was_erased_does_not_come_back_by_the_file_that_brought_them() {
    let served = Served::new(&region("regio-zwolle")).await;
    let editor = served.token("editor", None).await;
    let file = json!({ "persons": [{ "slug": "piet", "name": "Piet", "source": "us", "confidence": "HIGH" }] });
    assert_eq!(served.send(&editor, "", JSON, as_bytes(&file)).await.0, StatusCode::OK);
    let forget =
        Forget { store: &served.store, clock: &served.clock, actor: "us", reason: Some("asked"), is_trial: false };
    assert!(forget.erase("piet").await.unwrap().is_some());
    let fresh = served.again().await;
    let (status, report) = fresh.send(&editor, "", JSON, as_bytes(&file)).await;
    assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY, "{report}");
    assert_eq!(messages(&report), ["persons tells of a person who was erased: take it out"]);
}
