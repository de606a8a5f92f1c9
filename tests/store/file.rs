//! SQLite's files.

use crate::support::database::Database;
use crate::support::village::Village;

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
