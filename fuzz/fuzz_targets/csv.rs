//! Styles and workers as CSV, in any of its encodings.
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    drop(ledger::parse::styles::read(bytes));
    drop(ledger::parse::workers::read(bytes));
});
