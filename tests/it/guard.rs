//! The attack corpus on documents, and properties of lexer and guard.

use std::{
    fmt::Write as _,
    time::{Duration, Instant},
};

use async_graphql::{
    Request, Variables,
    parser::{
        parse_query, parse_schema,
        types::{ExecutableDocument, Selection, TypeKind, TypeSystemDefinition},
    },
};
use async_graphql_value::Value;
use drieklank::{
    graphql::{
        error::Code,
        executor::ApiRequest,
        guard::{Checked, Guard, Limits, Refusal, table::Shape, text::measure_text},
        trusted::{self, Mode, document_id},
    },
    http::Settings,
};
use proptest::prelude::*;
use serde_json::json;

use crate::tiny;

fn guard() -> Guard {
    Guard::new(&tiny::schema().sdl(), Limits::default()).unwrap()
}

fn check(text: &str) -> Result<Checked, Refusal> {
    guard().check(text, &Variables::default(), None)
}

fn cost(text: &str) -> u64 {
    check(text).unwrap_or_else(|refusal| panic!("{text}: {refusal}")).cost
}

/// `open` n times, `middle`, `close` n times.
fn nested(open: &str, middle: &str, close: &str, n: usize) -> String {
    format!("{}{middle}{}", open.repeat(n), close.repeat(n))
}

/// A document of `levels` fragments that each spread the next one twice.
fn bomb(levels: usize, leaf: &str) -> String {
    let mut text = String::from("{ network { ...F0 } }");
    for level in 0..levels {
        let next = level + 1;
        write!(text, " fragment F{level} on Network {{ ...F{next} ...F{next} }}").unwrap();
    }
    write!(text, " fragment F{levels} on Network {{ {leaf} }}").unwrap();
    text
}

fn many(n: usize, item: impl Fn(usize) -> String) -> String {
    (0..n).map(item).collect::<Vec<_>>().join(" ")
}

