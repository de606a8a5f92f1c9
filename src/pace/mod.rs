//! Pace: the minutes that a piece of each step takes each worker, learned from her own hand-ins.
//!
//! Nobody holds a stopwatch. What is known are the days on which she was given work and on which it was counted. Between two
//! counts lies a stretch: she offered `T` minutes and made pieces worth `S` standard minutes. What was sent
//! back to be done again and what was spoiled was made all the same.
//!
//! Her **factor** is the time that she takes over the standard time, leaning on 1 while there is little to go on:
//!
//! ```text
//! F = (ΣT + K) / (ΣS + K)            K = 600 minutes, about two days of work
//! ```
//!
//! which is the credibility estimate of Bühlmann (*Experience rating and credibility*, ASTIN Bulletin 4, 1967) with the
//! standard as what is expected of anyone, and the mean of a gamma prior for Poisson counts (Efron and Morris, *Data analysis
//! using Stein's estimator and its generalizations*, JASA 70, 1975, for why to shrink at all). `K` is the variance of a day
//! around her own pace over the variance of paces around the standard, in minutes of work.
//!
//! Her factor at a step `k` leans on `F` in the same way, so that a step that she never did has the pace of her others:
//!
//! ```text
//! f(k) = (ΣT(k) + K' × F) / (ΣS(k) + K')        K' = 1,200 minutes
//! pace(k) = f(k) × standard(k), never outside a quarter of the standard to four times it
//! ```
//!
//! Stretches are gone through in the order of time, each looked at with what was known before it:
//!
//! - Where several steps were made, its time is shared in proportion to what each was expected to take, `S(k) × f(k)`.
//! - Where she had nothing left, or worked on a day off, or handed in on the day of the issue, what she offered is no more than
//!   a bound: she took as long as was expected of her, or less if there was less. (A censored time, replaced by what is
//!   expected of it: Dempster, Laird and Rubin, *Maximum likelihood from incomplete data via the EM algorithm*, 1977, in
//!   one pass.) So nobody grows slow for want of work.
//! - Of a stretch no more than twice the time that was expected counts, and no more pieces than are expected of twice its
//!   time: a fortnight of illness, a sister who helped or a slip of the pen is no pace. (Winsorized, as in Huber, *Robust
//!   statistics*, 1981.)
//!
//! It calculates in plain whole numbers: a time without a type is in hundredths of a minute.

mod evidence;
mod factor;
mod history;
mod learn;
mod learned;
mod stretch;

pub use history::{History, Offered, WorkDone};
pub use learned::{Learned, Pace, Spread};

/// Standard time of a piece, by style and step.
pub type Standards = std::collections::BTreeMap<crate::model::Skill, crate::values::minutes::Centiminutes>;

#[cfg(test)]
pub(crate) mod tests;
