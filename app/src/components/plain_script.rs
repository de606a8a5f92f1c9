//! Scripts that are no islands: they are sent as they were written, and need nothing of the browser half.

use std::hash::{DefaultHasher, Hash, Hasher};

/// A script of its own, an ES module.
#[derive(Debug)]
pub struct PlainScript {
    /// Where it is served: `/page.js`, as `text/javascript`.
    pub path: &'static str,
    text: &'static str,
}

impl PlainScript {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::PAGE, Self::DEVICE, Self::SHEET, Self::PASSKEY];
    /// Keeps what is typed on the device until it is recorded, sends no form twice, and plays what is to be heard: a second script would cost a
    /// phone a second request.
    pub const PAGE: Self =
        Self { path: "/page.js", text: concat!(include_str!("forms.js"), "{\n", include_str!("hear.js"), "}\n") };
    /// Keeps entries and pages on a device that somebody said is her own.
    pub const DEVICE: Self = Self { path: "/device.js", text: include_str!("device/device.js") };
    /// Prints a sheet and hands on what it says.
    pub const SHEET: Self = Self { path: "/sheet.js", text: include_str!("sheet.js") };
    /// Asks the browser for a passkey. What it calls has no types yet that are kept.
    pub const PASSKEY: Self = Self { path: "/passkey.js", text: include_str!("passkey.js") };

    /// As it is sent: without what only its readers need.
    #[must_use]
    pub fn text(&self) -> String {
        bare(self.text)
    }

    /// Its address as a page names it: another whenever its text is another, so that browsers may keep it for ever.
    #[must_use]
    pub fn address(&self) -> String {
        let mut hasher = DefaultHasher::new();
        self.text.hash(&mut hasher);
        format!("{}?{:016x}", self.path, hasher.finish())
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

    #[test]
    fn no_text_goes_over_several_lines() {
        for PlainScript { path, text } in PlainScript::ALL {
            assert!(text.lines().all(|line| line.matches('`').count() % 2 == 0), "{path}");
            assert!(!text.contains("/*"), "{path}");
            assert!(!text.contains("speechSynthesis"), "{path}: a phone may have no voice");
        }
    }
}
