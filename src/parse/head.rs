//! What stands above an order's lines: the firm, the number, the days; wherever the firm's clerk put them.

use super::field::Field;
use super::label::{LABELS, Label, labels_in};
use super::sheet::Rows;
use super::text::tidy;

/// What a sheet's title is called, the longest first.
const TITLES: [&str; 17] = [
    "生产订单",
    "采购订单",
    "加工订单",
    "生产通知单",
    "订货单",
    "采购单",
    "加工单",
    "订单",
    "production order",
    "purchase order",
    "processing order",
    "work order",
    "order sheet",
    "order form",
    "sales order",
    "purchase",
    "order",
];

/// A text that was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Found {
    /// The row in which it stands, from 0.
    pub row: u32,
    /// The column, from 0.
    pub column: u32,
    /// What the sheet calls it; empty where it has no label.
    pub label: String,
    pub text: String,
}

/// Looks above a row for what a label names: in the label's own cell after a colon, or in the next filled cell to its right.
pub(super) fn labelled(rows: &Rows, above: u32, field: Field) -> Option<Found> {
    for (&row, cells) in rows.range(..above) {
        for (&column, text) in cells {
            let within = labels_in(text).into_iter().find(|label| label.field == field);
            match within {
                Some(Label { name, value, .. }) if !value.is_empty() => {
                    return Some(Found { row, column, label: name, text: value });
                }
                // A sheet that is headed ORDER does not name its order beside that.
                None if !field.is_called(text) || is_title(text) => continue,
                Some(_) | None => {
                    let right = cells.range(column + 1..).next().filter(|(_, text)| !is_label(text));
                    if let Some((&column, value)) = right {
                        return Some(Found { row, column, label: tidy(text), text: value.clone() });
                    }
                }
            }
        }
    }
    None
}

fn is_title(text: &str) -> bool {
    TITLES.contains(&tidy(text).to_ascii_lowercase().as_str())
}

fn is_label(text: &str) -> bool {
    LABELS.iter().any(|label| label.is_called(text)) || !labels_in(text).is_empty()
}

/// The firm's name: under its label, else beside the word for an order in the title, else the first text that ends as
/// firms' names do.
pub(super) fn firm(rows: &Rows, above: u32) -> Option<Found> {
    let first = |name: fn(&str) -> Option<String>| {
        let mut cells = rows.range(..above).flat_map(|(row, cells)| cells.iter().map(move |cell| (*row, cell)));
        cells.find_map(|(row, (&column, text))| Some(Found { row, column, label: String::new(), text: name(text)? }))
    };
    labelled(rows, above, Field::Firm).or_else(|| first(beside_title)).or_else(|| first(like_a_firm))
}

fn like_a_firm(text: &str) -> Option<String> {
    let ends = ["公司", "厂", "集团", "商行", " ltd", " ltd.", " inc", " inc.", " llc", " gmbh"];
    let text = tidy(text);
    let lower = text.to_lowercase();
    ends.iter().any(|end| lower.ends_with(end)).then_some(text)
}

/// The rest of a title: `环仁外贸有限公司` of `环仁外贸有限公司  生产订单`.
fn beside_title(text: &str) -> Option<String> {
    let text: String = match labels_in(text).first() {
        Some(label) => text.chars().take(label.start).collect(),
        None if is_label(text) && !is_title(text) => return None,
        None => text.to_owned(),
    };
    let lower = text.to_ascii_lowercase();
    let (start, title) = TITLES.iter().find_map(|title| Some((word_at(&lower, title)?, title)))?;
    let bare = |part: &str| tidy(part.trim_matches(|c: char| c.is_whitespace() || "-–—:：|｜·,，_/".contains(c)));
    let (before, after) = (bare(text.get(..start)?), bare(text.get(start + title.len()..)?));
    let rest = if before.is_empty() { after } else { before };
    (!rest.is_empty()).then_some(rest)
}

