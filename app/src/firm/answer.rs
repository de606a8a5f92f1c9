//! The firm's answer to a delivery, parsed.

use crate::addresses;
use crate::request::{Done, Problem, as_firm, field, go};
use ledger::model::{Answer, LineAnswer};
use ledger::rules::refusal::Refusal;
use ledger::values::ids::DeliveryId;
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

/// One line of the form. An empty number means none.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct AnswerLine {
    pub line: String,
    /// How many the form said were sent.
    pub sent: String,
    pub confirmed: String,
    pub refused: String,
    pub short: String,
    pub reason: String,
}

impl AnswerLine {
    /// The line's answer; `name` makes the names of its fields. What is neither refused nor short is confirmed.
    ///
    /// # Errors
    /// [`Problem::Field`] for what is no number, and [`Refusal::ReasonMissing`], each naming the field.
    pub fn parsed(&self, name: impl Fn(&str) -> String) -> Result<LineAnswer, Problem> {
        let pieces = |part: &str, typed: &str| field::pieces_or_none(&name(part), typed);
        let answer = LineAnswer {
            line: field::id(&name("line"), &self.line)?,
            confirmed: pieces("confirmed", &self.confirmed)?,
            refused: pieces("refused", &self.refused)?,
            short: pieces("short", &self.short)?,
            reason: field::note(&name("reason"), &self.reason)?,
        };
        if answer.refused.any() && answer.reason.as_str().is_empty() {
            return Err(Problem::from(Refusal::ReasonMissing).at(name("reason")));
        }
        Ok(answer.with_the_rest_confirmed(pieces("sent", &self.sent)?))
    }
}

/// The answer that a form gives.
///
/// # Errors
/// As [`AnswerLine::parsed`].
pub fn parsed(delivery: DeliveryId, lines: &[AnswerLine]) -> Result<Answer, Problem> {
    let line = |(place, line): (usize, &AnswerLine)| line.parsed(|of| format!("lines[{place}][{of}]"));
    Ok(Answer { delivery, lines: lines.iter().enumerate().map(line).collect::<Result<_, Problem>>()? })
}

/// A signed-in firm answers a delivery: confirmed, refused and short of every line.
#[server(prefix = "/api", endpoint = "answer_delivery")]
pub async fn answer_delivery(
    event: String,
    delivery: String,
    #[server(default)] lines: Vec<AnswerLine>,
) -> Result<(), Problem> {
    let (asking, _) = as_firm()?;
    let delivery = field::id("delivery", &delivery)?;
    asking.perform(&event, None, parsed(delivery, &lines)?).await?;
    go(addresses::window_delivery(delivery), Done::Answered)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::request::Why;
    use ledger::values::pieces::Pieces;

    fn form(confirmed: &str, refused: &str) -> AnswerLine {
        AnswerLine {
            line: "7".to_owned(),
            confirmed: confirmed.to_owned(),
            refused: refused.to_owned(),
            ..AnswerLine::default()
        }
    }

    #[test]
    fn an_empty_number_means_none() {
        let answer = parsed(DeliveryId(3), &[form("１０", "")]).expect("an answer");
        let [line] = answer.lines.as_slice() else { panic!("{answer:?}") };
        assert_eq!((line.confirmed, line.refused, line.short), (Pieces(10), Pieces::ZERO, Pieces::ZERO));
    }

    #[test]
    fn what_is_refused_is_no_longer_accepted_and_its_reason_is_asked_for_where_it_is_missing() {
        let typed = AnswerLine { sent: "10".to_owned(), reason: "花瓣松".to_owned(), ..form("10", "3") };
        let answer = parsed(DeliveryId(3), std::slice::from_ref(&typed)).expect("an answer");
        assert_eq!((answer.lines[0].confirmed, answer.lines[0].refused), (Pieces(7), Pieces(3)));
        let without = AnswerLine { reason: String::new(), ..typed.clone() };
        let refused = parsed(DeliveryId(3), &[typed, without]);
        assert_eq!(refused, Err(Problem::from(Refusal::ReasonMissing).at("lines[1][reason]".to_owned())));
    }

    #[test]
    fn what_is_no_number_is_named_by_its_field() {
        let refused = parsed(DeliveryId(3), &[form("10", ""), form("9", "one")]);
        assert_eq!(refused, Err(Problem::field("lines[1][refused]", Why::NotANumber)));
        let refused = parsed(DeliveryId(3), &[form("-1", "")]);
        assert_eq!(refused, Err(Problem::field("lines[0][confirmed]", Why::NotANumber)));
    }
}
