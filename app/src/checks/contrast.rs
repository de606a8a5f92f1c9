//! The colours of `style/tokens.css` can be read by everyone: WCAG 2.2 AA, by day and by night.

use std::collections::BTreeMap;

const TOKENS: &str = include_str!("../../../style/tokens.css");

/// Text on its ground needs 4.5.
const TEXT: [(&str, &[&str]); 9] = [
    ("ink", &["paper", "sheet", "field", "red-tint", "jade-tint", "amber-tint", "bad-tint"]),
    ("faded", &["paper", "sheet", "field"]),
    ("red", &["paper", "sheet", "red-tint"]),
    ("on-red", &["red-fill"]),
    ("jade", &["paper", "sheet", "jade-tint"]),
    ("amber", &["paper", "sheet", "amber-tint"]),
    ("bad", &["paper", "sheet", "bad-tint"]),
    ("indigo", &["paper", "sheet"]),
    ("paper", &["ink"]),
];

/// The edge of a control needs 3.
const EDGES: [(&str, &[&str]); 2] = [("line", &["paper", "sheet", "field"]), ("red-fill", &["paper", "sheet"])];

#[test]
fn every_text_can_be_read_on_its_ground() {
    let (day, night) = TOKENS.split_once("prefers-color-scheme: dark").expect("colours for the night");
    let day = colours(day);
    let mut all_night = day.clone();
    all_night.extend(colours(night));
    let mut faults = Vec::new();
    for (mode, colours) in [("day", &day), ("night", &all_night)] {
        for (pairs, least) in [(TEXT.as_slice(), 4.5), (EDGES.as_slice(), 3.0)] {
            for (front, ground) in
                pairs.iter().flat_map(|(front, grounds)| grounds.iter().map(move |ground| (front, ground)))
            {
                let ratio = contrast(colours[*front], colours[*ground]);
                if ratio < least {
                    faults.push(format!("{front} on {ground} by {mode}: {ratio:.2}, needs {least}"));
                }
            }
        }
    }
    assert!(faults.is_empty(), "{faults:#?}");
}

type Colour = [u8; 3];

/// Every `--name: #rrggbb;` of a part of the style sheet.
fn colours(css: &str) -> BTreeMap<&str, Colour> {
    let declared = css.split(';').filter_map(|declaration| {
        let (name, value) = declaration.rsplit_once("--")?.1.split_once(": #")?;
        let channel = |at| value.get(at..at + 2).and_then(|digits| u8::from_str_radix(digits, 16).ok());
        Some((name, [channel(0)?, channel(2)?, channel(4)?]))
    });
    declared.collect()
}

/// WCAG's contrast ratio, from 1 to 21.
fn contrast(one: Colour, other: Colour) -> f64 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

fn luminance(colour: Colour) -> f64 {
    let [red, green, blue] = colour.map(|channel| {
        let share = f64::from(channel) / 255.0;
        if share <= 0.04045 { share / 12.92 } else { ((share + 0.055) / 1.055).powf(2.4) }
    });
    0.2126 * red + 0.7152 * green + 0.0722 * blue
}
