//! The firm's statement 对账: confirmed pieces at its prices, its payments, what is open.

use crate::addresses;
use crate::components::{
    Empty, Fact, Facts, Figure, Figures, Head, Page, Pager, Panel, SheetTools, Table, Tag, Tone, load,
};
use crate::markup::IntoMarkup;
use crate::request::{as_firm, query};
use crate::words;
use ledger::store::reads::window::{StatementKind, StatementRow};
use ledger::values::ids::Seq;
use ledger::values::money::Fen;
use leptos::prelude::*;

/// Rows on a page.
const ROWS: usize = 30;

#[component]
pub fn StatementPage() -> impl IntoView {
    load(async {
        let (asking, firm) = as_firm()?;
        let before = query::<i64>("before").map(Seq);
        let mut books = asking.read().await?;
        let statement = books.of_firm(firm).firm_statement(before, ROWS).await?;
        let phone = books.phone().await?;
        let workshop = asking.viewer.workshop.name.to_string();
        let workshop =
            phone.map_or(workshop.clone(), |phone| t!("window-side-phone", who = workshop, phone = phone.to_string()));
        let firm = asking.viewer.person.name().to_owned();
        let older = statement
            .rows
            .last()
            .filter(|_| statement.more)
            .map(|row| addresses::window_statement().with("before", row.seq));
        let owed = statement.owed;
        let (label, open) = if owed < Fen::ZERO { (t!("window-ahead"), -owed) } else { (t!("window-owed"), owed) };
        Ok(view! {
            <Page title=t!("window-statement")>
                <SheetTools/>
                <Facts>
                    <Fact label=t!("settings-workshop")>{workshop}</Fact>
                    <Fact label=t!("thing-firm")>{firm}</Fact>
                    <Fact label=t!("window-as-of")>{words::day(asking.today)}</Fact>
                </Facts>
                <Figures><Figure value=words::money(open) label/></Figures>
                <Rows rows=statement.rows/>
                <Pager older newer=before.map(|_| addresses::window_statement())/>
            </Page>
        }
        .into_markup())
    })
}

#[component]
fn Rows(rows: Vec<StatementRow>) -> impl IntoView {
    if rows.is_empty() {
        return view! { <Empty title=t!("window-none-statement")><p>{t!("window-none-statement-next")}</p></Empty> }
            .into_markup();
    }
    let rows: Vec<_> = rows
        .into_iter()
        .map(|row| {
            let (change, balance, day) = (row.change(), row.balance, row.day);
            let corrects = row.mends.then(|| view! { " " <Tag tone=Tone::Warn>{t!("window-corrects")}</Tag> });
            let (what, details) = match row.kind {
                StatementKind::Fee(charges) => {
                    let charges: Vec<_> = charges
                        .into_iter()
                        .map(|charge| {
                            let words = t!(
                                "window-charge",
                                order = charge.order,
                                delivery = charge.delivery.to_string(),
                                style = charge.style,
                                n = charge.pieces,
                                price = words::money(charge.price)
                            );
                            let href = addresses::window_delivery(charge.delivery);
                            view! { <small><a href=href>{words}</a></small> }
                        })
                        .collect();
                    (t!("window-fee"), charges.into_markup())
                }
                StatementKind::Receipt { note } => {
                    (t!("window-receipt"), view! { <small>{note}</small> }.into_markup())
                }
            };
            view! {
                <tr>
                    <th scope="row">{words::short_day(day)}</th>
                    <td class="tale">{what} {corrects} {details}</td>
                    <td class="n">
                        <b>{words::money(change)}</b>
                        <small>{t!("window-balance")} " " {words::money(balance)}</small>
                    </td>
                </tr>
            }
        })
        .collect();
    let heads = vec![Head::words(t!("window-day")), Head::words(t!("window-what")), Head::number(t!("window-amount"))];
    view! {
        <Panel>
            <Table caption=t!("window-statement") quiet=true stack=true heads><tbody>{rows}</tbody></Table>
        </Panel>
    }
    .into_markup()
}
