//! Whole files, read from first byte to last; the small parts have their tests beside them.

mod hostile;
mod made;
mod notebook;
mod orders;
mod photos;
mod pictures;
mod sounds;
mod untidy;
mod value;
mod village;
