//! What a workbook's cell formats unpack to.
//!
//! A format names a font, a fill, a border and a number format by their numbers, and the reader of workbooks gives each format
//! copies of its own: a few kilobytes, in which 20,000 formats name one font with a long name, would take all memory.

use quick_xml::Reader;
use quick_xml::events::Event;

/// What a format takes beside its copies.
const FORMAT: u64 = 1024;

/// The most bytes that the formats in a part may take, were each made of the longest font, fill, border and number format.
///
/// # Errors
/// When the part is no XML.
pub(super) fn unpacked(part: &str) -> Result<u64, quick_xml::Error> {
    if !part.contains("cellXfs") {
        return Ok(0);
    }
    let mut xml = Reader::from_str(part);
    xml.config_mut().expand_empty_elements = true;
    let mut longest = Longest::default();
    let mut formats = 0;
    let mut open = Vec::new();
    loop {
        let start = xml.buffer_position();
        match xml.read_event()? {
            Event::Start(tag) => {
                formats += u64::from(tag.local_name().as_ref() == "xf");
                open.push(start);
            }
            Event::End(tag) => {
                let length = xml.buffer_position() - open.pop().unwrap_or(start);
                if let Some(longest) = longest.of(tag.local_name().as_ref()) {
                    *longest = (*longest).max(length);
                }
            }
            Event::Eof => break,
            _ => {}
        }
    }
    let Longest { font, fill, border, number } = longest;
    Ok((FORMAT + font + fill + border + number).saturating_mul(formats))
}

/// The bytes of the longest of each.
#[derive(Default)]
struct Longest {
    font: u64,
    fill: u64,
    border: u64,
    number: u64,
}

impl Longest {
    fn of(&mut self, tag: &str) -> Option<&mut u64> {
        match tag {
            "font" => Some(&mut self.font),
            "fill" => Some(&mut self.fill),
            "border" => Some(&mut self.border),
            "numFmt" => Some(&mut self.number),
            _ => None,
        }
    }
}
