//! What each field costs, read from the schema's own text (SDL).
//!
//! async-graphql takes costs as attributes, but none on the fields of interfaces, and one that is forgotten counts 1.
//! This table is derived, so no list can be forgotten.

use std::collections::HashMap;

use async_graphql::{
    Name,
    parser::{
        self, parse_schema,
        types::{BaseType, FieldDefinition, OperationType, Type, TypeKind, TypeSystemDefinition},
    },
};

/// The types that answer `__schema` and `__type`; an SDL leaves them out.
const INTROSPECTION: &str = "
type __Schema { description: String types: [__Type!]! queryType: __Type! mutationType: __Type subscriptionType: __Type
  directives: [__Directive!]! }
type __Type { kind: __TypeKind! name: String description: String specifiedByURL: String isOneOf: Boolean
  fields(includeDeprecated: Boolean): [__Field!] interfaces: [__Type!] possibleTypes: [__Type!]
  enumValues(includeDeprecated: Boolean): [__EnumValue!] inputFields(includeDeprecated: Boolean): [__InputValue!]
  ofType: __Type }
type __Field { name: String! description: String args(includeDeprecated: Boolean): [__InputValue!]! type: __Type!
  isDeprecated: Boolean! deprecationReason: String }
type __InputValue { name: String! description: String type: __Type! defaultValue: String isDeprecated: Boolean!
  deprecationReason: String }
type __EnumValue { name: String! description: String isDeprecated: Boolean! deprecationReason: String }
type __Directive { name: String! description: String isRepeatable: Boolean! locations: [__DirectiveLocation!]!
  args(includeDeprecated: Boolean): [__InputValue!]! }";

/// Fields that make more work than what is below them tells: type, field, cost. Below an assumption all is computed anew.
const DEAR: [(&str, &str, u64); 1] = [("Network", "assuming", 1_000)];

/// How often what is below a field may come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// At most once.
    Single,
    /// A connection: once itself, its `edges` and `nodes` as often as a page holds.
    Connection,
    /// As often as the list has items.
    List,
}

/// One field of one type.
#[derive(Debug, Clone)]
pub struct FieldCost {
    /// The type, with its lists and whether null may stand there.
    pub ty: Type,
    /// The name of the type below, without lists and non-null.
    pub type_name: String,
    /// How often it may come.
    pub shape: Shape,
    /// What it costs itself.
    pub own: u64,
}

/// The fields of every type, with what they multiply by.
#[derive(Debug, Clone)]
pub struct CostTable {
    types: HashMap<String, HashMap<String, FieldCost>>,
    query: String,
    mutation: String,
    subscription: String,
}

impl CostTable {
    /// Reads the table from the text of a schema.
    ///
    /// # Errors
    /// When the text is no schema.
    pub fn from_sdl(sdl: &str) -> Result<Self, parser::Error> {
        let mut table = Self {
            types: HashMap::new(),
            query: "Query".to_owned(),
            mutation: "Mutation".to_owned(),
            subscription: "Subscription".to_owned(),
        };
        table.read(INTROSPECTION)?;
        table.read(sdl)?;
        table.mark_connections();
        for (type_name, field, own) in DEAR {
            if let Some(dear) = table.types.get_mut(type_name).and_then(|fields| fields.get_mut(field)) {
                dear.own = own;
            }
        }
        for (name, type_name) in [("__schema", "__Schema"), ("__type", "__Type")] {
            let ty = Type { base: BaseType::Named(Name::new(type_name)), nullable: name == "__type" };
            let meta = FieldCost { ty, type_name: type_name.to_owned(), shape: Shape::Single, own: 1 };
            table.types.entry(table.query.clone()).or_default().insert(name.to_owned(), meta);
        }
        Ok(table)
    }

    /// The field of a type; `None` for what the schema does not know.
    #[must_use]
    pub fn field(&self, type_name: &str, field: &str) -> Option<&FieldCost> {
        self.types.get(type_name)?.get(field)
    }

    /// The type at the root of an operation.
    #[must_use]
    pub fn root(&self, operation: OperationType) -> &str {
        match operation {
            OperationType::Query => &self.query,
            OperationType::Mutation => &self.mutation,
            OperationType::Subscription => &self.subscription,
        }
    }

    fn read(&mut self, sdl: &str) -> Result<(), parser::Error> {
        for definition in parse_schema(sdl)?.definitions {
            match definition {
                TypeSystemDefinition::Schema(schema) => {
                    let roots = [
                        (&mut self.query, schema.node.query),
                        (&mut self.mutation, schema.node.mutation),
                        (&mut self.subscription, schema.node.subscription),
                    ];
                    for (root, name) in roots {
                        if let Some(name) = name {
                            *root = name.node.to_string();
                        }
                    }
                }
                TypeSystemDefinition::Type(definition) => {
                    let fields = match definition.node.kind {
                        TypeKind::Object(object) => object.fields,
                        TypeKind::Interface(interface) => interface.fields,
                        TypeKind::Scalar | TypeKind::Union(_) | TypeKind::Enum(_) | TypeKind::InputObject(_) => {
                            continue;
                        }
                    };
                    let costs =
                        fields.into_iter().map(|field| (field.node.name.node.to_string(), cost_of(&field.node)));
                    self.types.entry(definition.node.name.node.to_string()).or_default().extend(costs);
                }
                TypeSystemDefinition::Directive(_) => {}
            }
        }
        Ok(())
    }

    /// A field whose type pages (`pageInfo` beside `edges` or `nodes`) is a connection.
    fn mark_connections(&mut self) {
        let paged = |fields: &HashMap<String, FieldCost>| {
            let is_list = |name| fields.get(name).is_some_and(|field| field.shape == Shape::List);
            fields.contains_key("pageInfo") && (is_list("edges") || is_list("nodes"))
        };
        let connections: Vec<String> =
            self.types.iter().filter(|(_, fields)| paged(fields)).map(|(name, _)| name.clone()).collect();
        for field in self.types.values_mut().flat_map(HashMap::values_mut) {
            if field.shape == Shape::Single && connections.contains(&field.type_name) {
                field.shape = Shape::Connection;
            }
        }
    }
}

fn cost_of(field: &FieldDefinition) -> FieldCost {
    let (type_name, is_list) = innermost(&field.ty.node);
    let ty = field.ty.node.clone();
    FieldCost { ty, type_name: type_name.to_owned(), shape: if is_list { Shape::List } else { Shape::Single }, own: 1 }
}

/// The name of a type without its lists, and whether there are any.
pub(in crate::graphql) fn innermost(ty: &Type) -> (&str, bool) {
    match &ty.base {
        BaseType::Named(name) => (name.as_str(), false),
        BaseType::List(item) => (innermost(item).0, true),
    }
}
