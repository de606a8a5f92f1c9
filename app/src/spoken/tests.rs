//! What is said is what is written, in both languages, and every clip sounds.

use super::{Clip, MOST, Sentence, joined, version, words};
use crate::language::Language;
use ledger::values::day::Day;
use ledger::values::money::Fen;
use ledger::values::pieces::Pieces;
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

/// All sounds of both languages together.
const MOST_BYTES: usize = 400_000;

/// Bytes of a frame: 36 ms at 16 kbit/s and 16,000 samples a second.
const FRAME: usize = 72;
/// MPEG-2, layer III, no checksum, 16 kbit/s, 16 kHz, no padding, one channel.
const HEADER: [u8; 4] = [0xff, 0xf3, 0x28, 0xc4];

fn day(text: &str) -> Day {
    text.parse().expect("a day")
}

fn said(sentence: &Sentence, language: Language) -> String {
    words(&sentence.clips(language, Some(day("2026-11-20"))), language)
}

fn in_both(sentence: Sentence) -> [String; 2] {
    Language::ALL.map(|language| said(&sentence, language))
}

/// Amounts of all sizes: every edge, and between them one in 997.
fn amounts() -> impl Iterator<Item = i64> {
    let edges = [0, 1, 5, 10, 50, 99, 100, 101, 105, 110, 999, 1_000, 99_999, 100_000, 1_000_000, 9_999_999];
    (0..=2_200).chain((0..10_000_000).step_by(997)).chain(edges).chain([1_000_000_000, 20_000_200_002, 123_456_789_012])
}

#[test]
fn pieces_are_counted_as_a_village_does() {
    for (n, chinese, english) in [
        (0, "零件", "zero pieces"),
        (1, "一件", "one piece"),
        (2, "两件", "two pieces"),
        (10, "十件", "ten pieces"),
        (12, "十二件", "twelve pieces"),
        (20, "二十件", "twenty pieces"),
        (22, "二十二件", "twenty two pieces"),
        (105, "一百零五件", "one hundred and five pieces"),
        (110, "一百一十件", "one hundred and ten pieces"),
        (112, "一百一十二件", "one hundred and twelve pieces"),
        (200, "两百件", "two hundred pieces"),
        (202, "两百零二件", "two hundred and two pieces"),
        (1_000, "一千件", "one thousand pieces"),
        (1_010, "一千零一十件", "one thousand and ten pieces"),
        (2_020, "两千零二十件", "two thousand and twenty pieces"),
        (2_222, "两千两百二十二件", "two thousand two hundred and twenty two pieces"),
        (10_005, "一万零五件", "ten thousand and five pieces"),
        (10_015, "一万零一十五件", "ten thousand and fifteen pieces"),
        (12_000, "一万两千件", "twelve thousand pieces"),
        (20_000, "两万件", "twenty thousand pieces"),
        (100_500, "十万零五百件", "one hundred thousand five hundred pieces"),
        (1_000_000, "一百万件", "one million pieces"),
        (-2, "负两件", "minus two pieces"),
    ] {
        assert_eq!(in_both(Sentence::default().pieces(Pieces(n))), [chinese, english]);
    }
}

#[test]
fn money_leaves_nothing_to_guess() {
    for (fen, chinese, english) in [
        (0, "零块", "zero yuan"),
        (5, "五分", "five fen"),
        (20, "两毛", "twenty fen"),
        (35, "三毛五分", "thirty five fen"),
        (200, "两块", "two yuan"),
        (220, "两块两毛", "two yuan twenty"),
        (505, "五块零五分", "five yuan and five fen"),
        (10_550, "一百零五块五毛", "one hundred and five yuan fifty"),
        (123_456, "一千两百三十四块五毛六分", "one thousand two hundred and thirty four yuan fifty six"),
        (-1_200, "负十二块", "minus twelve yuan"),
    ] {
        assert_eq!(in_both(Sentence::default().money(Fen(fen))), [chinese, english]);
    }
}

#[test]
fn days_and_places_on_a_page_are_said() {
    let date = |text| in_both(Sentence::default().date(day(text)));
    assert_eq!(date("2026-11-20"), ["十一月二十号", "November twenty"]);
    assert_eq!(date("2026-02-02"), ["二月二号", "February two"]);
    assert_eq!(date("2025-12-31"), ["二零二五年十二月三十一号", "December thirty one, two thousand and twenty five"]);
    let days = |n| in_both(Sentence::of(Clip::DueIn).days(n));
    assert_eq!(days(3), ["还有三天", "due in three days"]);
    assert_eq!(days(2), ["还有两天", "due in two days"]);
    assert_eq!(in_both(Sentence::of(Clip::Late).days(1)), ["晚了一天", "late by one day"]);
    assert_eq!(in_both(Sentence::nth_work(2)), ["第二样活", "work number two"]);
}

