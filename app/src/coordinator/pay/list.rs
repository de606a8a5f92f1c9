//! Who is owed what.

use crate::addresses;
use crate::components::{
    Bar, Bars, Check, Choice, Day, Draft, Empty, Field, Figure, Figures, Form, Go, Head, Hidden, Number, Page, Panel,
    Row, Rows, Submit, Sure, Table, Tag, Tone, load,
};
use crate::coordinator::approvals;
use crate::coordinator::pay::many::PayMany;
use crate::coordinator::pay::review::{Review, laid_out, looked_at};
use crate::coordinator::workers::money::{SURE, ways};
use crate::form_target::PostTarget;
use crate::markup::{IntoMarkup, Markup};
use crate::request::{as_coordinator, query};
use crate::words::{self, events};
use ledger::model::Approvable;
use ledger::store::reads::approval::ToApprove;
use ledger::store::reads::earnings::Week;
use ledger::store::reads::journal_entry::JournalEntry;
use ledger::store::reads::names::Names;
use ledger::store::reads::pay::{PayRow, PayView};
use ledger::store::reads::settlement::SettlementRow;
use ledger::values::ids::WorkerId;
use ledger::values::money::Fen;
use leptos::prelude::*;
use std::collections::BTreeSet;

/// `/pay`; `/pay?all=true` has everybody ticked.
#[component]
pub fn PayPage() -> impl IntoView {
    load(async {
        let asking = as_coordinator()?;
        let mut books = asking.read().await?;
        let view = books.pay_page(asking.today).await?;
        let settlements = books.settlements().await?;
        let weeks = books.weeks(asking.today).await?;
        let waiting = books.to_approve().await?;
        Ok(page(view, &waiting, settlements, weeks, words::month(asking.today)))
    })
}

fn page(
    view: PayView,
    waiting: &ToApprove,
    settlements: Vec<SettlementRow>,
    weeks: Vec<Week>,
    month: String,
) -> Markup {
    let PayView { rows, recent, names } = view;
    let owed: Fen = rows.iter().map(|row| row.owed).filter(|owed| *owed > Fen::ZERO).sum();
    let earned: Fen = rows.iter().map(|row| row.earned).sum();
    let paid: Fen = rows.iter().map(|row| row.paid).sum();
    let due: Vec<_> = rows.into_iter().filter(|row| row.owed > Fen::ZERO).collect();
    let list = if due.is_empty() {
        view! { <Empty title=t!("pay-none")><p>{t!("pay-none-hint")}</p></Empty> }.into_markup()
    } else {
        list(due, paying(waiting))
    };
    let tone = if owed > Fen::ZERO { Tone::Next } else { Tone::Plain };
    let late = late(recent, &names);
    let waiting = approvals::rows(waiting, |proposal| proposal.asked.worker().is_some());
    let waiting = approvals::panel(t!("approval-of-pay"), waiting);
    view! {
        <Page title=t!("nav-pay") wide=true>
            <Figures>
                <Figure value=words::money(owed) label=t!("pay-list") tone=tone/>
                <Figure value=words::money(earned) label=t!("worker-earned-month", month = &month)/>
                <Figure value=words::money(paid) label=t!("pay-paid-month", month = &month) tone=Tone::Good/>
            </Figures>
            {waiting}
            {list}
            {settled(settlements)}
            {by_week(weeks)}
            {late}
        </Page>
    }
    .into_markup()
}

/// Whose wages wait for a second coordinator.
fn paying(waiting: &ToApprove) -> BTreeSet<WorkerId> {
    let pays = waiting.proposals.iter().filter(|(proposal, _)| matches!(proposal.asked, Approvable::Pay(_)));
    pays.filter_map(|(proposal, _)| proposal.asked.worker()).collect()
}

fn list(rows: Vec<PayRow>, paying: BTreeSet<WorkerId>) -> Markup {
    let all: bool = query("all").unwrap_or(false);
    let called: Vec<_> = rows.iter().map(|row| (row.id, row.name.clone())).collect();
    view! {
        <Panel title=t!("pay-list")>
            <p class="quiet">{t!("pay-many-hint")}</p>
            {(!all).then(|| view! { <p><a href=addresses::pay().with("all", true)>{t!("pay-tick-all")}</a></p> })}
            <Form action=PayMany::target() by_button=true>
                // Made inside the form: a field asks the form around it what was typed.
                {laid_out(&PayMany::target(), fields(rows, &paying, all), review(&called), view! { <Submit>{t!("pay-many-do")}</Submit> }.into_markup())}
            </Form>
        </Panel>
    }
    .into_markup()
}

fn fields(rows: Vec<PayRow>, paying: &BTreeSet<WorkerId>, all: bool) -> Markup {
    let owed: Fen = rows.iter().map(|row| row.owed).sum();
    let to_row = |of: PayRow| {
        let waits = paying.contains(&of.id);
        row(of, all && !waits, waits)
    };
    let rows: Vec<_> = rows.into_iter().map(to_row).collect();
    view! {
        <Table caption=t!("pay-list") quiet=true heads=vec![Head::words(t!("pay-choose")), Head::number(t!("pay-amount"))]>
            <tbody>{rows}</tbody>
            <tfoot><tr><th scope="row">{t!("pay-owed-to-all")}</th><td class="n">{words::money(owed)}</td></tr></tfoot>
        </Table>
        <Check name="owed[ahead]" label=t!("pay-ahead")/>
        <Choice name="way" label=t!("pay-way") options=ways() value="现金"/>
        <div class="two">
            <Day name="day" label=t!("pay-day") hint=t!("pay-day-hint") optional=true/>
            <Field name="remark" label=t!("pay-remark") optional=true max=120/>
        </div>
        <Sure name=SURE/>
    }
    .into_markup()
}

