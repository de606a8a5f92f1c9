//! The check code 核对码: where the books stood.

use ledger::journal::Head;

/// How many digits of the hash people are shown.
const DIGITS: usize = 8;

/// The check code in short, `1234:9f86d081`, for papers that people read. The whole one stands on the settlement, and
/// `petalwork head` prints it.
pub fn short_code(head: &Head) -> String {
    format!("{}:{:.DIGITS$}", head.seq, head.hash.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_short_code_begins_the_whole_one() {
        let whole = format!("4849:{}", "7cf4a0e9".repeat(8));
        let head: Head = whole.parse().expect("a head");
        assert_eq!(short_code(&head), "4849:7cf4a0e9");
        assert!(whole.starts_with(&short_code(&head)));
    }
}
