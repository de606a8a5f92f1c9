//! Forms: plain posts to server functions.

use crate::markup::{Children, IntoMarkup, Markup};
use leptos::context::Provider;
use leptos::prelude::*;

use super::{Draft, DraftAnswer, Masthead, ScriptsOfPage, Tone};
use crate::form_target::FormTarget;
use crate::request::without;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

/// A new event id, made where the event begins: in the form. The same form sent twice is one event.
pub fn fresh_event_id() -> String {
    uuid::Uuid::new_v4().to_string()
}

/// What the fields of a form need to know about it.
#[derive(Clone, Debug, Default)]
pub(super) struct FormScope {
    /// Begins the `id` of every field of this form.
    pub id: String,
    /// What was typed before it was refused.
    pub draft: Option<Draft>,
    /// Whether it records nothing when it is sent.
    is_eventless: bool,
    /// Whether a field shows some of it.
    shows_typed: Arc<AtomicBool>,
}

impl FormScope {
    /// The form around. A field that was made before its form would know nothing of what was typed: that is a mistake of the
    /// page's, which tests find.
    pub fn here() -> FormScope {
        let around = use_context::<FormScope>();
        debug_assert!(around.is_some(), "a field outside its form");
        around.unwrap_or_default()
    }

    /// What was typed into a field before the form was refused, for that field to show.
    pub fn typed(&self, name: &str) -> Option<&str> {
        let typed = self.draft.as_ref()?.typed(name)?;
        if !typed.is_empty() {
            self.shows_typed.store(true, Ordering::Relaxed);
        }
        Some(typed)
    }

    /// Whether a box of that name and value was ticked; `None` where nothing was refused.
    pub fn ticked(&self, name: &str, value: &str) -> Option<bool> {
        self.draft.as_ref()?;
        Some(self.typed(name).is_some_and(|typed| typed.lines().any(|line| line == value)))
    }
}

/// A form that posts to a server function, with a hidden `event` id. Where it was refused, it says so and keeps what was typed.
#[component]
pub fn Form(
    /// The server function: `Issue::target()`; or a page that is requested.
    #[prop(into)]
    action: FormTarget,
    /// Tells this form from others on the page with the same address; posted as `form`.
    #[prop(optional, into)]
    key: Option<String>,
    /// Whether it carries a file.
    #[prop(optional)]
    upload: bool,
    /// Whether it records no event, and so has no event id (sign-in, language).
    #[prop(optional)]
    eventless: bool,
    /// Whether it only asks for a page (a choice, a search): sent with GET, so that it can be linked to. It has no event id.
    #[prop(optional)]
    get: bool,
    /// Whether fields and button stand on one line where there is room.
    #[prop(optional)]
    inline: bool,
    /// Whether only its button sends it: Enter in one of several numbers would send them half filled in.
    #[prop(optional)]
    by_button: bool,
    /// What it enters, in words, where that may wait on her own device until there is a network: "20 of the peony". `[pieces]` stands for what is
    /// typed into that field.
    #[prop(optional, into)]
    waits: Option<String>,
    /// `Field`, `Number`, `Submit` and so on.
    children: Children,
) -> impl IntoView {
    let draft = Draft::of_form(action.as_str(), key.as_deref());
    let id = form_id(action.as_str(), key.as_deref());
    // A page may request itself and post to an address of the same last word.
    let id = if get { format!("get-{id}") } else { id };
    let event = (!eventless && !get)
        .then(|| draft.as_ref().and_then(|draft| draft.event.clone()).unwrap_or_else(fresh_event_id));
    let page = stands_on().filter(|_| !get);
    // What somebody types is kept on her device until it is recorded, by the page that it stands on.
    let keep = (event.is_some() && !upload).then(kept_of);
    if !get {
        ScriptsOfPage::want_forms();
    }
    let told = [("event", &event), ("page", &page), ("form", &key)];
    let told: Vec<_> = told.into_iter().filter_map(|(name, value)| Some((name, value.as_deref()?))).collect();
    // A file is not read until it is wanted: which form it came in must be known before.
    let target = if upload { action.telling(&told) } else { action.as_str().to_owned() };
    let event = event.map(|event| view! { <input type="hidden" name="event" value=event/> });
    let scope = FormScope { id: id.clone(), draft, is_eventless: eventless || get, ..FormScope::default() };
    // Before what stands above them: it says whether they show what was typed.
    let fields = view! { <Provider value=scope.clone()>{children.call()}</Provider> }.into_markup();
    let refused = refusal_notice(&scope);
    view! {
        <form
            method=if get { "get" } else { "post" }
            action=target
            id=id
            class=if inline { "form inline" } else { "form" }
            enctype=upload.then_some("multipart/form-data")
            data-keep=keep
            data-waits=waits
            autocomplete="off"
        >
            // Enter presses the first button of a form, and nothing where that one is disabled (HTML, implicit submission).
            {by_button.then(|| view! { <button disabled hidden></button> })}
            {event}
            {page.map(|page| view! { <input type="hidden" name="page" value=page/> })}
            {key.map(|key| view! { <input type="hidden" name="form" value=key/> })}
            {refused}
            {fields}
        </form>
    }
    .into_markup()
}

