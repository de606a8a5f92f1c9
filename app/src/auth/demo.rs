//! The made-up village: anybody may make it in an empty database, and be anybody in it. Never where books are real.

use super::entry::Entry;
use crate::addresses;
use crate::components::{Form, Hidden, Panel, Submit, Tone};
use crate::form_target::PostTarget;
use crate::markup::IntoMarkup;
use crate::request::{Problem, Services, Why, redirect, services};
use chrono::TimeDelta;
use ledger::store::access::Holder;
use ledger::values::text::Name;
use leptos::prelude::*;
use std::future::Future;
use std::pin::Pin;

type Making = Pin<Box<dyn Future<Output = Result<(), Problem>> + Send>>;

/// How the server makes the demo village, where it can.
#[derive(Clone, Copy)]
pub struct MakeDemo(pub fn(Services) -> Making);

/// Offers to make it.
#[component]
pub(super) fn MakeDemoForm() -> impl IntoView {
    view! {
        <Panel title=t!("access-demo") tone=Tone::Next>
            <p>{t!("access-demo-hint")}</p>
            <Form action=DemoMake::target() eventless=true>
                <Submit>{t!("access-demo-make")}</Submit>
            </Form>
        </Panel>
    }
    .into_markup()
}

/// The ways into it.
#[component]
pub(super) fn DemoSignIn() -> impl IntoView {
    let enter = |who: &'static str, words: String, tone: Tone| {
        view! {
            <Form action=DemoEnter::target() key=who eventless=true>
                <Hidden name="who" value=who/>
                <Submit tone>{words}</Submit>
            </Form>
        }
    };
    view! {
        <Panel title=t!("access-demo") tone=Tone::Next>
            <p>{t!("access-demo-choose")}</p>
            <div class="row">
                {enter("coordinator", t!("access-demo-coordinator"), Tone::Next)}
                {enter("helper", t!("access-demo-helper"), Tone::Quiet)}
                {enter("worker", t!("access-demo-worker"), Tone::Quiet)}
                {enter("firm", t!("access-demo-firm"), Tone::Quiet)}
            </div>
        </Panel>
    }
    .into_markup()
}

/// Makes the demo village, if there are no books at all.
#[server(prefix = "/api", endpoint = "demo_make")]
pub async fn demo_make() -> Result<(), Problem> {
    let services = services()?;
    let MakeDemo(make) = use_context::<MakeDemo>().ok_or(Problem::NotFound)?;
    // A second tap finds it made, or in the making.
    if services.store.workshops().await?.is_empty() {
        make(services).await?;
    }
    redirect(&addresses::landing());
    Ok(())
}

/// Lets anybody be somebody of the demo village.
#[server(prefix = "/api", endpoint = "demo_enter")]
pub async fn demo_enter(who: String) -> Result<(), Problem> {
    const ALWAYS: TimeDelta = TimeDelta::days(400);
    let entry = Entry::here()?;
    let demo = entry.store.workshops().await?.into_iter().find(|workshop| workshop.demo).ok_or(Problem::NotFound)?;
    let (holder, home) = match who.as_str() {
        "coordinator" => {
            let name = Name::parse(&t!("access-demo-name")).map_err(|_| Problem::Database)?;
            (entry.store.demo().demo_user(demo.id, false, &name, entry.now).await?, addresses::today())
        }
        "helper" => {
            let name = Name::parse(&t!("access-demo-helper-name")).map_err(|_| Problem::Database)?;
            (entry.store.demo().demo_user(demo.id, true, &name, entry.now).await?, addresses::count())
        }
        "worker" => (entry.store.demo().demo_worker(demo.id).await?, addresses::me()),
        "firm" => (entry.store.demo().demo_firm(demo.id).await?, addresses::window()),
        _ => return Err(Problem::field("who", Why::Unknown)),
    };
    let holder: Holder = holder.ok_or(Problem::NotFound)?;
    entry.let_in(demo.id, holder, ALWAYS).await?;
    redirect(&home);
    Ok(())
}
