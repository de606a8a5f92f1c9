//! Approval 复核: where a workshop asks for it, rates, corrections and payments wait for a second coordinator.
//!
//! What would have been done at once becomes a [`Proposal`]: an event that keeps what was asked and moves nothing. When another
//! coordinator approves it, the rules look at it again, by the books as they stand then, and its effects are those of her event. So
//! a balance still changes by one event only, and nothing that was decided earlier is taken on trust.

mod approvable;
mod proposal;
mod request;
mod setting;

pub use approvable::Approvable;
pub use proposal::{Closed, End, Proposal};
pub use request::{Approve, Decline, Propose, Withdraw};
pub use setting::{Approval, SetApproval};