/// Name, document, code of the refusal.
fn attacks() -> Vec<(&'static str, String, Code)> {
    use Code::{CostLimit, GraphqlParseFailed, GraphqlValidationFailed};
    vec![
        ("a document of 10 MB", " ".repeat(10_000_000), CostLimit),
        ("a document of 10 MB of names", "a ".repeat(5_000_000), CostLimit),
        ("lists 1,000 deep in an argument", format!("{{ nodes(ids: {}) }}", nested("[", "", "]", 1_000)), CostLimit),
        ("lists 15,000 deep", format!("{{ nodes(ids: {}) }}", nested("[", "", "]", 15_000)), CostLimit),
        ("lists that never close", format!("{{ nodes(ids: {}", "[".repeat(30_000)), CostLimit),
        ("objects 1,000 deep", format!("{{ search(filter: {}) }}", nested("{a:", "1", "}", 1_000)), CostLimit),
        ("types 1,000 deep", format!("query($a: {}) {{ a }}", nested("[", "Int", "]", 1_000)), CostLimit),
        ("a default 1,000 deep", format!("query($a: Int = {}) {{ a }}", nested("[", "", "]", 1_000)), CostLimit),
        ("selections 1,000 deep", nested("{ a ", "", "}", 1_000), CostLimit),
        (
            "nesting behind a block string that does not end",
            format!("{{ nodes(ids: [\"\"\"x\" {} ]) }}", nested("[", "", "]", 1_000)),
            GraphqlParseFailed,
        ),
        (
            "nesting behind a string that does not end",
            format!("{{ nodes(ids: [\"x\n{}]) }}", nested("[", "", "]", 1_000)),
            GraphqlParseFailed,
        ),
        ("depth of 16 fields", format!("{{ node(id: 1) {} }}", nested("{ parent ", "{ name }", "}", 14)), CostLimit),
        ("inline fragments 40 deep", nested("{ ... ", "{ __typename }", "}", 40), CostLimit),
        ("10,000 aliases", format!("{{ {} }}", many(10_000, |i| format!("a{i}: __typename"))), CostLimit),
        ("31 aliases", format!("{{ network {{ {} }} }}", many(31, |i| format!("a{i}: revision"))), CostLimit),
        ("21 fields at the root", format!("{{ {} }}", many(21, |_| "__typename".to_owned())), CostLimit),
        ("2,500 times the same field", format!("{{ network {{ {} }} }}", "revision ".repeat(2_500)), CostLimit),
        ("1,001 times the same field", format!("{{ network {{ {} }} }}", "revision ".repeat(1_001)), CostLimit),
        ("a fragment circle of 1", "{ ...A } fragment A on Query { ...A }".to_owned(), GraphqlValidationFailed),
        (
            "a fragment circle of 3",
            "{ ...A } fragment A on Query { ...B } fragment B on Query { ...C } fragment C on Query { ...A }"
                .to_owned(),
            GraphqlValidationFailed,
        ),
        (
            "a fragment circle that nobody spreads",
            "{ __typename } fragment A on Query { ...B } fragment B on Query { ...A }".to_owned(),
            GraphqlValidationFailed,
        ),
        ("a fragment bomb of 9 levels", bomb(9, "revision"), CostLimit),
        ("a fragment bomb of 26 levels", bomb(26, "__typename"), CostLimit),
        ("a fragment bomb without fields", bomb(26, "...Nothing"), GraphqlValidationFailed),
        ("a fragment bomb that nobody spreads", bomb(26, "revision").replace("...F0", "revision"), CostLimit),
        (
            "fragments squared",
            format!(
                "{{ {} }} fragment A on Query {{ network {{ {} }} }} fragment B on Network {{ {} }}",
                "...A ".repeat(20),
                "...B ".repeat(20),
                "revision ".repeat(20)
            ),
            CostLimit,
        ),
        (
            "a chain of 40 fragments",
            format!(
                "{{ ...F0 }} {} fragment F40 on Query {{ __typename }}",
                many(40, |i| format!("fragment F{i} on Query {{ ...F{} }}", i + 1))
            ),
            CostLimit,
        ),
        (
            "51 fragments",
            format!("{{ __typename }} {}", many(51, |i| format!("fragment F{i} on Query {{ __typename }}"))),
            CostLimit,
        ),
        ("51 directives", format!("{{ __typename {} }}", "@skip(if: false) ".repeat(51)), CostLimit),
        ("51 directives on the operation", format!("query {} {{ __typename }}", "@a ".repeat(51)), CostLimit),
        ("11 operations", many(11, |i| format!("query Q{i} {{ __typename }}")), CostLimit),
        ("101 variables", format!("query({}) {{ __typename }}", many(101, |i| format!("$v{i}: Int"))), CostLimit),
        (
            "pages in pages in pages",
            "{ network { organisations(first: 100) { nodes { children(first: 100) { nodes { children(first: 100) \
             { nodes { name } } } } } } } }"
                .to_owned(),
            CostLimit,
        ),
        (
            "introspection in circles",
            "{ __schema { types { fields { type { fields { type { fields { name } } } } } } } }".to_owned(),
            CostLimit,
        ),
        ("an open bracket", "{".to_owned(), GraphqlParseFailed),
        ("nothing", String::new(), GraphqlParseFailed),
        ("a comment only", "# nothing".to_owned(), GraphqlParseFailed),
        ("a schema", "type Query { a: Int }".to_owned(), GraphqlParseFailed),
        ("control characters", "{ a\u{0} }".to_owned(), GraphqlParseFailed),
        (
            "two operations and no name",
            "query A { __typename } query B { __typename }".to_owned(),
            GraphqlValidationFailed,
        ),
        ("an operation twice", "query A { __typename } query A { __typename }".to_owned(), GraphqlParseFailed),
    ]
}

#[test]
fn every_attack_is_refused_with_its_code_and_in_little_time() {
    let guard = guard();
    for (name, text, code) in attacks() {
        // The best of three: other work on the machine only ever adds time.
        let runs = (0..3).map(|_| {
            let started = Instant::now();
            let outcome = guard.check(&text, &Variables::default(), None);
            (started.elapsed(), outcome)
        });
        let (took, outcome) = runs.min_by_key(|(took, _)| *took).unwrap();
        let refusal = outcome.err().unwrap_or_else(|| panic!("{name}: was let through"));
        assert_eq!(refusal.code, code, "{name}: {refusal}");
        assert!(took < Duration::from_millis(10), "{name}: took {took:?}");
        assert!(refusal.to_string().chars().count() <= 300, "{name}: {refusal}");
    }
}

