//! `petalwork split`: works a split out from standard input, without any books.

use super::Failure;
use ledger::split::{exchange, split};
use std::io::Read;

/// More is no village's.
const MOST_BYTES: u64 = 64 * 1024 * 1024;

pub(super) fn run() -> Result<(), Failure> {
    let mut json = Vec::new();
    let read = std::io::stdin().lock().take(MOST_BYTES + 1).read_to_end(&mut json).map_err(Failure::one)?;
    if u64::try_from(read).is_ok_and(|read| read > MOST_BYTES) {
        return Err(Failure::one("more than 64 MiB: split it in parts"));
    }
    let named = exchange::read(&json).map_err(|faults| Failure(faults.iter().map(ToString::to_string).collect()))?;
    let output = exchange::write(&named, &split(&named.instance)).map_err(Failure::one)?;
    println!("{output}");
    Ok(())
}
