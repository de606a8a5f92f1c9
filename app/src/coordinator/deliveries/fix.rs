//! What becomes of pieces that the firm refused or missed.

use super::came::{self, code, key};
use crate::addresses;
use crate::components::{Field, Fold, Form, Go, Hidden, Number, Panel, Pick, Select, Submit, Sure, Tone};
use crate::form_target::PostTarget;
use crate::markup::{IntoMarkup, Markup};
use crate::request::{Asking, Done, Problem, as_coordinator, field, go};
use crate::words;
use ledger::model::{Came, RepairPay};
use ledger::rules::plausibility;
use ledger::store::reads::Who;
use ledger::store::reads::delivery::DeliveryLine;
use ledger::values::ids::{DeliveryId, LineId};
use ledger::values::money::Fen;
use ledger::{Refusal, model};
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

/// How refused pieces could be repaired.
pub struct Repair {
    /// Those who could.
    pub menders: Vec<Who>,
    /// The workshop's rule.
    pub pay: RepairPay,
    /// What it comes to for a piece at today's rate, where one holds.
    pub rate: Option<Fen>,
}

/// The ways out for one line's refused or missing pieces; what is missing cannot be repaired.
pub fn panel(delivery: DeliveryId, line: &DeliveryLine, came: Came, repair: Option<Repair>) -> Markup {
    let waiting = came::waiting(line, came);
    let name = line.style_name.clone();
    let title = match came {
        Came::Back => t!("fix-refused", style = name, n = waiting),
        Came::Short => t!("fix-missing", style = name, n = waiting),
    };
    let id = line.sent.line;
    let key = key(id, came);
    let about = move || {
        view! {
            <Hidden name="delivery" value=delivery/>
            <Hidden name="line" value=id/>
            <Hidden name="came" value=code(came)/>
            <Number name="pieces" label=t!("pack-pieces") value=waiting unit=t!("unit-pieces")/>
        }
    };
    let remark = || view! { <Field name="note" label=t!("pay-remark") optional=true/> };
    let why = (came == Came::Back).then(|| line.sent.reason.to_string()).filter(|why| !why.is_empty());
    let why = why.map(|why| view! { <p>"“" {why} "”"</p> });
    let restock_hint = match came {
        Came::Back => t!("fix-restock-hint"),
        Came::Short => t!("fix-found-hint"),
    };
    let repair = repair.map(|repair| reissue(delivery, id, &key, line, repair));
    let (restock_key, agree_key) = (key.clone(), key.clone());
    let (restock_form, agree_form) = (key.clone(), key);
    view! {
        <Panel title=title.clone() tone=Tone::Next>
            {why}
            <div>
                <Fold title=t!("fix-restock") action=Restock::target() key=restock_key>
                    <p class="quiet">{restock_hint}</p>
                    <Form action=Restock::target() key=restock_form>
                        {about()}
                        {remark()}
                        <Submit tone=Tone::Plain>{t!("fix-restock-do")}</Submit>
                    </Form>
                </Fold>
                {repair}
                <Fold title=t!("fix-agree") action=Agree::target() key=agree_key>
                    <p class="quiet">{t!("fix-agree-hint")}</p>
                    <Form action=Agree::target() key=agree_form>
                        {about()}
                        {remark()}
                        <Submit tone=Tone::Plain>{t!("fix-agree-do")}</Submit>
                    </Form>
                </Fold>
            </div>
            <Go href=addresses::write_off(delivery).with("line", id).with("came", code(came)) tone=Tone::Bad about=title>{t!("fix-write-off")}</Go>
        </Panel>
    }
    .into_markup()
}

fn reissue(delivery: DeliveryId, id: LineId, key: &str, line: &DeliveryLine, repair: Repair) -> Markup {
    let Repair { menders, pay, rate } = repair;
    let workers: Vec<_> =
        menders.into_iter().map(|worker| Pick::new(worker.id, worker.name).note(worker.number)).collect();
    let waiting = line.refused;
    let (fold, form) = (key.to_owned(), key.to_owned());
    let inner = if workers.is_empty() {
        view! { <p>{t!("fix-nobody")}</p> }.into_markup()
    } else {
        view! {
            <p class="quiet">{t!("fix-reissue-hint")}</p>
            <p>{words::repair(pay)} " " <a href=addresses::settings().at("terms")>{t!("terms-title")}</a></p>
            <Form action=ReissueRefused::target() key=form>
                <Hidden name="from[delivery]" value=delivery/>
                <Hidden name="from[line]" value=id/>
                <Select name="worker" label=t!("thing-worker") options=workers/>
                <Number name="pieces" label=t!("pack-pieces") value=waiting unit=t!("unit-pieces")/>
                <Number name="rate" label=t!("fix-rate") hint=t!("fix-rate-hint") money=true value=rate/>
                <Field name="note" label=t!("pay-remark") optional=true/>
                <Sure/>
                <Submit tone=Tone::Plain>{t!("fix-reissue-do")}</Submit>
            </Form>
        }
        .into_markup()
    };
    view! { <Fold title=t!("fix-reissue") action=ReissueRefused::target() key=fold>{inner}</Fold> }.into_markup()
}

