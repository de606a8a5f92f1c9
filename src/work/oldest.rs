//! Which of a worker's issues a count or a return is drawn from, where only line and step are named.

use crate::ids::IssueId;
use crate::pieces::Pieces;

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

#[cfg(test)]
mod tests {
    use super::*;

    fn held(issue: i64, pieces: i64) -> Held {
        Held { issue: IssueId(issue), pieces: Pieces(pieces) }
    }

    #[test]
    fn the_first_is_emptied_before_the_next() {
        assert_eq!(draw([held(1, 5), held(2, 0), held(3, 9)], Pieces(7)), Some(vec![held(1, 5), held(3, 2)]));
        assert_eq!(draw([held(1, 5)], Pieces(5)), Some(vec![held(1, 5)]));
        assert_eq!(draw([held(1, 5)], Pieces(6)), None);
    }
}
