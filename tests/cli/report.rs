//! Totals as CSV, which many open with a spreadsheet.

use crate::support::database::Database;
use crate::support::village::Village;
use std::process::Command;

#[tokio::test]
async fn a_name_that_a_spreadsheet_would_run_is_text() {
    let database = Database::sqlite().await;
    let v = Village::settle(&database.store).await;
    v.open("=1+2", "2026-11-01", "2026-11-20", 10).await;
    v.hire("@SUM(A1)", "卡拉").await;
    let report = |of: &str| {
        let mut program = Command::new(env!("CARGO_BIN_EXE_petalwork"));
        let done = program.args(["--database", &database.address, "report", of]).output().expect("it runs");
        assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
        String::from_utf8(done.stdout).expect("a text")
    };
    let (lines, workers) = (report("lines"), report("workers"));
    assert!(lines.contains("\r\n'=1+2,MD-1,"), "{lines}");
    assert!(workers.contains("\r\n'@SUM(A1),0,"), "{workers}");
    assert!(lines.contains("\r\nT-1,MD-1,"), "what no spreadsheet runs is as it is: {lines}");
}
