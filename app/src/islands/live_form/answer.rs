//! The page as the form now asks for it, and what of it is shown.

use crate::islands::form::{all, named};
use crate::islands::page::{answer, fields};
use leptos::prelude::document;
use leptos::wasm_bindgen::JsValue;
use web_sys::{Document, Element, HtmlFormElement, HtmlInputElement, Request};

/// The address of the page, with the form as it stands.
pub(super) fn with_fields(form: &HtmlFormElement, address: &str) -> Result<String, JsValue> {
    Ok([address, "?", &String::from(fields(form)?.to_string())].concat())
}

/// The page as the form now asks for it.
pub(super) async fn page(form: &HtmlFormElement, address: &str) -> Result<Document, JsValue> {
    let request = Request::new_with_str(&with_fields(form, address)?)?;
    let (response, page) = answer(&request).await?;
    if response.redirected() { Err(JsValue::NULL) } else { Ok(page) }
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
