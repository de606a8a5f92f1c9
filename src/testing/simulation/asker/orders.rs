//! Asking for styles, rates, people and orders.

use super::Asker;
use crate::Command;
use crate::model::{
    AddLine, AddPieces, CancelPieces, ChangeOrder, ChangePrice, ContactDetails, NewLine, OpenOrder, Order, OrderHead,
    Pictured, Replace, SaveContact, SaveFirm, SaveStyle, SaveWorker, SetPhoto, SetRate, SetVoiceClip, Skill, Step,
};
use crate::testing::village::{code, day, name, picture, recording};
use crate::values::clip_name::ClipName;
use crate::values::day::DaysOff;
use crate::values::ids::{EventId, StepNo};
use crate::values::minutes::{Centiminutes, Minutes};
use crate::values::money::Fen;
use crate::values::phone::Phone;
use crate::values::pieces::Pieces;
use crate::values::text::Variant;
use rand::RngExt;
use rand::seq::{IndexedRandom, IteratorRandom};

/// Few codes, so that they meet.
const CODES: [&str; 4] = ["A-1", "A-2", "A-3", "A-4"];

impl Asker<'_> {
    pub(super) fn save_style(&mut self) -> Option<Command> {
        let old = self.books().styles.values().choose(self.rng).cloned().filter(|_| !self.chance(2));
        let new = *CODES.choose(self.rng)?;
        let mut steps = old.as_ref().map(|style| style.steps.clone()).unwrap_or_default();
        let step = *["S1", "S2", "S3", "S4", "S5"].choose(self.rng)?;
        steps.push(Step {
            code: code(step),
            name: name(step),
            centiminutes: Centiminutes(self.rng.random_range(0..2_000)),
        });
        match self.rng.random_range(0..6) {
            0 => drop(steps.pop()),
            1 => steps.rotate_left(1),
            _ => {}
        }
        let code = old.as_ref().map_or_else(|| code(new), |style| style.code.clone());
        Some(SaveStyle { style: old.map(|style| style.id), code, name: name(new), steps }.into())
    }

    pub(super) fn set_rate(&mut self) -> Option<Command> {
        let style = self.style();
        let step = StepNo(self.rng.random_range(1..=3));
        let from = day(["2026-08-25", "2026-09-05", "2026-09-10", "2026-09-30"].choose(self.rng)?);
        Some(SetRate { style, step, from, rate: Fen(self.rng.random_range(0..500)) }.into())
    }

    pub(super) fn set_photo(&mut self) -> Option<Command> {
        let of = match self.rng.random_range(0..4) {
            0 => Pictured::Style(self.style()),
            1 => Pictured::Step(self.style(), StepNo(self.rng.random_range(1..=3))),
            2 => Pictured::Count(self.any_count()?),
            _ => Pictured::Order(self.order()?.id),
        };
        let now = self.books().photos.get(&of).and_then(|photo| photo.picture);
        let picture = if self.chance(4) { None } else { Some(picture(self.rng.random_range(0..4)).hash()) };
        let was = if self.chance(10) { picture } else { now };
        Some(SetPhoto { of, was, picture }.into())
    }

    pub(super) fn set_voice_clip(&mut self) -> Option<Command> {
        let clip = ClipName::new("zh-CN", ["n1", "n7", "pieces"].choose(self.rng)?).ok()?;
        let now = self.books().voice_clips.get(&clip).and_then(|clip| clip.recording);
        let new = if self.chance(4) { None } else { Some(recording(self.rng.random_range(0..4)).hash()) };
        let was = if self.chance(10) { new } else { now };
        Some(SetVoiceClip { clip, was, recording: new }.into())
    }

    pub(super) fn save_worker(&mut self) -> Option<Command> {
        let old = self.books().workers.values().choose(self.rng).cloned().filter(|_| !self.chance(3));
        let skill = Skill { style: self.style(), step: StepNo(self.rng.random_range(1..=3)) };
        let mut ask = SaveWorker {
            worker: old.as_ref().map(|worker| worker.id),
            number: old.as_ref().map_or_else(|| code(CODES[0]), |worker| worker.number.clone()),
            name: name("新人"),
            minutes_a_day: Minutes(self.rng.random_range(0..=1_500)),
            days_off: DaysOff::of([self.rng.random_range(1..=7)]),
            skills: old.map(|worker| worker.skills).unwrap_or_default(),
            active: !self.chance(4),
        };
        ask.skills.insert(skill);
        Some(ask.into())
    }

    pub(super) fn save_contact(&mut self) -> Option<Command> {
        let phone = Phone::parse(["13800000000", "13900000000"].choose(self.rng)?).ok().filter(|_| !self.chance(3));
        let details = ContactDetails { phone, group: self.words(), remarks: self.words() };
        Some(SaveContact { worker: self.worker(), details }.into())
    }

    pub(super) fn save_firm(&mut self) -> Option<Command> {
        let firm = if self.chance(2) { Some(self.firm()) } else { None };
        let called = ["华瑞", "金鼎", "远方", "山水"].choose(self.rng)?;
        Some(SaveFirm { firm, name: name(called) }.into())
    }

    pub(super) fn open_order(&mut self) -> Option<Command> {
        let lines = (0..self.rng.random_range(1..=3)).map(|_| self.new_line());
        let mut lines: Vec<_> = lines.collect();
        if !self.chance(10) {
            let key = |line: &NewLine| (line.style, line.variant.clone());
            lines.sort_by_key(key);
            lines.dedup_by_key(|line| key(line));
        }
        let due = if self.chance(20) { day("2026-08-01") } else { day("2026-10-20") };
        let code = code(CODES.choose(self.rng)?);
        Some(OpenOrder { firm: self.firm(), code, placed: day("2026-09-02"), due, lines, note: self.words() }.into())
    }

    fn new_line(&mut self) -> NewLine {
        let (style, pieces) = (self.style(), Pieces(self.rng.random_range(1..=60)));
        let price = Fen(if self.chance(10) { 0 } else { self.rng.random_range(1..900) });
        let variant = Variant::parse(["", "", "红", "白 30cm"].choose(self.rng).copied().unwrap_or_default());
        let variant = variant.unwrap_or_default();
        NewLine { style, variant, pieces, price, pack: Pieces(10), note: self.words() }
    }

    fn order(&mut self) -> Option<Order> {
        self.books().orders.values().choose(self.rng).cloned()
    }

    /// Any count, also one that spoiled nothing or was undone.
    fn any_count(&mut self) -> Option<EventId> {
        let counts = self.village.books.entries.iter().filter(|(_, entry)| matches!(entry.asked, Command::Count(_)));
        counts.map(|(id, _)| *id).choose(self.rng)
    }

    pub(super) fn change_order(&mut self) -> Option<Command> {
        let order = self.order()?;
        let due = day(["2026-08-01", "2026-09-20", "2026-10-20", "2026-11-11"].choose(self.rng)?);
        let kept = self.chance(3);
        let code = if kept { order.code.clone() } else { code(CODES.choose(self.rng)?) };
        let head = OrderHead { code, due, note: self.words() };
        let was = if self.chance(10) { head.clone() } else { order.head() };
        Some(ChangeOrder { order: order.id, was, head }.into())
    }

    pub(super) fn change_price(&mut self) -> Option<Command> {
        let line = self.books().lines.values().choose(self.rng)?;
        let (id, was) = (line.id, line.price);
        let was = if self.chance(10) { Fen(1) } else { was };
        Some(ChangePrice { line: id, was, price: Fen(self.rng.random_range(0..900)) }.into())
    }

    pub(super) fn add_pieces(&mut self) -> Option<Command> {
        let line = self.books().lines.values().choose(self.rng)?.id;
        Some(AddPieces { line, pieces: Pieces(self.rng.random_range(1..=30)) }.into())
    }

    pub(super) fn add_line(&mut self) -> Option<Command> {
        let order = self.order()?.id;
        Some(AddLine { order, line: self.new_line() }.into())
    }

    pub(super) fn cancel_pieces(&mut self) -> Option<Command> {
        let order = self.order()?.id;
        let rest = self.chance(3);
        let mut lines = Vec::new();
        for line in self.books().lines.values().filter(|line| line.order == order) {
            let most = crate::rules::order::cancellable(self.books(), line);
            lines.push((line.id, if rest { most } else { self.some(most) }));
        }
        if !rest {
            lines.truncate(1);
        }
        Some(CancelPieces { order, lines, note: self.words() }.into())
    }

    pub(super) fn replace(&mut self) -> Option<Command> {
        let line = self.books().lines.values().choose(self.rng)?;
        let most = crate::rules::order::replaceable(self.books(), line);
        if !most.any() && !self.chance(6) {
            return None;
        }
        let (line, pieces) = (line.id, self.some(most));
        Some(Replace { line, pieces }.into())
    }
}
