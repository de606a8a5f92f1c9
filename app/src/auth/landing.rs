//! The first page: who are you?

use super::demo::{DemoSignIn, MakeDemo};
use super::entry::Entry;
use super::start::StartHere;
use crate::addresses;
use crate::components::{Page, Row, Rows, load};
use crate::markup::IntoMarkup;
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
            return Ok(view! { <StartHere can_make/> }.into_markup());
        }
        let demo = workshops.iter().any(|workshop| workshop.demo).then(|| view! { <DemoSignIn/> });
        Ok(view! {
            <Page title=t!("access-who") lead=t!("access-who-lead")>
                {demo}
                <Rows>
                    <Row href=addresses::sign_in() title=t!("access-coordinator") note=t!("access-coordinator-note")/>
                    <Row href=addresses::card() title=t!("access-worker") note=t!("access-worker-note")/>
                    <Row href=addresses::sign_in() title=t!("access-firm") note=t!("access-firm-note")/>
                </Rows>
            </Page>
        }
        .into_markup())
    })
}
