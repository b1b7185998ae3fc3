//! Tables as CSV, for people who open them in a spreadsheet.

/// A table as CSV. A cell that a spreadsheet would take for a formula begins with an apostrophe.
///
/// # Errors
/// When a row has more or fewer cells than the header.
pub fn csv_text(header: &[&str], rows: impl Iterator<Item = Vec<String>>) -> Result<String, csv::Error> {
    let mut writer = csv::Writer::from_writer(Vec::new());
    writer.write_record(header)?;
    for row in rows {
        writer.write_record(row.into_iter().map(unarmed))?;
    }
    let bytes = writer.into_inner().map_err(|failed| csv::Error::from(failed.into_error()))?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

fn unarmed(cell: String) -> String {
    let is_number = cell.parse::<f64>().is_ok();
    if cell.starts_with(['=', '+', '-', '@', '\t', '\r']) && !is_number { format!("'{cell}") } else { cell }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_is_no_formula() {
        let rows = [vec!["=1+1".to_owned(), "-2".to_owned()], vec!["a, \"b\"".to_owned(), String::new()]];
        let text = csv_text(&["one", "two"], rows.into_iter()).unwrap();
        assert_eq!(text, "one,two\n'=1+1,-2\n\"a, \"\"b\"\"\",\n");
    }
}
