//! Recording what was counted.

use crate::addresses;
use crate::request::{Done, Problem, Why, as_coordinator_or_helper, field, go, redirect};
use ledger::Refusal;
use ledger::journal::PlaceKind;
use ledger::model::{self, CountPart, Made};
use ledger::rules::work::{Held, draw_count};
use ledger::values::ids::IssueId;
use ledger::values::pieces::Pieces;
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

/// What was typed of one kind of work; an empty field is zero.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct RowTyped {
    /// Her oldest issue of it, by which the row is named.
    issue: String,
    /// What she had of it when the page was made, as [`stacks`](super::row::stacks) writes it: fresh, and in rework.
    hand: String,
    redo: String,
    accepted: String,
    rework: String,
    scrapped: String,
    redo_accepted: String,
    redo_scrapped: String,
}

/// What was typed of one issue, where it is not to be drawn from the oldest.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct PartTyped {
    issue: String,
    accepted: String,
    rework: String,
    scrapped: String,
}

#[server(prefix = "/api", endpoint = "count")]
pub async fn count(
    event: String,
    worker: String,
    #[server(default)] rows: Vec<RowTyped>,
    #[server(default)] parts: Vec<PartTyped>,
    #[server(default)] reason: String,
    #[server(default)] words: String,
    #[server(default)] away: String,
) -> Result<(), Problem> {
    let asking = as_coordinator_or_helper()?;
    let parts = parsed(&rows, &parts)?;
    let why = joined(&reason, &words);
    if parts.iter().any(|part| part.scrapped.any()) && why.is_empty() {
        return Err(Problem::from(Refusal::ReasonMissing).at("reason"));
    }
    let ask = model::Count {
        worker: field::id("worker", &worker)?,
        parts,
        reason: field::note("words", &why)?,
        declared: None,
    };
    let event = asking.perform(&event, None, ask).await?;
    if away.is_empty() {
        redirect(&addresses::counted(event.id));
        return Ok(());
    }
    go(addresses::count_away(), Done::Counted)
}

/// The reason that was chosen, and what was added to it.
fn joined(reason: &str, words: &str) -> String {
    match (reason.trim(), words.trim()) {
        (reason, "") => reason.to_owned(),
        ("", words) => words.to_owned(),
        (reason, words) => t!("reason-words", reason = reason, words = words),
    }
}

fn parsed(rows: &[RowTyped], parts: &[PartTyped]) -> Result<Vec<CountPart>, Problem> {
    let apart = parts.iter().map(one_part).collect::<Result<Vec<_>, _>>()?;
    let mut found = Vec::new();
    for row in rows {
        let name = |part: &str| format!("rows[{}][{part}]", row.issue);
        let number = |part: &str, typed: &str| field::pieces_or_none(&name(part), typed);
        let fresh =
            [number("accepted", &row.accepted)?, number("rework", &row.rework)?, number("scrapped", &row.scrapped)?];
        let again =
            [number("redo_accepted", &row.redo_accepted)?, Pieces::ZERO, number("redo_scrapped", &row.redo_scrapped)?];
        let (hand, redo) = (held(&row.hand)?, held(&row.redo)?);
        let own = |part: &&(IssueId, [Pieces; 3])| hand.iter().any(|held| held.issue == part.0);
        let own: Vec<_> = apart.iter().filter(own).copied().collect();
        if own.iter().any(|(_, counted)| counted.iter().any(|n| n.any())) {
            found.extend(as_said(&hand, &own, fresh).ok_or_else(|| Problem::field(&name("accepted"), Why::NotTheSum))?);
        } else {
            found.extend(drawn(&hand, Made::Fresh, fresh).map_err(|refused| refused.at(name("accepted")))?);
        }
        found.extend(drawn(&redo, Made::Again, again).map_err(|refused| refused.at(name("redo_accepted")))?);
    }
    Ok(found)
}

fn one_part(part: &PartTyped) -> Result<(IssueId, [Pieces; 3]), Problem> {
    let number = |name: &str, typed: &str| field::pieces_or_none(&format!("parts[{}][{name}]", part.issue), typed);
    let counted =
        [number("accepted", &part.accepted)?, number("rework", &part.rework)?, number("scrapped", &part.scrapped)?];
    Ok((field::id("issue", &part.issue)?, counted))
}

