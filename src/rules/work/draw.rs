//! Which of a worker’s issues a count or a return is drawn from, where only line and step are named.

use crate::values::ids::IssueId;
use crate::values::pieces::Pieces;

/// One of her issues and what it still holds, fresh or in rework as the asker means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Held {
    pub issue: IssueId,
    pub pieces: Pieces,
}

/// Draws `n` pieces from issues in the order given, emptying each before the next:
/// oldest first for what is made, newest first for what goes back unmade.
///
/// `None` when together they hold fewer.
pub fn draw(held: impl IntoIterator<Item = Held>, n: Pieces) -> Option<Vec<Held>> {
    let mut left = n;
    let mut drawn = Vec::new();
    for Held { issue, pieces } in held {
        if !left.any() {
            break;
        }
        let pieces = pieces.min(left);
        if pieces.any() {
            drawn.push(Held { issue, pieces });
            left = left - pieces;
        }
    }
    (!left.any()).then_some(drawn)
}