#[tokio::test]
async fn an_attack_that_is_trusted_by_mistake_is_refused_as_well() {
    let folder = tempfile::tempdir().unwrap();
    for (i, (_, text, _)) in attacks().iter().enumerate() {
        std::fs::write(folder.path().join(format!("{i}.graphql")), text).unwrap();
    }
    let trusted_documents = trusted::Settings { mode: Mode::AllowListOnly, folder: Some(folder.path().to_owned()) };
    let calls = tiny::Calls::default();
    let api = tiny::api(&Settings { trusted_documents, ..Settings::default() }, calls.clone());
    for (name, text, code) in attacks() {
        let request = ApiRequest { document_id: Some(document_id(&text)), ..ApiRequest::default() };
        assert_eq!(api.execute(request).await.failure(), Some(code), "{name}");
    }
    assert_eq!(calls.count(), 0);
}

#[test]
fn deepest_accepted_nesting_parses_on_a_small_stack() {
    // A quarter of what a worker thread has. Beyond the limit, 20,000 levels would end the process.
    let documents = [
        format!("{{ nodes(ids: {}) {{ name }} }}", nested("[", "", "]", 48)),
        format!("{{ search(filter: {}) }}", nested("{and:[", "{name:\"a\"}", "]}", 23)),
        format!("query($a: {}) {{ nodes(ids: $a) {{ name }} }}", nested("[", "ID", "]", 49)),
        format!("query($a: [ID] = {}) {{ nodes(ids: $a) {{ name }} }}", nested("[", "", "]", 49)),
        nested("{ ... ", "{ __typename }", "}", 31),
    ];
    let small = std::thread::Builder::new().stack_size(512 * 1024);
    let accepted = small.spawn(move || {
        let guard = guard();
        documents.map(|text| guard.check(&text, &Variables::default(), None).map(|_| text))
    });
    for outcome in accepted.unwrap().join().unwrap() {
        outcome.unwrap_or_else(|refusal| panic!("{refusal}"));
    }
}

#[test]
fn variables_are_held_to_limits_too() {
    let guard = guard();
    let document = "query($ids: [ID!]!) { nodes(ids: $ids) { name } }";
    let code = |ids: serde_json::Value| {
        let variables = Variables::from_json(json!({ "ids": ids }));
        guard.check(document, &variables, None).err().map(|refusal| refusal.code)
    };
    let deep = |n: usize| (0..n).fold(json!([]), |inner, _| json!([inner]));
    assert_eq!(code(json!(["1", "2"])), None);
    assert_eq!(code(deep(49)), None);
    assert_eq!(code(deep(50)), Some(Code::CostLimit));
    assert_eq!(code(json!(vec!["1"; 4_999])), None);
    assert_eq!(code(json!(vec!["1"; 5_000])), Some(Code::CostLimit));
}

#[test]
fn a_field_costs_one_and_a_list_multiplies_what_is_below() {
    for (text, expected) in [
        ("{ __typename }", 1),
        ("{ network { revision } }", 2),
        // 1 + 1 + 1 + 25
        ("{ network { organisations { nodes { name } } } }", 28),
        ("{ network { organisations(first: 3) { nodes { name } } } }", 6),
        ("{ network { organisations(last: 3) { nodes { name } } } }", 6),
        ("{ network { organisations(first: 3) { totalCount pageInfo { hasNextPage } nodes { name } } } }", 9),
        ("{ network { organisations(first: 3) { edges { cursor node { name } } } } }", 12),
        ("{ network { organisations(first: 100000) { nodes { name } } } }", 103),
        ("{ network { organisations(first: -5) { nodes { name } } } }", 28),
        ("{ network { organisations(first: 3) { ...C } } } fragment C on OrganisationConnection { nodes { name } }", 6),
        ("{ network { lines { name } } }", 12),
        ("{ network { participations { name } } }", 12),
        ("{ network { graph { nodes { name } links { name } } } }", 24),
        ("{ nodes(ids: [1, 2]) { name } }", 11),
        (
            "{ network { organisations(first: 2) { nodes { children(first: 3) { nodes { name groups { name } } } } } } }",
            79,
        ),
    ] {
        assert_eq!(cost(text), expected, "{text}");
    }
}

