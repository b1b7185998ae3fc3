//! Checks on the tree of a document: what it asks for, with every fragment written out.
//!
//! Fragments that spread fragments grow exponentially when they are followed. Here each is measured once and its
//! measure is added where it is spread, so the work is proportional to the text.

use std::collections::HashMap;

use async_graphql::{
    Name, Pos, Positioned, Variables,
    parser::types::{ExecutableDocument, Field, OperationDefinition, Selection, SelectionSet},
};
use async_graphql_value::{ConstValue, Value};
use network::timeline::{self, CalendarUnit};

use super::{
    Limits, Refusal,
    table::{CostTable, FieldCost, Shape},
};
use crate::graphql::error::Code;

/// What a selection set asks for. Sums saturate: beyond a limit the exact number tells nothing.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Measure {
    /// Cost, with lists multiplied.
    pub cost: u64,
    /// Fields, spreads and inline fragments.
    pub selections: u64,
    /// Fields of this level.
    pub fields_here: u64,
    /// Fields inside each other.
    pub depth: u64,
    /// Selection sets inside each other.
    pub height: u64,
    /// Aliases.
    pub aliases: u64,
    /// Directives.
    pub directives: u64,
    /// Lists inside each other in an introspection.
    pub introspection_lists: u64,
}

impl Measure {
    /// What stands side by side: amounts add up, depths do not.
    fn add(&mut self, other: Self) {
        self.cost = self.cost.saturating_add(other.cost);
        self.selections = self.selections.saturating_add(other.selections);
        self.fields_here = self.fields_here.saturating_add(other.fields_here);
        self.aliases = self.aliases.saturating_add(other.aliases);
        self.directives = self.directives.saturating_add(other.directives);
        self.depth = self.depth.max(other.depth);
        self.height = self.height.max(other.height);
        self.introspection_lists = self.introspection_lists.max(other.introspection_lists);
    }
}

/// Where a fragment stands while it is measured.
enum Progress {
    Open,
    Done(Measure),
}

/// Items per page of the connection that a selection set is in, if it is in one.
type Page = Option<u64>;

/// Measures one operation. Fragments are remembered from one operation to the next.
pub struct Surveyor<'a> {
    table: &'a CostTable,
    limits: &'a Limits,
    document: &'a ExecutableDocument,
    variables: &'a Variables,
    operation: Option<&'a OperationDefinition>,
    fragments: HashMap<(&'a str, Page), Progress>,
}

impl<'a> Surveyor<'a> {
    /// A surveyor for the operations of a document.
    #[must_use]
    pub fn new(
        table: &'a CostTable,
        limits: &'a Limits,
        document: &'a ExecutableDocument,
        variables: &'a Variables,
    ) -> Self {
        Self { table, limits, document, variables, operation: None, fragments: HashMap::new() }
    }

    /// Measures an operation with all that it spreads.
    ///
    /// # Errors
    /// A limit on nesting that is exceeded, a fragment that contains itself or does not exist.
    pub fn operation(&mut self, operation: &'a OperationDefinition) -> Result<Measure, Refusal> {
        // Defaults of variables differ from operation to operation, and pages with them.
        self.fragments.clear();
        self.operation = Some(operation);
        let mut measure = self.selection_set(&operation.selection_set, self.table.root(operation.ty), None, 0)?;
        let of_variables = operation.variable_definitions.iter().map(|variable| variable.node.directives.len());
        let directives = of_variables.sum::<usize>() + operation.directives.len();
        measure.directives = measure.directives.saturating_add(directives as u64);
        Ok(measure)
    }

    /// Measures the fragments that no operation spreads, for the validation reads them too.
    ///
    /// # Errors
    /// As for operations.
    pub fn other_fragments(&mut self) -> Result<Measure, Refusal> {
        let mut largest = Measure::default();
        let document = self.document;
        for (name, fragment) in &document.fragments {
            let measure = self.fragment(name, None, fragment.pos, 0)?;
            if measure.selections > largest.selections {
                largest = measure;
            }
        }
        Ok(largest)
    }

    fn selection_set(
        &mut self,
        set: &'a Positioned<SelectionSet>,
        parent: &'a str,
        page: Page,
        level: u64,
    ) -> Result<Measure, Refusal> {
        if level > self.limits.recursion {
            return Err(Refusal::limit("selection sets inside each other", self.limits.recursion).at(set.pos));
        }
        let mut sum = Measure::default();
        for selection in &set.node.items {
            let mut measure = match &selection.node {
                Selection::Field(field) => self.field(field, parent, page, level)?,
                Selection::FragmentSpread(spread) => {
                    self.fragment(&spread.node.fragment_name.node, page, spread.pos, level + 1)?
                }
                Selection::InlineFragment(inline) => {
                    let on = inline.node.type_condition.as_ref().map_or(parent, |on| on.node.on.node.as_str());
                    self.selection_set(&inline.node.selection_set, on, page, level + 1)?
                }
            };
            measure.selections = measure.selections.saturating_add(1);
            measure.directives = measure.directives.saturating_add(selection.node.directives().len() as u64);
            sum.add(measure);
        }
        sum.height += 1;
        Ok(sum)
    }

