//! Cells that a spreadsheet would take for formulas.
//!
//! What comes out of a table begins with an apostrophe then, and what is read loses it again, so that a table that was only
//! opened and saved holds what it held.

use std::borrow::Cow;

/// What a formula begins with, or what a spreadsheet drops before it.
const BEGINNINGS: [char; 7] = ['=', '+', '-', '@', '\t', '\r', '\n'];

/// Whether a spreadsheet might take it for a formula; also when that is so without the apostrophes before it, else the text
/// `'=1` could not be told from a `=1` that was written.
fn is_formula(cell: &str) -> bool {
    cell.trim_start_matches('\'').starts_with(BEGINNINGS) && cell.parse::<f64>().is_err()
}

/// The cell as it is written.
pub(super) fn written(cell: &str) -> Cow<'_, str> {
    if is_formula(cell) { Cow::Owned(format!("'{cell}")) } else { Cow::Borrowed(cell) }
}

/// The cell that was written so.
pub(super) fn read(cell: &str) -> &str {
    cell.strip_prefix('\'').filter(|rest| is_formula(rest)).unwrap_or(cell)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_formula_is_written_as_a_text_and_a_number_stays_one() {
        for (cell, expected) in [
            ("=1+1", "'=1+1"),
            ("@SUM(A1)", "'@SUM(A1)"),
            ("\t=1", "'\t=1"),
            ("-x", "'-x"),
            ("'=1", "''=1"),
            ("-2.5", "-2.5"),
            ("+31", "+31"),
            ("'s-Hertogenbosch", "'s-Hertogenbosch"),
            ("a=b", "a=b"),
            ("", ""),
        ] {
            assert_eq!(written(cell), expected);
        }
    }

    proptest! {
        #[test]
        fn what_is_written_reads_back(cell in "['=+@\t1-]{0,4}[a-z1]{0,2}") {
            let file = written(&cell);
            prop_assert_eq!(read(&file), &*cell);
        }
    }
}
