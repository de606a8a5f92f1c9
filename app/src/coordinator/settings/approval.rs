//! Whether a second coordinator must approve.

use crate::addresses;
use crate::components::{Form, Go, Hidden, Panel, Submit, Tone};
use crate::form_target::PostTarget;
use crate::markup::{IntoMarkup, Markup};
use crate::request::{Done, Problem, as_coordinator, go};
use ledger::model::SetApproval as Ask;
use ledger::store::reads::approval::ApprovalView;
use leptos::prelude::*;

/// Turns it on, or asks another to have it turned off.
#[server(prefix = "/api", endpoint = "set_approval")]
pub async fn set_approval(event: String, on: String) -> Result<(), Problem> {
    let asking = as_coordinator()?;
    let ask = Ask { on: on.parse().map_err(|_| Problem::BadForm)? };
    let event = asking.perform(&event, None, ask).await?;
    go(addresses::settings(), Done::Saved.unless_waiting([&event]))
}

/// How it is, and the way to change it.
pub fn panel(approval: ApprovalView) -> Markup {
    let form = |on: bool, words: String| {
        view! {
            <Form action=SetApproval::target()>
                <Hidden name="on" value=on/>
                <Submit tone=Tone::Plain>{words}</Submit>
            </Form>
        }
        .into_markup()
    };
    let (how, below) = if approval.on {
        let off = form(false, t!("approval-turn-off"));
        let how = t!("approval-is-on");
        (how, view! { <p class="quiet">{t!("approval-turn-off-how")}</p> {off} }.into_markup())
    } else if approval.coordinators < 2 {
        let invite = view! { <div class="row"><Go href=addresses::access()>{t!("approval-invite")}</Go></div> };
        (t!("approval-is-off"), view! { <p>{t!("approval-alone")}</p> {invite} }.into_markup())
    } else {
        (t!("approval-is-off"), form(true, t!("approval-turn-on")))
    };
    view! { <Panel title=t!("approval-title") id="approval"><p class="quiet">{how}</p> {below}</Panel> }.into_markup()
}
