//! Deliveries: packing, the note to print, the firm’s answer, what came back.

mod answer;
mod came;
mod fix;
mod link;
mod list;
mod makers;
mod note;
mod pack;
mod row;
mod show;
mod table;
mod write_off;

pub use list::DeliveriesPage;
pub use pack::PackPage;
pub use row::row as delivery_row;
pub use show::DeliveryPage;
use table::DeliveriesTable;
pub use write_off::WriteOffPage;
