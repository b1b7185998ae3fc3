//! DOT, for Graphviz.

use std::io::Write;

use super::draw::Drawing;
use super::value::{Attribute, Value};
use crate::exchange::WriteError;

/// Writes it.
pub(super) fn write(drawing: &Drawing<'_>, out: &mut impl Write) -> Result<(), WriteError> {
    let (graph, arrow) = if drawing.is_directed() { ("digraph", "->") } else { ("graph", "--") };
    let network = drawing.view().network();
    writeln!(out, "{graph} {} {{", quoted(drawing.title()))?;
    drawing.nodes(&mut |node| {
        write!(out, "  \"{}\" [label={}", node.ix.uuid(network), quoted(node.name))?;
        values(out, node.values.values())
    })?;
    drawing.links(&mut |edge| {
        write!(out, "  \"{}\" {arrow} \"{}\" [", edge.source.uuid(network), edge.target.uuid(network))?;
        values(out, edge.values.values())
    })?;
    Ok(out.write_all(b"}\n")?)
}

fn values<'v, 'w: 'v>(
    out: &mut impl Write,
    values: impl Iterator<Item = (&'static Attribute, Option<&'v Value<'w>>)>,
) -> Result<(), WriteError> {
    for (attribute, value) in values {
        if let Some(value) = value {
            // Graphviz has a `key` of its own, which asks for something else: ours are told apart by a prefix.
            write!(out, " dk_{}={}", attribute.name, quoted(&value.text()))?;
        }
    }
    Ok(out.write_all(b"];\n")?)
}

/// A text as a quoted string.
fn quoted(text: &str) -> String {
    let mut quoted = String::with_capacity(text.len() + 2);
    quoted.push('"');
    for char in text.chars() {
        match char {
            '"' => quoted.push_str("\\\""),
            // Also the backslashes that Graphviz would take for its own escapes, as in \N.
            '\\' => quoted.push_str("\\\\"),
            '\n' => quoted.push_str("\\n"),
            char if char.is_control() => quoted.push(' '),
            char => quoted.push(char),
        }
    }
    quoted.push('"');
    quoted
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_stays_within_its_quotes() {
        assert_eq!(quoted("a \"b\" \\N\nc\0"), r#""a \"b\" \\N\nc ""#);
    }
}
