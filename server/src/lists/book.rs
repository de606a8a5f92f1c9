//! A record book as a list: a row an entry's row, in plain words and numbers.

use app::language::Language;
use app::words::{review_in, say};
use ledger::export::{Cell, Sheet};
use ledger::journal::Purpose;
use ledger::store::reads::book::BookRow;
use ledger::store::reads::paper::Paper;
use ledger::store::reads::task::Task;
use ledger::values::money::Fen;
use ledger::values::pieces::Pieces;

/// The list of some days of a book.
pub(super) fn sheet_of(paper: &Paper, language: Language) -> Sheet {
    let say = |key: &str| say(language, key);
    let heads = [
        "my-book-day",
        "my-book-what",
        "thing-style",
        "thing-step",
        "unit-pieces",
        "my-rework",
        "my-scrapped",
        "split-rate",
        "my-wages-amount",
        "slip-owed",
        "pay-remark",
        "review-title",
    ];
    let mut rows = vec![carried(say("slip-carried"), paper.carried)];
    for (entry, owed) in paper.entries.iter().zip(paper.owed()) {
        let back = entry.mends.is_some();
        let signed = |pieces: Pieces| Cell::Count(if back { Pieces(-pieces.0) } else { pieces });
        let reviews =
            entry.reviews.iter().map(|review| review_in(language, review, None)).collect::<Vec<_>>().join("; ");
        for row in &entry.rows {
            let change = if back { -row.change() } else { row.change() };
            let none = || Cell::from("");
            let work = |kind: &str, task: &Task, n: [Cell; 3], rate: Option<Fen>| {
                let rate = rate.map_or_else(none, Cell::Money);
                let [pieces, rework, scrapped] = n;
                [
                    say(kind).as_str().into(),
                    task.flower.as_str().into(),
                    task.step.as_str().into(),
                    pieces,
                    rework,
                    scrapped,
                    rate,
                ]
            };
            let described = match row {
                BookRow::Issued { task, pieces, rate, repairs, .. } => {
                    let kind = if *repairs { "my-book-repairs" } else { "my-book-issued" };
                    work(kind, task, [signed(*pieces), none(), none()], Some(*rate))
                }
                BookRow::Returned { task, pieces } => {
                    work("my-book-returned", task, [signed(*pieces), none(), none()], None)
                }
                BookRow::Counted { task, rate, accepted, rework, scrapped } => {
                    work("my-book-counted", task, [*accepted, *rework, *scrapped].map(signed), Some(*rate))
                }
                BookRow::Money { purpose, .. } => {
                    let kind = match purpose {
                        Purpose::Bonus => "my-book-bonus",
                        Purpose::Deduction => "my-book-deduction",
                        Purpose::Advance => "my-book-advance",
                        _ => "my-book-paid",
                    };
                    [say(kind).as_str().into(), none(), none(), none(), none(), none(), none()]
                }
            };
            let mut cells = vec![entry.day.to_string().as_str().into()];
            cells.extend(described);
            cells.extend([Cell::Money(change), Cell::Money(owed), entry.note.as_str().into(), reviews.as_str().into()]);
            rows.push(cells);
        }
    }
    Sheet { heads: heads.map(say).into(), rows }
}

fn carried(words: String, fen: Fen) -> Vec<Cell> {
    let mut cells = vec![Cell::from(""); 12];
    cells[1] = Cell::Text(words);
    cells[9] = Cell::Money(fen);
    cells
}
