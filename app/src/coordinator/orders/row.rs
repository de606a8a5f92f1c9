//! An order in a list of things to do.

use super::progress::{self, DueTag};
use crate::addresses;
use crate::components::{Progress, Row, Tag, Tone, expected};
use crate::markup::{IntoMarkup, Markup};
use crate::words;
use ledger::forecast::Outlook;
use ledger::store::reads::order::OrderRow;
use ledger::values::day::Day;
use ledger::values::pieces::Pieces;
use leptos::prelude::*;

/// An order to open: whose, of what, how far, how long; with what is to be settled with its firm, for who may.
pub(in crate::coordinator) fn order_row(row: OrderRow, outlook: &Outlook, today: Day, settles: bool) -> Markup {
    let left = row.left();
    let when = outlook.get(&row.id).and_then(|forecast| forecast.when.ok()).filter(|_| left.any());
    let note = t!("order-row", styles = styles(&row.styles), due = row.due);
    let (back, lost) = (row.at.back(), row.at.lost(row.ordered));
    let value = lacking(&row);
    let reasons = [
        (settles && back.any()).then(|| t!("order-back-open", n = back)),
        (lost.any() && row.ordered.any()).then(|| t!("order-lost-open", n = lost)),
    ];
    let reasons: Vec<_> = reasons.into_iter().flatten().map(|why| view! { <small>{why}</small> }).collect();
    let state = state(&row, today);
    view! {
        <Row
            href=addresses::order(row.id)
            nostrip:photo=row.photo
            title=t!("order-named", code = &row.code, firm = &row.firm)
            note
            value
            tone=if left.any() { Tone::Plain } else { Tone::Good }
        >
            {state}
            {when.map(|when| view! { <small>{t!("expect-ready", when = expected(when))}</small> })}
            {reasons}
            <Progress compact=true parts=progress::parts(&row.at)/>
        </Row>
    }
    .into_markup()
}

/// How urgent it is; one that was struck out or cancelled wants nothing.
pub(super) fn state(row: &OrderRow, today: Day) -> Markup {
    if row.ordered.any() {
        return view! { <DueTag due=row.due today left=row.left()/> }.into_markup();
    }
    let gone = words::gone(row.id, &row.code);
    view! { <Tag tone=Tone::Quiet>{gone}</Tag> }.into_markup()
}

/// How many are to be made, or wait to be settled with the firm.
pub(super) fn lacking(row: &OrderRow) -> String {
    match row.to_make() {
        Pieces::ZERO if row.at.back().any() => t!("order-back", n = row.at.back()),
        Pieces::ZERO if !row.ordered.any() => String::new(),
        Pieces::ZERO => t!("order-all-finished"),
        to_make => t!("order-left", n = to_make),
    }
}

/// `牡丹大花、玫瑰单枝`, and how many more where there are many.
pub(super) fn styles(names: &[String]) -> String {
    const SHOWN: usize = 3;
    let shown = names.iter().take(SHOWN).cloned().collect::<Vec<_>>().join(&t!("comma"));
    match names.len().saturating_sub(SHOWN) {
        0 => shown,
        more => t!("order-styles-more", names = shown, n = more),
    }
}
