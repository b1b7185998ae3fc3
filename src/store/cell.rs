//! One cell of a row, both ways: from a field of a fact to its column and back.

use std::borrow::Cow;
use std::fmt;
use std::str::FromStr;

use chrono::NaiveDate;
use network::audience::Audience;
use network::condition::Condition;
use network::date::PartialDate;
use network::facts::*;
use network::id::*;
use network::score::{Position, Score};
use network::share::Share;
use network::slug::Slug;
use network::source::{Confidence, SourceText};
use rust_decimal::Decimal;
use sea_orm::prelude::Uuid;
use serde::de::{Deserialize, Deserializer, Error, Visitor};

use super::sources::Sources;

/// A type of field that lies in one column.
pub(super) trait Cell: Sized {
    /// The type of the column in `entity`.
    type Column;

    fn to_column(&self) -> Self::Column;

    /// Reads it; the error says what is wrong with what stands there.
    fn from_raw(raw: Raw<'_>, sources: &mut Sources) -> Result<Self, String>;
}

/// A field that points at a row of another table.
pub(super) trait Reference {
    type Id: FactId;

    /// The id of that row, if it points at one.
    fn target(&self) -> Option<Self::Id>;
}

/// What stands in a cell, before it is known to be valid.
#[derive(Debug, Clone)]
pub(super) enum Raw<'de> {
    Null,
    Flag(bool),
    Number(i64),
    Text(Cow<'de, str>),
    /// A broken number.
    Float(f64),
}

impl<'de> Raw<'de> {
    fn text(self) -> Result<Cow<'de, str>, String> {
        match self {
            Self::Text(text) => Ok(text),
            other => Err(format!("{other} where text is needed")),
        }
    }

    fn number(self) -> Result<i64, String> {
        match self {
            Self::Number(number) => Ok(number),
            other => Err(format!("{other} where a whole number is needed")),
        }
    }
}

impl fmt::Display for Raw<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Null => f.write_str("null"),
            Self::Flag(flag) => flag.fmt(f),
            Self::Number(number) => number.fmt(f),
            Self::Text(text) => write!(f, "\"{}\"", text.chars().take(40).collect::<String>()),
            Self::Float(number) => number.fmt(f),
        }
    }
}

impl<'de> Deserialize<'de> for Raw<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Any;

        impl<'de> Visitor<'de> for Any {
            type Value = Raw<'de>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a cell")
            }

            fn visit_unit<E: Error>(self) -> Result<Raw<'de>, E> {
                Ok(Raw::Null)
            }

            fn visit_bool<E: Error>(self, flag: bool) -> Result<Raw<'de>, E> {
                Ok(Raw::Flag(flag))
            }

            fn visit_i64<E: Error>(self, number: i64) -> Result<Raw<'de>, E> {
                Ok(Raw::Number(number))
            }

            fn visit_u64<E: Error>(self, number: u64) -> Result<Raw<'de>, E> {
                i64::try_from(number).map(Raw::Number).map_err(E::custom)
            }

            fn visit_f64<E: Error>(self, number: f64) -> Result<Raw<'de>, E> {
                Ok(Raw::Float(number))
            }

            fn visit_borrowed_str<E: Error>(self, text: &'de str) -> Result<Raw<'de>, E> {
                Ok(Raw::Text(Cow::Borrowed(text)))
            }

            fn visit_str<E: Error>(self, text: &str) -> Result<Raw<'de>, E> {
                Ok(Raw::Text(Cow::Owned(text.to_owned())))
            }
        }

        deserializer.deserialize_any(Any)
    }
}

impl<T: Cell> Cell for Option<T> {
    type Column = Option<T::Column>;

    fn to_column(&self) -> Self::Column {
        self.as_ref().map(Cell::to_column)
    }

    fn from_raw(raw: Raw<'_>, sources: &mut Sources) -> Result<Self, String> {
        if matches!(raw, Raw::Null) { Ok(None) } else { T::from_raw(raw, sources).map(Some) }
    }
}

impl<T: Reference> Reference for Option<T> {
    type Id = T::Id;

    fn target(&self) -> Option<T::Id> {
        self.as_ref().and_then(Reference::target)
    }
}

impl Cell for Uuid {
    type Column = Self;

    fn to_column(&self) -> Self {
        *self
    }

    fn from_raw(raw: Raw<'_>, _: &mut Sources) -> Result<Self, String> {
        let text = raw.text()?;
        Self::try_parse(&text).map_err(|_| format!("{} is no id", Raw::Text(text)))
    }
}

impl Cell for String {
    type Column = Self;

    fn to_column(&self) -> Self {
        self.clone()
    }

    fn from_raw(raw: Raw<'_>, _: &mut Sources) -> Result<Self, String> {
        raw.text().map(Cow::into_owned)
    }
}

impl Cell for SourceText {
    type Column = String;

    fn to_column(&self) -> String {
        (**self).to_owned()
    }

