//! Those who harm others, or try to.

use super::people::sign_in;
use super::village::{OTHER_PHONE, PASSWORD, notebook, workbook};
use reqwest::{Client, multipart};
use scraper::{Html, Selector};
use std::future::Future;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;
use tokio::io::AsyncReadExt;
use tokio::net::TcpStream;
use tokio::task::JoinSet;

/// Connections that say nothing.
const SILENT: usize = 500;

/// Strangers who sign in at once.
const GUESSING: usize = 32;

/// Between one crowd of them and the next.
const PAUSE: Duration = Duration::from_secs(1);

/// What is done to the server, each alone and then all at once.
pub const PARTS: [Part; 5] = [
    Part { name: "beside 500 silent connections", of: &[Deed::Silent] },
    Part { name: "beside 32 who guess at once, each second", of: &[Deed::Guess] },
    Part { name: "beside a workbook full of cells, again and again", of: &[Deed::Workbook] },
    Part { name: "beside an import of 40,000 rows", of: &[Deed::Import] },
    Part { name: "beside all of these", of: &[Deed::Silent, Deed::Guess, Deed::Workbook, Deed::Import] },
];

pub struct Part {
    pub name: &'static str,
    of: &'static [Deed],
}

#[derive(Clone, Copy)]
enum Deed {
    Silent,
    Guess,
    Workbook,
    Import,
}

pub struct Crowd {
    address: String,
    /// The other workshop's coordinator.
    desk: Client,
    workbook: Vec<u8>,
    notebooks: Arc<AtomicUsize>,
}

impl Crowd {
    pub async fn gather(address: &str) -> Self {
        let desk = Client::builder().cookie_store(true).build().expect("a client");
        assert!(sign_in(&desk, address, OTHER_PHONE, PASSWORD).await, "the other coordinator is let in");
        Self { address: address.to_owned(), desk, workbook: workbook(), notebooks: Arc::default() }
    }

    /// What `watch` sees while they do it; where they import, until that is done.
    pub async fn beside<T>(&self, part: &Part, watch: impl Fn() -> T) -> Vec<T::Output>
    where
        T: Future,
    {
        let mut doing = JoinSet::new();
        let mut importing = None;
        for deed in part.of {
            match deed {
                Deed::Silent => drop(doing.spawn(silent(self.address.clone()))),
                Deed::Guess => drop(doing.spawn(guesses(self.address.clone()))),
                Deed::Workbook => {
                    let (desk, address, bytes) = (self.desk.clone(), self.address.clone(), self.workbook.clone());
                    doing.spawn(async move {
                        loop {
                            look(&desk, &address, "orders", bytes.clone()).await;
                        }
                    });
                }
                Deed::Import => {
                    let bytes = notebook(self.notebooks.fetch_add(1, Ordering::Relaxed));
                    importing = Some(tokio::spawn(import(self.desk.clone(), self.address.clone(), bytes)));
                }
            }
        }
        let mut seen = Vec::new();
        loop {
            seen.push(watch().await);
            if importing.as_ref().is_none_or(tokio::task::JoinHandle::is_finished) {
                break;
            }
        }
        if let Some(importing) = importing {
            importing.await.expect("imported");
        }
        seen
    }
}

/// Opens as many as it can hold, again when they are dropped.
async fn silent(address: String) {
    let address = address.strip_prefix("http://").expect("plain HTTP").to_owned();
    let mut silent = JoinSet::new();
    loop {
        while silent.len() < SILENT {
            let address = address.clone();
            silent.spawn(async move {
                if let Ok(mut stream) = TcpStream::connect(address).await {
                    let _ = stream.read_to_end(&mut Vec::new()).await;
                }
            });
        }
        silent.join_next().await;
    }
}

async fn guesses(address: String) {
    let clients: Vec<_> = (0..GUESSING).map(|_| Client::new()).collect();
    for round in 0_u64.. {
        let mut guessing = JoinSet::new();
        for (n, client) in (0_u64..).zip(clients.clone()) {
            let address = address.clone();
            guessing.spawn(async move {
                let phone = format!("139{:08}", (round * 32 + n) % 100_000_000);
                sign_in(&client, &address, &phone, "a guess at it").await
            });
        }
        guessing.join_all().await;
        tokio::time::sleep(PAUSE).await;
    }
}

/// Sends a file and looks at what it would do: the page with its form.
async fn look(desk: &Client, address: &str, kind: &'static str, bytes: Vec<u8>) -> Option<String> {
    let file = multipart::Part::bytes(bytes).file_name("file");
    let form = multipart::Form::new().text("kind", kind).part("file", file);
    let asked = desk.post(format!("{address}/api/upload_file")).header("origin", address).header("accept", "text/html");
    asked.multipart(form).send().await.ok()?.text().await.ok()
}

async fn import(desk: Client, address: String, bytes: Vec<u8>) {
    let page = look(&desk, &address, "notebook", bytes).await.expect("a look at it");
    let fields = hidden(&page);
    let asked =
        desk.post(format!("{address}/api/import_file")).header("origin", &address).header("accept", "text/html");
    let answer = asked.form(&fields).send().await.expect("an answer");
    assert!(answer.url().query().is_some_and(|query| query.contains("done=")), "{}", answer.url());
}

/// The hidden fields of the form that imports.
fn hidden(page: &str) -> Vec<(String, String)> {
    let page = Html::parse_document(page);
    let fields = Selector::parse("form[action='/api/import_file'] input[type=hidden]").expect("a selector");
    let field = |name| move |it: scraper::ElementRef<'_>| it.attr(name).unwrap_or_default().to_owned();
    page.select(&fields).map(|it| (field("name")(it), field("value")(it))).collect()
}
