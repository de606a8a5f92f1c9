//! Recording a sound on a page.

use super::{RECORDER_SCRIPT, Upload};
use crate::markup::IntoMarkup;
use leptos::nonce::use_nonce;
use leptos::prelude::*;

/// What sounds can be, for the list of files that a telephone offers.
const ACCEPTED: &str = "audio/*,.m4a,.mp3,.wav,.ogg";

/// The field `file` of a form with `upload=true`: a file that is chosen, and buttons that record into it. Without script there is the field alone.
#[component]
pub fn Recorder(
    /// So many seconds at most.
    seconds: u32,
    #[prop(into)] hint: String,
) -> impl IntoView {
    view! {
        <div
            class="stack"
            data-recorder=seconds
            data-recording=t!("record-goes-on", most = seconds)
            data-taken=t!("record-taken")
            data-denied=t!("record-denied")
            data-file=t!("record-a-file")
            hidden
        >
            <div class="row">
                <button type="button" class="button plain">{t!("record-start")}</button>
                <button type="button" class="button plain" hidden>{t!("record-stop")}</button>
                <button type="button" class="button plain" hidden>{t!("record-hear")}</button>
                <button type="button" class="button plain" hidden>{t!("record-away")}</button>
            </div>
            <p role="status"></p>
        </div>
        <Upload name="file" label=t!("record-file") hint accept=ACCEPTED/>
        <script type="module" src=RECORDER_SCRIPT.address.as_str() nonce=use_nonce()></script>
    }
    .into_markup()
}
