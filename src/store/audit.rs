//! The audit: everything is calculated again from the events, and any row that was changed, removed or
//! inserted behind their back is named.

use super::query::query;
use super::table::KeptRow;
use super::{BoxFuture, Store, StoreError};
use super::{picture, post, recording, records};
use crate::journal::{Books, ChainLink, Event, Hash, Head};
use crate::model::Entity;
use crate::values::ids::{Seq, WorkshopId};
use crate::values::picture::PictureHash;
use crate::values::recording::RecordingHash;

use sqlx::AnyConnection;
use std::collections::BTreeSet;
use std::fmt;

/// Events read at a time.
const STRETCH: i64 = 2_000;

/// What an audit went through, and what it found wrong.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Audit {
    pub events: u64,
    pub moves: u64,
    pub transfers: u64,
    /// Balances of places and accounts.
    pub balances: u64,
    pub slips: u64,
    pub findings: Vec<Discrepancy>,
}

/// Something that does not follow from the events.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Discrepancy {
    pub workshop: WorkshopId,
    /// The event where it shows, if it shows at one.
    pub seq: Option<Seq>,
    pub what: String,
}

impl fmt::Display for Discrepancy {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "workshop {}", self.workshop)?;
        if let Some(seq) = self.seq {
            write!(f, ", event {seq}")?;
        }
        write!(f, ": {}", self.what)
    }
}

impl Store {
    /// Audits one workshop's books as they stand at one moment.
    ///
    /// # Errors
    /// [`StoreError`] when the database cannot be read; what is wrong in it is no error but a [`Discrepancy`].
    pub async fn audit(&self, workshop: WorkshopId) -> Result<Audit, StoreError> {
        self.audit_against(workshop, None).await
    }

    /// Audits them, and whether an earlier head is still in the chain: a copy whose tail was cut off has lost it.
    ///
    /// # Errors
    /// [`StoreError`] when the database cannot be read; what is wrong in it is no error but a [`Discrepancy`].
    pub fn audit_against(&self, workshop: WorkshopId, pinned: Option<Head>) -> BoxFuture<'_, Audit> {
        Box::pin(async move {
            let mut snapshot = self.read(workshop).await?;
            let db = snapshot.db();
            let mut auditor = Auditor {
                workshop,
                audit: Audit::default(),
                books: Books::default(),
                head: Hash::origin(),
                pinned,
                pictures: BTreeSet::new(),
                recordings: BTreeSet::new(),
            };
            let text = "SELECT head_seq, head_hash, last_id, settled_through, approval FROM workshops WHERE id = $1";
            let (head_seq, head_hash, last_id, settled, approval): (i64, String, i64, Option<String>, i64) =
                query(text).bind(workshop).optional(&mut *db).await?.ok_or(StoreError::NoWorkshop)?;
            let end = auditor.events(db).await?;
            if (head_seq, head_hash.as_str()) != (end, auditor.head.as_str()) {
                auditor.find(None, format!("the chain ends at event {end}, but the workshop names {head_seq}"));
            }
            if let Some(pinned) = auditor.pinned.take().filter(|pinned| pinned.seq.0 > end) {
                let what = format!("the chain ends at event {end}, before that head: what came after was cut off");
                auditor.find(Some(pinned.seq.0), what);
            }
            if last_id < auditor.books.last_id {
                auditor.find(
                    None,
                    format!("ids were given up to {}, but the workshop names {last_id}", auditor.books.last_id),
                );
            }
            let through = auditor.books.settled_through.map(|day| day.to_string());
            if settled != through {
                auditor.find(None, format!("settled through {through:?}, but the workshop names {settled:?}"));
            }
            if (approval != 0) != auditor.books.approval {
                auditor.find(None, "whether a second coordinator must approve is not as it was set");
            }
            auditor.contents(db).await?;
            auditor.standing(db).await?;
            Ok(auditor.audit)
        })
    }
}

struct Auditor {
    workshop: WorkshopId,
    audit: Audit,
    /// What follows from the events so far.
    books: Books,
    head: Hash,
    /// What the chain was known to hold once.
    pinned: Option<Head>,
    /// The pictures that events name.
    pictures: BTreeSet<PictureHash>,
    /// The recordings that events name.
    recordings: BTreeSet<RecordingHash>,
}

impl Auditor {
    fn find(&mut self, seq: Option<i64>, what: impl Into<String>) {
        self.audit.findings.push(Discrepancy { workshop: self.workshop, seq: seq.map(Seq), what: what.into() });
    }

