//! What is kept on a phone is cleared, changed by hand, or of another version: nothing of it stops her, and nothing of it is recorded.

use super::Phone;
use super::device::{NOTHING_WAITS, brings, declared, hers_alone, until};
use super::devtools::told;
use crate::support::app::App;
use crate::support::network::{Network, Way};
use crate::support::village::Village;
use ledger::values::ids::IssueId;
use serde_json::json;

/// Puts entries among those that wait: `of` makes them of one that does.
fn planted(of: &str) -> String {
    format!(
        "new Promise((done, fail) => {{
            const open = indexedDB.open('petalwork');
            open.onsuccess = () => {{
                const turn = open.result.transaction('entries', 'readwrite');
                const store = turn.objectStore('entries');
                store.getAll().onsuccess = ({{ target }}) => {{
                    const one = {{ ...target.result[0] }};
                    delete one.turn;
                    for (const entry of ({of})(one)) store.add(entry);
                }};
                turn.oncomplete = () => {{ open.result.close(); done(true); }};
                turn.onabort = () => fail(turn.error);
            }};
        }})"
    )
}

/// Her phone without a network, on the page of an issue; that she brings seven of it waits.
async fn with_one_that_waits(app: &App, v: &Village<'_>) -> (Network, Phone, IssueId) {
    let issue = v.issue(1, v.anna, 20).await;
    let (network, phone, page) = hers_alone(app, v, issue).await;
    network.is(Way::Cut);
    phone.go(&page).await;
    brings(&phone, "7", "1 条等着送").await;
    (network, phone, issue)
}

#[tokio::test]
async fn a_store_that_was_cleared_takes_the_next_entry() {
    let app = App::start().await;
    let v = Village::settle(&app.database.store).await;
    let (network, phone, issue) = with_one_that_waits(&app, &v).await;
    let cleared = "new Promise((done) => {
        const gone = indexedDB.deleteDatabase('petalwork');
        gone.onsuccess = gone.onerror = () => done(true);
    })";
    assert_eq!(told(phone.client(), cleared).await, Some(json!(true)));
    // The page that is open finds it gone, and makes another.
    brings(&phone, "5", "1 条等着送").await;
    network.is(Way::Open);
    phone.go("/me").await;
    until(&phone, NOTHING_WAITS).await;
    assert_eq!(declared(&v, issue).await, (5, 1));
    phone.close().await;
}

#[tokio::test]
async fn entries_that_were_changed_by_hand_are_refused_and_hold_up_no_other() {
    let app = App::start().await;
    let v = Village::settle(&app.database.store).await;
    let (network, phone, issue) = with_one_that_waits(&app, &v).await;
    let of = "(one) => [
        { ...one, action: 'https://petals.example/api/declare', label: 'elsewhere' },
        { ...one, action: '/api/no_such_thing', label: 'nowhere' },
        { ...one, action: 17, label: 'no address' },
        { ...one, body: 'event=no-id&issue=x&pieces=-4', label: 'nonsense' },
        { ...one, body: 'x'.repeat(3000000), label: 'too long' },
        { ...one, body: one.body.replace('pieces=7', 'pieces=19'), label: 'another number' },
        { ...one, day: '2099-01-01\\r\\nx: y', body: one.body.replace(/event=[^&]*/, 'event=' + crypto.randomUUID()), label: 'no day' },
        { ...one, person: '1 worker 999', label: 'of another' },
        { person: one.person },
    ]";
    assert_eq!(told(phone.client(), &planted(of)).await, Some(json!(true)));
    network.is(Way::Open);
    phone.go("/me").await;
    phone.says("8 条没有记下").await;
    assert_eq!(declared(&v, issue).await, (7, 1), "the one that she made");
    let text = phone.text().await;
    for label in ["elsewhere", "nowhere", "no address", "nonsense", "too long", "another number", "no day"] {
        assert!(text.contains(label), "{label} is not on screen: {text}");
    }
    assert!(!text.contains("of another"), "{text}");
    phone.close().await;
}

#[tokio::test]
async fn what_another_version_kept_of_pages_is_not_shown() {
    let app = App::start().await;
    let v = Village::settle(&app.database.store).await;
    let issue = v.issue(1, v.anna, 20).await;
    let (network, phone, page) = hers_alone(&app, &v, issue).await;
    let older = "caches.open('pages').then((pages) => Promise.all([
        pages.put('/me', new Response('<html><body>an older page</body></html>', { headers: { 'content-type': 'text/html' } })),
        caches.open('pages-of-long-ago'),
    ])).then(() => true)";
    assert_eq!(told(phone.client(), older).await, Some(json!(true)));
    network.is(Way::Cut);
    phone.go("/me").await;
    let text = phone.text().await;
    assert!(text.contains("没有网络") && !text.contains("an older page"), "{text}");
    phone.go(&page).await;
    brings(&phone, "7", "1 条等着送").await;

    // Whose it is cannot be read any more: it is as on a phone that keeps nothing.
    network.is(Way::Open);
    let broken =
        "caches.open('pages').then((pages) => pages.put('/-/whose', new Response('{\"person'))).then(() => true)";
    assert_eq!(told(phone.client(), broken).await, Some(json!(true)));
    phone.go("/me").await;
    until(&phone, NOTHING_WAITS).await;
    assert_eq!(declared(&v, issue).await, (7, 1));
    phone.close().await;
}
