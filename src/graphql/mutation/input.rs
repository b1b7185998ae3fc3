//! What inputs have in common: on whose word, why, and values that become fields of facts.

use std::fmt::Display;
use std::sync::Arc;

use async_graphql::{ID, InputObject, InputType, MaybeUndefined};
use chrono::NaiveDate;
use network::audience::Audience;
use network::codes::Coded;
use network::facts::*;
use network::id::FactId;
use network::plan::{ErrorCode, Rejection, Source, camel};
use network::source::Confidence;
use network::view::View;
use serde_json::{Map, Value};
use uuid::Uuid;

use crate::graphql::codes::Code;
use crate::graphql::error::ApiError;
use crate::graphql::filters::{
    AgreementBy, AmbitionBy, BodyBy, DecisionMomentBy, GoalBy, InitiativeBy, OrganisationBy, PersonBy, ProgrammeLineBy,
    RuleBy, StakeholderGroupBy, StatementBy, TopicBy,
};
use crate::graphql::global_id;
use crate::graphql::reader::Reader;
use crate::graphql::scalars::{Date, Decimal, PartialDate, PositionScore, Score, Url};

/// On whose word: a document or page, and the place in it (bron).
#[derive(Debug, Clone, InputObject)]
pub struct SourceInput {
    /// What it is: council proposal, minutes, name of a page.
    pub title: String,
    /// Where in it; left out: all of it.
    pub locator: Option<String>,
    /// Web address; left out: it is not on the web.
    pub url: Option<Url>,
}

impl From<SourceInput> for Source {
    fn from(SourceInput { title, locator, url }: SourceInput) -> Self {
        Self { title, locator, url: url.map(|url| url.0) }
    }
}

/// What every input that records something new has.
#[derive(Debug, Clone, Default, InputObject)]
pub struct Recording {
    /// On whose word. Left out: for what only the desk sees that of who records it; else nothing is recorded, unless the
    /// server is set to allow that.
    pub source: Option<SourceInput>,
    /// How sure; HIGH when left out.
    pub confidence: Option<Code<Confidence>>,
    /// Who may see it. Left out: PUBLIC, of who plans contacts PUBLIC_AFFAIRS, of what was said in confidence HOLDER_ONLY, and
    /// never more people than may see what it names.
    pub audience: Option<Code<Audience>>,
    /// A remark, kept with the fact.
    pub note: Option<String>,
    /// Why, for the journal.
    pub reason: Option<String>,
    /// A word of your own, 1 to 200 characters: sent again within 24 hours with the same input, nothing is recorded twice.
    pub idempotency_key: Option<String>,
}

/// What every input that changes something has.
#[derive(Debug, Clone, InputObject)]
pub struct Changing {
    /// The revision that you read: when the object was changed after it, nothing is done (VERSION_CONFLICT).
    pub if_revision: Option<i32>,
    /// On whose word. Left out: for what only the desk sees that of who changes it; else nothing is changed, unless the
    /// server is set to allow that.
    pub source: Option<SourceInput>,
    /// Why, for the journal.
    pub reason: Option<String>,
}

/// What every input that corrects a fact has.
#[derive(Debug, Clone, InputObject)]
pub struct Correcting {
    /// How sure.
    confidence: MaybeUndefined<Code<Confidence>>,
    /// Who may see it.
    audience: MaybeUndefined<Code<Audience>>,
    /// A remark.
    note: MaybeUndefined<String>,
    #[graphql(flatten)]
    pub(super) changing: Changing,
}

impl Correcting {
    /// The fields that it corrects.
    pub(super) fn correct(&self, fields: &mut Fields<'_>) {
        fields.change("confidence", &self.confidence);
        if self.audience.is_null() {
            // It would be for everybody.
            let words = ["dit veld kan niet leeg zijn", "this field cannot be empty"];
            fields.unread.push(Rejection::new(ErrorCode::InvalidValue, &["audience"], words[0], words[1]));
        } else {
            fields.change("audience", &self.audience);
        }
        fields.change("note", &self.note);
    }
}

/// A value that becomes a field of a fact. `None`: what it names is not there.
pub(super) trait FieldValue: InputType {
    fn field(&self, view: &View) -> Option<Value>;

    /// That what it names is not there.
    fn unfound(&self, path: &[&str]) -> Rejection {
        not_found(path)
    }
}

macro_rules! field_values {
    ($($ty:ty: |$value:ident| $field:expr;)*) => {$(
        impl FieldValue for $ty {
            fn field(&self, _: &View) -> Option<Value> {
                let $value = self;
                Some($field)
            }
        }
    )*};
}

field_values! {
    String: |text| Value::from(text.as_str());
    bool: |flag| Value::from(*flag);
    u32: |number| Value::from(*number);
    Date: |day| day_field(day.0);
    Decimal: |number| Value::from(number.0.to_string());
    PartialDate: |date| Value::from(date.0.to_string());
    Url: |url| Value::from(url.0.as_str());
    Score: |score| Value::from(score.0.to_string());
    PositionScore: |position| Value::from(position.0.to_string());
}

fn day_field(day: NaiveDate) -> Value {
    Value::from(day.to_string())
}

impl<T: Coded> FieldValue for Code<T> {
    fn field(&self, _: &View) -> Option<Value> {
        Some(Value::from(self.0.code()))
    }
}

