//! Views that are written out as soon as they are made.
//!
//! A page is made on the server only, and whole. Leptos' own way to forget a view's type, `AnyView`, carries the code for every
//! way to show it: at once, waited for, streamed, built in a browser, built again. A page needs the first alone, and the others
//! were more than half of what was compiled (ARCHITECTURE, "Build time").

use leptos::children::{ChildrenOptContainer, ToChildren};
use leptos::prelude::RenderHtml;
use leptos::tachys::html::InertElement;
use leptos::tachys::view::Position;

/// A view, written out: its HTML.
///
/// It stands as a child: attributes of a component cannot be added to it.
pub type Markup = InertElement;

/// Writes a view out.
pub trait IntoMarkup {
    /// The view's HTML; texts and attributes in it are escaped.
    fn into_markup(self) -> Markup;

    /// The view's HTML as a text.
    fn into_html(self) -> String;
}

impl<T: RenderHtml> IntoMarkup for T {
    fn into_markup(self) -> Markup {
        InertElement::new(self.into_html())
    }

    fn into_html(self) -> String {
        let mut html = String::with_capacity(T::MIN_LENGTH);
        self.to_html_with_buf(&mut html, &mut Position::FirstChild, true, false, Vec::new());
        html
    }
}

/// What stands between a component's tags, written out once it is called.
pub struct Children(Box<dyn FnOnce() -> Markup + Send>);

impl Children {
    /// Makes the children, with the contexts of where it is called.
    pub fn call(self) -> Markup {
        (self.0)()
    }
}

impl<F, T> ToChildren<F> for Children
where
    F: FnOnce() -> T + Send + 'static,
    T: RenderHtml,
{
    fn to_children(make: F) -> Self {
        Children(Box::new(move || make().into_markup()))
    }
}

impl<T> ToChildren<ChildrenOptContainer<T>> for Children
where
    T: RenderHtml + 'static,
{
    fn to_children(ChildrenOptContainer(view): ChildrenOptContainer<T>) -> Self {
        Children(Box::new(move || view.into_markup()))
    }
}
