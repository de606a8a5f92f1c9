//! What tests are made of, named as what people do.

pub mod database;
pub mod village;
