//! What is checked of the app as a whole; nothing of it is in the product. Tests of one file stand in that file.

mod addresses;
mod contrast;
mod split_sentences;
mod texts;
