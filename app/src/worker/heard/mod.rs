//! What of her pages is heard, sentence by sentence.

mod count;
mod entry;
mod note;
mod pay;
mod reviews;
mod work;

pub use count::count;
pub use entry::entry;
pub use pay::{months_sum, owed, payments, slip, this_month, this_year};
pub use reviews::reviews;
pub use work::{hand_in, held, numbers, waiting};
