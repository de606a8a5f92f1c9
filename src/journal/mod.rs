//! The journal: events with their moves and transfers, the law that they obey, and the chain that binds them.
//!
//! Double entry, twice: a *move* takes pieces of an order line from one [`Place`] to another, a
//! *transfer* takes fen from one [`Account`] to another. Events are only ever added.

mod account;
mod books;
mod chain;
mod event;
mod kept;
mod law;
mod place;
mod tally;

pub use account::{Account, Purpose, Transfer};
pub use books::{Books, Entry};
pub use chain::{BadHead, ChainLink, Hash, Head};
pub use event::Event;
pub use kept::Kept;
pub use law::{LawBroken, MOST_HELD, check};
pub use place::{Flow, Move, Place, PlaceKind};
