//! One delivery: to be confirmed in one tap, or answered line by line; afterwards, the answer.

use super::deliveries::state;
use crate::addresses;
use crate::components::{
    Call, Cell, Draft, Fact, Facts, Field, Form, Head, Hidden, Link, Notice, Number, Page, Panel, Photo, PhotosOf,
    Submit, Table, Tag, Tone, load,
};
use crate::firm::answer::AnswerDelivery;
use crate::form_target::{FormTarget, PostTarget};
use crate::markup::IntoMarkup;
use crate::request::{Problem, as_firm, param};
use crate::words;
use ledger::model::DeliveryState;
use ledger::store::reads::window::{DeliveredLine, DeliverySheet};
use ledger::values::ids::DeliveryId;
use ledger::values::phone::Phone;
use leptos::prelude::*;

#[component]
pub fn DeliveryPage() -> impl IntoView {
    load(async {
        let (asking, firm) = as_firm()?;
        let id: DeliveryId = param("id")?;
        let sheet = asking.read().await?.of_firm(firm).firm_delivery(id).await?.ok_or(Problem::NotFound)?;
        let back = Link::to(addresses::window_deliveries(), t!("window-deliveries"));
        let by = SentBy { action: AnswerDelivery::target(), name: "delivery", value: id.to_string() };
        Ok(view! {
            <Page title=t!("window-delivery", id = id.to_string()) back>
                <Delivered sheet by/>
            </Page>
        }
        .into_markup())
    })
}

/// How an answer is sent: by the person who is signed in, or by the link on the note.
#[derive(Clone, Debug)]
pub struct SentBy {
    pub action: FormTarget,
    /// The hidden field that says which delivery.
    pub name: &'static str,
    pub value: String,
}

/// A delivery with what there is to do about it.
#[component]
pub fn Delivered(sheet: DeliverySheet, by: SentBy, #[prop(optional)] photos: PhotosOf) -> impl IntoView {
    let head = sheet.head;
    let (tone, standing) = state(head.state);
    let act = match head.state {
        DeliveryState::Sent => view! { <Answers lines=sheet.lines by photos/> }.into_markup(),
        DeliveryState::Answered => view! { <Answered lines=sheet.lines phone=sheet.phone photos/> }.into_markup(),
        DeliveryState::Void => view! { <Notice tone=Tone::Warn title=t!("window-void-next")/> }.into_markup(),
    };
    let at = sheet.answered_at.map(|at| t!("window-answered-at", at = words::moment(at)));
    view! {
        <Facts>
            <Fact label=t!("thing-order")>{head.order_code}</Fact>
            <Fact label=t!("window-sent")>{words::day(head.day)}</Fact>
            <Fact label=t!("window-total")>{t!("window-pieces", n = head.sent)}</Fact>
        </Facts>
        <p class="row"><Tag tone>{standing}</Tag> {at}</p>
        {act}
    }
    .into_markup()
}