#[test]
fn what_is_said_reads_back_as_the_number() {
    for n in amounts() {
        let [chinese, english] = in_both(Sentence::default().pieces(Pieces(n)));
        assert_eq!(read_chinese(chinese.trim_end_matches('件')), n, "{chinese}");
        assert_eq!(read_english(&english), n, "{english}");
        let [chinese, english] = in_both(Sentence::default().money(Fen(n)));
        let (yuan, rest) = chinese.split_once('块').unwrap_or(("", &chinese));
        let (tens, ones) = rest.split_once('毛').unwrap_or(("", rest));
        let read = read_chinese(yuan) * 100 + read_chinese(tens) * 10 + read_chinese(ones.trim_end_matches('分'));
        assert_eq!(read, n, "{chinese}");
        let (yuan, rest) = english.split_once("yuan").unwrap_or(("", &english));
        assert_eq!(read_english(yuan) * 100 + read_english(rest), n, "{english}");
    }
    for extreme in [i64::MIN, i64::MAX] {
        for language in Language::ALL {
            let sentence = Sentence::default().money(Fen(extreme)).pieces(Pieces(extreme)).days(extreme);
            assert!(joined(&sentence.clips(language, None), language).is_some());
        }
    }
}

fn read_chinese(words: &str) -> i64 {
    let (mut total, mut group, mut digit) = (0, 0, 0);
    for letter in words.chars() {
        let place = "零一二三四五六七八九".chars().position(|figure| figure == letter);
        match (place, letter) {
            (Some(figure), _) => digit = i64::try_from(figure).expect("a figure"),
            (None, '两') => digit = 2,
            (None, '万') => (total, group, digit) = (total + (group + digit) * 10_000, 0, 0),
            (None, '亿') => (total, group, digit) = ((total + group + digit) * 100_000_000, 0, 0),
            (None, place) => {
                let place = match place {
                    '十' => 10,
                    '百' => 100,
                    '千' => 1_000,
                    other => panic!("{other} in {words}"),
                };
                (group, digit) = (group + digit.max(1) * place, 0);
            }
        }
    }
    total + group + digit
}

fn read_english(words: &str) -> i64 {
    const SMALL: &str = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen \
         sixteen seventeen eighteen nineteen";
    const TENS: &str = "- - twenty thirty forty fifty sixty seventy eighty ninety";
    let place = |list: &str, word: &str| list.split_whitespace().position(|one| one == word).map(|at| at as i64);
    let (mut total, mut group) = (0, 0);
    for word in words.split_whitespace() {
        match (place(SMALL, word), place(TENS, word), word) {
            (Some(small), _, _) => group += small,
            (_, Some(tens), _) => group += tens * 10,
            (_, _, "hundred") => group *= 100,
            (_, _, "thousand") => (total, group) = (total + group * 1_000, 0),
            (_, _, "million") => (total, group) = (total + group * 1_000_000, 0),
            (_, _, "billion") => (total, group) = (total + group * 1_000_000_000, 0),
            _ => {}
        }
    }
    total + group
}

#[test]
fn what_is_too_long_ends_between_two_sentences_and_says_so() {
    let long: Sentence = (0..60).map(|n| Sentence::of(Clip::Accepted).pieces(Pieces(n))).collect();
    for language in Language::ALL {
        let clips = long.clips(language, None);
        assert!(clips.len() <= MOST && clips.ends_with(&[Clip::Pause, Clip::More]), "{clips:?}");
    }
}

#[test]
fn every_clip_has_its_name_and_is_heard_where_it_has_words() {
    let names: BTreeSet<_> = Clip::ALL.iter().map(|clip| clip.name()).collect();
    assert_eq!(names.len(), Clip::ALL.len(), "two clips have one name");
    assert!(names.iter().all(|name| name.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit())));
    let mut bytes = 0;
    for language in Language::ALL {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("sounds").join(language.tag());
        let files = fs::read_dir(folder).expect("the sounds of a language");
        let files: BTreeSet<_> =
            files.map(|file| file.expect("a file").file_name().to_string_lossy().into_owned()).collect();
        let said = Clip::ALL.iter().filter(|clip| clip.words(language).is_some());
        let named: BTreeSet<_> = said.clone().map(|clip| format!("{}.mp3", clip.name())).collect();
        assert_eq!(files, named, "{}: run scripts/sounds", language.tag());
        for clip in said {
            assert_eq!(Clip::named(clip.name()), Some(*clip));
            let sound = clip.sound(language).expect("a sound");
            bytes += sound.len();
            let frames = sound.chunks(FRAME);
            assert!(frames.len() > 3, "{clip:?} is too short to be heard");
            for frame in frames {
                // The fifth byte says how much of the frames before it needs: nothing, so that any may stand before it.
                assert!(frame.len() == FRAME && frame[..4] == HEADER && frame[4] == 0, "{clip:?}: {:x?}", &frame[..5]);
                assert!(!frame.windows(4).any(|word| word == b"Xing" || word == b"Info"), "{clip:?} has a tag");
            }
        }
    }
    assert!(bytes <= MOST_BYTES, "{bytes} bytes of sound");
    assert_eq!(version().len(), 8);
}
