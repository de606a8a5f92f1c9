//! A form as a browser sends it, and the addresses that it names.
#![no_main]

use app::addresses::Address;
use app::request::{form_fields, value, without};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let fields = form_fields(bytes);
    assert!(!fields.contains_key("password") && !fields.contains_key("pin"));
    for text in fields.values() {
        if let Some(page) = Address::local(text) {
            let page = page.with("then", text);
            assert!(page.as_str().starts_with('/') && !page.as_str().starts_with("//"), "{page}");
            // What has grown too long is not followed.
            assert!(Address::local(page.as_str()).is_some() || page.as_str().len() > 2_000, "{page}");
        }
    }
    if let Ok(query) = std::str::from_utf8(bytes) {
        let _ = value(query, "draft");
        let left = without(query, &["draft", "done"]);
        assert_eq!(value(&left, "draft"), None);
    }
});
