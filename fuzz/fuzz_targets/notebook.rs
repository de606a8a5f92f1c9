//! A paper notebook as CSV.
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    drop(ledger::parse::notebook::read(bytes));
});
