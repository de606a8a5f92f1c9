//! Reads: plain SQL, shaped for the page that asks. Every one is scoped by its workshop, and none grows with all history.

pub mod approval;
pub mod book;
pub mod chain;
pub mod count;
pub mod delivery;
pub mod earnings;
pub mod firm;
pub mod home;
pub mod hourly;
pub mod journal;
pub mod names;
pub mod order;
pub mod origin;
pub mod outlook;
pub mod pace;
pub mod paper;
pub mod pay;
pub mod pool;
pub mod report;
mod said;
pub mod settlement;
pub mod split;
pub mod style;
pub mod tally;
pub mod task;
pub mod terms;
pub mod today;
pub mod told;
pub mod verdict;
pub mod wages;
pub mod window;
pub mod worker;

use super::StoreError;
use crate::model::Skill;
use crate::values::ids::{Seq, StepNo, StyleId, WorkerId, WorkshopId};
use crate::values::money::Fen;
use crate::values::pieces::Pieces;
use sqlx::any::AnyRow;
use sqlx::{AssertSqlSafe, Row};

/// A worker, as lists name her.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Who {
    pub id: WorkerId,
    pub number: String,
    pub name: String,
}

/// A query made of texts of ours and placeholders; its first parameter is the workshop.
fn query(text: String, workshop: WorkshopId) -> sqlx::query::Query<'static, sqlx::Any, sqlx::any::AnyArguments> {
    sqlx::query(AssertSqlSafe(text)).bind(workshop.0)
}

fn text(row: &AnyRow, column: usize) -> Result<String, StoreError> {
    Ok(row.try_get(column)?)
}

fn number(row: &AnyRow, column: usize) -> Result<i64, StoreError> {
    Ok(row.try_get(column)?)
}

fn pieces(row: &AnyRow, column: usize) -> Result<Pieces, StoreError> {
    Ok(Pieces(row.try_get(column)?))
}

fn fen(row: &AnyRow, column: usize) -> Result<Fen, StoreError> {
    Ok(Fen(row.try_get(column)?))
}

/// Three columns in a row: id, number, name.
fn who(row: &AnyRow, column: usize) -> Result<Who, StoreError> {
    Ok(Who { id: WorkerId(number(row, column)?), number: text(row, column + 1)?, name: text(row, column + 2)? })
}

fn day(row: &AnyRow, column: usize) -> Result<crate::values::day::Day, StoreError> {
    super::sql::day("days", row.try_get(column)?)
}

/// Two columns in a row: style, step.
fn skill(row: &AnyRow, column: usize) -> Result<Skill, StoreError> {
    Ok(Skill { style: StyleId(number(row, column)?), step: StepNo(number(row, column + 1)?) })
}

/// Takes one row more than a page holds as the sign that there are older ones: the page, and where the next begins.
fn page_of(mut newest_first: Vec<i64>, most: i64) -> (Vec<i64>, Option<Seq>) {
    let most = usize::try_from(most).unwrap_or(usize::MAX);
    let more = newest_first.len() > most;
    newest_first.truncate(most);
    let older = if more { newest_first.last().copied().map(Seq) } else { None };
    (newest_first, older)
}
