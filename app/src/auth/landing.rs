//! The first page: who are you?

use super::demo::{DemoSignIn, MakeDemo};
use super::enter::entrance;
use super::entry::Entry;
use super::roles::Roles;
use super::start::StartHere;
use crate::components::{Page, Rows, load};
use crate::markup::IntoMarkup;
use crate::request::{known_phones, redirected, viewer};
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
        let known = known_phones().await?;
        if !known.is_empty() {
            return entrance(&entry, known, String::new(), demo.into_markup()).await;
        }
        Ok(view! {
            <Page title=t!("access-who") lead=t!("access-who-lead")>
                {demo}
                <Rows><Roles/></Rows>
            </Page>
        }
        .into_markup())
    })
}
