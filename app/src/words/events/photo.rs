//! Putting a photo to a thing.

use super::names::{order_code, style, style_step, worker_name};
use ledger::model::{Pictured, SetPhoto};
use ledger::store::reads::names::Names;

/// Of what the photo is, and whether it was taken away.
pub(super) fn photo(ask: &SetPhoto, names: &Names) -> (String, Vec<String>) {
    let removed = ask.picture.is_none().then(|| t!("tell-photo-removed"));
    (pictured(ask.of, names), removed.into_iter().collect())
}

fn pictured(of: Pictured, names: &Names) -> String {
    match of {
        Pictured::Style(id) => style(names, id),
        Pictured::Step(id, no) => {
            let (style, step) = style_step(names, id, no);
            t!("tell-step", style = style, step = step)
        }
        Pictured::Order(id) => t!("photo-of-order", code = order_code(names, id)),
        Pictured::Count(id) => match names.counts.get(&id) {
            Some(count) => t!("photo-of-count", worker = worker_name(names, count.worker), day = count.day),
            None => t!("photo-bad-piece"),
        },
    }
}
