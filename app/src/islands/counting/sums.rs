//! What the numbers on the table come to, as they are typed.

use crate::islands::form::all;
use ledger::values::pieces::Pieces;
use leptos::wasm_bindgen::JsCast;
use web_sys::{Element, HtmlDetailsElement, HtmlInputElement};

/// What is counted of fresh pieces, as the fields are called.
const PARTS: [&str; 3] = ["accepted", "rework", "scrapped"];

/// Of one issue: how much of it there is, and what a piece earns in fen; in the order in which it is drawn from.
struct Stack {
    issue: String,
    pieces: i64,
    rate: i64,
}

#[derive(Default)]
struct Sums {
    accepted: i64,
    earned: i64,
    /// Whether some row counts more than is there.
    over: bool,
    /// Whether some number cannot be read, or those of the issues are not the sum above them.
    unread: bool,
    /// Whether something is sent back or scrapped: it has a reason.
    spoiled: bool,
}

/// Shows the sums of the form that stands in the page, where one does.
pub(super) fn show(main: &Element) {
    let Ok(Some(place)) = main.query_selector(".dock .sum") else { return };
    let mut sums = Sums::default();
    for row in all::<Element>(main.query_selector_all(".count-row")) {
        add(&row, &mut sums);
    }
    let write = |name: &str, text: &str| {
        if let Ok(Some(part)) = place.query_selector(&["[data-sum=", name, "]"].concat()) {
            part.set_text_content(Some(text));
        }
    };
    write("accepted", &grouped(sums.accepted));
    write("earned", &money(sums.earned));
    for (warning, is_so) in [("[data-sum=over]", sums.over), ("[data-sum=unread]", sums.unread)] {
        if let Ok(Some(warning)) = place.query_selector(warning) {
            drop(warning.toggle_attribute_with_force("hidden", !is_so));
        }
    }
    drop(place.class_list().toggle_with_force("over", sums.over || sums.unread));
    if let Ok(Some(all)) = place.query_selector("[data-sum=all]") {
        drop(all.remove_attribute("hidden"));
    }
    let why = main.query_selector("details:has(select[name=reason])").ok().flatten();
    if let Some(why) = why.filter(|_| sums.spoiled).and_then(|why| why.dyn_into::<HtmlDetailsElement>().ok()) {
        why.set_open(true);
    }
}

/// A number of one issue was typed: the row's is the sum of them.
pub(super) fn add_up(field: &HtmlInputElement) {
    let Ok(Some(row)) = field.closest(".count-row") else { return };
    if !field.closest(".count-part").is_ok_and(|part| part.is_some()) {
        return;
    }
    for (part, sum) in PARTS.into_iter().zip(of_parts(&parts(&row))) {
        if let Some(whole) = whole(&row, part) {
            whole.set_value(&if sum > 0 { sum.to_string() } else { String::new() });
        }
    }
}

fn add(row: &Element, sums: &mut Sums) {
    let own = |part: &str| whole(row, part).map_or(0, |field| value(&field));
    let counted = PARTS.map(own);
    let [accepted, rework, scrapped] = counted;
    let (again, lost) = (own("redo_accepted"), own("redo_scrapped"));
    let (hand, redo) = (stacks(row, "data-hand"), stacks(row, "data-redo"));
    let there = |stacks: &[Stack]| stacks.iter().map(|stack| stack.pieces).sum::<i64>();
    let parts = parts(row);
    let of_parts = of_parts(&parts);
    let is_apart = of_parts != [0; 3];
    sums.accepted += accepted + again;
    sums.earned += earned(&redo, again);
    sums.earned += if is_apart {
        parts.iter().map(|part| number(part, "accepted") * rate(part, &hand)).sum()
    } else {
        earned(&hand, accepted)
    };
    sums.over |= accepted + rework + scrapped > there(&hand) || again + lost > there(&redo);
    sums.unread |= is_apart && of_parts != counted;
    let fields = all::<HtmlInputElement>(row.query_selector_all("input[type=text]"));
    sums.unread |=
        fields.iter().any(|field| !field.value().trim().is_empty() && Pieces::parse(&field.value()).is_err());
    sums.spoiled |= rework + scrapped + lost > 0;
}

/// What is typed of all the issues of a row together.
fn of_parts(parts: &[Element]) -> [i64; 3] {
    PARTS.map(|name| parts.iter().map(|part| number(part, name)).sum())
}

/// What so many pieces earn, drawn from one after another.
fn earned(stacks: &[Stack], pieces: i64) -> i64 {
    let mut left = pieces;
    stacks.iter().fold(0, |sum, stack| {
        let drawn = left.min(stack.pieces);
        left -= drawn;
        sum + drawn * stack.rate
    })
}

fn rate(part: &Element, stacks: &[Stack]) -> i64 {
    let issue = part.get_attribute("data-issue").unwrap_or_default();
    stacks.iter().find(|stack| stack.issue == issue).map_or(0, |stack| stack.rate)
}

fn stacks(row: &Element, name: &str) -> Vec<Stack> {
    let text = row.get_attribute(name).unwrap_or_default();
    let one = |text: &str| {
        let mut parts = text.split(':');
        let issue = parts.next()?.to_owned();
        Some(Stack { issue, pieces: parts.next()?.parse().ok()?, rate: parts.next()?.parse().ok()? })
    };
    text.split(' ').filter_map(one).collect()
}

fn parts(row: &Element) -> Vec<Element> {
    all(row.query_selector_all(".count-part"))
}

/// The row's own field of that part.
fn whole(row: &Element, part: &str) -> Option<HtmlInputElement> {
    let found = row.query_selector(&["input[name^='rows['][name$='[", part, "]']"].concat());
    found.ok().flatten()?.dyn_into().ok()
}

fn number(part: &Element, name: &str) -> i64 {
    let found = part.query_selector(&["input[name$='[", name, "]']"].concat());
    found.ok().flatten().and_then(|field| field.dyn_into().ok()).map_or(0, |field: HtmlInputElement| value(&field))
}

/// What a field counts; nothing where it is empty or no number.
fn value(field: &HtmlInputElement) -> i64 {
    Pieces::parse(&field.value()).map_or(0, |pieces| pieces.0)
}

/// `¥1,234.50`
fn money(fen: i64) -> String {
    let cents = fen.unsigned_abs() % 100;
    let tens = if cents < 10 { ".0" } else { "." };
    ["¥", &grouped(fen / 100), tens, &cents.to_string()].concat()
}

/// `1,040`
fn grouped(n: i64) -> String {
    let digits = n.unsigned_abs().to_string();
    let mut written = String::from(if n < 0 { "−" } else { "" });
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            written.push(',');
        }
        written.push(digit);
    }
    written
}
