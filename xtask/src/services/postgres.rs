//! A throw-away PostgreSQL: a cluster of its own, on a free port, with a password of its own. It forgets on power loss, which
//! is what makes it fast.

use std::fs::{self, File, OpenOptions, Permissions};
use std::io::{Read, Write};
use std::net::TcpListener;
use std::os::unix::fs::{OpenOptionsExt, PermissionsExt, chown};
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Instant;
use std::{env, thread};

use anyhow::{Context, Result, bail, ensure};
use nix::sys::signal::Signal;
use nix::unistd::{User, geteuid};

use super::server::{Folder, PATIENCE, PAUSE, Server};

/// What is started here.
const PROGRAMS: [&str; 3] = ["initdb", "postgres", "pg_isready"];

/// Safe only for what may be lost.
const SETTINGS: [&str; 7] = [
    "fsync=off",
    "synchronous_commit=off",
    "full_page_writes=off",
    "listen_addresses=127.0.0.1",
    "unix_socket_directories=",
    "max_connections=200",
    "timezone=UTC",
];

/// A running PostgreSQL. The server ends before its folder goes.
pub struct Postgres {
    _server: Server,
    _folder: Folder,
    url: String,
}

impl Postgres {
    /// Its address, as the superuser of an empty database.
    pub fn url(&self) -> &str {
        &self.url
    }
}

/// Makes a cluster and starts a server on it; as root, under the name of the user `postgres`.
///
/// # Errors
/// When PostgreSQL is not installed, or refuses.
pub fn start() -> Result<Postgres> {
    let programs = programs()?;
    let user = user()?;
    let folder = Folder::new("postgres")?;
    let password = password()?;
    write_private(&folder.path().join("password"), &password)?;
    if let Some(user) = &user {
        for path in [folder.path(), &folder.path().join("password")] {
            chown(path, Some(user.uid.as_raw()), Some(user.gid.as_raw()))?;
        }
    }
    let program = |name: &str| {
        let mut command = Command::new(programs.join(name));
        command.current_dir(folder.path()).stdin(Stdio::null()).env("LC_ALL", "C.UTF-8");
        if let Some(user) = &user {
            command.uid(user.uid.as_raw()).gid(user.gid.as_raw());
        }
        command
    };
    let data = folder.path().join("data");
    make_cluster(program("initdb"), &data)?;

    let port = free_port()?;
    let log = folder.path().join("log");
    let mut serve = program("postgres");
    serve.arg("-D").arg(&data).args(["-p", &port.to_string()]);
    serve.args(SETTINGS.iter().flat_map(|setting| ["-c", setting]));
    serve.stdout(File::create(&log)?).stderr(File::options().append(true).open(&log)?);
    let mut server = Server::start(&mut serve, Signal::SIGQUIT)?;
    wait_until_ready(&mut server, &programs.join("pg_isready"), port, &log)?;
    let url = format!("postgres://petalwork:{password}@127.0.0.1:{port}/postgres");
    Ok(Postgres { _server: server, _folder: folder, url })
}

fn make_cluster(mut initdb: Command, data: &Path) -> Result<()> {
    initdb.arg("-D").arg(data).args(["--username=petalwork", "--pwfile=password"]);
    initdb.args(["--auth=scram-sha-256", "--encoding=UTF8", "--locale=C", "--no-sync"]);
    let made = initdb.output().context("cannot start initdb")?;
    ensure!(made.status.success(), "initdb failed: {}", String::from_utf8_lossy(&made.stderr));
    Ok(())
}

#[expect(clippy::disallowed_methods, reason = "a tool waits by the machine's time")]
fn wait_until_ready(server: &mut Server, pg_isready: &Path, port: u16, log: &Path) -> Result<()> {
    let begun = Instant::now();
    loop {
        let mut ask = Command::new(pg_isready);
        ask.args(["--quiet", "--host=127.0.0.1", &format!("--port={port}")]);
        if ask.status().context("cannot start pg_isready")?.success() {
            return Ok(());
        }
        if server.process.try_wait()?.is_some() || begun.elapsed() > PATIENCE {
            bail!("it is not ready; it said: {}", fs::read_to_string(log)?);
        }
        thread::sleep(PAUSE);
    }
}

/// The folder of PostgreSQL's own programs, which Debian keeps off the path.
fn programs() -> Result<PathBuf> {
    let path = env::var_os("PATH").unwrap_or_default();
    let mut folders: Vec<PathBuf> = env::split_paths(&path).collect();
    if let Ok(versions) = fs::read_dir("/usr/lib/postgresql") {
        folders.extend(versions.flatten().map(|version| version.path().join("bin")));
    }
    let complete = |folder: &PathBuf| PROGRAMS.iter().all(|name| folder.join(name).exists());
    folders.into_iter().find(complete).context("it is not installed; `make setup` brings it")
}

/// Whom to run it as, if not as the user who runs this: PostgreSQL refuses to run as root.
fn user() -> Result<Option<User>> {
    if !geteuid().is_root() {
        return Ok(None);
    }
    let user = User::from_name("postgres")?;
    Ok(Some(user.context("it cannot run as root, and there is no user `postgres`")?))
}

/// 32 hexadecimal digits of chance: others on this machine can reach the port.
fn password() -> Result<String> {
    let mut chance = [0_u8; 16];
    File::open("/dev/urandom")?.read_exact(&mut chance)?;
    Ok(chance.iter().map(|byte| format!("{byte:02x}")).collect())
}

fn write_private(path: &Path, text: &str) -> Result<()> {
    let mut file = OpenOptions::new().write(true).create_new(true).mode(0o600).open(path)?;
    file.set_permissions(Permissions::from_mode(0o600))?;
    Ok(file.write_all(text.as_bytes())?)
}

fn free_port() -> Result<u16> {
    Ok(TcpListener::bind(("127.0.0.1", 0))?.local_addr()?.port())
}
