use crate::parse::fault::Reason;
use crate::parse::text::show;
use crate::parse::value::*;
use crate::parse::workbook::serial_day;
use crate::values::day::DaysOff;
use crate::values::minutes::{Centiminutes, Minutes};
use crate::values::money::Fen;
use crate::values::pieces::Pieces;
use proptest::prelude::*;

fn why<T: std::fmt::Debug>(read: Result<T, Reason>) -> &'static str {
    read.expect_err("a reason").code()
}

#[test]
fn counts_are_read_as_people_write_them() {
    for (text, count) in [("410", 410), (" 1,320 ", 1320), ("２３０", 230), ("１，３２０", 1320), ("20.0", 20)]
    {
        assert_eq!(pieces(text), Ok(Pieces(count)), "{text}");
    }
    for (text, code) in [
        ("", "not-a-number"),
        ("三十", "not-a-number"),
        ("1e3", "not-a-number"),
        ("12,34", "not-a-number"),
        ("0", "not-positive"),
        ("-5", "not-positive"),
        ("－５", "not-positive"),
        ("2.5", "not-whole"),
        ("1000001", "too-large"),
        ("99999999999999999999", "too-large"),
    ] {
        assert_eq!(why(pieces(text)), code, "{text}");
    }
}

#[test]
fn yuan_are_read_to_the_fen() {
    for (text, fen) in [("3.6", 360), ("￥1,062.40", 106_240), ("２．３５", 235), ("50.00", 5000), ("0.01", 1)] {
        assert_eq!(yuan(text), Ok(Fen(fen)), "{text}");
    }
    for (text, code) in [
        ("3.605", "too-fine"),
        ("0.00", "not-positive"),
        ("-3", "not-positive"),
        ("¥-3", "not-positive"),
        ("3.6.1", "not-a-number"),
        ("10000000.01", "too-large"),
        ("五十", "not-a-number"),
    ] {
        assert_eq!(why(yuan(text)), code, "{text}");
    }
}

#[test]
fn minutes_are_read_to_the_hundredth() {
    for (text, hundredths) in [("7.5", 750), ("11", 1100), ("0.25", 25), ("7.500", 750), ("１１", 1100)] {
        assert_eq!(centiminutes(text), Ok(Centiminutes(hundredths)), "{text}");
    }
    assert_eq!(why(centiminutes("7.125")), "too-fine");
    assert_eq!(why(centiminutes("0")), "not-positive");
    assert_eq!(why(centiminutes("1440.01")), "too-large");
    assert_eq!((minutes_a_day("0"), minutes_a_day("1,440")), (Ok(Minutes(0)), Ok(Minutes(1440))));
    assert_eq!(why(minutes_a_day("1441")), "too-large");
    assert_eq!(why(minutes_a_day("90.5")), "not-whole");
}

#[test]
fn days_are_read_in_every_usual_form() {
    let forms = ["2026-09-01", "2026/9/1", "2026年9月1日", "２０２６年９月１日", "2026.9.1", "46266"];
    let with_time = ["2026-09-01 00:00:00", "2026/9/1 8:30", "2026-09-01T00:00:00", "\u{200E}2026/9/1"];
    for text in forms.into_iter().chain(with_time) {
        assert_eq!(day(text).map(|day| day.to_string()), Ok("2026-09-01".to_owned()), "{text}");
    }
    for text in ["2026-02-30", "9月1日", "soon", "4626", "99999999", "2026-09-01 x", "26/9/1"] {
        assert_eq!(why(day(text)), "not-a-day", "{text}");
    }
}

#[test]
fn weekdays_are_read_in_both_languages() {
    for text in ["一五", "周一、周五", "星期一 星期五", "1,5", "15", "Mon, Fri", "monday friday", "Fri.;Mon."]
    {
        assert_eq!(days_off(text), Ok(DaysOff::of([1, 5])), "{text}");
    }
    assert_eq!(days_off("周日"), days_off("天"));
    for none in ["", "无", "none", "-"] {
        assert_eq!(days_off(none), Ok(DaysOff::default()), "{none}");
    }
    for text in ["八", "0", "Mo", "sometimes"] {
        assert_eq!(why(days_off(text)), "not-weekdays", "{text}");
    }
}

#[test]
fn skills_are_pairs() {
    let pair = |style: &str, step: &str| (code(style).expect("a code"), code(step).expect("a code"));
    assert_eq!(skills("KNX-2/S1；MD/07／S2; KNX-2/S1 ;"), Ok(vec![pair("KNX-2", "S1"), pair("MD/07", "S2")]));
    assert_eq!(skills(" "), Ok(vec![]));
    for text in ["KNX-2", "/S1", "KNX-2/", "MG-01/S1 KNX-2"] {
        assert_eq!(why(skills(text)), "not-a-skill", "{text}");
    }
}

#[test]
fn texts_are_plain_and_short() {
    assert_eq!(code(" ＫＮＸ－２ ").map(|code| code.to_string()), Ok("KNX-2".to_owned()));
    assert_eq!(why(code("A\u{202E}B")), "bad-text");
    assert_eq!(why(name(&"长".repeat(61))), "too-long");
    assert_eq!(note("微信\n转账").map(|note| note.to_string()), Ok("微信 转账".to_owned()));
    assert_eq!(
        name("<script>alert(1)</script>").map(|name| name.to_string()).as_deref(),
        Ok("<script>alert(1)</script>")
    );
}

fn wide(text: &str) -> String {
    text.chars().map(|c| if c.is_ascii_digit() { char::from_u32(c as u32 + 0xFEE0).unwrap_or(c) } else { c }).collect()
}

fn grouped(number: i64) -> String {
    let digits = number.to_string();
    let groups: Vec<_> = digits.as_bytes().rchunks(3).rev().map(|group| String::from_utf8_lossy(group)).collect();
    groups.join(",")
}

proptest! {
    #[test]
    fn every_count_reads_back(count in 1..=Pieces::MOST.0) {
        for text in [count.to_string(), grouped(count), wide(&count.to_string()), format!(" {count}.0 ")] {
            prop_assert_eq!(pieces(&text), Ok(Pieces(count)));
        }
    }

    #[test]
    fn every_amount_reads_back(fen in 1..=Fen::MOST.0) {
        let text = Fen(fen).to_string();
        for text in [text.clone(), wide(&text), format!("¥{}.{:02}", grouped(fen / 100), fen % 100)] {
            prop_assert_eq!(yuan(&text), Ok(Fen(fen)));
        }
    }

    #[test]
    fn every_day_reads_back(serial in 36_526_u32..73_051) {
        let text = serial_day(f64::from(serial)).expect("a day").to_string();
        prop_assert_eq!(day(&text), day(&serial.to_string()));
        prop_assert_eq!(day(&text.replace('-', "/")).map(|day| day.to_string()), Ok(text));
    }

    #[test]
    fn no_text_makes_a_parser_panic(text in "\\PC*") {
        let _ = (pieces(&text), yuan(&text), centiminutes(&text), day(&text), days_off(&text), skills(&text));
        let _ = (code(&text), name(&text), note(&text), total(&text), show(&text));
    }
}
