//! A photo, as a telephone or a stranger sends it.
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    drop(ledger::parse::photo::read(bytes));
});
