//! The web server and the command line of Petalwork.
//!
//! `cli` says what can be asked of the program, one file a command. `router` puts the layers around the pages, in the order
//! in which a request meets them: `headers`, `origin`, `attend` (who is it), `drafts` (a refused form comes back), then the pages of the app.
#![warn(missing_docs)]

pub mod assets;
pub mod cli;
pub mod demo;

mod attend;
mod drafts;
mod headers;
mod known;
mod listen;
mod lists;
mod looks;
mod origin;
mod router;

pub use listen::{ListenError, bind, serve};
pub use looks::Looks;
pub use router::{House, pages, router, server_functions};
