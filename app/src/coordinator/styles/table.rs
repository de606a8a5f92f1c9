//! Styles as a table on a desk, as cards on a phone.

use crate::addresses;
use crate::components::{Column, ListAsked, Tag, Tone, listing, photo_in_row};
use crate::markup::{IntoMarkup, Markup};
use crate::words;
use ledger::model::{Pictured, Style};
use ledger::store::reads::style::Styles;
use ledger::values::day::Day;
use ledger::values::ids::StepNo;
use ledger::values::money::Fen;
use ledger::values::sought::Keys;
use leptos::prelude::*;

/// Styles, each with the way to it.
#[component]
pub(in crate::coordinator) fn StylesTable(
    styles: Styles,
    today: Day,
    /// By what they are put in order, where the reader may choose.
    #[prop(default = None)]
    asked: Option<ListAsked>,
) -> impl IntoView {
    let columns = [
        Column::words("name", t!("list-style"), |a: &Listed, b: &Listed| a.keys.sound().cmp(b.keys.sound())),
        Column::words("code", t!("list-code"), |a, b| a.style.code.cmp(&b.style.code)),
        Column::plain(t!("list-steps")),
        Column::number("rate", t!("list-rates"), |a, b| a.rate.cmp(&b.rate)),
    ];
    let listed = |style: &Style| Listed {
        keys: Styles::keys(style),
        rate: (1..).zip(&style.steps).map(|(no, _)| rate(&styles, style, no, today)).sum(),
        style: style.clone(),
    };
    let rows: Vec<_> = styles.styles.iter().map(listed).collect();
    let row = |Listed { style, rate, .. }| row(&styles, &style, rate, today);
    listing(t!("nav-styles"), &columns, asked.as_ref(), rows, row, None)
}

/// A style, with what a list of them is put in order by.
struct Listed {
    style: Style,
    keys: Keys,
    /// Of all steps together, where each has one.
    rate: Option<Fen>,
}

fn rate(styles: &Styles, style: &Style, step: i64, today: Day) -> Option<Fen> {
    styles.rate_on(style.id, StepNo(step), today).map(|rate| rate.rate)
}

fn row(styles: &Styles, style: &Style, all: Option<Fen>, today: Day) -> Markup {
    let steps = (1..).zip(&style.steps).map(|(no, step)| match rate(styles, style, no, today) {
        Some(rate) => format!("{} {}", step.name, words::money(rate)),
        None => step.name.to_string(),
    });
    let steps = steps.collect::<Vec<_>>().join(" → ");
    let lacking = all.is_none().then(|| view! { " " <Tag tone=Tone::Warn>{t!("style-no-rate")}</Tag> });
    let in_work = styles.in_work(style.id).then(|| view! { " " <Tag tone=Tone::Good>{t!("style-in-work")}</Tag> });
    let (href, name, code) = (addresses::style(style.id), style.name.to_string(), style.code.to_string());
    view! {
        <tr>
            <th scope="row">
                {styles.photo(Pictured::Style(style.id)).map(photo_in_row)}
                <a href=href>{name}</a>{lacking}{in_work}
            </th>
            <td>{code}</td>
            <td>{steps}</td>
            <td class="n value">{all.map(words::money)}</td>
        </tr>
    }
    .into_markup()
}
