//! The things of the trade, as they stand. An event carries those that it makes or changes.

use crate::model::{
    Approval, Delivery, Firm, HandIn, Issue, Line, MinimumWage, Order, Proposal, Rate, Review, Slip, Style, Terms,
    TimeStudy, Worker,
};
use serde::{Deserialize, Serialize};

/// Any noun, as it now stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Noun {
    Style(Style),
    Rate(Rate),
    Worker(Worker),
    Firm(Firm),
    Order(Order),
    Line(Line),
    Issue(Issue),
    Delivery(Delivery),
    HandIn(HandIn),
    Review(Review),
    Slip(Slip),
    MinimumWage(MinimumWage),
    TimeStudy(TimeStudy),
    Terms(Terms),
    Approval(Approval),
    Proposal(Proposal),
}

impl Noun {
    /// The number of its id; 0 for those that have none of their own.
    #[must_use]
    pub const fn number(&self) -> i64 {
        match self {
            Self::Style(style) => style.id.0,
            Self::Worker(worker) => worker.id.0,
            Self::Firm(firm) => firm.id.0,
            Self::Order(order) => order.id.0,
            Self::Line(line) => line.id.0,
            Self::Issue(issue) => issue.id.0,
            Self::Delivery(delivery) => delivery.id.0,
            Self::Rate(_)
            | Self::HandIn(_)
            | Self::Review(_)
            | Self::Slip(_)
            | Self::MinimumWage(_)
            | Self::TimeStudy(_)
            | Self::Terms(_)
            | Self::Approval(_)
            | Self::Proposal(_) => 0,
        }
    }
}
