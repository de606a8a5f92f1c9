//! Bytes to text, and the text of a cell made plain.

use crate::values::text::is_hidden;
use encoding_rs::{Encoding, GB18030};

/// The text of a file: by its byte-order mark if it has one, else UTF-8 if it is that throughout, else GB18030.
/// Line ends become `\n`.
///
/// # Errors
/// The line where it stops being text.
pub(super) fn decode(bytes: &[u8]) -> Result<String, u32> {
    let text = match Encoding::for_bom(bytes) {
        Some((encoding, mark)) => encoding.decode_without_bom_handling_and_without_replacement(&bytes[mark..]),
        None => match std::str::from_utf8(bytes) {
            Ok(text) => Some(text.into()),
            Err(_) => GB18030.decode_without_bom_handling_and_without_replacement(bytes),
        },
    };
    // NUL is in no text, and in nearly every file that is none.
    match text {
        Some(text) if !text.contains('\0') => Ok(text.replace("\r\n", "\n").replace('\r', "\n")),
        _ => Err(first_bad_line(bytes)),
    }
}

fn first_bad_line(bytes: &[u8]) -> u32 {
    let good = match std::str::from_utf8(bytes) {
        Ok(text) => text.find('\0').unwrap_or(text.len()),
        Err(error) => error.valid_up_to(),
    };
    let ends = bytes.iter().take(good).filter(|&&b| b == b'\n').count();
    u32::try_from(ends).unwrap_or(u32::MAX).saturating_add(1)
}

/// The text of a cell with full-width letters, digits and signs made narrow, runs of space made one, and the
/// space and invisible marks at its ends taken off.
pub(super) fn narrow(text: &str) -> String {
    tidy(&text.chars().map(narrow_char).collect::<String>())
}

/// A header by which a column is known again: its case, width and spaces do not matter.
pub(super) fn header_key(header: &str) -> String {
    narrow(header).to_lowercase()
}

/// The text of a cell with runs of space (line breaks too) made one, and those at its ends taken off; so are
/// invisible marks at its ends, which spreadsheets leave behind.
pub(super) fn tidy(text: &str) -> String {
    let text = text.trim_matches(|c: char| c.is_whitespace() || is_mark(c));
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What is shown of an offending text: its first characters, hidden ones as `<U+202E>`.
#[must_use]
pub fn show(text: &str) -> String {
    let mut shown = String::new();
    for (count, c) in text.chars().enumerate() {
        if count == super::limit::SHOWN_CHARS {
            shown.push('…');
            break;
        }
        if is_hidden(c) {
            shown.push_str(&format!("<U+{:04X}>", u32::from(c)));
        } else {
            shown.push(c);
        }
    }
    shown
}

/// One sign made narrow.
pub(super) fn narrow_char(c: char) -> char {
    match c {
        '￥' => '¥',
        c => crate::values::text::narrow(c),
    }
}

fn is_mark(c: char) -> bool {
    matches!(c, '\u{200B}'..='\u{200F}' | '\u{2060}'..='\u{2064}' | '\u{FEFF}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn any_of_the_usual_encodings_reads_the_same() {
        let text = "日期,工号\n2026-09-01,W01\n";
        let (gb, _, _) = GB18030.encode(text);
        let utf16: Vec<u8> = std::iter::once(0xFEFF).chain(text.encode_utf16()).flat_map(u16::to_le_bytes).collect();
        let marked = format!("\u{FEFF}{text}");
        for bytes in [text.as_bytes(), marked.as_bytes(), &gb, &utf16] {
            assert_eq!(decode(bytes).as_deref(), Ok(text));
        }
    }

    #[test]
    fn what_is_no_text_is_refused_by_line() {
        assert_eq!(decode(b"a,b\nc,\xFF\xFF\n"), Err(2));
        assert_eq!(decode(b"a,b\nc\0,d\n"), Err(2));
        assert_eq!(decode(b"\xFF\xFEa"), Err(1));
    }

    #[test]
    fn line_ends_of_every_system_are_one() {
        assert_eq!(decode(b"a\r\nb\rc\nd").as_deref(), Ok("a\nb\nc\nd"));
    }

    #[test]
    fn cells_are_made_plain() {
        assert_eq!(narrow(" ＫＮＸ－２\u{3000}"), "KNX-2");
        assert_eq!(tidy("\u{FEFF} 颜色\n 按样卡\u{A0}"), "颜色 按样卡");
        assert_eq!(tidy("玫瑰（大）"), "玫瑰（大）");
    }

    #[test]
    fn what_is_shown_is_short_and_hides_nothing() {
        assert_eq!(show("a\u{7}\u{202E}b"), "a<U+0007><U+202E>b");
        assert_eq!(show(&"长".repeat(100)).chars().count(), super::super::limit::SHOWN_CHARS + 1);
    }
}
