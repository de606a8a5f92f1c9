//! What waits for a second coordinator: the lists of it, and the page where it is answered.

mod answer;
mod list;
mod show;
mod waiting;

pub(super) use list::ProposalsPage;
pub(super) use show::ProposalPage;
pub(crate) use waiting::{correction, panel, rows};
