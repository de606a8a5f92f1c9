//! Rust text as tokens: comments, strings and test code left out. It sees paths inside `view!` and other macros too, which a
//! parser of items does not.

use std::iter::Peekable;
use std::str::Chars;

/// A word, a number, `::`, or any other single sign.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Token {
    pub text: String,
    pub line: usize,
}

impl Token {
    pub fn is(&self, text: &str) -> bool {
        self.text == text
    }

    pub fn is_word(&self) -> bool {
        self.text.starts_with(|first: char| first.is_alphabetic() || first == '_')
    }
}

/// The tokens of a file, but for those behind `#[cfg(test)]`; and which of its modules stand in files behind that.
pub fn tokens(text: &str) -> (Vec<Token>, Vec<String>) {
    without_tests(&Reader { left: text.chars().peekable(), line: 1 }.all())
}

struct Reader<'t> {
    left: Peekable<Chars<'t>>,
    line: usize,
}

impl Reader<'_> {
    fn next(&mut self) -> Option<char> {
        let next = self.left.next();
        self.line += usize::from(next == Some('\n'));
        next
    }

    /// The sign after the next one.
    fn second(&self) -> Option<char> {
        self.left.clone().nth(1)
    }

    fn all(mut self) -> Vec<Token> {
        let mut tokens = Vec::new();
        while let Some(&first) = self.left.peek() {
            let line = self.line;
            match first {
                '/' if self.second() == Some('/') => while self.next().is_some_and(|sign| sign != '\n') {},
                '/' if self.second() == Some('*') => self.comment(),
                '"' => self.string(),
                '\'' => self.quote(),
                _ if first.is_alphanumeric() || first == '_' => {
                    let text = self.word();
                    match (text.as_str(), self.left.peek()) {
                        ("b" | "c", Some('"')) => self.string(),
                        ("b", Some('\'')) => self.quote(),
                        ("r" | "br" | "cr", Some('"' | '#')) => self.raw(&mut tokens),
                        _ => tokens.push(Token { text, line }),
                    }
                }
                ':' if self.second() == Some(':') => {
                    self.next();
                    self.next();
                    tokens.push(Token { text: "::".to_owned(), line });
                }
                _ => {
                    self.next();
                    if !first.is_whitespace() {
                        tokens.push(Token { text: first.to_string(), line });
                    }
                }
            }
        }
        tokens
    }

    fn word(&mut self) -> String {
        let mut word = String::new();
        while let Some(&sign) = self.left.peek().filter(|sign| sign.is_alphanumeric() || **sign == '_') {
            word.push(sign);
            self.next();
        }
        word
    }

    /// Comments stand within comments.
    fn comment(&mut self) {
        let mut depth = 0;
        loop {
            match (self.next(), self.left.peek()) {
                (Some('/'), Some('*')) => depth += 1,
                (Some('*'), Some('/')) => depth -= 1,
                (None, _) => return,
                _ => continue,
            }
            self.next();
            if depth == 0 {
                return;
            }
        }
    }

    fn string(&mut self) {
        self.next();
        while let Some(sign) = self.next() {
            match sign {
                '\\' => drop(self.next()),
                '"' => return,
                _ => {}
            }
        }
    }

    /// `r#"…"#`, or `r#type`, which is a word.
    fn raw(&mut self, tokens: &mut Vec<Token>) {
        let mut marks = 0;
        while self.left.peek() == Some(&'#') {
            self.next();
            marks += 1;
        }
        if self.left.peek() != Some(&'"') {
            let line = self.line;
            tokens.push(Token { text: self.word(), line });
            return;
        }
        self.next();
        let mut met = None;
        while let Some(sign) = self.next() {
            met = match (sign, met) {
                ('"', _) => Some(0),
                ('#', Some(met)) => Some(met + 1),
                _ => None,
            };
            if met == Some(marks) {
                return;
            }
        }
    }

    /// A character, or a lifetime.
    fn quote(&mut self) {
        self.next();
        if self.left.peek() == Some(&'\\') {
            self.next();
            self.next();
            while self.next().is_some_and(|sign| sign != '\'') {}
        } else if self.second() == Some('\'') {
            self.next();
            self.next();
        } else {
            self.word();
        }
    }
}

fn without_tests(all: &[Token]) -> (Vec<Token>, Vec<String>) {
    let (mut kept, mut files) = (Vec::new(), Vec::new());
    let mut at = 0;
    while at < all.len() {
        let Some(end) = attribute(all, at) else {
            kept.push(all[at].clone());
            at += 1;
            continue;
        };
        if is_cfg_test(&all[at..end]) {
            let item = end;
            at = after_item(all, item);
            let found = &all[item..at];
            if let [.., word, name, end] = found
                && word.is("mod")
                && end.is(";")
            {
                files.push(name.text.clone());
            }
        } else {
            kept.extend_from_slice(&all[at..end]);
            at = end;
        }
    }
    (kept, files)
}

/// Where the attribute that begins there ends.
fn attribute(all: &[Token], at: usize) -> Option<usize> {
    let begins = all.get(at)?.is("#") && all.get(at + 1)?.is("[");
    begins.then(|| after_group(all, at + 1))
}

/// `cfg(test)`, `cfg(all(test, …))`; not `cfg(not(test))`.
fn is_cfg_test(attribute: &[Token]) -> bool {
    attribute.get(2).is_some_and(|name| name.is("cfg"))
        && attribute.iter().any(|token| token.is("test"))
        && !attribute.iter().any(|token| token.is("not"))
}

/// After the group that opens there.
fn after_group(all: &[Token], open: usize) -> usize {
    let mut depth = 0;
    for (at, token) in all.iter().enumerate().skip(open) {
        match token.text.as_str() {
            "(" | "[" | "{" => depth += 1,
            ")" | "]" | "}" => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return at + 1;
        }
    }
    all.len()
}

/// After the item, statement, field or arm that begins there.
fn after_item(all: &[Token], mut at: usize) -> usize {
    while let Some(token) = all.get(at) {
        match token.text.as_str() {
            "#" => at = attribute(all, at).unwrap_or(at + 1),
            ";" | "," => return at + 1,
            "{" => return after_group(all, at),
            "(" | "[" => at = after_group(all, at),
            ")" | "]" | "}" => return at,
            _ => at += 1,
        }
    }
    at
}
