//! Scalars of our own, each with the specification that it follows.

use async_graphql::{InputType, InputValueError, InputValueResult, Scalar, ScalarType, Value};
use chrono::{NaiveDate, SecondsFormat, Utc};

/// A calendar day: `2024-03-14` (RFC 3339 full-date).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Date(pub NaiveDate);

/// A moment in time: `2024-03-14T20:15:00Z` (RFC 3339).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct DateTime(pub chrono::DateTime<Utc>);

/// A date as its source gives it, partial or approximate: `2024`, `2024-03`, `2024-03-14`, `2024-02-14~` (about),
/// `2023-07/2024-01~` (from the first to the second), `[2022..2023]` (some time in that span), `[..2018]` (not later than
/// 2018). A subset of the Extended Date/Time Format (ISO 8601-2).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PartialDate(pub network::date::PartialDate);

/// An exact decimal number as text: amounts of money, fte. `"250000.00"`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Decimal(pub rust_decimal::Decimal);

/// A web address.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Url(pub String);

/// A whole number as GraphQL has it: of what takes more than 32 bits the largest.
pub(super) fn int(number: impl TryInto<i32>) -> i32 {
    number.try_into().unwrap_or(i32::MAX)
}

/// How much of something: a whole number from 1 (little) to 5 (much).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Score(pub network::score::Score);

/// Where somebody stands towards something: a whole number from -2 (against) to 2 (for).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PositionScore(pub network::score::Position);

/// What a value of one of these types looks like, in Dutch and in English; `None` for other types.
#[must_use]
pub fn looks_like(ty: &str) -> Option<(&'static str, &'static str)> {
    Some(match ty {
        "Date" => ("een dag zoals \"2024-03-14\"", "a day like \"2024-03-14\""),
        "DateTime" => ("een moment zoals \"2024-03-14T20:15:00Z\"", "a moment like \"2024-03-14T20:15:00Z\""),
        "PartialDate" => (
            "een datum zoals \"2024-03-14\", \"2024-03\", \"2024\" of \"2024-02-14~\"",
            "a date like \"2024-03-14\", \"2024-03\", \"2024\" or \"2024-02-14~\"",
        ),
        "Decimal" => ("een getal als tekst, zoals \"250000.00\"", "a number as text, like \"250000.00\""),
        "URL" => {
            ("een webadres zoals \"https://example.org/pagina\"", "a web address like \"https://example.org/page\"")
        }
        "Score" => ("een heel getal van 1 tot en met 5", "a whole number from 1 to 5"),
        "PositionScore" => ("een heel getal van -2 tot en met 2", "a whole number from -2 to 2"),
        _ => return None,
    })
}

/// Reads a value that must be text.
fn read<T: InputType>(value: Value, read: impl Fn(&str) -> Option<T>) -> InputValueResult<T> {
    let found = if let Value::String(text) = &value { read(text) } else { None };
    found.ok_or_else(|| InputValueError::expected_type(value))
}

/// A calendar day: `2024-03-14` (RFC 3339 full-date).
#[Scalar(specified_by_url = "https://datatracker.ietf.org/doc/html/rfc3339#section-5.6")]
impl ScalarType for Date {
    fn parse(value: Value) -> InputValueResult<Self> {
        // chrono reads "2024-3-14" as well; a full-date has two digits.
        read(value, |text| {
            (text.len() == 10).then(|| NaiveDate::parse_from_str(text, "%Y-%m-%d").ok()).flatten().map(Self)
        })
    }

    fn is_valid(value: &Value) -> bool {
        <Self as ScalarType>::parse(value.clone()).is_ok()
    }

    fn to_value(&self) -> Value {
        Value::String(self.0.format("%Y-%m-%d").to_string())
    }
}

/// A moment in time: `2024-03-14T20:15:00Z` (RFC 3339).
#[Scalar(specified_by_url = "https://datatracker.ietf.org/doc/html/rfc3339#section-5.6")]
impl ScalarType for DateTime {
    fn parse(value: Value) -> InputValueResult<Self> {
        let moment = |text: &str| chrono::DateTime::parse_from_rfc3339(text).ok();
        read(value, |text| moment(text).map(|moment| Self(moment.with_timezone(&Utc))))
    }

