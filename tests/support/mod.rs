//! What tests are made of, named as what people do.

pub mod app;
pub mod coordinator;
pub mod database;
pub mod people;
pub mod firm;
pub mod village;
pub mod visitor;
pub mod worker;
