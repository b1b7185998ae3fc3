//! Scalars of our own, each with the specification that it follows.

use async_graphql::{InputValueError, InputValueResult, Scalar, ScalarType, Value};
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

/// The text of a value that must be text.
fn text(value: Value) -> Result<String, InputValueError<String>> {
    match value {
        Value::String(text) => Ok(text),
        other => Err(InputValueError::expected_type(other)),
    }
}

/// Shown of a value in messages: enough to find it.
fn shown(text: &str) -> String {
    text.chars().take(40).collect()
}

/// A calendar day: `2024-03-14` (RFC 3339 full-date).
#[Scalar(specified_by_url = "https://datatracker.ietf.org/doc/html/rfc3339#section-5.6")]
impl ScalarType for Date {
    fn parse(value: Value) -> InputValueResult<Self> {
        let text = text(value).map_err(InputValueError::propagate)?;
        // chrono reads "2024-3-14" as well; a full-date has two digits.
        let day = (text.len() == 10).then(|| NaiveDate::parse_from_str(&text, "%Y-%m-%d").ok()).flatten();
        day.map(Self)
            .ok_or_else(|| InputValueError::custom(format!("\"{}\" is no date: write 2024-03-14", shown(&text))))
    }

    fn to_value(&self) -> Value {
        Value::String(self.0.format("%Y-%m-%d").to_string())
    }
}

/// A moment in time: `2024-03-14T20:15:00Z` (RFC 3339).
#[Scalar(specified_by_url = "https://datatracker.ietf.org/doc/html/rfc3339#section-5.6")]
impl ScalarType for DateTime {
    fn parse(value: Value) -> InputValueResult<Self> {
        let text = text(value).map_err(InputValueError::propagate)?;
        chrono::DateTime::parse_from_rfc3339(&text).map(|moment| Self(moment.with_timezone(&Utc))).map_err(|_| {
            InputValueError::custom(format!("\"{}\" is no moment: write 2024-03-14T20:15:00Z", shown(&text)))
        })
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
        let text = text(value).map_err(InputValueError::propagate)?;
        text.parse().map(Self).map_err(InputValueError::custom)
    }

    fn to_value(&self) -> Value {
        Value::String(self.0.to_string())
    }
}

/// An exact decimal number as text: amounts of money, fte. `"250000.00"`.
#[Scalar(specified_by_url = "https://www.w3.org/TR/xmlschema11-2/#decimal")]
impl ScalarType for Decimal {
    fn parse(value: Value) -> InputValueResult<Self> {
        let text = text(value).map_err(InputValueError::propagate)?;
        rust_decimal::Decimal::from_str_exact(&text).map(Self).map_err(|_| {
            InputValueError::custom(format!("\"{}\" is no decimal number: write \"250000.00\"", shown(&text)))
        })
    }

    fn to_value(&self) -> Value {
        Value::String(self.0.to_string())
    }
}

/// A web address: `https://example.org/page` (http or https).
#[Scalar(name = "URL", specified_by_url = "https://datatracker.ietf.org/doc/html/rfc3986")]
impl ScalarType for Url {
    fn parse(value: Value) -> InputValueResult<Self> {
        let text = text(value).map_err(InputValueError::propagate)?;
        // Whoever shows it as a link must not run what stands there.
        let place =
            url::Url::parse(&text).ok().filter(|url| matches!(url.scheme(), "http" | "https") && url.has_host());
        let wrong = || {
            InputValueError::custom(format!("\"{}\" is no web address: write https://example.org/page", shown(&text)))
        };
        place.ok_or_else(wrong).map(|_| Self(text.clone()))
    }

    fn to_value(&self) -> Value {
        Value::String(self.0.clone())
    }
}
