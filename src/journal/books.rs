//! What is true now: the sum of all events so far, or the part of it that a decision needs.

use super::{Account, Event, LawBroken, Move, Place, Transfer, law};
use crate::model::{
    Contact, Delivery, Firm, HandIn, Issue, Line, MinimumWage, Order, OrderChange, Photo, Pictured, Proposal, Rate,
    Review, Slip, Style, Tally, Terms, TimeStudy, VoiceClip, Worker,
};
use crate::values::clip_name::ClipName;
use crate::values::day::Day;
use crate::values::ids::{DeliveryId, EventId, FirmId, IssueId, LineId, OrderId, StepNo, StyleId, WorkerId};
use crate::values::money::Fen;
use crate::values::pieces::Pieces;
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// An event as later ones need to know it.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    pub asked: crate::Command,
    pub moves: Vec<Move>,
    pub transfers: Vec<Transfer>,
    pub reverses: Option<EventId>,
    pub reversed_by: Option<EventId>,
}

impl Entry {
    /// Whether it moves pieces to or from her home.
    #[must_use]
    pub fn moves_work_of(&self, worker: WorkerId) -> bool {
        let homes = self.moves.iter().flat_map(|step| [step.from.home(), step.to.home()]);
        homes.flatten().any(|(whose, _)| whose == worker)
    }

    /// Whether it changes what she is owed.
    #[must_use]
    pub fn moves_money_of(&self, worker: WorkerId) -> bool {
        let hers = Account::Worker { worker };
        self.transfers.iter().any(|transfer| transfer.debit == hers || transfer.credit == hers)
    }
}

/// The books of one workshop. What is not in them is not true: an absent balance is zero.
///
/// `store` fills one with what a command needs; replaying a workshop's events from empty books gives all of it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Books {
    pub styles: BTreeMap<StyleId, Style>,
    /// By style, step and the day from which each holds.
    pub rates: BTreeMap<(StyleId, StepNo, Day), Rate>,
    pub workers: BTreeMap<WorkerId, Worker>,
    /// By worker.
    pub contacts: BTreeMap<WorkerId, Contact>,
    pub firms: BTreeMap<FirmId, Firm>,
    pub orders: BTreeMap<OrderId, Order>,
    pub lines: BTreeMap<LineId, Line>,
    /// By the event that was each.
    pub order_changes: BTreeMap<EventId, OrderChange>,
    pub issues: BTreeMap<IssueId, Issue>,
    pub deliveries: BTreeMap<DeliveryId, Delivery>,
    pub hand_ins: BTreeMap<EventId, HandIn>,
    pub reviews: BTreeMap<(EventId, WorkerId, i64), Review>,
    /// By worker, then by the last day.
    pub slips: BTreeMap<(WorkerId, Day), Slip>,
    /// What each worker's transfers of a day came to that is in no slip yet.
    pub unsettled: BTreeMap<(WorkerId, Day), Tally>,
    /// By the day from which each holds.
    pub minimum_wages: BTreeMap<Day, MinimumWage>,
    /// By style, step and day.
    pub time_studies: BTreeMap<(StyleId, StepNo, Day), TimeStudy>,
    /// By the day from which each hold.
    pub all_terms: BTreeMap<Day, Terms>,
    /// Whether rates, corrections and payments wait for a second coordinator.
    pub approval: bool,
    /// By the event that proposed each.
    pub proposals: BTreeMap<EventId, Proposal>,
    /// The last day that anybody has settled.
    pub settled_through: Option<Day>,
    /// By what each is of.
    pub photos: BTreeMap<Pictured, Photo>,
    /// Clips that were ever recorded.
    pub voice_clips: BTreeMap<ClipName, VoiceClip>,
    pub entries: BTreeMap<EventId, Entry>,
    pub places: BTreeMap<Place, Pieces>,
    pub accounts: BTreeMap<Account, Fen>,
    /// The highest id given to any entity so far.
    pub last_id: i64,
}

