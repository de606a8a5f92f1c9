//! What is the most that one file may hold.
//!
//! How long a text and how large a number may be, the small types say: `Code`, `Name`, `Note`, `Pieces`, `Fen`.
//! Everything here is looked at before the work that it bounds: a file that is too big is refused, never read in part.

/// The most bytes that an uploaded file may have: 5 MiB.
pub const UPLOAD_BYTES: usize = 5 * 1024 * 1024;
/// The most bytes that all parts of a workbook may unpack to: 32 MiB.
pub const UNPACKED_BYTES: u64 = 32 * 1024 * 1024;
/// The most bytes that a workbook's cell formats may unpack to: 128 MiB.
pub const FORMATS_BYTES: u64 = 128 * 1024 * 1024;
/// The most parts (sheets, styles, pictures …) that a workbook may be packed of.
pub const WORKBOOK_PARTS: usize = 1_000;
/// The most sheets that a workbook may have.
pub const SHEETS: usize = 200;
/// The most rows with anything in them that one sheet may have.
pub const SHEET_ROWS: usize = 20_000;
/// Columns to the right of this one are not read.
pub const SHEET_COLUMNS: u32 = 64;
/// The most bytes of text that all sheets of a workbook may hold: 8 MiB.
pub const WORKBOOK_TEXT_BYTES: usize = 8 * 1024 * 1024;
/// The most characters of one cell that are kept; more than any text may have, so that a longer one is still found too long.
pub const CELL_CHARS: usize = 1_000;
/// The most bytes that reading a workbook's sheets may go through, were each as big as the biggest: 256 MiB.
/// A workbook may name one big sheet under many names.
pub const SHEETS_BYTES: u64 = 8 * UNPACKED_BYTES;
/// The most rows that a CSV file may have.
pub const ROWS: usize = 100_000;
/// The most columns that a CSV file may have.
pub const COLUMNS: usize = 64;

/// The most style/step pairs that one worker may be said to do.
pub const SKILLS: usize = 500;

/// The most hundredths of a minute that one piece may take: a day.
pub const CENTIMINUTES: i64 = MINUTES_A_DAY * 100;
/// The most minutes that a worker may offer a day.
pub const MINUTES_A_DAY: i64 = 24 * 60;

/// So many pictures of a workbook are looked at.
pub const WORKBOOK_PICTURES: usize = 24;
/// The most pixels that they may have together.
pub const WORKBOOK_PIXELS: u64 = 100_000_000;
/// The most bytes that a photo may have as it is sent: 12 MB.
pub const PHOTO_BYTES: usize = 12_000_000;
/// The most pixels that it may have: what the cameras of telephones make.
pub const PHOTO_PIXELS: u64 = 50_000_000;
/// The most bytes that decoding it may take: 512 MiB.
pub const PHOTO_MEMORY: u64 = 512 * 1024 * 1024;
/// The most pixels that the long side of a picture has as it is kept.
pub const PICTURE_SIDE: u32 = 1_280;
/// The most bytes of a picture as it is kept.
pub const PICTURE_BYTES: usize = 200_000;
/// The most pixels that the long side of a small one has.
pub const SMALL_PICTURE_SIDE: u32 = 200;
/// The most bytes of a small one.
pub const SMALL_PICTURE_BYTES: usize = 12_000;

/// The most bytes that a sound may have as it is sent: 6 MB, half a minute as a studio keeps it.
pub const SOUND_BYTES: usize = 6_000_000;
/// The most samples a second that it may have.
pub const SOUND_RATE: u32 = 192_000;
/// The most channels.
pub const SOUND_CHANNELS: usize = 8;
/// So many seconds a clip of the workshop's own voice may last.
pub const CLIP_SECONDS: u32 = 8;
/// So many seconds a spoken word may last.
pub const SPOKEN_SECONDS: u32 = 30;
/// The most bytes of a recording as it is kept.
pub const RECORDING_BYTES: usize = 200_000;

/// So many faults are listed; the rest are counted.
pub const FAULTS: usize = 1_000;
/// So many characters of an offending text are shown.
pub const SHOWN_CHARS: usize = 60;
