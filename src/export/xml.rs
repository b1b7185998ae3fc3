//! XML, written as it comes.

use std::borrow::Cow;
use std::io::Write;

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesEnd, BytesStart, BytesText, Event};

use crate::exchange::WriteError;

/// Writes elements.
pub(super) struct Xml<W: Write>(Writer<W>);

impl<W: Write> Xml<W> {
    /// Begins a document.
    pub(super) fn new(out: W) -> Result<Self, WriteError> {
        let mut xml = Self(Writer::new(out));
        xml.put(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
        Ok(xml)
    }

    /// Opens an element on a line of its own.
    pub(super) fn open(&mut self, name: &str, attributes: &[(&str, &str)]) -> Result<(), WriteError> {
        self.line()?;
        self.put(Event::Start(start(name, attributes)))
    }

    /// Closes an element on a line of its own.
    pub(super) fn close(&mut self, name: &str) -> Result<(), WriteError> {
        self.line()?;
        self.end(name)
    }

    /// An element without content, on a line of its own.
    pub(super) fn empty(&mut self, name: &str, attributes: &[(&str, &str)]) -> Result<(), WriteError> {
        self.line()?;
        self.put(Event::Empty(start(name, attributes)))
    }

    /// An element with text in it, on a line of its own.
    pub(super) fn text(&mut self, name: &str, attributes: &[(&str, &str)], text: &str) -> Result<(), WriteError> {
        self.open(name, attributes)?;
        self.put(Event::Text(BytesText::new(&allowed(text))))?;
        self.end(name)
    }

    fn end(&mut self, name: &str) -> Result<(), WriteError> {
        self.put(Event::End(BytesEnd::new(name)))
    }

    fn line(&mut self) -> Result<(), WriteError> {
        self.put(Event::Text(BytesText::from_escaped("\n")))
    }

    fn put(&mut self, event: Event<'_>) -> Result<(), WriteError> {
        Ok(self.0.write_event(event)?)
    }
}

fn start<'a>(name: &'a str, attributes: &[(&'a str, &'a str)]) -> BytesStart<'a> {
    let mut start = BytesStart::new(name);
    for (name, value) in attributes {
        start.push_attribute((*name, &*allowed(value)));
    }
    start
}

/// A text with characters that XML 1.0 cannot hold replaced.
fn allowed(text: &str) -> Cow<'_, str> {
    let is_refused =
        |char: char| matches!(char, '\0'..='\u{8}' | '\u{b}' | '\u{c}' | '\u{e}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}');
    if text.contains(is_refused) { Cow::Owned(text.replace(is_refused, "\u{fffd}")) } else { Cow::Borrowed(text) }
}
