//! Tables and views that are not ours in the database.

use crate::support::database::Database;
use ledger::store::{Store, StoreError};
use sqlx::AnyPool;

async fn run(address: &str, statements: &[&'static str]) {
    let pool = AnyPool::connect(address).await.expect("the database opens to anyone who has it");
    for text in statements {
        sqlx::query(*text).execute(&pool).await.expect(text);
    }
    pool.close().await;
}

/// Extensions such as pg_stat_statements bring views, others tables. Any extension will do: the language of the database is one.
#[tokio::test]
async fn views_and_tables_of_extensions_are_no_strangers() {
    let address = Database::empty_postgres().await;
    let brought = [
        "CREATE VIEW one AS SELECT 1 AS n",
        "CREATE MATERIALIZED VIEW two AS SELECT 2 AS n",
        "CREATE TABLE of_extension (n BIGINT)",
        "ALTER EXTENSION plpgsql ADD TABLE of_extension",
    ];
    run(&address, &brought).await;
    for time in ["first", "again"] {
        let store = Store::open(&address).await.expect(time);
        store.close().await;
    }
}

#[tokio::test]
async fn a_table_of_another_program_is_a_stranger_beside_them_too() {
    let address = Database::empty_postgres().await;
    run(&address, &["CREATE VIEW one AS SELECT 1 AS n", "CREATE TABLE recipes (name TEXT)"]).await;
    let refused = Store::open(&address).await;
    assert!(matches!(refused, Err(StoreError::NotOurs)), "{refused:?}");
}
