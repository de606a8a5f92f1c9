//! The parts that every page is made of. All of them are plain HTML made on the server; none needs script.
//!
//! # How to write a page
//!
//! ```text
//! #[component]
//! pub fn IssuePage() -> impl IntoView {
//!     // 1. who is it, may they, read (in a `Suspend`, see `coordinator/`) …
//!     view! {
//!         <Page title=t!("issue-title") back=Link::to(addresses::order(order), t!("order-title"))>
//!             <Figures>
//!                 <Figure value=words::count(in_pool) label=t!("place-pool") unit=t!("unit-of", n = in_pool) tone=Tone::Next/>
//!             </Figures>
//!             <Panel title=t!("issue-give-out")>
//!                 <Form action=Issue::target()>                      // 2. the server function, by its type
//!                     <Hidden name="line" value=line.id/>
//!                     <Select name="worker" label=t!("worker") options=workers/>
//!                     <Number name="pieces" label=t!("pieces") unit=t!("unit-pieces") value=suggested/>
//!                     <Submit>{t!("issue-do")}</Submit>
//!                 </Form>
//!             </Panel>
//!         </Page>
//!     }
//! }
//! ```
//!
//! - **One `Page` a page**: it writes the title, the one `h1`, the navigation, and the [`Flash`] left by the last act.
//! - **One vermilion thing a page**: `Submit` is `Tone::Next` by default; give every further button `tone=Tone::Quiet`.
//!   Green ([`Tone::Good`]) says accepted, amber ([`Tone::Warn`]) says rework or look out, [`Tone::Bad`] says refused or lost.
//! - **Words** come from `t!("key")`; put the key into `app/locales/zh-CN/<entity>.ftl` and `app/locales/en/<entity>.ftl`. A key that
//!   is missing fails the tests. Numbers are written by [`crate::words`], never by `format!`.
//! - **Forms** post to a server function. `Form` adds the hidden `event` (a fresh event id) and, where the page has several
//!   forms with one address, the hidden `form` (its `key`). When the act is refused, the request provides a [`Draft`]: the
//!   fields of that form then show what was typed and say what is wrong. A page needs to do nothing for it.
//! - **Tables** are real: `Table` writes caption and head, the page writes `<tbody>`; first cell `<th scope="row">`, numbers
//!   `<td class="n">`. With `stack`, rows become small cards on a phone: then every cell is a [`Cell`] with its label.
//! - **A dangerous act** has a page of its own, made of [`Confirm`]; the button that leads there is a [`Go`] link.
//! - **Nothing to show** is [`Empty`]: it says what to do first.
//! - Never write `style="…"`: the security policy refuses it. Classes that pages may use: `n` (a number in a table), `sr`
//!   (for screen readers only), `quiet` (small and pale), `row` (buttons side by side), `three` (three numbers side by side, on a
//!   phone too), `two` (panels side by side on a desk, with `Page wide=true`), `stack` (below each other), `big`, `noprint`.
//! - **Look** at what `make screenshots` keeps: the main pages in both languages, to copy from.

mod amount_buttons;
mod badge;
mod bars;
mod burn_up;
mod call;
mod choice;
mod confirm;
mod days_form;
pub mod device;
mod draft;
mod empty;
mod entries;
mod expected;
mod field;
mod figure;
mod fold;
mod form;
mod forms_script;
mod hear;
mod link;
mod link_preview;
mod list_asked;
mod listing;
mod load;
mod masthead;
mod nav;
mod notice;
mod only_here;
mod pace;
mod page;
mod page_scripts;
mod pager;
mod panel;
mod paper_book;
mod paper_styles;
mod passkey;
mod photo;
mod plain_script;
mod portrait;
mod progress;
mod qr;
mod recorder;
mod scripts;
mod seal;
mod search_box;
mod sheet;
mod sheet_tools;
mod slip;
mod slips;
mod sure;
mod table;
mod tag;
mod to_send;
mod tone;
mod typed;
mod worker_card;

pub use amount_buttons::*;
pub use badge::*;
pub use bars::*;
pub use burn_up::*;
pub use call::*;
pub use choice::*;
pub use confirm::*;
pub use days_form::*;
pub use device::ThisPhone;
pub use draft::*;
pub use empty::*;
pub use entries::*;
pub use expected::*;
pub use field::*;
pub use figure::*;
pub use fold::*;
pub use form::*;
pub use hear::*;
pub use link::*;
pub use link_preview::*;
pub use list_asked::*;
pub use listing::*;
pub use load::*;
pub use masthead::*;
pub use nav::*;
pub use notice::*;
pub use only_here::*;
pub use pace::*;
pub use page::*;
pub use page_scripts::ScriptsOfPage;
pub use pager::*;
pub use panel::*;
pub use paper_book::*;
pub use paper_styles::PaperOfPage;
pub use passkey::*;
pub use photo::*;
pub use plain_script::*;
pub use portrait::*;
pub use progress::*;
pub use qr::*;
pub use recorder::*;
pub use scripts::*;
pub use seal::*;
pub use search_box::*;
pub use sheet::*;
pub use sheet_tools::*;
pub use slip::*;
pub use slips::slips;
pub use sure::Sure;
pub use table::*;
pub use tag::*;
pub use to_send::*;
pub use tone::*;
pub use typed::*;
pub use worker_card::*;
