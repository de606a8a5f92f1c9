//! Labels that stand in a cell together with what they name.

use super::field::Field;
use super::text::{narrow_char, tidy};

/// What a sheet labels above its lines.
pub(super) const LABELS: [Field; 4] = [Field::Firm, Field::Order, Field::Placed, Field::Due];

/// A label within a cell, and what stands between its colon and the next label.
pub(super) struct Label {
    pub field: Field,
    /// Which character of the cell it begins with.
    pub start: usize,
    /// As the cell has it.
    pub name: String,
    pub value: String,
}

/// The labels within one cell, such as `订单号：HR-1  交期：9月25日`.
pub(super) fn labels_in(text: &str) -> Vec<Label> {
    let signs: Vec<char> = text.chars().collect();
    // Sign by sign, so that every one keeps its place.
    let plain: Vec<char> = signs.iter().copied().map(narrow_sign).collect();
    let colons = plain.iter().enumerate().filter(|(_, sign)| **sign == ':').map(|(at, _)| at);
    let found: Vec<_> = colons.filter_map(|at| Some((label_ending(plain.get(..at)?)?, at))).collect();
    let ends = found.iter().skip(1).map(|((_, start), _)| *start).chain([signs.len()]);
    let text = |from: usize, to: usize| {
        let text: String = signs.get(from..to).unwrap_or_default().iter().collect();
        tidy(text.trim_matches(|c: char| c.is_whitespace() || ",，;；|/".contains(c)))
    };
    let label =
        |(&((field, start), colon), end)| Label { field, start, name: text(start, colon), value: text(colon + 1, end) };
    found.iter().zip(ends).map(label).collect()
}

fn narrow_sign(sign: char) -> char {
    if sign.is_whitespace() { ' ' } else { narrow_char(sign).to_ascii_lowercase() }
}

/// The longest label with which these signs end, and where it begins.
fn label_ending(signs: &[char]) -> Option<(Field, usize)> {
    let end = signs.iter().rposition(|sign| *sign != ' ').map_or(0, |last| last + 1);
    let words = LABELS.iter().flat_map(|field| {
        let (chinese, english) = field.words();
        chinese.iter().chain(english).map(move |word| (*field, *word))
    });
    let starts = words.filter_map(|(field, word)| {
        let start = end.checked_sub(word.chars().count())?;
        let here = signs.get(start..end)?.iter().copied().eq(word.chars());
        let inside = word.is_ascii() && start > 0 && signs.get(start - 1).is_some_and(char::is_ascii_alphanumeric);
        (here && !inside).then_some((field, start))
    });
    starts.min_by_key(|(_, start)| *start)
}
