//! Money between the workshop and one worker: pay, advance, bonus, deduction.

use crate::components::{Choice, Day, Field, Fold, Form, Hidden, Number, Panel, Pick, Submit, Tone};
use crate::request::{Done, Problem, as_coordinator, field, go};
use ledger::Refusal;
use ledger::ids::WorkerId;
use ledger::money::Fen;
use ledger::pay as law;
use ledger::text::Note;
use leptos::prelude::*;

/// The ways in which money is handed over, as they stand in the book.
pub const WAYS: [&str; 4] = ["现金", "微信", "支付宝", "银行"];

/// The ways in which money is handed over, to choose from.
pub fn ways() -> Vec<Pick> {
    let words = [t!("pay-cash"), t!("pay-wechat"), t!("pay-alipay"), t!("pay-bank")];
    WAYS.into_iter().zip(words).map(|(way, words)| Pick::new(way, words)).collect()
}

/// The way, and whatever else was said.
///
/// # Errors
/// [`Problem::Field`] when it is too long.
pub fn noted(way: &str, remark: &str) -> Result<Note, Problem> {
    let (way, remark) = (way.trim(), remark.trim());
    let joint = if way.is_empty() || remark.is_empty() { "" } else { " · " };
    field::note("remark", &format!("{way}{joint}{remark}"))
}

/// Paying her; and, folded away, what is done less often.
pub fn panel(worker: WorkerId, owed: Fen) -> AnyView {
    let due = (owed > Fen::ZERO).then_some(owed);
    let amount = || view! { <Number name="amount" label=t!("pay-amount") money=true/> };
    let day = || view! { <Day name="day" label=t!("pay-day") hint=t!("pay-day-hint") optional=true/> };
    view! {
        <Panel title=t!("pay-her") tone=Tone::Next>
            <Form action="/api/pay">
                <Hidden name="worker" value=worker/>
                <Number name="amount" label=t!("pay-amount") money=true value=due/>
                <Choice name="way" label=t!("pay-way") options=ways() value="现金"/>
                <Field name="remark" label=t!("pay-remark") optional=true max=120/>
                {day()}
                <Submit>{t!("pay-do")}</Submit>
            </Form>
            <div>
                <Fold title=t!("pay-advance") action="/api/advance">
                    <p class="quiet">{t!("pay-advance-hint")}</p>
                    <Form action="/api/advance">
                        <Hidden name="worker" value=worker/>
                        {amount()}
                        <Choice name="way" label=t!("pay-way") options=ways() value="现金"/>
                        <Field name="remark" label=t!("pay-remark") optional=true max=120/>
                        {day()}
                        <Submit tone=Tone::Plain>{t!("pay-advance-do")}</Submit>
                    </Form>
                </Fold>
                <Fold title=t!("pay-bonus") action="/api/bonus">
                    <Form action="/api/bonus">
                        <Hidden name="worker" value=worker/>
                        {amount()}
                        <Field name="remark" label=t!("pay-bonus-for") optional=true/>
                        {day()}
                        <Submit tone=Tone::Plain>{t!("pay-bonus-do")}</Submit>
                    </Form>
                </Fold>
                <Fold title=t!("pay-deduct") action="/api/deduct">
                    <Form action="/api/deduct">
                        <Hidden name="worker" value=worker/>
                        {amount()}
                        <Field name="reason" label=t!("pay-deduct-why") hint=t!("pay-deduct-hint")/>
                        {day()}
                        <Submit tone=Tone::Plain>{t!("pay-deduct-do")}</Submit>
                    </Form>
                </Fold>
            </div>
        </Panel>
    }
    .into_any()
}

fn page(worker: WorkerId) -> String {
    format!("/workers/{worker}")
}

/// The refusal beside the field that it is about.
fn about(problem: Problem) -> Problem {
    match &problem {
        Problem::Refused { refusal: Refusal::DayAhead { .. }, .. } => problem.at("day"),
        Problem::Refused { refusal: Refusal::ReasonMissing, .. } => problem.at("reason"),
        Problem::Refused { refusal: Refusal::MoreThanOwed { .. } | Refusal::Nothing, .. } => problem.at("amount"),
        _ => problem,
    }
}

/// Records wages paid.
#[server(prefix = "/api", endpoint = "pay")]
pub async fn pay(
    event: String,
    worker: String,
    amount: String,
    #[server(default)] way: String,
    #[server(default)] remark: String,
    #[server(default)] day: String,
) -> Result<(), Problem> {
    let asking = as_coordinator()?;
    let worker = field::id("worker", &worker)?;
    let ask = law::Pay { worker, fen: field::yuan("amount", &amount)?, note: noted(&way, &remark)? };
    asking.perform(&event, field::day_or_today("day", &day)?, ask).await.map_err(about)?;
    go(&page(worker), Done::Paid)
}

/// Records an advance.
#[server(prefix = "/api", endpoint = "advance")]
pub async fn advance(
    event: String,
    worker: String,
    amount: String,
    #[server(default)] way: String,
    #[server(default)] remark: String,
    #[server(default)] day: String,
) -> Result<(), Problem> {
    let asking = as_coordinator()?;
    let worker = field::id("worker", &worker)?;
    let ask = law::Advance { worker, fen: field::yuan("amount", &amount)?, note: noted(&way, &remark)? };
    asking.perform(&event, field::day_or_today("day", &day)?, ask).await.map_err(about)?;
    go(&page(worker), Done::Paid)
}

/// Records a bonus.
#[server(prefix = "/api", endpoint = "bonus")]
pub async fn bonus(
    event: String,
    worker: String,
    amount: String,
    #[server(default)] remark: String,
    #[server(default)] day: String,
) -> Result<(), Problem> {
    let asking = as_coordinator()?;
    let worker = field::id("worker", &worker)?;
    let ask = law::Bonus { worker, fen: field::yuan("amount", &amount)?, note: field::note("remark", &remark)? };
    asking.perform(&event, field::day_or_today("day", &day)?, ask).await.map_err(about)?;
    go(&page(worker), Done::Paid)
}

/// Records a deduction, never without a reason.
#[server(prefix = "/api", endpoint = "deduct")]
pub async fn deduct(
    event: String,
    worker: String,
    amount: String,
    reason: String,
    #[server(default)] day: String,
) -> Result<(), Problem> {
    let asking = as_coordinator()?;
    let worker = field::id("worker", &worker)?;
    let ask = law::Deduct { worker, fen: field::yuan("amount", &amount)?, reason: field::note("reason", &reason)? };
    asking.perform(&event, field::day_or_today("day", &day)?, ask).await.map_err(about)?;
    go(&page(worker), Done::Paid)
}
