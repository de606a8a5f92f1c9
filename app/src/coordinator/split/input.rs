//! Which pools the page is to split, and what its form says.

use super::issue_split::IssueSplit;
use super::plan::name;
use super::pool::{AT_ONCE, PoolOf};
use crate::components::Draft;
use crate::form_target::PostTarget;
use crate::request::query;

/// The places that a list of pools may name; `/today` shows no more.
const PLACES: usize = 50;

/// The pools in the page's address, each once, and whether there are more than fit on it.
pub(super) fn pools() -> (Vec<PoolOf>, bool) {
    let mut pools = Vec::new();
    for pool in (0..PLACES).filter_map(|place| query::<PoolOf>(&name::pool(place))) {
        if !pools.contains(&pool) {
            pools.push(pool);
        }
    }
    let too_many = pools.len() > AT_ONCE;
    pools.truncate(AT_ONCE);
    (pools, too_many)
}

/// What the form of these pools says.
pub(super) enum Typed {
    /// Nobody sent it yet.
    Fresh,
    /// It was sent to be issued, and refused.
    Refused(Draft),
    /// It is in the address, to be worked out again.
    Again,
}

impl Typed {
    /// What was typed into the form of these pools, in this order.
    pub fn of(pools: &[PoolOf]) -> Self {
        let same = |typed: &dyn Fn(&str) -> Option<String>| {
            let all = pools.iter().enumerate().all(|(place, pool)| typed(&name::pool(place)) == Some(pool.to_string()));
            all && typed(&name::pool(pools.len())).is_none() && typed(&name::seen(0)).is_some()
        };
        let draft = Draft::sent_to(&IssueSplit::target());
        match draft {
            Some(draft) if same(&|name| draft.typed(name).map(str::to_owned)) => Self::Refused(draft),
            _ if same(&query::<String>) => Self::Again,
            _ => Self::Fresh,
        }
    }

    /// What a field held.
    pub fn field(&self, name: &str) -> Option<String> {
        match self {
            Self::Fresh => None,
            Self::Refused(draft) => draft.typed(name).map(str::to_owned),
            Self::Again => query::<String>(name),
        }
    }
}
