//! A made-up village for tests. Nothing in its books was put there by hand: all of it was asked for and decided.

use crate::journal::{Account, Books, Event, Place};
use crate::model::command::Command;
use crate::model::{
    Actor, Answer, Correct, Count, CountPart, Deliver, Entity, IssueShares, LineAnswer, Made, NewLine, OpenOrder,
    ReviewEntry, SaveFirm, SaveStyle, SaveWorker, SetRate, Share, Skill, Step, TakeBack, Verdict,
};
use crate::rules::decide::decide;
use crate::rules::decision::{Moment, Newcomer};
use crate::rules::refusal::Refusal;
use crate::values::day::{Day, DaysOff};
use crate::values::ids::{
    DeliveryId, EventId, FirmId, IssueId, LineId, OrderId, Seq, StepNo, StyleId, UserId, WorkerId, WorkshopId,
};
use crate::values::minutes::{Centiminutes, Minutes};
use crate::values::money::Fen;
use crate::values::picture::Picture;
use crate::values::pieces::Pieces;
use crate::values::recording::Recording;
use crate::values::text::{Code, Name, Note, Variant};
use std::collections::{BTreeMap, BTreeSet};
use uuid::Uuid;

/// The first step, the second and the third.
pub const ONE: StepNo = StepNo(1);
pub const TWO: StepNo = StepNo(2);
pub const THREE: StepNo = StepNo(3);

/// A small village on 10 September 2026 with nothing ordered yet.
///
/// It makes roses in one step (¥2.20) and peonies in three (¥1.10, ¥1.90, ¥0.80) for two firms. Fang and Mei can do
/// all of it; Lan only roses. Roses sell at ¥3.50 and peonies at ¥6.00.
#[derive(Clone, Debug)]
pub struct Village {
    pub books: Books,
    pub events: Vec<Event>,
    pub today: Day,
    /// How many can sign in.
    pub coordinators: i64,
    /// Where the one who asks is new.
    pub newcomer: Option<Newcomer>,
    pub rose: StyleId,
    pub peony: StyleId,
    pub fang: WorkerId,
    pub mei: WorkerId,
    pub lan: WorkerId,
    pub huarui: FirmId,
    pub jinding: FirmId,
}

impl Village {
    pub fn new() -> Self {
        let mut village = Self {
            books: Books::default(),
            events: Vec::new(),
            today: day("2026-09-10"),
            coordinators: 2,
            newcomer: None,
            rose: StyleId(0),
            peony: StyleId(0),
            fang: WorkerId(0),
            mei: WorkerId(0),
            lan: WorkerId(0),
            huarui: FirmId(0),
            jinding: FirmId(0),
        };
        village.rose = village.style("MG-01", &[("S1", 220)]);
        village.peony = village.style("MD-07", &[("S1", 110), ("S2", 190), ("S3", 80)]);
        let [rose, peony] = [village.rose, village.peony];
        let all = [(rose, ONE), (peony, ONE), (peony, TWO), (peony, THREE)];
        village.fang = village.worker("W01", "何淑芳", &all);
        village.mei = village.worker("W02", "孙小梅", &all);
        village.lan = village.worker("W03", "吴丽兰", &[(rose, ONE)]);
        village.huarui = village.firm("华瑞");
        village.jinding = village.firm("金鼎");
        village
    }

    /// The id of what is done next.
    pub fn next_id(&self) -> EventId {
        EventId(Uuid::from_u128(self.events.len() as u128 + 1))
    }

    /// Asks as `actor`, as of that day.
    pub fn ask_as(&mut self, actor: Actor, on: Day, command: impl Into<Command>) -> Result<Event, Refusal> {
        let id = self.next_id();
        let seq = Seq(i64::try_from(self.events.len()).expect("few events") + 1);
        let moment =
            Moment { id, actor, day: on, today: self.today, coordinators: self.coordinators, newcomer: self.newcomer };
        let at = self.today.0.and_hms_opt(4, 0, 0).expect("noon in the village").and_utc();
        let event = decide(&self.books, moment, command.into())?.event(WorkshopId(1), seq, at, id, actor);
        self.books.apply(&event).expect("what was decided is lawful");
        self.events.push(event.clone());
        Ok(event)
    }

    /// Asks as the coordinator, today.
    pub fn ask(&mut self, command: impl Into<Command>) -> Result<Event, Refusal> {
        self.ask_as(COORDINATOR, self.today, command)
    }

    /// Asks as the coordinator, as of that day.
    pub fn ask_on(&mut self, on: &str, command: impl Into<Command>) -> Result<Event, Refusal> {
        self.ask_as(COORDINATOR, day(on), command)
    }

    /// What the coordinator asks, and gets.
    pub fn done(&mut self, command: impl Into<Command>) -> EventId {
        self.ask(command).expect("she may").id
    }

    /// What the coordinator asks, and why she does not get it.
    pub fn refused(&mut self, command: impl Into<Command>) -> Refusal {
        self.ask(command).expect_err("she may not")
    }

