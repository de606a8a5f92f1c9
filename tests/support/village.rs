//! A small made-up village, so that tests read as stories.

use chrono::{DateTime, Utc};
use ledger::journal::Event;
use ledger::model::{Actor, Count, CountPart, Deliver, Entity, IssueShares, Made, Share, Skill, Step};
use ledger::store::{Ask, Receipt, Refused, Store};
use ledger::values::day::{Day, DaysOff};
use ledger::values::ids::{
    DeliveryId, EventId, FirmId, IssueId, LineId, OrderId, StepNo, StyleId, WorkerId, WorkshopId,
};
use ledger::values::minutes::{Centiminutes, Minutes};
use ledger::values::money::Fen;
use ledger::values::pieces::Pieces;
use ledger::values::text::{Code, Name, Note, Variant};
use ledger::{Command, model};
use uuid::Uuid;

/// Noon of the village's first day.
pub fn noon() -> DateTime<Utc> {
    "2026-11-02T04:00:00Z".parse().expect("a time")
}

pub fn day(text: &str) -> Day {
    text.parse().expect("a day")
}

pub fn name(text: &str) -> Name {
    Name::parse(text).expect("a name")
}

pub fn code(text: &str) -> Code {
    Code::parse(text).expect("a code")
}

pub fn note(text: &str) -> Note {
    Note::parse(text).expect("a note")
}

pub fn new_id() -> EventId {
    EventId(Uuid::new_v4())
}

/// A workshop with a firm, a style of two steps with rates, two workers and an order of 100.
pub struct Village<'s> {
    pub store: &'s Store,
    pub workshop: WorkshopId,
    pub firm: FirmId,
    pub style: StyleId,
    pub anna: WorkerId,
    pub berta: WorkerId,
    pub order: OrderId,
    pub line: LineId,
}

impl<'s> Village<'s> {
    pub async fn settle(store: &'s Store) -> Self {
        let workshop = store.make_workshop(&name("试验作坊"), false, noon()).await.expect("a workshop");
        let mut village = Self {
            store,
            workshop,
            firm: FirmId(0),
            style: StyleId(0),
            anna: WorkerId(0),
            berta: WorkerId(0),
            order: OrderId(0),
            line: LineId(0),
        };
        let event = village.done(model::SaveFirm { firm: None, name: name("测试贸易") }).await;
        village.firm = event
            .entities
            .iter()
            .find_map(|entity| if let Entity::Firm(firm) = entity { Some(firm.id) } else { None })
            .expect("a firm");
        let step =
            |code_: &str, name_: &str| Step { code: code(code_), name: name(name_), centiminutes: Centiminutes(600) };
        let steps = vec![step("S1", "花瓣"), step("S2", "组花")];
        let event = village.done(model::SaveStyle { style: None, code: code("MD-1"), name: name("牡丹"), steps }).await;
        village.style = event
            .entities
            .iter()
            .find_map(|entity| if let Entity::Style(style) = entity { Some(style.id) } else { None })
            .expect("a style");
        for (step, fen) in [(1, 110), (2, 190)] {
            let from = day("2026-11-01");
            village.done(model::SetRate { style: village.style, step: StepNo(step), from, rate: Fen(fen) }).await;
        }
        village.anna = village.hire("W01", "安娜").await;
        village.berta = village.hire("W02", "贝塔").await;
        (village.order, village.line) = village.open("T-1", "2026-11-01", "2026-11-20", 100).await;
        village
    }

    /// Asks as the operator, with a new id, and expects it to be done.
    pub async fn done(&self, command: impl Into<Command>) -> Event {
        self.ask(command).await.expect("it is done").event
    }

    pub async fn ask(&self, command: impl Into<Command>) -> Result<Receipt, Refused> {
        self.ask_as(new_id(), Actor::Operator, command).await
    }

    pub async fn ask_as(&self, id: EventId, actor: Actor, command: impl Into<Command>) -> Result<Receipt, Refused> {
        self.store.perform(self.workshop, noon(), Ask { id, actor, day: None, command: command.into() }).await
    }

