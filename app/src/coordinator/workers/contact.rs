//! How a worker is reached, and what to remember of her.

use crate::addresses;
use crate::components::{Call, Fact, Facts, Field, Form, Go, Hidden, Link, Page, Panel, Submit, load};
use crate::form_target::PostTarget;
use crate::markup::{IntoMarkup, Markup};
use crate::request::{Done, Problem, as_coordinator, field, go, param};
use ledger::model;
use ledger::model::ContactDetails;
use ledger::values::ids::WorkerId;
use leptos::prelude::*;

/// `/workers/:id/contact`
#[component]
pub fn ContactPage() -> impl IntoView {
    let id = param::<WorkerId>("id");
    load(async move {
        let (asking, id) = (as_coordinator()?, id?);
        let mut books = asking.read().await?;
        let worker = books.of_worker(id).worker().await?.ok_or(Problem::NotFound)?;
        let ContactDetails { phone, group, remarks } = books.of_worker(id).contact().await?;
        let back = Link::to(addresses::worker(id), worker.name.as_str());
        let phone = phone.map(|phone| phone.to_string()).unwrap_or_default();
        Ok(view! {
            <Page title=t!("contact-title", name = worker.name.as_str()) back=back>
                <Panel>
                    <Form action=SaveContact::target()>
                        <Hidden name="worker" value=id/>
                        <Field
                            name="phone"
                            label=t!("contact-phone")
                            value=phone
                            kind="tel"
                            keyboard="tel"
                            optional=true
                            max=30
                        />
                        <Field
                            name="group"
                            label=t!("contact-group")
                            hint=t!("contact-group-hint")
                            value=group.to_string()
                            optional=true
                        />
                        <Field
                            name="remarks"
                            label=t!("contact-remarks")
                            hint=t!("contact-remarks-hint")
                            value=remarks.to_string()
                            optional=true
                        />
                        <Submit>{t!("contact-save")}</Submit>
                    </Form>
                </Panel>
            </Page>
        }
        .into_markup())
    })
}

/// What is noted of her, on her page.
pub fn panel(id: WorkerId, details: &ContactDetails) -> Markup {
    let go = view! { <div class="row"><Go href=addresses::worker_contact(id)>{t!("contact-edit")}</Go></div> };
    if *details == ContactDetails::default() {
        return go.into_markup();
    }
    let phone = details.phone.clone();
    let phone = phone.map(|phone| view! { <Fact label=t!("contact-phone")><Call phone/></Fact> });
    let noted = |label: String, text: &str| {
        let text = text.to_owned();
        (!text.is_empty()).then(|| view! { <Fact label=label>{text}</Fact> })
    };
    let group = noted(t!("contact-group"), details.group.as_str());
    let remarks = noted(t!("contact-remarks"), details.remarks.as_str());
    view! {
        <Panel title=t!("contact-of-her")>
            <Facts>{phone} {group} {remarks}</Facts>
            {go}
        </Panel>
    }
    .into_markup()
}

/// Notes how she is reached, in place of what was noted.
#[server(prefix = "/api", endpoint = "save_contact")]
pub async fn save_contact(
    event: String,
    worker: String,
    #[server(default)] phone: String,
    #[server(default)] group: String,
    #[server(default)] remarks: String,
) -> Result<(), Problem> {
    let asking = as_coordinator()?;
    let worker: WorkerId = field::id("worker", &worker)?;
    let phone = if phone.trim().is_empty() { None } else { Some(field::phone("phone", &phone)?) };
    let (group, remarks) = (field::note("group", &group)?, field::note("remarks", &remarks)?);
    let details = ContactDetails { phone, group, remarks };
    asking.perform(&event, None, model::SaveContact { worker, details }).await?;
    go(addresses::worker(worker), Done::Saved)
}
