//! What a forecast is worth on a village's two months.

use super::notebook_books;
use super::replay::{DayError, ForecastReplay, replay};
use std::sync::LazyLock;

static REPLAYED: LazyLock<ForecastReplay> = LazyLock::new(|| replay(&notebook_books::read(), 1));

#[test]
fn learned_paces_foretell_orders_no_worse_than_the_standard() {
    // Not by much: in which order that village did its work weighs more than any pace.
    let replayed = &*REPLAYED;
    assert!(replayed.by_learned.count > 100, "{replayed:?}");
    assert!(replayed.by_learned.off < replayed.by_standard.off, "{replayed:?}");
    assert!(replayed.by_learned.in_range > replayed.by_standard.in_range, "{replayed:?}");
}

#[test]
fn habits_foretell_orders_within_three_days() {
    let replayed = &*REPLAYED;
    let (off, in_range) = mean(replayed.by_habits);
    assert!(off <= 300 && (70..=90).contains(&in_range), "{replayed:?}");
}

/// The mean error in hundredths of a day, and per cent of days within the range.
pub fn mean(error: DayError) -> (i64, i64) {
    (error.off * 100 / error.count.max(1), error.in_range * 100 / error.count.max(1))
}
