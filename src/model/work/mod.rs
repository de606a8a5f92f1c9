//! Work: what is issued, counted, declared and said of it.

mod count;
mod hand_in;
mod issue;
mod review;

pub use count::{Count, CountPart, Made};
pub use hand_in::{Declare, HandIn, Retract};
pub use issue::{Issue, IssueShares, Share, SplitShares, TakeBack};
pub use review::{AnswerDispute, Review, ReviewEntry, Verdict};
