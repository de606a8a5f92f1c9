//! What a row of the notebook is.

use super::text::narrow;

/// What happened to pieces in a worker's hands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Deed {
    /// 领活: issued to her.
    Issued,
    /// 交活: handed in and accepted.
    Accepted,
    /// 返工: handed in and sent back to be done again.
    SentBack,
    /// 返工交活: accepted after rework.
    AcceptedAfterRework,
    /// 报废: spoiled at first hand-in.
    Scrapped,
    /// 返工报废: spoiled in rework.
    ScrappedInRework,
    /// 退活: given back unmade.
    Returned,
}

/// What happened between a worker and the workshop's cash.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum MoneyKind {
    /// 预支.
    Advance,
    /// 奖金.
    Bonus,
    /// 扣款.
    Deduction,
    /// 发工钱: wages paid.
    Paid,
}

/// What a row of the notebook is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum EntryKind {
    /// Pieces in a worker's hands.
    Work(Deed),
    /// 补做: replaces spoiled pieces.
    Replaced,
    /// Money.
    Money(MoneyKind),
}

impl EntryKind {
    /// Every kind, in the order of a notebook's key.
    pub const ALL: [Self; 12] = [
        Self::Work(Deed::Issued),
        Self::Work(Deed::Accepted),
        Self::Work(Deed::SentBack),
        Self::Work(Deed::AcceptedAfterRework),
        Self::Work(Deed::Scrapped),
        Self::Work(Deed::ScrappedInRework),
        Self::Work(Deed::Returned),
        Self::Replaced,
        Self::Money(MoneyKind::Advance),
        Self::Money(MoneyKind::Bonus),
        Self::Money(MoneyKind::Deduction),
        Self::Money(MoneyKind::Paid),
    ];

    /// What we call it: Chinese, English.
    #[must_use]
    pub fn names(self) -> (&'static str, &'static str) {
        let (chinese, english) = self.words();
        (chinese.first().copied().unwrap_or(""), english.first().copied().unwrap_or(""))
    }

    /// Every word for it; the first of each is ours. English in small letters, one space between words.
    #[rustfmt::skip]
    const fn words(self) -> (&'static [&'static str], &'static [&'static str]) {
        match self {
            Self::Work(Deed::Issued) => (&["领活", "派活", "发活"], &["issued", "issue"]),
            Self::Work(Deed::Accepted) => (&["交活", "收活", "合格"], &["accepted", "accept", "handed in", "hand in"]),
            Self::Work(Deed::SentBack) => (&["返工", "退回返工"], &["sent back", "send back", "rework"]),
            Self::Work(Deed::AcceptedAfterRework) => (
                &["返工交活", "返工合格", "返工收活"],
                &["rework accepted", "accepted after rework", "rework handed in"],
            ),
            Self::Work(Deed::Scrapped) => (&["报废"], &["scrapped", "scrap", "spoiled"]),
            Self::Work(Deed::ScrappedInRework) => (
                &["返工报废"],
                &["rework scrapped", "scrapped in rework", "scrapped after rework", "rework scrap"],
            ),
            Self::Work(Deed::Returned) => (&["退活"], &["returned", "return", "given back"]),
            Self::Replaced => (&["补做", "补数"], &["replaced", "replacement", "replace"]),
            Self::Money(MoneyKind::Advance) => (&["预支", "借支"], &["advance", "advanced"]),
            Self::Money(MoneyKind::Bonus) => (&["奖金", "奖励"], &["bonus"]),
            Self::Money(MoneyKind::Deduction) => (&["扣款", "扣钱"], &["deduction", "deducted", "deduct"]),
            Self::Money(MoneyKind::Paid) => (&["发工钱", "发工资", "付工钱"], &["paid", "wages paid", "pay", "wages"]),
        }
    }

    /// The kind that a text names, in either language.
    pub(super) fn of(text: &str) -> Option<Self> {
        let narrowed = narrow(text).to_lowercase().replace(['-', '_'], " ");
        Self::ALL.into_iter().find(|kind| {
            let (chinese, english) = kind.words();
            chinese.iter().chain(english).any(|word| *word == narrowed)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_word_names_two_kinds() {
        let mut seen = std::collections::BTreeSet::new();
        for kind in EntryKind::ALL {
            let (chinese, english) = kind.words();
            for word in chinese.iter().chain(english) {
                assert!(seen.insert(word), "{word}");
                assert_eq!(EntryKind::of(word), Some(kind));
            }
        }
    }

    #[test]
    fn case_and_hyphens_do_not_matter() {
        assert_eq!(EntryKind::of(" Hand-in "), Some(EntryKind::Work(Deed::Accepted)));
        assert_eq!(EntryKind::of("返工 "), Some(EntryKind::Work(Deed::SentBack)));
        assert_eq!((EntryKind::of("领"), EntryKind::of("")), (None, None));
    }
}
