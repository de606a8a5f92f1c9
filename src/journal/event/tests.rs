use super::*;
use crate::model::Count;
use crate::testing::village::{ONE, Village, note};

/// The very text that is hashed. If this changes, every chain that was ever kept is broken.
const KEPT: &str = concat!(
    r#"{"workshop":1,"seq":14,"id":"00000000-0000-0000-0000-00000000000e","at":"2026-09-10T04:00:00Z","#,
    r#""day":"2026-09-10","actor":{"is":"coordinator","user":1},"asked":{"ask":"count","worker":3,"#,
    r#""parts":[{"issue":10,"made":"fresh","accepted":50,"rework":4,"scrapped":0}],"reason":"花瓣松了"},"#,
    r#""moves":[{"flow":"accepted","from":{"at":"hand","line":9,"issue":10,"worker":3},"#,
    r#""to":{"at":"stock","line":9},"pieces":50},{"flow":"sent_back","#,
    r#""from":{"at":"hand","line":9,"issue":10,"worker":3},"to":{"at":"redo","line":9,"issue":10,"worker":3},"#,
    r#""pieces":4}],"transfers":[{"purpose":"earned","debit":{"of":"wages"},"credit":{"of":"worker","worker":3},"#,
    r#""fen":11000}],"note":"花瓣松了"}"#
);

#[test]
fn an_event_is_kept_as_it_always_was() {
    let mut village = Village::new();
    let line = village.order("HR-1", village.rose, 100);
    let hers = village.issue(line, ONE, village.fang, 60);
    let count = village.a_count(hers, crate::model::Made::Fresh, [50, 4, 0]);
    village.done(Count { reason: note("花瓣松了"), ..count });
    let event = village.events.last().expect("the count");
    assert_eq!(serde_json::to_string(event).expect("plain data"), KEPT);
    assert_eq!(serde_json::from_str::<Event>(KEPT).expect("it reads"), *event);
}