    fn field(
        &mut self,
        field: &'a Positioned<Field>,
        parent: &'a str,
        page: Page,
        level: u64,
    ) -> Result<Measure, Refusal> {
        let table = self.table;
        let known = table.field(parent, &field.node.name.node);
        let is_introspection_list = parent.starts_with("__") && known.is_some_and(|cost| cost.shape == Shape::List);
        let times = match known {
            Some(_) if is_introspection_list => self.limits.introspection_items,
            Some(cost) => self.times(cost, &field.node, page),
            None => 1,
        };
        let mut measure = Measure::default();
        if !field.node.selection_set.node.items.is_empty() {
            let below = known.map_or("", |cost| cost.type_name.as_str());
            let page = known.filter(|cost| cost.shape == Shape::Connection).map(|_| self.page(&field.node));
            measure = self.selection_set(&field.node.selection_set, below, page, level + 1)?;
        }
        measure.cost = measure.cost.saturating_mul(times).saturating_add(known.map_or(1, |cost| cost.own));
        measure.fields_here = 1;
        measure.depth += 1;
        measure.aliases = measure.aliases.saturating_add(u64::from(field.node.alias.is_some()));
        measure.introspection_lists += u64::from(is_introspection_list);
        Ok(measure)
    }

    fn fragment(&mut self, name: &'a Name, page: Page, pos: Pos, level: u64) -> Result<Measure, Refusal> {
        let key = (name.as_str(), page);
        match self.fragments.get(&key) {
            Some(Progress::Done(measure)) if level + measure.height <= self.limits.recursion + 1 => {
                return Ok(*measure);
            }
            Some(Progress::Done(_)) => {
                return Err(Refusal::limit("selection sets inside each other", self.limits.recursion).at(pos));
            }
            Some(Progress::Open) => {
                let message = "A fragment spreads itself, directly or through others.";
                return Err(Refusal::new(Code::GraphqlValidationFailed, message).at(pos));
            }
            None => {}
        }
        let Some(fragment) = self.document.fragments.get(name) else {
            return Err(
                Refusal::new(Code::GraphqlValidationFailed, "A fragment is spread that is not defined.").at(pos)
            );
        };
        self.fragments.insert(key, Progress::Open);
        let on = fragment.node.type_condition.node.on.node.as_str();
        let mut measure = self.selection_set(&fragment.node.selection_set, on, page, level)?;
        measure.directives = measure.directives.saturating_add(fragment.node.directives.len() as u64);
        self.fragments.insert(key, Progress::Done(measure));
        Ok(measure)
    }

    /// How often what is below a field may come.
    fn times(&self, cost: &FieldCost, field: &Field, page: Page) -> u64 {
        match (cost.shape, page) {
            (Shape::Single | Shape::Connection, _) => 1,
            (Shape::List, Some(page)) if matches!(field.name.node.as_str(), "edges" | "nodes") => page,
            (Shape::List, _) => self.items(field),
        }
    }

    /// Items of a page: the larger of `first` and `last`, within what a resolver would serve.
    fn page(&self, field: &Field) -> u64 {
        self.asked(field).unwrap_or(self.limits.page_default).clamp(1, self.limits.page_max)
    }

    /// Items of a plain list: as many as asked for, as there are periods in a time (`timeline(from: …)`), or as it is given in
    /// a list of its own (`nodes(ids: …)`).
    fn items(&self, field: &Field) -> u64 {
        if let Some(asked) = self.asked(field) {
            return asked.clamp(1, self.limits.page_max);
        }
        if let Some(periods) = self.periods(field) {
            return periods.max(self.limits.list_items);
        }
        let given = field.arguments.iter().filter_map(|(_, value)| self.length(&value.node)).max();
        given.unwrap_or(0).max(self.limits.list_items)
    }

    fn asked(&self, field: &Field) -> Option<u64> {
        let number = |name| field.get_argument(name).and_then(|value| self.number(&value.node));
        number("first").max(number("last"))
    }

    /// How many periods a field asks for, within what a resolver would serve.
    fn periods(&self, field: &Field) -> Option<u64> {
        let word = |name| field.get_argument(name).and_then(|value| self.word(&value.node));
        let (from, until, every) = (word("from")?, word("until")?, word("every")?);
        let every: CalendarUnit = every.parse().ok()?;
        let steps = timeline::steps(from.parse().ok()?, until.parse().ok()?, every);
        Some(steps.min(timeline::MOST_POINTS) as u64)
    }

    fn word<'v>(&'v self, value: &'v Value) -> Option<&'v str> {
        match value {
            Value::String(text) => Some(text),
            Value::Enum(name) => Some(name),
            Value::Variable(name) => match self.variable(name)? {
                ConstValue::String(text) => Some(text),
                ConstValue::Enum(name) => Some(name),
                _ => None,
            },
            _ => None,
        }
    }

    fn number(&self, value: &Value) -> Option<u64> {
        match value {
            Value::Number(number) => number.as_u64(),
            Value::Variable(name) => match self.variable(name)? {
                ConstValue::Number(number) => number.as_u64(),
                _ => None,
            },
            _ => None,
        }
    }

    fn length(&self, value: &Value) -> Option<u64> {
        match value {
            Value::List(items) => Some(items.len() as u64),
            Value::Variable(name) => match self.variable(name)? {
                ConstValue::List(items) => Some(items.len() as u64),
                _ => None,
            },
            _ => None,
        }
    }

    fn variable(&self, name: &Name) -> Option<&ConstValue> {
        self.variables.get(name).or_else(|| {
            let definitions = &self.operation?.variable_definitions;
            definitions.iter().find(|definition| definition.node.name.node == *name)?.node.default_value()
        })
    }
}
