//! Links and forms of counting, answered in the place of the page's content.

use super::{keys, sums};
use crate::islands::form::{all, listen_to};
use crate::islands::page::{answer, fields};
use leptos::prelude::{document, window};
use leptos::task::spawn_local;
use leptos::wasm_bindgen::{JsCast, JsValue};
use std::cell::Cell;
use std::rc::Rc;
use web_sys::{
    Document, Element, Event, EventTarget, HtmlElement, HtmlFormElement, HtmlInputElement, KeyboardEvent, MouseEvent,
    Request, RequestInit,
};

/// The links that are answered in place, and the forms.
const LINKS: &str = "a[href^='/count?'], a[href='/count']";
const FORMS: &str = "form:is([action='/api/count'], [action='/api/recount'])";

/// The page, which stays; what stands in `main` comes and goes.
pub(super) struct Desk {
    main: Element,
    /// Whether an answer is waited for.
    busy: Cell<bool>,
    /// Whether she works by keys.
    by_keys: Cell<bool>,
}

pub(super) fn begin(main: Element) {
    let desk = Rc::new(Desk { main, busy: Cell::new(false), by_keys: Cell::new(false) });
    sums::show(&desk.main);
    let main: &EventTarget = &desk.main;
    let own = Rc::clone(&desk);
    listen_to(main, "input", move |event| own.typed(&event));
    let own = Rc::clone(&desk);
    listen_to(main, "keydown", move |event| own.pressed(&event));
    let own = Rc::clone(&desk);
    listen_to(main, "click", move |event| own.tapped(&event));
    let own = Rc::clone(&desk);
    listen_to(main, "submit", move |event| own.sent(&event));
    let own = Rc::clone(&desk);
    listen_to(&window(), "popstate", move |_| {
        if let Ok(address) = window().location().href() {
            own.open(address, false);
        }
    });
    // Until now links and forms loaded a page each; from here on they are answered in place.
    let _ = desk.main.set_attribute("data-live", "");
}

/// What an event happened to.
fn at(event: &Event) -> Option<Element> {
    event.target()?.dyn_into().ok()
}

impl Desk {
    fn typed(&self, event: &Event) {
        let Some(field) = at(event).and_then(|at| at.dyn_into::<HtmlInputElement>().ok()) else { return };
        if field.name() == "find" {
            keys::narrow(&self.main, &field.value());
        } else {
            sums::add_up(&field);
            sums::show(&self.main);
        }
    }

    fn pressed(self: &Rc<Self>, event: &Event) {
        let Some(key) = event.dyn_ref::<KeyboardEvent>().filter(|key| key.key() == "Enter" && !key.is_composing())
        else {
            return;
        };
        let Some(field) = at(key).and_then(|at| at.dyn_into::<HtmlInputElement>().ok()) else { return };
        self.by_keys.set(true);
        if field.name() == "find" {
            if let Some(address) = keys::meant(&self.main, &field.value()) {
                key.prevent_default();
                self.open(address, true);
            }
        } else if let Some(form) = field.closest(FORMS).ok().flatten() {
            match keys::after(&form, &field) {
                keys::After::Field(next) => {
                    key.prevent_default();
                    keys::stand_in(&next);
                }
                keys::After::Record(button) => {
                    key.prevent_default();
                    button.click();
                }
                keys::After::Nothing => {}
            }
        }
    }

    fn tapped(self: &Rc<Self>, event: &Event) {
        let plain = event.dyn_ref::<MouseEvent>().is_some_and(|tap| {
            tap.button() == 0 && !(tap.ctrl_key() || tap.meta_key() || tap.shift_key() || tap.alt_key())
        });
        let link = at(event).and_then(|at| at.closest(LINKS).ok()?);
        let address = link.filter(|_| plain).and_then(|link| link.get_attribute("href"));
        if let Some(address) = address {
            event.prevent_default();
            self.open(address, true);
        }
    }

    fn sent(self: &Rc<Self>, event: &Event) {
        let form = at(event).filter(|form| form.matches(FORMS).unwrap_or(false));
        let Some(form) = form.and_then(|form| form.dyn_into::<HtmlFormElement>().ok()) else { return };
        event.prevent_default();
        if let Ok(request) = posting(&form) {
            self.ask(request, true, Some(form));
        }
    }

    fn open(self: &Rc<Self>, address: String, goes_on: bool) {
        if let Ok(request) = Request::new_with_str(&address) {
            self.ask(request, goes_on, None);
        }
    }

    /// Asks for a page and shows it here; `goes_on`: whether Back leads to what is shown now. What was asked twice is asked once.
    fn ask(self: &Rc<Self>, request: Request, goes_on: bool, form: Option<HtmlFormElement>) {
        if self.busy.replace(true) {
            return;
        }
        drop(self.main.set_attribute("aria-busy", "true"));
        let own = Rc::clone(self);
        spawn_local(async move {
            let answer = answer(&request).await.map(|(response, page)| (response.url(), page));
            own.busy.set(false);
            drop(own.main.remove_attribute("aria-busy"));
            match (answer, form) {
                (Ok((address, page)), _) if address.contains("/count") && own.show(&page) => {
                    let moved = window().history().and_then(|history| {
                        let here = window().location().href()?;
                        if goes_on && here != address {
                            history.push_state_with_url(&JsValue::NULL, "", Some(&address))
                        } else {
                            history.replace_state_with_url(&JsValue::NULL, "", Some(&address))
                        }
                    });
                    drop(moved);
                }
                // Nothing is lost: what was typed stands there, and sent again it is the same event. Where another page answers, she is
                // signed out by now.
                (Err(_), Some(form)) => say(&form, "[data-unsent]"),
                (Ok(_), Some(form)) if form.query_selector("[data-elsewhere]").is_ok_and(|said| said.is_some()) => {
                    say(&form, "[data-elsewhere]");
                }
                // Another page, or none: the browser shows it.
                (Ok((address, _)), _) => drop(window().location().set_href(&address)),
                (Err(_), None) => drop(window().location().set_href(&request.url())),
            }
        });
    }

    /// Shows the content of a page; whether it has any.
    fn show(&self, page: &Document) -> bool {
        let Ok(Some(main)) = page.query_selector("main#main") else { return false };
        self.main.set_inner_html(&main.inner_html());
        self.main.set_class_name(&main.class_name());
        document().set_title(&page.title());
        sums::show(&self.main);
        window().scroll_to_with_x_and_y(0.0, 0.0);
        // By thumb, the keyboard stays away until a field is tapped, unless a number is to be typed.
        let wanted = if self.by_keys.get() { "[autofocus]" } else { "[autofocus]:not([name=find])" };
        if let Ok(Some(field)) = self.main.query_selector(wanted) {
            keys::stand_in(&field);
        } else if let Some(head) =
            self.main.query_selector("h1").ok().flatten().and_then(|head| head.dyn_into::<HtmlElement>().ok())
        {
            head.set_tab_index(-1);
            drop(head.focus());
        }
        true
    }
}

/// Shows that of the messages of a form, and no other.
fn say(form: &HtmlFormElement, message: &str) {
    for said in all::<Element>(form.query_selector_all("[data-unsent], [data-elsewhere]")) {
        drop(said.toggle_attribute_with_force("hidden", !said.matches(message).unwrap_or(false)));
    }
}

/// A form as the browser would send it.
fn posting(form: &HtmlFormElement) -> Result<Request, JsValue> {
    let how = RequestInit::new();
    how.set_method("POST");
    how.set_body(&fields(form)?.into());
    let address = form.get_attribute("action").unwrap_or_default();
    Request::new_with_str_and_init(&address, &how)
}
