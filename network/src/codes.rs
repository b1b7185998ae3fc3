//! Enums that are written as codes in files, rows and answers: `WATER_AUTHORITY`.

/// Defines an enum whose text form is its name in capitals, with `Display`, `FromStr`, serde and `iter()`.
#[macro_export]
macro_rules! codes {
    ($($(#[$doc:meta])* pub enum $name:ident { $($(#[$vdoc:meta])* $variant:ident,)* })*) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash,
                 strum::EnumIter, strum::IntoStaticStr, strum::EnumString, strum::VariantNames)]
        #[strum(serialize_all = "SCREAMING_SNAKE_CASE", parse_err_ty = $crate::codes::UnknownCode,
                parse_err_fn = $crate::codes::unknown::<$name>)]
        pub enum $name { $($(#[$vdoc])* $variant,)* }

        impl $name {
            /// The code: the name in capitals.
            #[must_use]
            pub fn code(self) -> &'static str {
                self.into()
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
