//! Every page's address, face by face.
//!
//! Pages render whole before they are sent (`SsrMode::Async`): a page must read without script, where nothing could fill
//! in what would stream later.

use crate::request::{Done, Problem};
use crate::{coordinator, door, firm, worker};
use leptos::prelude::*;
use leptos_meta::provide_meta_context;
use leptos_router::components::{Router, Routes};

/// The app: every page.
#[component]
pub fn App() -> impl IntoView {
    provide_meta_context();
    view! {
        <Router>
            <Routes fallback=NotFound>
                <door::DoorRoutes/>
                <coordinator::WorkRoutes/>
                <coordinator::BookRoutes/>
                <coordinator::ImportRoutes/>
                <worker::WorkerRoutes/>
                <firm::FirmRoutes/>
            </Routes>
        </Router>
    }
}

#[component]
fn NotFound() -> impl IntoView {
    crate::request::load(async { Err(Problem::NotFound) })
}

/// What the last act left to say, from the page's query.
#[must_use]
pub fn flash(query: &str) -> Option<crate::components::Flash> {
    let code = query.split('&').find_map(|pair| pair.strip_prefix("done="))?;
    let done = Done::of_code(code)?;
    Some(crate::components::Flash { tone: crate::components::Tone::Good, text: done.words() })
}