/// Who gets how much, together and how, of a form that was sent and is to be looked at once more; nothing before that.
fn review(called: &[(WorkerId, String)]) -> Option<Markup> {
    let draft = Draft::sent_to(&PayMany::target())?;
    let amount = |id: WorkerId| {
        draft.typed(&format!("chosen[{id}]"))?;
        Fen::parse_yuan(draft.typed(&format!("amount[{id}]"))?).ok()
    };
    let payments: Vec<_> = called.iter().filter_map(|(id, name)| Some((*id, name, amount(*id)?))).collect();
    let sum: Fen = payments.iter().map(|(.., fen)| *fen).sum();
    let way = draft.typed("way").unwrap_or_default();
    let way = ways().into_iter().find(|pick| pick.value == way).map(|pick| pick.words).unwrap_or_default();
    let review = Review {
        field: "owed[reviewed]",
        looked_at: looked_at(payments.iter().map(|(id, _, fen)| (*id, *fen)).collect()),
        title: t!("pay-review-title", n = payments.len(), money = sum, way = way),
        heads: [t!("pay-choose"), t!("pay-amount")],
        amounts: payments.into_iter().map(|(_, name, fen)| (name.clone(), fen)).collect(),
        then: t!("pay-review-then"),
    };
    review.shown()
}

/// A row; where her wages wait already, it says so and is not ticked with the others.
fn row(row: PayRow, ticked: bool, waits: bool) -> Markup {
    let PayRow { id, number, name, owed, last, .. } = row;
    let amount = t!("pay-amount-of", name = &name);
    let last = last.map_or_else(|| t!("pay-never"), |day| t!("pay-last", day = words::short_day(day)));
    let owes = t!("pay-owed", money = owed);
    view! {
        <tr>
            <th scope="row">
                <Check name=format!("chosen[{id}]") label=name checked=ticked/>
                {waits.then(|| view! { <Tag tone=Tone::Warn>{t!("approval-waits")}</Tag> })}
                <small class="quiet">{owes}</small>
                <small class="quiet"><a href=addresses::worker(id)>{number}</a> "\u{a0}· " {last}</small>
            </th>
            <td class="n">
                <Hidden name=format!("owed[seen][{id}]") value=owed.0/>
                <Number bare=true optional=true money=true name=format!("amount[{id}]") label=amount value=owed/>
            </td>
        </tr>
    }
    .into_markup()
}

/// The village's work by week, where there is more than one.
fn by_week(weeks: Vec<Week>) -> Option<Markup> {
    let bars: Vec<_> = weeks
        .into_iter()
        .map(|week| Bar {
            label: words::short_day(week.monday),
            height: week.earned.0,
            cells: vec![words::money(week.earned), words::count(week.accepted)],
        })
        .collect();
    (bars.len() > 1).then(|| {
        let heads = vec![t!("bars-week"), t!("slip-earned"), t!("unit-pieces")];
        view! { <Panel title=t!("pay-weeks")><Bars title=t!("pay-weeks") heads bars/></Panel> }.into_markup()
    })
}

/// What was settled, and the way to settle what was not.
fn settled(settlements: Vec<SettlementRow>) -> Markup {
    let rows = settlements.into_iter().map(|row| {
        let note = t!("settlement-note", n = row.workers, money = row.owed);
        view! {
            <Row href=addresses::settlement(row.id) title=t!("settlement-title", day = row.until) note=note>""</Row>
        }
    });
    let rows: Vec<_> = rows.collect();
    view! {
        <Panel title=t!("settle-title")>
            <p class="quiet">{t!("settle-lead")}</p>
            <div class="row"><Go href=addresses::settle()>{t!("settle-go")}</Go></div>
            {(!rows.is_empty()).then(|| view! { <Rows>{rows}</Rows> })}
        </Panel>
    }
    .into_markup()
}

/// What was paid, advanced, given and taken off recently.
fn late(recent: Vec<JournalEntry>, names: &Names) -> Markup {
    let rows: Vec<_> = recent
        .into_iter()
        .map(|record| {
            let description = events::describe(&record, names);
            let note = [words::short_day(record.event.day), words::note(record.event.note.as_str())];
            let note = note.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("\u{a0}· ");
            let (tone, undone) = match record.undone {
                Some(_) => (Tone::Quiet, Some(view! { <Tag tone=Tone::Bad>{t!("pay-undone")}</Tag> })),
                None => (Tone::Plain, None),
            };
            view! {
                <Row href=addresses::correct(record.event.id).with("then", addresses::pay()) title=description.short() note=note tone=tone>{undone}</Row>
            }
        })
        .collect();
    let inner = if rows.is_empty() {
        view! { <p class="quiet">{t!("pay-recent-none")}</p> }.into_markup()
    } else {
        view! { <Rows>{rows}</Rows> }.into_markup()
    };
    view! { <Panel title=t!("pay-recent")>{inner}</Panel> }.into_markup()
}
