//! What is asked of a list: some words, a kind, an order. All of it stands in the page's address.

use super::search_box::sought;
use super::{Empty, Field, Form, Go, Hidden, Submit, Tone};
use crate::addresses::Address;
use crate::markup::{IntoMarkup, Markup};
use crate::request::query;
use ledger::values::sought::Keys;
use leptos::prelude::*;

/// `/workers?q=guo&only=home&sort=-owed`
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListAsked {
    page: Address,
    /// Words to look for; empty where all are wanted.
    pub sought: String,
    /// The kind that is wanted, by its name in the address.
    only: Option<String>,
    /// A column's name, with `-` before it for the other way round.
    sort: Option<String>,
    /// The column that the list is sorted by where nobody chose; empty where it is sorted by none of its columns.
    usual: &'static str,
}

/// A kind of rows that a list can be narrowed to.
pub struct Kind<T> {
    /// Its name in the address.
    pub key: &'static str,
    pub words: String,
    pub is: fn(&T) -> bool,
}

impl ListAsked {
    /// As the address of this page says, whose list stands by itself in the order of the column `usual`.
    #[must_use]
    pub fn of(page: Address, usual: &'static str) -> Self {
        Self { page, sought: sought("q"), only: query("only"), sort: query("sort"), usual }
    }

    #[cfg(test)]
    pub(super) fn sorted(page: Address, sort: Option<&str>) -> Self {
        Self { page, sought: String::new(), only: None, sort: sort.map(str::to_owned), usual: "" }
    }

    /// Whether the list stands in the order of that column: `Some(true)` where it begins with the largest.
    #[must_use]
    pub fn is_down(&self, column: &str) -> Option<bool> {
        let sort = self.sort.as_deref().unwrap_or(self.usual);
        let (key, down) = sort.strip_prefix('-').map_or((sort, false), |key| (key, true));
        (key == column).then_some(down)
    }

    /// The same in the order of that column.
    #[must_use]
    pub fn by(&self, column: &str, down: bool) -> Address {
        let sort = if down { format!("-{column}") } else { column.to_owned() };
        self.narrowed(self.only.as_deref()).with("sort", sort)
    }

    /// Whether all rows are wanted.
    #[must_use]
    pub const fn is_whole(&self) -> bool {
        self.sought.is_empty() && self.only.is_none()
    }

    /// Whether what has these keys answers to the words.
    #[must_use]
    pub fn finds(&self, keys: &Keys) -> bool {
        keys.fit(&self.sought).is_some()
    }

    /// Keeps the rows of the kind that is wanted; all of them where no kind has that name.
    pub fn retain<T>(&self, rows: &mut Vec<T>, kinds: &[Kind<T>]) {
        if let Some(kind) = kinds.iter().find(|kind| self.only.as_deref() == Some(kind.key)) {
            rows.retain(kind.is);
        }
    }

    /// The field to look for one, and links to each kind with how many of these rows, which answer to the words, are of it.
    #[must_use]
    pub fn tools<T>(&self, label: String, rows: &[T], kinds: &[Kind<T>]) -> Markup {
        let only = self.only.as_deref();
        let link = |key: Option<&str>, words: String| {
            let current = (only == key).then_some("true");
            let href = self.narrowed(key).with_some("sort", self.sort.as_deref());
            view! { <li><a href=href aria-current=current>{words}</a></li> }.into_markup()
        };
        let some = |kind: &Kind<T>| {
            let n = rows.iter().filter(|row| (kind.is)(row)).count();
            (n > 0 || only == Some(kind.key)).then(|| link(Some(kind.key), t!("list-kind", kind = &kind.words, n = n)))
        };
        let narrow: Vec<_> = kinds.iter().filter_map(some).collect();
        let kinds = (!narrow.is_empty()).then(|| {
            let all = link(None, t!("list-all"));
            view! { <nav class="kinds" aria-label=t!("list-kinds")><ul>{all}{narrow}</ul></nav> }
        });
        let Self { page, sought, only, sort, .. } = self.clone();
        view! {
            <div class="list-tools noprint">
                <Form action=page get=true inline=true>
                    <Field name="q" label=label kind="search" value=sought max=60/>
                    {only.map(|only| view! { <Hidden name="only" value=only/> })}
                    {sort.map(|sort| view! { <Hidden name="sort" value=sort/> })}
                    <Submit tone=Tone::Plain>{t!("list-find-do")}</Submit>
                </Form>
                {kinds}
            </div>
        }
        .into_markup()
    }

    /// What is said where nothing is left, with the way to all.
    #[must_use]
    pub fn nothing(&self) -> Markup {
        let title =
            if self.sought.is_empty() { t!("list-none-of-kind") } else { t!("list-none-found", sought = &self.sought) };
        let page = self.page.clone();
        view! { <Empty title><Go href=page>{t!("list-show-all")}</Go></Empty> }.into_markup()
    }

    fn narrowed(&self, only: Option<&str>) -> Address {
        let sought = Some(&self.sought).filter(|sought| !sought.is_empty());
        self.page.clone().with_some("q", sought).with_some("only", only)
    }
}
