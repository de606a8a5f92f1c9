//! Money between the workshop and one worker: pay, advance, bonus, deduction.

use crate::addresses;
use crate::components::{Check, Choice, Day, Field, Fold, Form, Hidden, Number, Panel, Pick, Submit, Sure, Tone};
use crate::form_target::PostTarget;
use crate::markup::{IntoMarkup, Markup};
use crate::request::{Done, Problem, as_coordinator, field, go_with_money};
use ledger::rules::plausibility;
use ledger::values::ids::{EventId, WorkerId};
use ledger::values::money::Fen;
use ledger::values::text::Note;
use ledger::{Command, Refusal, model as law};
use leptos::prelude::*;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// The ways in which money is handed over, as they stand in the book.
pub const WAYS: [&str; 4] = ["现金", "微信", "支付宝", "银行"];

/// The ways in which money is handed over, to choose from.
pub fn ways() -> Vec<Pick> {
    let words = [t!("pay-cash"), t!("pay-wechat"), t!("pay-alipay"), t!("pay-bank")];
    WAYS.into_iter().zip(words).map(|(way, words)| Pick::new(way, words)).collect()
}

/// The way, and the remark.
///
/// # Errors
/// [`Problem::Field`] when it is too long.
pub fn noted(way: &str, remark: &str) -> Result<Note, Problem> {
    let (way, remark) = (way.trim(), remark.trim());
    let joint = if way.is_empty() || remark.is_empty() { "" } else { " · " };
    field::note("remark", &format!("{way}{joint}{remark}"))
}

/// Paying her; and, folded away, what is done less often.
pub fn panel(worker: WorkerId, owed: Fen) -> Markup {
    let due = (owed > Fen::ZERO).then_some(owed);
    let amount = || view! { <Number name="amount" label=t!("pay-amount") money=true/> };
    let day = || view! { <Day name="day" label=t!("pay-day") hint=t!("pay-day-hint") optional=true/> };
    view! {
        <Panel title=t!("pay-her") tone=Tone::Next>
            <Form action=Pay::target()>
                <Hidden name="worker" value=worker/>
                <Hidden name="owed[seen]" value=owed.0/>
                <Number name="amount" label=t!("pay-amount") money=true value=due/>
                <Check name="owed[ahead]" label=t!("pay-ahead")/>
                <Choice name="way" label=t!("pay-way") options=ways() value="现金"/>
                <Field name="remark" label=t!("pay-remark") optional=true max=120/>
                {day()}
                <Sure name=SURE/>
                <Submit>{t!("pay-do")}</Submit>
            </Form>
            <div>
                <Fold title=t!("pay-advance") action=Advance::target()>
                    <p class="quiet">{t!("pay-advance-hint")}</p>
                    <Form action=Advance::target()>
                        <Hidden name="worker" value=worker/>
                        {amount()}
                        <Choice name="way" label=t!("pay-way") options=ways() value="现金"/>
                        <Field name="remark" label=t!("pay-remark") optional=true max=120/>
                        {day()}
                        <Sure/>
                        <Submit tone=Tone::Plain>{t!("pay-advance-do")}</Submit>
                    </Form>
                </Fold>
                <Fold title=t!("pay-bonus") action=Bonus::target()>
                    <Form action=Bonus::target()>
                        <Hidden name="worker" value=worker/>
                        {amount()}
                        <Field name="remark" label=t!("pay-bonus-for") optional=true/>
                        {day()}
                        <Sure/>
                        <Submit tone=Tone::Plain>{t!("pay-bonus-do")}</Submit>
                    </Form>
                </Fold>
                <Fold title=t!("pay-deduct") action=Deduct::target()>
                    <Form action=Deduct::target()>
                        <Hidden name="worker" value=worker/>
                        {amount()}
                        <Field name="reason" label=t!("pay-deduct-why") hint=t!("pay-deduct-hint")/>
                        {day()}
                        <Sure/>
                        <Submit tone=Tone::Plain>{t!("pay-deduct-do")}</Submit>
                    </Form>
                </Fold>
            </div>
        </Panel>
    }
    .into_markup()
}

/// The refusal beside the field that it is about.
fn about(problem: Problem) -> Problem {
    match &problem {
        Problem::Refused { refusal: Refusal::DayAhead { .. }, .. } => problem.at("day"),
        Problem::Refused { refusal: Refusal::ReasonMissing, .. } => problem.at("reason"),
        Problem::Refused {
            refusal: Refusal::MoreThanOwed { .. } | Refusal::OwedChanged { .. } | Refusal::Nothing,
            ..
        } => problem.at("amount"),
        _ => problem,
    }
}

/// What a form that pays says of what was owed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Owed<S> {
    /// What was owed on the page, in fen: to one, or to each.
    pub seen: S,
    /// Whether what is more than that is an advance.
    pub ahead: String,
    /// Whether the box of the question was ticked.
    pub sure: String,
    /// What was looked at before it is handed to several, as the page wrote it.
    pub reviewed: String,
}

/// The name of the box that says so.
pub const SURE: &str = "owed[sure]";

/// Money that is handed to a worker.
pub struct Given {
    pub worker: WorkerId,
    pub fen: Fen,
    pub note: Note,
}

impl Given {
    /// As wages, of which what is more than was owed is an advance where that was meant; one worker's part of a form, which sent
    /// twice is done once.
    pub fn into_command(self, form: EventId, seen: Option<Fen>, ahead: bool) -> (EventId, Command) {
        let Self { worker, fen, note } = self;
        (of_form(form, worker), law::Pay { worker, fen, note, seen, ahead }.into())
    }

