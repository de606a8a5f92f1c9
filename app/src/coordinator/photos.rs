//! Putting photos to styles, steps, orders and counts: with the camera of the telephone, or out of a file.

use crate::addresses::{self, Address};
use crate::components::{Draft, Fold, Form, Hidden, Photo, Submit, Tone, Upload as UploadField};
use crate::form_target::PostTarget;
use crate::markup::{IntoMarkup, Markup};
use crate::request::{
    Asking, Done, Problem, Upload, Why, as_coordinator, as_coordinator_or_helper, field, go, services,
};
use ledger::model::{self, Pictured, Style};
use ledger::parse::limit::PHOTO_BYTES;
use ledger::parse::photo::Unfit;
use ledger::store::reads::count::EnteredCount;
use ledger::store::reads::style::Styles;
use ledger::store::{PhotoAsk, Refused};
use ledger::values::ids::StepNo;
use ledger::values::picture::PictureHash;
use leptos::prelude::*;
use leptos::server_fn::codec::{MultipartData, MultipartFormData};

/// What photos can be, for the list of files that a telephone offers. Of these it makes a JPEG where it keeps another form.
const ACCEPTED: &str = "image/jpeg,image/png,image/webp";

/// The photo of a thing, with what there is to do about it. `then`: the page that it stands on, where that is one of several.
fn form(of: Pictured, name: &str, now: Option<PictureHash>, then: Option<&Address>) -> Markup {
    let (key, name) = (of.to_string(), name.to_owned());
    let [then_of_set, then_of_removal] =
        [then, then].map(|then| then.cloned().map(|then| view! { <Hidden name="then" value=then/> }));
    let (id, named) = (format!("photo-{key}"), key.clone());
    let was = now.map(|hash| hash.to_string()).unwrap_or_default();
    let remove = now.map(|_| {
        let (key, was) = (key.clone(), was.clone());
        view! {
            <Form action=RemovePhoto::target() key=key.clone()>
                <Hidden name="of" value=key/>
                <Hidden name="was" value=was/>
                {then_of_removal}
                <Submit tone=Tone::Quiet>{t!("photo-remove")}</Submit>
            </Form>
        }
    });
    let (label, send) = match now {
        Some(_) => (t!("photo-other"), t!("photo-replace")),
        None => (t!("photo-choose"), t!("photo-set")),
    };
    view! {
        <div class="stack" id=id>
            <h3>{name.clone()}</h3>
            <Photo picture=now of=name/>
            <Form action=SetPhoto::target() key=key.clone() upload=true>
                <Hidden name="of" value=named/>
                <Hidden name="was" value=was/>
                {then_of_set}
                <UploadField name="file" label=label hint=t!("photo-hint") accept=ACCEPTED/>
                <Submit tone=Tone::Plain>{send}</Submit>
            </Form>
            {remove}
        </div>
    }
    .into_markup()
}

/// The photo of one thing, to be put or replaced.
pub(super) fn fold(of: Pictured, now: Option<PictureHash>) -> Markup {
    folded(vec![(of, t!("photo-card"), now)], t!("photo-card"), None)
}

/// The photo of a bad piece of a count, to be put or replaced by who counts, on the page `then`; nothing where all were good.
pub(super) fn of_count(count: &EnteredCount, then: &Address) -> Option<Markup> {
    let title = if count.photo.is_some() { t!("photo-bad-piece") } else { t!("photo-bad-piece-add") };
    let all = vec![(Pictured::Count(count.id), t!("photo-bad-piece"), count.photo)];
    count.shows_bad_piece().then(|| folded(all, title, Some(then)))
}

/// The photos of a style and of each of its steps.
pub(super) fn of_style(style: &Style, styles: &Styles) -> Markup {
    let whole = (Pictured::Style(style.id), t!("photo-whole"));
    let steps = (1..)
        .zip(&style.steps)
        .map(|(no, step)| (Pictured::Step(style.id, StepNo(no)), t!("photo-step", n = no, step = step.name.as_str())));
    let all = std::iter::once(whole).chain(steps).map(|(of, name)| (of, name, styles.photo(of))).collect();
    folded(all, t!("photo-title"), None)
}

