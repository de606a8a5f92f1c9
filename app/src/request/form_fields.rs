//! The fields of a form as a browser sends them.

use std::collections::BTreeMap;

/// Never kept.
const SECRETS: [&str; 7] = ["password", "new_password", "pin", "new_pin", "again", "one_time_code", "credential"];

/// Every field by its name, but for secrets; one that came several times has a line for each.
#[must_use]
pub fn form_fields(bytes: &[u8]) -> BTreeMap<String, String> {
    let mut fields = BTreeMap::<String, String>::new();
    for (name, value) in form_urlencoded::parse(bytes) {
        if SECRETS.contains(&name.as_ref()) {
            continue;
        }
        match fields.get_mut(name.as_ref()) {
            Some(before) => {
                before.push('\n');
                before.push_str(&value);
            }
            None => {
                fields.insert(name.into_owned(), value.into_owned());
            }
        }
    }
    fields
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn everything_typed_is_read_but_secrets() {
        let read = form_fields(
            "note=%E8%8A%B1+%3Cb%3E&shares%5B0%5D%5Bworker%5D=7&skill=1&skill=2&pin=2583&empty=".as_bytes(),
        );
        let expected = [("empty", ""), ("note", "花 <b>"), ("shares[0][worker]", "7"), ("skill", "1\n2")];
        assert_eq!(read, expected.map(|(name, value)| (name.to_owned(), value.to_owned())).into());
    }
}
