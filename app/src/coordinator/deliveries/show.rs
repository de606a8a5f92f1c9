//! One delivery: its note, the firm’s answer, what came back and what became of it.

use super::row::state_tag;
use super::{answer, fix, link, makers, note};
use crate::addresses;
use crate::components::{
    Cell, Fact, Facts, Fold, Go, Head, Link, Page, Panel, Photo, Row, Rows, SheetTools, Table, Tone, load,
};
use crate::coordinator::deliveries::answer::AnswerForFirm;
use crate::form_target::PostTarget;
use crate::markup::{IntoMarkup, Markup};
use crate::request::{OpenBooks, Problem, as_coordinator, param};
use crate::words::{self, events};
use ledger::Command;
use ledger::model::{Came, DeliveryState};
use ledger::store::reads::delivery::{DeliveryLine, DeliveryView};
use ledger::values::day::Day;
use ledger::values::ids::DeliveryId;
use ledger::values::money::Fen;
use leptos::prelude::*;

/// `/deliveries/:id`
#[component]
pub fn DeliveryPage() -> impl IntoView {
    let id = param::<DeliveryId>("id");
    load(async move {
        let (asking, id) = (as_coordinator()?, id?);
        let mut books = asking.read().await?;
        let view = books.orders().delivery_page(id).await?.ok_or(Problem::NotFound)?;
        let fixes = fixes(&mut books, &view, asking.today).await?;
        let token = asking.store.links().delivery_link(asking.workshop, id).await?;
        Ok(page(&view, fixes, token.as_deref(), asking.today))
    })
}

/// The ways out for all that waits.
async fn fixes(books: &mut OpenBooks, view: &DeliveryView, today: Day) -> Result<Vec<Markup>, Problem> {
    let mut panels = Vec::new();
    for line in &view.lines {
        if line.refused.any() {
            let repair = repair(books, line, today).await?;
            panels.push(fix::panel(view.delivery.id, line, Came::Back, Some(repair)));
        }
        if line.sent.refused.any() {
            let makers = books.orders().makers_of(line.sent.line, view.delivery.id).await?;
            panels.extend(makers::fold(line, makers));
        }
        if line.missing.any() {
            panels.push(fix::panel(view.delivery.id, line, Came::Short, None));
        }
    }
    Ok(panels)
}

/// Who could repair what came back of a line, and at which rate by the workshop's rule.
async fn repair(books: &mut OpenBooks, line: &DeliveryLine, today: Day) -> Result<fix::Repair, Problem> {
    let menders = books.orders().who_can(line.style, line.last_step).await?;
    let terms = books.terms().await?;
    let pay = terms.map(|terms| terms.repair).unwrap_or_default();
    let styles = books.styles().styles_listed(Some(line.style)).await?;
    let rate = styles.rate_on(line.style, line.last_step, today);
    Ok(fix::Repair { menders, pay, rate: rate.map(|rate| pay.of(rate.rate)) })
}

fn page(view: &DeliveryView, fixes: Vec<Markup>, token: Option<&str>, today: Day) -> Markup {
    let delivery = &view.delivery;
    let title = t!("delivery-of", n = delivery.id.to_string(), code = &view.code);
    let (firm_href, firm) = (addresses::firm(view.firm), view.firm_name.clone());
    let (order_href, code) = (addresses::order(delivery.order), view.code.clone());
    let (day, state) = (words::day(delivery.day), state_tag(delivery.state));
    let owed: Fen = view.lines.iter().map(|line| line.fee).sum();
    let fee = (delivery.state == DeliveryState::Answered)
        .then(|| view! { <Fact label=t!("delivery-fee")>{words::money(owed)}</Fact> });
    let answered = (delivery.state == DeliveryState::Answered).then(|| answered(&view.lines));
    let entering = (delivery.state == DeliveryState::Sent).then(|| {
        let form = answer::form(view);
        view! { <Fold title=t!("answer-title") action=AnswerForFirm::target()>{form}</Fold> }
    });
    let open = delivery.state == DeliveryState::Sent;
    let sheet = note::sheet(view, token.filter(|_| open).map(link::on_note), today);
    let linking = open.then(|| link::beside_note(delivery.id, &view.code, token));
    let undo = undo(view);
    let history = history(view);
    view! {
        <Page title=title back=Link::to(addresses::deliveries(), t!("nav-deliveries"))>
            <div class="stack noprint">
                <Facts>
                    <Fact label=t!("delivery-state")>{state}</Fact>
                    <Fact label=t!("thing-firm")><a href=firm_href>{firm}</a></Fact>
                    <Fact label=t!("thing-order")><a href=order_href>{code}</a></Fact>
                    <Fact label=t!("note-day")>{day}</Fact>
                    {fee}
                </Facts>
                {fixes}
                {answered}
                {entering}
            </div>
            <SheetTools/>
            {sheet}
            <div class="stack noprint">
                <p class="quiet">{t!("note-print-hint")}</p>
                {linking}
                {history}
                {undo}
            </div>
        </Page>
    }
    .into_markup()
}

