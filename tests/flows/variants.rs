//! Lines of one style that differ in colour or size: told apart wherever a line is named.

use crate::support::app::App;
use crate::support::coordinator::coordinator_of;
use crate::support::database::snapshot_of;
use crate::support::firm::{clerk_of, note_of};
use crate::support::village::{Village, code, day, new_id, note};
use crate::support::visitor::{Page, Visitor};
use crate::support::worker::worker_of;
use ledger::model::{self, Actor, Answer, LineAnswer, NewLine, OpenOrder};
use ledger::store::reads::order::OrderPage;
use ledger::values::money::Fen;
use ledger::values::pieces::Pieces;
use ledger::values::text::{Note, Variant};

fn variant(text: &str) -> Variant {
    Variant::parse(text).expect("a variant")
}

/// The village with an order of 60 red peonies and 40 white ones; its own line is the red one.
async fn coloured(v: Village<'_>) -> Village<'_> {
    let line = |colour: &str, pieces: i64| NewLine {
        style: v.style,
        variant: variant(colour),
        pieces: Pieces(pieces),
        price: Fen(680),
        pack: Pieces(10),
        note: Note::default(),
    };
    let (placed, due, lines) = (day("2026-11-01"), day("2026-11-20"), vec![line("红", 60), line("白", 40)]);
    let ask = OpenOrder { firm: v.firm, code: code("T-2"), placed, due, lines, note: Note::default() };
    let event = v.done(ask).await;
    let red = event
        .entities
        .iter()
        .find_map(|entity| if let model::Entity::Line(line) = entity { Some(line.clone()) } else { None })
        .expect("the red one");
    Village { order: red.order, line: red.id, ..v }
}

async fn order(v: &Village<'_>) -> OrderPage {
    let mut books = snapshot_of(v.store, v.workshop).await;
    books.orders().order_page(v.order, day("2026-11-02")).await.expect("a read").expect("the order")
}

/// A page names the line by its colour, and nowhere without.
fn tells(page: &Page, colours: &[&str]) {
    let mut text = page.text();
    assert!(colours.iter().any(|colour| text.contains(&format!("牡丹 {colour}"))), "{}: {text}", page.path);
    for colour in colours {
        text = text.replace(&format!("牡丹 {colour}"), "");
    }
    assert!(!text.contains("牡丹"), "{} names a style without its variant: {text}", page.path);
}

#[tokio::test]
async fn every_page_that_names_a_line_names_its_variant() {
    let app = App::start().await;
    let v = Village::settle(&app.database.store).await;
    v.done(model::CancelPieces { order: v.order, lines: vec![(v.line, Pieces(100))], note: note("") }).await;
    let v = coloured(v).await;
    let sent = v.send(10, "").await;
    let said =
        LineAnswer {
            line: v.line, confirmed: Pieces(6), refused: Pieces(3), short: Pieces(1), reason: note("花瓣松")
        };
    v.done(Answer { delivery: sent, lines: vec![said] }).await;
    let waiting = v.send(5, "").await;
    let finished = v.issue(1, v.anna, 4).await;
    v.done(v.count_of(v.anna, finished, 4, 0, 0)).await;
    let last = v.issue(2, v.anna, 4).await;
    v.done(v.count_of(v.anna, last, 4, 0, 0)).await;
    let issue = v.issue(1, v.anna, 12).await;
    let counted = v.done(v.count_of(v.anna, issue, 2, 3, 1)).await.id;
    let declare = model::Declare { issue, pieces: Pieces(2) };
    v.ask_as(new_id(), Actor::Worker { worker: v.anna }, declare).await.expect("declared");
    let (order, line, anna) = (v.order, v.line, v.anna);
    let desk = coordinator_of(&app, v.workshop).await;
    for path in [
        "/today".to_owned(),
        format!("/orders/{order}"),
        format!("/split?pool[0]={line}/1"),
        format!("/count?worker={anna}"),
        format!("/workers/{anna}/hand-over"),
        format!("/workers/{anna}/book"),
        format!("/deliveries/{sent}"),
        format!("/deliveries/{waiting}"),
        format!("/deliveries/new?order={order}"),
        format!("/deliveries/{sent}/write-off?line={line}&came=back"),
        format!("/correct/{counted}"),
        format!("/count/wrong/{counted}"),
        format!("/orders/{order}/back/{issue}"),
    ] {
        tells(&desk.open(&path).await, &["红", "白"]);
    }
    for path in ["/orders", "/journal", &format!("/workers/{anna}")] {
        let text = desk.open(path).await.text();
        assert!(text.contains("牡丹 红"), "{path}: {text}");
    }
    let her = worker_of(&app, &v, v.anna).await;
    // Beside them stands her pace, which is of a style.
    let home = her.open("/me").await.text();
    assert!(home.matches("牡丹 红").count() >= 5, "{home}");
    for path in [
        "/me/book".to_owned(),
        "/me/book/paper".to_owned(),
        format!("/me/hand-in/{issue}"),
        format!("/me/count/{counted}"),
        format!("/me/entry/{counted}"),
        "/me/slip".to_owned(),
    ] {
        tells(&her.open(&path).await, &["红"]);
    }
    let clerk = clerk_of(&app, &v, v.firm).await;
    let note = note_of(&v, waiting).await;
    for path in [
        format!("/firm/orders/{order}"),
        format!("/firm/deliveries/{sent}"),
        format!("/firm/deliveries/{waiting}"),
        "/firm/statement".to_owned(),
        note,
    ] {
        tells(&clerk.open(&path).await, &["红", "白"]);
    }
}

async fn send(desk: &Visitor, v: &Village<'_>, lines: &[(&str, &str)]) -> Page {
    let style = v.style.to_string();
    let mut fields = vec![
        ("firm[known]".to_owned(), v.firm.to_string()),
        ("code".to_owned(), "HR-9".to_owned()),
        ("placed".to_owned(), "2026-11-02".to_owned()),
        ("due".to_owned(), "2026-11-30".to_owned()),
    ];
    for (no, (colour, pieces)) in lines.iter().enumerate() {
        for (part, value) in [("style", style.as_str()), ("variant", colour), ("pieces", pieces), ("price", "6.80")] {
            fields.push((format!("lines[{no}][{part}]"), value.to_owned()));
        }
    }
    let fields: Vec<_> = fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    desk.send(&desk.open("/orders/new").await, "/api/open_order", &fields).await
}

#[tokio::test]
async fn an_order_is_entered_in_two_colours_and_gets_a_third() {
    let app = App::start().await;
    let v = Village::settle(&app.database.store).await;
    let desk = coordinator_of(&app, v.workshop).await;
    let twice = send(&desk, &v, &[("红", "30"), (" 红 ", "20")]).await;
    assert!(twice.text().contains("MD-1 红"), "the same colour twice: {}", twice.text());
    let long = send(&desk, &v, &[(&"很".repeat(31), "30")]).await;
    assert!(long.text().contains("字太多了"), "{}", long.text());
    let opened = send(&desk, &v, &[("红", "30"), ("白", "20"), ("", "10")]).await;
    assert!(opened.path.ends_with("done=opened"), "{}", opened.text());
    let path = opened.path.split('?').next().expect("a path").to_owned();
    let shown = desk.open(&format!("{path}/change")).await;
    let style = v.style.to_string();
    let blue = [
        ("line[style]", style.as_str()),
        ("line[variant]", "蓝 30cm"),
        ("line[pieces]", "5"),
        ("line[price]", "7"),
        ("line[pack]", "5"),
    ];
    let added = desk.send(&shown, "/api/add_line", &blue).await;
    assert!(added.text().contains("加一款：牡丹 蓝 30cm 5 件"), "{}", added.text());
    let again = desk.send(&desk.open(&format!("{path}/change")).await, "/api/add_line", &blue).await;
    assert!(again.text().contains("MD-1 蓝 30cm"), "{}", again.text());
    for told in ["牡丹 红", "牡丹 白", "派花瓣 10 件"] {
        assert!(desk.open(&path).await.text().contains(told), "{told}");
    }
}

#[tokio::test]
async fn one_colour_is_split_and_the_other_is_not_touched() {
    let app = App::start().await;
    let v = Village::settle(&app.database.store).await;
    let v = coloured(v).await;
    v.issue(1, v.anna, 60).await;
    let now = order(&v).await;
    assert_eq!(now.lines.iter().map(|line| line.at.pool.0).collect::<Vec<_>>(), [0, 40]);
    assert_eq!(now.lines.iter().map(|line| line.style_name.as_str()).collect::<Vec<_>>(), ["牡丹 红", "牡丹 白"]);
}
