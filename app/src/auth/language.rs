//! Choosing the language.

use crate::language::Language;
use crate::request::{Problem, SiteCookie, Why, local, redirect, set_cookie};
use leptos::prelude::*;

const DAYS: i64 = 365;

/// Remembers the language in this browser, and comes back to the same page.
#[server(prefix = "/api", endpoint = "language")]
pub async fn choose_language(language: String, #[server(default)] to: String) -> Result<(), Problem> {
    let language = Language::from_tag(&language).ok_or(Problem::field("language", Why::Unknown))?;
    set_cookie(SiteCookie::Language, language.tag(), DAYS);
    redirect(local(&to).unwrap_or("/"));
    Ok(())
}
