//! What a command needs to know, read into [`Books`]: no rules here, only which rows they look at.

use super::StoreError;
use super::nouns::Want::{self, All, Ids, Texts};
use super::sql::list;
use super::table::PARAMETERS;
use crate::approval::{Approvable, Proposal};
use crate::command::Command;
use crate::day::Day;
use crate::delivery::Came;
use crate::ids::{DeliveryId, EventId, IssueId, LineId, OrderId, WorkerId, WorkshopId};
use crate::journal::{Books, Entry, Event, Place};
use crate::noun::Noun;
use crate::work::IssueShares;
use sqlx::{AnyConnection, AssertSqlSafe, Row};
use std::collections::BTreeSet;

/// One read of one workshop into books.
struct Reading<'a> {
    db: &'a mut AnyConnection,
    workshop: WorkshopId,
    books: &'a mut Books,
}

/// Reads what deciding that command needs. Ids that are not there are simply not in the books.
pub(super) async fn gather(
    db: &mut AnyConnection,
    workshop: WorkshopId,
    command: &Command,
    books: &mut Books,
) -> Result<(), StoreError> {
    let mut read = Reading { db, workshop, books };
    if read.books.approval && Approvable::of(command).is_some() {
        read.proposals_open().await?;
    }
    match command {
        Command::SaveStyle(ask) => {
            read.styles(Texts("code", &[ask.code.to_string()])).await?;
            read.styles(Ids("id", &ask.style.map(|id| id.0).into_iter().collect::<Vec<_>>())).await
        }
        Command::SetMinimumWage(_) | Command::LetIn(_) => Ok(()),
        Command::SetTerms(_) => All.terms(read.db, workshop, read.books).await,
        Command::RecordTimeStudy(ask) => read.styles(Ids("id", &[ask.style.0])).await,
        Command::SetRate(ask) => read.styles(Ids("id", &[ask.style.0])).await,
        Command::SaveWorker(ask) => {
            let styles: BTreeSet<i64> = ask.skills.iter().map(|skill| skill.style.0).collect();
            read.styles(Ids("id", &styles.into_iter().collect::<Vec<_>>())).await?;
            Texts("number", &[ask.number.to_string()]).workers(read.db, workshop, read.books).await?;
            read.workers(&ask.worker.map(|id| id.0).into_iter().collect::<Vec<_>>()).await
        }
        Command::SaveFirm(ask) => {
            Texts("name", &[ask.name.to_string()]).firms(read.db, workshop, read.books).await?;
            read.firms(&ask.firm.map(|id| id.0).into_iter().collect::<Vec<_>>()).await
        }
        Command::OpenOrder(ask) => {
            read.firms(&[ask.firm.0]).await?;
            read.styles(Ids("id", &ask.lines.iter().map(|line| line.style.0).collect::<Vec<_>>())).await?;
            Texts("code", &[ask.code.to_string()]).orders(read.db, workshop, read.books).await
        }
        Command::Replace(ask) => {
            read.lines(&[ask.line.0]).await?;
            Ids("line", &[ask.line.0]).places(read.db, workshop, read.books).await
        }
        Command::Issue(ask) => read.shares(std::slice::from_ref(ask)).await,
        Command::Split(ask) => read.shares(&ask.parts).await,
        Command::TakeBack(ask) => read.issues(&ask.parts.iter().map(|part| part.0).collect::<Vec<_>>()).await,
        Command::Count(ask) => {
            let issues: Vec<_> = ask.parts.iter().map(|part| part.issue).collect();
            read.issues(&issues).await?;
            read.hand_ins_of(&issues).await?;
            read.hand_in(ask.declared).await
        }
        Command::Declare(ask) => {
            read.issues(&[ask.issue]).await?;
            Ids("issue", &[ask.issue.0]).hand_ins(read.db, workshop, read.books).await
        }
        Command::Retract(ask) => read.hand_in(Some(ask.declared)).await,
        Command::Review(ask) => {
            read.entry(ask.event).await?;
            read.review(ask.event).await
        }
        Command::AnswerDispute(ask) => read.review(ask.event).await,
        Command::Deliver(ask) => {
            read.order(ask.order).await?;
            for (line, _) in &ask.lines {
                read.lines(&[line.0]).await?;
                read.place(Place::Stock { line: *line }).await?;
            }
            Ok(())
        }
        Command::Answer(ask) => read.delivery(ask.delivery).await,
        Command::Restock(ask) => read.returned(ask.delivery, ask.line, ask.came).await,
        Command::WriteOff(ask) => read.returned(ask.delivery, ask.line, ask.came).await,
        Command::Agree(ask) => read.returned(ask.delivery, ask.line, ask.came).await,
        Command::Reissue(ask) => {
            read.returned(ask.delivery, ask.line, Came::Back).await?;
            if read.books.approval {
                // Whether it pays by the rule, and need not wait.
                All.terms(read.db, workshop, read.books).await?;
                let styles: Vec<i64> = read.books.lines.values().map(|line| line.style.0).collect();
                Ids("style", &styles).rates(read.db, workshop, read.books).await?;
            }
            read.workers(&[ask.worker.0]).await
        }
        Command::Bonus(ask) => read.pay(ask.worker).await,
        Command::Deduct(ask) => read.pay(ask.worker).await,
        Command::Advance(ask) => read.pay(ask.worker).await,
        Command::Pay(ask) => read.pay(ask.worker).await,
        Command::FirmPays(ask) => read.firms(&[ask.firm.0]).await,
        Command::Settle(ask) => read.settlement(&ask.workers.iter().map(|id| id.0).collect::<Vec<_>>()).await,
        Command::Correct(ask) => read.undone(ask.event).await,
        // Whether it is on is known of every workshop that is written to.
        Command::SetApproval(_) => read.proposals_open().await,
        Command::Propose(ask) => {
            read.proposals_open().await?;
            read.proposed(&ask.asked, ask.day).await
        }
        Command::Approve(ask) => match read.proposal(ask.proposal).await? {
            Some(proposal) => read.proposed(&proposal.asked, proposal.day).await,
            None => Ok(()),
        },
        Command::Decline(ask) => read.proposal(ask.proposal).await.map(drop),
        Command::Withdraw(ask) => read.proposal(ask.proposal).await.map(drop),
    }
}

