//! Work: issuing 领活, taking back 退活, counting what comes in 交活, and what workers say of it.

mod count;
mod issue;
mod oldest;
mod retract;
mod review;

pub use count::{Count, CountPart, Made};
pub use issue::{IssueShares, Share, SplitShares, TakeBack};
pub use oldest::{Held, draw};
pub use retract::Retract;
pub use review::{AnswerDispute, Declare, ReviewEntry};
