//! How an order was changed, in words.

use super::names::{style, style_of};
use ledger::Command;
use ledger::store::reads::journal_entry::JournalEntry;
use ledger::store::reads::names::Names;

/// Who reads it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reader {
    Coordinator,
    /// The note is the workshop's own.
    Firm,
}

/// What an event changed of an order, line by line; of a correction, what it took back.
pub fn order_changes(entry: &JournalEntry, names: &Names, reader: Reader) -> Vec<String> {
    match entry.undoes.as_ref().filter(|_| entry.event.reverses.is_some()) {
        Some(undone) => {
            let taken_back = |what| t!("change-taken-back", what = what);
            changes(&undone.asked, names, reader).into_iter().map(taken_back).collect()
        }
        None => changes(&entry.event.asked, names, reader),
    }
}

/// What a command changes of an order, line by line; nothing where it changes none.
pub(super) fn changes(asked: &Command, names: &Names, reader: Reader) -> Vec<String> {
    match asked {
        Command::ChangeOrder(ask) => {
            let (was, head) = (&ask.was, &ask.head);
            let code =
                (was.code != head.code).then(|| t!("change-code", was = was.code.as_str(), now = head.code.as_str()));
            let due = (was.due != head.due).then(|| t!("change-due", was = was.due, now = head.due));
            let note = (was.note != head.note && reader == Reader::Coordinator).then(|| match head.note.as_str() {
                "" => t!("change-note-none"),
                note => t!("change-note", note = note),
            });
            [code, due, note].into_iter().flatten().collect()
        }
        Command::ChangePrice(ask) => {
            vec![t!("change-price", style = style_of(names, ask.line), was = ask.was, now = ask.price)]
        }
        Command::AddPieces(ask) => vec![t!("change-more", style = style_of(names, ask.line), n = ask.pieces)],
        Command::AddLine(ask) => {
            let line = &ask.line;
            let style = line.variant.behind(&style(names, line.style));
            vec![t!("change-line", style = style, n = line.pieces, price = line.price)]
        }
        Command::CancelPieces(ask) => {
            let lines = ask.lines.iter().filter(|(_, pieces)| pieces.any());
            lines.map(|(line, n)| t!("change-fewer", style = style_of(names, *line), n = *n)).collect()
        }
        _ => Vec::new(),
    }
}
