//! Workers, as lists and sentences name them.

use crate::store::columns::from_row;
use crate::values::ids::WorkerId;

/// A worker by number and name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Who {
    pub id: WorkerId,
    pub number: String,
    pub name: String,
}

from_row!(Who { id, number, name });
