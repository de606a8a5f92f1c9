//! What a workbook unpacks to, looked at before the reader of workbooks unpacks it.

use super::fault::Reason;
use super::{formats, limit};
use std::io::{Cursor, Read};
use zip::ZipArchive;

/// Whether a packed workbook says that it is an OpenDocument one.
pub(super) fn is_ods(bytes: &[u8]) -> bool {
    const KIND: &[u8] = b"application/vnd.oasis.opendocument.spreadsheet";
    let said = ZipArchive::new(Cursor::new(bytes)).ok().and_then(|mut archive| {
        let mut said = Vec::new();
        archive.by_name("mimetype").ok()?.take(KIND.len() as u64).read_to_end(&mut said).ok()?;
        Some(said)
    });
    said.as_deref() == Some(KIND)
}

/// Unpacks every part once, without keeping it, to see that the whole stays within bounds: by what the workbook
/// says of itself, and by what comes out. The size of the biggest part that holds a sheet.
///
/// # Errors
/// Why the file is no workbook that may be read.
pub(super) fn check(bytes: &[u8]) -> Result<u64, Reason> {
    if bytes.is_empty() {
        return Err(Reason::Empty);
    }
    if bytes.len() > limit::UPLOAD_BYTES {
        return Err(Reason::TooBig { bytes: bytes.len(), limit: limit::UPLOAD_BYTES });
    }
    let too_big = Reason::UnpacksTooBig { limit: limit::UNPACKED_BYTES };
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| Reason::NotAWorkbook)?;
    if archive.len() > limit::WORKBOOK_PARTS {
        return Err(too_big);
    }
    if archive.decompressed_size().is_some_and(|size| size > u128::from(limit::UNPACKED_BYTES)) {
        return Err(too_big);
    }
    let (mut left, mut biggest) = (limit::UNPACKED_BYTES, 0);
    for index in 0..archive.len() {
        let part = archive.by_index(index).map_err(|_| Reason::NotAWorkbook)?;
        let is_xml = is_xml(part.name_raw());
        let mut unpacked = Vec::new();
        let size = part.take(left + 1).read_to_end(&mut unpacked).map_err(|_| Reason::NotAWorkbook)? as u64;
        left = left.checked_sub(size).ok_or(too_big.clone())?;
        if is_xml {
            let text = honest(&unpacked).ok_or(Reason::NotAWorkbook)?;
            if formats::unpacked(text).map_err(|_| Reason::NotAWorkbook)? > limit::FORMATS_BYTES {
                return Err(Reason::UnpacksTooBig { limit: limit::FORMATS_BYTES });
            }
        }
        if holds_sheet(&unpacked) {
            biggest = biggest.max(size);
        }
    }
    Ok(biggest)
}

/// Whether a part may be a sheet, in UTF-8 or UTF-16.
fn holds_sheet(part: &[u8]) -> bool {
    let wide = "sheetData".bytes().flat_map(|b| [b, 0]).collect::<Vec<_>>();
    // The last zero is not there in big-endian text.
    [&b"sheetData"[..], &wide[..wide.len() - 1]].iter().any(|word| part.windows(word.len()).any(|here| here == *word))
}

fn is_xml(name: &[u8]) -> bool {
    let name = name.to_ascii_lowercase();
    name.ends_with(b".xml") || name.ends_with(b".rels")
}

/// The text of a part, where it is plain UTF-8, as in every workbook that we know, and holds as many texts as it says. The
/// reader of workbooks makes room for as many as the table of texts promises: a false promise would take all memory.
fn honest(part: &[u8]) -> Option<&str> {
    let part = std::str::from_utf8(part).ok()?;
    // In an encoding that shifts by control characters a promise could hide from us but not from the reader.
    if part.bytes().any(|b| b < b' ' && !b.is_ascii_whitespace()) {
        return None;
    }
    let keeps_promise = part.split("uniqueCount").skip(1).all(|after| {
        let after = after.trim_start_matches(|c: char| c.is_ascii_whitespace() || matches!(c, '=' | '"' | '\'' | '+'));
        let digits = after.bytes().take_while(u8::is_ascii_digit).count();
        digits == 0
            || after
                .get(..digits)
                .and_then(|length| length.parse().ok())
                .is_some_and(|length: usize| length <= part.len())
    });
    keeps_promise.then_some(part)
}