    /// What a worker says on her phone.
    pub fn says(&mut self, worker: WorkerId, command: impl Into<Command>) -> Result<Event, Refusal> {
        self.ask_as(Actor::Worker { worker }, self.today, command)
    }
}

/// What a coordinator does all day.
impl Village {
    pub fn style(&mut self, code_: &str, steps: &[(&str, i64)]) -> StyleId {
        let ask = SaveStyle {
            style: None,
            code: code(code_),
            name: name(code_),
            steps: steps
                .iter()
                .map(|(step, _)| Step { code: code(step), name: name(step), centiminutes: Centiminutes(600) })
                .collect(),
        };
        self.done(ask);
        let style = StyleId(self.books.last_id);
        for (no, (_, fen)) in (1..).zip(steps) {
            self.done(SetRate { style, step: StepNo(no), from: day("2026-09-01"), rate: Fen(*fen) });
        }
        style
    }

    pub fn worker(&mut self, number: &str, called: &str, skills: &[(StyleId, StepNo)]) -> WorkerId {
        self.done(SaveWorker { number: code(number), name: name(called), ..idle_worker(skills) });
        WorkerId(self.books.last_id)
    }

    pub fn firm(&mut self, called: &str) -> FirmId {
        self.done(SaveFirm { firm: None, name: name(called) });
        FirmId(self.books.last_id)
    }

    /// An order by 华瑞 of that many of one style.
    pub fn order(&mut self, number: &str, style: StyleId, pieces: i64) -> LineId {
        self.done(self.an_order(number, &[(style, pieces)]));
        LineId(self.books.last_id)
    }

    /// An order by 华瑞, to be asked for.
    pub fn an_order(&self, number: &str, lines: &[(StyleId, i64)]) -> OpenOrder {
        let line = |&(style, pieces)| NewLine {
            style,
            variant: Variant::default(),
            pieces: Pieces(pieces),
            price: Fen(if style == self.rose { 350 } else { 600 }),
            pack: Pieces(10),
            note: Note::default(),
        };
        OpenOrder {
            firm: self.huarui,
            code: code(number),
            placed: day("2026-09-02"),
            due: day("2026-10-20"),
            lines: lines.iter().map(line).collect(),
            note: Note::default(),
        }
    }

    pub fn issue(&mut self, line: LineId, step: StepNo, worker: WorkerId, pieces: i64) -> IssueId {
        self.done(issue(line, step, &[(worker, pieces)]));
        IssueId(self.books.last_id)
    }

    /// Counts fresh pieces of an issue.
    pub fn count(&mut self, issue: IssueId, accepted: i64, rework: i64, scrapped: i64) -> EventId {
        self.done(self.a_count(issue, Made::Fresh, [accepted, rework, scrapped]))
    }

    /// Counts pieces that come back from rework.
    pub fn count_again(&mut self, issue: IssueId, accepted: i64, scrapped: i64) -> EventId {
        self.done(self.a_count(issue, Made::Again, [accepted, 0, scrapped]))
    }

    /// A count, to be asked for: accepted, rework, scrapped.
    pub fn a_count(&self, issue: IssueId, made: Made, [accepted, rework, scrapped]: [i64; 3]) -> Count {
        let [accepted, rework, scrapped] = [Pieces(accepted), Pieces(rework), Pieces(scrapped)];
        Count {
            worker: self.books.issues.get(&issue).map_or(self.fang, |issue| issue.worker),
            parts: vec![CountPart { issue, made, accepted, rework, scrapped, seen: None }],
            reason: Note::default(),
            declared: None,
        }
    }

    pub fn take_back(&mut self, issue: IssueId, pieces: i64) -> EventId {
        self.done(TakeBack { parts: vec![(issue, Pieces(pieces))], note: Note::default() })
    }

    /// An order by 华瑞 of that many roses, all made by Fang and in stock.
    pub fn roses_in_stock(&mut self, number: &str, pieces: i64) -> LineId {
        let line = self.order(number, self.rose, pieces);
        let issue = self.issue(line, ONE, self.fang, pieces);
        self.count(issue, pieces, 0, 0);
        line
    }

    pub fn deliver(&mut self, line: LineId, pieces: i64) -> DeliveryId {
        self.done(Deliver { order: self.order_of(line), lines: vec![(line, Pieces(pieces))], note: Note::default() });
        self.last_delivery()
    }

    /// The newest.
    pub fn last_delivery(&self) -> DeliveryId {
        *self.books.deliveries.keys().next_back().expect("a delivery")
    }

    /// A count of Fang's work, and what she says of it.
    pub fn reviewed_count(&mut self, verdict: Verdict) -> EventId {
        let line = self.order("HR-1", self.rose, 30);
        let issue = self.issue(line, ONE, self.fang, 30);
        let count = self.count(issue, 20, 0, 0);
        self.says(self.fang, ReviewEntry { event: count, verdict, new_card: false, spoken: None }).expect("it is hers");
        count
    }

