//! Requests that may wait for a second coordinator: described alike as events and as proposals.

use super::names::{style_of, style_step, worker_name};
use ledger::model::{Reissue, SetApproval, SetMinimumWage, SetRate, SetTerms};
use ledger::store::reads::names::Names;
use ledger::values::money::Fen;

/// A rate in words.
pub(super) fn rate(request: &SetRate, names: &Names) -> String {
    let (style, step) = style_step(names, request.style, request.step);
    t!("tell-rate", style = style, step = step, day = request.from, rate = request.rate)
}

/// A repair in words: who, how many, and at which rate.
pub(super) fn repair(request: &Reissue, names: &Names) -> String {
    let share = t!("tell-share", worker = worker_name(names, request.worker), n = request.pieces);
    t!("tell-repair", style = style_of(names, request.line), share = share, rate = request.rate)
}

/// A minimum hourly wage in words.
pub(super) fn wage(request: &SetMinimumWage) -> String {
    t!("tell-wage", money = request.fen, day = request.from)
}

/// The workshop's terms, in words.
pub(super) fn terms(request: &SetTerms) -> String {
    let share = if request.share_shown { t!("terms-share-on") } else { t!("terms-share-off") };
    let phone = request.phone.as_ref().map(ToString::to_string);
    [Some(crate::words::repair(request.repair)), Some(share), phone]
        .into_iter()
        .flatten()
        .collect::<Vec<_>>()
        .join("\u{a0}· ")
}

/// Whether a second coordinator must approve, in words.
pub(super) fn approval(request: &SetApproval) -> String {
    if request.on { t!("tell-approval-on") } else { t!("tell-approval-off") }
}

/// So much money, and whose.
pub(super) fn money(who: String, fen: Fen) -> String {
    t!("tell-money", who = who, money = fen)
}