/// Where the page stands that is itself the answer to a refused form, which its address does not say: sent again from there, a
/// form would not be known to stand on it.
fn stands_on() -> Option<String> {
    use_context::<Draft>().map(|_| Masthead::of_request().path).filter(|path| !path.is_empty())
}

/// The page that a form stands on, however often it was refused.
fn kept_of() -> String {
    let path = Masthead::of_request().path;
    let Some((page, query)) = path.split_once('?') else { return path };
    // What only this visit's address says.
    let query = without(query, &["draft", "issued", "left", "counted"]);
    if query.is_empty() { page.to_owned() } else { format!("{page}?{query}") }
}

/// `issue-w12` for `/api/issue` with the key `w12`: fit for an `id`.
fn form_id(action: &str, key: Option<&str>) -> String {
    let verb = action.rsplit('/').next().unwrap_or(action);
    let whole = key.map_or_else(|| verb.to_owned(), |key| format!("{verb}-{key}"));
    whole.chars().map(|letter| if letter.is_alphanumeric() { letter } else { '-' }).collect()
}

/// Why the form was refused, with a way to the field; it takes the focus itself where no field is named.
fn refusal_notice(FormScope { id, draft, is_eventless, shows_typed }: &FormScope) -> Option<Markup> {
    let draft = draft.as_ref()?;
    let refusal = draft.refusal.clone()?;
    let says = match draft.field.as_deref() {
        Some(field) => view! { <a href=format!("#{}", field_id(id, field))>{refusal}</a> }.into_markup(),
        None => refusal.into_markup(),
    };
    let takes_focus = draft.field.is_none();
    let is_review = draft.answer == DraftAnswer::Review;
    let next = match (shows_typed.load(Ordering::Relaxed), is_eventless) {
        // It says itself what is to be looked at.
        _ if is_review => None,
        (true, _) => Some(t!("draft-kept")),
        (false, false) => Some(t!("draft-empty")),
        // What would have been recorded was nothing.
        (false, true) => None,
    };
    Some(
        view! {
            <div class=if is_review { "notice next" } else { "notice bad" } role="alert" tabindex="-1" autofocus=takes_focus data-refused>
                <strong>{says}</strong>
                {next.map(|next| view! { <p>{next}</p> })}
            </div>
        }
        .into_markup(),
    )
}

/// The `id` of a field: unique on the page, for two forms may have fields of one name.
pub(super) fn field_id(form: &str, name: &str) -> String {
    let name: String = name.chars().map(|letter| if letter.is_alphanumeric() { letter } else { '-' }).collect();
    format!("{form}-{name}")
}

/// A field that nobody sees, such as the id of what the form is about.
#[component]
pub fn Hidden<T: ToString + 'static>(
    #[prop(into)] name: String,
    /// An id, a number, a text.
    value: T,
) -> impl IntoView {
    view! { <input type="hidden" name=name value=value.to_string()/> }.into_markup()
}

