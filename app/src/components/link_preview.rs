//! What a chat shows of a link before anybody opens it: nobody's name, no money, only what kind of page it leads to.

use super::{Face, Masthead};
use crate::addresses::{self, Address};
use crate::markup::IntoMarkup;
use crate::request::{PLACEHOLDER, link};
use leptos::prelude::*;

/// For the head of a page that strangers see, as which a chat looks at a link too. Her own pages do not pay for it.
#[component]
pub fn LinkPreview() -> impl IntoView {
    let Masthead { face, path, .. } = Masthead::of_request();
    (face == Face::Stranger)
        .then(|| {
            let (title, description) = said(&path);
            view! {
                <meta name="description" content=description.clone()/>
                {property("og:title", title)}
                {property("og:description", description)}
                {property("og:image", link(&addresses::preview_picture()))}
            }
        })
        .into_markup()
}

/// The macro of views does not know it.
fn property(name: &'static str, content: String) -> impl IntoView {
    leptos::html::meta().attr("property", name).content(content)
}

/// Title and description of a page, by what kind of link leads there.
fn said(path: &str) -> (String, String) {
    let kinds = [
        (addresses::card(), t!("preview-card"), t!("preview-card-what")),
        (above(addresses::firm_link), t!("preview-firm"), t!("preview-firm-what")),
        (above(addresses::delivery_note), t!("preview-delivery"), t!("preview-delivery-what")),
        (above(addresses::set_up), t!("preview-invitation"), t!("preview-invitation-what")),
    ];
    let here = Address::local(path);
    let kind = kinds.into_iter().find(|(page, ..)| here.as_ref().is_some_and(|here| here.is_within(page)));
    kind.map_or_else(|| (t!("preview-title"), t!("preview-what")), |(_, title, what)| (title, what))
}

/// The page above those that end in a secret.
fn above(page: fn(&str) -> Address) -> Address {
    let page = page(PLACEHOLDER);
    Address::local(page.as_str().trim_end_matches(PLACEHOLDER).trim_end_matches('/')).unwrap_or(page)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_link_says_what_kind_of_page_it_opens() {
        let title = |path: &str| Owner::new().with(|| said(path).0);
        assert_eq!(title("/d/0123456789"), "发货单：请验收");
        assert_eq!(title("/f/here"), "您的订单和发货");
        assert_eq!(title("/card?wrong=1"), "您的工人卡");
        assert_eq!(title("/sign-in"), title("/"));
    }
}
