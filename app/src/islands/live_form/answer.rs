//! The page as the form now asks for it, and what of it is shown.

use crate::islands::form::{all, named};
use leptos::prelude::{document, window};
use leptos::wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    Document, DomParser, Element, FormData, HtmlFormElement, HtmlInputElement, Response, SupportedType, UrlSearchParams,
};

/// The address of the page, with the form as it stands.
pub(super) fn with_fields(form: &HtmlFormElement, address: &str) -> Result<String, JsValue> {
    let fields = UrlSearchParams::new_with_str_sequence_sequence(&FormData::new_with_form(form)?.into())?;
    Ok([address, "?", &String::from(fields.to_string())].concat())
}

/// The page as the form now asks for it.
pub(super) async fn page(form: &HtmlFormElement, address: &str) -> Result<Document, JsValue> {
    let address = with_fields(form, address)?;
    let response: Response = JsFuture::from(window().fetch_with_str(&address)).await?.dyn_into()?;
    if !response.ok() || response.redirected() {
        return Err(JsValue::NULL);
    }
    let text = JsFuture::from(response.text()?).await?.as_string().unwrap_or_default();
    DomParser::new()?.parse_from_string(&text, SupportedType::TextHtml)
}

pub(super) fn show(form: &HtmlFormElement, page: &Document) {
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
