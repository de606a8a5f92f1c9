//! Events in words: what sort, about what, who did it, and which pieces and money went where.

mod about;
mod access;
mod changes;
mod describe;
mod entries;
mod kind;
mod names;
mod photo;
mod requests;
mod voice;

pub use changes::{Reader, order_changes};
pub use describe::{Description, describe, describe_proposal};
pub use entries::{actor, entries};
pub use kind::{flow, kind};
