//! A spoken word with a dispute, for who writes little: recorded on the page, or chosen as a file.
//!
//! It is sent by itself once the dispute is in the books. The dispute may wait on the phone for a network; a recording would be too much to keep
//! there, and is never the reason that a dispute does not arrive.

use crate::addresses::{self, Address};
use crate::components::{Form, Hidden, Panel, Recorder, Submit, Tone};
use crate::form_target::PostTarget;
use crate::markup::{IntoMarkup, Markup};
use crate::request::{Done, Problem, Upload, Why, as_worker, field, go, recording};
use crate::worker::reviews::review_of;
use ledger::model::Review;
use ledger::parse::limit::{SOUND_BYTES, SPOKEN_SECONDS};
use ledger::parse::sound::Use;
use ledger::store::Ask;
use ledger::values::ids::EventId;
use leptos::prelude::*;
use leptos::server_fn::codec::{MultipartData, MultipartFormData};

/// Where her last review of an entry is a dispute that waits for an answer: the form that adds what she says aloud.
pub(super) fn say_it(reviews: &[Review], page: Address) -> Option<Markup> {
    let open = reviews.last().filter(|review| review.is_open())?;
    let (entry, again) = (open.event, open.spoken.is_some());
    let title = if again { t!("spoken-again") } else { t!("spoken-title") };
    let form = view! {
        <Panel title=title>
            <p>{t!("spoken-about")}</p>
            <Form action=SayDispute::target() key=entry.to_string() upload=true>
                <Hidden name="entry" value=entry/>
                <Hidden name="then" value=page/>
                <Recorder seconds=SPOKEN_SECONDS hint=t!("spoken-hint", n = SPOKEN_SECONDS)/>
                <Submit tone=Tone::Plain>{t!("spoken-send")}</Submit>
            </Form>
        </Panel>
    };
    Some(form.into_markup())
}

/// She adds to a dispute what she says aloud. What was written of it stays as it was.
#[server(prefix = "/api", endpoint = "say_dispute", input = MultipartFormData)]
pub async fn say_dispute(data: MultipartData) -> Result<(), Problem> {
    let (asking, worker) = as_worker()?;
    let sent = Upload::read(data, SOUND_BYTES, Why::SoundTooLarge).await?;
    let entry: EventId = field::id("entry", sent.field("entry"))?;
    let page = Address::local(sent.field("then")).unwrap_or_else(addresses::my_book);
    let id = sent.field("event").parse().map_err(|_| Problem::BadForm)?;
    let reviews = asking.read().await?.of_worker(worker).reviews_of(entry).await?;
    let open = reviews.last().filter(|review| review.is_open()).ok_or(Problem::NotFound)?;
    let recording = recording(sent.bytes, Use::Word).await?;
    let review = review_of(&asking, worker, entry, open.verdict.clone()).await?;
    let command = ledger::model::ReviewEntry { spoken: Some(recording.hash()), ..review }.into();
    let ask = Ask { id, actor: asking.actor, day: None, command };
    asking.store.perform_with(asking.workshop, asking.now, ask, recording).await?;
    go(page, Done::Spoken)
}