impl FieldValue for ID {
    /// Whether it is of the right noun shows where it is looked for.
    fn field(&self, _: &View) -> Option<Value> {
        global_id::uuid(self).map(|uuid| Value::from(uuid.to_string()))
    }
}

macro_rules! by_values {
    ($($by:ident in $table:ident: $noun:ident;)*) => {$(
        impl FieldValue for $by {
            fn unfound(&self, path: &[&str]) -> Rejection {
                match self {
                    Self::Id(id) => no_such::<$noun>(id, path),
                    _ => not_found(path),
                }
            }

            fn field(&self, view: &View) -> Option<Value> {
                let ix = self.find(view)?;
                Some(Value::from(view.network().$table.get(ix).id().uuid().to_string()))
            }
        }
    )*};
}

by_values! {
    OrganisationBy in organisations: Organisation;
    BodyBy in bodies: Body;
    ProgrammeLineBy in programme_lines: ProgrammeLine;
    InitiativeBy in initiatives: Initiative;
    AgreementBy in agreements: Agreement;
    StakeholderGroupBy in stakeholder_groups: StakeholderGroup;
    PersonBy in persons: Person;
    GoalBy in goals: Goal;
    AmbitionBy in ambitions: Ambition;
    StatementBy in statements: Statement;
    RuleBy in rules: Rule;
    TopicBy in topics: Topic;
    DecisionMomentBy in decision_moments: DecisionMoment;
}

impl<T: FieldValue> FieldValue for Vec<T>
where
    Vec<T>: InputType,
{
    fn field(&self, view: &View) -> Option<Value> {
        let items: Option<Vec<String>> =
            self.iter().map(|item| item.field(view)?.as_str().map(ToOwned::to_owned)).collect();
        Some(Value::from(items?.join(";")))
    }
}

/// Fields of a fact under way, and why some cannot be what was given: they could not be found, or not be read.
pub(super) struct Fields<'a> {
    pub(super) view: &'a View,
    pub(super) path: Vec<&'a str>,
    pub(super) set: Map<String, Value>,
    pub(super) unread: Vec<Rejection>,
}

impl<'a> Fields<'a> {
    /// No fields yet; they come from this part of the input.
    pub(super) fn new(view: &'a View, path: Vec<&'a str>) -> Self {
        Self { view, path, set: Map::new(), unread: Vec::new() }
    }

    /// A field that is given. What it names and is not there points nowhere, so that the others are looked at all the same.
    pub(super) fn give(&mut self, field: &str, value: &impl FieldValue) {
        let given = value;
        let value = given.field(self.view).unwrap_or_else(|| {
            let name = camel(field);
            let path: Vec<&str> = self.path.iter().copied().chain([&*name]).collect();
            self.unread.push(given.unfound(&path));
            Value::from(Uuid::nil().to_string())
        });
        self.set.insert(field.to_owned(), value);
    }

    /// A field whose value has to be read first.
    ///
    /// * `name`: what the input calls it.
    /// * `value`: what was read, or in Dutch and English why it could not be.
    pub(super) fn read(&mut self, field: &str, name: &str, value: Result<impl Display, [String; 2]>) {
        match value {
            Ok(value) => drop(self.set.insert(field.to_owned(), Value::from(value.to_string()))),
            Err([nl, en]) => {
                let path: Vec<&str> = self.path.iter().copied().chain([name]).collect();
                self.unread.push(Rejection::new(ErrorCode::InvalidValue, &path, nl, en));
            }
        }
    }

    /// A field that may be given.
    pub(super) fn maybe(&mut self, field: &str, value: Option<&impl FieldValue>) {
        if let Some(value) = value {
            self.give(field, value);
        }
    }

    /// A field that may be changed or emptied.
    pub(super) fn change<T: FieldValue>(&mut self, field: &str, value: &MaybeUndefined<T>) {
        match value {
            MaybeUndefined::Undefined => {}
            MaybeUndefined::Null => {
                self.set.insert(field.to_owned(), Value::Null);
            }
            MaybeUndefined::Value(value) => self.give(field, value),
        }
    }
}

/// That what a part of the input names is not there.
pub(super) fn not_found(path: &[&str]) -> Rejection {
    let (nl, en) = ("wat hier genoemd wordt is er niet", "what is named here is not there");
    Rejection::new(ErrorCode::NotFound, path, nl, en)
}

/// That an id names nothing of a noun: it is of another noun, or of nothing that is there.
pub(super) fn no_such<T: Fact>(id: &ID, path: &[&str]) -> Rejection {
    let expected = T::Id::TYPE;
    match global_id::noun(id).filter(|noun| noun != expected) {
        Some(noun) => Rejection::new(
            ErrorCode::NotFound,
            path,
            format!("deze id is van een {noun}, en moet van een {expected} zijn"),
            format!("this id is of a {noun}, and has to be of a {expected}"),
        ),
        None => not_found(path),
    }
}

/// Everything that the viewer sees now, whether it has begun, holds or has ended: what an input may name. Of one request,
/// a mutation may name what those before it made.
///
/// # Errors
/// As for [`Reader::now`].
pub(super) fn everything(reader: &Reader) -> Result<Arc<View>, ApiError> {
    Ok(reader.view_of(&reader.now()?, Some(NaiveDate::MAX), None))
}
