//! What somebody may be whom this browser does not know.

use crate::addresses;
use crate::components::Row;
use crate::markup::IntoMarkup;
use leptos::prelude::*;

/// The ways in by role, in [`crate::components::Rows`].
#[component]
pub(super) fn Roles() -> impl IntoView {
    view! {
        <Row href=addresses::sign_in() title=t!("access-coordinator") note=t!("access-coordinator-note")/>
        <Row href=addresses::card() title=t!("access-worker") note=t!("access-worker-note")/>
        <Row href=addresses::sign_in() title=t!("access-firm") note=t!("access-firm-note")/>
    }
    .into_markup()
}
