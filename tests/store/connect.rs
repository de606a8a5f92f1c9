//! Opening a database, safely.

use crate::support::database::Database;
use crate::support::village::Village;
use ledger::store::Store;

#[cfg(unix)]
#[tokio::test]
async fn a_new_file_of_books_is_its_owners_alone() {
    use std::os::unix::fs::PermissionsExt;
    let database = Database::sqlite().await;
    Village::settle(&database.store).await;
    let file = database.address.trim_start_matches("sqlite:");
    for ending in ["", "-wal", "-shm"] {
        let kept = std::fs::metadata(format!("{file}{ending}")).expect("it is there");
        assert_eq!(kept.permissions().mode() & 0o777, 0o600, "{ending}");
    }
}

#[tokio::test]
async fn a_line_to_postgresql_that_must_be_secret_is_or_is_none() {
    let address = Database::empty_postgres().await;
    let joint = if address.contains('?') { '&' } else { '?' };
    let opened = Store::open(&format!("{address}{joint}sslmode=require")).await;
    // The servers of the tests have no certificate; what matters is that the program could, and does not go on without.
    let why = opened.expect_err("refused").to_string();
    assert!(why.contains("server does not support TLS"), "{why}");
}
