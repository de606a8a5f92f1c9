use crate::model::Retract;
use crate::model::{Count, Declare, Made};
use crate::rules::refusal::{Refusal, Thing};
use crate::testing::village::{ONE, Village};
use crate::values::pieces::Pieces;

#[test]
fn what_she_declared_by_mistake_she_takes_back_as_long_as_nobody_counted_it() {
    let mut village = Village::new();
    let line = village.order("HR-1", village.rose, 30);
    let (fang, mei) = (village.fang, village.mei);
    let issue = village.issue(line, ONE, fang, 20);
    let declare = Declare { issue, pieces: Pieces(20) };
    let bag = village.says(fang, declare.clone()).expect("she has them").id;
    village.says(fang, declare.clone()).expect_err("all are on their way");
    let of_mei = village.says(mei, Retract { declared: bag });
    assert_eq!(of_mei.err(), Some(Refusal::unknown(Thing::HandIn)), "it is not hers");
    assert_eq!(village.refused(Retract { declared: bag }), Refusal::NotYours, "nor the coordinator's");
    village.says(fang, Retract { declared: bag }).expect("nobody counted it");
    assert_eq!(village.says(fang, Retract { declared: bag }).err(), Some(Refusal::Answered));
    let again = village.says(fang, declare).expect("nothing is on its way").id;
    village.done(Count { declared: Some(again), ..village.a_count(issue, Made::Fresh, [18, 2, 0]) });
    assert_eq!(village.says(fang, Retract { declared: again }).err(), Some(Refusal::Answered));
}
