//! What tests are made of, named as what people do.

pub mod app;
pub mod database;
pub mod people;
pub mod village;
pub mod visitor;
