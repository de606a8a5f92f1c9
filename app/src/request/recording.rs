//! A sound that somebody sent in the field `file`, as it is kept.

use super::{Problem, Why, services};
use ledger::parse::sound::{Unfit, Use};
use ledger::values::recording::Recording;

/// Makes a recording of it.
///
/// # Errors
/// [`Problem::Field`] of `file`: why it can be none.
pub async fn recording(bytes: Vec<u8>, purpose: Use) -> Result<Recording, Problem> {
    let read = services()?.files.read_sound(bytes, purpose).await;
    read.map_err(|unfit| Problem::field("file", why(unfit, purpose)))
}

const fn why(unfit: Unfit, purpose: Use) -> Why {
    match (unfit, purpose) {
        (Unfit::NotASound, _) => Why::NotASound,
        (Unfit::TooBig, _) => Why::SoundTooLarge,
        (Unfit::TooLong, Use::Clip) => Why::ClipTooLong,
        (Unfit::TooLong, Use::Word) => Why::WordTooLong,
        (Unfit::Silent, _) => Why::Silent,
        (Unfit::TooCostly, _) => Why::TooCostly,
    }
}
