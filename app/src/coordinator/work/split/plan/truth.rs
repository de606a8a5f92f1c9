//! The sentence of every share is true: its numbers are read back out of it, and reckoned again from what the page was given.

use super::board::{Board, Person};
use super::{Choices, Outcome, Said};
use crate::language::Language;
use crate::words::{Today, say_with};
use ledger::day::{Day, DaysOff};
use ledger::ids::WorkerId;
use ledger::money::Fen;
use ledger::pieces::Pieces;
use ledger::split::{By, Job, Policy, working_days};
use leptos::prelude::*;
use std::collections::BTreeMap;

const TODAY: &str = "2026-11-02";

/// All numbers that any of the sentences names.
const NAMES: [&str; 16] = [
    "until", "home", "given", "offered", "free", "over", "n", "minutes", "left", "pack", "needs", "fill", "worked",
    "all", "least", "most",
];

fn day(text: &str) -> Day {
    text.parse().expect("a day")
}

/// A sentence of that language, with the names of its numbers in braces.
fn template(language: Language, key: &str) -> String {
    say_with(language, key, |_, arguments| {
        for name in NAMES.into_iter().chain(["done", "last", "odd"]) {
            arguments.set(name, format!("{{{name}}}"));
        }
    })
}

/// Numbers that look like chance and are always the same (a linear congruential generator: Knuth, *The Art of Computer Programming*, 3.3.4).
struct Made(u64);

impl Made {
    fn up(&mut self, below: i64) -> i64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        i64::try_from(self.0 >> 33).expect("31 bits") % below
    }

    fn board(&mut self) -> Board {
        let jobs = 1 + self.up(3);
        let job = |made: &mut Self| Job {
            pieces: Pieces(made.up(600)),
            pack: Pieces(10),
            due: day(&format!("2026-11-{:02}", 3 + made.up(25))),
            rate: Fen(200),
        };
        let person = |made: &mut Self, id: i64| Person {
            id: WorkerId(id),
            minutes: [60, 120, 240, 300][usize::try_from(made.up(4)).expect("small")],
            days_off: DaysOff::of([vec![], vec![7], vec![6, 7]][usize::try_from(made.up(3)).expect("small")].clone()),
            in_hand: made.up(900) * 100,
            worked: made.up(3_000) * 100,
            pace: (0..jobs).map(|_| (made.up(5) > 0).then(|| 400 + made.up(800))).collect(),
            takes: made.up(6) > 0,
        };
        let jobs = (0..jobs).map(|_| job(self)).collect();
        let people = 2 + self.up(6);
        Board { today: day(TODAY), jobs, people: (1..=people).map(|id| person(self, id)).collect() }
    }

    /// Somebody's share is kept.
    fn choices(&mut self, board: &Board, policy: &str) -> Choices {
        let kept = (1 + self.up(2), self.up(300));
        Choices::read(board, false, |name| match name {
            "policy" => Some(policy.to_owned()),
            _ if name.starts_with("takes") => board
                .people
                .iter()
                .any(|person| person.takes && name == format!("takes[{}]", person.id))
                .then(String::new),
            _ if name == format!("kept[w{}-0]", kept.0) => Some(String::new()),
            _ if name == format!("pieces[w{}-0]", kept.0) => Some(kept.1.to_string()),
            _ => None,
        })
    }
}

/// The numbers of a sentence by their names in its template; `None` where it is no sentence of that template.
fn read(template: &str, text: &str) -> Option<BTreeMap<String, String>> {
    let mut parts = template.split('{');
    let mut rest = text.strip_prefix(parts.next()?)?;
    let mut numbers = BTreeMap::new();
    for part in parts {
        let (name, literal) = part.split_once('}')?;
        let end = if literal.is_empty() { rest.len() } else { rest.find(literal)? };
        let before = numbers.insert(name.to_owned(), rest[..end].to_owned());
        assert!(before.is_none_or(|before| before == rest[..end]), "{name} is told twice, and differs: {text}");
        rest = &rest[end + literal.len()..];
    }
    rest.is_empty().then_some(numbers)
}

/// `1,320.5` as hundredths.
fn hundredths(text: &str) -> i64 {
    let plain = text.replace(',', "");
    let (whole, part) = plain.split_once('.').unwrap_or((&plain, ""));
    let part = format!("{part:0<2}").parse::<i64>().expect("two digits");
    whole.parse::<i64>().expect("a whole number") * 100 + part
}

