//! Where the pieces of an order or a line are.

use crate::values::pieces::Pieces;

/// How many pieces are where.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Whereabouts {
    /// Waiting for the first step.
    pub pool: Pieces,
    /// Through some step, and waiting for the next.
    pub made: Pieces,
    pub hand: Pieces,
    pub redo: Pieces,
    pub stock: Pieces,
    pub scrap: Pieces,
    pub delivered: Pieces,
    pub confirmed: Pieces,
    pub refused: Pieces,
    pub missing: Pieces,
    pub written_off: Pieces,
    /// Begun or finished, and no longer ordered.
    pub surplus: Pieces,
}

impl Whereabouts {
    /// Adds pieces of a place: its kind as the database names it, and the step of a pool.
    pub(super) fn add(&mut self, kind: &str, step: i64, pieces: Pieces) {
        let here = match kind {
            "pool" if step > 1 => &mut self.made,
            "pool" => &mut self.pool,
            "hand" => &mut self.hand,
            "redo" => &mut self.redo,
            "stock" => &mut self.stock,
            "scrap" => &mut self.scrap,
            "delivered" => &mut self.delivered,
            "confirmed" => &mut self.confirmed,
            "refused" => &mut self.refused,
            "missing" => &mut self.missing,
            "written_off" => &mut self.written_off,
            "surplus" => &mut self.surplus,
            // `ordered` is where pieces come from; none are there.
            _ => return,
        };
        *here = *here + pieces;
    }

    /// Waiting for some step to be split.
    #[must_use]
    pub fn to_split(&self) -> Pieces {
        self.pool + self.made
    }

    /// With workers, those in rework among them.
    #[must_use]
    pub fn at_home(&self) -> Pieces {
        self.hand + self.redo
    }

    /// Finished and not lost since: in stock, on their way, or taken by the firm.
    #[must_use]
    pub fn good(&self) -> Pieces {
        self.stock + self.delivered + self.confirmed
    }

    /// How many are still to be finished, of so many ordered. What came back counts until it is settled.
    #[must_use]
    pub fn left(&self, ordered: Pieces) -> Pieces {
        Pieces((ordered - self.good()).0.max(0))
    }

    /// Refused or missing at the firm, and not settled yet.
    #[must_use]
    pub fn back(&self) -> Pieces {
        self.refused + self.missing
    }

    /// Of what is [left](Self::left), how many are to be made: what came back is to be settled with the firm.
    #[must_use]
    pub fn to_make(&self, ordered: Pieces) -> Pieces {
        Pieces((self.left(ordered) - self.back()).0.max(0))
    }

    /// Still in the village: waiting or at home.
    #[must_use]
    pub fn in_work(&self) -> Pieces {
        self.to_split() + self.at_home()
    }

    /// Of so many ordered, those that are neither finished nor in work nor back: spoiled or given up, and not made up for.
    #[must_use]
    pub fn lost(&self, ordered: Pieces) -> Pieces {
        Pieces((self.left(ordered) - self.back() - self.in_work()).0.max(0))
    }

    /// Both together.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        Self {
            pool: self.pool + other.pool,
            made: self.made + other.made,
            hand: self.hand + other.hand,
            redo: self.redo + other.redo,
            stock: self.stock + other.stock,
            scrap: self.scrap + other.scrap,
            delivered: self.delivered + other.delivered,
            confirmed: self.confirmed + other.confirmed,
            refused: self.refused + other.refused,
            missing: self.missing + other.missing,
            written_off: self.written_off + other.written_off,
            surplus: self.surplus + other.surplus,
        }
    }
}
