//! What consumers send, as they send it: each operation with its answers on the built-in region.

use std::collections::BTreeMap;
use std::fs;

use serde_json::Value;

use crate::app::App;

#[tokio::test]
async fn every_operation_answers_as_its_snapshot_says() {
    let app = App::builtin();
    let cases: BTreeMap<String, Vec<Value>> =
        serde_json::from_str(&fs::read_to_string("tests/operations/cases.json").unwrap()).unwrap();
    let mut files: Vec<_> = fs::read_dir("tests/operations").unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    for path in files.iter().filter(|path| path.extension().is_some_and(|extension| extension == "graphql")) {
        let name = path.file_stem().unwrap().to_string_lossy().into_owned();
        let query = fs::read_to_string(path).unwrap();
        for (at, variables) in cases[&name].iter().enumerate() {
            let answer = app.ask(&query, variables.clone()).await;
            insta::with_settings!({ snapshot_path => "../operations/snapshots", prepend_module_to_snapshot => false, description => variables.to_string() }, {
                insta::assert_json_snapshot!(format!("{name}-{}", at + 1), answer);
            });
        }
    }
}