/// A day of November 2026, as either language writes it.
fn november(text: &str) -> Day {
    let number = text.strip_prefix("11月").and_then(|text| text.strip_suffix('日')).or(text.strip_suffix(" Nov"));
    let of_month: u32 = number.unwrap_or_else(|| panic!("a day: {text}")).parse().expect("a day of the month");
    Day::of(2026, 11, of_month).expect("a day")
}

/// What a person offers until that day.
fn offered(person: &Person, until: Day) -> i64 {
    working_days(&person.days_off, day(TODAY), until) * person.minutes * 100
}

/// Which sentences came up.
#[derive(Default, Debug)]
struct Seen(BTreeMap<&'static str, usize>);

struct Checked<'a> {
    board: &'a Board,
    outcome: &'a Outcome,
    language: Language,
    seen: &'a mut Seen,
    fastest: bool,
}

impl Checked<'_> {
    /// The time that all she is given takes, of what is due by then.
    fn given(&self, at: usize, until: Day) -> i64 {
        let person = &self.board.people[at];
        let of = |(job, pace): (usize, &Option<i64>)| match pace {
            Some(pace) if self.board.jobs[job].due <= until => pace * self.outcome.pieces(at, job),
            _ => 0,
        };
        person.pace.iter().enumerate().map(of).sum()
    }

    fn last_due(&self) -> Day {
        self.board.jobs.iter().map(|job| job.due).max().expect("a job")
    }

    fn share(&mut self, at: usize, job: usize, text: &str) {
        let person = &self.board.people[at];
        let (pieces, pace) = (self.outcome.pieces(at, job), person.pace[job].expect("she can do it"));
        let found = [
            ("over", "plan-set-over"),
            ("set", "plan-set"),
            ("full", "plan-no-more-time"),
            ("none", "plan-no-time"),
            ("fair", "plan-fair"),
            ("even", "plan-even"),
            ("fastest", "plan-fastest"),
        ]
        .into_iter()
        .find_map(|(kind, key)| Some((kind, read(&template(self.language, key), text)?)));
        let (kind, said) = found.unwrap_or_else(|| panic!("no sentence that we know: {text}"));
        *self.seen.0.entry(kind).or_default() += 1;
        let minutes = |name: &str| hundredths(said.get(name).unwrap_or_else(|| panic!("{name} in {text}")));
        if let Some(until) = said.get("until").filter(|_| matches!(kind, "over" | "full" | "none")) {
            let until = november(until);
            assert!(self.fastest || until >= self.board.jobs[job].due, "{text}");
            let (has, home, by_then) = (offered(person, until), person.in_hand, self.given(at, until));
            // Where all is to be done as early as can be, that day may come before the jobs are due: then it is all she is given.
            let all = self.given(at, self.last_due());
            let given = if self.fastest && minutes("given") != by_then { all } else { by_then };
            assert_eq!((minutes("offered"), minutes("home"), minutes("given")), (has, home, given), "{text}");
            if matches!(kind, "over" | "none") {
                assert_eq!(minutes("over"), home + given - has, "{text}");
            } else {
                assert_eq!(minutes("left"), has - home - given, "{text}");
                assert_eq!(minutes("needs"), pace * 10, "{text}");
                assert!(has - home - given < pace * 10, "another pack fits: {text}");
            }
        }
        if matches!(kind, "over" | "set") {
            assert_eq!((minutes("n"), minutes("minutes")), (pieces * 100, pieces * pace), "{text}");
        }
        if matches!(kind, "fair" | "fastest") {
            let last = self.last_due();
            let (used, all) =
                (person.worked + person.in_hand + self.given(at, last), person.worked + offered(person, last));
            assert_eq!((minutes("worked"), minutes("home")), (person.worked, person.in_hand), "{text}");
            assert_eq!((minutes("given"), minutes("all")), (self.given(at, last), all), "{text}");
            assert_eq!(said["fill"], format!("{}%", used * 100 / all), "{text}");
            assert_eq!(november(&said["until"]), last, "{text}");
        }
        if kind == "fair" {
            let fills = self.everybody(|at, person| {
                let all = person.worked + offered(person, self.last_due());
                (person.worked + person.in_hand + self.given(at, self.last_due())) * 100 / all.max(1)
            });
            let told = ["least", "most"].map(|name| said[name].trim_end_matches('%').replace(',', ""));
            assert_eq!(told, fills.map(|fill| fill.to_string()), "{text}");
        }
        if kind == "even" {
            let all = |at: usize| (0..self.board.jobs.len()).map(|job| self.outcome.pieces(at, job)).sum::<i64>();
            assert_eq!(minutes("n"), all(at) * 100, "{text}");
            assert_eq!([minutes("least") / 100, minutes("most") / 100], self.everybody(|at, _| all(at)), "{text}");
        }
    }

    /// The least and the most among those who take part and can do anything.
    fn everybody(&self, of: impl Fn(usize, &Person) -> i64) -> [i64; 2] {
        let people = self.board.people.iter().enumerate();
        let taking = people.filter(|(_, person)| person.takes && person.pace.iter().any(Option::is_some));
        let all: Vec<_> = taking.map(|(at, person)| of(at, person)).collect();
        [all.iter().copied().min().expect("somebody"), all.iter().copied().max().expect("somebody")]
    }

    fn odd(&mut self, at: usize, job: usize, text: &str) {
        let (pieces, pack) = (self.outcome.pieces(at, job), self.board.jobs[job].pack.0);
        if text.is_empty() {
            let set = self.outcome.share(at, job).is_some_and(|share| share.why.by == By::Locked);
            assert!(pieces % pack == 0 || set, "an odd share is not explained: {pieces} in packs of {pack}");
            return;
        }
        let said =
            read(&template(self.language, "plan-odd"), text).unwrap_or_else(|| panic!("no such sentence: {text}"));
        assert_eq!(["odd", "pack"].map(|name| hundredths(&said[name]) / 100), [pieces % pack, pack], "{text}");
        *self.seen.0.entry("odd").or_default() += 1;
    }

    fn time(&self, at: usize, text: &str) {
        let person = &self.board.people[at];
        let (has, given) = (offered(person, self.last_due()), self.given(at, self.last_due()));
        let (key, name, rest) = if has - given - person.in_hand < 0 {
            ("plan-over-time", "over", given + person.in_hand - has)
        } else {
            ("plan-time", "free", has - given - person.in_hand)
        };
        let said =
            read(&template(self.language, key), text).unwrap_or_else(|| panic!("no sentence of her time: {text}"));
        let told = ["offered", "home", "given", name].map(|name| hundredths(&said[name]));
        assert_eq!(told, [has, person.in_hand, given, rest], "{text}");
    }
}

