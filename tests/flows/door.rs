//! Before anybody is known.

use crate::support::app::App;
use crate::support::visitor::Visitor;

#[tokio::test]
async fn a_stranger_is_asked_who_they_are() {
    let app = App::start().await;
    let stranger = Visitor::new(&app.address);
    let page = stranger.open("/").await;
    assert_eq!(page.status, 200);
    let page = stranger.open("/today").await;
    assert!(page.path.starts_with("/sign-in?then=%2Ftoday"), "{}", page.path);
}
