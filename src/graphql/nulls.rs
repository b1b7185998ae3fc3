//! Where null stands after an error.
//!
//! The engine leaves a field out when it fails. GraphQL says that null stands there, or in the nearest place above it
//! where null may stand; clients with generated types rely on it.

use async_graphql::{
    Name, PathSegment, Value,
    parser::types::{BaseType, ExecutableDocument, Selection, SelectionSet, Type},
};

use super::guard::table::{CostTable, innermost};

/// Puts nulls into the data of one document.
pub struct Nulls<'a> {
    table: &'a CostTable,
    document: &'a ExecutableDocument,
    operation_name: Option<&'a str>,
}

/// A selection set and the type that it is on.
type On<'a> = (&'a SelectionSet, &'a str);

/// Whether null can stand where it was put, or must move up.
#[derive(PartialEq, Eq)]
enum Null {
    Stays,
    MovesUp,
}

impl<'a> Nulls<'a> {
    /// For the data that an operation of a document gave.
    #[must_use]
    pub fn new(table: &'a CostTable, document: &'a ExecutableDocument, operation_name: Option<&'a str>) -> Self {
        Self { table, document, operation_name }
    }

    /// Puts null at the path of each error, or above it. `None` when nothing is left.
    #[must_use]
    pub fn put<'p>(&self, mut data: Value, paths: impl Iterator<Item = &'p [PathSegment]>) -> Option<Value> {
        let operation = self.document.operations.iter().find_map(|(name, operation)| {
            let chosen = self.operation_name.is_none() || name.map(Name::as_str) == self.operation_name;
            chosen.then_some(&operation.node)
        })?;
        let root = self.table.root(operation.ty);
        let root_type = Type { base: BaseType::Named(Name::new(root)), nullable: true };
        for path in paths {
            self.descend(&mut data, &root_type, &[(&operation.selection_set.node, root)], path);
        }
        (data != Value::Null).then_some(data)
    }

    fn descend(&self, value: &mut Value, ty: &Type, sets: &[On<'a>], path: &[PathSegment]) -> Null {
        let below = match (path.split_first(), &mut *value) {
            (Some((PathSegment::Field(key), rest)), Value::Object(fields)) => match self.find(sets, key) {
                Some((field_type, field_sets)) => {
                    let field = fields.entry(Name::new(key)).or_insert(Value::Null);
                    self.descend(field, field_type, &field_sets, rest)
                }
                // A path that the document does not have; there is nothing to repair.
                None => return Null::Stays,
            },
            (Some((PathSegment::Index(index), rest)), Value::List(items)) => match (items.get_mut(*index), &ty.base) {
                (Some(item), BaseType::List(item_type)) => self.descend(item, item_type, sets, rest),
                _ => return Null::Stays,
            },
            // The path ends here, or the engine already left out what is above its end.
            _ => Null::MovesUp,
        };
        if below == Null::Stays {
            return Null::Stays;
        }
        *value = Value::Null;
        if ty.nullable { Null::Stays } else { Null::MovesUp }
    }

    /// The type behind a key of the answer, and what is selected below it.
    ///
    /// One key has the same shape wherever it is selected (the validation sees to that), so the first type will do.
    fn find(&self, sets: &[On<'a>], key: &str) -> Option<(&'a Type, Vec<On<'a>>)> {
        let mut found = None;
        let mut below = Vec::new();
        let mut open: Vec<On<'a>> = sets.to_vec();
        while let Some((set, parent)) = open.pop() {
            for selection in &set.items {
                match &selection.node {
                    Selection::Field(field) if field.node.response_key().node == key => {
                        if let Some(known) = self.table.field(parent, &field.node.name.node) {
                            found = found.or(Some(&known.ty));
                            below.push((&field.node.selection_set.node, innermost(&known.ty).0));
                        }
                    }
                    Selection::Field(_) => {}
                    Selection::InlineFragment(inline) => {
                        let on = inline.node.type_condition.as_ref().map_or(parent, |on| on.node.on.node.as_str());
                        open.push((&inline.node.selection_set.node, on));
                    }
                    Selection::FragmentSpread(spread) => {
                        if let Some(fragment) = self.document.fragments.get(&spread.node.fragment_name.node) {
                            let on = fragment.node.type_condition.node.on.node.as_str();
                            open.push((&fragment.node.selection_set.node, on));
                        }
                    }
                }
            }
        }
        found.map(|ty| (ty, below))
    }
}

#[cfg(test)]
mod tests {
    use async_graphql::parser::parse_query;
    use serde_json::json;

    use super::*;

    const SDL: &str = "
        type Query { must: A!  may: A  list: [A]!  strict: [A!]  any: Any }
        interface Any { name: String! }
        type A implements Any { name: String!  nick: String  a: A! }";

    fn put(query: &str, data: serde_json::Value, path: serde_json::Value) -> serde_json::Value {
        let table = CostTable::from_sdl(SDL).unwrap();
        let document = parse_query(query).unwrap();
        let path: Vec<PathSegment> = serde_json::from_value(path).unwrap();
        let data = Nulls::new(&table, &document, None).put(Value::from_json(data).unwrap(), [&*path].into_iter());
        data.map_or(json!("nothing left"), |data| data.into_json().unwrap())
    }

    #[test]
    fn null_stands_at_the_nearest_place_where_it_may() {
        for (query, data, path, expected) in [
            (
                "{ may { name nick } }",
                json!({"may": {"name": "x"}}),
                json!(["may", "nick"]),
                json!({"may": {"name": "x", "nick": null}}),
            ),
            ("{ may { name nick } }", json!({"may": {"nick": "x"}}), json!(["may", "name"]), json!({"may": null})),
            ("{ may { name } }", json!({"may": null}), json!(["may", "name"]), json!({"may": null})),
            (
                "{ may { a { a { name } } } }",
                json!({"may": {"a": {"a": {}}}}),
                json!(["may", "a", "a", "name"]),
                json!({"may": null}),
            ),
            ("{ may { nick } must { name } }", json!({"may": {"nick": "x"}}), json!(["must"]), json!("nothing left")),
            ("{ x: may { y: nick } }", json!({"x": {}}), json!(["x", "y"]), json!({"x": {"y": null}})),
            (
                "{ list { name } }",
                json!({"list": [{"name": "x"}, {}]}),
                json!(["list", 1, "name"]),
                json!({"list": [{"name": "x"}, null]}),
            ),
            (
                "{ strict { name } }",
                json!({"strict": [{"name": "x"}, {}]}),
                json!(["strict", 1, "name"]),
                json!({"strict": null}),
            ),
            (
                "{ any { ... on A { nick } } }",
                json!({"any": {}}),
                json!(["any", "nick"]),
                json!({"any": {"nick": null}}),
            ),
            (
                "{ any { ...F } } fragment F on A { a { name } }",
                json!({"any": {"a": {}}}),
                json!(["any", "a", "name"]),
                json!({"any": null}),
            ),
        ] {
            assert_eq!(put(query, data, path), expected, "{query}");
        }
    }
}