#[test]
fn pages_and_ids_are_counted_from_variables_and_their_defaults() {
    let guard = guard();
    let cost = |text: &str, variables: serde_json::Value| {
        guard.check(text, &Variables::from_json(variables), None).unwrap().cost
    };
    let paged = "query($n: Int = 4) { network { organisations(first: $n) { nodes { name } } } }";
    assert_eq!(cost(paged, json!({ "n": 50 })), 53);
    assert_eq!(cost(paged, json!({})), 7);
    let named = "query($ids: [ID!]!) { nodes(ids: $ids) { name } }";
    assert_eq!(cost(named, json!({ "ids": vec!["1"; 40] })), 41);
}

#[test]
fn the_chosen_operation_is_what_counts_and_a_name_must_exist() {
    let text = "query A { network { revision } } mutation B { change }";
    let guard = guard();
    let check = |name| guard.check(text, &Variables::default(), name);
    assert_eq!(check(Some("A")).unwrap().cost, 2);
    assert_eq!(check(Some("B")).unwrap().operation.to_string(), "mutation");
    assert_eq!(check(Some("C")).unwrap_err().code, Code::GraphqlValidationFailed);
}

#[test]
fn every_list_of_the_schema_multiplies() {
    let sdl = tiny::schema().sdl();
    let guard = guard();
    let mut n_lists = 0;
    for definition in parse_schema(&sdl).unwrap().definitions {
        let TypeSystemDefinition::Type(definition) = definition else { continue };
        let fields = match definition.node.kind {
            TypeKind::Object(object) => object.fields,
            TypeKind::Interface(interface) => interface.fields,
            _ => continue,
        };
        for field in fields {
            let (type_name, field_name) = (&definition.node.name.node, &field.node.name.node);
            let shape = guard.table().field(type_name, field_name).unwrap().shape;
            let is_list = field.node.ty.node.to_string().contains('[');
            n_lists += usize::from(is_list);
            assert_eq!(shape == Shape::List, is_list, "{type_name}.{field_name}");
        }
    }
    assert!(n_lists >= 8, "only {n_lists} lists were seen");
    assert!(guard.limits().list_items > 1 && guard.limits().page_default > 1);
}

#[test]
fn introspection_as_tools_ask_it_is_let_through() {
    let checked = check(include_str!("introspection.graphql")).unwrap();
    assert!(checked.cost > 1_000);
}

#[test]
fn syntax_errors_tell_where_and_never_repeat_the_document() {
    let refusal = check("query { network { geheim(wachtwoord: ) } }").unwrap_err();
    assert_eq!(refusal.code, Code::GraphqlParseFailed);
    assert!(!refusal.to_string().contains("geheim") && !refusal.to_string().contains("wachtwoord"), "{refusal}");
    assert_eq!((refusal.locations[0].line, refusal.locations[0].column), (1, 38));
}

/// Pieces of documents, more often right than wrong.
fn piece() -> impl Strategy<Value = String> {
    prop_oneof![
        Just("{".to_owned()),
        Just("}".to_owned()),
        Just("(".to_owned()),
        Just(")".to_owned()),
        Just("[".to_owned()),
        Just("]".to_owned()),
        Just("\"".to_owned()),
        Just("\"\"\"".to_owned()),
        Just("\\".to_owned()),
        Just("#".to_owned()),
        Just("\n".to_owned()),
        Just("...".to_owned()),
        Just("fragment A on Query".to_owned()),
        Just("...A".to_owned()),
        Just("query Q($a: [Int!] = [1 2])".to_owned()),
        Just("@skip(if: true)".to_owned()),
        Just("nodes(ids: [\"1\"])".to_owned()),
        Just("network".to_owned()),
        Just("{ name }".to_owned()),
        "[a-z]{1,5}:? ",
        "-?[0-9]{1,4}(\\.[0-9])?(e[+-]?[0-9])? ",
        any::<char>().prop_map(String::from),
    ]
}