/// The refusal beside the field that it is about.
pub fn about(problem: Problem) -> Problem {
    match &problem {
        Problem::Refused { refusal: Refusal::NotEnough { .. } | Refusal::Nothing, .. } => problem.at("pieces"),
        Problem::Refused { refusal: Refusal::CannotDo { .. } | Refusal::NotActive { .. }, .. } => problem.at("worker"),
        Problem::Refused { refusal: Refusal::ReasonMissing, .. } => problem.at("reason"),
        _ => problem,
    }
}

/// Takes refused pieces, or missing ones that were found, back into stock.
#[server(prefix = "/api", endpoint = "restock")]
pub async fn restock(
    event: String,
    delivery: String,
    line: String,
    came: String,
    pieces: String,
    #[server(default)] note: String,
) -> Result<(), Problem> {
    let asking = as_coordinator()?;
    let delivery = field::id("delivery", &delivery)?;
    let (line, came) = (field::id("line", &line)?, came::of_code(&came)?);
    let (pieces, note) = (field::pieces("pieces", &pieces)?, field::note("note", &note)?);
    let ask = model::Restock { delivery, line, came, pieces, note };
    asking.perform(&event, None, ask).await.map_err(about)?;
    go(addresses::delivery(delivery), Done::Fixed)
}

/// Which refused pieces.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct From<S> {
    pub delivery: S,
    pub line: S,
}

/// Sends refused pieces home with a worker to be repaired.
#[server(prefix = "/api", endpoint = "reissue")]
pub async fn reissue_refused(
    event: String,
    from: From<String>,
    worker: String,
    pieces: String,
    rate: String,
    #[server(default)] note: String,
    #[server(default)] sure: String,
) -> Result<(), Problem> {
    let asking = as_coordinator()?;
    let (delivery, line) = (field::id("from[delivery]", &from.delivery)?, field::id("from[line]", &from.line)?);
    let worker = field::id("worker", &worker)?;
    let (pieces, rate) = (field::pieces("pieces", &pieces)?, field::yuan("rate", &rate)?);
    let ask = model::Reissue { delivery, line, worker, pieces, rate, note: field::note("note", &note)? };
    let holds = held_beside(&asking, delivery, line).await?;
    asking.ask(&event, plausibility::rate(holds, rate), &sure).await.map_err(|problem| problem.at("rate"))?;
    let event = asking.perform(&event, None, ask).await.map_err(about)?;
    go(addresses::delivery(delivery), Done::Fixed.unless_waiting([&event]))
}

/// What making such a piece pays today: what the rate of its repair is held beside.
async fn held_beside(asking: &Asking, delivery: DeliveryId, line: LineId) -> Result<Option<Fen>, Problem> {
    let mut books = asking.read().await?;
    let view = books.orders().delivery_page(delivery).await?.ok_or(Problem::NotFound)?;
    let Some(line) = view.lines.into_iter().find(|found| found.sent.line == line) else { return Ok(None) };
    let styles = books.styles().styles_listed(Some(line.style)).await?;
    Ok(styles.rate_on(line.style, line.last_step, asking.today).map(|rate| rate.rate))
}

/// Records that the firm took pieces after all, and owes them.
#[server(prefix = "/api", endpoint = "agree")]
pub async fn agree(
    event: String,
    delivery: String,
    line: String,
    came: String,
    pieces: String,
    #[server(default)] note: String,
) -> Result<(), Problem> {
    let asking = as_coordinator()?;
    let delivery = field::id("delivery", &delivery)?;
    let (line, came) = (field::id("line", &line)?, came::of_code(&came)?);
    let (pieces, note) = (field::pieces("pieces", &pieces)?, field::note("note", &note)?);
    let ask = model::Agree { delivery, line, came, pieces, note };
    asking.perform(&event, None, ask).await.map_err(about)?;
    go(addresses::delivery(delivery), Done::Fixed)
}