#[component]
fn Answers(lines: Vec<DeliveredLine>, by: SentBy, photos: PhotosOf) -> impl IntoView {
    let sent = lines.iter().map(|line| line.sent).sum::<ledger::values::pieces::Pieces>();
    let all: Vec<_> =
        lines.iter().enumerate().map(|(place, line)| view! { <Whole place line=line.clone()/> }).collect();
    let rows: Vec<_> = lines
        .iter()
        .map(|line| {
            view! {
                <tr>
                    <th scope="row">
                        <Photo picture=line.photo of=line.style.clone() viewer=photos.clone()/>
                        {line.style.clone()} " " <small>{line.style_code.clone()}</small>
                    </th>
                    <td class="n">{words::count(line.sent)}</td>
                </tr>
            }
        })
        .collect();
    // What was typed must be in sight when it comes back.
    let typed = Draft::sent_to(&by.action).is_some();
    let asked = Draft::of_form(by.action.as_str(), Some("all")).is_some();
    let heads = vec![Head::words(t!("window-lines")), Head::number(t!("window-sent"))];
    let SentBy { action, name, value } = by;
    let (whole, same) = (action.clone(), value.clone());
    view! {
        <Panel title=t!("window-all-title") tone=Tone::Next>
            <Table caption=t!("window-lines") quiet=true heads><tbody>{rows}</tbody></Table>
            // Asked once more: only the workshop can take it back.
            <details class="ask" open=asked>
                <summary class="button next">{t!("window-all", n = sent)}</summary>
                <Form action=whole key="all">
                    <Hidden name value/>
                    {all}
                    <p>{t!("window-all-sure", n = sent)}</p>
                    <Submit>{t!("window-all-do")}</Submit>
                </Form>
            </details>
        </Panel>
        <details class="panel" open=typed>
            <summary>{t!("window-by-line")}</summary>
            <p class="quiet">{t!("window-by-line-hint")}</p>
            <Form action key="lines">
                <Hidden name value=same/>
                // Made within the form, for its fields ask it what was typed.
                {lines.into_iter().enumerate().map(|(place, line)| view! { <Line place line/> }).collect_view()}
                <Submit tone=Tone::Plain>{t!("window-answer")}</Submit>
            </Form>
        </details>
    }
    .into_markup()
}

/// A line confirmed whole.
#[component]
fn Whole(place: usize, line: DeliveredLine) -> impl IntoView {
    view! {
        <Hidden name=format!("lines[{place}][line]") value=line.line/>
        <Hidden name=format!("lines[{place}][confirmed]") value=line.sent/>
    }
    .into_markup()
}

/// A line answered in three numbers.
#[component]
fn Line(place: usize, line: DeliveredLine) -> impl IntoView {
    let field = |name: &str| format!("lines[{place}][{name}]");
    view! {
        <fieldset class="answer">
            <legend>{line.style} " " <small>{line.style_code}</small></legend>
            <p class="quiet">{t!("window-line-sent", n = line.sent, pack = line.pack)}</p>
            <Hidden name=field("line") value=line.line/>
            <Hidden name=field("sent") value=line.sent/>
            <div class="three">
                <Number big=true name=field("confirmed") label=t!("window-line-confirmed") value=line.sent/>
                <Number big=true name=field("refused") label=t!("window-line-refused") value=0/>
                <Number big=true name=field("short") label=t!("window-line-short") value=0/>
            </div>
            <Field name=field("reason") label=t!("window-line-reason") conditional=true/>
        </fieldset>
    }
    .into_markup()
}

/// The answer, line by line.
#[component]
fn Answered(lines: Vec<DeliveredLine>, phone: Option<Phone>, photos: PhotosOf) -> impl IntoView {
    let rows: Vec<_> = lines
        .into_iter()
        .map(|line| {
            let reason = (!line.reason.is_empty()).then(|| {
                view! { <small>{t!("window-reason", reason = &line.reason)}</small> }
            });
            view! {
                <tr>
                    <th scope="row">
                        <Photo picture=line.photo of=line.style.clone() viewer=photos.clone()/>
                        {line.style} " " <small>{line.style_code}</small> {reason}
                    </th>
                    <Cell label=t!("window-sent") number=true>{words::count(line.sent)}</Cell>
                    <Cell label=t!("window-line-confirmed") number=true>{words::count(line.confirmed)}</Cell>
                    <Cell label=t!("window-line-refused") number=true>{words::count(line.refused)}</Cell>
                    <Cell label=t!("window-line-short") number=true>{words::count(line.short)}</Cell>
                </tr>
            }
        })
        .collect();
    let call = phone.map(|phone| view! { <Call phone/> });
    let heads = vec![
        Head::words(t!("window-lines")),
        Head::number(t!("window-sent")),
        Head::number(t!("window-line-confirmed")),
        Head::number(t!("window-line-refused")),
        Head::number(t!("window-line-short")),
    ];
    view! {
        <Panel>
            <Table caption=t!("window-state-answered") quiet=true heads stack=true><tbody>{rows}</tbody></Table>
            <p class="quiet">{t!("window-after")} " " {call}</p>
        </Panel>
    }
    .into_markup()
}
