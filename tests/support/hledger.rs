//! hledger, which calculates the exported journal with a program that is not ours.

use std::collections::BTreeMap;
use std::io::Write;
use std::process::{Command, Stdio};

/// What hledger says of a journal: it must read it without a complaint, every account declared.
fn hledger(journal: &str, arguments: &[&str]) -> String {
    let mut ran = Command::new("hledger")
        .args(["-f", "-", "--strict"])
        .args(arguments)
        .env("LANG", "C.UTF-8")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("hledger runs; `make test` installs it (apt-get install hledger)");
    ran.stdin.take().expect("its input").write_all(journal.as_bytes()).expect("it reads");
    let out = ran.wait_with_output().expect("it ends");
    let complaint = String::from_utf8_lossy(&out.stderr);
    assert!(out.status.success() && complaint.is_empty(), "{arguments:?}: {complaint}");
    String::from_utf8(out.stdout).expect("text")
}

/// Balances by account in fen or pieces; those at zero are not among them.
pub fn balances(journal: &str, query: &[&str]) -> BTreeMap<String, i64> {
    let csv = hledger(journal, &[&["balance", "--flat", "--no-total", "-O", "csv"], query].concat());
    let mut rows = csv::Reader::from_reader(csv.as_bytes());
    let read = |row: csv::StringRecord| {
        let (number, unit) = row[1].split_once(' ').expect("a number and its unit");
        let number = if unit == "CNY" { number.replace('.', "") } else { number.to_owned() };
        (row[0].to_owned(), number.parse().expect("a whole number"))
    };
    rows.records().map(|row| read(row.expect("a row"))).collect()
}
