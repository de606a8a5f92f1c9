//! What a rule needs to know, as data: the store reads it without knowing why.

use crate::journal::{Account, Books, Place};
use crate::model::Pictured;
use crate::values::clip_name::ClipName;
use crate::values::ids::{DeliveryId, EventId, FirmId, IssueId, LineId, OrderId, StyleId, WorkerId};
use crate::values::text::{Code, Name};
use std::collections::BTreeSet;

/// Something to be read. What is not there is simply not in the books.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Need {
    Style(StyleId),
    /// The style of that code.
    StyleCoded(Code),
    RatesOf(StyleId),
    Worker(WorkerId),
    /// The worker of that number.
    WorkerNumbered(Code),
    /// What is noted of a worker.
    Contact(WorkerId),
    Firm(FirmId),
    /// The firm of that name.
    FirmNamed(Name),
    Order(OrderId),
    /// The orders that firms call that.
    OrdersCoded(Code),
    Line(LineId),
    /// All lines of an order.
    LinesOf(OrderId),
    /// How an order was changed.
    ChangesOf(OrderId),
    Issue(IssueId),
    Delivery(DeliveryId),
    /// The newest delivery: the next takes the number after its.
    LastDelivery,
    HandIn(EventId),
    /// All that was declared of an issue.
    HandInsOf(IssueId),
    /// All that was said of an entry.
    ReviewsOf(EventId),
    Terms,
    /// What a place holds.
    Place(Place),
    /// What all places of a line hold.
    PlacesOf(LineId),
    /// An account's balance.
    Account(Account),
    /// The photos of a thing and of its steps.
    PhotosOf(Pictured),
    /// How a clip sounds.
    VoiceClip(ClipName),
    /// A past event, and whether it was undone.
    Event(EventId),
    Proposal(EventId),
    OpenProposals,
    /// Everybody's latest slip: what is entered late may not be of a day that was settled.
    LatestSlips,
    /// A worker with her latest slip, what is in none yet, and what she disputes.
    Settlement(WorkerId),
    /// Who signs in as a coordinator: not from the books, but told by the [`Moment`](super::decision::Moment).
    Coordinators,
}

impl Need {
    /// Issues with their lines and what of them is at home.
    pub(crate) fn issues(books: &Books, ids: impl IntoIterator<Item = IssueId>) -> Vec<Self> {
        let mut needs = Vec::new();
        for id in ids {
            needs.push(Self::Issue(id));
            if let Some(issue) = books.issues.get(&id) {
                let (line, issue, worker) = (issue.line, issue.id, issue.worker);
                let homes = [Place::Hand { line, issue, worker }, Place::Redo { line, issue, worker }];
                needs.push(Self::Line(line));
                needs.extend(homes.map(Self::Place));
            }
        }
        needs
    }

    /// A delivery with its order, its lines and what of it is on its way.
    pub(crate) fn delivery(books: &Books, id: DeliveryId) -> Vec<Self> {
        let mut needs = vec![Self::Delivery(id)];
        if let Some(delivery) = books.deliveries.get(&id) {
            needs.push(Self::Order(delivery.order));
            let lines: BTreeSet<_> = delivery.lines.iter().map(|sent| sent.line).collect();
            let of = |line| [Self::Line(line), Self::Place(Place::Delivered { line, delivery: id })];
            needs.extend(lines.into_iter().flat_map(of));
        }
        needs
    }
}
