//! QR codes: a worker's card, a firm's link.

use crate::markup::IntoMarkup;
use std::fmt::Write;

use leptos::prelude::*;
use qrcode::{Color, EcLevel, QrCode};

/// The light margin that readers need, in modules.
const MARGIN: usize = 4;

/// A QR code with the same beneath it in letters, for anyone who cannot scan. A text too long for a code is shown in letters only.
#[component]
pub fn Qr(
    /// What it holds: a whole address with `https://`.
    #[prop(into)]
    text: String,
    /// What stands beneath, where the text itself is not fit to be typed: a short code.
    #[prop(optional, into)]
    shown: Option<String>,
) -> impl IntoView {
    let code = QrCode::with_error_correction_level(&text, EcLevel::M).ok().map(|code| {
        let side = code.width() + 2 * MARGIN;
        view! {
            <svg viewBox=format!("0 0 {side} {side}") role="img" aria-label=t!("qr-label", text = &text)>
                <path d=dark_modules(&code)/>
            </svg>
        }
    });
    view! { <figure class="qr">{code}<figcaption>{shown.unwrap_or(text)}</figcaption></figure> }.into_markup()
}

/// The dark modules as one path, a run of neighbours at a time.
fn dark_modules(code: &QrCode) -> String {
    let colors = code.to_colors();
    let mut path = String::new();
    for (y, row) in colors.chunks(code.width()).enumerate() {
        let mut x = 0;
        for run in row.chunk_by(|a, b| a == b) {
            if run.first() == Some(&Color::Dark) {
                // Writing into a String does not fail.
                let _ = write!(path, "M{} {}h{}v1h-{}z", x + MARGIN, y + MARGIN, run.len(), run.len());
            }
            x += run.len();
        }
    }
    path
}