    /// The firm's answer for a delivery of one line: confirmed, refused, short.
    pub fn answer(&mut self, delivery: DeliveryId, line: LineId, said: [i64; 3]) -> EventId {
        self.done(answer(delivery, &[(line, said)]))
    }

    /// Corrects an event, and says why.
    pub fn correct(&mut self, event: EventId) -> Result<EventId, Refusal> {
        self.ask(Correct { event, reason: note("写错了") }).map(|event| event.id)
    }
}

/// What its books say.
impl Village {
    pub fn order_of(&self, line: LineId) -> OrderId {
        self.books.lines.get(&line).expect("a line of this village").order
    }

    /// Where a line's pieces are, `pool 1: 60 · hand: 40`: what is nowhere is left out.
    pub fn shows(&self, line: LineId) -> String {
        let mut found: BTreeMap<(usize, String), i64> = BTreeMap::new();
        for (place, pieces) in self.books.places.iter().filter(|(place, _)| place.line() == line) {
            let (rank, label) = match place {
                Place::Ordered { .. } => continue,
                Place::Pool { step, .. } => (1, format!("pool {step}")),
                Place::Hand { .. } => (2, "hand".to_owned()),
                Place::Redo { .. } => (3, "redo".to_owned()),
                Place::Stock { .. } => (4, "stock".to_owned()),
                Place::Scrap { step, .. } => (5, format!("scrap {step}")),
                Place::Delivered { .. } => (6, "delivered".to_owned()),
                Place::Confirmed { .. } => (7, "confirmed".to_owned()),
                Place::Refused { .. } => (8, "refused".to_owned()),
                Place::Missing { .. } => (9, "missing".to_owned()),
                Place::WrittenOff { .. } => (10, "written off".to_owned()),
                Place::Surplus { step, .. } => (11, format!("surplus {step}")),
            };
            *found.entry((rank, label)).or_default() += pieces.0;
        }
        found.into_iter().map(|((_, label), pieces)| format!("{label}: {pieces}")).collect::<Vec<_>>().join(" · ")
    }

    /// What a worker is owed, in fen.
    pub fn owed(&self, worker: WorkerId) -> i64 {
        self.books.owed_to(worker).0
    }

    /// What a firm owes, in fen.
    pub fn owes(&self, firm: FirmId) -> i64 {
        self.books.balance(Account::Firm { firm }).0
    }

    /// Which entities the last event made or changed.
    pub fn last_nouns(&self) -> &[Entity] {
        self.events.last().map_or(&[], |event| &event.entities)
    }
}

/// Who keeps this village's books.
pub const COORDINATOR: Actor = Actor::Coordinator { user: UserId(1) };

/// The other one who does, where there are two.
pub const SECOND: Actor = Actor::Coordinator { user: UserId(2) };

/// A new worker without number or name, who can do these.
pub fn idle_worker(skills: &[(StyleId, StepNo)]) -> SaveWorker {
    SaveWorker {
        worker: None,
        number: code("W99"),
        name: name("某人"),
        minutes_a_day: Minutes(300),
        days_off: DaysOff::of([7]),
        skills: skills.iter().map(|&(style, step)| Skill { style, step }).collect::<BTreeSet<_>>(),
        active: true,
    }
}

/// Shares of one line's step, to be asked for.
pub fn issue(line: LineId, step: StepNo, shares: &[(WorkerId, i64)]) -> IssueShares {
    let shares = shares.iter().map(|&(worker, pieces)| Share { worker, pieces: Pieces(pieces) }).collect();
    IssueShares { line, step, shares, seen: None }
}

/// A firm's answer, to be asked for: confirmed, refused, short of each line, with a reason where one is needed.
pub fn answer(delivery: DeliveryId, lines: &[(LineId, [i64; 3])]) -> Answer {
    let said = |&(line, [confirmed, refused, short]): &(LineId, [i64; 3])| LineAnswer {
        line,
        confirmed: Pieces(confirmed),
        refused: Pieces(refused),
        short: Pieces(short),
        reason: note(if refused > 0 { "花瓣松了" } else { "" }),
    };
    Answer { delivery, lines: lines.iter().map(said).collect() }
}

pub fn day(text: &str) -> Day {
    text.parse().expect("a day")
}

pub fn code(text: &str) -> Code {
    Code::parse(text).expect("a code")
}

pub fn name(text: &str) -> Name {
    Name::parse(text).expect("a name")
}

/// One of a few pictures: no photo, but as good for books.
pub fn picture(n: u8) -> Picture {
    Picture { large: vec![n; 3], small: vec![n] }
}

/// One of a few recordings: no sound, but as good for books.
pub fn recording(n: u8) -> Recording {
    Recording { sound: vec![n; 3] }
}

pub fn note(text: &str) -> Note {
    Note::parse(text).expect("a note")
}
