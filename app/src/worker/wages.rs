//! Her pay: how what she is owed came about, and what she was given.

use super::heard;
use super::her_books::her_books;
use crate::addresses;
use crate::components::{
    Bar, Bars, Empty, Fact, Facts, Figure, Figures, Head, Hear, Page, Pager, Panel, Table, Tag, Tone, load, slips,
};
use crate::markup::{IntoMarkup, Markup};
use crate::request::{Problem, as_worker, query};
use crate::words;
use ledger::model::Tally;
use ledger::store::reads::book::BookKey;
use ledger::store::reads::wages::{Payment, Wages};
use ledger::values::day::Day;
use ledger::values::money::Fen;
use leptos::prelude::*;

/// Payments on a page.
const PAYMENTS: usize = 20;

#[component]
pub fn WagesPage() -> impl IntoView {
    load(async {
        let (asking, worker) = as_worker()?;
        if !asking.viewer.pay_open {
            return Err(Problem::PinNeeded);
        }
        let before: Option<BookKey> = query("before");
        let mut books = her_books(&asking, worker).await?;
        let wages = books.of_worker(worker).wages_page(asking.today, before, PAYMENTS).await?;
        let months = books.of_worker(worker).earnings_by_month(asking.today).await?;
        let terms = super::terms::panel(books.terms().await?, books.of_worker(worker).shares_shown_to().await?);
        let settled = books.of_worker(worker).slips_of().await?;
        let ahead = (wages.owed < Fen::ZERO).then(|| view! { <p class="quiet">{t!("my-owed-ahead")}</p> });
        let year = wages.year;
        Ok(view! {
            <Page title=t!("nav-pay")>
                <div class="heard">
                    <Figures>
                        <Figure value=words::money(wages.owed) label=t!("my-owed") tone=Tone::Good/>
                    </Figures>
                    <Hear say=heard::owed(wages.owed)/>
                </div>
                {ahead}
                <Account wages=wages.clone()/>
                <Panel>
                    <div class="heard"><h2>{t!("my-wages-year")}</h2><Hear say=heard::this_year(year)/></div>
                    <Facts>
                        <Fact label=t!("my-book-earned")>{words::money(year.earned)}</Fact>
                        <Fact label=t!("my-book-bonus")>{words::money(year.bonus)}</Fact>
                        <Fact label=t!("my-book-deduction")>{words::money(year.deducted)}</Fact>
                        <Fact label=t!("my-book-advance")>{words::money(year.advanced)}</Fact>
                        <Fact label=t!("my-wages-paid")>{words::money(year.paid)}</Fact>
                    </Facts>
                </Panel>
                {by_month(months)}
                {slips(t!("slips-mine"), addresses::my_slip_so_far(), addresses::my_slip, &settled)}
                {terms}
                <Payments payments=wages.payments/>
                <Pager
                    older=wages.older.map(|key| addresses::my_pay().with("before", key))
                    newer=before.map(|_| addresses::my_pay())
                />
            </Page>
        }
        .into_markup())
    })
}

/// The month as a sum: what was open, what came to it, what went off, what is open now.
#[component]
fn Account(wages: Wages) -> impl IntoView {
    let month = wages.month;
    let rows: Vec<_> = [
        (t!("my-wages-carried"), wages.carried(), true),
        (t!("my-wages-earned"), month.earned, true),
        (t!("my-wages-bonus"), month.bonus, false),
        (t!("my-wages-deduction"), -month.deducted, false),
        (t!("my-wages-advance"), -month.advanced, false),
        (t!("my-wages-paid"), -month.paid, false),
    ]
    .into_iter()
    .filter(|(_, fen, always)| *always || *fen != Fen::ZERO)
    .map(|(label, fen, _)| view! { <tr><th scope="row">{label}</th><td class="n">{words::money(fen)}</td></tr> })
    .collect();
    view! {
        <Panel>
            <div class="heard"><h2>{t!("my-wages-sum")}</h2><Hear say=heard::this_month(&wages)/></div>
            <Table caption=t!("my-wages-sum") quiet=true heads=vec![Head::words(t!("my-book-what")), Head::number(t!("my-wages-amount"))]>
                <tbody>{rows}</tbody>
                <tfoot><tr><th scope="row">{t!("my-wages-owed")}</th><td class="n">{words::money(wages.owed)}</td></tr></tfoot>
            </Table>
        </Panel>
    }
    .into_markup()
}

/// Her earnings by month, where there is more than one.
fn by_month(months: Vec<(Day, Tally)>) -> Option<Markup> {
    let bars: Vec<_> = months
        .into_iter()
        .map(|(month, tally)| {
            let earned = tally.earned + tally.bonus - tally.deducted;
            let cells = [earned, tally.advanced + tally.paid].map(words::money).into();
            Bar { label: words::month(month), height: earned.0, cells }
        })
        .collect();
    (bars.len() > 1).then(|| {
        let heads = vec![t!("bars-month"), t!("my-book-earned"), t!("my-book-month-given")];
        view! { <Panel title=t!("my-wages-months")><Bars title=t!("my-wages-months") heads bars/></Panel> }
            .into_markup()
    })
}

#[component]
fn Payments(payments: Vec<Payment>) -> impl IntoView {
    let say = heard::payments(&payments);
    if payments.is_empty() {
        return view! { <Empty title=t!("my-wages-none")><p>{t!("my-wages-none-next")}</p><Hear say/></Empty> }
            .into_markup();
    }
    let rows: Vec<_> = payments
        .into_iter()
        .map(|payment| {
            let what = if payment.ahead == payment.fen { t!("my-book-advance") } else { t!("my-book-paid") };
            let part = payment.ahead > Fen::ZERO && payment.ahead < payment.fen;
            let ahead = part.then(|| view! { <small>{t!("my-wages-ahead", money = payment.ahead)}</small> });
            let state = match (payment.mends, payment.undone) {
                (true, _) => Some(view! { " " <Tag tone=Tone::Warn>{t!("my-book-corrects")}</Tag> }),
                (false, true) => Some(view! { " " <Tag tone=Tone::Quiet>{t!("my-wages-undone")}</Tag> }),
                (false, false) => None,
            };
            let review = match (payment.mends, payment.undone, payment.received) {
                (false, false, Some(true)) => Some(view! { " " <Tag tone=Tone::Good>{t!("my-wages-received")}</Tag> }),
                (false, false, Some(false)) => Some(view! { " " <Tag tone=Tone::Warn>{t!("my-review-wrong")}</Tag> }),
                _ => None,
            };
            let href = addresses::my_entry(payment.event);
            let fen = if payment.mends { -payment.fen } else { payment.fen };
            view! {
                <tr>
                    <th scope="row">{words::short_day(payment.key.day)}</th>
                    <td><a href=href>{what}</a> {state} {review} {ahead} <small>{words::note(&payment.note)}</small></td>
                    <td class="n">{words::money(fen)}</td>
                </tr>
            }
        })
        .collect();
    let heads =
        vec![Head::words(t!("my-book-day")), Head::words(t!("my-book-what")), Head::number(t!("my-wages-amount"))];
    view! {
        <Panel>
            <div class="heard"><h2>{t!("my-wages-payments")}</h2><Hear say/></div>
            <Table caption=t!("my-wages-payments") quiet=true heads><tbody>{rows}</tbody></Table>
        </Panel>
    }
    .into_markup()
}
