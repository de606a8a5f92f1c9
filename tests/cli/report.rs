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

#[tokio::test]
async fn a_firms_file_is_taken_with_its_columns_named_and_told_line_by_line() {
    let database = Database::sqlite().await;
    Village::settle(&database.store).await;
    let file = std::env::temp_dir().join(format!("petalwork-{}.csv", uuid::Uuid::new_v4()));
    let text =
        "测试贸易 订单,订单号：HR-7,下单日期：2026-11-2,交期：2026-11-25\n花号,颜色,数量,单价\nMD-1,红,120枝,6.80\n";
    std::fs::write(&file, text).expect("written");
    let import = |map: &[&str]| {
        let mut program = Command::new(env!("CARGO_BIN_EXE_petalwork"));
        program.args(["--database", &database.address, "import", "orders"]).arg(&file);
        for map in map {
            program.args(["--map", map]);
        }
        let done = program.output().expect("it runs");
        (done.status.success(), String::from_utf8_lossy(&[done.stdout, done.stderr].concat()).into_owned())
    };
    let (fine, said) = import(&[]);
    assert!(!fine && said.contains("款号"), "{said}");
    for wrong in [&["花号"][..], &["花号=flower"], &["花号=style", "花号=note"]] {
        let (fine, said) = import(wrong);
        assert!(!fine && said.contains("--map"), "{wrong:?}: {said}");
    }
    let (fine, said) = import(&["花号=style"]);
    let taken = "order\tHR-7\t测试贸易\t2026-11-02\t2026-11-25\nline\tMD-1\t红\t120\t6.80\t1\n";
    assert!(fine && said.starts_with(taken), "{said}");
    std::fs::remove_file(&file).expect("it was there");
    let mut report = Command::new(env!("CARGO_BIN_EXE_petalwork"));
    let done = report.args(["--database", &database.address, "report", "lines"]).output().expect("it runs");
    let lines = String::from_utf8_lossy(&done.stdout).into_owned();
    assert!(
        lines.starts_with("order,style,step,pool,in_hand,in_rework,accepted,scrapped,finished,variant\r\n"),
        "{lines}"
    );
    assert!(lines.contains("HR-7,MD-1,S1,120,0,0,0,0,,红\r\n"), "{lines}");
}
