//! Changes of who may come in, in words.

use super::names::worker_name;
use ledger::model::ChangeAccess;
use ledger::store::reads::names::Names;

/// Whose access it is, and what became of it.
pub(super) fn access(change: &ChangeAccess, names: &Names) -> (String, Vec<String>) {
    let worker = || change.worker().map(|worker| worker_name(names, worker)).unwrap_or_default();
    let firm = || change.firm().and_then(|firm| names.firms.get(&firm).cloned()).unwrap_or_default();
    let (whose, what) = match change {
        ChangeAccess::ReplaceCard { .. } => (worker(), t!("tell-card-replaced")),
        ChangeAccess::EndCard { .. } => (worker(), t!("tell-card-ended")),
        ChangeAccess::ChoosePin { .. } => (worker(), t!("tell-pin-chosen")),
        ChangeAccess::AllowNewPin { .. } => (worker(), t!("tell-pin-allowed")),
        ChangeAccess::ForgetPhones { .. } => (worker(), t!("tell-phones-forgotten")),
        ChangeAccess::MakeLink { .. } => (firm(), t!("tell-link-made")),
        ChangeAccess::EndLink { .. } => (firm(), t!("tell-link-ended")),
        ChangeAccess::EndAccount { account } => (account.name.to_string(), t!("tell-account-ended")),
        ChangeAccess::ResetPassword { account } => (account.name.to_string(), t!("tell-password-reset")),
    };
    (whose, vec![what])
}