/// Reads all nouns and balances of a workshop. Events are not among them.
pub(super) async fn everything(
    db: &mut AnyConnection,
    workshop: WorkshopId,
    books: &mut Books,
) -> Result<(), StoreError> {
    All.styles(db, workshop, books).await?;
    All.rates(db, workshop, books).await?;
    All.workers(db, workshop, books).await?;
    All.firms(db, workshop, books).await?;
    All.orders(db, workshop, books).await?;
    All.lines(db, workshop, books).await?;
    All.issues(db, workshop, books).await?;
    All.deliveries(db, workshop, books).await?;
    All.hand_ins(db, workshop, books).await?;
    All.reviews(db, workshop, books).await?;
    All.slips(db, workshop, books).await?;
    All.proposals(db, workshop, books).await?;
    All.minimum_wages(db, workshop, books).await?;
    All.time_studies(db, workshop, books).await?;
    All.terms(db, workshop, books).await?;
    All.places(db, workshop, books).await?;
    All.accounts(db, workshop, books).await
}

/// Everybody's latest slip: what is entered late may not be of a day that was settled.
pub(super) async fn last_slips(
    db: &mut AnyConnection,
    workshop: WorkshopId,
    books: &mut Books,
) -> Result<(), StoreError> {
    let text = "SELECT s.worker, s.until_day, s.from_day, s.carried, s.earned, s.bonus, s.deducted, s.advanced, s.paid, \
         s.owed, s.settled FROM workers w CROSS JOIN slips s WHERE w.workshop = $1 AND s.workshop = $1 AND s.worker = w.id \
         AND s.until_day = (SELECT MAX(l.until_day) FROM slips l WHERE l.workshop = $1 AND l.worker = w.id)";
    for row in sqlx::query(text).bind(workshop.0).fetch_all(db).await? {
        books.learn(Noun::Slip(super::nouns::slip(&row)?));
    }
    Ok(())
}