/// The button that sends the form. Vermilion by default.
#[component]
pub fn Submit(
    /// `Tone::Next` (the thing to do), `Tone::Quiet`, `Tone::Bad` (cannot be undone).
    #[prop(default = Tone::Next)]
    tone: Tone,
    /// Where a form has two buttons: the field that tells which.
    #[prop(optional, into)]
    name: Option<String>,
    #[prop(optional, into)] value: Option<String>,
    /// The words on it.
    children: Children,
) -> impl IntoView {
    view! { <button class=format!("button {}", tone.class()) name=name value=value>{children.call()}</button> }
        .into_markup()
}

#[cfg(test)]
mod tests {
    use super::super::{Choice, Field, Number, Pick, Select};
    use super::*;

    /// A draft of `/api/choose` that is wrong about its pieces.
    fn draft(form: Option<&str>) -> Draft {
        let typed = [("pieces", "5o<\""), ("worker", "2"), ("pin", "1234")];
        let mut fields: std::collections::BTreeMap<_, _> =
            typed.map(|(name, value)| (name.to_owned(), value.to_owned())).into();
        fields.extend(form.map(|form| ("form".to_owned(), form.to_owned())));
        let refusal = Some("not a number".to_owned());
        Draft {
            action: FormTarget::of_endpoint("issue").into(),
            fields,
            refusal,
            field: Some("pieces".to_owned()),
            answer: DraftAnswer::Refused,
            event: None,
        }
    }

    /// The form of that address and key, as the browser gets it.
    fn rendered(draft: Option<Draft>, endpoint: &'static str, key: &'static str) -> String {
        Owner::new().with(|| {
            if let Some(draft) = draft {
                provide_context(draft);
            }
            let workers = || vec![Pick::new(1, "A"), Pick::new(2, "B")];
            view! {
                <Form action=FormTarget::of_endpoint(endpoint) key>
                    <Number name="pieces" label="Pieces" value=40_i64/>
                    <Select name="worker" label="Worker" options=workers() value="1"/>
                    <Choice name="how" label="How" options=workers() value="1"/>
                    <Field name="pin" label="PIN" kind="password"/>
                </Form>
            }
            .to_html()
        })
    }

    fn event_of(html: &str) -> &str {
        let (_, rest) = html.split_once("name=\"event\" value=\"").expect("an event id");
        rest.split('"').next().expect("its end")
    }

    #[test]
    fn a_refused_form_keeps_what_was_typed_and_says_what_is_wrong() {
        let html = rendered(Some(draft(Some("w1"))), "issue", "w1");
        assert!(html.contains("value=\"5o&lt;&quot;\""), "{html}");
        assert!(html.contains("aria-invalid=\"true\" aria-describedby=\"issue-w1-pieces-wrong\""), "{html}");
        assert!(html.contains("<p id=\"issue-w1-pieces-wrong\" data-refused class=\"error\">not a number<"), "{html}");
        assert!(html.contains("href=\"#issue-w1-pieces\">not a number<"), "{html}");
        assert!(html.contains("<option value=\"2\" selected>"), "{html}");
        assert!(!html.contains("1234"), "a PIN came back: {html}");
    }

    #[test]
    fn another_form_is_not_touched() {
        let untouched = |action, key| {
            let html = rendered(Some(draft(Some("w1"))), action, key);
            html.contains("value=\"40\"") && !html.contains("not a number") && !html.contains("aria-invalid")
        };
        assert!(untouched("issue", "w2"));
        assert!(untouched("count", "w1"));
    }

    #[test]
    fn every_form_is_one_event_unless_the_same_is_sent_again() {
        let (one, other) = (rendered(None, "issue", "w1"), rendered(None, "issue", "w1"));
        assert_ne!(event_of(&one), event_of(&other));
        uuid::Uuid::parse_str(event_of(&one)).expect("an event id is a uuid");

        let again = Draft { event: Some("the-same".to_owned()), ..draft(Some("w1")) };
        assert_eq!(event_of(&rendered(Some(again), "issue", "w1")), "the-same");
    }
}
