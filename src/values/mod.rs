//! Values: small types that cannot be wrong, each with one constructor.

pub mod clip_name;
pub mod clock;
pub mod content_hash;
pub mod day;
mod decimal;
pub mod ids;
pub mod minutes;
pub mod money;
pub mod phone;
pub mod picture;
pub mod pieces;
pub mod recording;
pub mod sought;
pub mod text;
