//! What sort of event it is, and what a move was for.

use crate::words::{language, say};
use ledger::Command;
use ledger::journal::Flow;

macro_rules! kinds {
    ($($command:ident = $code:literal: $key:literal),* $(,)?) => {
        /// The sort of a command. Every command is listed here, or this does not compile.
        pub(super) fn kind_of(command: &Command) -> String {
            let key = match command { $(Command::$command(_) => $key),* };
            say(language(), key)
        }

        /// A sort of event, by its name in the database.
        pub fn kind(code: &str) -> String {
            match code {
                $($code => say(language(), $key),)*
                // Nothing else is in the database: the test below reads the ledger's own list.
                other => other.to_owned(),
            }
        }
    };
}

kinds! {
    SaveStyle = "save_style": "kind-save-style",
    SetRate = "set_rate": "kind-set-rate",
    SetPhoto = "set_photo": "kind-set-photo",
    SetVoiceClip = "set_voice_clip": "kind-set-voice-clip",
    SaveWorker = "save_worker": "kind-save-worker",
    Settle = "settle": "kind-settle",
    SetMinimumWage = "set_minimum_wage": "kind-set-minimum-wage",
    RecordTimeStudy = "record_time_study": "kind-record-time-study",
    SetTerms = "set_terms": "kind-set-terms",
    LetIn = "let_in": "kind-let-in",
    ChangeAccess = "change_access": "kind-change-access",
    SaveContact = "save_contact": "kind-save-contact",
    SaveFirm = "save_firm": "kind-save-firm",
    OpenOrder = "open_order": "kind-open-order",
    ChangeOrder = "change_order": "kind-change-order",
    ChangePrice = "change_price": "kind-change-price",
    AddPieces = "add_pieces": "kind-add-pieces",
    AddLine = "add_line": "kind-add-line",
    CancelPieces = "cancel_pieces": "kind-cancel-pieces",
    Replace = "replace": "kind-replace",
    Issue = "issue": "kind-issue",
    Split = "split": "kind-split",
    TakeBack = "take_back": "kind-take-back",
    Count = "count": "kind-count",
    Declare = "declare": "kind-declare",
    Retract = "retract": "kind-retract",
    Review = "review": "kind-review",
    AnswerDispute = "answer_dispute": "kind-answer-dispute",
    Deliver = "deliver": "kind-deliver",
    Answer = "answer": "kind-answer",
    Restock = "restock": "kind-restock",
    Reissue = "reissue": "kind-reissue",
    WriteOff = "write_off": "kind-write-off",
    Agree = "agree": "kind-agree",
    Bonus = "bonus": "kind-bonus",
    Deduct = "deduct": "kind-deduct",
    Advance = "advance": "kind-advance",
    Pay = "pay": "kind-pay",
    FirmPays = "firm_pays": "kind-firm-pays",
    Correct = "correct": "kind-correct",
    SetApproval = "set_approval": "kind-set-approval",
    Propose = "propose": "kind-propose",
    Approve = "approve": "kind-approve",
    Decline = "decline": "kind-decline",
    Withdraw = "withdraw": "kind-withdraw",
}

/// What a move was for.
pub fn flow(flow: Flow) -> String {
    match flow {
        Flow::Opened => t!("flow-opened"),
        Flow::Replaced => t!("flow-replaced"),
        Flow::Issued => t!("flow-issued"),
        Flow::Returned => t!("flow-returned"),
        Flow::Accepted => t!("flow-accepted"),
        Flow::SentBack => t!("flow-sent-back"),
        Flow::Scrapped => t!("flow-scrapped"),
        Flow::Delivered => t!("flow-delivered"),
        Flow::Confirmed => t!("flow-confirmed"),
        Flow::Refused => t!("flow-refused"),
        Flow::Short => t!("flow-short"),
        Flow::Restocked => t!("flow-restocked"),
        Flow::Reissued => t!("flow-reissued"),
        Flow::WrittenOff => t!("flow-written-off"),
        Flow::Agreed => t!("flow-agreed"),
        Flow::Cancelled => t!("flow-cancelled"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::Language;

    #[test]
    fn every_kind_has_its_words() {
        leptos::prelude::Owner::new().with(|| {
            for code in Command::KINDS {
                let key = format!("kind-{}", code.replace('_', "-"));
                assert_eq!(kind(code), say(language(), &key));
                for language in Language::ALL {
                    assert!(crate::words::knows(language, &key), "{key} in {language:?}");
                }
            }
        });
    }
}
