//! Checks on the text of a document, before a parser sees it.
//!
//! The parser calls itself for each bracket that opens, so deep nesting would end the process by a stack overflow.
//! This reads the text once, byte by byte, and knows just enough of the grammar to tell strings and comments apart.

use super::{Limits, Refusal};

/// What the text holds.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct TextSize {
    /// Names, values and punctuation.
    pub tokens: usize,
    /// Brackets inside each other, at most.
    pub nesting: usize,
}

/// Refuses a document that is too long to look at.
///
/// # Errors
/// The limit on bytes.
pub fn hold_length(text: &str, limits: &Limits) -> Result<(), Refusal> {
    if text.len() > limits.document_bytes { Err(Refusal::limit("bytes", limits.document_bytes)) } else { Ok(()) }
}

/// Measures a document and refuses what is too many or too deep.
///
/// Stricter than the parser where that is cheap: a string must end on its line, a block string must end at all. If
/// it were not, the parser would read the rest as something else than this did, and nesting could hide in it.
///
/// # Errors
/// A limit that is exceeded (before the rest is read), or a string that does not end.
pub fn measure_text(text: &str, limits: &Limits) -> Result<TextSize, Refusal> {
    let bytes = text.as_bytes();
    let mut size = TextSize::default();
    let mut open = 0_usize;
    let mut at = 0_usize;
    while let Some(&byte) = bytes.get(at) {
        let end = match byte {
            b' ' | b'\t' | b'\n' | b'\r' | b',' => {
                at += 1;
                continue;
            }
            b'#' => {
                at = end_of_comment(bytes, at);
                continue;
            }
            // The byte order mark counts as white space anywhere.
            0xEF if bytes[at..].starts_with(b"\xEF\xBB\xBF") => {
                at += 3;
                continue;
            }
            b'(' | b'[' | b'{' => {
                open += 1;
                size.nesting = size.nesting.max(open);
                if open > limits.nesting {
                    return Err(Refusal::limit("brackets inside each other", limits.nesting));
                }
                at + 1
            }
            b')' | b']' | b'}' => {
                open = open.saturating_sub(1);
                at + 1
            }
            b'"' => end_of_string(text, at)?,
            b'.' if bytes[at..].starts_with(b"...") => at + 3,
            b'_' | b'a'..=b'z' | b'A'..=b'Z' => end_of_run(bytes, at, |b| b == b'_' || b.is_ascii_alphanumeric()),
            b'-' | b'0'..=b'9' => end_of_number(bytes, at + 1),
            _ => at + 1,
        };
        size.tokens += 1;
        if size.tokens > limits.tokens {
            return Err(Refusal::limit("tokens", limits.tokens));
        }
        at = end;
    }
    Ok(size)
}

fn end_of_comment(bytes: &[u8], start: usize) -> usize {
    end_of_run(bytes, start, |b| b != b'\n' && b != b'\r')
}

fn end_of_run(bytes: &[u8], start: usize, belongs: impl Fn(u8) -> bool) -> usize {
    bytes[start..].iter().position(|&byte| !belongs(byte)).map_or(bytes.len(), |n| start + n)
}

/// A sign belongs to a number at its start and after the `e` of an exponent: `1-2` are two numbers.
fn end_of_number(bytes: &[u8], start: usize) -> usize {
    let end = end_of_run(bytes, start, |b| b == b'.' || b.is_ascii_alphanumeric());
    match (bytes.get(end - 1), bytes.get(end)) {
        (Some(b'e' | b'E'), Some(b'+' | b'-')) => end_of_run(bytes, end + 1, |b| b.is_ascii_digit()),
        _ => end,
    }
}

fn end_of_string(text: &str, start: usize) -> Result<usize, Refusal> {
    if text.as_bytes()[start..].starts_with(b"\"\"\"") {
        end_of_block_string(text, start)
    } else {
        end_of_line_string(text, start)
    }
}

fn end_of_block_string(text: &str, start: usize) -> Result<usize, Refusal> {
    let bytes = text.as_bytes();
    let mut at = start + 3;
    while at < bytes.len() {
        if bytes[at..].starts_with(b"\\\"\"\"") {
            at += 4;
        } else if bytes[at..].starts_with(b"\"\"\"") {
            return Ok(at + 3);
        } else {
            at += 1;
        }
    }
    Err(Refusal::syntax(text, start, "a block string does not end"))
}

fn end_of_line_string(text: &str, start: usize) -> Result<usize, Refusal> {
    let bytes = text.as_bytes();
    let mut at = start + 1;
    while let Some(&byte) = bytes.get(at) {
        match byte {
            b'"' => return Ok(at + 1),
            b'\n' | b'\r' => break,
            b'\\' if !matches!(bytes.get(at + 1), Some(b'\n' | b'\r') | None) => at += 2,
            _ => at += 1,
        }
    }
    Err(Refusal::syntax(text, start, "a string does not end on its line"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::graphql::error::Code;

    fn size(text: &str) -> (usize, usize) {
        measure_text(text, &Limits::default()).map(|size| (size.tokens, size.nesting)).unwrap()
    }

    #[test]
    fn brackets_in_strings_and_comments_do_not_nest() {
        assert_eq!(size(r#"{ a(b: "[[[{{{") } # ((("#), (8, 2));
        assert_eq!(size(r#"{ a(b: """ [[[ \""" {{{ """) }"#), (8, 2));
        assert_eq!(size("{ a(b: \"\\\"[[[\\\\\") }"), (8, 2));
        assert_eq!(size("# {{{\r{ a }"), (3, 1));
    }

    #[test]
    fn tokens_are_counted_as_the_grammar_does() {
        assert_eq!(size("query Q($a: [Int!] = [1, -2.5e+3]) { ...F @include(if: $a) }").0, 28);
        assert_eq!(size("\u{feff}{ a }"), (3, 1));
        assert_eq!(size("[1-2-3, 1e-2]"), (6, 1));
    }

    #[test]
    fn a_string_that_does_not_end_is_refused_where_it_starts() {
        for (text, column) in [
            ("{ a(b: \"x\n[[[[", 8),
            ("{ a(b: \"\"\"x\" [[[[", 8),
            ("{ a(b: \"x\\\n\") }", 8),
            ("{ a(b: \"x\\", 8),
            ("{ aé(b: \"x", 9),
        ] {
            let refusal = measure_text(text, &Limits::default()).unwrap_err();
            assert_eq!(refusal.code, Code::GraphqlParseFailed, "{text}");
            assert_eq!(refusal.locations[0].column, column, "{text}");
        }
    }

    #[test]
    fn each_limit_allows_itself_and_not_one_more() {
        let limits = Limits { document_bytes: 20, tokens: 4, nesting: 2, ..Limits::default() };
        assert!(measure_text("{{}}", &limits).is_ok());
        assert_eq!(measure_text("{{{", &limits).unwrap_err().code, Code::CostLimit);
        assert!(measure_text("a b c d", &limits).is_ok());
        assert_eq!(measure_text("a b c d e", &limits).unwrap_err().code, Code::CostLimit);
        assert!(hold_length(&" ".repeat(20), &limits).is_ok());
        assert_eq!(hold_length(&" ".repeat(21), &limits).unwrap_err().code, Code::CostLimit);
    }
}
