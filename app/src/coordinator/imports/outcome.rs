//! What an import came to, in words.

use crate::words;
use ledger::import::{Finding, Outcome};

/// How many events of each kind it adds: the kind's name, and how many.
pub fn added(outcome: &Outcome) -> Vec<(String, usize)> {
    outcome.added.iter().map(|(kind, n)| (kind_named(kind), *n)).collect()
}

/// Every finding in words, and how many more there are.
pub fn findings(outcome: &Outcome) -> (Vec<String>, usize) {
    (outcome.findings.iter().map(|finding: &Finding| words::finding(finding)).collect(), outcome.more)
}

fn kind_named(kind: &str) -> String {
    match kind {
        "save_style" => t!("import-kind-save-style"),
        "set_rate" => t!("import-kind-set-rate"),
        "propose" => t!("import-kind-propose"),
        "save_worker" => t!("import-kind-save-worker"),
        "save_firm" => t!("import-kind-save-firm"),
        "open_order" => t!("import-kind-open-order"),
        "issue" => t!("import-kind-issue"),
        "count" => t!("import-kind-count"),
        "take_back" => t!("import-kind-take-back"),
        "replace" => t!("import-kind-replace"),
        "advance" => t!("import-kind-advance"),
        "bonus" => t!("import-kind-bonus"),
        "deduct" => t!("import-kind-deduct"),
        "pay" => t!("import-kind-pay"),
        other => other.to_owned(),
    }
}