/// The event of that id.
pub(super) async fn event(
    db: &mut AnyConnection,
    workshop: WorkshopId,
    id: EventId,
) -> Result<Option<Event>, StoreError> {
    let text = "SELECT body FROM events WHERE workshop = $1 AND id = $2";
    let body: Option<String> =
        sqlx::query_scalar(text).bind(workshop.0).bind(id.to_string()).fetch_optional(db).await?;
    body.map(|body| {
        serde_json::from_str(&body).map_err(|error| StoreError::BadRow { table: "events", what: error.to_string() })
    })
    .transpose()
}

/// Which of these events are there.
pub(super) async fn known(
    db: &mut AnyConnection,
    workshop: WorkshopId,
    ids: &[EventId],
) -> Result<BTreeSet<EventId>, StoreError> {
    let mut found = BTreeSet::new();
    for chunk in ids.chunks(PARAMETERS) {
        let text = format!("SELECT id FROM events WHERE workshop = $1 AND id IN {}", list(2, chunk.len()));
        let query = sqlx::query(AssertSqlSafe(text)).bind(workshop.0);
        let query = chunk.iter().fold(query, |query, id| query.bind(id.to_string()));
        for row in query.fetch_all(&mut *db).await? {
            found.insert(super::sql::read("events", row.try_get(0)?)?);
        }
    }
    Ok(found)
}

/// Each of them once.
fn distinct(ids: impl Iterator<Item = i64>) -> Vec<i64> {
    ids.collect::<BTreeSet<_>>().into_iter().collect()
}

