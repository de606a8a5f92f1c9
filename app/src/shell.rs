//! The document around every page.

use leptos::config::LeptosOptions;
use leptos::prelude::*;
use leptos_meta::MetaTags;

use crate::words;

/// Where the browser finds what belongs to a page; the server provides it with every request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Assets {
    /// The stylesheet's address, with the hash of its content in it.
    pub stylesheet: String,
    /// Whether the browser half is there; its folder is the options' `site_pkg_dir`. Where it is not, no script is sent.
    pub scripts: bool,
}

impl Default for Assets {
    fn default() -> Self {
        Assets { stylesheet: "/petalwork.css".to_owned(), scripts: false }
    }
}

/// The mark in the browser's tab, served at `/favicon.svg` as `image/svg+xml`.
pub const FAVICON: &str = include_str!("../../style/favicon.svg");

/// What a phone needs to put the app among its own, served at `/manifest.webmanifest` as `application/manifest+json`.
pub const MANIFEST: &str = include_str!("../../style/manifest.webmanifest");

/// The whole document. Its children are the app: `<Shell options><App/></Shell>`.
///
/// Takes the language, the [`Assets`] and the nonce of the security policy from the request's context.
#[component]
pub fn Shell(options: LeptosOptions, children: Children) -> impl IntoView {
    let Assets { stylesheet, scripts } = use_context::<Assets>().unwrap_or_default();
    let scripts = scripts.then(|| view! { <HydrationScripts options islands=true/> });
    view! {
        <!DOCTYPE html>
        <html lang=words::language().tag()>
            <head>
                <meta charset="utf-8"/>
                <meta name="viewport" content="width=device-width, initial-scale=1"/>
                <meta name="color-scheme" content="light dark"/>
                <meta name="theme-color" media="(prefers-color-scheme: light)" content="#f4ecdd"/>
                <meta name="theme-color" media="(prefers-color-scheme: dark)" content="#191410"/>
                <meta name="format-detection" content="telephone=no"/>
                <link rel="stylesheet" href=stylesheet/>
                <link rel="icon" href="/favicon.svg" type="image/svg+xml"/>
                <link rel="manifest" href="/manifest.webmanifest"/>
                {scripts}
                <MetaTags/>
            </head>
            <body>{children()}</body>
        </html>
    }
}
