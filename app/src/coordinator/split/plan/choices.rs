//! What the coordinator chose.

use super::Board;
use ledger::split::Policy;
use ledger::values::day::Day;
use ledger::values::pieces::Pieces;
use std::collections::BTreeMap;

/// Names of the form's fields. They have her id and not her place, so that a share can never slip to another.
pub mod name {
    use ledger::values::ids::WorkerId;

    pub const POLICY: &str = "policy";

    pub fn takes(person: WorkerId) -> String {
        format!("takes[{person}]")
    }

    /// Her share of a job.
    pub fn pieces(person: WorkerId, job: usize) -> String {
        of_share("pieces", person, job)
    }

    /// What the page last put into that field.
    pub fn was(person: WorkerId, job: usize) -> String {
        of_share("was", person, job)
    }

    /// Whether it stays when the others are worked out again.
    pub fn kept(person: WorkerId, job: usize) -> String {
        of_share("kept", person, job)
    }

    /// The buttons that take a pack from a share and add one to it; they send its [`share`].
    pub const LESS: &str = "less";
    pub const MORE: &str = "more";

    /// A share: it begins with a letter, for digits would be read as a place in a list.
    pub fn share(person: WorkerId, job: usize) -> String {
        format!("w{person}-{job}")
    }

    /// Which job is shown.
    pub const SHOWN: &str = "shown";

    fn of_share(part: &str, person: WorkerId, job: usize) -> String {
        format!("{part}[{}]", share(person, job))
    }

    /// The pool: line and step.
    pub fn pool(job: usize) -> String {
        of_job("pool", job)
    }

    /// What the pool held on the page.
    pub fn seen(job: usize) -> String {
        of_job("seen", job)
    }

    /// So many of it are split, where that is not all.
    pub fn part(job: usize) -> String {
        of_job("part", job)
    }

    /// The day by which it is to be made.
    pub fn due(job: usize) -> String {
        of_job("due", job)
    }

    fn of_job(part: &str, job: usize) -> String {
        format!("{part}[{job}]")
    }
}

/// What was chosen, as far as it can be read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Choices {
    pub policy: Policy,
    /// By job.
    due: Vec<Option<Day>>,
    /// By person.
    takes: Vec<bool>,
    /// By person, then by job.
    kept: Vec<Vec<Option<Pieces>>>,
    /// What was typed as a share that is to be kept and is no number, by person and job. It counts as none.
    unread: BTreeMap<(usize, usize), String>,
    /// What the page had as a share before, by person and job.
    before: BTreeMap<(usize, usize), i64>,
    /// Whether a day that was chosen is no day, or past.
    pub bad_day: bool,
}

impl Choices {
    /// Nothing was chosen yet.
    pub fn none(board: &Board) -> Self {
        Self {
            due: vec![None; board.jobs.len()],
            takes: board.people.iter().map(|person| person.takes).collect(),
            kept: vec![vec![None; board.jobs.len()]; board.people.len()],
            ..Self::default()
        }
    }

    /// As the fields stand. A share is kept where that was ticked or where it was changed by hand.
    pub fn read(board: &Board, typed: impl Fn(&str) -> Option<String>) -> Self {
        let mut choices = Self {
            policy: policy(typed(name::POLICY).as_deref()),
            takes: board.people.iter().map(|person| typed(&name::takes(person.id)).is_some()).collect(),
            ..Self::default()
        };
        for (job, _) in board.jobs.iter().enumerate() {
            let chosen = typed(&name::due(job)).filter(|text| !text.trim().is_empty());
            let day = chosen.as_deref().and_then(|text| text.parse::<Day>().ok()).filter(|day| *day >= board.today);
            choices.bad_day |= chosen.is_some() && day.is_none();
            choices.due.push(day);
        }
        let pressed = [(name::LESS, -1), (name::MORE, 1)].into_iter();
        let pressed = pressed.filter_map(|(button, packs)| Some((typed(button)?, packs))).next();
        for (at, person) in board.people.iter().enumerate() {
            let kept = (0..board.jobs.len()).map(|job| {
                let text = typed(&name::pieces(person.id, job))?;
                let was = typed(&name::was(person.id, job));
                if let Some(was) = was.as_deref().and_then(|was| was.parse().ok()) {
                    choices.before.insert((at, job), was);
                }
                // An emptied number is zero, as it is when it is issued.
                let text = if text.trim().is_empty() { "0".to_owned() } else { text };
                let text = match &pressed {
                    Some((share, packs)) if *share == name::share(person.id, job) => stepped(board, job, &text, *packs),
                    _ => text,
                };
                let changed = was.is_some_and(|was| was != text);
                let keep = typed(&name::kept(person.id, job)).is_some() || changed;
                if !choices.takes(at) || !keep {
                    return None;
                }
                let pieces = Pieces::parse(&text);
                if pieces.is_err() {
                    choices.unread.insert((at, job), text);
                }
                Some(pieces.unwrap_or_default())
            });
            let kept = kept.collect();
            choices.kept.push(kept);
        }
        choices
    }

    pub fn due(&self, job: usize) -> Option<Day> {
        self.due.get(job).copied().flatten()
    }

    pub fn takes(&self, person: usize) -> bool {
        self.takes.get(person).copied().unwrap_or(false)
    }

    /// Whose shares of which jobs are to be kept and are no numbers: person and job.
    pub fn all_unread(&self) -> impl Iterator<Item = (usize, usize)> {
        self.unread.keys().copied()
    }

    /// What was typed as her share, where it is no number: it stays to be corrected.
    pub fn unread(&self, person: usize, job: usize) -> Option<&str> {
        self.unread.get(&(person, job)).map(String::as_str)
    }

    /// What her share was before, where it moved though nobody set it.
    pub fn moved_from(&self, person: usize, job: usize, now: i64) -> Option<i64> {
        let was = *self.before.get(&(person, job))?;
        (was != now && self.kept(person, job).is_none()).then_some(was)
    }

    /// The share that is kept, where one is.
    pub fn kept(&self, person: usize, job: usize) -> Option<Pieces> {
        self.kept.get(person)?.get(job).copied().flatten()
    }
}

fn policy(text: Option<&str>) -> Policy {
    match text {
        Some("even") => Policy::Even,
        Some("fastest") => Policy::Fastest,
        _ => Policy::Fair,
    }
}

/// A share of a job, with so many packs more.
fn stepped(board: &Board, job: usize, text: &str, packs: i64) -> String {
    let pack = board.jobs.get(job).map_or(1, |job| job.pack.0).max(1);
    let pieces = Pieces::parse(text).map_or(0, |pieces| pieces.0);
    (pieces + packs * pack).max(0).to_string()
}