/// Where a word stands in a text; an English one not within a longer one.
fn word_at(text: &str, word: &str) -> Option<usize> {
    text.match_indices(word).map(|(start, _)| start).find(|&start| {
        let letter = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphanumeric());
        !word.is_ascii()
            || !letter(text.get(..start).and_then(|before| before.chars().next_back()))
                && !letter(text.get(start + word.len()..).and_then(|after| after.chars().next()))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sheet(cells: &[(u32, u32, &str)]) -> Rows {
        let mut rows = Rows::new();
        for (row, column, text) in cells {
            rows.entry(*row).or_default().insert(*column, (*text).to_owned());
        }
        rows
    }

    fn text(found: Option<Found>) -> Option<String> {
        found.map(|found| found.text)
    }

    #[test]
    fn a_value_stands_behind_its_label_or_beside_it() {
        let rows = sheet(&[
            (0, 0, "环仁外贸有限公司  生产订单"),
            (1, 0, "订单号：HR-1  下单日期:2026/9/1"),
            (1, 3, "交期"),
            (1, 5, "2026-09-25"),
        ]);
        assert_eq!(text(labelled(&rows, 3, Field::Order)).as_deref(), Some("HR-1"));
        assert_eq!(text(labelled(&rows, 3, Field::Placed)).as_deref(), Some("2026/9/1"));
        let due = labelled(&rows, 3, Field::Due);
        assert_eq!(due.as_ref().map(|due| (due.row, due.column, due.label.as_str())), Some((1, 5, "交期")));
        assert_eq!(text(due).as_deref(), Some("2026-09-25"));
        assert_eq!(labelled(&rows, 1, Field::Due), None);
    }

    #[test]
    fn a_label_is_no_value() {
        let rows =
            sheet(&[(0, 0, "订单号"), (0, 1, "下单日期"), (0, 2, "2026-09-01"), (1, 0, "Order No.:"), (1, 1, "X-7")]);
        assert_eq!(text(labelled(&rows, 3, Field::Order)).as_deref(), Some("X-7"));
        assert_eq!(text(labelled(&rows, 3, Field::Placed)).as_deref(), Some("2026-09-01"));
    }

    #[test]
    fn the_longest_label_counts() {
        let rows = sheet(&[(0, 0, "Order date: 2026-09-01; Due date: 2026-09-25; Order: A1")]);
        assert_eq!(text(labelled(&rows, 1, Field::Order)).as_deref(), Some("A1"));
        assert_eq!(text(labelled(&rows, 1, Field::Placed)).as_deref(), Some("2026-09-01"));
        assert_eq!(text(labelled(&rows, 1, Field::Due)).as_deref(), Some("2026-09-25"));
    }

    #[test]
    fn the_firm_is_found_in_titles_of_many_shapes() {
        let firms: [(&[&str], &str); 8] = [
            (&["环仁外贸有限公司  生产订单"], "环仁外贸有限公司"),
            (&["环仁外贸有限公司生产订单 订单号：HR-1"], "环仁外贸有限公司"),
            (&["生产订单", "环仁外贸有限公司"], "环仁外贸有限公司"),
            (&["客户：环仁外贸", "生产订单"], "环仁外贸"),
            (&["Huanren Trading Co., Ltd. - Purchase Order"], "Huanren Trading Co., Ltd."),
            (&["PURCHASE ORDER – Border Trading"], "Border Trading"),
            (&["Border Trading Ltd", "ORDER", "Order No: 7"], "Border Trading Ltd"),
            (&["订单", "Buyer: Lemon & Sons"], "Lemon & Sons"),
        ];
        for (cells, name) in firms {
            let cells: Vec<_> = (0..).zip(cells).map(|(row, text)| (row, 0, *text)).collect();
            assert_eq!(text(firm(&sheet(&cells), 9)).as_deref(), Some(name));
        }
        assert_eq!(firm(&sheet(&[(0, 0, "订单"), (1, 0, "订单号：HR-1")]), 9), None);
    }

    #[test]
    fn a_cell_full_of_colons_takes_no_long_time() {
        let rows = sheet(&[(0, 0, &":".repeat(super::super::limit::CELL_CHARS))]);
        assert_eq!(firm(&rows, 1), None);
    }
}