/// Pieces of values: strings and comments that may or may not end, and what could hide in them.
fn value_piece() -> impl Strategy<Value = String> {
    let pieces = [
        "\"", "\"\"", "\"\"\"", "\\", "\\\"", "\\\"\"\"", "#", "\n", "\r", "[", "]", "{a:", "}", "x", "1-2", "$v", ",",
    ];
    prop::sample::select(pieces.to_vec()).prop_map(str::to_owned)
}

/// Selections that fit the tiny schema.
///
/// * `n`: items of every page; pages of different sizes would be different fields.
fn organisation(depth: u32, n: u32) -> BoxedStrategy<String> {
    let leaf = prop_oneof![Just("id name".to_owned()), Just("groups { name }".to_owned()), Just("...O".to_owned())];
    leaf.prop_recursive(depth, 24, 3, move |inner| {
        let below = prop::collection::vec(inner, 1..3).prop_map(|fields| fields.join(" "));
        prop_oneof![
            below.clone().prop_map(|fields| format!("parent {{ {fields} }}")),
            below.clone().prop_map(move |fields| format!("children(first: {n}) {{ totalCount nodes {{ {fields} }} }}")),
            below.prop_map(|fields| format!("... on Organisation @include(if: true) {{ {fields} }}")),
        ]
    })
    .boxed()
}

/// Lists and objects inside each other, in the arguments at the root of a document.
fn deepest_value(document: &ExecutableDocument) -> usize {
    fn depth(value: &Value) -> usize {
        match value {
            Value::List(items) => 1 + items.iter().map(depth).max().unwrap_or(0),
            Value::Object(fields) => 1 + fields.values().map(depth).max().unwrap_or(0),
            _ => 0,
        }
    }
    let selections = document.operations.iter().flat_map(|(_, operation)| &operation.node.selection_set.node.items);
    let fields = selections.filter_map(|selection| match &selection.node {
        Selection::Field(field) => Some(&field.node.arguments),
        _ => None,
    });
    fields.flatten().map(|(_, value)| depth(&value.node)).max().unwrap_or(0)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    #[test]
    fn no_text_makes_the_guard_panic(pieces in prop::collection::vec(piece(), 0..60)) {
        let text = pieces.concat();
        if let Err(refusal) = check(&text) {
            prop_assert!(refusal.to_string().chars().count() <= 300, "{}", refusal);
        }
    }

    #[test]
    fn no_nesting_that_the_parser_sees_escapes_the_lexer(
        before in prop::collection::vec(value_piece(), 0..5),
        depth in 1_usize..30,
    ) {
        let text = format!("{{ nodes(ids: [ {} {} ]) }}", before.concat(), nested("[", "", "]", depth));
        if let (Ok(document), Ok(size)) = (parse_query(&text), measure_text(&text, &Limits::default())) {
            // Two more brackets are around the values.
            prop_assert!(size.nesting >= deepest_value(&document) + 2, "{}", text);
        }
    }

    #[test]
    fn accepted_documents_execute(fields in (1_u32..120).prop_flat_map(|n| organisation(12, n))) {
        let text = format!("{{ network {{ organisations(first: 2) {{ nodes {{ {fields} }} }} }} }} fragment O on Organisation {{ name }}");
        if let Ok(checked) = check(&text) {
            prop_assert!(checked.cost <= Limits::default().complexity);
            let started = Instant::now();
            let response = futures_executor(async move { tiny::schema().execute(Request::new(text)).await });
            let only_unused = response.errors.iter().all(|error| error.message.contains("never used"));
            prop_assert!(only_unused, "{:?}", response.errors);
            prop_assert!(started.elapsed() < Duration::from_secs(1));
        }
    }
}

fn futures_executor<T>(future: impl Future<Output = T>) -> T {
    tokio::runtime::Builder::new_current_thread().build().unwrap().block_on(future)
}
