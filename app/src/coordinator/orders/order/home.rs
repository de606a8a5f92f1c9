//! Who has what of an order at home.

use crate::addresses;
use crate::components::{Cell, Fold, Head, Table, Tag, Tone};
use crate::markup::{IntoMarkup, Markup};
use crate::words;
use ledger::store::reads::order::{HomeIssue, OrderPage as Order};
use ledger::values::ids::OrderId;
use ledger::values::pieces::Pieces;
use leptos::prelude::*;
use std::collections::BTreeSet;

/// A row for each issue of which a worker still holds pieces.
#[component]
pub(super) fn WhoHasWhat(
    order: Order,
    /// Whether rates are for this one to see, and pieces hers to take back.
    sees_money: bool,
) -> impl IntoView {
    if order.at_home.is_empty() {
        return ().into_markup();
    }
    let hand: Pieces = order.at_home.iter().map(|home| home.hand).sum();
    let redo: Pieces = order.at_home.iter().map(|home| home.redo).sum();
    let workers: BTreeSet<_> = order.at_home.iter().map(|home| home.who.id).collect();
    let title = t!("home-title-of", n = hand + redo, workers = workers.len());
    let rows: Vec<_> = order.at_home.iter().map(|home| row(&order, home, sees_money)).collect();
    let mut heads = vec![
        Head::words(t!("thing-worker")),
        Head::number(t!("place-hand")),
        Head::number(t!("place-redo")),
        Head::words(t!("thing-step")),
        Head::words(t!("home-since")),
        Head::number(t!("home-issued")),
    ];
    if sees_money {
        heads.extend([Head::number(t!("home-rate")), Head::act(t!("back-do"))]);
    }
    let rest = if sees_money { "5" } else { "3" };
    view! {
        <Fold title id="home">
            <Table
                caption=t!("home-title")
                quiet=true
                stack=true
                heads
            >
                <tbody>{rows}</tbody>
                <tfoot>
                    <tr>
                        <th scope="row">{t!("total")}</th>
                        <Cell label=t!("place-hand") number=true>{words::count(hand)}</Cell>
                        <Cell label=t!("place-redo") number=true>{words::count(redo)}</Cell>
                        <td colspan=rest></td>
                    </tr>
                </tfoot>
            </Table>
        </Fold>
    }
    .into_markup()
}

fn row(order: &Order, home: &HomeIssue, sees_money: bool) -> Markup {
    let HomeIssue { who, hand, redo, .. } = home.clone();
    let step = step_of(order, home);
    let repair = home.repairs.is_some().then(|| view! { " " <Tag tone=Tone::Warn>{t!("home-repairs")}</Tag> });
    let (since, issued) = (words::short_day(home.since), words::count(home.issued));
    let money = sees_money.then(|| {
        let rate = words::money(home.rate);
        let back = hand.any().then(|| back_link(order.id, home));
        view! { <Cell label=t!("home-rate") number=true>{rate}</Cell> <td>{back}</td> }
    });
    let name = if sees_money {
        view! { <a href=addresses::worker(who.id)>{who.name}</a> }.into_markup()
    } else {
        who.name.into_markup()
    };
    // Nothing at all where it is empty, so that a phone passes over it.
    let again = if redo.any() {
        view! { <Cell label=t!("place-redo") number=true><Tag tone=Tone::Warn>{words::count(redo)}</Tag></Cell> }
            .into_markup()
    } else {
        view! { <td class="n"></td> }.into_markup()
    };
    view! {
        <tr>
            <th scope="row">
                {name}
                <small class="quiet">{who.number}</small>
            </th>
            <Cell label=t!("place-hand") number=true><a href=addresses::count().with("worker", who.id)>{words::count(hand)}</a></Cell>
            {again}
            <Cell label=t!("thing-step")>{step} {repair}</Cell>
            <Cell label=t!("home-since")>{since}</Cell>
            <Cell label=t!("home-issued") number=true>{issued}</Cell>
            {money}
        </tr>
    }
    .into_markup()
}

/// The step, with the style where the order has several.
fn step_of(order: &Order, home: &HomeIssue) -> String {
    let Some(line) = order.lines.iter().find(|line| line.id == home.line) else { return String::new() };
    let step = line.steps.iter().find(|step| step.no == home.step).map_or("", |step| step.name.as_str());
    if order.lines.len() == 1 { step.to_owned() } else { t!("style-step", style = &line.style_name, step = step) }
}

fn back_link(order: OrderId, home: &HomeIssue) -> Markup {
    let href = addresses::take_back(order, home.issue);
    view! { <a href=href aria-label=t!("back-of", name = &home.who.name)>{t!("back-do")}</a> }.into_markup()
}
