//! What makes facts unreadable as a network.

use std::fmt;

use uuid::Uuid;

use crate::facts::Language;

/// One thing in the facts that has to be mended before they are a network: a broken reference, a period without days, a
/// register number given twice (rule R16). Whoever read the facts knows in which line or row it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// Noun, which is also the name of the file and of the table: `seats`.
    pub noun: &'static str,
    /// Key of the fact.
    pub key: String,
    /// Field in question; `None` when it is the fact as a whole.
    pub field: Option<&'static str>,
    /// What is wrong with it.
    pub wrong: Wrong,
}

/// What is wrong with a fact.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Wrong {
    /// Another one has its key or id.
    GivenTwice,
    /// A reference that has to be there is not.
    Empty,
    /// It points at a fact of this noun that is not there.
    Dangling {
        /// In which noun it was looked for.
        noun: &'static str,
        /// Under which id.
        id: Uuid,
    },
    /// Not exactly one of these fields is given.
    NotOne {
        /// The fields.
        fields: &'static [&'static str],
        /// How many of them are given.
        given: usize,
    },
    /// It ends before it begins.
    EndsFirst {
        /// Since when, as written.
        since: String,
        /// Until when, as written.
        until: String,
    },
    /// Rule R16: another row gives this register number as well.
    NumberTaken {
        /// The register.
        scheme: String,
        /// The number.
        value: String,
        /// Key of the other row.
        by: String,
    },
    /// It contains itself.
    Circle,
    /// It points at a fact of this noun that fewer may see than itself.
    MoreOpen {
        /// The noun.
        noun: &'static str,
    },
    /// Only its holder may see it, and it has none.
    NoHolder,
    /// Everybody has to see it.
    MustBePublic,
    /// There is no row for the cooperation itself.
    NoCooperation,
    /// There is a row for the cooperation already.
    SecondCooperation,
    /// A change is about a fact that is not there, or not as the change says.
    NotAsSaid,
    /// A row from outside tells of a person who was erased.
    OfErased,
    /// A row before it is the same fact, by id, key or register number.
    OneFact {
        /// Key of that fact.
        key: String,
    },
    /// It is a fact that has another key here, and keeps that.
    KeyStays {
        /// The key here.
        key: String,
    },
    /// Another one tells this of the same days.
    SaidAlready {
        /// The noun.
        noun: &'static str,
        /// Key of the other one.
        by: String,
    },
}

impl Wrong {
    /// In words, for who reads files and rows.
    #[must_use]
    pub fn message(&self, language: Language) -> String {
        let [nl, en] = self.words(ToOwned::to_owned);
        if language == Language::Nl { nl } else { en }
    }

    /// In words, in Dutch and English.
    ///
    /// * `name`: how who reads it writes a field.
    pub(crate) fn words(&self, name: impl Fn(&str) -> String) -> [String; 2] {
        match self {
            Self::GivenTwice => ["de sleutel of id is twee keer gegeven".into(), "the key or id is given twice".into()],
            Self::Empty => ["is leeg".into(), "is empty".into()],
            Self::Dangling { noun, id } => [
                format!("noemt geen rij van {noun}: geen heeft deze sleutel, of de id {id}"),
                format!("names no row of {noun}: none has this key, or the id {id}"),
            ],
            Self::NotOne { fields, given } => {
                let fields = fields.iter().map(|field| name(field)).collect::<Vec<_>>().join(", ");
                [
                    format!("geef precies een van {fields}; er zijn er {given} gegeven"),
                    format!("give exactly one of {fields}; {given} are given"),
                ]
            }
            Self::EndsFirst { since, until } => [
                format!("\"{until}\" ligt voor since \"{since}\""),
                format!("\"{until}\" lies before since \"{since}\""),
            ],
            Self::NumberTaken { scheme, value, by } => [
                format!("{scheme} {value} staat ook in rij {by} (R16: een registernummer noemt een organisatie)"),
                format!(
                    "{scheme} {value} is given in row {by} as well (R16: a register number names one organisation)"
                ),
            ],
            Self::Circle => ["een kring: het bevat zichzelf".into(), "a circle: it contains itself".into()],
            Self::MoreOpen { noun } => [
                format!("noemt een rij van {noun} die minder mensen mogen zien dan deze"),
                format!("names a row of {noun} that fewer may see than this one"),
            ],
            Self::NoHolder => [
                "HOLDER_ONLY vraagt een houder, en die is er niet".into(),
                "HOLDER_ONLY needs a holder, and there is none".into(),
            ],
            Self::MustBePublic => {
                ["moet PUBLIC zijn: iedereen ziet dit".into(), "must be PUBLIC: everybody sees this".into()]
            }
            Self::NoCooperation => [
                "het samenwerkingsverband zelf ontbreekt: er hoort een rij te zijn".into(),
                "the cooperation itself is missing: one row is needed".into(),
            ],
            Self::SecondCooperation => {
                ["er kan maar een samenwerkingsverband zijn".into(), "there can be one cooperation only".into()]
            }
            Self::NotAsSaid => [
                "het is er niet, of niet zoals de wijziging zegt".into(),
                "it is not there, or not as the change says".into(),
            ],
            Self::OfErased => [
                "gaat over iemand die gewist is: haal dit eruit".into(),
                "tells of a person who was erased: take it out".into(),
            ],
            Self::OneFact { key } => [
                format!("is hetzelfde feit als een rij ervoor, door id, sleutel of registernummer: {key}"),
                format!("is the same fact as a row before it, by id, key or register number: {key}"),
            ],
            Self::KeyStays { key } => [
                format!("dit feit heeft hier de sleutel {key}, en die blijft: schrijf die"),
                format!("this fact has the key {key} here, which stays: write that one"),
            ],
            Self::SaidAlready { noun, by } => [
                format!("{noun} {by} zegt dit al over dezelfde dagen"),
                format!("{noun} {by} says this of the same days"),
            ],
        }
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.noun, self.key)?;
        if let Some(field) = self.field {
            write!(f, ", {field}")?;
        }
        write!(f, ": {}", self.wrong.message(Language::En))
    }
}
