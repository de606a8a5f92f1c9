//! What a phone is, as its browser tells: a plain name by which its owner knows it again, and nothing that is relied on.

use axum::http::HeaderMap;
use axum::http::header::USER_AGENT;
use ledger::store::access::PhoneKind;

/// By which words a browser tells it, the more telling first.
const WORDS: [(&str, PhoneKind); 8] = [
    ("HarmonyOS", PhoneKind::Harmony),
    ("OpenHarmony", PhoneKind::Harmony),
    ("Android", PhoneKind::Android),
    ("iPhone", PhoneKind::Apple),
    ("iPad", PhoneKind::Apple),
    ("Windows", PhoneKind::Computer),
    ("Macintosh", PhoneKind::Computer),
    ("Linux", PhoneKind::Computer),
];

/// What sent these headers.
pub(super) fn phone_kind(headers: &HeaderMap) -> PhoneKind {
    let told = headers.get(USER_AGENT).and_then(|value| value.to_str().ok()).unwrap_or_default();
    WORDS.iter().find(|(word, _)| told.contains(word)).map(|(_, kind)| *kind).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_phone_is_called_as_its_owner_knows_it() {
        let kind = |told: &str| {
            let mut headers = HeaderMap::new();
            headers.insert(USER_AGENT, told.parse().expect("a value"));
            phone_kind(&headers)
        };
        assert_eq!(kind("Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36"), PhoneKind::Android);
        assert_eq!(kind("Mozilla/5.0 (Phone; OpenHarmony 5.0) AppleWebKit/537.36"), PhoneKind::Harmony);
        assert_eq!(kind("Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X)"), PhoneKind::Apple);
        assert_eq!(kind("Mozilla/5.0 (X11; Linux x86_64)"), PhoneKind::Computer);
        assert_eq!(kind("curl/8"), PhoneKind::Unknown);
    }
}
