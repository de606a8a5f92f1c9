//! What a forecast is worth on a village's two months.

use super::notebook_books;
use super::replay::replay;

#[test]
fn learned_paces_foretell_orders_no_worse_than_the_standard() {
    // Not by much: in which order that village did its work weighs more than any pace.
    let replayed = replay(&notebook_books::read(), 1);
    assert!(replayed.by_learned.count > 100, "{replayed:?}");
    assert!(replayed.by_learned.off < replayed.by_standard.off, "{replayed:?}");
    assert!(replayed.by_learned.in_range > replayed.by_standard.in_range, "{replayed:?}");
}

#[test]
fn habits_foretell_orders_within_three_days() {
    let replayed = replay(&notebook_books::read(), 1);
    let (off, in_range) = replayed.by_habits.mean();
    assert!(off <= 300 && (70..=90).contains(&in_range), "{replayed:?}");
}
