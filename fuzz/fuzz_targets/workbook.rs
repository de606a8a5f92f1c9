//! A firm's orders as a workbook.
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    drop(ledger::parse::orders::read(bytes));
});
