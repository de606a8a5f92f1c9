//! She declares what she brings; the coordinator's count decides.

use super::heard;
use super::her_books::her_books;
use super::task::{Due, TaskHead};
use crate::addresses;
use crate::components::{AmountButtons, Empty, Form, Hear, Hidden, Link, Number, Page, Panel, Submit, Tone, load};
use crate::form_target::PostTarget;
use crate::markup::{IntoMarkup, Markup};
use crate::request::{Done, Problem, as_worker, field, go, param};
use crate::words;
use ledger::store::reads::home::WaitingHandIn;
use ledger::values::ids::IssueId;
use leptos::prelude::*;

#[component]
pub fn HandInPage() -> impl IntoView {
    load(async {
        let (asking, worker) = as_worker()?;
        let issue: IssueId = param("issue")?;
        let (held, waiting) =
            her_books(&asking, worker).await?.of_worker(worker).held_issue(issue).await?.ok_or(Problem::NotFound)?;
        let (left, today) = (held.undeclared(), asking.today);
        let what = t!("style-step", style = &held.task.flower, step = &held.task.step);
        let form = if left.any() {
            view! {
                <Form action=Declare::target() key=issue.to_string() waits=t!("waits-declare", what = what, n = "[pieces]")>
                    <Hidden name="issue" value=issue/>
                    <Number
                        name="pieces"
                        label=t!("my-hand-in-question")
                        hint=t!("my-hand-in-hint", n = left)
                        unit=t!("unit-pieces")
                        big=true
                    />
                    <AmountButtons of="pieces" most=left/>
                    <Submit>{t!("my-hand-in-send")}</Submit>
                    <p class="quiet">{t!("my-hand-in-then")}</p>
                </Form>
            }
            .into_markup()
        } else {
            view! { <Empty title=t!("my-hand-in-all")><p>{t!("my-hand-in-all-next")}</p></Empty> }.into_markup()
        };
        let say = heard::hand_in(&held, &waiting, today);
        let waiting: Vec<_> = waiting.into_iter().map(|bag| on_its_way(issue, bag)).collect();
        Ok(view! {
            <Page title=t!("my-hand-in") back=Link::to(addresses::me(), t!("nav-work"))>
                <Panel>
                    <div class="heard"><TaskHead task=held.task><Due due=held.due today/></TaskHead><Hear say/></div>
                    {form}
                    {waiting}
                </Panel>
            </Page>
        }
        .into_markup())
    })
}

/// What she declared and nobody has counted yet: she may take it back.
fn on_its_way(issue: IssueId, bag: WaitingHandIn) -> Markup {
    let says = t!("my-declared-on", n = bag.pieces, day = words::short_day(bag.day));
    view! {
        <Form action=Retract::target() key=bag.id.to_string() inline=true waits=t!("waits-retract", n = bag.pieces)>
            <p>{says}</p>
            <Hidden name="issue" value=issue/>
            <Hidden name="declared" value=bag.id/>
            <Submit tone=Tone::Plain>{t!("my-retract")}</Submit>
        </Form>
    }
    .into_markup()
}

/// Takes back what she declared by mistake.
#[server(prefix = "/api", endpoint = "retract")]
pub async fn retract(event: String, issue: String, declared: String) -> Result<(), Problem> {
    let (asking, _) = as_worker()?;
    let issue: IssueId = field::id("issue", &issue)?;
    let declared = field::id("declared", &declared)?;
    asking.perform(&event, asking.entered, ledger::model::Retract { declared }).await?;
    go(addresses::hand_in(issue), Done::Retracted)
}

/// Declares a hand-in of one of her issues.
#[server(prefix = "/api", endpoint = "declare")]
pub async fn declare(event: String, issue: String, pieces: String) -> Result<(), Problem> {
    let (asking, _) = as_worker()?;
    let ask = ledger::model::Declare { issue: field::id("issue", &issue)?, pieces: field::pieces("pieces", &pieces)? };
    asking.perform(&event, asking.entered, ask).await?;
    go(addresses::me(), Done::Declared)
}
