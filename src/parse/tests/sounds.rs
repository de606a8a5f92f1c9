//! Sounds as people record them, and what is kept of them.

use crate::parse::limit;
use crate::parse::sound::{Unfit, Use, read};
use std::f64::consts::TAU;

/// A WAV (Microsoft's RIFF, PCM of 16 bits) of what is heard of each moment in seconds.
fn wav(rate: u32, channels: u16, seconds: f64, heard: impl Fn(f64) -> f64) -> Vec<u8> {
    let frames = (seconds * f64::from(rate)) as u32;
    let samples = (0..frames).flat_map(|n| {
        let sample = (heard(f64::from(n) / f64::from(rate)) * 32_767.0) as i16;
        std::iter::repeat_n(sample.to_le_bytes(), usize::from(channels)).flatten()
    });
    wav_of(rate, channels, &samples.collect::<Vec<_>>())
}

fn wav_of(rate: u32, channels: u16, samples: &[u8]) -> Vec<u8> {
    let length = u32::try_from(samples.len()).expect("short");
    let block = channels * 2;
    let mut bytes = b"RIFF".to_vec();
    bytes.extend((36 + length).to_le_bytes());
    bytes.extend(b"WAVEfmt \x10\0\0\0\x01\0");
    bytes.extend(channels.to_le_bytes());
    bytes.extend(rate.to_le_bytes());
    bytes.extend((rate * u32::from(block)).to_le_bytes());
    bytes.extend(block.to_le_bytes());
    bytes.extend(b"\x10\0data");
    bytes.extend(length.to_le_bytes());
    bytes.extend(samples);
    bytes
}

fn tone(pitch: f64, loud: f64) -> impl Fn(f64) -> f64 {
    move |time| (time * pitch * TAU).sin() * loud
}

/// MPEG-2, layer III, 16,000 samples a second, one channel, no checksum: the first of each frame's bytes, and how many it has.
fn frames(mp3: &[u8], length: usize) -> usize {
    assert!(mp3.len().is_multiple_of(length), "{} bytes are no whole frames", mp3.len());
    for frame in mp3.chunks(length) {
        assert_eq!(frame[..2], [0xff, 0xf3], "a frame of another kind");
        assert_eq!(frame[3] & 0xc0, 0xc0, "more than one channel");
        assert_eq!(frame[4], 0, "a frame that needs the one before it");
    }
    mp3.len() / length
}

/// How loud a tone is in what is heard of an MP3, against all that is heard.
fn share_of(pitch: f64, mp3: &[u8]) -> f64 {
    let mut decoder = rusty_mp3::Mp3Decoder::new();
    decoder.push(mp3);
    decoder.flush();
    let heard: Vec<f32> = std::iter::from_fn(|| decoder.next_frame().ok()).flat_map(|frame| frame.samples).collect();
    let (mut sine, mut cosine, mut all) = (0.0_f64, 0.0_f64, 0.0_f64);
    for (n, sample) in (0_u32..).zip(&heard) {
        let sample = f64::from(*sample);
        let angle = f64::from(n) / 16_000.0 * pitch * TAU;
        sine += sample * angle.sin();
        cosine += sample * angle.cos();
        all += sample * sample;
    }
    (sine * sine + cosine * cosine) / (all * f64::from(u32::try_from(heard.len()).expect("short")) / 2.0)
}

#[test]
fn what_is_sung_at_any_rate_is_heard_at_its_pitch() {
    for (rate, channels) in [(8_000, 1), (16_000, 1), (44_100, 2), (48_000, 1), (96_000, 2)] {
        let recording = read(&wav(rate, channels, 1.0, tone(440.0, 0.5)), Use::Word).expect("a sound");
        assert!(share_of(440.0, &recording.sound) > 0.9, "{rate} {}", share_of(440.0, &recording.sound));
        // 24 thousand bits a second; a few frames more than a second, for the encoder starts late.
        assert!((28..=33).contains(&frames(&recording.sound, 108)), "{rate}");
    }
    // What is too high for our rate is not heard as another tone.
    let both = |time: f64| tone(440.0, 0.3)(time) + tone(11_000.0, 0.3)(time);
    assert!(share_of(440.0, &read(&wav(48_000, 1, 1.0, both), Use::Word).expect("a sound").sound) > 0.9);
}

#[test]
fn a_clip_is_as_loud_as_the_shipped_ones_without_the_silence_around_it() {
    let said = |time: f64| if (1.0..1.5).contains(&time) { tone(300.0, 0.1)(time) } else { 0.0 };
    let clip = read(&wav(48_000, 1, 3.0, said), Use::Clip).expect("a clip").sound;
    // Half a second is 14 frames of 16 thousand bits a second.
    assert!((14..=19).contains(&frames(&clip, 72)), "{}", frames(&clip, 72));
    // The encoder begins and ends with a little silence.
    assert!(share_of(300.0, &clip) > 0.7);
    let word = read(&wav(48_000, 1, 3.0, said), Use::Word).expect("a word").sound;
    assert!(frames(&word, 108) >= 84, "a word is kept whole");
}

