//! Enums that are written as codes in files, rows and answers: `WATER_AUTHORITY`.

use std::str::FromStr;

/// An enum of codes, with what its documentation says, so that no other layer has to say it again.
pub trait Coded:
    Copy + Eq + Ord + Send + Sync + FromStr<Err = UnknownCode> + strum::IntoEnumIterator + 'static
{
    /// Name of the enum: `Helix`.
    const NAME: &'static str;

    /// What it is.
    const DOC: &'static str;

    /// The code: the name in capitals.
    fn code(self) -> &'static str;

    /// What the code means.
    fn doc(self) -> &'static str;
}

/// Defines an enum whose text form is its name in capitals, with `Display`, `FromStr`, serde, `iter()` and [`Coded`].
#[macro_export]
macro_rules! codes {
    ($($(#[doc = $doc:literal])* pub enum $name:ident { $($(#[doc = $vdoc:literal])* $variant:ident,)* })*) => {$(
        $(#[doc = $doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash,
                 strum::EnumIter, strum::IntoStaticStr, strum::EnumString, strum::VariantNames)]
        #[strum(serialize_all = "SCREAMING_SNAKE_CASE", parse_err_ty = $crate::codes::UnknownCode,
                parse_err_fn = $crate::codes::unknown::<$name>)]
        pub enum $name { $($(#[doc = $vdoc])* $variant,)* }

        impl $name {
            /// The code: the name in capitals.
            #[must_use]
            pub fn code(self) -> &'static str {
                self.into()
            }
        }

        impl $crate::codes::Coded for $name {
            const NAME: &'static str = stringify!($name);
            const DOC: &'static str = concat!($($doc),*);

            fn code(self) -> &'static str {
                self.into()
            }

            fn doc(self) -> &'static str {
                match self { $(Self::$variant => concat!($($vdoc),*),)* }
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(self.code())
            }
        }

        $crate::serde_with_text::text_serde!($name);
    )*};
}

/// Why a text is no code of an enum.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("\"{text}\" is none of {known}")]
pub struct UnknownCode {
    /// What was written.
    pub text: String,
    /// The codes that exist, separated by commas.
    pub known: String,
}

/// The error for a text that is no code of `T`.
pub fn unknown<T: strum::VariantNames>(text: &str) -> UnknownCode {
    UnknownCode { text: text.chars().take(40).collect(), known: T::VARIANTS.join(", ") }
}
