//! One firm: its orders and deliveries, its account, and entering what it paid.

use crate::addresses::{self, Address};
use crate::components::{
    Cell, Choice, Day as DayField, Empty, Field, Figure, Figures, Fold, Form, Go, Head, Hidden, Link, Number, Page,
    Pager, Panel, Row, Rows, Submit, Table, Tone, load, seen_in,
};
use crate::coordinator::deliveries::delivery_row;
use crate::coordinator::firms::save::FirmPays;
use crate::coordinator::firms::save::SaveFirm;
use crate::coordinator::workers::money::ways;
use crate::form_target::PostTarget;
use crate::markup::{IntoMarkup, Markup};
use crate::request::{Problem, as_coordinator, param, query};
use crate::words::{self, events};
use ledger::store::reads::delivery::DeliveryRow;
use ledger::store::reads::firm::{FirmEntry, FirmOrder, FirmView};
use ledger::store::reads::names::Names;
use ledger::values::ids::{FirmId, Seq};
use ledger::values::money::Fen;
use leptos::prelude::*;

/// Recent deliveries that the page shows.
const DELIVERIES: i64 = 8;

/// `/firms/:id?before=SEQ`
#[component]
pub fn FirmPage() -> impl IntoView {
    let id = param::<FirmId>("id");
    let before = query("before").map(Seq);
    load(async move {
        let (asking, id) = (as_coordinator()?, id?);
        let mut books = asking.read().await?;
        let view = books.of_firm(id).firm_page(before).await?.ok_or(Problem::NotFound)?;
        let sent = books.of_firm(id).deliveries_of_firm(DELIVERIES).await?;
        Ok(page(view, sent, before.is_some()))
    })
}

fn page(view: FirmView, sent: Vec<DeliveryRow>, paged: bool) -> Markup {
    let FirmView { id, name, owes, orders, account, older, names } = view;
    let here = addresses::firm(id);
    let (label, tone) = match owes {
        ahead if ahead < Fen::ZERO => (t!("firm-ahead"), Tone::Warn),
        Fen::ZERO => (t!("firm-owes"), Tone::Plain),
        _ => (t!("firm-owes"), Tone::Next),
    };
    let top = (!paged).then(|| {
        let pay = pay_form(id, owes);
        let (orders, sent, edit) = (orders_panel(orders), sent_panel(sent), edit_form(id, &name));
        view! {
            <Figures><Figure value=words::money(owes) label=label tone=tone/></Figures>
            <div class="two">
                <Panel title=t!("firm-pays") tone=Tone::Next>{pay}</Panel>
                <div class="stack">{orders}{sent}</div>
            </div>
            <div class="row"><Go href=addresses::firm_access(id)>{t!("firm-access")}</Go></div>
            {edit}
        }
    });
    let newer = paged.then(|| here.clone());
    let older = older.map(|seq| here.clone().with("before", seq).at("account"));
    let account = account_table(account, &names, &here);
    view! {
        <Page title=name back=Link::to(addresses::firms(), t!("nav-firms")) wide=true>
            {top}
            <Panel title=t!("firm-account") id="account">{account}</Panel>
            <Pager newer older/>
        </Page>
    }
    .into_markup()
}

fn pay_form(id: FirmId, owes: Fen) -> Markup {
    let due = (owes > Fen::ZERO).then_some(owes);
    view! {
        <Form action=FirmPays::target()>
            <Hidden name="firm" value=id/>
            <Number name="amount" label=t!("pay-amount") money=true value=due/>
            <Choice name="way" label=t!("firm-way") options=ways() value="银行"/>
            <Field name="remark" label=t!("pay-remark") optional=true max=120/>
            <DayField name="day" label=t!("firm-pay-day") hint=t!("pay-day-hint") optional=true/>
            <Submit>{t!("firm-pays-do")}</Submit>
        </Form>
    }
    .into_markup()
}

