//! The counting table: who brings work, what of it is good, done.

mod away;
mod done;
mod form;
mod last;
mod record;
mod row;
mod why;
mod wrong;

pub(super) use away::CountAwayPage;
pub(super) use wrong::WrongCountPage;

use crate::addresses;
use crate::components::{Empty, Field, Form, Go, Page, Panel, Row, Rows, Submit, Tag, Tone, load, sought};
use crate::islands::Counting;
use crate::markup::{IntoMarkup, Markup};
use crate::request::{Asking, OpenBooks, Problem, as_coordinator_or_helper, query, redirected};
use form::CountForm;
use last::LastCounts;
use ledger::model::Count;
use ledger::store::reads::count::WorkerToCount;
use ledger::values::ids::{EventId, WorkerId};
use ledger::values::sought::Fit;
use leptos::prelude::*;

/// Counts that stay in sight, to be corrected at once.
const LAST: usize = 10;

/// `/count`, `/count?find=…`, `/count?counted=COUNT` once one was recorded, `/count?worker=ID`, and `/count?worker=ID&again=COUNT` to enter
/// one again.
#[component]
pub(super) fn CountPage() -> impl IntoView {
    load(async {
        let asking = as_coordinator_or_helper()?;
        match query::<WorkerId>("worker") {
            Some(worker) => at_the_table(&asking, worker).await,
            None => who_brings(&asking).await,
        }
    })
}

async fn at_the_table(asking: &Asking, worker: WorkerId) -> Result<Markup, Problem> {
    let mut books = asking.read().await?;
    let table = books.of_worker(worker).her_table().await?.ok_or(Problem::NotFound)?;
    let again = match query::<EventId>("again") {
        Some(count) => to_enter_again(&mut books, count).await?.filter(|count| count.worker == worker),
        None => None,
    };
    Ok(view! { <CountForm table again sees_money=asking.sees_money()/> }.into_markup())
}

/// What is to be entered again: nothing that stands, and nothing twice.
async fn to_enter_again(books: &mut OpenBooks, count: EventId) -> Result<Option<Count>, Problem> {
    let open = books.counts().one_count(count).await?.is_some_and(|count| count.to_enter_again);
    Ok(if open { books.counts().count_as_asked(count).await? } else { None })
}

async fn who_brings(asking: &Asking) -> Result<Markup, Problem> {
    let sought = sought("find");
    let mut books = asking.read().await?;
    let workers = books.counts().workers_to_count(&sought).await?;
    // Her number, typed in full, opens her table at once.
    if let [WorkerToCount { who, keys, .. }] = workers.as_slice()
        && keys.fit(&sought) == Some(Fit::Exact)
    {
        return redirected(&addresses::count().with("worker", who.id));
    }
    let by = (!asking.sees_money()).then_some(asking.actor);
    let last = books.counts().last_counts(LAST, by).await?;
    let counted = match query::<EventId>("counted") {
        Some(count) => books.counts().one_count(count).await?.filter(|count| !count.corrected),
        None => None,
    };
    let sees_money = asking.sees_money();
    let declared = workers.iter().filter(|worker| worker.declared.any()).count();
    let lead = if declared > 0 { t!("count-lead", n = declared) } else { String::new() };
    let narrowed = !sought.is_empty() && !workers.is_empty();
    let found = match (workers.is_empty(), sought.is_empty()) {
        (true, true) => {
            view! { <Empty title=t!("count-nobody")><Go href=addresses::orders() tone=Tone::Next>{t!("nav-orders")}</Go></Empty> }.into_markup()
        }
        (true, false) => view! { <Empty title=t!("count-not-found", sought = &sought)><Go href=addresses::count()>{t!("count-all")}</Go></Empty> }.into_markup(),
        (false, _) => view! { <Panel title=t!("count-who")><WorkersToCount workers/></Panel> }.into_markup(),
    };
    Ok(view! {
        <Page title=t!("nav-count") lead>
            <Counting/>
            {counted.as_ref().map(|count| done::just_counted(count, sees_money))}
            <Form action=addresses::count() get=true inline=true>
                <Field name="find" label=t!("count-find") kind="search" value=sought max=60 focus=declared == 0 || counted.is_some()/>
                <Submit tone=Tone::Plain>{t!("count-find-do")}</Submit>
            </Form>
            {narrowed.then(|| view! { <p><a href=addresses::count()>{t!("count-all")}</a></p> })}
            {found}
            <p><a href=addresses::count_away()>{t!("count-away")}</a></p>
            <LastCounts counts=last sees_money/>
        </Page>
    }
    .into_markup())
}

/// Workers to choose from: one tap.
#[component]
fn WorkersToCount(workers: Vec<WorkerToCount>) -> impl IntoView {
    let rows: Vec<_> = workers
        .into_iter()
        .map(|worker| {
            let note = holds(&worker);
            let WorkerToCount { who, declared, keys, .. } = worker;
            let brings =
                declared.any().then(|| view! { <Tag tone=Tone::Next>{t!("count-brings", n = declared)}</Tag> });
            view! {
                <Row
                    href=addresses::count().with("worker", who.id)
                    title=t!("worker-named", number = &who.number, name = &who.name)
                    note
                    keys=keys.to_string()
                >
                    {brings}
                </Row>
            }
        })
        .collect();
    view! { <Rows>{rows}</Rows> }
}

/// What she has at home, in words.
fn holds(&WorkerToCount { hand, redo, .. }: &WorkerToCount) -> String {
    if redo.any() {
        t!("count-holds-redo", hand = hand, redo = redo)
    } else if hand.any() {
        t!("count-holds", hand = hand)
    } else {
        t!("count-holds-none")
    }
}
