//! What goes over the wire.

use super::row;
use super::scene::Scene;
use reqwest::Client;

pub async fn measure(scene: &Scene) {
    let worker = scene.enter("worker").await;
    let (page, html) = fetch(&worker, &scene.address, "/me").await;
    let style = address(&html, "<link rel=\"stylesheet\" href=\"").expect("a stylesheet");
    let (sheet, _) = fetch(&worker, &scene.address, &style).await;
    row(
        &format!("a worker's page with its styles, bytes ({page} + {sheet}, headers too)"),
        &(page + sheet).to_string(),
        "<= 14,336",
    );
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../target/site/pkg");
    let mut half = 0;
    for entry in walk(&folder) {
        if entry.to_string_lossy().ends_with(".wasm.br") || entry.to_string_lossy().ends_with(".js.br") {
            half += std::fs::metadata(&entry).expect("a file").len();
        }
    }
    row("browser half after brotli, bytes (script and wasm)", &half.to_string(), "<= 76,800");
}

/// The bytes of an answer as they come, compressed, with its headers; and the text where it is not.
async fn fetch(client: &Client, home: &str, path: &str) -> (usize, String) {
    let ask = |encoding| client.get(format!("{home}{path}")).header("accept-encoding", encoding).send();
    let answer = ask("br").await.expect("an answer");
    assert_eq!(answer.headers().get("content-encoding").map(|value| value.as_bytes()), Some(&b"br"[..]), "{path}");
    let headers: usize = answer.headers().iter().map(|(name, value)| name.as_str().len() + value.len() + 4).sum();
    let bytes = headers + answer.bytes().await.expect("a body").len();
    let plain = ask("identity").await.expect("an answer").text().await.expect("a text");
    (bytes, plain)
}

fn address(html: &str, before: &str) -> Option<String> {
    let start = html.find(before)? + before.len();
    html[start..].split('"').next().map(str::to_owned)
}

fn walk(folder: &std::path::Path) -> Vec<std::path::PathBuf> {
    let Ok(entries) = std::fs::read_dir(folder) else { return Vec::new() };
    entries
        .flatten()
        .flat_map(|entry| if entry.path().is_dir() { walk(&entry.path()) } else { vec![entry.path()] })
        .collect()
}
