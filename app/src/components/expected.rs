//! When something will be ready, in words.

use ledger::forecast::When;

use crate::words::short_day;

/// `about 9 Nov (7 to 12 Nov)`
pub fn expected(when: When) -> String {
    let day = short_day(when.expected);
    if when.early == when.late {
        return t!("expect-day", day = day);
    }
    t!("expect-range", day = day, early = short_day(when.early), late = short_day(when.late))
}
