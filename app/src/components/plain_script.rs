//! Scripts that are no islands: they need nothing of the browser half.

use std::borrow::Cow;
use std::hash::{DefaultHasher, Hash, Hasher};

/// A script of its own, an ES module.
#[derive(Debug)]
pub struct PlainScript {
    /// Where it is served: `/page.js`, as `text/javascript`.
    pub path: Cow<'static, str>,
    /// As it is sent: without what only its readers need.
    pub text: String,
    /// As a page names it: another whenever its text is another, so that browsers may keep it for ever.
    pub address: String,
}

impl PlainScript {
    /// A script as it was written, to be served at that path.
    pub(super) fn new(path: impl Into<Cow<'static, str>>, script: &str) -> Self {
        let (path, text) = (path.into(), bare(script));
        let mut hasher = DefaultHasher::new();
        text.hash(&mut hasher);
        let address = format!("{path}?{:016x}", hasher.finish());
        Self { path, text, address }
    }
}

/// A script without its comments and indentation. No text in ours goes over several lines, and no comment stands behind code.
#[must_use]
pub fn bare(script: &str) -> String {
    let lines = script.lines().map(str::trim_start).filter(|line| !line.is_empty() && !line.starts_with("//"));
    lines.flat_map(|line| [line, "\n"]).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_are_not_sent() {
        assert_eq!(bare("// why\nif (a) {\n  b(\"//c\");\n}\n"), "if (a) {\nb(\"//c\");\n}\n");
    }
}
