//! Over HTTP against the running app, as a browser without script would.

mod cards;
mod demo;
mod door;
mod drafts;
mod links;
mod origin;
mod sign_in;
mod firm;
mod worker;
