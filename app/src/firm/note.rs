//! The link on a delivery note: anyone who holds the paper answers for the firm, without an account, for this delivery alone.

use super::answer::{AnswerLine, parsed};
use super::delivery::{Delivered, SentBy};
use crate::addresses;
use crate::components::{Page, PhotosOf, load};
use crate::form_target::PostTarget;
use crate::markup::IntoMarkup;
use crate::request::{Done, Problem, as_delivery, go, param};
use leptos::prelude::*;

#[component]
pub fn NotePage() -> impl IntoView {
    load(async {
        let token: String = param("token")?;
        let (asking, firm, delivery) = as_delivery(&token).await?;
        let sheet = asking.read().await?.of_firm(firm).firm_delivery(delivery).await?.ok_or(Problem::NotFound)?;
        let photos = PhotosOf::Note(token.clone());
        let by = SentBy { action: AnswerNote::target(), name: "token", value: token };
        Ok(view! {
            <Page title=t!("window-delivery", id = delivery.to_string()) lead=asking.viewer.workshop.name.to_string()>
                <Delivered sheet by photos/>
            </Page>
        }
        .into_markup())
    })
}

/// Anyone who holds a delivery note answers for its delivery.
#[server(prefix = "/api", endpoint = "answer_note")]
pub async fn answer_note(
    event: String,
    token: String,
    #[server(default)] lines: Vec<AnswerLine>,
) -> Result<(), Problem> {
    let (asking, _, delivery) = as_delivery(&token).await?;
    asking.perform(&event, None, parsed(delivery, &lines)?).await?;
    go(addresses::delivery_note(&token), Done::Answered)
}