fn folded(all: Vec<(Pictured, String, Option<PictureHash>)>, title: String, then: Option<&Address>) -> Markup {
    // Whichever of them was refused.
    let targets = [SetPhoto::target(), RemovePhoto::target()];
    let refused = targets.iter().any(|target| Draft::sent_to(target).is_some());
    // That of a count is to be seen; those of styles and orders stand at the top of their pages.
    let open = refused || then.is_some() && all.iter().any(|(.., now)| now.is_some());
    let forms: Vec<_> = all.iter().map(|(of, name, now)| form(*of, name, *now, then)).collect();
    view! { <Fold title=title open=open>{forms}</Fold> }.into_markup()
}

/// The page that shows the photo of a thing. That of a count stands on two: `then` is the one that the form was on.
fn page_of(of: Pictured, then: &str) -> Address {
    match of {
        Pictured::Style(style) | Pictured::Step(style, _) => addresses::style(style),
        Pictured::Order(order) => addresses::order(order),
        Pictured::Count(count) => Address::local(then).unwrap_or_else(|| addresses::counted(count)),
    }
}

/// Lets in who may put a photo to that: who counts, to a count; to all else a coordinator.
fn may_picture(of: Pictured) -> Result<Asking, Problem> {
    match of {
        Pictured::Count(_) => as_coordinator_or_helper(),
        Pictured::Style(_) | Pictured::Step(..) | Pictured::Order(_) => as_coordinator(),
    }
}

/// What is named, and the picture that it had when the form was made.
fn pictured(of: &str, was: &str) -> Result<(Pictured, Option<PictureHash>), Problem> {
    let was = if was.is_empty() { None } else { Some(was.parse().map_err(|_| Problem::BadForm)?) };
    Ok((field::id("of", of)?, was))
}

/// Puts a photo to a thing.
#[server(prefix = "/api", endpoint = "set_photo", input = MultipartFormData)]
pub async fn set_photo(data: MultipartData) -> Result<(), Problem> {
    // What it is of is known once the form is read; from nobody else is one read.
    as_coordinator_or_helper()?;
    let sent = Upload::read(data, PHOTO_BYTES, Why::PhotoTooLarge).await?;
    let (of, was) = pictured(sent.field("of"), sent.field("was"))?;
    let asking = may_picture(of)?;
    let (event, page) = (sent.field("event").to_owned(), page_of(of, sent.field("then")));
    put(&asking, &event, of, was, sent.bytes).await?;
    go(page, Done::PhotoSet)
}

async fn put(
    asking: &Asking,
    event: &str,
    of: Pictured,
    was: Option<PictureHash>,
    bytes: Vec<u8>,
) -> Result<(), Problem> {
    let id = event.parse().map_err(|_| Problem::BadForm)?;
    let picture = services()?.files.read_photo(bytes).await.map_err(|unfit| Problem::field("file", why(unfit)))?;
    let ask = PhotoAsk { id, actor: asking.actor, of, was, picture };
    let done = asking.store.set_photo(asking.workshop, asking.now, ask).await;
    done.map(|_| ()).map_err(|refused: Refused| refused.into())
}

/// What is wrong with the file of a form, where it can be no photo.
pub(super) const fn why(unfit: Unfit) -> Why {
    match unfit {
        Unfit::NotAPhoto => Why::NotAPhoto,
        Unfit::TooBig => Why::PhotoTooLarge,
        Unfit::TooManyPixels => Why::TooManyPixels,
        Unfit::Moving => Why::Moving,
        Unfit::TooCostly => Why::TooCostly,
    }
}

/// Takes the photo of a thing away.
#[server(prefix = "/api", endpoint = "remove_photo")]
pub async fn remove_photo(
    event: String,
    of: String,
    was: String,
    #[server(default)] then: String,
) -> Result<(), Problem> {
    as_coordinator_or_helper()?;
    let (of, was) = pictured(&of, &was)?;
    may_picture(of)?.perform(&event, None, model::SetPhoto { of, was, picture: None }).await?;
    go(page_of(of, &then), Done::PhotoRemoved)
}
