//! What goes to a phone over a weak network.

use crate::support::app::App;
use crate::support::village::Village;

#[tokio::test]
async fn a_workers_first_visit_is_small() {
    const MOST: usize = 14 * 1024;
    let app = App::start().await;
    let v = Village::settle(&app.database.store).await;
    let issue = v.issue(1, v.anna, 30).await;
    v.done(v.count_of(v.anna, issue, 10, 2, 0)).await;
    let anna = app.worker(v.workshop, v.anna).await;
    let left = app.stranger();
    left.put_cookie("known-phones", &anna.cookie("known-phones").expect("known"));
    let hers = ["/me".to_owned(), format!("/me/hand-in/{issue}"), "/me/book".to_owned(), "/me/pay".to_owned()];
    let hers = hers.map(|path| (&anna, path));
    for (anna, path) in hers.into_iter().chain([(&left, "/".to_owned())]) {
        let page = anna.open(&path).await;
        let mut loaded = vec![path.clone()];
        loaded.extend(page.attributes("link[href]", "href"));
        loaded.extend(page.attributes("script[src]", "src"));
        loaded.extend(page.attributes("script[data-news]", "data-news"));
        let mut visit = Vec::new();
        for file in loaded {
            let (headers, body) = anna.weight(&file).await;
            visit.push((file, headers, body));
        }
        let bytes: usize = visit.iter().map(|(_, headers, body)| headers + body).sum();
        assert!(bytes <= MOST, "{bytes} bytes of {MOST}, headers and body of each: {visit:?}");
    }
}

#[tokio::test]
async fn what_a_phone_keeps_takes_one_small_script() {
    const MOST: usize = 6 * 1024;
    let app = App::start().await;
    let v = Village::settle(&app.database.store).await;
    let anna = app.worker(v.workshop, v.anna).await;
    let page = anna.open("/me").await;
    let mut scripts = 0;
    for script in ["src", "data-device", "data-words"] {
        let (_, body) = anna.weight(&page.attribute("script[data-person]", script)).await;
        scripts += body;
    }
    assert!(scripts <= MOST, "{scripts} bytes of {MOST}");
}
