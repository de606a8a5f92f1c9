//! Photos of things.

use crate::addresses::{self, Address};
use crate::markup::{IntoMarkup, Markup};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use ledger::values::picture::PictureHash;
use leptos::prelude::*;

/// Who looks at photos, as their addresses say it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum PhotosOf {
    /// Somebody who is signed in.
    #[default]
    Viewer,
    /// Who holds the delivery note with that link.
    Note(String),
}

impl PhotosOf {
    fn large(&self, picture: PictureHash) -> Address {
        match self {
            Self::Viewer => addresses::photo(picture),
            Self::Note(token) => addresses::photo_of_note(token, picture),
        }
    }

    fn small(&self, picture: PictureHash) -> Address {
        match self {
            Self::Viewer => addresses::small_photo(picture),
            Self::Note(token) => addresses::small_photo_of_note(token, picture),
        }
    }
}

/// A photo, small; it leads to the large one. Nothing where there is none.
#[component]
pub fn Photo(
    picture: Option<PictureHash>,
    /// What is seen on it.
    #[prop(into)]
    of: String,
    /// Who looks at it.
    #[prop(optional)]
    viewer: PhotosOf,
) -> impl IntoView {
    picture
        .map(|picture| {
            let (large, small) = (viewer.large(picture), viewer.small(picture));
            let seen = t!("photo-of", what = of);
            view! {
                <a class="photo" href=large>
                    <img src=small alt=seen width="72" height="72" loading="lazy" decoding="async"/>
                </a>
            }
        })
        .into_markup()
}

/// A picture that is not kept yet, as it stands in the page itself.
#[must_use]
pub fn in_page(jpeg: &[u8]) -> String {
    format!("data:image/jpeg;base64,{}", STANDARD.encode(jpeg))
}

/// The same in a row that leads elsewhere: its name stands beside it.
pub fn photo_in_row(picture: PictureHash) -> Markup {
    let small = PhotosOf::Viewer.small(picture);
    view! { <span class="photo"><img src=small alt="" width="72" height="72" loading="lazy" decoding="async"/></span> }
        .into_markup()
}
