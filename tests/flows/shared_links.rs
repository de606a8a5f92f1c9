//! What is seen of us from outside: by a chat that looks at a link before anybody opens it, by search engines, by a phone.

use super::access::{Scene, Who};
use crate::support::app::App;
use reqwest::Method;

/// What a page says of itself to a chat.
fn told(html: &str) -> Vec<String> {
    let parts = html.split("<meta ").skip(1).filter_map(|part| part.split('>').next());
    parts.filter(|part| part.contains("og:") || part.contains("\"description\"")).map(str::to_owned).collect()
}

#[tokio::test]
async fn a_link_in_a_chat_says_what_it_opens_and_nothing_of_anybody() {
    let scene = Scene::set().await;
    // A chat keeps no cookies, goes where it is sent on, and shows only what is there.
    let chat = reqwest::Client::new();
    for (path, says) in [
        (format!("/card/{}", scene.card), "您的工人卡"),
        (format!("/f/{}", scene.firm_link), "您的订单和发货"),
        (format!("/d/{}", scene.note), "发货单：请验收"),
        (format!("/set-up/{}", scene.invitation), "请您来用花工账"),
        ("/me/slips/2026-10-30".to_owned(), "您的工人卡"),
        ("/today".to_owned(), "花工账：做花的活和工钱"),
    ] {
        let asked = chat.get(format!("{}{path}", scene.app.address)).header("accept", "text/html");
        let answer = asked.send().await.expect("an answer");
        assert_eq!(answer.status(), 200, "{path}");
        let told = told(&answer.text().await.expect("a text"));
        let all = told.join("\n");
        assert_eq!(told.len(), 4, "{path}: {all}");
        assert!(all.contains(says), "{path}: {all}");
        assert!(all.contains(&format!("content=\"{}/maskable-512.png\"", scene.app.address)), "{path}: {all}");
        for word in ["安娜", "¥", "试验作坊", "测试贸易"] {
            assert!(!all.contains(word), "{path}: {all}");
        }
    }
    let hers = scene.look(Who::Anna, "/me").await.body;
    assert_eq!(told(&hers), Vec::<String>::new(), "her own pages do not pay for it");
}

#[tokio::test]
async fn search_engines_list_nothing() {
    let app = App::start().await;
    let ask = async |path: &str| app.stranger().ask(Method::GET, path).send().await.expect("an answer");
    for path in ["/", "/sign-in", "/card", "/nowhere", "/favicon.svg", "/icon-192.png"] {
        assert_eq!(ask(path).await.headers()["x-robots-tag"], "noindex", "{path}");
    }
    let robots = ask("/robots.txt").await.text().await.expect("a text");
    assert_eq!(robots, "User-agent: *\nDisallow: /\n");
}

#[tokio::test]
async fn the_icons_of_phones_and_older_browsers_are_there() {
    let app = App::start().await;
    for (path, kind, begins) in [
        ("/icon-192.png", "image/png", b"\x89PNG".as_slice()),
        ("/icon-512.png", "image/png", b"\x89PNG"),
        ("/maskable-512.png", "image/png", b"\x89PNG"),
        ("/apple-touch-icon.png", "image/png", b"\x89PNG"),
        ("/favicon.ico", "image/x-icon", b"\0\0\x01\0"),
    ] {
        let answer = app.stranger().ask(Method::GET, path).send().await.expect("an answer");
        assert_eq!((answer.status().as_u16(), answer.headers()["content-type"].as_bytes()), (200, kind.as_bytes()));
        assert!(answer.bytes().await.expect("bytes").starts_with(begins), "{path}");
    }
}
