//! The scripts of a page: only what it uses is sent, for a phone pays for every byte.

use super::forms_script::FormsScript;
use crate::assets::Assets;
use crate::markup::IntoMarkup;
use crate::request::viewer;
use leptos::prelude::*;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

/// What a page uses of script, said by its parts while they are made. The request provides it.
#[derive(Clone, Debug, Default)]
pub struct ScriptsOfPage(Arc<Wanted>);

#[derive(Debug, Default)]
struct Wanted {
    forms: AtomicBool,
    islands: AtomicBool,
    sound: AtomicBool,
}

impl ScriptsOfPage {
    /// Said by each form.
    pub(crate) fn want_forms() {
        if let Some(Self(wanted)) = use_context() {
            wanted.forms.store(true, Ordering::Relaxed);
        }
    }

    /// Said by each loudspeaker.
    pub(super) fn want_sound() {
        if let Some(Self(wanted)) = use_context() {
            wanted.sound.store(true, Ordering::Relaxed);
        }
    }

    /// Whether there is an island among the parts that are made.
    pub(super) fn has_islands() -> bool {
        use_context().is_some_and(|Self(wanted)| wanted.islands.load(Ordering::Relaxed))
    }

    /// Said by each island.
    pub(crate) fn want_islands() {
        if let Some(Self(wanted)) = use_context() {
            wanted.islands.store(true, Ordering::Relaxed);
        }
    }
}

/// What the page wants. To be shown when all its parts are made.
#[component]
pub(super) fn PageScripts() -> impl IntoView {
    let (forms, sound) = use_context::<ScriptsOfPage>().map_or((false, false), |ScriptsOfPage(wanted)| {
        (wanted.forms.load(Ordering::Relaxed), wanted.sound.load(Ordering::Relaxed))
    });
    view! {
        // Where somebody is signed in, what waits on her device is sent by any page.
        <FormsScript wanted=forms || sound || viewer().is_some()/>
        {sound.then(|| view! { <p role="alert" data-unheard hidden>{t!("hear-failed")}</p> })}
        <IslandsScript/>
    }
    .into_markup()
}

/// The browser half.
#[component]
fn IslandsScript() -> impl IntoView {
    let wanted = ScriptsOfPage::has_islands();
    let islands = use_context::<Assets>().and_then(|assets| assets.islands).filter(|_| wanted);
    islands.map(|options| view! { <HydrationScripts options islands=true/> }).into_markup()
}

#[cfg(test)]
mod tests {
    use super::*;
    use leptos::config::LeptosOptions;

    fn script(wants: fn()) -> String {
        Owner::new().with(|| {
            let options = LeptosOptions::builder().output_name("petalwork").site_pkg_dir("pkg/5eed").build();
            provide_context(ScriptsOfPage::default());
            provide_context(Assets { islands: Some(options), ..Assets::default() });
            wants();
            view! { <IslandsScript/> }.to_html()
        })
    }

    #[test]
    fn the_browser_half_is_called_from_its_own_folder_where_a_page_has_an_island() {
        let html = script(ScriptsOfPage::want_islands);
        assert!(html.contains("/pkg/5eed/petalwork.js"), "{html}");
        assert!(html.contains("/pkg/5eed/petalwork_bg.wasm"), "{html}");
        assert!(!script(ScriptsOfPage::want_forms).contains("<script"));
    }
}
