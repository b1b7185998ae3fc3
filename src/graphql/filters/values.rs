//! Filters of single values.

use async_graphql::InputObject;
use network::coalition::{CoalitionStatus, CoalitionTier};
use network::codes::Coded;
use network::facts::{BodyKind, BodyLevel, DecisionOutcome, GovernmentLayer, Helix, InitiativeKind, OrganisationKind};
use network::source::Confidence;
use unicode_normalization::UnicodeNormalization as _;

use crate::graphql::codes::Code;

/// Compares text. Upper and lower case are the same, and so are letters with and without accents. All that is given
/// must hold.
#[derive(Debug, Clone, InputObject)]
pub struct TextFilter {
    /// Is this text.
    eq: Option<String>,
    /// Is one of these texts.
    r#in: Option<Vec<String>>,
    /// Has this text in it.
    contains: Option<String>,
    /// Begins with this text.
    starts_with: Option<String>,
}

/// Text without case and accents.
fn folded(text: &str) -> String {
    text.nfd().filter(|c| !unicode_normalization::char::is_combining_mark(*c)).flat_map(char::to_lowercase).collect()
}

impl TextFilter {
    /// Whether this text passes.
    pub(super) fn passes(&self, text: &str) -> bool {
        let text = folded(text);
        self.eq.as_ref().is_none_or(|eq| text == folded(eq))
            && self.r#in.as_ref().is_none_or(|any| any.iter().any(|one| text == folded(one)))
            && self.contains.as_ref().is_none_or(|part| text.contains(&folded(part)))
            && self.starts_with.as_ref().is_none_or(|start| text.starts_with(&folded(start)))
    }
}

/// Compares a whole number. All that is given must hold; an unknown number passes nothing.
#[derive(Debug, Clone, InputObject)]
pub struct IntFilter {
    /// Is this number.
    eq: Option<i32>,
    /// Is at least this number.
    gte: Option<i32>,
    /// Is at most this number.
    lte: Option<i32>,
}

impl IntFilter {
    /// Whether this number passes.
    pub(super) fn passes(&self, number: Option<i64>) -> bool {
        number.is_some_and(|number| {
            self.eq.is_none_or(|eq| number == i64::from(eq))
                && self.gte.is_none_or(|gte| number >= i64::from(gte))
                && self.lte.is_none_or(|lte| number <= i64::from(lte))
        })
    }
}

macro_rules! code_filters {
    ($($(#[doc = $doc:literal])* $filter:ident of $code:ty;)*) => {$(
        $(#[doc = $doc])*
        #[derive(Debug, Clone, InputObject)]
        pub struct $filter {
            /// Is this.
            eq: Option<Code<$code>>,
            /// Is another than this.
            ne: Option<Code<$code>>,
            /// Is one of these.
            r#in: Option<Vec<Code<$code>>>,
            /// Is none of these.
            not_in: Option<Vec<Code<$code>>>,
        }

        impl $filter {
            /// Whether this code passes; `None`: nothing is known.
            pub(super) fn passes(&self, code: Option<$code>) -> bool {
                passes(code, self.eq, self.ne, self.r#in.as_deref(), self.not_in.as_deref())
            }
        }
    )*};
}

fn passes<T: Coded>(
    code: Option<T>,
    eq: Option<Code<T>>,
    ne: Option<Code<T>>,
    any: Option<&[Code<T>]>,
    none: Option<&[Code<T>]>,
) -> bool {
    let code = code.map(Code);
    eq.is_none_or(|eq| code == Some(eq))
        && ne.is_none_or(|ne| code != Some(ne))
        && any.is_none_or(|any| code.is_some_and(|code| any.contains(&code)))
        && none.is_none_or(|none| !code.is_some_and(|code| none.contains(&code)))
}

code_filters! {
    /// Compares what an organisation is. All that is given must hold.
    OrganisationKindFilter of OrganisationKind;
    /// Compares the helix. All that is given must hold.
    HelixFilter of Helix;
    /// Compares the layer of government; outside government there is none. All that is given must hold.
    GovernmentLayerFilter of GovernmentLayer;
    /// Compares how sure something is. All that is given must hold.
    ConfidenceFilter of Confidence;
    /// Compares what a body is. All that is given must hold.
    BodyKindFilter of BodyKind;
    /// Compares who meets in a body; it may be unknown. All that is given must hold.
    BodyLevelFilter of BodyLevel;
    /// Compares what an initiative is. All that is given must hold.
    InitiativeKindFilter of InitiativeKind;
    /// Compares what a body did. All that is given must hold.
    DecisionOutcomeFilter of DecisionOutcome;
    /// Compares where an organisation stands. All that is given must hold.
    CoalitionStatusFilter of CoalitionStatus;
    /// Compares how near to the heart of a coalition. All that is given must hold.
    CoalitionTierFilter of CoalitionTier;
}

/// Holds an optional filter against a value: nothing given lets everything pass.
macro_rules! given {
    ($filter:expr, $value:expr) => {
        $filter.as_ref().is_none_or(|filter| filter.passes($value))
    };
}
pub(super) use given;

/// Combines a filter with its `and`, `or` and `not`.
macro_rules! combined {
    ($self:ident, $view:expr, $ix:expr, $own:expr) => {
        $self.and.as_ref().is_none_or(|all| all.iter().all(|filter| filter.matches($view, $ix)))
            && $self.or.as_ref().is_none_or(|any| any.iter().any(|filter| filter.matches($view, $ix)))
            && $self.not.as_ref().is_none_or(|not| !not.matches($view, $ix))
            && $own
    };
}
pub(super) use combined;