fn orders_panel(orders: Vec<FirmOrder>) -> Markup {
    let rows: Vec<_> = orders
        .into_iter()
        .map(|order| {
            let done = order.confirmed >= order.pieces;
            let note = format!(
                "{}\u{a0}· {}",
                t!("worker-held-due", day = words::short_day(order.due)),
                t!("firm-confirmed", n = order.confirmed, of = order.pieces)
            );
            let tone = if done { Tone::Good } else { Tone::Plain };
            let value = words::percent(order.confirmed, order.pieces);
            view! { <Row href=addresses::order(order.id) title=order.code note=note value=value tone=tone/> }
        })
        .collect();
    let inner = if rows.is_empty() {
        view! { <p class="quiet">{t!("firm-orders-none")}</p> }.into_markup()
    } else {
        view! { <Rows>{rows}</Rows> }.into_markup()
    };
    view! { <Panel title=t!("nav-orders")>{inner}</Panel> }.into_markup()
}

fn sent_panel(sent: Vec<DeliveryRow>) -> Option<Markup> {
    let rows: Vec<_> = sent.into_iter().map(delivery_row).collect();
    (!rows.is_empty()).then(|| view! { <Panel title=t!("nav-deliveries")><Rows>{rows}</Rows></Panel> }.into_markup())
}

fn edit_form(id: FirmId, name: &str) -> Markup {
    let name = name.to_owned();
    view! {
        <Fold title=t!("firm-rename") action=SaveFirm::target()>
            <Form action=SaveFirm::target()>
                <Hidden name="firm" value=id/>
                <Field name="name" label=t!("firm-name") value=name max=60/>
                <Submit tone=Tone::Plain>{t!("worker-save")}</Submit>
            </Form>
        </Fold>
    }
    .into_markup()
}

fn account_table(account: Vec<FirmEntry>, names: &Names, page: &Address) -> Markup {
    if account.is_empty() {
        return view! { <Empty title=t!("firm-account-none")>""</Empty> }.into_markup();
    }
    let rows: Vec<_> = account.iter().map(|entry| account_row(entry, names, page)).collect();
    view! {
        <Table
            caption=t!("firm-account")
            quiet=true
            stack=true
            heads=vec![
                Head::words(t!("worker-book-day")),
                Head::words(t!("worker-book-what")),
                Head::number(t!("worker-book-money")),
                Head::number(t!("firm-owes")),
                Head::act(t!("worker-book-undo")),
            ]
        >
            <tbody>{rows}</tbody>
        </Table>
    }
    .into_markup()
}

fn account_row(entry: &FirmEntry, names: &Names, page: &Address) -> Markup {
    let event = &entry.entry.event;
    let description = events::describe(&entry.entry, names);
    let lines: Vec<_> = description.lines.iter().map(|line| view! { <small>{line.clone()}</small> }).collect();
    let what = if entry.entry.undoes.is_some() { description.short() } else { description.kind };
    let note = words::note(event.note.as_str());
    let note = (!note.is_empty()).then(|| view! { <small>{note}</small> });
    let undone = entry.entry.undone.as_ref().map(|undone| {
        let words = t!("worker-book-undone", day = words::short_day(undone.day), reason = &undone.reason);
        view! { <small>{words}</small> }
    });
    let undo = entry.entry.may_be_undone().then(|| {
        view! { <a class="quiet" href=addresses::correct(event.id).with("then", page)>{t!("worker-book-undo")}</a> }
    });
    let class = entry.entry.undone.is_some().then_some("undone");
    let (day, money, owes) = (words::short_day(event.day), words::money(entry.effect), words::money(entry.owes));
    view! {
        <tr class=class>
            <th scope="row">{day}</th>
            <td class="tale">{seen_in(event, names)}<b>{what}</b>{lines}{note}{undone}</td>
            <Cell label=t!("worker-book-money") number=true>{money}</Cell>
            <Cell label=t!("firm-owes") number=true>{owes}</Cell>
            <td>{undo}</td>
        </tr>
    }
    .into_markup()
}
