//! Giving up pieces that were refused or missed: confirmed once more before it is done.

use super::came;
use super::fix::about;
use crate::addresses;
use crate::components::{Confirm, Empty, Field, Go, Hidden, Link, Number, Page, Photo, load};
use crate::form_target::PostTarget;
use crate::markup::{IntoMarkup, Markup};
use crate::request::{Done, Problem, as_coordinator, field, go, param, query};
use ledger::model;
use ledger::model::Came;
use ledger::store::reads::delivery::{DeliveryLine, DeliveryView};
use ledger::values::ids::{DeliveryId, LineId};
use leptos::prelude::*;

/// `/deliveries/:id/write-off?line=ID&came=back`
#[component]
pub fn WriteOffPage() -> impl IntoView {
    let id = param::<DeliveryId>("id");
    let line: Option<LineId> = query("line");
    let came: Option<String> = query("came");
    load(async move {
        let (asking, id) = (as_coordinator()?, id?);
        let came = came::of_code(came.as_deref().unwrap_or_default()).map_err(|_| Problem::NotFound)?;
        let view = asking.read().await?.orders().delivery_page(id).await?.ok_or(Problem::NotFound)?;
        let found = view.lines.iter().find(|other| Some(other.sent.line) == line);
        Ok(page(&view, found.ok_or(Problem::NotFound)?, came))
    })
}

fn page(view: &DeliveryView, line: &DeliveryLine, came: Came) -> Markup {
    let delivery = view.delivery.id;
    let path = addresses::delivery(delivery);
    let title = t!("write-off-title");
    let lead = format!("{}\u{a0}· {}", t!("delivery-of", n = delivery.to_string(), code = &view.code), line.style_name);
    let back = Link::to(path.clone(), t!("thing-delivery"));
    let waiting = came::waiting(line, came);
    if !waiting.any() {
        return view! {
            <Page title=title lead=lead back=back><Empty title=t!("write-off-none")><Go href=path>{t!("thing-delivery")}</Go></Empty></Page>
        }
        .into_markup();
    }
    let id = line.sent.line;
    let (photo, seen) = (line.photo, line.style_name.clone());
    view! {
        <Page title=title lead=lead back=back>
            <Photo picture=photo of=seen/>
            <Confirm action=WriteOff::target() act=t!("write-off-do") back=path>
                <p>{t!("write-off-what")}</p>
                <Hidden name="delivery" value=delivery/>
                <Hidden name="line" value=id/>
                <Hidden name="came" value=came::code(came)/>
                <Number name="pieces" label=t!("pack-pieces") value=waiting unit=t!("unit-pieces")/>
                <Field name="reason" label=t!("write-off-reason")/>
            </Confirm>
        </Page>
    }
    .into_markup()
}

/// Gives pieces up; they can then be replaced.
#[server(prefix = "/api", endpoint = "write_off")]
pub async fn write_off(
    event: String,
    delivery: String,
    line: String,
    came: String,
    pieces: String,
    reason: String,
) -> Result<(), Problem> {
    let asking = as_coordinator()?;
    let delivery: DeliveryId = field::id("delivery", &delivery)?;
    let (line, came) = (field::id("line", &line)?, came::of_code(&came)?);
    let (pieces, reason) = (field::pieces("pieces", &pieces)?, field::note("reason", &reason)?);
    let ask = model::WriteOff { delivery, line, came, pieces, reason };
    asking.perform(&event, None, ask).await.map_err(about)?;
    go(addresses::delivery(delivery), Done::Fixed)
}
