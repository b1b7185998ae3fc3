//! What is wrong with an argument or variable, as the engine found it before anything was executed, in our words.

use super::message::Message;
use super::scalars;

/// What the engine says before all of it: of a value that was given, and of the default of a variable.
const ABOUT: [&str; 2] = ["Invalid value for argument ", "Invalid default value for argument: "];

/// How it begins and ends about an argument that is missing.
const MISSING: [&str; 2] = ["Field \"", "\" is required but not provided"];

/// An argument that cannot be used.
#[derive(Debug, PartialEq, Eq)]
pub struct WrongArgument {
    /// Which part of the arguments, from the outside in.
    pub path: Vec<String>,
    /// What is wrong with it.
    pub message: Message,
}

impl WrongArgument {
    /// Reads what the engine says; `None` when it is about something else.
    #[must_use]
    pub fn read(message: &str) -> Option<Self> {
        if let Some(missing) = message.strip_prefix(MISSING[0]).and_then(|rest| rest.strip_suffix(MISSING[1])) {
            // The type that it names is that of the object on which the field is, and not that of the argument.
            let (argument, _) = missing.split_once("\" argument \"")?.1.split_once("\" of type \"")?;
            return Some(Self::at(vec![argument.to_owned()], &["ontbreekt".to_owned(), "is missing".to_owned()]));
        }
        let about = ABOUT.iter().find_map(|about| message.strip_prefix(about))?;
        let (path, wrong) = about.strip_prefix('"')?.split_once("\", ")?;
        let quoted: Vec<&str> = wrong.split('"').skip(1).step_by(2).collect();
        let (field, nl, en) = match (wrong.split('"').next()?, &*quoted) {
            ("expected type ", [ty]) => {
                let [nl, en] = expected(ty.trim_end_matches('!'));
                (None, nl, en)
            }
            ("enumeration type ", [ty, value]) => {
                let value: String = value.chars().take(40).collect();
                (None, format!("{ty} heeft geen waarde {value}"), format!("{ty} has no value {value}"))
            }
            ("field ", [field, ty]) => {
                (Some(*field), format!("ontbreekt (type {ty})"), format!("is missing (type {ty})"))
            }
            ("unknown field ", [field, ty]) => {
                (Some(*field), format!("is geen veld van {ty}"), format!("is no field of {ty}"))
            }
            // What is left is about inputs of which exactly one field is given.
            _ => (None, "geef precies een veld".to_owned(), "give exactly one field".to_owned()),
        };
        Some(Self::at(path.split('.').chain(field).map(ToOwned::to_owned).collect(), &[nl, en]))
    }

    /// What is wrong at a place, in Dutch and English.
    #[must_use]
    pub fn at(path: Vec<String>, [nl, en]: &[String; 2]) -> Self {
        let place = path.join(".");
        Self { message: Message::new(format!("{place}: {nl}"), format!("{place}: {en}")), path }
    }
}

/// That a value of this type is expected, and what it looks like.
#[must_use]
pub fn expected(ty: &str) -> [String; 2] {
    let (nl, en) = match scalars::looks_like(ty) {
        Some((nl, en)) => (format!(", {nl}"), format!(", {en}")),
        None => Default::default(),
    };
    [format!("verwacht {ty}{nl}"), format!("expected {ty}{en}")]
}

#[cfg(test)]
mod tests {
    use network::facts::Language;

    use super::*;

    #[test]
    fn the_place_and_what_is_wrong_there_are_told_in_both_languages() {
        for (engine, path, nl, en) in [
            (
                r#"Invalid value for argument "input.source.url", expected type "URL""#,
                "input source url",
                "input.source.url: verwacht URL, een webadres zoals \"https://example.org/pagina\"",
                "input.source.url: expected URL, a web address like \"https://example.org/page\"",
            ),
            (
                r#"Invalid value for argument "input.contributions.0.kind", enumeration type "ContributionKind" does not contain the value "GOLD""#,
                "input contributions 0 kind",
                "input.contributions.0.kind: ContributionKind heeft geen waarde GOLD",
                "input.contributions.0.kind: ContributionKind has no value GOLD",
            ),
            (
                r#"Invalid value for argument "input", field "subject" of type "SubjectInput!" is required but not provided"#,
                "input subject",
                "input.subject: ontbreekt (type SubjectInput!)",
                "input.subject: is missing (type SubjectInput!)",
            ),
            (
                r#"Invalid value for argument "input", unknown field "subjct" of type "PledgeCommitmentInput""#,
                "input subjct",
                "input.subjct: is geen veld van PledgeCommitmentInput",
                "input.subjct: is no field of PledgeCommitmentInput",
            ),
            (
                r#"Invalid value for argument "by", Oneof input objects requires have exactly one field"#,
                "by",
                "by: geef precies een veld",
                "by: give exactly one field",
            ),
            (
                r#"Invalid default value for argument: "first", expected type "Int""#,
                "first",
                "first: verwacht Int",
                "first: expected Int",
            ),
            (
                r#"Field "organisation" argument "by" of type "Network" is required but not provided"#,
                "by",
                "by: ontbreekt",
                "by: is missing",
            ),
            (
                r#"Invalid value for argument "first", expected type "Int!""#,
                "first",
                "first: verwacht Int",
                "first: expected Int",
            ),
        ] {
            let wrong = WrongArgument::read(engine).expect("about an argument");
            assert_eq!(wrong.path.join(" "), path);
            assert_eq!([wrong.message.told(Language::Nl), wrong.message.told(Language::En)], [nl, en]);
        }
        assert_eq!(WrongArgument::read("Unknown type \"X\""), None);
    }
}
