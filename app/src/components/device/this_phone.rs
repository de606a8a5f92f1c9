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
    /// Whether it is a coordinator's or her helper's, with the counting table on it: there is no pay to ask about.
    #[prop(optional)]
    counting: bool,
) -> impl IntoView {
    let for_shared = if once { "shared" } else { "mine" };
    let (lead, kept) = match counting {
        true => (t!("phone-count-lead"), t!("phone-count-kept")),
        false => (t!("phone-lead"), t!("phone-kept")),
    };
    view! {
        <div data-phone=if once { "once" } else { "" } hidden>
            <Panel title=t!("phone-title")>
                <p data-phone-if="shared">{lead}</p>
                <p data-phone-if="mine" hidden>{kept}</p>
                <label class="check" hidden=counting><input type="checkbox" data-phone-pay checked=counting/>{(!counting).then(|| t!("phone-pay"))}</label>
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
