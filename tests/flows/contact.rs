//! How a worker is reached: noted, called, corrected; and nobody else's business.

use crate::support::app::App;
use crate::support::coordinator::coordinator_of;
use crate::support::village::Village;

#[tokio::test]
async fn what_is_noted_of_a_worker_can_be_called_changed_and_corrected() {
    let app = App::start().await;
    let v = Village::settle(&app.database.store).await;
    let desk = coordinator_of(&app, v.workshop).await;
    let hers = format!("/workers/{}", v.anna);
    let form = desk.open(&format!("{hers}/contact")).await;
    let refused = desk.send(&form, "/api/save_contact", &[("phone", "没有"), ("group", "东巷")]).await;
    assert!(refused.text().contains("东巷") || refused.html.contains("东巷"), "what was typed is there still");
    let typed = [("phone", "138 0000 0009"), ("group", "东巷"), ("remarks", "下午在家")];
    let page = desk.send(&refused, "/api/save_contact", &typed).await;
    assert_eq!(page.attribute("a[href^='tel:']", "href"), "tel:13800000009", "{}", page.text());
    assert!(page.text().contains("下午在家") && page.text().contains("东巷"), "{}", page.text());
    let again = desk.open(&format!("{hers}/contact")).await;
    let same = desk.send(&again, "/api/save_contact", &[]).await;
    assert!(same.path.contains("draft="), "the same again is no entry: {}", same.path);
    let changed = desk.send(&again, "/api/save_contact", &[("phone", ""), ("remarks", "搬走了")]).await;
    assert_eq!(changed.count("a[href^='tel:']"), 0, "{}", changed.text());
    let journal = desk.open("/journal").await;
    assert!(journal.text().contains("记联系方式") && journal.text().contains("搬走了"), "{}", journal.text());
    let correct = desk.open(&journal.link("a[href^='/correct/']")).await;
    desk.send(&correct, "/api/correct", &[("reason", "弄错人了")]).await;
    let back = desk.open(&hers).await;
    assert_eq!(back.attribute("a[href^='tel:']", "href"), "tel:13800000009", "{}", back.text());
    let phone = app.worker(v.workshop, v.anna).await;
    for path in ["/me", "/me/book"] {
        let page = phone.open(path).await;
        assert!(!page.html.contains("13800000009") && !page.html.contains("下午在家"), "{path}");
    }
    assert_eq!(app.database.store.audit(v.workshop).await.expect("an audit").findings, []);
}
