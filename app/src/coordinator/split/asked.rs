//! Which pools the page is to split, and what its form says.

use super::issue_split;
use super::plan::name;
use crate::components::Draft;
use crate::request::query;
use ledger::ids::{LineId, StepNo};
use ledger::store::reads::split::Waiting;
use leptos::prelude::use_context;
use std::fmt;
use std::str::FromStr;

/// The most pools that are split together: more would be too long a page.
pub(super) const AT_ONCE: usize = 12;

/// The places that a list of pools may name; `/today` shows no more.
const PLACES: usize = 50;

/// The pool of a line's step, as forms and addresses have it: `12/1`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::coordinator) struct PoolOf {
    pub line: LineId,
    pub step: StepNo,
}

impl PoolOf {
    /// Where a pool's pieces wait.
    pub fn of(pool: &Waiting) -> Self {
        Self { line: pool.line, step: pool.step }
    }
}

impl fmt::Display for PoolOf {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.line, self.step)
    }
}

/// It is no line and step.
#[derive(Debug)]
pub(in crate::coordinator) struct BadPool;

impl FromStr for PoolOf {
    type Err = BadPool;

    fn from_str(text: &str) -> Result<Self, BadPool> {
        let (line, step) = text.split_once('/').ok_or(BadPool)?;
        Ok(Self { line: line.parse().map_err(|_| BadPool)?, step: StepNo(step.parse().map_err(|_| BadPool)?) })
    }
}

/// Where these pools are split together.
pub(in crate::coordinator) fn address(pools: &[PoolOf]) -> String {
    let asked = pools.iter().take(AT_ONCE).enumerate().map(|(place, pool)| format!("{}={pool}", name::pool(place)));
    format!("/split?{}", asked.collect::<Vec<_>>().join("&"))
}

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
            let told =
                pools.iter().enumerate().all(|(place, pool)| typed(&name::pool(place)) == Some(pool.to_string()));
            told && typed(&name::pool(pools.len())).is_none() && typed(&name::seen(0)).is_some()
        };
        let draft = use_context::<Draft>().filter(|draft| draft.action == issue_split::ADDRESS);
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
