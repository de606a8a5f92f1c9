//! Black box: one binary. `store` runs one suite on both engines, `flows` acts over HTTP, `browser` as people do.

mod store;
mod support;
