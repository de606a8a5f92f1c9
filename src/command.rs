//! All that can be asked of the ledger. There is no other way to change it.

use crate::{approval, correction, delivery, order, pay, people, settlement, style, terms, wage, work};
use serde::{Deserialize, Serialize};

macro_rules! commands {
    ($($(#[$doc:meta])* $name:ident($ask:ty) = $kind:literal),* $(,)?) => {
        /// A request, parsed: its numbers, days, ids and words are of their own types already.
        #[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
        #[serde(tag = "ask")]
        pub enum Command {
            $($(#[$doc])* #[serde(rename = $kind)] $name($ask)),*
        }

        impl Command {
            /// Every kind there is.
            pub const KINDS: &[&str] = &[$($kind),*];

            /// Its kind's name in the database.
            #[must_use]
            pub const fn kind(&self) -> &'static str {
                match self { $(Self::$name(_) => $kind),* }
            }
        }

        $(impl From<$ask> for Command {
            fn from(ask: $ask) -> Self {
                Self::$name(ask)
            }
        })*
    };
}

commands! {
    SaveStyle(style::SaveStyle) = "save_style",
    SetRate(style::SetRate) = "set_rate",
    SetMinimumWage(wage::SetMinimumWage) = "set_minimum_wage",
    RecordTimeStudy(wage::RecordTimeStudy) = "record_time_study",
    SetTerms(terms::SetTerms) = "set_terms",
    SaveWorker(people::SaveWorker) = "save_worker",
    SaveFirm(people::SaveFirm) = "save_firm",
    LetIn(people::LetIn) = "let_in",
    OpenOrder(order::OpenOrder) = "open_order",
    /// 补做
    Replace(order::Replace) = "replace",
    /// 领活
    Issue(work::IssueShares) = "issue",
    /// 派活
    Split(work::SplitShares) = "split",
    /// 退活
    TakeBack(work::TakeBack) = "take_back",
    /// 交活 · 返工 · 报废
    Count(work::Count) = "count",
    Declare(work::Declare) = "declare",
    Retract(work::Retract) = "retract",
    Review(work::ReviewEntry) = "review",
    AnswerDispute(work::AnswerDispute) = "answer_dispute",
    /// 发货
    Deliver(delivery::Deliver) = "deliver",
    /// 验收 · 退货 · 少收
    Answer(delivery::Answer) = "answer",
    Restock(delivery::Restock) = "restock",
    Reissue(delivery::Reissue) = "reissue",
    WriteOff(delivery::WriteOff) = "write_off",
    /// Confirmed after all, as agreed with the firm.
    Agree(delivery::Agree) = "agree",
    Bonus(pay::Bonus) = "bonus",
    Deduct(pay::Deduct) = "deduct",
    Advance(pay::Advance) = "advance",
    /// 发工钱
    Pay(pay::Pay) = "pay",
    FirmPays(pay::FirmPays) = "firm_pays",
    /// 结算
    Settle(settlement::Settle) = "settle",
    /// 冲正
    Correct(correction::Correct) = "correct",
    SetApproval(approval::SetApproval) = "set_approval",
    /// 待复核
    Propose(approval::Propose) = "propose",
    /// 复核
    Approve(approval::Approve) = "approve",
    Decline(approval::Decline) = "decline",
    Withdraw(approval::Withdraw) = "withdraw",
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn a_kind_is_one_commands_and_the_name_it_is_kept_under() {
        assert_eq!(Command::KINDS.iter().collect::<BTreeSet<_>>().len(), Command::KINDS.len());
        let ask = order::Replace { line: crate::ids::LineId(1), pieces: crate::pieces::Pieces(2) };
        let kept = serde_json::to_value(Command::from(ask)).expect("plain data");
        assert_eq!(kept, serde_json::json!({ "ask": "replace", "line": 1, "pieces": 2 }));
    }
}
