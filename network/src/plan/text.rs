//! What a text or number of a fact may be, whatever the database.

use serde_json::Value;

use super::Drawn;
use super::rejection::{ErrorCode, Rejection};
use crate::any_fact::AnyFact;
use crate::facts::*;
use crate::list::FIELDS;

/// The longest text, in bytes: as long as the longest cell of a dataset.
const MOST_BYTES: usize = 64 << 10;

/// The longest register and register number, in characters: they are found by an index.
const MOST_CHARS_OF_NUMBER: usize = 200;

/// What is wrong with a text, in Dutch and English.
#[must_use]
pub fn wrong_text(text: &str) -> Option<[String; 2]> {
    let control = |char: char| char.is_control() && !matches!(char, '\n' | '\r' | '\t');
    if let Some(char) = text.chars().find(|char| control(*char)) {
        let code = format!("U+{:04X}", u32::from(char));
        return Some([format!("bevat het stuurteken {code}"), format!("holds the control character {code}")]);
    }
    if text.len() > MOST_BYTES {
        let bytes = text.len();
        return Some([
            format!("is {bytes} bytes lang; het mogen er {MOST_BYTES} zijn"),
            format!("is {bytes} bytes long; {MOST_BYTES} are allowed"),
        ]);
    }
    let blank = text.trim().is_empty();
    blank.then(|| ["is leeg: wat gegeven wordt zegt iets".into(), "is blank: what is given says something".into()])
}

impl Drawn<'_> {
    /// Everything that the facts as they would be hold and no fact may.
    pub(super) fn texts(&self) -> Vec<Rejection> {
        let mut refused: Vec<Rejection> =
            self.changes.iter().filter_map(|change| change.after()).flat_map(|fact| self.wrong(fact)).collect();
        let source = self.command.source.iter();
        let parts = source.flat_map(|source| {
            let parts =
                [("title", Some(&source.title)), ("locator", source.locator.as_ref()), ("url", source.url.as_ref())];
            parts.into_iter().filter_map(|(name, text)| Some((name, text?)))
        });
        // A title that is missing is refused as a source that is missing.
        let parts = parts.filter(|(name, text)| *name != "title" || !text.trim().is_empty());
        refused.extend(parts.filter_map(|(name, text)| Some(refusal(&["source", name], wrong_text(text)?))));
        refused
    }

    fn wrong(&self, fact: &AnyFact) -> Vec<Rejection> {
        let fields = fact.to_json();
        let fields = fields.as_object().into_iter().flatten();
        let wrong = |name: &str, value: &Value| match value {
            // The source is held by its parts, where it comes in parts.
            Value::String(_) if name == "source" && !self.is_import() => None,
            Value::String(text) if text.is_empty() && FIELDS.contains(&name) => None,
            Value::String(text) => wrong_text(text).or_else(|| special(fact, name, text)),
            // Answers hold numbers of 32 bits with a sign.
            Value::Number(number) if number.as_i64().is_some_and(|number| number > i64::from(i32::MAX)) => {
                let most = i32::MAX;
                Some([format!("is te groot; {most} is het meeste"), format!("is too large; {most} is the most")])
            }
            _ => None,
        };
        let refused = fields.filter_map(|(name, value)| {
            let words = wrong(name, value)?;
            let path = self.at(fact, name);
            Some(refusal(&path.iter().map(String::as_str).collect::<Vec<_>>(), words))
        });
        refused.collect()
    }
}

/// What some fields ask for beside that.
fn special(fact: &AnyFact, name: &str, text: &str) -> Option<[String; 2]> {
    match (fact, name) {
        (AnyFact::Identifier(_), "scheme" | "value") if text.chars().count() > MOST_CHARS_OF_NUMBER => Some([
            format!("mag {MOST_CHARS_OF_NUMBER} tekens lang zijn"),
            format!("may have {MOST_CHARS_OF_NUMBER} characters"),
        ]),
        (AnyFact::Contribution(_), "amount") if text.starts_with('-') => {
            Some(["is minder dan niets".into(), "is less than nothing".into()])
        }
        (AnyFact::Document(_), "url") if !is_web_address(text) => Some(NO_WEB_ADDRESS.map(Into::into)),
        (AnyFact::Contact(contact), "value") if contact.kind == ContactKind::Website && !is_web_address(text) => {
            Some(NO_WEB_ADDRESS.map(Into::into))
        }
        (AnyFact::PersonContact(contact), "value") => match contact.kind {
            ContactKind::Website | ContactKind::Linkedin if !is_web_address(text) => {
                Some(NO_WEB_ADDRESS.map(Into::into))
            }
            ContactKind::Email if !is_email(text) => Some(NO_EMAIL.map(Into::into)),
            ContactKind::Phone if !text.contains(|char: char| char.is_ascii_digit()) => Some(NO_NUMBER.map(Into::into)),
            _ => None,
        },
        _ => None,
    }
}

const NO_WEB_ADDRESS: [&str; 2] = ["is geen webadres: begin met https://", "is no web address: begin with https://"];
const NO_EMAIL: [&str; 2] = ["is geen e-mailadres: iemand@ergens.nl", "is no e-mail address: somebody@somewhere.nl"];
const NO_NUMBER: [&str; 2] = ["is geen telefoonnummer", "is no telephone number"];

/// Whether mail may be sent there: something on both sides of one `@`, without spaces.
fn is_email(text: &str) -> bool {
    let mut parts = text.split('@');
    let both = parts.next().zip(parts.next()).is_some_and(|(name, host)| !name.is_empty() && !host.is_empty());
    both && parts.next().is_none() && !text.contains(char::is_whitespace)
}

/// Whether a browser may be sent there: `javascript:` and the like are no places.
fn is_web_address(text: &str) -> bool {
    text.strip_prefix("https://").or_else(|| text.strip_prefix("http://")).is_some_and(|rest| !rest.is_empty())
}

fn refusal(path: &[&str], [nl, en]: [String; 2]) -> Rejection {
    Rejection::new(ErrorCode::InvalidValue, path, nl, en)
}