/// Issue by issue as it was said; `None` where the sum above says otherwise.
fn as_said(hand: &[Held], own: &[(IssueId, [Pieces; 3])], sums: [Pieces; 3]) -> Option<Vec<CountPart>> {
    let sum = |place: usize| own.iter().filter_map(|(_, counted)| counted.get(place)).copied().sum::<Pieces>();
    let agrees = (0..).zip(sums).all(|(place, said)| !said.any() || said == sum(place));
    let part = |&(issue, [accepted, rework, scrapped]): &(IssueId, [Pieces; 3])| {
        let seen = hand.iter().filter(|held| held.issue == issue).map(|held| held.pieces).sum();
        CountPart { issue, made: Made::Fresh, accepted, rework, scrapped, seen: Some(seen) }
    };
    let any = |part: &CountPart| part.accepted.any() || part.rework.any() || part.scrapped.any();
    agrees.then(|| own.iter().map(part).filter(any).collect())
}

fn drawn(held: &[Held], made: Made, counted: [Pieces; 3]) -> Result<Vec<CountPart>, Problem> {
    let place = match made {
        Made::Fresh => PlaceKind::Hand,
        Made::Again => PlaceKind::Redo,
    };
    let refusal = || {
        let (have, asked) = (held.iter().map(|held| held.pieces).sum(), counted.into_iter().sum());
        Problem::from(Refusal::NotEnough { place, have, asked })
    };
    draw_count(held, made, counted).ok_or_else(refusal)
}

/// What [`stacks`](super::row::stacks) wrote.
fn held(text: &str) -> Result<Vec<Held>, Problem> {
    let one = |stack: &str| {
        let (issue, pieces) = stack.split_once(':')?;
        Some(Held { issue: issue.parse().ok()?, pieces: Pieces::parse(pieces).ok()? })
    };
    text.split_whitespace().map(|stack| one(stack).ok_or(Problem::BadForm)).collect()
}

#[cfg(test)]
mod tests {
    use super::super::row::stacks;
    use super::*;

    fn row(hand: &str, accepted: &str) -> RowTyped {
        RowTyped { issue: "3".to_owned(), hand: hand.to_owned(), accepted: accepted.to_owned(), ..RowTyped::default() }
    }

    fn part(issue: &str, accepted: &str) -> PartTyped {
        PartTyped { issue: issue.to_owned(), accepted: accepted.to_owned(), ..PartTyped::default() }
    }

    fn gist(parts: Result<Vec<CountPart>, Problem>) -> Result<Vec<(i64, i64)>, Option<String>> {
        parts
            .map(|parts| parts.iter().map(|part| (part.issue.0, part.accepted.0)).collect())
            .map_err(|problem| problem.field_name().map(str::to_owned))
    }

    #[test]
    fn it_is_drawn_from_the_oldest_unless_somebody_says_otherwise() {
        let held = stacks([(IssueId(3), Pieces(10)), (IssueId(5), Pieces(20))]);
        assert_eq!(held, "3:10 5:20");
        let read = |accepted: &str, parts: &[PartTyped]| gist(parsed(&[row(&held, accepted)], parts));
        assert_eq!(read("12", &[]), Ok(vec![(3, 10), (5, 2)]));
        assert_eq!(read("12", &[part("3", ""), part("5", "12")]), Ok(vec![(5, 12)]));
        assert_eq!(read("", &[part("3", "2"), part("5", "9")]), Ok(vec![(3, 2), (5, 9)]));
        assert_eq!(read("12", &[part("3", "2"), part("5", "9")]), Err(Some("rows[3][accepted]".to_owned())));
        assert_eq!(read("31", &[]), Err(Some("rows[3][accepted]".to_owned())));
        assert_eq!(read("1x", &[]), Err(Some("rows[3][accepted]".to_owned())));
        assert_eq!(read("1", &[part("5", "x")]), Err(Some("parts[5][accepted]".to_owned())));
    }

    #[test]
    fn what_no_page_wrote_is_refused() {
        for hand in ["3", "3:x", "x:3", "3:-1"] {
            assert!(matches!(parsed(&[row(hand, "1")], &[]), Err(Problem::BadForm)), "{hand}");
        }
    }
}
