//! The process that reads a stranger's workbook: it has limits, and whatever becomes of it the server goes on.

use app::request::FileReader;
use ledger::import::{File, Kind};
use ledger::parse::mapping::Mappings;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};

const ORDERS: &[u8] = include_bytes!("../data/orders.xlsx");
const XLS: &[u8] = include_bytes!("../data/firm.xls");

/// The code of the first fault.
async fn fault(reader: &dyn FileReader, bytes: &[u8]) -> &'static str {
    let read = reader.read(Kind::Orders, bytes.to_vec(), Mappings::default()).await;
    let File::Orders(read) = read.file else { panic!("a workbook") };
    read.faults.list().first().map_or("none", |fault| fault.reason.code())
}

#[tokio::test]
async fn a_workbook_is_read_as_it_would_be_here() {
    let reader = server::files::reader(env!("CARGO_BIN_EXE_petalwork").into());
    let there = reader.read(Kind::Orders, ORDERS.to_vec(), Mappings::default()).await;
    let File::Orders(there) = there.file else { panic!("a workbook") };
    let File::Orders(here) = File::read(Kind::Orders, ORDERS) else { panic!("a workbook") };
    assert!(!here.rows.is_empty());
    assert_eq!(there, here);
    assert_eq!(fault(&*reader, b"PK\x03\x04 no workbook").await, "not-a-workbook");
    assert_eq!(fault(&*reader, XLS).await, "none");
    assert_eq!(fault(&*reader, "没有订单".as_bytes()).await, "missing-header");
    assert_eq!(fault(&*reader, b"").await, "empty");
}

#[cfg(target_os = "linux")]
#[test]
fn it_limits_itself_before_it_looks_at_anything() {
    let mut child = Command::new(env!("CARGO_BIN_EXE_petalwork"))
        .arg("read-workbook")
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .spawn()
        .expect("it starts");
    let mut input = child.stdin.take().expect("its input");
    // More than a pipe holds: that it is all written means that it reads.
    input.write_all(&vec![b'x'; 1024 * 1024]).expect("it reads");
    let limits = std::fs::read_to_string(format!("/proc/{}/limits", child.id())).expect("its limits");
    drop(input);
    assert!(child.wait().expect("it ends").success());
    for (limit, most) in [("Max address space", "1073741824"), ("Max cpu time", "15"), ("Max file size", "0")] {
        let line = limits.lines().find(|line| line.starts_with(limit)).expect("a line");
        let words: Vec<_> = line[limit.len()..].split_whitespace().collect();
        assert_eq!(words[..2], [most, most], "{line}");
    }
}

#[cfg(unix)]
#[tokio::test]
async fn one_that_is_killed_or_says_nonsense_is_a_fault_of_the_file() {
    use std::os::unix::fs::PermissionsExt;
    let folder = std::env::temp_dir();
    let scripts = ["kill -9 $$", "exit 1", "echo nonsense", "cat > /dev/null", "exec cat /dev/zero"];
    for (n, script) in scripts.into_iter().enumerate() {
        let program = folder.join(format!("reader-{n}-{}", uuid::Uuid::new_v4()));
        std::fs::write(&program, format!("#!/bin/sh\n{script}\n")).expect("a program");
        std::fs::set_permissions(&program, std::fs::Permissions::from_mode(0o700)).expect("one that runs");
        assert_eq!(fault(&*server::files::reader(program.clone()), ORDERS).await, "too-costly", "{script}");
        std::fs::remove_file(program).expect("it was there");
    }
    assert_eq!(fault(&*server::files::reader(Path::new("/nowhere").into()), ORDERS).await, "too-costly");
}
