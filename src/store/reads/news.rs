//! What is new to a worker: what was given to her, counted, paid, corrected and answered, and she has said nothing of yet.

use super::book::{BookEntry, BookKey};
use super::verdict::Counted;
use crate::store::StoreError;
use crate::store::query::query;
use crate::store::read::OfWorker;
use crate::values::day::Day;
use crate::values::ids::Seq;
use chrono::Days;
use std::collections::BTreeMap;

/// What is new to her.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct News {
    /// What she disputed and was answered first, then newest first.
    pub items: Vec<NewsItem>,
    /// How many there are besides.
    pub more: usize,
    /// The newest event of all those; [`NewsSeen::up_to`](crate::store::access::NewsSeen::up_to) it, nothing of them is new.
    pub until: Option<Seq>,
}

/// One thing that is new.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NewsItem {
    Count(Counted),
    Entry(BookEntry),
}

/// What is older is news no longer: it stands in her record book.
const DAYS: Days = Days::new(31);
/// The same for who never said that she has seen her news: not all of a month at once.
const DAYS_AT_FIRST: Days = Days::new(7);

/// How far she has seen.
struct Seen {
    /// Of that day or later.
    since: Day,
    work: Seq,
    money: Seq,
}

impl OfWorker<'_> {
    /// Her news on that day: all are counted, the first `most` are read; without `pay`, nothing that is only money. Where an entry was
    /// undone, its correction is the news.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails or a row is bad.
    pub async fn news(&mut self, today: Day, most: usize, pay: bool) -> Result<News, StoreError> {
        let seen = self.seen(today).await?;
        let mut keys = self.answered(seen.since).await?;
        let fresh = self.unseen(&seen, pay).await?;
        let until = fresh.first().map(|key| key.seq);
        keys.extend(fresh);
        let more = keys.len().saturating_sub(most);
        keys.truncate(most);
        if keys.is_empty() {
            return Ok(News::default());
        }
        let mut entries = self.entries(&keys, pay).await?;
        let seqs: Vec<Seq> = keys.iter().map(|key| key.seq).collect();
        let counts = self.counts_among(&seqs).await?;
        let mut counts: BTreeMap<_, _> = counts.into_iter().map(|count| (count.event, count)).collect();
        let items = keys
            .iter()
            .filter_map(|key| entries.remove(&key.seq))
            .map(|entry| counts.remove(&entry.event).map_or(NewsItem::Entry(entry), NewsItem::Count));
        Ok(News { items: items.collect(), more, until })
    }

    /// The newest event of all that is new on that day, money too.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails or a row is bad.
    pub async fn newest_news(&mut self, today: Day) -> Result<Option<Seq>, StoreError> {
        let seen = self.seen(today).await?;
        Ok(self.unseen(&seen, true).await?.first().map(|key| key.seq))
    }

    /// How many there are.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails or a row is bad.
    pub async fn count_news(&mut self, today: Day, pay: bool) -> Result<usize, StoreError> {
        let seen = self.seen(today).await?;
        Ok(self.answered(seen.since).await?.len() + self.unseen(&seen, pay).await?.len())
    }

    async fn seen(&mut self, today: Day) -> Result<Seen, StoreError> {
        let workshop = self.workshop();
        let worker = self.worker;
        let text = "SELECT seq, money_seq FROM news_seen WHERE workshop = $1 AND worker = $2";
        let said: Option<(Seq, Seq)> = query(text).bind(workshop).bind(worker).optional(self.db()).await?;
        let days = if said.is_some() { DAYS } else { DAYS_AT_FIRST };
        let since = Day(today.0.checked_sub_days(days).unwrap_or(today.0));
        let (work, money) = said.unwrap_or((Seq(0), Seq(0)));
        Ok(Seen { since, work, money })
    }

    /// What happened that she has not seen and said nothing of, newest first.
    async fn unseen(&mut self, seen: &Seen, pay: bool) -> Result<Vec<BookKey>, StoreError> {
        let workshop = self.workshop();
        let worker = self.worker;
        let after = |table: &str, seen: &str| {
            format!(
                "SELECT DISTINCT day, seq FROM {table} WHERE workshop = $1 AND worker = $2 AND day >= $3 AND seq > {seen}"
            )
        };
        let moves = after("moves", "$4");
        let happened = if pay {
            let money = after("transfers", "$5");
            format!(
                "SELECT day, seq FROM ({moves}) AS m UNION SELECT day, seq FROM ({money} AND purpose <> 'earned') AS t"
            )
        } else {
            moves
        };
        // CROSS JOIN keeps SQLite to this order: from the few that are new on.
        let text = format!(
            "SELECT h.day, h.seq FROM ({happened}) AS h CROSS JOIN events AS e \
             LEFT JOIN events AS u ON u.workshop = e.workshop AND u.reverses = e.id \
             LEFT JOIN reviews AS r ON r.workshop = e.workshop AND r.event_id = e.id AND r.worker = $2 AND r.turn = 1 \
             WHERE e.workshop = $1 AND e.seq = h.seq AND u.seq IS NULL AND r.turn IS NULL ORDER BY h.seq DESC"
        );
        let asked = query(text).bind(workshop).bind(worker).bind(seen.since).bind(seen.work);
        let asked = if pay { asked.bind(seen.money) } else { asked };
        asked.all(self.db()).await
    }

    /// The entries that she disputed from a day on and was answered about, and has said nothing of since; newest first.
    async fn answered(&mut self, since: Day) -> Result<Vec<BookKey>, StoreError> {
        let workshop = self.workshop();
        let worker = self.worker;
        let text = "SELECT e.day, e.seq FROM reviews AS r CROSS JOIN events AS e \
             WHERE r.workshop = $1 AND r.worker = $2 AND r.verdict <> 'right' AND r.earlier = 0 AND r.answer IS NOT NULL AND r.day >= $3 \
               AND e.workshop = r.workshop AND e.id = r.event_id ORDER BY e.seq DESC";
        query(text).bind(workshop).bind(worker).bind(since).all(self.db()).await
    }
}
