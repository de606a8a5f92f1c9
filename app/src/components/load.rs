//! Pages that read.

use super::{Empty, Go, Masthead, Page};
use crate::addresses;
use crate::markup::{IntoMarkup, Markup};
use crate::request::{Problem, redirect, viewer};
use leptos::prelude::*;
use leptos_axum::ResponseOptions;
use std::future::Future;
use std::pin::Pin;
use tracing::Instrument;

/// Shows what is read, or what stood in its way: signed out goes to the sign-in page, what is not there (or not theirs) says so.
pub fn load(reading: impl Future<Output = Result<Markup, Problem>> + Send + 'static) -> impl IntoView {
    shown(Box::pin(reading))
}

/// One for all pages: not compiled again for each.
fn shown(reading: Pin<Box<dyn Future<Output = Result<Markup, Problem>> + Send>>) -> impl IntoView {
    // It may go on as a task of its own, and what it logs is still of this request.
    let reading = reading.in_current_span();
    view! {
        <Suspense>
            {Suspend::new(async move {
                match reading.await {
                    Ok(page) => page,
                    Err(problem) => instead(&problem),
                }
            })}
        </Suspense>
    }
}

fn instead(problem: &Problem) -> Markup {
    let path = use_context::<Masthead>().map(|masthead| masthead.path).unwrap_or_default();
    match problem {
        Problem::SignedOut => redirect(&addresses::sign_in().with("then", path)),
        Problem::PinNeeded => redirect(&addresses::pin().with("then", path)),
        Problem::ProofNeeded => redirect(&addresses::proof().with("then", path)),
        other => {
            if let (Some(response), Ok(status)) =
                (use_context::<ResponseOptions>(), axum::http::StatusCode::from_u16(other.status()))
            {
                response.set_status(status);
            }
        }
    }
    let words = match problem {
        // Who is not signed in has no menu.
        Problem::NotFound if viewer().is_none() => t!("problem-not-found-here"),
        other => other.words(),
    };
    // Those who are signed in have the menu; a stranger has nowhere else to go.
    let home = viewer().map(|viewer| viewer.person.home());
    let on = match (problem, home) {
        (_, None) | (Problem::LinkGone | Problem::LinkLost, _) => Some((addresses::landing(), t!("access-who"))),
        (Problem::FormAddress | Problem::OtherSite, Some(home)) => Some((home, t!("problem-go-home"))),
        (_, Some(_)) => None,
    };
    let on = on.map(|(href, words)| view! { <Go href>{words}</Go> });
    view! { <Page title=t!("problem-title")><Empty title=words>{on}</Empty></Page> }.into_markup()
}
