//! A worker’s review of an entry, as it stands in books and on paper.

use super::{Argument, Language, Today, language, say, say_with, short_day_in};
use ledger::model::{Review, Verdict};

/// What she says that it is.
#[must_use]
pub fn verdict(verdict: &Verdict) -> String {
    verdict_in(language(), verdict)
}

/// The same with its day, and with the answer to it.
#[must_use]
pub fn review(review: &Review) -> String {
    review_in(language(), review, Today::of_request())
}

/// The same in a language, where no page is made.
#[must_use]
pub fn review_in(language: Language, review: &Review, today: Option<Today>) -> String {
    let statement = say_with(language, "review-on", |language, arguments| {
        arguments.set("day", Argument::into_value(short_day_in(language, review.day, today).as_str(), language));
        arguments.set("statement", Argument::into_value(verdict_in(language, &review.verdict).as_str(), language));
    });
    let statement =
        if review.new_card { format!("{statement} ({})", say(language, "review-new-card")) } else { statement };
    match &review.answer {
        Some(answer) => {
            let answered = say_with(language, "review-answered", |language, arguments| {
                arguments.set("answer", Argument::into_value(answer.as_str(), language));
            });
            format!("{statement}\u{a0}· {answered}")
        }
        None if review.is_open() => format!("{statement}\u{a0}· {}", say(language, "review-open")),
        None => statement,
    }
}

fn verdict_in(language: Language, verdict: &Verdict) -> String {
    match verdict {
        Verdict::Right => say(language, "review-right"),
        Verdict::Wrong { accepted, words } => say_with(language, "review-pieces", |language, arguments| {
            arguments.set("n", Argument::into_value(*accepted, language));
            arguments.set("words", Argument::into_value(words.as_str(), language));
        }),
        Verdict::Amount { fen, words } => say_with(language, "review-money", |language, arguments| {
            arguments.set("money", Argument::into_value(*fen, language));
            arguments.set("words", Argument::into_value(words.as_str(), language));
        }),
    }
}
