//! All women's tables on one page, for a place without a network: what is entered waits on the device.

use super::holds;
use super::record;
use super::row::{Work, works};
use super::why::why;
use crate::addresses;
use crate::components::{AWAY_SCRIPT, Draft, Empty, Fold, Form, Go, Hidden, Link, Page, Submit, ThisPhone, Tone, load};
use crate::form_target::PostTarget;
use crate::markup::{IntoMarkup, Markup};
use crate::request::{Problem, as_coordinator_or_helper};
use ledger::store::reads::count::{IssueToCount, WorkerToCount};
use leptos::nonce::use_nonce;
use leptos::prelude::*;
use std::collections::BTreeMap;

/// `/count/away`
#[component]
pub(in crate::coordinator) fn CountAwayPage() -> impl IntoView {
    load(async {
        let asking = as_coordinator_or_helper()?;
        let mut books = asking.read().await?;
        let workers = books.counts().workers_to_count("").await?;
        let mut held: BTreeMap<_, Vec<IssueToCount>> = BTreeMap::new();
        for (worker, issue) in books.counts().issues_at_home().await? {
            held.entry(worker).or_default().push(issue);
        }
        let sees_money = asking.sees_money();
        let tables: Vec<_> = workers
            .into_iter()
            .filter_map(|worker| {
                let issues = held.remove(&worker.who.id)?;
                Some(table(worker, works(issues, sees_money)))
            })
            .collect();
        Ok::<_, Problem>(page(tables))
    })
}

fn page(tables: Vec<Markup>) -> Markup {
    let back = Link::to(addresses::count(), t!("nav-count"));
    if tables.is_empty() {
        return view! {
            <Page title=t!("count-away") back>
                <Empty title=t!("count-nobody")><Go href=addresses::orders() tone=Tone::Next>{t!("nav-orders")}</Go></Empty>
            </Page>
        }
        .into_markup();
    }
    view! {
        <Page title=t!("count-away") lead=t!("count-away-lead") back>
            <ThisPhone counting=true/>
            <div class="field" data-find hidden>
                <label for="away-find">{t!("count-find")}</label>
                <input id="away-find" type="search" inputmode="search" maxlength=60/>
            </div>
            <div
                class="stack"
                data-away
                data-left=t!("count-away-left", n = "[n]", left = "[left]")
                data-over=t!("count-over")
                data-reason=t!("count-away-reason")
                data-number=t!("count-away-number")
                data-nothing=t!("count-away-nothing")
            >
                {tables}
            </div>
            <script type="module" src=AWAY_SCRIPT.address.as_str() nonce=use_nonce()></script>
        </Page>
    }
    .into_markup()
}

/// What one woman has, behind her name.
fn table(worker: WorkerToCount, works: Vec<Work>) -> Markup {
    let held = holds(&worker);
    let WorkerToCount { who, declared, keys, .. } = worker;
    let name = t!("worker-named", number = &who.number, name = &who.name);
    let brings = declared.any().then(|| t!("count-brings", n = declared));
    let title = [Some(name.clone()), Some(held), brings].into_iter().flatten().collect::<Vec<_>>().join("\u{a0}· ");
    let key = who.id.to_string();
    let draft = Draft::of_form(record::Count::target().as_str(), Some(&key));
    let waits = t!("waits-count", who = &name, accepted = "[a]", rework = "[r]", scrapped = "[s]");
    view! {
        <div data-keys=keys.to_string()>
            <Fold title action=record::Count::target() key=key.clone()>
                <Form action=record::Count::target() key=key.clone() by_button=true waits=waits>
                    <Hidden name="worker" value=who.id/>
                    <Hidden name="away" value="yes"/>
                    // Made inside the form: a field asks the form around it what was typed.
                    {works.iter().map(|work| work.row(None, false)).collect::<Vec<_>>()}
                    {why(draft.as_ref(), String::new())}
                    <Submit>{t!("count-do")}</Submit>
                </Form>
            </Fold>
        </div>
    }
    .into_markup()
}
