//! One count: what she brought, what was accepted, and whether that is right.

use super::heard;
use super::her_books::her_books;
use super::reasons::Reasons;
use super::reviews::{review_of, reviews_panel};
use super::spoken::say_it;
use super::task::{BadPiece, Parts};
use crate::addresses;
use crate::components::{
    Choice, Fact, Facts, Field, Form, Hear, Hidden, Link, Number, Page, Panel, Submit, Sure, Tone, load,
};
use crate::form_target::PostTarget;
use crate::markup::IntoMarkup;
use crate::request::{Done, Problem, Why, as_worker, field, go, param};
use crate::words;
use ledger::model::Verdict;
use ledger::rules::plausibility;
use ledger::store::reads::verdict::{CountReview, Counted};
use ledger::values::ids::EventId;
use ledger::values::pieces::Pieces;
use leptos::prelude::*;

#[component]
pub fn CountPage() -> impl IntoView {
    load(async {
        let (asking, worker) = as_worker()?;
        let event: EventId = param("event")?;
        let mut books = her_books(&asking, worker).await?;
        let count = books.of_worker(worker).count_of(event).await?.ok_or(Problem::NotFound)?;
        let declared = books.of_worker(worker).declared_for(event).await?;
        let earned =
            asking.viewer.pay_open.then(|| count.parts.iter().map(|part| part.rate.times(part.accepted)).sum());
        let say = heard::count(&count, earned);
        let (title, parts, photo) = (t!("my-count-title", day = count.day), count.parts.clone(), count.photo);
        let undone = count.undone.map(|day| view! { <p><b>{t!("my-undone", day = day)}</b></p> }.into_markup());
        let reviews = books.of_worker(worker).reviews_of(event).await?;
        let say_it = count.open().then(|| say_it(&reviews, addresses::my_count(event)));
        let reviews = reviews_panel(&reviews, undone);
        let reason =
            (!count.reason.is_empty()).then(|| view! { <p>{t!("my-reason", reason = words::note(&count.reason))}</p> });
        let answers = count.open().then(|| view! { <Answers count declared/> });
        Ok(view! {
            <Page title back=Link::to(addresses::me(), t!("nav-work"))>
                <Panel>
                    <div class="heard"><div class="stack"><Parts parts/></div><Hear say/></div>
                    <BadPiece photo/>
                    {reason}
                    <Facts>
                        {declared.map(|n| view! {
                            <Fact label=t!("my-count-declared")>{t!("n-pieces", n = n)}</Fact>
                        })}
                        {earned.map(|fen| view! { <Fact label=t!("my-count-pay")>{words::money(fen)}</Fact> })}
                    </Facts>
                </Panel>
                {reviews}
                {say_it}
                {answers}
            </Page>
        }
        .into_markup())
    })
}

/// Right, or not right; she may say more at any time.
#[component]
fn Answers(count: Counted, declared: Option<Pieces>) -> impl IntoView {
    let key = count.event.to_string();
    let (accepted, right) = match &count.review {
        Some(CountReview::Wrong { accepted, .. }) => (*accepted, false),
        Some(CountReview::Right) => (declared.unwrap_or_else(|| count.accepted()), true),
        None => (declared.unwrap_or_else(|| count.accepted()), false),
    };
    let same = key.clone();
    let (day, counted) = (count.day, count.accepted());
    // What she disputed and waits for is not taken back by a tap that means something else.
    let disputed = matches!(count.review, Some(CountReview::Wrong { answer: None, .. }));
    let confirm = (!right).then(|| {
        let (tone, words) = match disputed {
            true => (Tone::Plain, t!("my-count-after-all")),
            false => (Tone::Next, t!("my-count-right")),
        };
        view! {
            <Form action=ConfirmCount::target() waits=t!("waits-confirm-count", day = day, n = counted)>
                <Hidden name="count" value=same/>
                <Submit tone><span aria-hidden="true">"✓ "</span>{words}</Submit>
            </Form>
        }
    });
    view! {
        {confirm}
        <Panel title=t!("my-dispute")>
            <Form action=DisputeCount::target() waits=t!("waits-dispute", day = day, n = "[accepted]")>
                <Hidden name="count" value=key/>
                <Number name="accepted" label=t!("my-dispute-accepted") unit=t!("unit-pieces") value=accepted/>
                <Choice name="why" label=t!("my-dispute-why") options=reasons().picks()/>
                <Field name="words" label=t!("my-dispute-own") optional=true max=100/>
                <Sure/>
                <Submit tone=Tone::Bad>{t!("my-dispute-send")}</Submit>
                <p class="quiet">{t!("my-dispute-then")}</p>
            </Form>
        </Panel>
    }
    .into_markup()
}

/// That too few were counted: then the number is another.
const FEW: &str = "few";

/// What can be wrong with a count.
fn reasons() -> Reasons {
    Reasons(vec![
        (FEW, t!("my-dispute-few")),
        ("rework", t!("my-dispute-rework")),
        ("scrapped", t!("my-dispute-scrapped")),
        ("flower", t!("my-dispute-flower")),
    ])
}

/// She says that a count is right.
#[server(prefix = "/api", endpoint = "confirm_count")]
pub async fn confirm_count(event: String, count: String) -> Result<(), Problem> {
    let (asking, worker) = as_worker()?;
    let ask = review_of(&asking, worker, field::id("count", &count)?, Verdict::Right).await?;
    asking.perform(&event, asking.entered, ask).await?;
    go(addresses::me(), Done::Reviewed)
}

/// She says that a count is not right: what she thinks was accepted, and why.
#[server(prefix = "/api", endpoint = "dispute_count")]
pub async fn dispute_count(
    event: String,
    count: String,
    accepted: String,
    #[server(default)] why: String,
    #[server(default)] words: String,
    #[server(default)] sure: String,
) -> Result<(), Problem> {
    let (asking, worker) = as_worker()?;
    let count: EventId = field::id("count", &count)?;
    let accepted = field::pieces("accepted", &accepted)?;
    let counted = asking.read().await?.of_worker(worker).count_of(count).await?.map(|counted| counted.accepted());
    if counted == Some(accepted) && why == FEW {
        return Err(Problem::field("accepted", Why::Same));
    }
    let unusual = counted.and_then(|counted| plausibility::said_pieces(counted, accepted));
    let verdict = Verdict::Wrong { accepted, words: reasons().note(&why, &words)? };
    asking.ask(&event, unusual, &sure).await?;
    asking.perform(&event, asking.entered, review_of(&asking, worker, count, verdict).await?).await?;
    go(addresses::my_count(count), Done::Reviewed)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_choice_says_enough_and_other_needs_words() {
        let note = |code, own| reasons().note(code, own).map(|note| note.to_string());
        assert_eq!(note("few", " "), Ok("数少了".to_owned()));
        assert_eq!(note("few", "少两件"), Ok("数少了 · 少两件".to_owned()));
        assert_eq!(note("other", "不是我交的"), Ok("不是我交的".to_owned()));
        assert_eq!(note("other", ""), Err(Problem::field("words", Why::Missing)));
        assert_eq!(note("", ""), Err(Problem::field("why", Why::Missing)));
        assert_eq!(note("<b>", ""), Err(Problem::field("why", Why::Unknown)));
        assert_eq!(note("few", &"长".repeat(300)), Err(Problem::field("words", Why::TooLong)));
    }
}
