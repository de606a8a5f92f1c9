//! Names in the other language: people, villages and flowers have Chinese names on an English page too, and a voice that reads the page
//! must know. Where they stand in is told by the letters themselves, once for the whole page: no part of a page needs to think of it.
//!
//! On a Chinese page nothing is marked: Latin letters in it are numbers of orders and styles, which every voice spells.

use std::fmt::Write;

/// A page that is written in English, with what is Chinese in it marked.
#[must_use]
pub fn marked(html: &str) -> String {
    let mut page = String::with_capacity(html.len() + html.len() / 16);
    let mut rest = html;
    let mut inside = Inside::default();
    while let Some(at) = rest.find('<') {
        let (text, from) = rest.split_at(at);
        inside.write_text(&mut page, text);
        let (tag, after) = from.split_at(end_of_tag(from));
        rest = after;
        let name = name(tag);
        inside.pass(name, tag);
        let content = rest.split('<').next().unwrap_or_default();
        let is_whole = rest[content.len()..].strip_prefix("</").is_some_and(|end| end.starts_with(name));
        // A list of choices holds nothing but text.
        let is_chinese = content.chars().any(is_han) && (name == "option" || !has_latin(content));
        let is_whole = is_whole && !["", "script", "style"].contains(&name);
        let is_named = value(tag, " alt=\"").is_some_and(|alt| alt.chars().any(is_han) && !has_latin(alt));
        let (is_told, is_left) = (tag.contains(" lang="), inside.is_left_alone());
        let is_marked = !is_left && !is_told && (is_named || is_whole && is_chinese);
        if is_marked {
            let end = tag.len() - if tag.ends_with("/>") { 2 } else { 1 };
            let _ = write!(page, "{} lang=\"zh-CN\"{}", &tag[..end], &tag[end..]);
        } else {
            page.push_str(tag);
        }
        if is_whole && (is_marked || is_told || name == "textarea") {
            page.push_str(content);
            rest = &rest[content.len()..];
        }
    }
    inside.write_text(&mut page, rest);
    page
}

/// What a text stands in.
#[derive(Debug, Default)]
struct Inside {
    /// Islands and what a page puts into them, one within the other. A browser finds an island's own parts by their places.
    islands: Vec<&'static str>,
    /// Where no other part may stand: a drawing, a script.
    bare: usize,
}

impl Inside {
    const ISLANDS: [&'static str; 2] = ["leptos-island", "leptos-children"];

    fn pass(&mut self, name: &str, tag: &str) {
        let closed = tag.strip_prefix("</").map(|name| name.trim_end_matches('>'));
        let is_bare = |name: &str| ["svg", "script", "style"].contains(&name);
        if let Some(closed) = closed {
            self.bare = self.bare.saturating_sub(usize::from(is_bare(closed)));
            if Self::ISLANDS.contains(&closed) {
                self.islands.pop();
            }
        } else {
            self.bare += usize::from(is_bare(name));
            self.islands.extend(Self::ISLANDS.iter().find(|island| **island == name));
        }
    }

    fn is_left_alone(&self) -> bool {
        self.islands.last() == Some(&"leptos-island")
    }

    fn write_text(&self, page: &mut String, text: &str) {
        if self.bare > 0 || self.is_left_alone() || !text.chars().any(is_han) {
            return page.push_str(text);
        }
        // One part, as the text was: between two, what lays them out might take the space away.
        let is_mixed = has_latin(text);
        page.push_str(if is_mixed { "<bdi>" } else { "" });
        let mut rest = text;
        while let Some(from) = rest.find(is_han) {
            let (before, names) = rest.split_at(from);
            let end = names.find(|letter: char| letter.is_ascii_alphabetic() || letter == '&').unwrap_or(names.len());
            let (names, after) = names.split_at(names[..end].rfind(is_han).map_or(end, |last| last + '花'.len_utf8()));
            let _ = write!(page, "{before}<bdi lang=\"zh-CN\">{names}</bdi>");
            rest = after;
        }
        page.push_str(rest);
        page.push_str(if is_mixed { "</bdi>" } else { "" });
    }
}

fn is_han(letter: char) -> bool {
    matches!(letter, '\u{3007}' | '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}')
}

/// Whether a text has words or codes besides.
fn has_latin(text: &str) -> bool {
    text.chars().any(|letter| letter.is_ascii_alphabetic())
}

/// How long the tag is that the text begins with.
fn end_of_tag(text: &str) -> usize {
    let mut quoted = false;
    let end = text.char_indices().find(|(_, letter)| {
        quoted ^= *letter == '"';
        *letter == '>' && !quoted
    });
    end.map_or(text.len(), |(at, _)| at + 1)
}

/// The name in a start tag; of others nothing.
fn name(tag: &str) -> &str {
    tag[1..].split(|letter: char| !letter.is_ascii_alphanumeric() && letter != '-').next().unwrap_or_default()
}

fn value<'t>(tag: &'t str, name: &str) -> Option<&'t str> {
    tag.split_once(name)?.1.split('"').next()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_chinese_is_marked() {
        for (page, says) in [
            ("<b>Peony</b>", "<b>Peony</b>"),
            ("<b class=\"a>b\">牡丹 缠枝</b>", "<b class=\"a>b\" lang=\"zh-CN\">牡丹 缠枝</b>"),
            ("<p>For 王秀英, 40</p>", "<p><bdi>For <bdi lang=\"zh-CN\">王秀英</bdi>, 40</bdi></p>"),
            (
                "<h2>牡丹 <small>缠枝</small></h2>",
                "<h2><bdi lang=\"zh-CN\">牡丹</bdi> <small lang=\"zh-CN\">缠枝</small></h2>",
            ),
            ("<p>Q&amp;A</p>", "<p>Q&amp;A</p>"),
            ("<option value=\"1\">A-1 牡丹</option>", "<option value=\"1\" lang=\"zh-CN\">A-1 牡丹</option>"),
            ("<button lang=\"zh-CN\">中文</button>", "<button lang=\"zh-CN\">中文</button>"),
            ("<img alt=\"牡丹\"/>", "<img alt=\"牡丹\" lang=\"zh-CN\"/>"),
            ("<textarea>For 王</textarea>", "<textarea>For 王</textarea>"),
            ("<svg><text>40 王</text></svg>", "<svg><text lang=\"zh-CN\">40 王</text></svg>"),
            ("<script>\"王\"</script>王", "<script>\"王\"</script><bdi lang=\"zh-CN\">王</bdi>"),
        ] {
            assert_eq!(marked(page), says);
        }
    }

    #[test]
    fn an_island_is_left_as_it_is_and_what_stands_in_it_is_not() {
        let page =
            "<leptos-island><b>王</b><leptos-children><b>王</b></leptos-children><b>王</b></leptos-island><b>王</b>";
        let own = "<leptos-island><b>王</b><leptos-children><b lang=\"zh-CN\">王</b></leptos-children><b>王</b></leptos-island>";
        assert_eq!(marked(page), format!("{own}<b lang=\"zh-CN\">王</b>"));
    }
}
