//! Photos as telephones send them, and what is sent in their place.

use crate::parse::limit;
use crate::parse::photo::{Unfit, read};
use crate::values::picture::Picture;
use image::codecs::jpeg::JpegEncoder;
use image::codecs::png::PngEncoder;
use image::codecs::webp::WebPEncoder;
use image::{DynamicImage, GrayImage, ImageEncoder, Rgb, RgbImage, Rgba, RgbaImage};
use rand::{Rng as _, SeedableRng};

/// Red above, blue below.
fn flag(width: u32, height: u32) -> RgbImage {
    RgbImage::from_fn(width, height, |_, y| if y < height / 2 { Rgb([200, 20, 20]) } else { Rgb([20, 20, 200]) })
}

fn jpeg(seen: &RgbImage) -> Vec<u8> {
    let mut bytes = Vec::new();
    JpegEncoder::new_with_quality(&mut bytes, 90).encode_image(seen).expect("a photo");
    bytes
}

fn png(seen: &DynamicImage) -> Vec<u8> {
    let mut bytes = Vec::new();
    let encoder = PngEncoder::new(&mut bytes);
    encoder.write_image(seen.as_bytes(), seen.width(), seen.height(), seen.color().into()).expect("a picture");
    bytes
}

/// Both sizes as they are seen, within their bounds.
fn sizes(picture: &Picture) -> [RgbImage; 2] {
    assert!(picture.large.len() <= limit::PICTURE_BYTES && picture.small.len() <= limit::SMALL_PICTURE_BYTES);
    let seen = [&picture.large, &picture.small].map(|bytes| {
        assert!(bytes.starts_with(&[0xff, 0xd8]), "no JPEG");
        image::load_from_memory(bytes).expect("a picture").to_rgb8()
    });
    let longest = |seen: &RgbImage| seen.width().max(seen.height());
    assert!(longest(&seen[0]) <= limit::PICTURE_SIDE && longest(&seen[1]) <= limit::SMALL_PICTURE_SIDE);
    seen
}

fn is_red(Rgb([red, _, blue]): &Rgb<u8>) -> bool {
    red > blue
}

#[test]
fn a_photo_is_kept_in_two_sizes_of_its_own_proportions() {
    for (sent, large, small) in [
        ((4_000, 3_000), (1_280, 960), (200, 150)),
        ((1_000, 3_000), (427, 1_280), (66, 200)),
        ((300, 300), (300, 300), (200, 200)),
        ((90, 40), (90, 40), (90, 40)),
        ((5_000, 1), (1_280, 1), (200, 1)),
        ((1, 1), (1, 1), (1, 1)),
    ] {
        let kept = sizes(&read(&jpeg(&flag(sent.0, sent.1))).expect("a photo"));
        assert_eq!(kept.map(|seen| seen.dimensions()), [large, small], "{sent:?}");
    }
}

#[test]
fn what_cannot_be_made_small_by_quality_alone_is_made_with_fewer_pixels() {
    let mut rng = rand::rngs::StdRng::seed_from_u64(7);
    let mut seen = RgbImage::new(2_000, 2_000);
    rng.fill_bytes(&mut seen);
    sizes(&read(&jpeg(&seen)).expect("a photo"));
}

#[test]
fn what_a_camera_writes_beside_a_photo_is_taken_out_and_the_photo_is_turned_as_it_says() {
    // Its place and its device, and that it was held upright: turned a quarter to the right (Exif 2.32, 4.6.4, orientation 6).
    let mut exif = b"Exif\0\0MM\0\x2a\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06\0\0\0\0\0\0".to_vec();
    exif.extend(b"GPSLatitude 36.65 Telephone 15");
    let plain = jpeg(&flag(800, 400));
    let length = u16::try_from(exif.len() + 2).expect("short").to_be_bytes();
    let sent = [&plain[..2], &[0xff, 0xe1], &length, &exif, &plain[2..]].concat();
    let kept = read(&sent).expect("a photo");
    let [large, small] = sizes(&kept);
    assert_eq!([large.dimensions(), small.dimensions()], [(400, 800), (100, 200)]);
    // What was above is on the right now.
    assert!(is_red(large.get_pixel(390, 400)) && !is_red(large.get_pixel(10, 400)));
    for bytes in [&kept.large, &kept.small] {
        let holds = |word: &[u8]| bytes.windows(word.len()).any(|here| here == word);
        assert!(!holds(b"Exif") && !holds(b"GPS") && !holds(b"Telephone"));
    }
}

