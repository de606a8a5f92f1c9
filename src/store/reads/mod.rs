//! Reads: plain SQL, shaped for the page that asks. Every one is scoped by its workshop, and none grows with all history.

pub mod book;
pub mod home;
pub mod names;
pub mod pay;
pub mod tally;
pub mod task;
pub mod report;
pub mod told;
pub mod verdict;
pub mod wages;
pub mod window;
pub mod worker;

use crate::ids::Seq;

/// Takes one row more than a page holds as the sign that there are older ones: the page, and where the next begins.
fn page_of(mut newest_first: Vec<i64>, most: i64) -> (Vec<i64>, Option<Seq>) {
    let most = usize::try_from(most).unwrap_or(usize::MAX);
    let more = newest_first.len() > most;
    newest_first.truncate(most);
    let older = if more { newest_first.last().copied().map(Seq) } else { None };
    (newest_first, older)
}
