//! The top of every page: whose it is.

use crate::addresses;
use crate::form_target::PostTarget;
use crate::markup::IntoMarkup;
use crate::session::ChooseLanguage;
use crate::session::{ChooseTextSize, SignOut};
use leptos::prelude::*;

use super::{Seal, SearchBox};
use crate::language::Language;
use crate::text_size::TextSize;
use crate::words;

/// Who looks at the page: decides the navigation.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Face {
    /// Nobody is signed in: no navigation.
    #[default]
    Stranger,
    Coordinator,
    Helper,
    Worker,
    Firm,
}

/// What the top of the page says; the request provides it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Masthead {
    pub face: Face,
    /// The person's or the firm's name; empty for a stranger.
    pub name: String,
    /// The workshop's name; empty where it is not known.
    pub workshop: String,
    /// The path of this page with its query, beginning with `/`: for the navigation and to come back to.
    pub path: String,
    /// Whether this is the made-up demo village.
    pub demo: bool,
}

impl Masthead {
    pub(crate) fn of_request() -> Masthead {
        use_context::<Masthead>().unwrap_or_default()
    }
}

/// What is left to say after an act: shown once on the next page. The request provides it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Flash {
    pub tone: super::Tone,
    pub text: String,
}

/// Brand, workshop and person, the switch of language, and the way out.
#[component]
pub(super) fn Top(masthead: Masthead) -> impl IntoView {
    let Masthead { face, name, workshop, path, demo } = masthead;
    // A worker would have to find her card again: hers is on her account's page, and asks.
    let sign_out = !matches!(face, Face::Stranger | Face::Worker);
    let sign_out = sign_out.then(|| {
        view! {
            <form method="post" action=SignOut::target().as_str().to_owned()>
                <button class="link">{t!("sign-out")}</button>
            </form>
        }
    });
    let known = !name.is_empty();
    let who = (known || !workshop.is_empty()).then(|| {
        let whose = view! { <b>{name}</b><span>{workshop}</span> };
        if known {
            view! { <a class="who" href=addresses::account()>{whose}</a> }.into_markup()
        } else {
            view! { <p class="who">{whose}</p> }.into_markup()
        }
    });
    view! {
        {demo.then(|| view! { <aside class="demo">{t!("demo-banner")}</aside> })}
        <header class=if known { "top known" } else { "top" }>
            <a class="brand" href=addresses::landing() aria-label=t!("brand")><Seal/><span>{t!("brand")}</span></a>
            {who}
            {(face == Face::Coordinator).then(|| view! { <SearchBox/> })}
            <div class="ways">
                {matches!(face, Face::Stranger | Face::Worker).then(|| view! { <TextSizeSwitch path=path.clone()/> })}
                <LanguageSwitch path=path.clone()/>
                {sign_out}
            </div>
        </header>
    }
    .into_markup()
}

/// Larger text, or the usual again. It comes back to the same page.
#[component]
fn TextSizeSwitch(path: String) -> impl IntoView {
    let other = TextSize::of_request().other();
    let words = match other {
        TextSize::Large => t!("text-large"),
        TextSize::Usual => t!("text-usual"),
    };
    view! {
        <form method="post" action=ChooseTextSize::target().as_str().to_owned()>
            <input type="hidden" name="to" value=path/>
            <button class="link" name="size" value=other.code()>{words}</button>
        </form>
    }
}

/// One button for each other language. It comes back to the same page.
#[component]
fn LanguageSwitch(path: String) -> impl IntoView {
    let buttons: Vec<_> = Language::ALL
        .into_iter()
        .filter(|language| *language != words::language())
        .map(|language| {
            view! { <button class="link" name="language" value=language.tag() lang=language.tag()>{language.own_name()}</button> }
        })
        .collect();
    view! {
        <form method="post" action=ChooseLanguage::target().as_str().to_owned() aria-label=t!("language-switch")>
            <input type="hidden" name="to" value=path/>
            {buttons}
        </form>
    }
}
