//! What learning is worth on a village's two months.

use super::replay::replay;

#[test]
fn what_was_learned_foretells_better_than_the_standard() {
    let replayed = replay();
    for told in [replayed.in_hand, replayed.hand_ins] {
        assert!(told.count > 800, "{replayed:?}");
        assert!(told.by_learned * 100 < told.by_standard * 75, "{replayed:?}");
    }
    // Whole days are coarse: a range that holds 80 % holds more.
    assert!(replayed.in_range * 100 >= replayed.in_hand.count * 80, "{replayed:?}");
    assert!(replayed.width < replayed.in_hand.count * 2, "{replayed:?}");
}