/// The firm’s answer, line by line.
fn answered(lines: &[DeliveryLine]) -> Markup {
    let rows: Vec<_> = lines.iter().map(said_row).collect();
    view! {
        <Panel title=t!("delivery-firm-answer")>
            <Table
                caption=t!("delivery-firm-answer")
                quiet=true
                stack=true
                heads=vec![
                    Head::words(t!("thing-style")),
                    Head::number(t!("flow-delivered")),
                    Head::number(t!("flow-confirmed")),
                    Head::number(t!("flow-refused")),
                    Head::number(t!("flow-short")),
                    Head::number(t!("delivery-fee")),
                ]
            >
                <tbody>{rows}</tbody>
            </Table>
        </Panel>
    }
    .into_markup()
}

fn said_row(line: &DeliveryLine) -> Markup {
    let sent = &line.sent;
    let name = line.style_name.clone();
    let price = t!("delivery-price", price = line.price);
    let reason = sent.reason.to_string();
    let reason = (!reason.is_empty()).then(|| view! { <small>"“" {reason} "”"</small> });
    let count = |pieces: ledger::values::pieces::Pieces| pieces.any().then(|| words::count(pieces));
    let (pieces, confirmed, refused, short) =
        (words::count(sent.pieces), count(sent.confirmed), count(sent.refused), count(sent.short));
    let fee = words::money(line.fee);
    let agreed = line.agreed.any().then(|| view! { <small>{t!("delivery-agreed", n = line.agreed)}</small> });
    view! {
        <tr>
            <th scope="row"><Photo picture=line.photo of=name.clone()/> {name}<small class="quiet">{price}</small>{reason}</th>
            <Cell label=t!("flow-delivered") number=true>{pieces}</Cell>
            <Cell label=t!("flow-confirmed") number=true>{confirmed}{agreed}</Cell>
            <Cell label=t!("flow-refused") number=true>{refused}</Cell>
            <Cell label=t!("flow-short") number=true>{short}</Cell>
            <Cell label=t!("delivery-fee") number=true>{fee}</Cell>
        </tr>
    }
    .into_markup()
}

/// All that happened to it; each entry opens the page where it can be undone.
fn history(view: &DeliveryView) -> Markup {
    let then = addresses::delivery(view.delivery.id);
    let rows: Vec<_> = view
        .history
        .iter()
        .map(|record| {
            let description = events::describe(record, &view.names);
            let mut note = vec![words::short_day(record.event.day)];
            note.extend(description.lines);
            note.push(words::note(record.event.note.as_str()));
            note.push(events::actor(record.event.actor, &view.names));
            note.retain(|part| !part.is_empty());
            let tone = if record.undone.is_some() { Tone::Quiet } else { Tone::Plain };
            let href = addresses::correct(record.event.id).with("then", &then);
            let title = if record.undoes.is_some() { description.about } else { description.kind.clone() };
            let title = if record.undoes.is_some() { format!("{}\u{a0}· {title}", description.kind) } else { title };
            view! { <Row href=href title=title note=note.join("\u{a0}· ") tone=tone/> }
        })
        .collect();
    view! { <Panel title=t!("delivery-history")><Rows>{rows}</Rows></Panel> }.into_markup()
}

/// Taking the whole delivery back, while the firm has not answered.
fn undo(view: &DeliveryView) -> Option<Markup> {
    let sent = view
        .history
        .iter()
        .find(|record| matches!(record.event.asked, Command::Deliver(_)) && record.undone.is_none())?;
    let href = addresses::correct(sent.event.id).with("then", addresses::delivery(view.delivery.id));
    (view.delivery.state == DeliveryState::Sent)
        .then(|| view! { <div class="row"><Go href=href tone=Tone::Bad>{t!("delivery-undo")}</Go></div> }.into_markup())
}
