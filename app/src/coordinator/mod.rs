//! What the coordinator sees and does.

mod books;
mod imports;
mod work;

pub use books::BookRoutes;
pub use imports::{ImportRoutes, added, findings};
pub use work::WorkRoutes;
