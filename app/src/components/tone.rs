//! What a colour says.

/// What a button, a tag, a figure or a notice says by its colour. Words always say it too.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tone {
    /// Ink: nothing in particular.
    #[default]
    Plain,
    /// Vermilion: the thing to do next. One a page.
    Next,
    /// Jade: accepted, confirmed, done.
    Good,
    /// Amber: rework, late soon, look out.
    Warn,
    /// Dark red: refused, lost, cannot be undone.
    Bad,
    /// Pale: there, but not now.
    Quiet,
}

impl Tone {
    pub const fn class(self) -> &'static str {
        match self {
            Tone::Plain => "plain",
            Tone::Next => "next",
            Tone::Good => "good",
            Tone::Warn => "warn",
            Tone::Bad => "bad",
            Tone::Quiet => "pale",
        }
    }
}
