//! Workers: who they are, what they have, what they are owed.

mod contact;
mod edit;
mod hand_over;
mod late;
mod list;
pub mod money;
mod paper;
mod save;
mod show;
mod table;

pub use contact::ContactPage;
pub use edit::{EditWorkerPage, NewWorkerPage};
pub use hand_over::HandOverPage;
pub use late::LatePage;
pub use list::WorkersPage;
pub use paper::{WorkerCardPage, WorkerPaperPage};
pub use show::WorkerPage;
pub(super) use table::Workers;
