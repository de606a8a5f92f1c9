//! From a change to what follows from it.

use super::answer::{page, show, with_fields};
use super::state::State;
use crate::islands::form::listen_to;
use ledger::values::pieces::Pieces;
use leptos::leptos_dom::helpers::TimeoutHandle;
use leptos::prelude::{RwSignal, Set, set_timeout_with_handle, window};
use leptos::task::spawn_local;
use leptos::wasm_bindgen::JsCast;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use std::time::Duration;
use web_sys::{Element, Event, HtmlFormElement, HtmlInputElement};

/// How long the hand may rest between two keys before the page is requested.
const REST: Duration = Duration::from_millis(120);

/// A form that is followed.
struct Live {
    form: HtmlFormElement,
    address: String,
    /// Only the answer to the last change counts.
    changes: Cell<u32>,
    waiting: Cell<Option<TimeoutHandle>>,
    /// As it stood when the last answer was shown, and whether something was changed since.
    settled: RefCell<State>,
    is_changed: Cell<bool>,
    /// What it was before each change.
    past: RefCell<Vec<State>>,
    is_cut_off: RwSignal<bool>,
    can_undo: RwSignal<bool>,
}

pub(super) fn follow(island: &Element, address: String, is_cut_off: RwSignal<bool>, can_undo: RwSignal<bool>) {
    let Some(form) = island.closest("form").ok().flatten().and_then(|form| form.dyn_into::<HtmlFormElement>().ok())
    else {
        return;
    };
    let live = Rc::new(Live {
        address,
        changes: Cell::new(0),
        waiting: Cell::new(None),
        settled: RefCell::new(State::of(&form)),
        is_changed: Cell::new(false),
        past: RefCell::new(Vec::new()),
        is_cut_off,
        can_undo,
        form,
    });
    let own = Rc::clone(&live);
    listen_to(&live.form, "input", move |event| {
        let field = event.target().and_then(|at| at.dyn_into::<HtmlInputElement>().ok());
        // Which of the jobs is shown changes nothing.
        if field.is_some_and(|field| field.name() != "shown") {
            own.changed();
        }
    });
    let own = Rc::clone(&live);
    listen_to(&live.form, "click", move |event| own.pressed(&event));
    // What was typed on an earlier visit came back before this ran: the rest follows it now.
    if live.form.has_attribute("data-restored") {
        live.changed();
    }
}

impl Live {
    fn pressed(self: &Rc<Self>, event: &Event) {
        let button =
            event.target().and_then(|at| at.dyn_into::<Element>().ok()?.closest("[data-step], [data-undo]").ok()?);
        let Some(button) = button else { return };
        event.prevent_default();
        let Some(by) = button.get_attribute("data-step") else { return self.undo() };
        let field = button.parent_element().and_then(|hand| hand.query_selector("input[type=text]").ok()?);
        let Some(field) = field.and_then(|field| field.dyn_into::<HtmlInputElement>().ok()) else { return };
        let pieces = Pieces::parse(&field.value()).map_or(0, |pieces| pieces.0) + by.parse().unwrap_or(0);
        field.set_value(&pieces.max(0).to_string());
        self.changed();
    }

    fn undo(self: &Rc<Self>) {
        let before = self.past.borrow_mut().pop();
        if let Some(before) = before {
            before.restore();
            self.can_undo.set(!self.past.borrow().is_empty());
            self.is_changed.set(true);
            self.ask();
        }
    }

    fn changed(self: &Rc<Self>) {
        if !self.is_changed.replace(true) {
            self.past.borrow_mut().push(self.settled.borrow().clone());
            self.can_undo.set(true);
        }
        self.ask();
    }

    fn ask(self: &Rc<Self>) {
        let now = self.changes.get().wrapping_add(1);
        self.changes.set(now);
        if let Some(earlier) = self.waiting.take() {
            earlier.clear();
        }
        let own = Rc::clone(self);
        let ask = move || spawn_local(async move { own.answered(now).await });
        self.waiting.set(set_timeout_with_handle(ask, REST).ok());
    }

    async fn answered(&self, change: u32) {
        let answer = page(&self.form, &self.address).await;
        if self.changes.get() != change {
            return;
        }
        self.is_cut_off.set(answer.is_err());
        match answer {
            Ok(page) if page.get_element_by_id(&self.form.id()).is_some() => {
                show(&self.form, &page);
                self.settled.replace(State::of(&self.form));
                self.is_changed.set(false);
            }
            // There is nothing to fill in any more: the page says why.
            Ok(_) => {
                let address = with_fields(&self.form, &self.address).unwrap_or_else(|_| self.address.clone());
                drop(window().location().set_href(&address));
            }
            Err(_) => {}
        }
    }
}
