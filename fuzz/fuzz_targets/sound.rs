//! A sound, as a telephone or a stranger sends it.
#![no_main]

use ledger::parse::sound::{Use, read};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    drop(read(bytes, Use::Word));
});
