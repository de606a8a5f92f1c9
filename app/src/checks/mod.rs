//! What is checked of the app as a whole; nothing of it is in the product. Tests of one file stand in that file.
#![expect(clippy::expect_used, clippy::panic, reason = "these are tests: what they cannot read fails them")]

mod addresses;
mod contrast;
mod split_sentences;
mod texts;