    /// Goes through the chain; returns the number of its last event.
    async fn events(&mut self, db: &mut AnyConnection) -> Result<i64, StoreError> {
        let mut end = 0;
        loop {
            let after = end;
            // The events' rows serve twice: for the chain, and to be compared with what their texts say.
            let text = "SELECT MAX(seq) FROM (SELECT seq FROM events WHERE workshop = $1 AND seq > $2 ORDER BY seq LIMIT $3) AS next";
            let upper: Option<i64> = query(text).bind(self.workshop).bind(end).bind(STRETCH).one(&mut *db).await?;
            let rows = post::events(&[]).kept(db, self.workshop, end, upper.unwrap_or(end)).await?;
            let mut stretch = Vec::new();
            for row in &rows {
                let seq = row.number(0);
                if seq != end + 1 {
                    self.find(Some(end + 1), "missing");
                }
                end = seq;
                let [prev, body, hash] = post::CHAINED.map(|column| row.text(column).to_owned());
                let link = ChainLink::after(Hash::kept(prev.clone()), body);
                if prev != self.head.as_str() {
                    self.find(Some(seq), "does not follow the event before it");
                }
                if link.hash.as_str() != hash {
                    self.find(Some(seq), "was changed: its hash is not that of its text");
                }
                self.head = Hash::kept(hash);
                if self.pinned.as_ref().is_some_and(|pinned| pinned.seq.0 == seq && pinned.hash != self.head) {
                    self.find(Some(seq), "is not the event of that head: the past was written anew");
                }
                match serde_json::from_str::<Event>(&link.body) {
                    Ok(event) => stretch.push((event, ChainLink { hash: self.head.clone(), ..link })),
                    Err(error) => self.find(Some(seq), format!("cannot be read: {error}")),
                }
            }
            let more = i64::try_from(rows.len()).is_ok_and(|n| n == STRETCH);
            let up_to = if more { end } else { i64::MAX };
            self.stretch(db, &rows, &stretch, (after, up_to)).await?;
            if !more {
                return Ok(end);
            }
        }
    }

    /// Compares the rows of a stretch of events with what the events say, and adds them to the books.
    async fn stretch(
        &mut self,
        db: &mut AnyConnection,
        events: &[KeptRow],
        stretch: &[(Event, ChainLink)],
        (after, up_to): (i64, i64),
    ) -> Result<(), StoreError> {
        let (moves, transfers) = (post::moves(stretch), post::transfers(stretch));
        let kept_moves = moves.kept(db, self.workshop, after, up_to).await?;
        let kept_transfers = transfers.kept(db, self.workshop, after, up_to).await?;
        for (table, derived, kept) in [
            ("events", post::events(stretch), events),
            ("moves", moves, &kept_moves),
            ("transfers", transfers, &kept_transfers),
        ] {
            let (missing, strange) = derived.compare(kept);
            for seq in missing {
                self.find(Some(seq), format!("its row in {table} is missing or changed"));
            }
            for seq in strange {
                self.find(Some(seq), format!("a row in {table} that the event does not have"));
            }
        }
        for (event, _) in stretch {
            self.audit.events += 1;
            self.audit.moves += event.moves.len() as u64;
            self.audit.transfers += event.transfers.len() as u64;
            if event.workshop != self.workshop {
                self.find(Some(event.seq.0), "belongs to another workshop");
            }
            if let Err(broken) = self.books.apply(event) {
                self.find(Some(event.seq.0), format!("breaks the law: {broken}"));
            }
            self.pictures.extend(event.entities.iter().filter_map(Entity::picture));
            self.recordings.extend(event.entities.iter().filter_map(Entity::recording));
            // Later events need not know its parts again.
            self.books.entries.clear();
        }
        Ok(())
    }

    /// Looks at every picture and recording that an event names: whether it is there, and is what it was.
    async fn contents(&mut self, db: &mut AnyConnection) -> Result<(), StoreError> {
        for hash in std::mem::take(&mut self.pictures) {
            let kept = picture::kept(db, self.workshop, hash).await.map(|kept| kept.map(|picture| picture.hash()));
            self.content("picture", hash, kept)?;
        }
        for hash in std::mem::take(&mut self.recordings) {
            let kept =
                recording::kept(db, self.workshop, hash).await.map(|kept| kept.map(|recording| recording.hash()));
            self.content("recording", hash, kept)?;
        }
        Ok(())
    }

    /// Compares the hash that an event names with that of what is kept under it.
    fn content<H: PartialEq + fmt::Display>(
        &mut self,
        what: &str,
        named: H,
        kept: Result<Option<H>, StoreError>,
    ) -> Result<(), StoreError> {
        match kept {
            Ok(Some(hash)) if hash == named => {}
            Ok(Some(_)) | Err(StoreError::BadRow { .. }) => self.find(None, format!("the {what} {named} was changed")),
            Ok(None) => self.find(None, format!("the {what} {named} is missing")),
            Err(error) => return Err(error),
        }
        Ok(())
    }

    /// Compares entities and balances as they are kept with those that follow from the events.
    async fn standing(&mut self, db: &mut AnyConnection) -> Result<(), StoreError> {
        let mut kept = Books::default();
        if let Err(bad) = records::read_all(db, self.workshop, &mut kept).await {
            self.find(None, bad.to_string());
            return Ok(());
        }
        self.audit.slips = kept.slips.len() as u64;
        self.audit.balances = (kept.places.len() + kept.accounts.len()) as u64;
        let due = std::mem::take(&mut self.books);
        let mut differences = Vec::new();
        records::differences(&kept, &due, &mut |what| differences.push(what));
        differences.into_iter().for_each(|what| self.find(None, what));
        Ok(())
    }
}
