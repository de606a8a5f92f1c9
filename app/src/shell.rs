//! The document around every page.

use leptos::prelude::*;
use leptos_meta::MetaTags;

use crate::addresses;
use crate::assets::Assets;
use crate::components::{Face, LinkPreview, Masthead};
use crate::text_size::TextSize;
use crate::words;

/// The mark in the browser's tab, served at `/favicon.svg` as `image/svg+xml`.
pub const FAVICON: &str = include_str!("../../style/favicon.svg");

/// What a phone needs to put the app among its own, served at `/manifest.webmanifest` as `application/manifest+json`.
pub const MANIFEST: &str = include_str!("../../style/manifest.webmanifest");

/// The whole document. Its children are the app: `<Shell><App/></Shell>`.
///
/// Takes the language, the [`Assets`] and who looks at the page from the request's context.
#[component]
pub fn Shell(children: Children) -> impl IntoView {
    let Assets { stylesheet, small_stylesheet, .. } = use_context::<Assets>().unwrap_or_default();
    let Masthead { face, path, .. } = Masthead::of_request();
    // With it a browser fetches an icon of 6 KB, as much as her page with its styles: hers is put among a phone's apps from her account.
    let manifest = (face != Face::Worker || path.starts_with(addresses::account().as_str()))
        .then(|| view! { <link rel="manifest" href="/manifest.webmanifest"/> });
    let stylesheet = match face {
        Face::Stranger | Face::Worker => small_stylesheet,
        Face::Coordinator | Face::Helper | Face::Firm => stylesheet,
    };
    view! {
        <!DOCTYPE html>
        <html lang=words::language().tag() class=TextSize::of_request().class()>
            <head>
                <meta charset="utf-8"/>
                <meta name="viewport" content="width=device-width, initial-scale=1"/>
                <meta name="color-scheme" content="light dark"/>
                <meta name="theme-color" media="(prefers-color-scheme: light)" content="#f4ecdd"/>
                <meta name="theme-color" media="(prefers-color-scheme: dark)" content="#191410"/>
                <meta name="format-detection" content="telephone=no"/>
                <link rel="stylesheet" href=stylesheet/>
                <link rel="icon" href="/favicon.svg" type="image/svg+xml"/>
                {manifest}
                <LinkPreview/>
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

    fn document(language: Language, face: Face) -> String {
        Owner::new().with(|| {
            provide_context(language);
            provide_context(Masthead { face, ..Masthead::default() });
            provide_context(Assets {
                stylesheet: "/pkg/5eed/petalwork.css".to_owned(),
                small_stylesheet: "/pkg/5eed/small.css".to_owned(),
                paper_stylesheet: "/pkg/5eed/paper.css".to_owned(),
                islands: None,
            });
            view! { <Shell><p>"the page"</p></Shell> }.to_html()
        })
    }

    #[test]
    fn the_document_names_its_language_and_its_styles() {
        let html = document(Language::En, Face::Coordinator);
        assert!(html.starts_with("<!DOCTYPE html><html lang=\"en\""), "{html}");
        assert!(html.contains("href=\"/pkg/5eed/petalwork.css\""), "{html}");
        assert!(!html.contains("<script"), "{html}");
    }

    #[test]
    fn who_chose_large_text_is_shown_it() {
        let html = Owner::new().with(|| {
            provide_context(TextSize::Large);
            view! { <Shell><p>"the page"</p></Shell> }.to_html()
        });
        assert!(html.contains(" class=\"large\">"), "{html}");
    }

    #[test]
    fn a_phone_gets_only_the_styles_that_its_pages_use() {
        for face in [Face::Worker, Face::Stranger] {
            let html = document(Language::ZhCn, face);
            assert!(html.contains("<html lang=\"zh-CN\"") && html.contains("href=\"/pkg/5eed/small.css\""), "{html}");
        }
    }
}
