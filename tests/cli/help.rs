//! What `--help` prints for every command, compared with the files in `tests/data/help`: a change in wording is seen in review.
//!
//! `PETALWORK_RENEW_HELP=1` writes the files again.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// File names with what they hold.
type Texts = BTreeMap<String, String>;

#[test]
fn help_is_as_kept() {
    let mut printed = Texts::new();
    collect(&mut Vec::new(), &mut printed);
    if std::env::var_os("PETALWORK_RENEW_HELP").is_some() {
        renew(&printed);
    }
    let kept = kept();
    let differences: Vec<String> = printed
        .keys()
        .chain(kept.keys().filter(|name| !printed.contains_key(*name)))
        .filter_map(|name| difference(name, kept.get(name), printed.get(name)))
        .collect();
    assert!(
        differences.is_empty(),
        "the help is not as tests/data/help keeps it; where that is meant, run this test with PETALWORK_RENEW_HELP=1\n{}",
        differences.join("\n")
    );
}

/// Asks a command for its help, then those below it.
fn collect(command: &mut Vec<String>, texts: &mut Texts) {
    let text = help(command);
    let below = below(&text);
    let name = format!("{}.txt", [&["petalwork".to_owned()], command.as_slice()].concat().join("-"));
    texts.insert(name, text);
    for name in below {
        command.push(name);
        collect(command, texts);
        command.pop();
    }
}

fn help(command: &[String]) -> String {
    // Without the environment: clap shows what its variables hold.
    let ran = Command::new(env!("CARGO_BIN_EXE_petalwork"))
        .args(command)
        .arg("--help")
        .env_clear()
        .output()
        .expect("petalwork runs");
    assert!(ran.status.success(), "petalwork {} --help: {ran:?}", command.join(" "));
    String::from_utf8(ran.stdout).expect("UTF-8")
}

/// The commands that a help text lists, but for clap's own `help`.
fn below(text: &str) -> Vec<String> {
    let list = text.lines().skip_while(|line| *line != "Commands:").skip(1).take_while(|line| !line.is_empty());
    // A description may go on in the next line, further in.
    let names = list.filter_map(|line| line.strip_prefix("  ").filter(|line| !line.starts_with(' ')));
    names.filter_map(|line| line.split_whitespace().next()).filter(|name| *name != "help").map(str::to_owned).collect()
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/data/help")
}

fn kept() -> Texts {
    let files = fs::read_dir(folder()).expect("tests/data/help is there");
    let read = |file: PathBuf| {
        let name = file.file_name().expect("a file").to_string_lossy().into_owned();
        (name, fs::read_to_string(&file).expect("a text"))
    };
    files.map(|file| read(file.expect("an entry").path())).collect()
}

fn renew(printed: &Texts) {
    for name in kept().keys() {
        fs::remove_file(folder().join(name)).expect("removed");
    }
    for (name, text) in printed {
        fs::write(folder().join(name), text).expect("written");
    }
}

/// The first line that differs, with its place.
fn difference(name: &str, kept: Option<&String>, printed: Option<&String>) -> Option<String> {
    let (kept, printed) = match (kept, printed) {
        (None, _) => return Some(format!("{name}: not kept yet")),
        (_, None) => return Some(format!("{name}: kept, but there is no such command")),
        (Some(kept), Some(printed)) if kept == printed => return None,
        (Some(kept), Some(printed)) => (kept, printed),
    };
    let (mut was, mut is) = (kept.lines(), printed.lines());
    (1..).find_map(|number| match (was.next(), is.next()) {
        (was, is) if was != is => Some(format!(
            "{name}:{number}\n  kept: {}\n  now:  {}",
            was.unwrap_or("(the end)"),
            is.unwrap_or("(the end)")
        )),
        (None, None) => Some(format!("{name}: other line ends")),
        _ => None,
    })
}