    /// Does it at noon of that day, as the operator.
    pub async fn on(&self, on: &str, command: impl Into<Command>) -> Event {
        let at = format!("{on}T04:00:00Z").parse().expect("a time");
        let ask = Ask { id: new_id(), actor: Actor::Operator, day: None, command: command.into() };
        self.store.perform(self.workshop, at, ask).await.expect("it is done").event
    }

    /// Opens an order of so many pieces of the style, in packs of ten.
    pub async fn open(&self, number: &str, placed: &str, due: &str, pieces: i64) -> (OrderId, LineId) {
        let line = model::NewLine {
            style: self.style,
            variant: Variant::default(),
            pieces: Pieces(pieces),
            price: Fen(680),
            pack: Pieces(10),
            note: note(""),
        };
        let (placed, due, lines) = (day(placed), day(due), vec![line]);
        let order = model::OpenOrder { firm: self.firm, code: code(number), placed, due, lines, note: note("") };
        let event = self.done(order).await;
        let line =
            event.entities.iter().find_map(|entity| if let Entity::Line(line) = entity { Some(line) } else { None });
        let line = line.expect("a line");
        (line.order, line.id)
    }

    /// A style of one step, without a rate.
    pub async fn add_style(&self, number: &str, called: &str) -> StyleId {
        let steps = vec![Step { code: code("S1"), name: name("整花"), centiminutes: Centiminutes(600) }];
        let save = model::SaveStyle { style: None, code: code(number), name: name(called), steps };
        let event = self.done(save).await;
        let found = event
            .entities
            .iter()
            .find_map(|entity| if let Entity::Style(style) = entity { Some(style.id) } else { None });
        found.expect("a style")
    }

    /// A worker who can do both steps and offers four hours a day.
    pub async fn hire(&self, number: &str, called: &str) -> WorkerId {
        let skills = [1, 2].map(|step| Skill { style: self.style, step: StepNo(step) }).into();
        let event = self
            .done(model::SaveWorker {
                worker: None,
                number: code(number),
                name: name(called),
                minutes_a_day: Minutes(240),
                days_off: DaysOff::default(),
                skills,
                active: true,
            })
            .await;
        event
            .entities
            .iter()
            .find_map(|entity| if let Entity::Worker(worker) = entity { Some(worker.id) } else { None })
            .expect("a worker")
    }

    pub fn issue_of(&self, step: i64, worker: WorkerId, pieces: i64) -> IssueShares {
        IssueShares {
            line: self.line,
            step: StepNo(step),
            shares: vec![Share { worker, pieces: Pieces(pieces) }],
            seen: None,
        }
    }

    /// Issues pieces of a step; returns the issue.
    pub async fn issue(&self, step: i64, worker: WorkerId, pieces: i64) -> IssueId {
        self.issued(self.issue_of(step, worker, pieces)).await
    }

    /// Issues to one worker; returns the issue.
    pub async fn issued(&self, shares: IssueShares) -> IssueId {
        let event = self.done(shares).await;
        event
            .entities
            .iter()
            .find_map(|entity| if let Entity::Issue(issue) = entity { Some(issue.id) } else { None })
            .expect("an issue")
    }

    /// Makes, counts and packs so many pieces of the order.
    pub async fn send(&self, pieces: i64, words: &str) -> DeliveryId {
        for step in [1, 2] {
            let issue = self.issue(step, self.anna, pieces).await;
            self.done(self.count_of(self.anna, issue, pieces, 0, 0)).await;
        }
        let lines = vec![(self.line, Pieces(pieces))];
        let event = self.done(Deliver { order: self.order, lines, note: note(words) }).await;
        event
            .entities
            .iter()
            .find_map(|entity| if let Entity::Delivery(found) = entity { Some(found.id) } else { None })
            .expect("a delivery")
    }

    pub fn count_of(&self, worker: WorkerId, issue: IssueId, accepted: i64, rework: i64, scrapped: i64) -> Count {
        let part = CountPart {
            issue,
            made: Made::Fresh,
            accepted: Pieces(accepted),
            rework: Pieces(rework),
            scrapped: Pieces(scrapped),
            seen: None,
        };
        Count { worker, parts: vec![part], reason: note(""), declared: None }
    }
}
