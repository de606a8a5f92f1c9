//! Pages that script asks for.

use leptos::prelude::window;
use leptos::wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Document, DomParser, FormData, HtmlFormElement, Request, Response, SupportedType, UrlSearchParams};

/// The fields of a form, as the browser would send them.
pub(super) fn fields(form: &HtmlFormElement) -> Result<UrlSearchParams, JsValue> {
    UrlSearchParams::new_with_str_sequence_sequence(&FormData::new_with_form(form)?.into())
}

/// The answer, and the page that it is; an error where none comes, or one that went wrong.
pub(super) async fn answer(request: &Request) -> Result<(Response, Document), JsValue> {
    drop(request.headers().set("accept", "text/html"));
    let response: Response = JsFuture::from(window().fetch_with_request(request)).await?.dyn_into()?;
    if !response.ok() {
        return Err(JsValue::NULL);
    }
    let text = JsFuture::from(response.text()?).await?.as_string().unwrap_or_default();
    let page = DomParser::new()?.parse_from_string(&text, SupportedType::TextHtml)?;
    Ok((response, page))
}