    fn is_valid(value: &Value) -> bool {
        <Self as ScalarType>::parse(value.clone()).is_ok()
    }

    fn to_value(&self) -> Value {
        Value::String(self.0.to_rfc3339_opts(SecondsFormat::Millis, true))
    }
}

/// A date as its source gives it, partial or approximate: `2024`, `2024-03`, `2024-03-14`, `2024-02-14~` (about),
/// `2023-07/2024-01~` (from the first to the second), `[2022..2023]` (some time in that span), `[..2018]` (not later than
/// 2018). A subset of the Extended Date/Time Format (ISO 8601-2).
#[Scalar(specified_by_url = "https://www.loc.gov/standards/datetime/")]
impl ScalarType for PartialDate {
    fn parse(value: Value) -> InputValueResult<Self> {
        read(value, |text| text.parse().ok().map(Self))
    }

    fn is_valid(value: &Value) -> bool {
        <Self as ScalarType>::parse(value.clone()).is_ok()
    }

    fn to_value(&self) -> Value {
        Value::String(self.0.to_string())
    }
}

/// An exact decimal number as text: amounts of money, fte. `"250000.00"`.
#[Scalar(specified_by_url = "https://www.w3.org/TR/xmlschema11-2/#decimal")]
impl ScalarType for Decimal {
    fn parse(value: Value) -> InputValueResult<Self> {
        // The library reads "1_000", "5." and "+5" as well.
        let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
        let is_decimal = |text: &str| {
            let text = text.strip_prefix('-').unwrap_or(text);
            text.split_once('.').map_or_else(|| digits(text), |(whole, part)| digits(whole) && digits(part))
        };
        let exact = |text: &str| rust_decimal::Decimal::from_str_exact(text).ok().map(Self);
        read(value, |text| exact(text).filter(|_| is_decimal(text)))
    }

    fn is_valid(value: &Value) -> bool {
        <Self as ScalarType>::parse(value.clone()).is_ok()
    }

    fn to_value(&self) -> Value {
        Value::String(self.0.to_string())
    }
}

/// A web address: `https://example.org/page` (http or https).
#[Scalar(name = "URL", specified_by_url = "https://datatracker.ietf.org/doc/html/rfc3986")]
impl ScalarType for Url {
    fn parse(value: Value) -> InputValueResult<Self> {
        // Whoever shows it as a link must not run what stands there.
        let is_place = |url: &url::Url| matches!(url.scheme(), "http" | "https") && url.has_host();
        read(value, |text| url::Url::parse(text).ok().filter(is_place).map(|_| Self(text.to_owned())))
    }

    fn is_valid(value: &Value) -> bool {
        <Self as ScalarType>::parse(value.clone()).is_ok()
    }

    fn to_value(&self) -> Value {
        Value::String(self.0.clone())
    }
}

/// Reads a value that must be a whole number.
fn read_number<T: InputType>(value: Value, read: impl Fn(i64) -> Option<T>) -> InputValueResult<T> {
    let number = if let Value::Number(number) = &value { number.as_i64() } else { None };
    number.and_then(read).ok_or_else(|| InputValueError::expected_type(value))
}

/// How much of something: a whole number from 1 (little) to 5 (much).
#[Scalar(specified_by_url = "https://www.w3.org/TR/xmlschema11-2/#integer")]
impl ScalarType for Score {
    fn parse(value: Value) -> InputValueResult<Self> {
        read_number(value, |number| number.try_into().ok().map(Self))
    }

    fn is_valid(value: &Value) -> bool {
        <Self as ScalarType>::parse(value.clone()).is_ok()
    }

    fn to_value(&self) -> Value {
        Value::from(self.0.number())
    }
}

/// Where somebody stands towards something: a whole number from -2 (against) to 2 (for).
#[Scalar(specified_by_url = "https://www.w3.org/TR/xmlschema11-2/#integer")]
impl ScalarType for PositionScore {
    fn parse(value: Value) -> InputValueResult<Self> {
        read_number(value, |number| number.try_into().ok().map(Self))
    }

    fn is_valid(value: &Value) -> bool {
        <Self as ScalarType>::parse(value.clone()).is_ok()
    }

    fn to_value(&self) -> Value {
        Value::from(self.0.number())
    }
}
