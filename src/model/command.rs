//! All that can be requested of the ledger. There is no other way to change it.

#[cfg_attr(
    not(test),
    expect(clippy::wildcard_imports, reason = "the list says which: one more needs no line here")
)]
use super::*;
use serde::{Deserialize, Serialize};

/// Hands every command to a macro: its name, its request and the name of its kind in the database. What has to do something for
/// each of them is made from this list.
macro_rules! for_all_commands {
    ($do:ident) => {
        $do! {
            SaveStyle(SaveStyle) = "save_style",
            SetRate(SetRate) = "set_rate",
            /// 照片
            SetPhoto(SetPhoto) = "set_photo",
            /// 自己的声音
            SetVoiceClip(SetVoiceClip) = "set_voice_clip",
            SetMinimumWage(SetMinimumWage) = "set_minimum_wage",
            RecordTimeStudy(RecordTimeStudy) = "record_time_study",
            SetTerms(SetTerms) = "set_terms",
            SaveWorker(SaveWorker) = "save_worker",
            /// 联系方式
            SaveContact(SaveContact) = "save_contact",
            SaveFirm(SaveFirm) = "save_firm",
            LetIn(LetIn) = "let_in",
            ChangeAccess(ChangeAccess) = "change_access",
            OpenOrder(OpenOrder) = "open_order",
            ChangeOrder(ChangeOrder) = "change_order",
            ChangePrice(ChangePrice) = "change_price",
            AddPieces(AddPieces) = "add_pieces",
            AddLine(AddLine) = "add_line",
            CancelPieces(CancelPieces) = "cancel_pieces",
            /// 补做
            Replace(Replace) = "replace",
            /// 领活
            Issue(IssueShares) = "issue",
            /// 派活
            Split(SplitShares) = "split",
            /// 退活
            TakeBack(TakeBack) = "take_back",
            /// 交活 · 返工 · 报废
            Count(Count) = "count",
            Declare(Declare) = "declare",
            Retract(Retract) = "retract",
            Review(ReviewEntry) = "review",
            AnswerDispute(AnswerDispute) = "answer_dispute",
            /// 发货
            Deliver(Deliver) = "deliver",
            /// 验收 · 退货 · 少收
            Answer(Answer) = "answer",
            Restock(Restock) = "restock",
            Reissue(Reissue) = "reissue",
            WriteOff(WriteOff) = "write_off",
            /// Confirmed after all, as agreed with the firm.
            Agree(Agree) = "agree",
            Bonus(Bonus) = "bonus",
            Deduct(Deduct) = "deduct",
            Advance(Advance) = "advance",
            /// 发工钱
            Pay(Pay) = "pay",
            FirmPays(FirmPays) = "firm_pays",
            /// 结算
            Settle(Settle) = "settle",
            /// 冲正
            Correct(Correct) = "correct",
            SetApproval(SetApproval) = "set_approval",
            /// 待复核
            Propose(Propose) = "propose",
            /// 复核
            Approve(Approve) = "approve",
            Decline(Decline) = "decline",
            Withdraw(Withdraw) = "withdraw",
        }
    };
}
pub(crate) use for_all_commands;

macro_rules! define {
    ($($(#[$doc:meta])* $name:ident($request:ty) = $kind:literal),* $(,)?) => {
        /// A request, parsed: its numbers, days, ids and words are of their own types already.
        #[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
        #[serde(tag = "ask")]
        pub enum Command {
            $($(#[$doc])* #[serde(rename = $kind)] $name($request)),*
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

        $(impl From<$request> for Command {
            fn from(request: $request) -> Self {
                Self::$name(request)
            }
        })*
    };
}

for_all_commands!(define);

#[cfg(test)]
mod tests {
    use super::*;
    use crate::values::ids::LineId;
    use crate::values::pieces::Pieces;
    use std::collections::BTreeSet;

    #[test]
    fn a_kind_is_one_commands_and_the_name_it_is_kept_under() {
        assert_eq!(Command::KINDS.iter().collect::<BTreeSet<_>>().len(), Command::KINDS.len());
        let request = Replace { line: LineId(1), pieces: Pieces(2) };
        let kept = serde_json::to_value(Command::from(request)).expect("plain data");
        assert_eq!(kept, serde_json::json!({ "ask": "replace", "line": 1, "pieces": 2 }));
    }
}
