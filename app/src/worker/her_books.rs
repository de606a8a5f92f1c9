//! The books as a page of hers opens them.

use crate::components::Badge;
use crate::request::{Asking, OpenBooks, Problem};
use crate::spoken::OwnVoice;
use ledger::values::ids::WorkerId;

/// Her books opened for a page, which then shows how much is new on its bar, and speaks in the voice of her workshop.
///
/// # Errors
/// [`Problem::Database`] when they cannot be read.
pub async fn her_books(asking: &Asking, worker: WorkerId) -> Result<OpenBooks, Problem> {
    let mut books = asking.read().await?;
    let number = books.of_worker(worker).count_news(asking.today, asking.viewer.pay_open).await?;
    Badge::show(number);
    OwnVoice::speak(books.own_clips().await?);
    Ok(books)
}
