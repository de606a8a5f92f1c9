//! The web server and the command line of Petalwork.

pub mod assets;
