//! Over HTTP against the running app, as a browser without script would.

mod cards;
mod count;
mod demo;
mod door;
mod drafts;
mod links;
mod orders;
mod origin;
mod sign_in;
mod firm;
mod worker;
mod split;
