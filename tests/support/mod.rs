//! What tests are made of, named as what people do.
#![allow(dead_code, reason = "what people can do is a vocabulary: not every word is said yet")]

pub mod app;
pub mod coordinator;
pub mod database;
pub mod dump;
pub mod firm;
pub mod hledger;
pub mod network;
pub mod people;
pub mod photo;
pub mod sound;
pub mod village;
pub mod visitor;
pub mod worker;
