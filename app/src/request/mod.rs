//! A request: who asks, what they may, what they get.
//!
//! A page reads in [`load`](crate::components::load); a server function authorises first (`as_coordinator`, `as_worker`, `as_firm`), then parses
//! (`field`), then calls [`Asking::perform`], then says where to [`go`]:
//!
//! ```text
//! #[server(prefix = "/api", endpoint = "take_back")]
//! pub async fn take_back(event: String, issue: String, pieces: String, note: String) -> Result<(), Problem> {
//!     let asking = as_coordinator()?;
//!     let ask = TakeBack { parts: vec![(field::id("issue", &issue)?, field::pieces("pieces", &pieces)?)], note: field::note("note", &note)? };
//!     asking.perform(&event, None, ask).await?;
//!     go(addresses::count(), Done::TakenBack)
//! }
//! ```
//!
//! A [`Problem`] needs nothing more: the server keeps what was typed as a draft and shows the form again with the reason.

pub mod field;

mod asking;
mod books;
mod client_cookies;
mod days;
mod done;
mod file_reader;
mod form_fields;
mod known_phones;
mod link_secret;
mod phone_kind;
mod problem;
mod query;
mod recording;
mod redirect;
mod site;
mod upload;
mod viewer;

pub use asking::{
    Asking, EnteredOn, Services, as_coordinator, as_coordinator_or_helper, as_delivery, as_firm, as_worker, services,
};
pub use books::OpenBooks;
pub use client_cookies::{
    BROWSER_LASTS, ClientCookies, MOST_KNOWN, cookie_of, forget_session, leave_session, set_cookie, set_known_phones,
};
pub use days::days;
pub use done::{Done, done_in, go, go_with_money};
pub use file_reader::{FileRead, FileReader, Reading, Source};
pub use form_fields::form_fields;
pub use known_phones::{forget_this_phone, keep_known, known_phones};
pub use link_secret::{LinkSecret, PLACEHOLDER, moved};
pub use problem::{Problem, Reviewed, SURE, Why};
pub use query::{param, query, query_all, value, without};
pub use recording::recording;
pub use redirect::{redirect, redirected};
pub use site::{Site, SiteCookie, in_numbers, is_loopback, link};
pub use upload::Upload;
pub use viewer::{Person, SessionId, Viewer, owner, viewer};
