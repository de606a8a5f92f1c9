//! One search over everything that has a name: orders, workers, firms and styles.

use super::firm::FirmRow;
use super::order::OrderRow;
use super::style::Styles;
use super::worker::WorkerListed;
use crate::store::StoreError;
use crate::store::read::Snapshot;
use crate::values::day::Day;
use crate::values::ids::{OrderId, StyleId, WorkerId};
use crate::values::sought::{Fit, Keys, plain};

/// What answers to some words.
#[derive(Clone, Debug)]
pub struct Found {
    /// The newest first.
    pub orders: Vec<OrderRow>,
    /// Whether there are more orders than these.
    pub more_orders: bool,
    pub workers: Vec<WorkerListed>,
    pub firms: Vec<FirmRow>,
    pub styles: Styles,
}

/// Whose very number was sought.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Exactly {
    Order(OrderId),
    Worker(WorkerId),
    Style(StyleId),
}

/// Orders shown at once.
const ORDERS: usize = 30;

impl Snapshot {
    /// All that answers to these words, by number, name or how it sounds; nothing for no words.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails or a row is bad.
    pub async fn search(&mut self, sought: &str, today: Day) -> Result<Found, StoreError> {
        let (mut workers, mut firms) = (self.workers_listed(today).await?, self.firms_listed().await?);
        let mut styles = self.styles().styles_listed(None).await?;
        // To no words everybody answers.
        let any = !plain(sought).is_empty();
        let answers = |keys: &Keys| any && keys.fit(sought).is_some();
        workers.retain(|worker| answers(&worker.keys));
        firms.retain(|firm| answers(&firm.keys));
        styles.styles.retain(|style| answers(&Styles::keys(style)));
        let of_firms = firms.iter().map(|firm| firm.id).collect();
        let of_styles = styles.styles.iter().map(|style| style.id).collect();
        let mut orders =
            if any { self.orders().orders_of(sought, of_firms, of_styles, ORDERS + 1).await? } else { Vec::new() };
        let more_orders = orders.len() > ORDERS;
        orders.truncate(ORDERS);
        Ok(Found { orders, more_orders, workers, firms, styles })
    }
}

impl Found {
    /// Whether nothing answers.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.orders.is_empty() && self.workers.is_empty() && self.firms.is_empty() && self.styles.styles.is_empty()
    }

    /// The only one whose number the words are, letter for letter: what somebody who types a number in full wants to see.
    #[must_use]
    pub fn exactly(&self, sought: &str) -> Option<Exactly> {
        let sought = plain(sought);
        let orders = self.orders.iter().filter(|order| plain(&order.code) == sought);
        let workers = self.workers.iter().filter(|worker| worker.keys.fit(&sought) == Some(Fit::Exact));
        let styles = self.styles.styles.iter().filter(|style| plain(style.code.as_str()) == sought);
        let mut exact = orders
            .map(|order| Exactly::Order(order.id))
            .chain(workers.map(|worker| Exactly::Worker(worker.id)))
            .chain(styles.map(|style| Exactly::Style(style.id)));
        exact.next().filter(|_| exact.next().is_none())
    }
}
