//! The first page: who are you?

use super::demo::{DemoSignIn, MakeDemo};
use super::entry::Entry;
use super::start::StartHere;
use crate::addresses;
use crate::components::{Page, Row, Rows, load};
use crate::request::{redirected, viewer};
use leptos::prelude::*;

#[component]
pub fn LandingPage() -> impl IntoView {
    load(async {
        if let Some(viewer) = viewer() {
            return redirected(&viewer.person.home());
        }
        let entry = Entry::here()?;
        let workshops = entry.store.workshops().await?;
        if workshops.is_empty() {
            let can_make = use_context::<MakeDemo>().is_some();
            return Ok(view! { <StartHere can_make/> }.into_any());
        }
        let demo = workshops.iter().any(|workshop| workshop.demo).then(|| view! { <DemoSignIn/> });
        Ok(view! {
            <Page title=t!("door-title") lead=t!("door-lead")>
                {demo}
                <Rows>
                    <Row href=addresses::sign_in() title=t!("door-coordinator") note=t!("door-coordinator-note")/>
                    <Row href=addresses::card() title=t!("door-worker") note=t!("door-worker-note")/>
                    <Row href=addresses::sign_in() title=t!("door-firm") note=t!("door-firm-note")/>
                </Rows>
            </Page>
        }
        .into_any())
    })
}
