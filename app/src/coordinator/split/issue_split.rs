//! Issuing all shares of a split at once.
#![expect(clippy::too_many_arguments, reason = "each is a field of the form")]

use super::pool::PoolOf;
use crate::addresses;
use crate::request::{Done, Problem, Why, as_coordinator, field, go};
use ledger::model::{IssueShares, Share, SplitShares};
use ledger::values::day::Day;
use ledger::values::ids::OrderId;
use ledger::values::pieces::Pieces;
use leptos::prelude::*;
use std::collections::BTreeMap;

/// What was typed, by the part of the field's name in brackets.
type Typed = BTreeMap<String, String>;

#[server(prefix = "/api", endpoint = "issue_split")]
pub async fn issue_split(
    event: String,
    /// Where all pools are of one order.
    #[server(default)]
    order: String,
    /// Line and step, by the place of the pool.
    #[server(default)]
    pool: Typed,
    /// The day for which it was planned: it is not kept, but a plan for a past day is no plan.
    #[server(default)]
    due: Typed,
    /// What each pool held on the page.
    #[server(default)]
    seen: Typed,
    /// So many of it were split, where that was not all.
    #[server(default)]
    part: Typed,
    /// Those who take part: only she is given any.
    #[server(default)]
    takes: Typed,
    /// By worker and place of the pool: `w12-0`.
    #[server(default)]
    pieces: Typed,
) -> Result<(), Problem> {
    let asking = as_coordinator()?;
    let (mut parts, mut left) = (Vec::new(), Pieces::ZERO);
    for (place, of) in &pool {
        let PoolOf { line, step } = field::id("pool", of)?;
        ahead(&due, place, asking.today)?;
        let shares = shares(&pieces, &takes, place)?;
        let held = seen.get(place).map(String::as_str).unwrap_or_default();
        let held = field::pieces("seen", held)?;
        let meant = part.get(place).and_then(|part| Pieces::parse(part).ok()).map_or(held, |part| part.min(held));
        left = left + meant - shares.iter().map(|share| share.pieces).sum();
        if !shares.is_empty() {
            parts.push(IssueShares { line, step, shares, seen: Some(held) });
        }
    }
    let event = asking.perform(&event, None, SplitShares { parts }).await?;
    let page = order
        .parse::<OrderId>()
        .map_or_else(|_| addresses::issued(event.id), |order| addresses::order(order).with("issued", event.id));
    // The pools were as the page had them, or else this would have been refused: so much waits in them now.
    let page = if left.any() { page.with("left", left) } else { page };
    go(page, Done::Issued)
}

/// The day for which a pool was planned is today or later.
fn ahead(due: &Typed, place: &str, today: Day) -> Result<(), Problem> {
    let Some(typed) = due.get(place).filter(|typed| !typed.trim().is_empty()) else { return Ok(()) };
    let name = ["due[", place, "]"].concat();
    if field::day(&name, typed)? < today {
        return Err(Problem::field(&name, Why::Past));
    }
    Ok(())
}

/// The shares of the pool at that place.
fn shares(pieces: &Typed, takes: &Typed, place: &str) -> Result<Vec<Share>, Problem> {
    let mut shares = Vec::new();
    for (whose, typed) in pieces {
        let hers = whose.strip_prefix('w').and_then(|hers| hers.split_once('-'));
        let takes_part = |&(worker, at): &(&str, &str)| at == place && takes.contains_key(worker);
        let Some((worker, _)) = hers.filter(takes_part) else { continue };
        let field = ["pieces[", whose, "]"].concat();
        let pieces = field::pieces_or_none(&field, typed)?;
        if pieces.any() {
            shares.push(Share { worker: field::id(&field, worker)?, pieces });
        }
    }
    Ok(shares)
}
