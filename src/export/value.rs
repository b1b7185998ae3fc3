//! Typed attributes of nodes and links, and typed columns of tables: the same in every format.

use std::borrow::Cow;

use network::codes::Coded;
use rust_decimal::Decimal;

/// What an attribute holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Text,
    Whole,
    Real,
    Flag,
}

/// An attribute, or a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Attribute {
    pub(super) name: &'static str,
    pub(super) kind: Kind,
}

impl Attribute {
    /// A column of texts.
    pub(super) const fn text(name: &'static str) -> Self {
        Self { name, kind: Kind::Text }
    }

    /// A column of whole numbers.
    pub(super) const fn whole(name: &'static str) -> Self {
        Self { name, kind: Kind::Whole }
    }

    /// A column of numbers.
    pub(super) const fn real(name: &'static str) -> Self {
        Self { name, kind: Kind::Real }
    }

    /// A column of yes and no.
    pub(super) const fn flag(name: &'static str) -> Self {
        Self { name, kind: Kind::Flag }
    }
}

/// The value of an attribute.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Value<'a> {
    Text(Cow<'a, str>),
    Whole(u64),
    Real(f64),
    Flag(bool),
}

impl Value<'_> {
    /// As text.
    pub(super) fn text(&self) -> Cow<'_, str> {
        match self {
            Self::Text(text) => Cow::Borrowed(text),
            Self::Whole(number) => Cow::Owned(number.to_string()),
            Self::Real(number) => Cow::Owned(number.to_string()),
            Self::Flag(flag) => Cow::Borrowed(if *flag { "true" } else { "false" }),
        }
    }
}

impl<'a> From<&'a str> for Value<'a> {
    fn from(text: &'a str) -> Self {
        Self::Text(Cow::Borrowed(text))
    }
}

impl From<String> for Value<'_> {
    fn from(text: String) -> Self {
        Self::Text(Cow::Owned(text))
    }
}

impl From<bool> for Value<'_> {
    fn from(flag: bool) -> Self {
        Self::Flag(flag)
    }
}

impl From<u32> for Value<'_> {
    fn from(number: u32) -> Self {
        Self::Whole(number.into())
    }
}

impl From<u64> for Value<'_> {
    fn from(number: u64) -> Self {
        Self::Whole(number)
    }
}

impl From<usize> for Value<'_> {
    fn from(number: usize) -> Self {
        Self::Whole(number as u64)
    }
}

/// An amount is a text: no number of a computer is as exact.
impl From<Decimal> for Value<'_> {
    fn from(amount: Decimal) -> Self {
        amount.normalize().to_string().into()
    }
}

impl From<f64> for Value<'_> {
    fn from(number: f64) -> Self {
        Self::Real(number)
    }
}

/// A code as it is written.
pub(super) fn code<'a>(code: impl Coded) -> Option<Value<'a>> {
    Some(code.code().into())
}

/// Defines a struct of attributes, each with its name and kind, and how they are listed.
macro_rules! attributes {
    ($(#[doc = $doc:literal])* $name:ident $list:ident { $($(#[doc = $fdoc:literal])* $field:ident $shown:literal $kind:ident,)* }) => {
        $(#[doc = $doc])*
        #[derive(Debug, Clone, Default, PartialEq)]
        pub(super) struct $name<'a> { $($(#[doc = $fdoc])* pub(super) $field: Option<Value<'a>>,)* }

        /// The attributes, in order.
        pub(super) const $list: &[Attribute] = &[$(Attribute { name: $shown, kind: Kind::$kind },)*];

        impl<'a> $name<'a> {
            /// The values, in the order of the attributes.
            pub(super) fn values(&self) -> impl Iterator<Item = (&'static Attribute, Option<&Value<'a>>)> {
                $list.iter().zip([$(self.$field.as_ref(),)*])
            }
        }
    };
}

attributes! {
    /// What is told of a node.
    NodeValues NODE_ATTRIBUTES {
        /// Its noun: `Organisation`.
        noun "noun" Text,
        /// Its key.
        key "key" Text,
        /// What it is: `MUNICIPALITY`.
        kind "kind" Text,
        /// Government, education, business.
        helix "helix" Text,
        /// Layer of government.
        layer "layer" Text,
        /// Whether it is a partner.
        partner "partner" Flag,
        /// Number of inhabitants, of a municipality.
        inhabitants "inhabitants" Whole,
        /// The other language's name.
        name_en "nameEn" Text,
        /// Since when, as written.
        since "since" Text,
        /// Until when, as written.
        until "until" Text,
        /// How sure.
        confidence "confidence" Text,
        /// Who may see it.
        audience "audience" Text,
    }
}

attributes! {
    /// What is told of a link.
    EdgeValues EDGE_ATTRIBUTES {
        /// Why the two are linked: `SEAT`.
        kind "kind" Text,
        /// The key of the fact that links them. Not `key`: networkx calls the link itself so.
        key "factKey" Text,
        /// Role of a seat or signature.
        role "role" Text,
        /// How hard a commitment is.
        status "status" Text,
        /// For how much of it an initiative counts, in percent.
        share "sharePct" Whole,
        /// How strong.
        strength "strength" Real,
        /// Since when, as written.
        since "since" Text,
        /// Until when, as written.
        until "until" Text,
        /// How sure.
        confidence "confidence" Text,
        /// Who may see it.
        audience "audience" Text,
    }
}
