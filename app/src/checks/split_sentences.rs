//! The sentence of every share is true: its numbers are read back out of it, and calculated again from what the page was given.

use crate::coordinator::split::plan::{Board, BoardWorker, Choices, PlanText, SplitOutcome};
use crate::language::Language;
use crate::words::{Today, say_with};
use ledger::split::{By, Job, Policy, working_days};
use ledger::values::day::{Day, DaysOff};
use ledger::values::ids::WorkerId;
use ledger::values::money::Fen;
use ledger::values::pieces::Pieces;
use leptos::prelude::*;
use std::collections::BTreeMap;

const TODAY: &str = "2026-11-02";

/// All numbers that any of the sentences names.
const NAMES: [&str; 16] = [
    "until", "home", "given", "offered", "free", "over", "n", "minutes", "left", "pack", "needs", "fill", "worked",
    "all", "least", "most",
];

/// The kinds of sentences, with their templates; what fits several is of the first.
const KINDS: [(&str, &str); 10] = [
    ("unset", "plan-set-none"),
    ("over", "plan-set-over"),
    ("set", "plan-set"),
    ("early", "plan-early"),
    ("full", "plan-no-more-time"),
    ("none", "plan-no-time"),
    ("fair", "plan-fair"),
    ("even", "plan-even"),
    ("idle", "plan-idle"),
    ("fastest", "plan-fastest"),
];

fn day(text: &str) -> Day {
    text.parse().expect("a day")
}

/// A sentence, with its end and without it, and the odd pieces and the pack that it ends with.
fn sentence(language: Language, text: &str) -> (String, Option<[i64; 2]>) {
    let [odd, plain] = ["plan-sentence-odd", "plan-sentence"].map(|key| read(&template(language, key), text));
    if let Some(values) = odd {
        let numbers = ["odd", "pack"].map(|name| hundredths(&values[name]) / 100);
        return (values["why"].clone(), Some(numbers));
    }
    (plain.unwrap_or_else(|| panic!("no sentence: {text}"))["why"].clone(), None)
}

/// A sentence of that language, with the names of its numbers in braces.
fn template(language: Language, key: &str) -> String {
    say_with(language, key, |_, arguments| {
        for name in NAMES.into_iter().chain(["done", "last", "odd", "why"]) {
            arguments.set(name, format!("{{{name}}}"));
        }
    })
}

/// Numbers that look like chance and are always the same (a linear congruential generator: Knuth, *The Art of Computer Programming*, 3.3.4).
struct Random(u64);