#[test]
fn a_clip_stands_among_the_shipped_ones() {
    let own = read(&wav(16_000, 1, 0.5, tone(300.0, 0.5)), Use::Clip).expect("a clip").sound;
    let shipped: &[u8] = include_bytes!("../../../app/sounds/zh-CN/n7.mp3");
    let joined = [shipped, &own, shipped].concat();
    let frames = frames(&joined, 72);
    let read = read(&joined, Use::Word).expect("one sound").sound;
    assert!((frames..frames + 4).contains(&self::frames(&read, 108)), "{frames}");
}

#[test]
fn what_telephones_keep_is_read() {
    let kept: [&[u8]; 3] =
        [include_bytes!("sounds/sound.m4a"), include_bytes!("sounds/sound.mp3"), include_bytes!("sounds/sound.ogg")];
    for bytes in kept {
        let word = read(bytes, Use::Word).expect("a sound").sound;
        assert!(share_of(440.0, &word) > 0.8, "{}", share_of(440.0, &word));
    }
}

#[test]
fn the_same_sound_is_the_same_recording() {
    let sent = wav(44_100, 1, 0.5, tone(440.0, 0.5));
    let [one, two] = [(); 2].map(|()| read(&sent, Use::Word).expect("a sound").hash());
    assert_eq!(one, two);
    assert_ne!(one, read(&sent, Use::Clip).expect("a sound").hash());
}

#[test]
fn a_sound_that_lasts_too_long_is_refused_before_it_is_decoded_whole() {
    let at_most = |purpose: Use, seconds: f64| read(&wav(8_000, 1, seconds, tone(440.0, 0.5)), purpose).map(|_| ());
    for purpose in [Use::Clip, Use::Word] {
        let most = f64::from(purpose.seconds());
        assert_eq!(at_most(purpose, most), Ok(()));
        assert_eq!(at_most(purpose, most + 0.1), Err(Unfit::TooLong));
    }
    // Ten minutes in few bytes: silence takes hardly any.
    let long = include_bytes!("sounds/ten-minutes.ogg");
    assert!(long.len() < 60_000);
    assert_eq!(read(long, Use::Word), Err(Unfit::TooLong));
}

#[test]
fn what_is_no_sound_is_refused_and_says_why() {
    let sound = wav(16_000, 1, 1.0, tone(440.0, 0.5));
    let silent = wav(16_000, 1, 1.0, |_| 0.0);
    let hum = wav(16_000, 1, 1.0, tone(50.0, 0.002));
    let too_big = [sound.clone(), vec![0; limit::SOUND_BYTES]].concat();
    let odd = |at: usize, bytes: &[u8]| {
        let mut odd = sound.clone();
        odd[at..at + bytes.len()].copy_from_slice(bytes);
        odd
    };
    for (sent, why) in [
        (Vec::new(), Unfit::NotASound),
        (b"no sound at all".to_vec(), Unfit::NotASound),
        (vec![0; 50_000], Unfit::NotASound),
        (include_bytes!("../../../app/sounds/en/n7.mp3")[..5].to_vec(), Unfit::NotASound),
        (include_bytes!("sounds/sound.m4a")[..2_000].to_vec(), Unfit::NotASound),
        (include_bytes!("sounds/opus.webm").to_vec(), Unfit::NotASound),
        // Cut off; without samples; too many a second; of too many channels; of none.
        (sound[..sound.len() / 2].to_vec(), Unfit::NotASound),
        (wav_of(16_000, 1, &[]), Unfit::Silent),
        (odd(24, &1_000_000_u32.to_le_bytes()), Unfit::NotASound),
        (odd(22, &200_u16.to_le_bytes()), Unfit::NotASound),
        (odd(22, &0_u16.to_le_bytes()), Unfit::NotASound),
        (silent, Unfit::Silent),
        (hum, Unfit::Silent),
        (too_big, Unfit::TooBig),
    ] {
        assert_eq!(read(&sent, Use::Clip), Err(why), "{} bytes: {:?}", sent.len(), &sent.get(..12));
    }
}

#[test]
fn damaged_sounds_are_read_or_refused_and_nothing_else() {
    use rand::{Rng as _, RngExt as _, SeedableRng};
    let mut rng = rand::rngs::StdRng::seed_from_u64(7);
    let sounds: [&[u8]; 3] =
        [include_bytes!("sounds/sound.m4a"), include_bytes!("sounds/sound.mp3"), include_bytes!("sounds/sound.ogg")];
    for sound in sounds {
        for _ in 0..60 {
            let mut damaged = sound.to_vec();
            for _ in 0..rng.random_range(1..20) {
                let at = rng.random_range(0..damaged.len());
                damaged[at] = rng.next_u32() as u8;
            }
            if let Ok(recording) = read(&damaged, Use::Word) {
                assert!(recording.sound.len() <= limit::RECORDING_BYTES);
            }
        }
    }
}
