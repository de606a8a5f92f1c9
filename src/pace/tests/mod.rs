#[cfg(feature = "reading")]
use crate as ledger;

#[cfg(feature = "reading")]
mod foretold;
mod made_up;
#[cfg(feature = "reading")]
mod notebook;
mod odd;
mod promised;
#[cfg(feature = "reading")]
mod replay;
#[cfg(feature = "reading")]
pub(crate) mod village;
