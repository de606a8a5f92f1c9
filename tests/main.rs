//! Black box: one binary. `store` runs one suite on both engines, `flows` acts over HTTP, `browser` as people do.

mod browser;
mod flows;
mod store;
mod support;
