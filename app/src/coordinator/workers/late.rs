//! Who is late: what each worker still has at home of orders whose due day is past.

use crate::addresses;
use crate::components::{Empty, Go, Link, Page, Panel, Row, Rows, Tag, Tone, load};
use crate::markup::{IntoMarkup, Markup};
use crate::request::as_coordinator;
use crate::words;
use ledger::store::reads::late::LateIssue;
use ledger::values::day::Day;
use ledger::values::pieces::Pieces;
use leptos::prelude::*;

/// `/workers/late`
#[component]
pub fn LatePage() -> impl IntoView {
    load(async {
        let asking = as_coordinator()?;
        let late = asking.read().await?.late_work(asking.today).await?;
        let none = late.is_empty().then(|| view! { <Empty title=t!("late-none")><p>{t!("late-none-how")}</p></Empty> });
        let hers: Vec<_> = late
            .chunk_by(|one, other| one.who.id == other.who.id)
            .map(|issues| of_worker(issues, asking.today))
            .collect();
        Ok(view! {
            <Page title=t!("late-title") lead=t!("late-lead") back=Link::to(addresses::workers(), t!("nav-workers"))>
                {none} {hers}
            </Page>
        }
        .into_markup())
    })
}

fn of_worker(issues: &[LateIssue], today: Day) -> Option<Markup> {
    let who = &issues.first()?.who;
    let pieces: Pieces = issues.iter().map(|issue| issue.pieces).sum();
    let title = t!("late-who", number = &who.number, name = &who.name, n = pieces);
    let worker = who.id;
    let rows: Vec<_> = issues.iter().map(|issue| row(issue, today)).collect();
    Some(
        view! {
            <Panel title>
                <Rows>{rows}</Rows>
                <div class="row">
                    <Go href=addresses::count().with("worker", worker)>{t!("todo-count-do")}</Go>
                    <Go href=addresses::hand_over(worker)>{t!("hand-over-do")}</Go>
                </div>
            </Panel>
        }
        .into_markup(),
    )
}

fn row(issue: &LateIssue, today: Day) -> Markup {
    let late = (today.0 - issue.due.0).num_days();
    view! {
        <Row
            href=addresses::order(issue.order)
            nostrip:photo=issue.photo
            title=t!("style-step", style = &issue.style_name, step = &issue.step_name)
            note=t!("late-of", code = &issue.order_code, day = words::short_day(issue.since))
            value=words::count(issue.pieces)
        >
            <Tag tone=Tone::Bad>{t!("due-late", n = late)}</Tag>
        </Row>
    }
    .into_markup()
}
