//! Settling 结算: until which day, and with whom.

use super::review::{self, Review, laid_out};
use crate::addresses;
use crate::components::{
    Cell, Check, Day as DayField, Draft, Empty, Figure, Figures, Form, Go, Head, Hidden, Link, Page, Panel, Submit,
    Table, Tag, Tone, load,
};
use crate::form_target::PostTarget;
use crate::markup::{IntoMarkup, Markup};
use crate::request::{Done, Problem, Reviewed, Why, as_coordinator, field, go, query};
use crate::words;
use ledger::model::Settle;
use ledger::store::reads::settlement::Unsettled;
use ledger::values::day::Day;
use ledger::values::ids::WorkerId;
use ledger::values::money::Fen;
use leptos::prelude::*;
use std::collections::{BTreeMap, BTreeSet};

#[server(prefix = "/api", endpoint = "settle")]
pub async fn settle_workers(
    event: String,
    until: String,
    /// By worker's id.
    #[server(default)]
    chosen: BTreeMap<String, String>,
    /// What she looked at before.
    #[server(default)]
    reviewed: String,
) -> Result<(), Problem> {
    let asking = as_coordinator()?;
    let until = field::day("until", &until)?;
    let workers = chosen.keys().map(|key| field::id(&format!("chosen[{key}]"), key));
    let workers = workers.collect::<Result<BTreeSet<_>, _>>()?;
    if workers.is_empty() {
        return Err(Problem::field("chosen", Why::NoneChosen));
    }
    let mut books = asking.read().await?;
    let owed: BTreeMap<_, _> = books.unsettled(until).await?.iter().map(|row| (row.who.id, row.owed())).collect();
    let owed: Vec<_> = workers.iter().map(|id| (*id, owed.get(id).copied().unwrap_or_default())).collect();
    let (n, sum) = (owed.len(), owed.iter().map(|(_, fen)| *fen).sum());
    // What was sent twice was looked at the first time.
    let known = !reviewed.is_empty() && books.journal_entry(field::id("event", &event)?).await?.is_some();
    if known || reviewed == looked_at(until, owed) {
        drop(books);
        let done = asking.perform(&event, None, Settle { until, workers }).await?;
        return go(addresses::settlement(done.id), Done::Settled);
    }
    // What cannot be settled is said before anybody looks at the rest.
    asking.rehearse(&mut books, Settle { until, workers }).await?;
    Err(Problem::Review { of: Reviewed::Settlement, n, sum })
}

/// Until when, with whom, and what each is owed then, in fen: other than this is looked at again.
fn looked_at(until: Day, owed: Vec<(WorkerId, Fen)>) -> String {
    format!("{until} {}", review::looked_at(owed))
}

/// `/pay/settle?until=2026-10-31`; without a day, the end of last month.
#[component]
pub fn SettlePage() -> impl IntoView {
    load(async {
        let asking = as_coordinator()?;
        let chosen = query::<Day>("until");
        let until = chosen.unwrap_or_else(|| asking.today.month_start().before());
        let ahead = until >= asking.today;
        let until = if ahead { asking.today.before() } else { until };
        let rows = asking.read().await?.unsettled(until).await?;
        Ok(page(rows, until, ahead, asking.today.before()))
    })
}

fn page(rows: Vec<Unsettled>, until: Day, ahead: bool, yesterday: Day) -> Markup {
    let owed: Fen = rows.iter().map(Unsettled::owed).sum();
    let ahead = ahead.then(|| view! { <p class="quiet">{t!("settle-ahead", day = until)}</p> });
    // Where nothing is to be settled, what was owed then is left out.
    let sum = (!rows.is_empty()).then(|| {
        view! { <Figures><Figure value=words::money(owed) label=t!("settle-owed", day = until)/></Figures> }
    });
    let list = if rows.is_empty() {
        view! {
            <Empty title=t!("settle-none", day = until)><Go href=addresses::pay() tone=Tone::Next>{t!("nav-pay")}</Go></Empty>
        }
        .into_markup()
    } else {
        list(rows, until)
    };
    view! {
        <Page title=t!("settle-title") lead=t!("settle-lead") back=Link::to(addresses::pay(), t!("nav-pay")) wide=true>
            <Panel>
                <Form action=addresses::settle() get=true inline=true>
                    <DayField name="until" label=t!("settle-until") hint=t!("settle-until-hint") value=until/>
                    <Submit tone=Tone::Plain>{t!("settle-show")}</Submit>
                </Form>
                {(until != yesterday).then(|| view! {
                    <p><a class="quiet" href=addresses::settle().with("until", yesterday)>{t!("settle-yesterday", day = yesterday)}</a></p>
                })}
                {ahead}
            </Panel>
            {sum}
            {list}
        </Page>
    }
    .into_markup()
}

