//! Issuing all shares of a split at once.

use crate::request::{Done, Problem, as_coordinator, field, go};
use ledger::ids::{OrderId, StepNo};
use ledger::work::{IssueShares, Share};
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

/// Where the form is sent.
pub(super) const ADDRESS: &str = "/api/issue_split";

/// A share as it was typed. Only who takes part is given any.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct ShareTyped {
    worker: String,
    pieces: String,
    takes: String,
}

#[server(prefix = "/api", endpoint = "issue_split")]
pub async fn issue_split(
    event: String,
    order: String,
    line: String,
    step: String,
    /// What the pool held on the page.
    seen: String,
    #[server(default)] shares: Vec<ShareTyped>,
) -> Result<(), Problem> {
    let asking = as_coordinator()?;
    let order: OrderId = field::id("order", &order)?;
    let ask = IssueShares {
        line: field::id("line", &line)?,
        step: StepNo(field::id("step", &step)?),
        shares: parsed(&shares)?,
        seen: Some(field::pieces("seen", &seen)?),
    };
    asking.perform(&event, None, ask).await?;
    go(&format!("/orders/{order}"), Done::Issued)
}

fn parsed(shares: &[ShareTyped]) -> Result<Vec<Share>, Problem> {
    let mut parsed = Vec::new();
    for share in shares.iter().filter(|share| !share.takes.is_empty()) {
        let name = format!("shares[{}][pieces]", share.worker);
        let pieces = field::pieces_or_none(&name, &share.pieces)?;
        if pieces.any() {
            parsed.push(Share { worker: field::id(&name, &share.worker)?, pieces });
        }
    }
    Ok(parsed)
}
