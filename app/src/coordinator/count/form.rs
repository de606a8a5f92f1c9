//! One worker at the table: numbers for each kind of work that she has.

use super::record;
use super::row::{Work, works};
use super::why::why;
use crate::addresses;
use crate::components::{Draft, Empty, Form, Go, Hidden, Link, Notice, Page, Panel, Submit, Tone};
use crate::form_target::PostTarget;
use crate::islands::Counting;
use crate::markup::IntoMarkup;
use ledger::model::Count;
use ledger::store::reads::count::HerTable;
use leptos::prelude::*;

/// All that she has in one form; `again` is a count that was undone and is to be entered again.
#[component]
pub(super) fn CountForm(
    table: HerTable,
    again: Option<Count>,
    /// Whether what a piece earns is for this one to see.
    sees_money: bool,
) -> impl IntoView {
    let HerTable { who, issues } = table;
    let back = Link::to(addresses::count(), t!("nav-count"));
    let title = t!("worker-named", number = &who.number, name = &who.name);
    if issues.is_empty() {
        return view! {
            <Page title back>
                <Counting/>
                <Empty title=t!("count-holds-none")>
                    {sees_money.then(|| view! { <Go href=addresses::worker(who.id)>{t!("count-her-page")}</Go> })}
                </Empty>
            </Page>
        }
        .into_markup();
    }
    let draft = Draft::sent_to(&record::Count::target());
    let refused = draft.is_some();
    let works = works(issues, sees_money);
    let declared = works.iter().any(Work::is_declared);
    // The cursor waits in the first number that is to be entered: of what she says she brings, else of the oldest.
    let first = works.iter().position(Work::is_declared).unwrap_or(0);
    let reason = again.as_ref().map(|count| count.reason.to_string()).unwrap_or_default();
    let again_notice = again.is_some().then(|| view! { <Notice tone=Tone::Warn title=t!("count-again")/> });
    view! {
        <Page title lead=if declared { t!("count-as-declared") } else { t!("count-table-lead") } back>
            <Counting/>
            {again_notice}
            <Form action=record::Count::target() by_button=true>
                <Hidden name="worker" value=who.id/>
                <Panel>
                    // Made inside the form: a field asks the form around it what was typed.
                    {works.iter().enumerate().map(|(place, work)| work.row(again.as_ref(), place == first && !refused)).collect::<Vec<_>>()}
                    {why(draft.as_ref(), reason)}
                </Panel>
                // In sight wherever one is in the list: what it comes to, and the button.
                <div class="dock">
                    <p class="error left" role="alert" data-unsent hidden>{t!("count-unsent")}</p>
                    <p class="error left" role="alert" data-elsewhere hidden>
                        {t!("count-signed-out")} " " <a href=addresses::sign_in() target="_blank">{t!("count-sign-in")}</a>
                    </p>
                    <p class="sum" role="status">
                        <span data-sum="all" hidden>
                            {t!("count-sum")} " " <b data-sum="accepted"></b>
                            {sees_money.then(|| view! { "\u{a0}· " {t!("count-earns")} " " <b data-sum="earned"></b> })}
                        </span>
                        <span data-sum="over" hidden>" " {t!("count-over")}</span>
                        <span data-sum="unread" hidden>" " {t!("count-unread")}</span>
                    </p>
                    <Submit>{t!("count-do")}</Submit>
                </div>
            </Form>
        </Page>
    }
    .into_markup()
}