    fn from_raw(raw: Raw<'_>, sources: &mut Sources) -> Result<Self, String> {
        raw.text().map(|text| sources.share(&text))
    }
}

impl Cell for bool {
    type Column = Self;

    fn to_column(&self) -> Self {
        *self
    }

    fn from_raw(raw: Raw<'_>, _: &mut Sources) -> Result<Self, String> {
        match raw {
            Raw::Flag(flag) => Ok(flag),
            // SQLite has no booleans.
            Raw::Number(number @ (0 | 1)) => Ok(number == 1),
            other => Err(format!("{other} is neither true nor false")),
        }
    }
}

impl Cell for u32 {
    type Column = i64;

    fn to_column(&self) -> i64 {
        (*self).into()
    }

    fn from_raw(raw: Raw<'_>, _: &mut Sources) -> Result<Self, String> {
        let number = raw.number()?;
        Self::try_from(number).map_err(|_| format!("{number} is no number from 0 to {}", Self::MAX))
    }
}

impl Cell for Share {
    type Column = i16;

    fn to_column(&self) -> i16 {
        self.percent().into()
    }

    fn from_raw(raw: Raw<'_>, _: &mut Sources) -> Result<Self, String> {
        Self::try_from(raw.number()?).map_err(|error| error.to_string())
    }
}

macro_rules! scales {
    ($($type:ty),*) => {$(
        impl Cell for $type {
            type Column = i16;

            fn to_column(&self) -> i16 {
                self.number().into()
            }

            fn from_raw(raw: Raw<'_>, _: &mut Sources) -> Result<Self, String> {
                Self::try_from(raw.number()?).map_err(|error| error.to_string())
            }
        }
    )*};
}
scales! { Score, Position }

impl Cell for Decimal {
    type Column = String;

    fn to_column(&self) -> String {
        self.to_string()
    }

    fn from_raw(raw: Raw<'_>, _: &mut Sources) -> Result<Self, String> {
        let text = raw.text()?;
        // Exact: what has more digits than fit is refused, never rounded.
        Self::from_str_exact(&text).map_err(|_| format!("{} is no decimal number", Raw::Text(text)))
    }
}

impl Cell for NaiveDate {
    type Column = String;

    fn to_column(&self) -> String {
        self.to_string()
    }

    fn from_raw(raw: Raw<'_>, _: &mut Sources) -> Result<Self, String> {
        let text = raw.text()?;
        text.parse().map_err(|_| format!("{} is no day: write 2024-03-14", Raw::Text(text)))
    }
}

macro_rules! written {
    ($($type:ty),* $(,)?) => {$(
        impl Cell for $type {
            type Column = String;

            fn to_column(&self) -> String {
                self.to_string()
            }

            fn from_raw(raw: Raw<'_>, _: &mut Sources) -> Result<Self, String> {
                Self::from_str(&raw.text()?).map_err(|error| error.to_string())
            }
        }
    )*};
}

// What lies in a row as it is written in a file.
written! {
    AgreementKind, AgreementStatus, AmbitionLevel, Audience, Basis, BodyKind, BodyLevel, CommitmentStatus, Condition, Confidence,
    ContactKind, ContributionKind, DecisionOutcome, Direction, GovernmentLayer, Helix, InitiativeKind, Language,
    MilestoneKind, NameKind, OrganisationKind, PartialDate, ProgrammeLineKind, RelationKind, SeatRole, Severity, Slug,
    StatementKind, ContactChannel, ContactStatus, DecisionRight, InformChannel, StageKind, TieStrength, TopicStatus,
}

macro_rules! ids {
    ($($type:ty),* $(,)?) => {$(
        impl Cell for $type {
            type Column = Uuid;

            fn to_column(&self) -> Uuid {
                self.uuid()
            }

            fn from_raw(raw: Raw<'_>, sources: &mut Sources) -> Result<Self, String> {
                Uuid::from_raw(raw, sources).map(Self::from_uuid)
            }
        }

        impl Reference for $type {
            type Id = Self;

            fn target(&self) -> Option<Self> {
                Some(*self)
            }
        }
    )*};
}

ids! {
    AgreementId, AmbitionId, BodyId, CommitmentId, ContactId, ContributionId, CooperationId, DecisionId,
    DeclaredCountId, DocumentId, GoalId, GroupMembershipId, IdentifierId, InitiativeId, InitiativePartId, MeasureId,
    MeetingId, MergedOrganisationId, MilestoneId, MunicipalityStatisticsId, NameId, OfficeId, OrganisationId,
    PartnershipId, PersonId, PersonContactId, TieId, TopicId, TargetId, AssessmentId, DecisionMomentId, DecisionStageId, ContactMomentId, ContactNoteId, FollowUpId, PreferenceId, ProgrammeLineId, RelationId, RuleId, SeatId, SignatureId, StakeholderGroupId, StatementId,
}
