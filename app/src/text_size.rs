//! How large the pages are shown.

use leptos::prelude::use_context;

/// A size a person may choose; kept on the device.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum TextSize {
    #[default]
    Usual,
    /// Text of 18 px and more, what is tapped 60 px: as China's rules for apps for the elderly ask (MIIT's design rules of 2021).
    Large,
}

impl TextSize {
    /// As in cookies and forms.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Usual => "usual",
            Self::Large => "large",
        }
    }

    /// The size that a code names.
    #[must_use]
    pub fn of_code(code: &str) -> Option<Self> {
        [Self::Usual, Self::Large].into_iter().find(|size| size.code() == code)
    }

    /// The one that was not chosen.
    #[must_use]
    pub const fn other(self) -> Self {
        match self {
            Self::Usual => Self::Large,
            Self::Large => Self::Usual,
        }
    }

    /// That of the request.
    #[must_use]
    pub fn of_request() -> Self {
        use_context().unwrap_or_default()
    }

    /// The document's class, for the styles.
    #[must_use]
    pub fn class(self) -> Option<&'static str> {
        (self == Self::Large).then_some("large")
    }
}