fn list(rows: Vec<Unsettled>, until: Day) -> Markup {
    view! {
        <Panel title=t!("settle-with")>
            <p class="quiet">{t!("settle-hint")}</p>
            <Form action=SettleWorkers::target()>
                <Hidden name="until" value=until/>
                // Made inside the form: a field asks the form around it what was typed.
                {laid_out(&SettleWorkers::target(), fields(&rows), review(&rows, until), view! { <Submit>{t!("settle-do")}</Submit> }.into_markup())}
            </Form>
        </Panel>
    }
    .into_markup()
}

fn fields(rows: &[Unsettled]) -> Markup {
    let rows: Vec<_> = rows.iter().map(row).collect();
    view! {
        <Table caption=t!("settle-with") quiet=true stack=true heads=heads()><tbody>{rows}</tbody></Table>
    }
    .into_markup()
}

/// With whom, what each is owed, and together, of a form that was sent and is to be looked at once more; nothing before that.
fn review(rows: &[Unsettled], until: Day) -> Option<Markup> {
    let draft = Draft::sent_to(&SettleWorkers::target())?;
    let until = draft.typed("until").and_then(|day| day.parse().ok()).unwrap_or(until);
    let chosen = |row: &&Unsettled| draft.typed(&format!("chosen[{}]", row.who.id)).is_some();
    let chosen: Vec<_> = rows.iter().filter(chosen).collect();
    let sum: Fen = chosen.iter().map(|row| row.owed()).sum();
    let review = Review {
        field: "reviewed",
        looked_at: looked_at(until, chosen.iter().map(|row| (row.who.id, row.owed())).collect()),
        title: t!("settle-review-title", n = chosen.len(), day = until, money = sum),
        heads: [t!("thing-worker"), t!("slip-owed")],
        amounts: chosen.iter().map(|row| (row.who.name.clone(), row.owed())).collect(),
        then: t!("settle-review-then"),
    };
    review.shown()
}

/// The columns of a settlement, after the worker's own.
fn heads() -> Vec<Head> {
    let sums = std::iter::once(t!("slip-owed")).chain(sums_of()).map(Head::number);
    std::iter::once(Head::words(t!("thing-worker"))).chain(sums).collect()
}

/// What the sum is made of.
fn sums_of() -> [String; 6] {
    [t!("slip-carried"), t!("slip-earned"), t!("slip-bonus"), t!("slip-deducted"), t!("slip-advanced"), t!("slip-paid")]
}

fn row(one: &Unsettled) -> Markup {
    let Unsettled { who, settled, carried, tally, disputes } = one;
    let since = settled.map(|day| t!("settle-since", day = words::short_day(day)));
    let name = if *disputes {
        // Who waits for an answer cannot be ticked.
        view! {
            <a href=addresses::worker(who.id).at("book")>{who.name.clone()}</a>
            " " <Tag tone=Tone::Warn>{t!("settle-disputes")}</Tag>
        }
        .into_markup()
    } else {
        view! { <Check name=format!("chosen[{}]", who.id) label=who.name.clone() checked=true/> }.into_markup()
    };
    let owed = words::money(one.owed());
    let sums = [*carried, tally.earned, tally.bonus, -tally.deducted, -tally.advanced, -tally.paid];
    let sums = sums.into_iter().zip(sums_of()).map(|(fen, label)| some(fen, label)).collect::<Vec<_>>();
    view! {
        <tr>
            <th scope="row">{name} <small class="quiet">{who.number.clone()} " " {since}</small></th>
            <Cell label=t!("slip-owed") number=true><b>{owed}</b></Cell>
            {sums}
        </tr>
    }
    .into_markup()
}

/// An amount; nothing where it is zero.
fn some(fen: Fen, label: String) -> Markup {
    match fen {
        // Nothing at all, so that a phone passes over it.
        Fen::ZERO => view! { <td class="n"></td> }.into_markup(),
        fen => view! { <Cell label number=true>{words::money(fen)}</Cell> }.into_markup(),
    }
}
