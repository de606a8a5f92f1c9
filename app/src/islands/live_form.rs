//! A form whose page is made again as it is filled in: what follows from it is shown at once, and calculated in one place only.

use leptos::prelude::*;

/// Asks for the page again, with the form as it stands, each time that something is changed; it stands in that form.
///
/// Fields and all elements with an `id` that are marked `data-live` become what the answer has in their place; not the text
/// that the cursor is in. The page does the same without script, by a button that sends the form there with GET.
#[island]
pub fn LiveForm(
    /// Where the page is made.
    address: String,
    /// Said while no answer comes.
    cut_off: String,
) -> impl IntoView {
    let is_cut_off = RwSignal::new(false);
    let place = NodeRef::<leptos::html::P>::new();
    #[cfg(feature = "hydrate")]
    Effect::new(move |_| {
        if let Some(island) = place.get() {
            live::follow(&island, address.clone(), is_cut_off);
        }
    });
    #[cfg(not(feature = "hydrate"))]
    let _ = address;
    view! { <p class="left" role="status" hidden=move || !is_cut_off.get() node_ref=place>{cut_off}</p> }
}

#[cfg(feature = "hydrate")]
mod live {
    use crate::islands::form::{all, listen, named};
    use leptos::prelude::*;
    use leptos::task::spawn_local;
    use leptos::wasm_bindgen::{JsCast, JsValue};
    use std::cell::Cell;
    use std::rc::Rc;
    use std::time::Duration;
    use wasm_bindgen_futures::JsFuture;
    use web_sys::{
        Document, DomParser, Element, FormData, HtmlFormElement, HtmlInputElement, Response, SupportedType,
        UrlSearchParams,
    };

    /// How long the hand may rest between two keys before the page is requested.
    const REST: Duration = Duration::from_millis(120);

    pub(super) fn follow(island: &Element, address: String, is_cut_off: RwSignal<bool>) {
        // Only the answer to the last change counts.
        let changes = Rc::new(Cell::new(0_u32));
        let waiting = Cell::new(None::<TimeoutHandle>);
        let _ = listen(island, move |form, _| {
            changes.set(changes.get().wrapping_add(1));
            let (form, address) = (form.clone(), address.clone());
            let (now, changes) = (changes.get(), Rc::clone(&changes));
            if let Some(earlier) = waiting.take() {
                earlier.clear();
            }
            let ask = move || {
                spawn_local(async move {
                    let answer = page(&form, &address).await;
                    if changes.get() != now {
                        return;
                    }
                    is_cut_off.set(answer.is_err());
                    match answer {
                        Ok(page) if page.get_element_by_id(&form.id()).is_some() => show(&form, &page),
                        // There is nothing to fill in any more: the page says why.
                        Ok(_) => drop(window().location().set_href(&with_fields(&form, &address).unwrap_or(address))),
                        Err(_) => {}
                    }
                });
            };
            waiting.set(set_timeout_with_handle(ask, REST).ok());
        });
    }

    /// The address of the page, with the form as it stands.
    fn with_fields(form: &HtmlFormElement, address: &str) -> Result<String, JsValue> {
        let fields = UrlSearchParams::new_with_str_sequence_sequence(&FormData::new_with_form(form)?.into())?;
        Ok([address, "?", &String::from(fields.to_string())].concat())
    }

    /// The page as the form now asks for it.
    async fn page(form: &HtmlFormElement, address: &str) -> Result<Document, JsValue> {
        let address = with_fields(form, address)?;
        let response: Response = JsFuture::from(window().fetch_with_str(&address)).await?.dyn_into()?;
        if !response.ok() || response.redirected() {
            return Err(JsValue::NULL);
        }
        let text = JsFuture::from(response.text()?).await?.as_string().unwrap_or_default();
        DomParser::new()?.parse_from_string(&text, SupportedType::TextHtml)
    }

    fn show(form: &HtmlFormElement, page: &Document) {
        let document = document();
        forget_refusal(form);
        for element in all::<Element>(page.query_selector_all("[data-live]")) {
            if let Some(own) = document.get_element_by_id(&element.id())
                && own.inner_html() != element.inner_html()
            {
                own.set_inner_html(&element.inner_html());
            }
        }
        let at = document.active_element();
        for field in all::<HtmlInputElement>(page.query_selector_all("form input")) {
            let Some(own) = named(form, &field.name()) else { continue };
            match own.type_().as_str() {
                "checkbox" => own.set_checked(field.checked()),
                "text" if at.as_ref() != Some(own.as_ref()) => own.set_value(&field.value()),
                // The event is still the one of this form.
                "hidden" if field.name().contains('[') => own.set_value(&field.value()),
                _ => {}
            }
        }
    }

    /// Why the form was refused is of what stood in it then; what is wrong now, the answer says.
    fn forget_refusal(form: &HtmlFormElement) {
        for field in all::<Element>(form.query_selector_all(".field.wrong")) {
            field.set_class_name("field");
        }
        for control in all::<Element>(form.query_selector_all("[aria-invalid]")) {
            drop(control.remove_attribute("aria-invalid"));
        }
        for refusal in all::<Element>(form.query_selector_all("[data-refused]")) {
            refusal.remove();
        }
    }
}
