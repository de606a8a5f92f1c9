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
    /// What stands before `/pkg/…` of the browser half; `None` where it was not built: then no script is sent at all.
    pub scripts: Option<String>,
}

impl Default for Assets {
    fn default() -> Self {
        Assets {
            stylesheet: "/petalwork.css".to_owned(),
            scripts: None,
        }
    }
}

/// The whole document. Its children are the app: `<Shell options><App/></Shell>`.
///
/// Takes the language, the [`Assets`] and the nonce of the security policy from the request's context.
#[component]
pub fn Shell(options: LeptosOptions, children: Children) -> impl IntoView {
    let Assets {
        stylesheet,
        scripts,
    } = use_context::<Assets>().unwrap_or_default();
    let scripts = scripts.map(|root| view! { <HydrationScripts options islands=true root=root/> });
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
