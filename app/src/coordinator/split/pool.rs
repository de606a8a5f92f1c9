//! The pools that are split, as forms and addresses name them.

use super::plan::name;
use crate::addresses::{self, Address};
use ledger::store::reads::split::SplitPool;
use ledger::values::ids::{LineId, StepNo};
use ledger::values::pieces::Pieces;
use std::fmt;
use std::str::FromStr;

/// The most pools that are split together: more would be too long a page.
pub(super) const AT_ONCE: usize = 12;

/// The pool of a line's step, as forms and addresses have it: `12/1`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct PoolOf {
    pub line: LineId,
    pub step: StepNo,
}

impl PoolOf {
    /// Where a pool's pieces wait.
    pub fn of(pool: &SplitPool) -> Self {
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
pub(crate) struct BadPool;

impl FromStr for PoolOf {
    type Err = BadPool;

    fn from_str(text: &str) -> Result<Self, BadPool> {
        let (line, step) = text.split_once('/').ok_or(BadPool)?;
        Ok(Self { line: line.parse().map_err(|_| BadPool)?, step: StepNo(step.parse().map_err(|_| BadPool)?) })
    }
}

/// Where so many pieces of each of these pools are split together.
pub(crate) fn split_again(pools: &[(PoolOf, Pieces)]) -> Address {
    let all: Vec<_> = pools.iter().map(|(pool, _)| *pool).collect();
    let parts = pools.iter().take(AT_ONCE).enumerate();
    parts.fold(address(&all), |page, (place, (_, pieces))| page.with(&name::part(place), pieces))
}

/// Where these pools are split together.
pub(crate) fn address(pools: &[PoolOf]) -> Address {
    all_of(pools.get(..AT_ONCE).unwrap_or(pools))
}

/// The same with those that are too many, for the page to say so.
pub(super) fn all_of(pools: &[PoolOf]) -> Address {
    pools.iter().enumerate().fold(addresses::split(), |page, (place, pool)| page.with(&name::pool(place), pool))
}
