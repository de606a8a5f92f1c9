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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::Language;

    fn document(language: Language, assets: Assets) -> String {
        Owner::new().with(|| {
            provide_context(language);
            provide_context(assets);
            let options = LeptosOptions::builder().output_name("petalwork").site_pkg_dir("pkg/5eed").build();
            view! { <Shell options><p>"the page"</p></Shell> }.to_html()
        })
    }

    #[test]
    fn the_document_names_its_language_and_its_styles() {
        let assets = Assets { stylesheet: "/pkg/5eed/petalwork.css".to_owned(), scripts: false };
        let html = document(Language::En, assets);
        assert!(html.starts_with("<!DOCTYPE html><html lang=\"en\">"), "{html}");
        assert!(html.contains("href=\"/pkg/5eed/petalwork.css\""), "{html}");
        assert!(!html.contains("<script"), "{html}");
    }

    #[test]
    fn the_browser_half_is_called_from_its_own_folder() {
        let html = document(Language::ZhCn, Assets { scripts: true, ..Assets::default() });
        assert!(html.contains("<html lang=\"zh-CN\">"), "{html}");
        assert!(html.contains("/pkg/5eed/petalwork.js"), "{html}");
        assert!(html.contains("/pkg/5eed/petalwork_bg.wasm"), "{html}");
    }
}
