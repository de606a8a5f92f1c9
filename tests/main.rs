//! Black box: one binary. `store` runs one suite on both engines, `flows` acts over HTTP.

mod flows;
mod store;
mod support;
