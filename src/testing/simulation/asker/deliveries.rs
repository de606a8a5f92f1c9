//! Asking for deliveries, answering them, and mending what came of them.

use super::Asker;
use crate::Command;
use crate::journal::{Place, PlaceKind};
use crate::model::{Agree, Answer, Came, Deliver, DeliveryState, LineAnswer, Reissue, Restock, WriteOff};
use crate::values::ids::{DeliveryId, LineId};
use crate::values::money::Fen;
use crate::values::pieces::Pieces;
use rand::RngExt;
use rand::seq::IteratorRandom;

impl Asker<'_> {
    pub(super) fn deliver(&mut self) -> Option<Command> {
        let (Place::Stock { line }, have) = self.place(&[PlaceKind::Stock])? else { return None };
        let order = self.books().lines.get(&line)?.order;
        let mut lines = vec![(line, self.some(have))];
        if self.chance(4) {
            lines.extend(self.place(&[PlaceKind::Stock]).map(|(place, have)| (place.line(), have)));
        }
        Some(Deliver { order, lines, note: self.words() }.into())
    }

    pub(super) fn answer(&mut self) -> Option<Command> {
        let any = self.chance(8);
        let waiting = |state| any || state == DeliveryState::Sent;
        let sent = self.books().deliveries.values().filter(|delivery| waiting(delivery.state));
        let delivery = sent.choose(self.rng)?;
        let lines = delivery.lines.iter().map(|sent| {
            let [confirmed, refused, short] = self.three(sent.pieces);
            LineAnswer { line: sent.line, confirmed, refused, short, reason: self.words() }
        });
        Some(Answer { lines: lines.collect(), delivery: delivery.id }.into())
    }

    /// Something that a firm refused or missed.
    fn came(&mut self, kinds: &[PlaceKind]) -> Option<(DeliveryId, LineId, Came, Pieces)> {
        let (place, have) = self.place(kinds)?;
        let came = if place.kind() == PlaceKind::Refused { Came::Back } else { Came::Short };
        Some((DeliveryId(place.part()), place.line(), came, self.some(have)))
    }

    pub(super) fn restock(&mut self) -> Option<Command> {
        let (delivery, line, came, pieces) = self.came(&[PlaceKind::Refused, PlaceKind::Missing])?;
        Some(Restock { delivery, line, came, pieces, note: self.words() }.into())
    }

    pub(super) fn write_off(&mut self) -> Option<Command> {
        let (delivery, line, came, pieces) = self.came(&[PlaceKind::Refused, PlaceKind::Missing])?;
        Some(WriteOff { delivery, line, came, pieces, reason: self.words() }.into())
    }

    pub(super) fn agree(&mut self) -> Option<Command> {
        let (delivery, line, came, pieces) = self.came(&[PlaceKind::Refused, PlaceKind::Missing])?;
        Some(Agree { delivery, line, came, pieces, note: self.words() }.into())
    }

    pub(super) fn reissue(&mut self) -> Option<Command> {
        let (delivery, line, _, pieces) = self.came(&[PlaceKind::Refused])?;
        let (worker, rate) = (self.worker(), Fen(self.rng.random_range(0..100)));
        Some(Reissue { delivery, line, worker, pieces, rate, note: self.words() }.into())
    }
}
