//! What somebody types into one field.
#![no_main]

use app::request::field;
use ledger::store::access::{CardCode, RecoveryCode};
use ledger::values::ids::EventId;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let _ = field::pieces("field", text);
    let _ = field::pieces_or_none("field", text);
    // What is read as money, a day or a number is read as the same when it is written out.
    if let Ok(fen) = field::yuan("field", text) {
        assert_eq!(ledger::values::money::Fen::parse_yuan(&fen.to_string()), Ok(fen));
    }
    if let Ok(day) = field::day("field", text) {
        assert_eq!(field::day("field", &day.to_string()), Ok(day));
    }
    if let Ok(phone) = field::phone("field", text) {
        assert_eq!(field::phone("field", phone.as_str()), Ok(phone));
    }
    if let Ok(name) = field::name("field", text) {
        assert_eq!(field::name("field", name.as_str()), Ok(name));
    }
    if let Ok(code) = field::code("field", text) {
        assert_eq!(field::code("field", code.as_str()), Ok(code));
    }
    let _ = field::note("field", text);
    let _ = field::id::<EventId>("field", text);
    if let Ok(code) = text.parse::<CardCode>() {
        assert_eq!(code.to_string().parse(), Ok(code));
    }
    if let Ok(code) = text.parse::<RecoveryCode>() {
        assert_eq!(code.to_string().parse(), Ok(code));
    }
});