impl Reading<'_> {
    async fn styles(&mut self, want: Want<'_>) -> Result<(), StoreError> {
        want.styles(self.db, self.workshop, self.books).await
    }

    async fn workers(&mut self, ids: &[i64]) -> Result<(), StoreError> {
        Ids("id", ids).workers(self.db, self.workshop, self.books).await
    }

    async fn firms(&mut self, ids: &[i64]) -> Result<(), StoreError> {
        Ids("id", ids).firms(self.db, self.workshop, self.books).await
    }

    async fn lines(&mut self, ids: &[i64]) -> Result<(), StoreError> {
        Ids("id", ids).lines(self.db, self.workshop, self.books).await
    }

    async fn order(&mut self, id: OrderId) -> Result<(), StoreError> {
        Ids("id", &[id.0]).orders(self.db, self.workshop, self.books).await
    }

    /// One place's balance, by its whole key: a line may have many places.
    async fn place(&mut self, place: Place) -> Result<(), StoreError> {
        let text = "SELECT pieces FROM places WHERE workshop = $1 AND line = $2 AND kind = $3 AND part = $4";
        let pieces: Option<i64> = sqlx::query_scalar(text)
            .bind(self.workshop.0)
            .bind(place.line().0)
            .bind(place.kind().code())
            .bind(place.part())
            .fetch_optional(&mut *self.db)
            .await?;
        if let Some(pieces) = pieces.filter(|pieces| *pieces != 0) {
            self.books.places.insert(place, crate::pieces::Pieces(pieces));
        }
        Ok(())
    }

    /// What issuing these shares asks for.
    async fn shares(&mut self, parts: &[IssueShares]) -> Result<(), StoreError> {
        self.lines(&distinct(parts.iter().map(|part| part.line.0))).await?;
        for part in parts {
            self.place(Place::Pool { line: part.line, step: part.step }).await?;
        }
        self.workers(&distinct(parts.iter().flat_map(|part| &part.shares).map(|share| share.worker.0))).await?;
        let styles = distinct(self.books.lines.values().map(|line| line.style.0));
        Ids("style", &styles).rates(self.db, self.workshop, self.books).await
    }

    /// Issues with their lines and what of them is at home.
    async fn issues(&mut self, ids: &[IssueId]) -> Result<(), StoreError> {
        let numbers: Vec<i64> = ids.iter().map(|id| id.0).collect();
        Ids("id", &numbers).issues(self.db, self.workshop, self.books).await?;
        let issues: Vec<_> = self.books.issues.values().map(|issue| (issue.line, issue.id, issue.worker)).collect();
        let lines: BTreeSet<i64> = issues.iter().map(|(line, ..)| line.0).collect();
        self.lines(&lines.into_iter().collect::<Vec<_>>()).await?;
        for (line, issue, worker) in issues {
            self.place(Place::Hand { line, issue, worker }).await?;
            self.place(Place::Redo { line, issue, worker }).await?;
        }
        Ok(())
    }

    async fn delivery(&mut self, id: DeliveryId) -> Result<(), StoreError> {
        Ids("id", &[id.0]).deliveries(self.db, self.workshop, self.books).await?;
        let Some(delivery) = self.books.deliveries.get(&id) else { return Ok(()) };
        let (order, lines) = (delivery.order, delivery.lines.iter().map(|sent| sent.line.0).collect::<Vec<_>>());
        self.order(order).await?;
        self.lines(&lines).await?;
        for line in lines.into_iter().map(LineId) {
            self.place(Place::Delivered { line, delivery: id }).await?;
        }
        Ok(())
    }

    async fn returned(&mut self, delivery: DeliveryId, line: LineId, came: Came) -> Result<(), StoreError> {
        self.delivery(delivery).await?;
        self.place(came.place(line, delivery)).await
    }

    async fn hand_in(&mut self, id: Option<EventId>) -> Result<(), StoreError> {
        let ids: Vec<String> = id.into_iter().map(|id| id.to_string()).collect();
        Texts("id", &ids).hand_ins(self.db, self.workshop, self.books).await
    }

    /// All that was declared of these issues.
    async fn hand_ins_of(&mut self, issues: &[IssueId]) -> Result<(), StoreError> {
        let numbers: Vec<i64> = issues.iter().map(|id| id.0).collect();
        Ids("issue", &numbers).hand_ins(self.db, self.workshop, self.books).await
    }

    async fn review(&mut self, event: EventId) -> Result<(), StoreError> {
        Texts("event_id", &[event.to_string()]).reviews(self.db, self.workshop, self.books).await
    }

    async fn pay(&mut self, worker: WorkerId) -> Result<(), StoreError> {
        self.workers(&[worker.0]).await?;
        let account = crate::journal::Account::Worker { worker };
        let text = "SELECT fen FROM accounts WHERE workshop = $1 AND kind = $2 AND owner = $3";
        let fen: Option<i64> = sqlx::query_scalar(text)
            .bind(self.workshop.0)
            .bind(account.code())
            .bind(account.owner())
            .fetch_optional(&mut *self.db)
            .await?;
        if let Some(fen) = fen.filter(|fen| *fen != 0) {
            self.books.accounts.insert(account, crate::money::Fen(fen));
        }
        Ok(())
    }

    /// Workers with their latest slips, what is in none yet, and what they dispute.
    async fn settlement(&mut self, workers: &[i64]) -> Result<(), StoreError> {
        self.workers(workers).await?;
        last_slips(self.db, self.workshop, self.books).await?;
        Ids("answer IS NULL AND verdict <> 'right' AND earlier = 0 AND worker", workers)
            .reviews(self.db, self.workshop, self.books)
            .await?;
        self.books.unsettled.retain(|(worker, _), _| !workers.contains(&worker.0));
        for chunk in workers.chunks(PARAMETERS) {
            // Whose comes first: SQLite would else go through all transfers.
            let text = format!(
                "SELECT t.worker, t.day, t.purpose, CAST(SUM(t.sign * t.fen) AS BIGINT) FROM (SELECT w.id, \
                 COALESCE((SELECT MAX(s.until_day) FROM slips s WHERE s.workshop = $1 AND s.worker = w.id), '') AS settled \
                 FROM workers w WHERE w.workshop = $1 AND w.id IN {}) AS whose CROSS JOIN transfers t \
                 WHERE t.workshop = $1 AND t.worker = whose.id AND t.day > whose.settled \
                 GROUP BY t.worker, t.day, t.purpose",
                list(2, chunk.len())
            );
            let query = sqlx::query(AssertSqlSafe(text)).bind(self.workshop.0);
            let query = chunk.iter().fold(query, |query, id| query.bind(*id));
            for row in query.fetch_all(&mut *self.db).await? {
                let purpose = super::sql::purpose(row.try_get(2)?)?;
                let key = (WorkerId(row.try_get(0)?), super::sql::day("transfers", row.try_get(1)?)?);
                self.books.unsettled.entry(key).or_default().add(purpose, crate::money::Fen(row.try_get(3)?));
            }
        }
        Ok(())
    }

    async fn proposal(&mut self, id: EventId) -> Result<Option<Proposal>, StoreError> {
        Texts("id", &[id.to_string()]).proposals(self.db, self.workshop, self.books).await?;
        Ok(self.books.proposals.get(&id).cloned())
    }

    async fn proposals_open(&mut self) -> Result<(), StoreError> {
        Texts("state", &["open".to_owned()]).proposals(self.db, self.workshop, self.books).await
    }

    /// What doing it needs, on the earlier day that was named or today.
    async fn proposed(&mut self, asked: &Approvable, day: Option<Day>) -> Result<(), StoreError> {
        // What can be proposed cannot propose: this goes one level deep.
        Box::pin(gather(self.db, self.workshop, &asked.command(), self.books)).await?;
        if day.is_some_and(|day| self.books.settled_through.is_some_and(|through| day <= through)) {
            last_slips(self.db, self.workshop, self.books).await?;
        }
        Ok(())
    }

    /// A past event, and whether it was undone.
    async fn entry(&mut self, id: EventId) -> Result<(), StoreError> {
        let Some(event) = event(self.db, self.workshop, id).await? else { return Ok(()) };
        let text = "SELECT id FROM events WHERE workshop = $1 AND reverses = $2";
        let undone: Option<String> =
            sqlx::query_scalar(text).bind(self.workshop.0).bind(id.to_string()).fetch_optional(&mut *self.db).await?;
        let entry = Entry {
            asked: event.asked,
            moves: event.moves,
            transfers: event.transfers,
            reverses: event.reverses,
            reversed_by: undone.map(|id| super::sql::read("events", &id)).transpose()?,
        };
        self.books.entries.insert(id, entry);
        Ok(())
    }

    /// A past event with all that undoing it would change.
    async fn undone(&mut self, id: EventId) -> Result<(), StoreError> {
        self.entry(id).await?;
        let Some(entry) = self.books.entries.get(&id).cloned() else { return Ok(()) };
        for place in entry.moves.iter().flat_map(|step| [step.from, step.to]).collect::<BTreeSet<_>>() {
            self.place(place).await?;
        }
        match &entry.asked {
            Command::OpenOrder(_) => {
                let lines: Vec<i64> = entry.moves.iter().map(|opened| opened.from.line().0).collect();
                self.lines(&lines).await?;
                let order = self.books.lines.values().next().map(|line| line.order);
                if let Some(order) = order { self.order(order).await } else { Ok(()) }
            }
            Command::Count(count) => {
                self.hand_ins_of(&count.parts.iter().map(|part| part.issue).collect::<Vec<_>>()).await?;
                self.hand_in(count.declared).await
            }
            Command::Declare(_) => self.hand_in(Some(id)).await,
            Command::Answer(answer) => self.delivery(answer.delivery).await,
            Command::Deliver(_) => match entry.moves.first() {
                Some(sent) => self.delivery(DeliveryId(sent.to.part())).await,
                None => Ok(()),
            },
            _ => Ok(()),
        }
    }
}
