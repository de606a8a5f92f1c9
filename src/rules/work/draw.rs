//! Which of a worker’s issues a count or a return is drawn from, where only line and step are named.

use crate::model::{CountPart, Made};
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

/// Draws what was counted of several issues of one kind of work from them, in the order given: what was accepted first, then what goes
/// back to be done again, then what was scrapped. An issue may stand more than once; each that gives something is one part, which says how
/// much it held.
///
/// `None` when together they hold fewer.
pub fn draw_count(held: &[Held], made: Made, counted: [Pieces; 3]) -> Option<Vec<CountPart>> {
    let mut left = counted;
    let mut parts: Vec<CountPart> = Vec::new();
    for &Held { issue, pieces } in held {
        let mut there = pieces;
        let [accepted, rework, scrapped] = left.each_mut().map(|left| {
            let drawn = there.min(*left);
            there = there - drawn;
            *left = *left - drawn;
            drawn
        });
        if there == pieces {
            continue;
        }
        match parts.iter_mut().find(|part| part.issue == issue) {
            Some(part) => {
                part.accepted = part.accepted + accepted;
                part.rework = part.rework + rework;
                part.scrapped = part.scrapped + scrapped;
            }
            None => {
                let seen = held.iter().filter(|held| held.issue == issue).map(|held| held.pieces).sum();
                parts.push(CountPart { issue, made, accepted, rework, scrapped, seen: Some(seen) });
            }
        }
    }
    left.iter().all(|left| !left.any()).then_some(parts)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn held(issues: &[(i64, i64)]) -> Vec<Held> {
        issues.iter().map(|&(issue, pieces)| Held { issue: IssueId(issue), pieces: Pieces(pieces) }).collect()
    }

    #[test]
    fn the_first_is_emptied_before_the_next() {
        let drawn = draw_count(&held(&[(7, 20), (3, 10)]), Made::Fresh, [18, 4, 3].map(Pieces)).expect("enough");
        let gist: Vec<_> = drawn
            .iter()
            .map(|part| (part.issue.0, part.accepted.0, part.rework.0, part.scrapped.0, part.seen.map(|seen| seen.0)))
            .collect();
        assert_eq!(gist, [(7, 18, 2, 0, Some(20)), (3, 0, 2, 3, Some(10))]);
        assert_eq!(draw_count(&held(&[(7, 20), (3, 10)]), Made::Fresh, [18, 4, 9].map(Pieces)), None);
    }

    #[test]
    fn an_issue_that_stands_twice_is_one_part() {
        let drawn =
            draw_count(&held(&[(7, 5), (3, 10), (7, 15)]), Made::Fresh, [17, 1, 0].map(Pieces)).expect("enough");
        let gist: Vec<_> = drawn.iter().map(|part| (part.issue.0, part.accepted.0, part.rework.0)).collect();
        assert_eq!(gist, [(7, 7, 1), (3, 10, 0)]);
        assert_eq!(drawn[0].seen, Some(Pieces(20)));
    }

    proptest! {
        #[test]
        fn nothing_is_lost_or_made_up(
            issues in prop::collection::vec((1_i64..5, 0_i64..30), 0..6),
            counted in prop::array::uniform3(0_i64..40),
        ) {
            let held = held(&issues);
            let all: i64 = issues.iter().map(|(_, pieces)| pieces).sum();
            let drawn = draw_count(&held, Made::Fresh, counted.map(Pieces));
            prop_assert_eq!(drawn.is_some(), counted.iter().sum::<i64>() <= all);
            if let Some(parts) = drawn {
                let sum = |of: fn(&CountPart) -> Pieces| parts.iter().map(of).sum::<Pieces>().0;
                prop_assert_eq!([sum(|p| p.accepted), sum(|p| p.rework), sum(|p| p.scrapped)], counted);
                for part in &parts {
                    let has: Pieces = held.iter().filter(|held| held.issue == part.issue).map(|held| held.pieces).sum();
                    prop_assert!(part.accepted + part.rework + part.scrapped <= has);
                    prop_assert_eq!(part.seen, Some(has));
                    prop_assert_eq!(parts.iter().filter(|other| other.issue == part.issue).count(), 1);
                }
            }
        }
    }
}
