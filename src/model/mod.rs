//! What is kept of the trade, and what can be requested: data, no rules.

mod access;
mod actor;
mod approvable_commands;
mod approval;
pub mod command;
mod contact;
mod correction;
mod delivery;
pub(crate) mod entity;
mod order;
mod order_change;
mod pay;
mod people;
mod photo;
mod settlement;
mod style;
mod terms;
mod voice;
mod wage;
mod work;

pub use access::{Account, ChangeAccess, Role};
pub use actor::Actor;
pub use approval::{Approvable, Approval, Approve, Closed, Decline, End, Proposal, Propose, SetApproval, Withdraw};
pub use command::Command;
pub use contact::{Contact, ContactDetails, SaveContact};
pub use correction::Correct;
pub use delivery::{
    Agree, Answer, Came, Deliver, Delivery, DeliveryState, LineAnswer, Reissue, Restock, Sent, WriteOff,
};
pub use entity::{Entity, Key, Keyed};
pub use order::{Line, NewLine, OpenOrder, Order, Replace};
pub use order_change::{AddLine, AddPieces, CancelPieces, ChangeOrder, ChangePrice, OrderChange, OrderHead};
pub use pay::{Advance, Bonus, Deduct, FirmPays, Pay};
pub use people::{Firm, LetIn, SaveFirm, SaveWorker, Skill, Worker};
pub use photo::{Photo, Pictured, SetPhoto};
pub use settlement::{Settle, Slip, Tally};
pub use style::{Rate, SaveStyle, SetRate, Step, Style};
pub use terms::{RepairPay, SetTerms, Terms};
pub use voice::{SetVoiceClip, VoiceClip};
pub use wage::{MinimumWage, RecordTimeStudy, SetMinimumWage, TimeStudy};
pub use work::{
    AnswerDispute, Count, CountPart, Declare, HandIn, Issue, IssueShares, Made, Retract, Review, ReviewEntry, Share,
    SplitShares, TakeBack, Verdict,
};
