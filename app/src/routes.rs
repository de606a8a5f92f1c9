//! Every page's address, face by face.
//!
//! Pages render whole before they are sent (`SsrMode::Async`): a page must read without script, where nothing could fill
//! in what would stream later.

use crate::components::{Flash, Tone};
use crate::request::{Done, Problem, done_in, value};
use crate::{auth, coordinator, firm, worker};
use ledger::values::pieces::Pieces;
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
                <auth::AuthRoutes/>
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
    // The server may know better why there is no page.
    crate::components::load(async { Err(use_context::<Problem>().unwrap_or(Problem::NotFound)) })
}

/// What the last act left to say, from the page's query.
#[must_use]
pub fn flash(query: &str) -> Option<Flash> {
    let done = Done::of_code(&value(query, "done")?)?;
    // Pieces that were not given out with the others: it is looked at more than what all went well with.
    let left = value(query, "left").filter(|_| done == Done::Issued).and_then(|left| Pieces::parse(&left).ok());
    Some(match left {
        Some(left) => Flash { tone: Tone::Warn, text: t!("done-issued-left", n = left) },
        None => Flash { tone: Tone::Good, text: done_in(query, done) },
    })
}
