//! Reads: plain SQL, shaped for the page that asks. Every one is scoped by its workshop, and none grows with all history.

pub mod approval;
pub mod book;
mod card;
pub mod chain;
mod charge;
pub mod count;
pub mod delivery;
pub mod earnings;
pub mod firm;
pub mod home;
pub mod hourly;
pub mod issued;
pub mod journal;
pub mod journal_entry;
pub mod late;
mod month;
mod named_count;
pub mod names;
pub mod news;
pub mod order;
pub mod origin;
pub mod outlook;
pub mod pace;
pub mod paper;
mod past;
pub mod pay;
mod photo;
pub mod pool;
mod recording;
pub mod report;
mod reviews;
pub mod search;
pub mod settlement;
mod since;
mod sounds;
pub mod split;
pub mod style;
pub mod tally;
pub mod task;
pub mod terms;
pub mod today;
pub mod verdict;
pub mod wages;
mod who;
pub mod window;
pub mod worker;

pub use photo::Sees;
pub use recording::{Hears, OwnClips, VoiceClipSet};
pub use who::Who;

use crate::values::ids::Seq;

/// Takes one row more than a page holds as the sign that there are older ones: the page, and where the next begins.
fn page_of(mut newest_first: Vec<Seq>, most: i64) -> (Vec<Seq>, Option<Seq>) {
    let most = usize::try_from(most).unwrap_or(usize::MAX);
    let more = newest_first.len() > most;
    newest_first.truncate(most);
    let older = if more { newest_first.last().copied() } else { None };
    (newest_first, older)
}
