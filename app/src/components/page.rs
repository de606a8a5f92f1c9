//! The frame of a page.

use crate::language::Language;
use crate::markup::{Children, IntoMarkup, Markup};
use crate::words::language;
use crate::words::other_language::marked;
use leptos::prelude::*;
use leptos_meta::Title;

use super::masthead::Top;
use super::nav::Nav;
use super::page_scripts::{PageScripts, ScriptsOfPage};
use super::paper_styles::PaperStyles;
use super::{DraftShown, Flash, Link, Masthead, Notice, Tone};

/// A whole page: title and `h1`, whose it is, navigation, what the last act left to say, then the page itself.
#[component]
pub fn Page(
    /// The `h1`, and the title in the browser's tab.
    #[prop(into)]
    title: String,
    /// One pale line under the `h1`.
    #[prop(optional, into)]
    lead: Option<String>,
    /// The page above this one.
    #[prop(optional, into)]
    back: Option<Link>,
    /// Whether the page may be as wide as the desk: for wide tables. Else a good width for reading.
    #[prop(optional)]
    wide: bool,
    children: Children,
) -> impl IntoView {
    let masthead = Masthead::of_request();
    let (face, path) = (masthead.face, masthead.path.clone());
    let back = back.map(|Link { href, words }| view! { <a class="back" href=href>{words}</a> });
    let children = children.call();
    // Forms are made by now, and one of them may have shown it.
    let unsaid = DraftShown::unsaid().map(|title| view! { <Notice tone=Tone::Bad title/> });
    let flash = use_context::<Flash>().map(|Flash { tone, text }| view! { <Notice tone title=text/> });
    let page = view! {
        <Title text=plain(&format!("{title}\u{a0}· {}", t!("brand")))/>
        <a class="skip" href="#main">{t!("skip-to-content")}</a>
        <div class="leaf">
            <Top masthead/>
            <main id="main" class=wide.then_some("wide")>
                <header class="head">
                    {back}
                    <h1>{title}</h1>
                    {lead.map(|lead| view! { <p class="lead">{lead}</p> })}
                </header>
                {unsaid}
                {flash}
                {children}
            </main>
            <Nav face path/>
        </div>
        <PaperStyles/>
        <PageScripts/>
    };
    let html = page.into_html();
    let html = if ScriptsOfPage::has_islands() { html } else { html.replace(PLACE, "") };
    Markup::new(match language() {
        Language::ZhCn => html,
        Language::En => marked(&html),
    })
}

/// Where a browser half finds its place again in a page; nobody looks for it in a page without islands, and a phone pays for it. What people
/// write has none: its `<` is escaped.
const PLACE: &str = "<!>";

/// A title as markup: `leptos_meta` writes it as it is given, and an order's number may be `</title><script>`.
fn plain(title: &str) -> String {
    title.replace('&', "&amp;").replace('<', "&lt;")
}
