//! What holds for every element of the schema, read from its text.

use std::collections::{BTreeMap, BTreeSet};

use async_graphql_parser::parse_schema;
use async_graphql_parser::types::{
    BaseType, FieldDefinition, InputValueDefinition, Type, TypeKind, TypeSystemDefinition,
};

use crate::app::App;

/// The types of the schema by name.
fn types() -> BTreeMap<String, (Option<String>, TypeKind)> {
    let document = parse_schema(drieklank::graphql::schema::sdl()).unwrap();
    let types = document.definitions.into_iter().filter_map(|definition| match definition {
        TypeSystemDefinition::Type(ty) => Some(ty.node),
        _ => None,
    });
    types.map(|ty| (ty.name.node.to_string(), (ty.description.map(|text| text.node), ty.kind))).collect()
}

fn fields(kind: &TypeKind) -> Vec<FieldDefinition> {
    match kind {
        TypeKind::Object(object) => object.fields.iter().map(|field| field.node.clone()).collect(),
        TypeKind::Interface(interface) => interface.fields.iter().map(|field| field.node.clone()).collect(),
        _ => Vec::new(),
    }
}

fn name_of(ty: &Type) -> String {
    match &ty.base {
        BaseType::Named(name) => name.to_string(),
        BaseType::List(inner) => name_of(inner),
    }
}

#[test]
fn every_element_says_what_it_means() {
    let silent = |description: &Option<String>| description.as_ref().is_none_or(|text| text.trim().len() < 3);
    let mut missing = BTreeSet::new();
    for (name, (description, kind)) in types() {
        if silent(&description) {
            missing.insert(name.clone());
        }
        let mut inputs = |of: &str, inputs: &[async_graphql_parser::Positioned<InputValueDefinition>]| {
            for input in inputs.iter().map(|input| &input.node) {
                if silent(&input.description.as_ref().map(|text| text.node.clone())) {
                    missing.insert(format!("{of}.{}", input.name.node));
                }
            }
        };
        for field in fields(&kind) {
            inputs(&format!("{name}.{}", field.name.node), &field.arguments);
        }
        if let TypeKind::InputObject(object) = &kind {
            inputs(&name, &object.fields);
        }
        for field in fields(&kind) {
            if silent(&field.description.as_ref().map(|text| text.node.clone())) {
                missing.insert(format!("{name}.{}", field.name.node));
            }
        }
        if let TypeKind::Enum(values) = &kind {
            for value in &values.values {
                if silent(&value.node.description.as_ref().map(|text| text.node.clone())) {
                    missing.insert(format!("{name}.{}", value.node.value.node));
                }
            }
        }
    }
    assert!(missing.is_empty(), "without a description: {missing:#?}");
}

#[test]
fn every_list_that_can_grow_is_a_connection_of_the_same_shape() {
    let types = types();
    let connections: Vec<_> = types.keys().filter(|name| name.ends_with("Connection")).collect();
    assert!(connections.len() >= 12, "{connections:?}");
    for name in connections {
        let of: BTreeSet<_> = fields(&types[name].1).iter().map(|field| field.name.node.to_string()).collect();
        for field in ["edges", "nodes", "pageInfo", "totalCount"] {
            assert!(of.contains(field), "{name} has no {field}");
        }
    }
    for (name, (_, kind)) in &types {
        for field in fields(kind).iter().filter(|field| name_of(&field.ty.node).ends_with("Connection")) {
            let arguments: BTreeSet<_> =
                field.arguments.iter().map(|argument| argument.node.name.node.to_string()).collect();
            // Ranked lists only go forward.
            let backward = !["blocked", "brokers", "search", "findings"].contains(&field.name.node.as_str());
            for argument in
                ["first", "after"].iter().chain(if backward { ["last", "before"].iter() } else { [].iter() })
            {
                assert!(arguments.contains(*argument), "{name}.{} has no {argument}", field.name.node);
            }
        }
    }
}

#[test]
fn every_scalar_of_ours_names_its_specification() {
    let sdl = drieklank::graphql::schema::sdl();
    let scalars: Vec<_> = sdl.lines().filter(|line| line.starts_with("scalar ")).collect();
    assert_eq!(scalars.len(), 7, "{scalars:?}");
    assert!(scalars.iter().all(|line| line.contains("@specifiedBy(url:")), "{scalars:?}");
}

#[tokio::test]
async fn every_type_of_node_answers_to_its_id_in_every_view() {
    let app = App::builtin();
    let lists = r#"{ network(validAt: "2021-06-01") {
        organisations(first: 3) { nodes { id participations(first: 3, includeEnded: true) { nodes { id __typename } } } }
        groups: stakeholderGroups { id } bodies(first: 3) { nodes { id } } programmeLines { id }
        initiatives(first: 3) { nodes { id participations(first: 1) { nodes { id } } } }
        agreements(first: 3) { nodes { id participations(first: 10) { nodes { id } } } }
        decisions(first: 3) { nodes { id } } milestones(first: 3) { nodes { id } } meetings { nodes { id } }
        persons { nodes { id } } statements(first: 3) { nodes { id } } documents { id }
        body(by: { slug: "stuurgroep-regio-deal" }) { seats(first: 2) { nodes { id } } }
    } }"#;
    let answer = app.ask(lists, serde_json::json!({})).await;
    assert!(answer.get("errors").is_none(), "{answer}");
    let mut ids = BTreeSet::new();
    collect_ids(&answer, &mut ids);
    let ids: Vec<_> = ids.into_iter().collect();
    let mut seen = BTreeSet::new();
    for chunk in ids.chunks(100) {
        let query = "query($ids: [ID!]!) { nodes(ids: $ids) { id __typename } network(validAt: \"2021-06-01\") { nodes(ids: $ids) { id __typename } } }";
        let answer = app.ask(query, serde_json::json!({ "ids": chunk })).await;
        for (at, id) in chunk.iter().enumerate() {
            let then = &answer["data"]["network"]["nodes"][at];
            assert_eq!(then["id"], serde_json::json!(id));
            assert_eq!(answer["data"]["nodes"][at]["id"], serde_json::json!(id), "the same id today");
            seen.insert(then["__typename"].as_str().unwrap().to_owned());
        }
    }
    let possible: BTreeSet<String> = types()
        .iter()
        .filter(|(_, (_, kind))| matches!(kind, TypeKind::Object(object) if object.implements.iter().any(|interface| interface.node == "Node")))
        .map(|(name, _)| name.clone())
        .collect();
    assert_eq!(seen, possible, "every type of node was seen");
}

fn collect_ids(value: &serde_json::Value, ids: &mut BTreeSet<String>) {
    match value {
        serde_json::Value::Object(fields) => {
            ids.extend(fields.get("id").and_then(|id| id.as_str()).map(ToOwned::to_owned));
            fields.values().for_each(|value| collect_ids(value, ids));
        }
        serde_json::Value::Array(items) => items.iter().for_each(|value| collect_ids(value, ids)),
        _ => {}
    }
}
