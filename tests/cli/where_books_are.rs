//! Where the books are, as a file says: it may hold a password, which a command line would show to everybody on the machine.

use crate::support::database::Database;
use std::process::Command;

#[tokio::test]
async fn the_address_may_stand_in_a_file() {
    let database = Database::sqlite().await;
    let file = std::env::temp_dir().join(format!("petalwork-{}.address", uuid::Uuid::new_v4()));
    std::fs::write(&file, format!("{}\n\n", database.address)).expect("a file");
    let init = |command: &mut Command, name: &str| command.args(["init", "--name", name]).output().expect("it runs");
    let program = || Command::new(env!("CARGO_BIN_EXE_petalwork"));
    let made = init(program().env_remove("DATABASE_URL").env("DATABASE_URL_FILE", &file), "新村");
    assert!(made.status.success(), "{made:?}");
    let made = init(program().arg("--database-file").arg(&file), "邻村");
    assert!(made.status.success(), "{made:?}");
    let there = database.store.workshops().await.expect("a look");
    assert_eq!(there.iter().map(|workshop| workshop.name.as_str()).collect::<Vec<_>>(), ["新村", "邻村"]);
    std::fs::remove_file(&file).expect("it is there");
    let refused = init(program().arg("--database-file").arg(&file), "第三村");
    let said = String::from_utf8_lossy(&refused.stderr).into_owned();
    assert!(!refused.status.success() && said.contains("which says where the books are"), "{said}");
}