/// The checks of one board.
fn check(board: &Board, policy: &str, made: &mut Made, language: Language, seen: &mut Seen) {
    let choices = made.choices(board, policy);
    let outcome = Outcome::of(board, &choices);
    let said = Said { board, outcome: &outcome, policy: choices.policy };
    let mut checked = Checked { board, outcome: &outcome, language, seen, fastest: policy == "fastest" };
    for at in 0..board.people.len() {
        checked.time(at, &said.time(at));
        for job in 0..board.jobs.len() {
            let why = said.why(at, job);
            assert!(!why.is_empty() || outcome.pieces(at, job) == 0);
            if !why.is_empty() {
                checked.share(at, job, &why);
            }
            checked.odd(at, job, &said.odd(at, job));
        }
    }
}

#[test]
fn every_sentence_of_a_plan_is_true_in_both_languages() {
    for language in Language::ALL {
        let (mut made, mut seen) = (Made(7), Seen::default());
        Owner::new().with(|| {
            provide_context(language);
            provide_context(Today(day(TODAY)));
            for round in 0..400 {
                let board = made.board();
                check(&board, ["fair", "even", "fastest"][round % 3], &mut made, language, &mut seen);
            }
        });
        for kind in ["over", "set", "full", "none", "fair", "even", "fastest", "odd"] {
            assert!(seen.0.get(kind).copied().unwrap_or(0) > 10, "hardly any sentence of that kind: {kind} {seen:?}");
        }
    }
}

#[test]
fn nothing_is_said_of_nothing() {
    let board = Made(1).board();
    let outcome = Outcome::of(&board, &Choices::read(&board, false, |_| None));
    let said = Said { board: &board, outcome: &outcome, policy: Policy::Fair };
    assert_eq!((said.why(0, 0), said.done(0, 0), said.last()), Default::default());
    assert_eq!(outcome.given(0), 0, "nobody was ticked");
}
