//! Photos that people send: read within bounds, and made again as pictures of two sizes that hold nothing but what is seen.
//!
//! What a camera writes beside a photo (where, when, by which device) is in none of them: they are made of the pixels alone.

use super::limit;
use crate::values::picture::Picture;
use image::codecs::jpeg::JpegEncoder;
use image::codecs::png::PngDecoder;
use image::codecs::webp::WebPDecoder;
use image::imageops::FilterType;
use image::metadata::Orientation;
use image::{DynamicImage, ImageDecoder, ImageFormat, ImageReader, Limits, Rgb, RgbImage};
use serde::{Deserialize, Serialize};
use std::io::Cursor;

/// Why what was sent can be no photo.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
pub enum Unfit {
    #[error("not a JPEG, PNG or WebP picture, or one that is damaged")]
    NotAPhoto,
    #[error("more than {} MB", limit::PHOTO_BYTES / 1_000_000)]
    TooBig,
    #[error("more than {} million pixels", limit::PHOTO_PIXELS / 1_000_000)]
    TooManyPixels,
    #[error("a moving picture")]
    Moving,
    /// It took more memory or time than any photo does.
    #[error("takes too much to read")]
    TooCostly,
}

/// How a size of a picture is made.
struct Shape {
    /// The most pixels of its long side.
    side: u32,
    /// The most bytes.
    bytes: usize,
}

const LARGE: Shape = Shape { side: limit::PICTURE_SIDE, bytes: limit::PICTURE_BYTES };
const SMALL: Shape = Shape { side: limit::SMALL_PICTURE_SIDE, bytes: limit::SMALL_PICTURE_BYTES };

/// Qualities of JPEG that are tried, from the best on.
const QUALITIES: [u8; 6] = [84, 76, 66, 54, 42, 30];

/// Whether the bytes begin as those of a photo that can be read.
#[must_use]
pub fn is_one(bytes: &[u8]) -> bool {
    matches!(image::guess_format(bytes), Ok(ImageFormat::Jpeg | ImageFormat::Png | ImageFormat::WebP))
}

/// Makes a picture of what was sent. It takes memory and time in proportion to the pixels, which are counted before any is decoded.
///
/// # Errors
/// [`Unfit`]
pub fn read(bytes: &[u8]) -> Result<Picture, Unfit> {
    let mut pixels_left = limit::PHOTO_PIXELS;
    read_within(bytes, &mut pixels_left)
}

/// The same of one of several, which may have so many pixels together.
///
/// # Errors
/// [`Unfit`]
pub(super) fn read_within(bytes: &[u8], pixels_left: &mut u64) -> Result<Picture, Unfit> {
    let large = decode(bytes, pixels_left)?;
    let small = scaled(&large, SMALL.side);
    Ok(Picture { large: LARGE.encode(large)?, small: SMALL.encode(small)? })
}

/// What is seen, no larger than it is kept.
fn decode(bytes: &[u8], pixels_left: &mut u64) -> Result<RgbImage, Unfit> {
    if bytes.len() > limit::PHOTO_BYTES {
        return Err(Unfit::TooBig);
    }
    let format = image::guess_format(bytes).map_err(|_| Unfit::NotAPhoto)?;
    let moves = match format {
        ImageFormat::Jpeg if !is_whole(bytes) => return Err(Unfit::NotAPhoto),
        ImageFormat::Jpeg => false,
        ImageFormat::Png => {
            PngDecoder::new(Cursor::new(bytes)).and_then(|it| it.is_apng()).map_err(|_| Unfit::NotAPhoto)?
        }
        ImageFormat::WebP => WebPDecoder::new(Cursor::new(bytes)).map_err(|_| Unfit::NotAPhoto)?.has_animation(),
        _ => return Err(Unfit::NotAPhoto),
    };
    if moves {
        return Err(Unfit::Moving);
    }
    let reader = ImageReader::with_format(Cursor::new(bytes), format);
    let mut decoder = reader.into_decoder().map_err(|_| Unfit::NotAPhoto)?;
    let (width, height) = decoder.dimensions();
    let pixels = u64::from(width) * u64::from(height);
    if pixels > limit::PHOTO_PIXELS {
        return Err(Unfit::TooManyPixels);
    }
    *pixels_left = pixels_left.checked_sub(pixels).ok_or(Unfit::TooManyPixels)?;
    let mut limits = Limits::default();
    limits.max_alloc = Some(limit::PHOTO_MEMORY);
    decoder.set_limits(limits).map_err(|_| Unfit::TooManyPixels)?;
    let orientation = decoder.orientation().unwrap_or(Orientation::NoTransforms);
    let mut seen = DynamicImage::from_decoder(decoder).map_err(|_| Unfit::NotAPhoto)?;
    // Made small before it is turned and flattened: each makes a copy.
    if width.max(height) > limit::PICTURE_SIDE {
        seen = seen.resize(limit::PICTURE_SIDE, limit::PICTURE_SIDE, FilterType::Triangle);
    }
    seen.apply_orientation(orientation);
    Ok(on_white(&seen))
}

/// Whether a JPEG ends: behind the last piece of what is seen stands the mark of its end (T.81, B.1.1.3). The decoder would show what is
/// missing as grey.
fn is_whole(jpeg: &[u8]) -> bool {
    let last = |mark: u8| jpeg.windows(2).rposition(|pair| pair == [0xff, mark]);
    last(0xd9).is_some_and(|end| last(0xda).is_some_and(|scan| scan < end))
}

/// What can be seen through stands on white, as on paper.
fn on_white(seen: &DynamicImage) -> RgbImage {
    if !seen.color().has_alpha() {
        return seen.to_rgb8();
    }
    let seen = seen.to_rgba8();
    RgbImage::from_fn(seen.width(), seen.height(), |x, y| {
        let [red, green, blue, alpha] = seen.get_pixel(x, y).0.map(u32::from);
        Rgb([red, green, blue].map(|part| u8::try_from((part * alpha + 255 * (255 - alpha)) / 255).unwrap_or(u8::MAX)))
    })
}

/// With a long side of no more than that, in the same proportions.
fn scaled(seen: &RgbImage, side: u32) -> RgbImage {
    let (width, height) = seen.dimensions();
    let longest = width.max(height);
    if longest <= side {
        return seen.clone();
    }
    let part =
        |length: u32| u32::try_from(u64::from(length) * u64::from(side) / u64::from(longest)).unwrap_or(side).max(1);
    image::imageops::resize(seen, part(width), part(height), FilterType::Triangle)
}

impl Shape {
    /// As JPEG: with the best quality at which it is within the bounds, and where none is, smaller.
    fn encode(&self, mut seen: RgbImage) -> Result<Vec<u8>, Unfit> {
        loop {
            for quality in QUALITIES {
                let mut jpeg = Vec::new();
                let encoded = JpegEncoder::new_with_quality(&mut jpeg, quality).encode_image(&seen);
                encoded.map_err(|_| Unfit::NotAPhoto)?;
                if jpeg.len() <= self.bytes {
                    return Ok(jpeg);
                }
            }
            let side = seen.width().max(seen.height());
            if side < 2 {
                return Err(Unfit::NotAPhoto);
            }
            seen = scaled(&seen, side * 3 / 4);
        }
    }
}