#[test]
fn png_and_webp_are_read_too_and_what_can_be_seen_through_stands_on_white() {
    let clear = DynamicImage::ImageRgba8(RgbaImage::from_pixel(40, 30, Rgba([200, 0, 0, 0])));
    let mut webp = Vec::new();
    WebPEncoder::new_lossless(&mut webp)
        .write_image(clear.as_bytes(), 40, 30, clear.color().into())
        .expect("a picture");
    let grey = DynamicImage::ImageLuma8(GrayImage::from_pixel(50, 50, image::Luma([255])));
    for bytes in [png(&clear), webp, png(&grey)] {
        let [large, _] = sizes(&read(&bytes).expect("a picture"));
        assert!(large.pixels().all(|pixel| pixel.0.iter().all(|part| *part > 250)));
    }
}

#[test]
fn a_photo_that_is_sent_again_is_the_same_picture() {
    let sent = jpeg(&flag(640, 480));
    assert_eq!(read(&sent).expect("a photo").hash(), read(&sent).expect("a photo").hash());
}

/// A chunk of a PNG, with its checksum (ISO 15948, annex D).
fn chunk(kind: &[u8; 4], data: &[u8]) -> Vec<u8> {
    let body = [&kind[..], data].concat();
    let crc = !body.iter().fold(u32::MAX, |crc, byte| {
        (0..8).fold(crc ^ u32::from(*byte), |crc, _| if crc & 1 == 1 { (crc >> 1) ^ 0xedb8_8320 } else { crc >> 1 })
    });
    let length = u32::try_from(data.len()).expect("short").to_be_bytes();
    [&length[..], &body, &crc.to_be_bytes()].concat()
}

#[test]
fn what_is_no_photo_says_why() {
    let photo = jpeg(&flag(640, 480));
    let still = png(&DynamicImage::ImageRgb8(flag(20, 20)));
    // After its head, which is 33 bytes long.
    let moving = [&still[..33], &chunk(b"acTL", &[0, 0, 0, 2, 0, 0, 0, 0]), &still[33..]].concat();
    let vast = png(&DynamicImage::ImageLuma8(GrayImage::new(10_000, 10_000)));
    // It says that it is of 65,535 by 65,535 pixels, and holds none.
    let head = [255_u8, 255, 255, 255];
    let lying = [
        &b"\x89PNG\r\n\x1a\n"[..],
        &chunk(b"IHDR", &[&[0, 0][..], &head[..2], &[0, 0], &head[..2], &[8, 2, 0, 0, 0]].concat()),
        &chunk(b"IDAT", &[]),
    ]
    .concat();
    for (what, bytes, why) in [
        ("nothing", Vec::new(), Unfit::NotAPhoto),
        ("a text", b"hello, this is a flower".to_vec(), Unfit::NotAPhoto),
        ("an SVG", b"<svg xmlns='http://www.w3.org/2000/svg'><script>1</script></svg>".to_vec(), Unfit::NotAPhoto),
        ("a PDF", b"%PDF-1.7\n".to_vec(), Unfit::NotAPhoto),
        ("a GIF", b"GIF89a\x01\0\x01\0\0\0\0;".to_vec(), Unfit::NotAPhoto),
        ("half a photo", photo[..photo.len() / 2].to_vec(), Unfit::NotAPhoto),
        ("half a head", photo[..40].to_vec(), Unfit::NotAPhoto),
        ("a moving PNG", moving, Unfit::Moving),
        ("100 megapixels", vast, Unfit::TooManyPixels),
        ("4 gigapixels that are not there", lying, Unfit::TooManyPixels),
        ("too many bytes", vec![0; limit::PHOTO_BYTES + 1], Unfit::TooBig),
    ] {
        assert_eq!(read(&bytes).map(|picture| picture.large.len()), Err(why), "{what}");
    }
}

#[test]
fn no_byte_that_is_changed_or_missing_does_any_harm() {
    let photo = jpeg(&flag(64, 48));
    for at in 0..photo.len() {
        let mut bad = photo.clone();
        bad[at] = !bad[at];
        let _ = read(&bad);
        let _ = read(&photo[..at]);
    }
}
