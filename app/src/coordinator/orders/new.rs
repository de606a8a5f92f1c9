//! An order that came on paper or by telephone.

use crate::addresses;
use crate::components::{
    Cell, Check, Day, Draft, Empty, Field, Fold, Form, Go, Head, Hidden, Link, Number, Page, Panel, Pick, Select,
    Submit, Table, Tone, in_page, load,
};
use crate::coordinator::orders::PACK;
use crate::coordinator::orders::open_order::OpenOrder;
use crate::form_target::PostTarget;
use crate::markup::{IntoMarkup, Markup};
use crate::request::{Asking, Problem, as_coordinator, query};
use ledger::parse::original::Original;
use ledger::store::UploadId;
use leptos::prelude::*;
use std::ops::Range;

/// Lines that the form has room for. A longer order comes as a workbook.
const LINES: usize = 8;
/// Lines that are open at first; the others unfold.
const OPEN: usize = 3;

/// `/orders/new?original=UPLOAD`: what the order came as; mostly it is on paper.
#[component]
pub(crate) fn NewOrderPage() -> impl IntoView {
    let original: Option<UploadId> = query("original");
    load(async move {
        let asking = as_coordinator()?;
        let (firms, styles) = asking.read().await?.orders().order_choices().await?;
        let back = Link::to(addresses::orders(), t!("nav-orders"));
        if styles.is_empty() {
            return Ok(view! {
                <Page title=t!("order-new") back>
                    <Empty title=t!("order-no-styles")>
                        <Go href=addresses::styles() tone=Tone::Next>{t!("nav-styles")}</Go>
                    </Empty>
                </Page>
            }
            .into_markup());
        }
        let firms: Vec<_> = firms.into_iter().map(|(id, name)| Pick::new(id, name)).collect();
        let styles: Vec<_> = styles
            .into_iter()
            .map(|(id, code, name)| Pick::new(id, t!("style-named", name = name, code = code)))
            .collect();
        let today = asking.today;
        let (seen, card) = match original {
            Some(id) => beside(&asking, id).await?,
            None => (None, None),
        };
        // Who types off what she sees looks at it first.
        let focus = seen.is_none();
        Ok(view! {
            <Page title=t!("order-new") lead=t!("order-new-lead") back wide=true>
                <div class="stack">
                {seen}
                <Form action=OpenOrder::target()>
                    {card.map(|id| view! {
                        <Hidden name="photo[upload]" value=id/>
                        <Check name="photo[keep]" label=t!("order-photo-keep") checked=true/>
                    })}
                    <Panel title=t!("order-whose")>
                        <WhichFirm firms/>
                        <Field name="code" label=t!("order-code") hint=t!("order-code-hint") max=40 focus=focus/>
                        <div class="two">
                            <Day name="placed" label=t!("order-placed") value=today/>
                            <Day name="due" label=t!("order-due")/>
                        </div>
                        <Field name="note" label=t!("order-note") optional=true/>
                    </Panel>
                    <Lines styles/>
                    <Submit>{t!("order-open")}</Submit>
                </Form>
                </div>
            </Page>
        }
        .into_markup())
    })
}

/// What an order came as, to be typed off; and its upload, where it is a photo that can be kept as the sample card.
async fn beside(asking: &Asking, id: UploadId) -> Result<(Option<Markup>, Option<UploadId>), Problem> {
    let Some(upload) = asking.store.upload(asking.workshop, id).await? else { return Ok((None, None)) };
    Ok(match Original::of(&upload.bytes) {
        Some(Original::Photo) => {
            let src = in_page(&upload.bytes);
            let seen = view! { <div class="original"><img src=src alt=t!("order-photo")/></div> };
            (Some(seen.into_markup()), Some(id))
        }
        Some(Original::Pdf) => {
            let file = addresses::original(id);
            // The page alone: its frame is narrow.
            let src = format!("{file}#navpanes=0");
            // A phone shows no PDF in a page, but opens it beside the browser.
            let seen = view! {
                <div class="original">
                    <p><a href=file target="_blank">{t!("order-pdf-open")}</a></p>
                    <iframe src=src title=t!("order-pdf")></iframe>
                </div>
            };
            (Some(seen.into_markup()), None)
        }
        None => (None, None),
    })
}

/// A firm from the list, or the name of a new one.
#[component]
fn WhichFirm(firms: Vec<Pick>) -> impl IntoView {
    if firms.is_empty() {
        return view! { <Field name="firm[new]" label=t!("order-first-firm") max=60/> }.into_markup();
    }
    view! {
        <div class="two">
            <Select name="firm[known]" label=t!("thing-firm") options=firms conditional=true/>
            <Field name="firm[new]" label=t!("order-new-firm") conditional=true max=60/>
        </div>
    }
    .into_markup()
}

/// A table of lines; on a phone each line is a small sheet.
#[component]
fn Lines(styles: Vec<Pick>) -> impl IntoView {
    let row = move |no: usize| {
        let styles = styles.clone();
        let n = no + 1;
        view! {
            <tr>
                <th scope="row">{n}</th>
                <Cell label=t!("order-style")>
                    <Select bare=true name=format!("lines[{no}][style]") label=t!("order-line-style", n = n) options=styles optional=true/>
                </Cell>
                <Cell label=t!("order-variant")>
                    <Field bare=true name=format!("lines[{no}][variant]") label=t!("order-line-variant", n = n) max=30 optional=true/>
                </Cell>
                <Cell label=t!("order-pieces") number=true>
                    <Number bare=true name=format!("lines[{no}][pieces]") label=t!("order-line-pieces", n = n) optional=true/>
                </Cell>
                <Cell label=t!("order-price") number=true>
                    <Number bare=true name=format!("lines[{no}][price]") label=t!("order-line-price", n = n) money=true optional=true/>
                </Cell>
                <Cell label=t!("order-pack") number=true>
                    <Number bare=true name=format!("lines[{no}][pack]") label=t!("order-line-pack", n = n) value=PACK optional=true/>
                </Cell>
            </tr>
        }
    };
    let table = move |lines: Range<usize>| {
        let rows: Vec<_> = lines.map(&row).collect();
        view! {
            <Table
                caption=t!("order-lines")
                quiet=true
                stack=true
                heads=vec![
                    Head::words(t!("order-line-no")),
                    Head::words(t!("thing-style")),
                    Head::words(t!("order-variant")),
                    Head::number(t!("order-pieces")),
                    Head::number(t!("order-price")),
                    Head::number(t!("order-pack")),
                ]
            >
                <tbody>{rows}</tbody>
            </Table>
        }
    };
    view! {
        <Panel title=t!("order-lines")>
            <p class="quiet">{t!("order-lines-hint")}</p>
            {table(0..OPEN)}
            <Fold title=t!("order-more-lines", n = LINES - OPEN) open=more_were_typed()>{table(OPEN..LINES)}</Fold>
        </Panel>
    }
}

/// Whether a refused form comes back with something in the lines that are folded away.
fn more_were_typed() -> bool {
    let Some(draft) = use_context::<Draft>() else { return false };
    (OPEN..LINES).any(|no| {
        ["style", "pieces", "price"]
            .iter()
            .any(|part| draft.typed(&format!("lines[{no}][{part}]")).is_some_and(|typed| !typed.is_empty()))
    })
}
