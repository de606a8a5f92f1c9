//! The web server and the command line of Petalwork.
//!
//! `cli` has the commands of the program, one file each. `router` puts the layers around the pages, in the order
//! in which a request meets them: `headers`, `origin`, `authenticate` (who is it), `drafts` (a refused form comes back), then the pages of the app.
#![warn(missing_docs)]

pub mod assets;
pub mod cli;
pub mod demo;

mod authenticate;
mod context;
mod drafts;
pub mod files;
mod frontend;
mod headers;
mod host;
mod listen;
mod listeners;
mod lists;
mod moved;
mod news;
mod origin;
mod originals;
mod photos;
mod process;
mod recordings;
mod refused_form;
mod router;
mod scripts;
mod senders;
mod site_files;
mod spoken;
mod state;

pub use frontend::Frontend;
pub use listen::{Limits, ListenError, bind, serve};
pub use listeners::Listeners;
pub use router::{pages, router, server_functions};
pub use senders::FormLimits;
pub use state::AppState;
