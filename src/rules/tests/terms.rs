use crate::model::{RepairPay, SetTerms};
use crate::rules::refusal::Refusal;
use crate::testing::village::Village;
use crate::values::money::Fen;

#[test]
fn half_of_an_odd_rate_is_rounded_to_her() {
    let told = [220, 215, 1, 0].map(|rate| RepairPay::Half.of(Fen(rate)).0);
    assert_eq!(told, [110, 108, 1, 0]);
    assert_eq!(RepairPay::Full.of(Fen(215)), Fen(215));
    assert_eq!(RepairPay::None.of(Fen(215)), Fen::ZERO);
    for pay in RepairPay::ALL {
        assert_eq!(RepairPay::of_code(pay.code()), Some(pay));
    }
    assert_eq!(RepairPay::of_code("twice"), None);
}

#[test]
fn terms_stand_until_others_are_set() {
    let mut village = Village::new();
    assert_eq!(village.books.terms(), None);
    let half = SetTerms { share_shown: false, repair: RepairPay::Half, phone: None };
    village.done(half.clone());
    assert_eq!(village.refused(half), Refusal::SetAlready);
    village.done(SetTerms { share_shown: true, repair: RepairPay::Half, phone: None });
    let now = village.books.terms().expect("terms");
    assert!(now.share_shown);
    assert_eq!(now.repair, RepairPay::Half);
}