    /// The question to answer first: it is much more than she was owed.
    pub fn unusual(&self, seen: Option<Fen>, ahead: bool) -> Option<plausibility::Unusual> {
        let due = seen.unwrap_or(self.fen).max(Fen::ZERO);
        plausibility::gift(self.fen - due).filter(|_| ahead)
    }
}

/// What was owed when the page was made, as its form kept it.
///
/// # Errors
/// [`Problem::BadForm`] where it is no number.
pub fn seen_owed(text: &str) -> Result<Option<Fen>, Problem> {
    if text.is_empty() { Ok(None) } else { text.parse().map(|fen| Some(Fen(fen))).map_err(|_| Problem::BadForm) }
}

/// The id of one worker's part of a form.
fn of_form(form: EventId, worker: WorkerId) -> EventId {
    EventId(Uuid::new_v5(&form.0, format!("pay {worker}").as_bytes()))
}

/// Records wages paid.
#[server(prefix = "/api", endpoint = "pay")]
pub async fn pay(
    event: String,
    worker: String,
    amount: String,
    #[server(default)] owed: Owed<String>,
    #[server(default)] way: String,
    #[server(default)] remark: String,
    #[server(default)] day: String,
) -> Result<(), Problem> {
    let asking = as_coordinator()?;
    let worker = field::id("worker", &worker)?;
    let given = Given { worker, fen: field::yuan("amount", &amount)?, note: noted(&way, &remark)? };
    let form = event.parse().map_err(|_| Problem::BadForm)?;
    let (seen, ahead) = (seen_owed(&owed.seen)?, !owed.ahead.is_empty());
    let (fen, unusual) = (given.fen, given.unusual(seen, ahead));
    let (id, command) = given.into_command(form, seen, ahead);
    asking.ask(&id.to_string(), unusual, &owed.sure).await.map_err(|problem| problem.at("amount"))?;
    let day = field::day_or_today("day", &day)?;
    let paid = asking.perform(&id.to_string(), day, command).await.map_err(about)?;
    go_with_money(addresses::worker(worker), Done::Paid.unless_waiting([&paid]), fen)
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
    #[server(default)] sure: String,
) -> Result<(), Problem> {
    let asking = as_coordinator()?;
    let worker = field::id("worker", &worker)?;
    let ask = law::Advance { worker, fen: field::yuan("amount", &amount)?, note: noted(&way, &remark)? };
    asking.ask(&event, plausibility::gift(ask.fen), &sure).await?;
    let fen = ask.fen;
    let event = asking.perform(&event, field::day_or_today("day", &day)?, ask).await.map_err(about)?;
    go_with_money(addresses::worker(worker), Done::Advanced.unless_waiting([&event]), fen)
}

/// Records a bonus.
#[server(prefix = "/api", endpoint = "bonus")]
pub async fn bonus(
    event: String,
    worker: String,
    amount: String,
    #[server(default)] remark: String,
    #[server(default)] day: String,
    #[server(default)] sure: String,
) -> Result<(), Problem> {
    let asking = as_coordinator()?;
    let worker = field::id("worker", &worker)?;
    let ask = law::Bonus { worker, fen: field::yuan("amount", &amount)?, note: field::note("remark", &remark)? };
    asking.ask(&event, plausibility::gift(ask.fen), &sure).await?;
    let fen = ask.fen;
    let event = asking.perform(&event, field::day_or_today("day", &day)?, ask).await.map_err(about)?;
    go_with_money(addresses::worker(worker), Done::BonusGiven.unless_waiting([&event]), fen)
}

/// Records a deduction, never without a reason.
#[server(prefix = "/api", endpoint = "deduct")]
pub async fn deduct(
    event: String,
    worker: String,
    amount: String,
    reason: String,
    #[server(default)] day: String,
    #[server(default)] sure: String,
) -> Result<(), Problem> {
    let asking = as_coordinator()?;
    let worker: WorkerId = field::id("worker", &worker)?;
    let ask = law::Deduct { worker, fen: field::yuan("amount", &amount)?, reason: field::note("reason", &reason)? };
    let owed = asking.read().await?.of_worker(worker).owed_to().await?;
    asking.ask(&event, plausibility::deduction(ask.fen, owed), &sure).await?;
    let fen = ask.fen;
    let event = asking.perform(&event, field::day_or_today("day", &day)?, ask).await.map_err(about)?;
    go_with_money(addresses::worker(worker), Done::Deducted.unless_waiting([&event]), fen)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn given(fen: i64) -> Given {
        Given { worker: WorkerId(7), fen: Fen(fen), note: Note::default() }
    }

    #[test]
    fn an_advance_of_more_than_a_month_is_asked_about_beside_the_wages_too() {
        let month = plausibility::A_MONTH.0;
        let asks = |fen, seen: Option<i64>, ahead| given(fen).unusual(seen.map(Fen), ahead).is_some();
        assert!(asks(801 + month, Some(800), true) && asks(month + 1, Some(-50), true));
        assert!(!asks(800 + month, Some(800), true) && !asks(9 * month, Some(9 * month), true));
        assert!(!asks(9 * month, Some(800), false), "that is refused");
    }

    #[test]
    fn a_form_pays_each_worker_once() {
        let (one, other) = (EventId(Uuid::from_u128(1)), EventId(Uuid::from_u128(2)));
        assert_eq!(of_form(one, WorkerId(7)), of_form(one, WorkerId(7)));
        assert_ne!(of_form(one, WorkerId(7)), of_form(one, WorkerId(8)));
        assert_ne!(of_form(one, WorkerId(7)), of_form(other, WorkerId(7)));
    }
}