impl Random {
    fn up(&mut self, below: i64) -> i64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        i64::try_from(self.0 >> 33).expect("31 bits") % below
    }

    fn board(&mut self) -> Board {
        let jobs = 1 + self.up(3);
        let job = |random: &mut Self| Job {
            pieces: Pieces(random.up(600)),
            pack: Pieces(10),
            due: day(&format!("2026-11-{:02}", 3 + random.up(25))),
            rate: Fen(200),
        };
        let person = |random: &mut Self, id: i64| BoardWorker {
            id: WorkerId(id),
            minutes: [60, 120, 240, 300][usize::try_from(random.up(4)).expect("small")],
            days_off: DaysOff::of([vec![], vec![7], vec![6, 7]][usize::try_from(random.up(3)).expect("small")].clone()),
            in_hand: random.up(900) * 100,
            worked: random.up(3_000) * 100,
            pace: (0..jobs).map(|_| (random.up(5) > 0).then(|| 400 + random.up(800))).collect(),
            takes: random.up(6) > 0,
        };
        let jobs = (0..jobs).map(|_| job(self)).collect();
        let people = 2 + self.up(6);
        Board { today: day(TODAY), jobs, people: (1..=people).map(|id| person(self, id)).collect() }
    }

    /// Somebody's share is kept.
    fn choices(&mut self, board: &Board, policy: &str) -> Choices {
        let kept = (1 + self.up(2), (self.up(360) - 60).max(0));
        Choices::read(board, |name| match name {
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
    let mut parts = template.split('{').peekable();
    let mut rest = text.strip_prefix(parts.next()?)?;
    let mut numbers = BTreeMap::new();
    while let Some(part) = parts.next() {
        let (name, literal) = part.split_once('}')?;
        // The last of the template is the end of the text, and perhaps stands within it too.
        let end = if parts.peek().is_none() { rest.strip_suffix(literal)?.len() } else { rest.find(literal)? };
        let before = numbers.insert(name.to_owned(), rest[..end].to_owned());
        assert!(before.is_none_or(|before| before == rest[..end]), "{name} is given twice, and differs: {text}");
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

/// `28.9%` as tenths of a percent.
fn tenths(text: &str) -> i64 {
    hundredths(text.strip_suffix('%').unwrap_or_else(|| panic!("percent: {text}"))) / 10
}

/// A part of a whole in tenths of a percent, to the nearest.
fn nearest(part: i64, whole: i64) -> i64 {
    (part * 2_000 + whole).checked_div(whole * 2).unwrap_or(0)
}

/// A day of 2026 or later, as either language writes it.
fn day_of(text: &str) -> Day {
    let formats = ["%Y年%m月%d日", "%d %b %Y"];
    let with_year = [format!("2026年{text}"), format!("{text} 2026"), text.to_owned()];
    let read = |text: &String| formats.iter().find_map(|format| chrono::NaiveDate::parse_from_str(text, format).ok());
    Day(with_year.iter().find_map(read).unwrap_or_else(|| panic!("a day: {text}")))
}

/// What a person offers until that day.
fn offered(person: &BoardWorker, until: Day) -> i64 {
    working_days(&person.days_off, day(TODAY), until) * person.minutes * 100
}

/// Which sentences came up.
#[derive(Default, Debug)]
struct Seen(BTreeMap<&'static str, usize>);

struct Checked<'a> {
    board: &'a Board,
    outcome: &'a SplitOutcome,
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
        let (text, odd) = sentence(self.language, text);
        let text = text.as_str();
        let found = KINDS.into_iter().find_map(|(kind, key)| Some((kind, read(&template(self.language, key), text)?)));
        let (kind, values) = found.unwrap_or_else(|| panic!("no sentence that we know: {text}"));
        *self.seen.0.entry(kind).or_default() += 1;
        self.odd(at, job, odd);
        let minutes = |name: &str| hundredths(values.get(name).unwrap_or_else(|| panic!("{name} in {text}")));
        if let Some(until) = values.get("until").filter(|_| matches!(kind, "over" | "full" | "early" | "none")) {
            let until = day_of(until);
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
        if let Some(until) = values.get("until").filter(|_| matches!(kind, "early" | "full")) {
            let early = day_of(until) < self.board.jobs[job].due;
            assert_eq!(kind == "early", early, "the day is the plan's own, or the requested one: {text}");
        }
        if kind == "unset" {
            assert_eq!(pieces, 0, "{text}");
        }
        if matches!(kind, "over" | "set") {
            assert_eq!((minutes("n"), minutes("minutes")), (pieces * 100, pieces * pace), "{text}");
        }
        if matches!(kind, "fair" | "fastest" | "idle") {
            let last = self.last_due();
            let (used, all) =
                (person.worked + person.in_hand + self.given(at, last), person.worked + offered(person, last));
            assert_eq!((minutes("worked"), minutes("home")), (person.worked, person.in_hand), "{text}");
            assert_eq!((minutes("given"), minutes("all")), (self.given(at, last), all), "{text}");
            assert_eq!(tenths(&values["fill"]), nearest(used, all), "{text}");
            assert_eq!(day_of(&values["until"]), last, "{text}");
        }
        if kind == "fastest" {
            assert_eq!(
                Some(day_of(&values["done"])),
                self.outcome.share(at, job).and_then(|share| share.done),
                "{text}"
            );
        }
        if matches!(kind, "fastest" | "idle") {
            assert_eq!(Some(day_of(&values["last"])), self.latest(), "{text}");
            assert_eq!(kind == "idle", pieces == 0, "{text}");
        }
        if kind == "fair" {
            let fills = self.everybody(|at, person| {
                let all = person.worked + offered(person, self.last_due());
                nearest(person.worked + person.in_hand + self.given(at, self.last_due()), all)
            });
            assert_eq!(["least", "most"].map(|name| tenths(&values[name])), fills, "{text}");
        }
        if kind == "even" {
            let all = |at: usize| (0..self.board.jobs.len()).map(|job| self.outcome.pieces(at, job)).sum::<i64>();
            assert_eq!(minutes("n"), all(at) * 100, "{text}");
            assert_eq!([minutes("least") / 100, minutes("most") / 100], self.everybody(|at, _| all(at)), "{text}");
        }
    }

    /// The day on which the last of all shares is done.
    fn latest(&self) -> Option<Day> {
        let all = (0..self.board.people.len()).flat_map(|at| (0..self.board.jobs.len()).map(move |job| (at, job)));
        all.filter_map(|(at, job)| self.outcome.share(at, job)?.done).max()
    }

    /// The least and the most among those who take part and can do anything.
    fn everybody(&self, of: impl Fn(usize, &BoardWorker) -> i64) -> [i64; 2] {
        let people = self.board.people.iter().enumerate();
        let taking = people.filter(|(_, person)| person.takes && person.pace.iter().any(Option::is_some));
        let all: Vec<_> = taking.map(|(at, person)| of(at, person)).collect();
        [all.iter().copied().min().expect("somebody"), all.iter().copied().max().expect("somebody")]
    }

    fn odd(&mut self, at: usize, job: usize, stated: Option<[i64; 2]>) {
        let (pieces, pack) = (self.outcome.pieces(at, job), self.board.jobs[job].pack.0);
        let set = self.outcome.share(at, job).is_some_and(|share| share.why.by == By::Locked);
        let odd = (pieces % pack != 0 && !set).then_some([pieces % pack, pack]);
        assert_eq!(stated, odd, "{pieces} in packs of {pack}");
        *self.seen.0.entry("odd").or_default() += usize::from(stated.is_some());
    }

    fn time(&self, at: usize, text: &str) {
        let person = &self.board.people[at];
        let (has, given) = (offered(person, self.last_due()), self.given(at, self.last_due()));
        let (key, name, rest) = if has - given - person.in_hand < 0 {
            ("plan-over-time", "over", given + person.in_hand - has)
        } else {
            ("plan-time", "free", has - given - person.in_hand)
        };
        let values =
            read(&template(self.language, key), text).unwrap_or_else(|| panic!("no sentence of her time: {text}"));
        let stated = ["offered", "home", "given", name].map(|name| hundredths(&values[name]));
        assert_eq!(stated, [has, person.in_hand, given, rest], "{text}");
    }
}

/// The checks of one board.
fn check(board: &Board, policy: &str, random: &mut Random, language: Language, seen: &mut Seen) {
    let choices = random.choices(board, policy);
    let outcome = SplitOutcome::of(board, &choices);
    let plan = PlanText { board, outcome: &outcome, policy: choices.policy };
    let mut checked = Checked { board, outcome: &outcome, language, seen, fastest: policy == "fastest" };
    for at in 0..board.people.len() {
        checked.time(at, &plan.time(at));
        for job in 0..board.jobs.len() {
            let why = plan.why(at, job);
            assert!(!why.is_empty() || outcome.pieces(at, job) == 0);
            if !why.is_empty() {
                checked.share(at, job, &why);
            }
        }
    }
}

#[test]
fn every_sentence_of_a_plan_is_true_in_both_languages() {
    for language in Language::ALL {
        let (mut random, mut seen) = (Random(7), Seen::default());
        Owner::new().with(|| {
            provide_context(language);
            provide_context(Today(day(TODAY)));
            for round in 0..400 {
                let board = random.board();
                check(&board, ["fair", "even", "fastest"][round % 3], &mut random, language, &mut seen);
            }
        });
        for kind in ["over", "set", "unset", "early", "full", "none", "fair", "even", "fastest", "idle", "odd"] {
            assert!(seen.0.get(kind).copied().unwrap_or(0) > 10, "hardly any sentence of that kind: {kind} {seen:?}");
        }
    }
}

#[test]
fn an_empty_plan_has_no_sentences() {
    let board = Random(1).board();
    let outcome = SplitOutcome::of(&board, &Choices::read(&board, |_| None));
    let plan = PlanText { board: &board, outcome: &outcome, policy: Policy::Fair };
    assert_eq!((plan.why(0, 0), plan.done(0, 0), plan.last()), Default::default());
    assert_eq!(outcome.given(0), 0, "nobody was ticked");
}
