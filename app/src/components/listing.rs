//! Lists: on a desk a table over the whole width, whose heads put it in order; on a phone a card for each row.

use crate::components::ListAsked;
use crate::markup::{IntoMarkup, Markup};
use leptos::prelude::*;
use std::cmp::Ordering;

/// A column of a list.
pub struct Column<T> {
    /// Its name in the address, by which the list is put in order.
    key: &'static str,
    words: String,
    number: bool,
    /// Whether only a screen reader hears its name.
    silent: bool,
    compare: Option<fn(&T, &T) -> Ordering>,
}

impl<T> Column<T> {
    /// A column of words or days.
    pub fn words(key: &'static str, words: impl Into<String>, compare: fn(&T, &T) -> Ordering) -> Self {
        Self { key, words: words.into(), number: false, silent: false, compare: Some(compare) }
    }

    /// A column of numbers, at the right; the largest first when it is tapped.
    pub fn number(key: &'static str, words: impl Into<String>, compare: fn(&T, &T) -> Ordering) -> Self {
        Self { number: true, ..Self::words(key, words, compare) }
    }

    /// A column that puts nothing in order, such as a bar; `key` is nowhere to be seen.
    pub fn plain(words: impl Into<String>) -> Self {
        Self { key: "", words: words.into(), number: false, silent: false, compare: None }
    }

    /// A column of boxes to tick: only a screen reader hears its name.
    pub fn ticks(words: impl Into<String>) -> Self {
        Self { silent: true, ..Self::plain(words) }
    }

    fn head(&self, asked: Option<&ListAsked>) -> Markup {
        let class = self.number.then_some("n");
        let (words, silent) = (self.words.clone(), self.silent.then_some("sr"));
        let Some(asked) = asked.filter(|_| self.compare.is_some()) else {
            return view! { <th scope="col" class=class><span class=silent>{words}</span></th> }.into_markup();
        };
        let down = asked.is_down(self.key);
        // Tapped again it is turned round; at first, numbers begin with the largest.
        let then_down = down.map_or(self.number, |down| !down);
        let (sort, arrow) = match down {
            Some(true) => (Some("descending"), Some("↓")),
            Some(false) => (Some("ascending"), Some("↑")),
            None => (None, None),
        };
        let arrow = arrow.map(|arrow| view! { <span aria-hidden="true">{arrow}</span> });
        let href = asked.by(self.key, then_down);
        view! { <th scope="col" class=class aria-sort=sort><a href=href>{words}{arrow}</a></th> }.into_markup()
    }
}

/// A list as a table: its heads are links that put it in order where `asked` says what is asked of it; without, its order is fixed.
pub fn listing<T>(
    caption: String,
    columns: &[Column<T>],
    asked: Option<&ListAsked>,
    mut rows: Vec<T>,
    row: impl FnMut(T) -> Markup,
    foot: Option<Markup>,
) -> Markup {
    let by =
        asked.and_then(|asked| columns.iter().find_map(|column| Some((column.compare?, asked.is_down(column.key)?))));
    if let Some((compare, down)) = by {
        rows.sort_by(|a, b| if down { compare(b, a) } else { compare(a, b) });
    }
    let heads: Vec<_> = columns.iter().map(|column| column.head(asked)).collect();
    let rows: Vec<_> = rows.into_iter().map(row).collect();
    view! {
        <div class="listing">
            <table>
                <caption class="sr">{caption}</caption>
                <thead><tr>{heads}</tr></thead>
                <tbody>{rows}</tbody>
                {foot}
            </table>
        </div>
    }
    .into_markup()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(sort: Option<&str>) -> String {
        let columns: [Column<(i64, &str)>; 2] =
            [Column::words("name", "Name", |a, b| a.1.cmp(b.1)), Column::number("n", "Pieces", |a, b| a.0.cmp(&b.0))];
        let asked = ListAsked::sorted(crate::addresses::workers(), sort);
        let row = |(n, name): (i64, &str)| view! { <tr><td>{format!("{name}{n}")}</td></tr> }.into_markup();
        let rows = vec![(2, "b"), (10, "a"), (1, "c")];
        Owner::new().with(|| listing("All".to_owned(), &columns, Some(&asked), rows, row, None).into_view().to_html())
    }

    /// In the order in which they stand.
    fn order(html: &str) -> Vec<&str> {
        html.split("<td>").skip(1).filter_map(|cell| cell.split("</td>").next()).collect()
    }

    #[test]
    fn a_list_stands_as_its_address_says() {
        assert_eq!(order(&shown(None)), ["b2", "a10", "c1"]);
        assert_eq!(order(&shown(Some("name"))), ["a10", "b2", "c1"]);
        assert_eq!(order(&shown(Some("-n"))), ["a10", "b2", "c1"]);
        assert_eq!(order(&shown(Some("n"))), ["c1", "b2", "a10"]);
        assert_eq!(order(&shown(Some("other"))), ["b2", "a10", "c1"]);
    }

    #[test]
    fn a_head_turns_it_round() {
        let plain = shown(None);
        assert!(
            plain.contains("href=\"/workers?sort=name\"") && plain.contains("href=\"/workers?sort=-n\""),
            "{plain}"
        );
        let largest = shown(Some("-n"));
        assert!(
            largest.contains("aria-sort=\"descending\"") && largest.contains("href=\"/workers?sort=n\""),
            "{largest}"
        );
    }
}