impl law::Balances for Books {
    fn pieces_at(&self, place: Place) -> Pieces {
        self.pieces_at(place)
    }

    fn balance(&self, account: Account) -> Fen {
        self.balance(account)
    }
}

impl Books {
    /// How many pieces are there.
    #[must_use]
    pub fn pieces_at(&self, place: Place) -> Pieces {
        self.places.get(&place).copied().unwrap_or_default()
    }

    /// An account's balance, debits − credits.
    #[must_use]
    pub fn balance(&self, account: Account) -> Fen {
        self.accounts.get(&account).copied().unwrap_or_default()
    }

    /// The terms as they stand.
    #[must_use]
    pub fn terms(&self) -> Option<&Terms> {
        self.all_terms.values().next_back()
    }

    /// What a worker is owed: her credit.
    #[must_use]
    pub fn owed_to(&self, worker: WorkerId) -> Fen {
        -self.balance(Account::Worker { worker })
    }

    /// What a worker said of an entry, in turn.
    pub fn reviews_of(&self, event: EventId, worker: WorkerId) -> impl DoubleEndedIterator<Item = &Review> {
        self.reviews.range((event, worker, i64::MIN)..=(event, worker, i64::MAX)).map(|(_, review)| review)
    }

    /// Her latest slip.
    #[must_use]
    pub fn last_slip(&self, worker: WorkerId) -> Option<&Slip> {
        let hers = (worker, Day(NaiveDate::MIN))..=(worker, Day(NaiveDate::MAX));
        self.slips.range(hers).next_back().map(|(_, slip)| slip)
    }

    /// What is in no slip of hers yet, through a day, by days in order.
    pub fn unsettled_of(&self, worker: WorkerId, until: Day) -> impl Iterator<Item = (Day, Tally)> {
        let hers = (worker, Day(NaiveDate::MIN))..=(worker, until);
        self.unsettled.range(hers).map(|((_, day), tally)| (*day, *tally))
    }

    /// The rate that holds for a step on a day: that of the latest day not after it.
    #[must_use]
    pub fn rate_on(&self, style: StyleId, step: StepNo, day: Day) -> Option<Fen> {
        let until = (style, step, Day(NaiveDate::MIN))..=(style, step, day);
        self.rates.range(until).next_back().map(|(_, rate)| rate.rate)
    }

    /// Adds an event. One whose id is in these books already is not added again; `store`, whose books hold
    /// only what a command needs, looks the id up before it decides.
    ///
    /// # Errors
    /// [`LawBroken`], and then nothing is changed.
    pub fn apply(&mut self, event: &Event) -> Result<(), LawBroken> {
        if self.entries.contains_key(&event.id) {
            return Err(LawBroken::Twice);
        }
        let after = law::after(self, &event.moves, &event.transfers)?;
        for (place, pieces) in after.places {
            put(&mut self.places, place, pieces);
        }
        for (account, fen) in after.accounts {
            put(&mut self.accounts, account, fen);
        }
        for transfer in &event.transfers {
            for account in [transfer.debit, transfer.credit] {
                if let Account::Worker { worker } = account {
                    self.unsettled.entry((worker, event.day)).or_default().add_transfer(worker, transfer);
                }
            }
        }
        for entity in &event.entities {
            self.learn(entity.clone());
        }
        if let Some(undone) = event.reverses.and_then(|id| self.entries.get_mut(&id)) {
            undone.reversed_by = Some(event.id);
        }
        self.entries.insert(
            event.id,
            Entry {
                asked: event.asked.clone(),
                moves: event.moves.clone(),
                transfers: event.transfers.clone(),
                reverses: event.reverses,
                reversed_by: None,
            },
        );
        Ok(())
    }
}

/// Keeps a balance, or nothing where it is zero: an absent balance is zero.
fn put<K: Ord, V: Default + PartialEq>(balances: &mut BTreeMap<K, V>, key: K, balance: V) {
    if balance == V::default() {
        balances.remove(&key);
    } else {
        balances.insert(key, balance);
    }
}

#[cfg(test)]
mod tests;
