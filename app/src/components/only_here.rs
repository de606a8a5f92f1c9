//! A warning before a link is given out that would lead nobody anywhere.

use super::{Notice, Tone};
use crate::markup::IntoMarkup;
use crate::request::Site;
use leptos::prelude::*;

/// Says that only this machine reaches the address that is printed and copied, where that is so; else nothing.
#[component]
pub fn OnlyHere() -> impl IntoView {
    let address = use_context::<Site>().filter(Site::is_this_machine).map(|site| site.address);
    address
        .map(|address| view! { <Notice tone=Tone::Warn title=t!("only-here", address = address)><p>{t!("only-here-do")}</p></Notice> })
        .into_markup()
}
