//! The workshop's terms in words.

use ledger::model::RepairPay;

/// What the repair of refused pieces pays.
pub fn repair(pay: RepairPay) -> String {
    match pay {
        RepairPay::Full => t!("terms-repair-full"),
        RepairPay::Half => t!("terms-repair-half"),
        RepairPay::None => t!("terms-repair-none"),
    }
}
