//! A whole SQLite database as text, to see whether anything changed.

use super::database::Database;
use sqlx::{AssertSqlSafe, Row};
use std::collections::BTreeMap;

/// What comes and goes with every visit: who is signed in, what was typed, how often somebody failed.
const PASSING: [&str; 4] = ["sessions", "drafts", "delays", "_sqlx_migrations"];

/// All rows of all tables that keep something.
pub async fn dump(database: &Database) -> BTreeMap<String, Vec<String>> {
    let pool = sqlx::AnyPool::connect(&database.address).await.expect("the database opens");
    let names = sqlx::query_scalar("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name");
    let names: Vec<String> = names.fetch_all(&pool).await.expect("its tables");
    let mut tables = BTreeMap::new();
    for table in names.into_iter().filter(|name| !PASSING.contains(&name.as_str())) {
        let columns = sqlx::query(AssertSqlSafe(format!("SELECT name FROM pragma_table_info('{table}')")));
        let columns = columns.fetch_all(&pool).await.expect("its columns");
        let quoted: Vec<String> = columns.iter().map(|row| format!("quote({})", row.get::<String, _>(0))).collect();
        let text = format!("SELECT {} FROM {table} ORDER BY 1", quoted.join(" || '|' || "));
        let rows = sqlx::query_scalar(AssertSqlSafe(text)).fetch_all(&pool).await.expect("its rows");
        tables.insert(table, rows);
    }
    pool.close().await;
    tables
}
