//! The question whose phone this is.

use crate::components::Panel;
use crate::markup::IntoMarkup;
use leptos::prelude::*;

/// Asks whether the phone is hers alone. Only script can keep anything, so it shows it.
#[component]
pub fn ThisPhone(
    /// Whether it goes once she has answered; else it shows the answer, which can be changed.
    #[prop(optional)]
    once: bool,
) -> impl IntoView {
    let for_shared = if once { "shared" } else { "mine" };
    view! {
        <div data-phone=if once { "once" } else { "" } hidden>
            <Panel title=t!("phone-title")>
                <p data-phone-if="shared">{t!("phone-lead")}</p>
                <p data-phone-if="mine" hidden>{t!("phone-kept")}</p>
                <label class="check"><input type="checkbox" data-phone-pay/>{t!("phone-pay")}</label>
                <p class="error" data-phone-failed hidden>{t!("phone-failed")}</p>
                <div class="row">
                    <button type="button" class="button plain" data-phone-mine data-phone-if="shared">{t!("phone-mine")}</button>
                    <button type="button" class="button plain" data-phone-shared data-phone-if=for_shared hidden=!once>
                        {if once { t!("phone-shared") } else { t!("phone-no-more") }}
                    </button>
                </div>
            </Panel>
        </div>
    }
    .into_markup()
}
