//! A fact of any noun: what a change is about.

use serde_json::Value;
use uuid::Uuid;

use crate::audience::Audience;
use crate::facts::*;
use crate::id::FactId;
use crate::network::Tables;
use crate::references;
use crate::slug::Slug;
use crate::source::SourceText;

/// A fact is of another noun than the one asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the fact is of another noun")]
pub struct OtherNoun;

macro_rules! any_fact {
    ($($noun:ident $fact:ident,)*) => {
        /// A fact of any noun.
        #[derive(Debug, Clone, PartialEq)]
        pub enum AnyFact {
            $(#[doc = concat!("One of the noun ", stringify!($noun), ".")] $fact(Box<$fact>),)*
        }

        $(
            impl From<$fact> for AnyFact {
                fn from(fact: $fact) -> Self {
                    Self::$fact(Box::new(fact))
                }
            }

            impl<'a> TryFrom<&'a AnyFact> for &'a $fact {
                type Error = OtherNoun;

                fn try_from(fact: &'a AnyFact) -> Result<Self, OtherNoun> {
                    if let AnyFact::$fact(fact) = fact { Ok(fact) } else { Err(OtherNoun) }
                }
            }
        )*

        impl AnyFact {
            /// Name of its file and table: `seats`.
            #[must_use]
            pub fn noun(&self) -> &'static str {
                match self { $(Self::$fact(_) => $fact::NOUN,)* }
            }

            /// Its id.
            #[must_use]
            pub fn uuid(&self) -> Uuid {
                match self { $(Self::$fact(fact) => fact.id().uuid(),)* }
            }

            /// Its key.
            #[must_use]
            pub fn key(&self) -> &Slug {
                match self { $(Self::$fact(fact) => fact.key(),)* }
            }

            /// The field that its key stands in.
            #[must_use]
            pub fn key_field(&self) -> &'static str {
                match self { $(Self::$fact(_) => $fact::KEY_FIELD,)* }
            }

            /// On whose word it stands.
            #[must_use]
            pub fn source(&self) -> &SourceText {
                match self { $(Self::$fact(fact) => fact.source(),)* }
            }

            /// Puts it on somebody's word.
            pub fn set_source(&mut self, source: SourceText) {
                match self { $(Self::$fact(fact) => fact.set_source(source),)* }
            }

            /// Its fields by name, as the journal keeps them: JSON in one line.
            #[must_use]
            pub fn to_json_text(&self) -> String {
                // As for `to_json`.
                match self { $(Self::$fact(fact) => serde_json::to_string(fact).unwrap_or_default(),)* }
            }

            /// Reads what [`to_json_text`](Self::to_json_text) wrote.
            ///
            /// # Errors
            /// When there is no such noun, or a field is no value of it.
            pub fn from_json_text(noun: &str, text: &str) -> Result<Self, serde_json::Error> {
                match noun {
                    $($fact::NOUN => serde_json::from_str(text).map(Box::new).map(Self::$fact),)*
                    _ => Err(serde::de::Error::custom(format_args!("there is no noun {noun}"))),
                }
            }

            /// Its fields by name.
            #[must_use]
            pub fn to_json(&self) -> Value {
                // The fields of facts are texts, numbers and flags: there is nothing that JSON could not hold.
                match self { $(Self::$fact(fact) => serde_json::to_value(fact).unwrap_or_default(),)* }
            }

            /// What it is about: itself, and all that it points at.
            #[must_use]
            pub fn subjects(&self) -> Vec<Uuid> {
                let mut subjects = vec![self.uuid()];
                match self { $(Self::$fact(fact) => subjects.extend(references::ids(&**fact)),)* }
                subjects
            }

            /// Reads what [`to_json`](Self::to_json) wrote.
            ///
            /// # Errors
            /// When there is no such noun, or a field is no value of it.
            pub fn from_json(noun: &str, fields: Value) -> Result<Self, serde_json::Error> {
                match noun {
                    $($fact::NOUN => serde_json::from_value(fields).map(Box::new).map(Self::$fact),)*
                    _ => Err(serde::de::Error::custom(format_args!("there is no noun {noun}"))),
                }
            }
        }

        impl Tables {
            /// The fact of this noun with this id; `None` when there is none.
            #[must_use]
            pub fn fact(&self, noun: &str, id: Uuid) -> Option<AnyFact> {
                match noun {
                    $($fact::NOUN => {
                        let ix = self.$noun.by_id(<$fact as Fact>::Id::from_uuid(id))?;
                        Some(self.$noun.get(ix).clone().into())
                    })*
                    _ => None,
                }
            }

            /// The fact of this noun with this key; `None` when there is none.
            pub(crate) fn fact_with_key(&self, noun: &str, key: &str) -> Option<AnyFact> {
                match noun {
                    $($fact::NOUN => self.$noun.by_key(key).map(|ix| self.$noun.get(ix).clone().into()),)*
                    _ => None,
                }
            }

            /// The key of the fact with this id, whatever its noun; `None` when there is none.
            #[must_use]
            pub fn key_of(&self, id: Uuid) -> Option<&Slug> {
                $(if let Some(ix) = self.$noun.by_id(<$fact as Fact>::Id::from_uuid(id)) {
                    return Some(self.$noun.get(ix).key());
                })*
                None
            }

            /// The noun of the fact with this id; `None` when there is none.
            #[must_use]
            pub fn noun_of(&self, id: Uuid) -> Option<&'static str> {
                $(if self.$noun.by_id(<$fact as Fact>::Id::from_uuid(id)).is_some() {
                    return Some($fact::NOUN);
                })*
                None
            }

            /// The key of the fact of this noun with this id, when files may point at it by that: when the id follows from
            /// it. `None`: there is none, or it has an id of its own.
            #[must_use]
            pub fn telling_key(&self, noun: &str, id: Uuid) -> Option<&Slug> {
                match noun {
                    $($fact::NOUN => {
                        let ix = self.$noun.by_id(<$fact as Fact>::Id::from_uuid(id))?;
                        Some(self.$noun.get(ix)).filter(|row| row.has_id_of_key()).map(Fact::key)
                    })*
                    _ => None,
                }
            }

            /// The most closed of what a fact points at, as far as it is there; public when it points at nothing. Nobody may
            /// see the fact who does not see that.
            #[must_use]
            pub fn as_closed_as(&self, fact: &AnyFact) -> Audience {
                match fact { $(AnyFact::$fact(fact) => references::as_closed_as(self, &**fact),)* }
            }

            /// All facts, to build another network of.
            #[must_use]
            pub fn facts(&self) -> Facts {
                Facts { $($noun: self.$noun.iter().map(|(_, row)| row.clone()).collect(),)* }
            }
        }
    };
}
crate::for_each_noun!(any_fact);

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::fixture;

    #[test]
    fn a_fact_survives_the_journal() {
        let network = fixture(
            "municipality Kampen partner since 2009; line Economie
             pledge Kampen to Economie budget 250 EUR since 2024-03/2024-05~ if {\"parties\":{\"atLeast\":3}}",
        );
        let row = network.commitments.iter().map(|(_, row)| row.clone()).next().expect("a commitment");
        let fact = AnyFact::from(row);
        assert_eq!(fact.noun(), "commitments");
        assert_eq!(AnyFact::from_json("commitments", fact.to_json()).expect("it reads back"), fact);
        assert_eq!(network.fact("commitments", fact.uuid()), Some(fact.clone()));
        assert!(AnyFact::from_json("promises", fact.to_json()).is_err());
    }
}
