//! Over HTTP against the running app, as a browser without script would.

pub mod access;
mod approval;
mod cards;
mod connections;
mod contact;
mod count;
mod demo;
mod drafts;
mod ending;
mod firm;
mod guessing;
mod imports;
mod landing;
mod links;
mod order_changes;
mod orders;
mod origin;
mod outlook;
mod pay;
mod photos;
mod refusal;
mod second_step;
mod sign_in;
mod split;
mod terms;
mod variants;
mod worker;
