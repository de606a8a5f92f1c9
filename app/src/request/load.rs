//! Pages that read.

use super::Problem;
use crate::components::{Empty, Page};
use leptos::prelude::*;
use leptos_axum::ResponseOptions;
use leptos_router::hooks::{use_params_map, use_query_map};
use std::future::Future;
use std::str::FromStr;

/// Shows what is read, or what stood in its way: signed out goes to the sign-in page, what is not there (or not theirs) says so.
pub fn load(reading: impl Future<Output = Result<AnyView, Problem>> + Send + 'static) -> impl IntoView {
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

/// A part of the page's address, such as the id in `/orders/:id`.
///
/// # Errors
/// [`Problem::NotFound`] when it is not of its kind.
pub fn param<T: FromStr>(name: &str) -> Result<T, Problem> {
    use_params_map()
        .with_untracked(|params| params.get(name))
        .and_then(|text| text.parse().ok())
        .ok_or(Problem::NotFound)
}

/// A part of the page's query, such as `7` in `?before=7`; `None` where it is absent or not of its kind.
#[must_use]
pub fn query<T: FromStr>(name: &str) -> Option<T> {
    use_query_map().with_untracked(|query| query.get(name)).and_then(|text| text.parse().ok())
}

fn instead(problem: &Problem) -> AnyView {
    let path = use_context::<crate::components::Masthead>().map(|masthead| masthead.path).unwrap_or_default();
    match problem {
        Problem::SignedOut => leptos_axum::redirect(&format!("/sign-in?then={}", urlencoding::encode(&path))),
        Problem::PinNeeded => leptos_axum::redirect(&format!("/me/pin?then={}", urlencoding::encode(&path))),
        other => {
            if let (Some(response), Ok(status)) =
                (use_context::<ResponseOptions>(), axum::http::StatusCode::from_u16(other.status()))
            {
                response.set_status(status);
            }
        }
    }
    let words = problem.words();
    view! { <Page title=t!("problem-title")><Empty title=words>""</Empty></Page> }.into_any()
}
