//! An order of 1,000 split among 22 women, as a coordinator does it, while another does the same.

use super::{Phone, Script};
use crate::support::app::App;
use crate::support::database::snapshot_of;
use crate::support::village::{Village, day};
use app::language::Language;
use ledger::model::Role;
use ledger::values::ids::{WorkerId, WorkshopId};
use ledger::values::pieces::Pieces;

const WOMEN: usize = 22;
const PIECES: i64 = 1_000;

#[tokio::test]
async fn a_thousand_among_twenty_two_with_script() {
    split(Script::On, Language::ZhCn).await;
}

#[tokio::test]
async fn a_thousand_among_twenty_two_without_script() {
    split(Script::Off, Language::En).await;
}

#[tokio::test]
async fn what_another_issued_meanwhile_is_said_at_the_next_change() {
    let app = App::start().await;
    let v = Village::settle(&app.database.store).await;
    let desk = desk_of(&app, v.workshop, Script::On, Language::ZhCn, "13900000003").await;
    desk.go(&format!("/split?pool[0]={}/1", v.line)).await;
    v.issue(1, v.anna, 40).await;
    desk.fill(&field(v.berta), "10").await;
    desk.says("您打开页面时待派 100 件，现在是 60 件").await;
    assert_eq!(desk.value(&field(v.anna)).await, "50", "the rest of the sixty");
    v.issue(1, v.berta, 60).await;
    desk.fill(&field(v.berta), "20").await;
    desk.says("这里没有等着派的").await;
    desk.close().await;
}

/// What a keyboard sends besides letters (WebDriver, 17.4.2).
const TAB: char = '\u{E004}';
const BACKSPACE: char = '\u{E003}';

#[tokio::test]
async fn a_share_stays_as_it_was_typed_wherever_the_cursor_goes() {
    let app = App::start().await;
    let v = Village::settle(&app.database.store).await;
    let desk = desk_of(&app, v.workshop, Script::On, Language::ZhCn, "13900000004").await;
    desk.go(&format!("/split?pool[0]={}/1", v.line)).await;
    // The cursor goes on to her "keep" before the answer comes.
    desk.fill(&field(v.anna), &format!("20{TAB}")).await;
    desk.shows(&field(v.berta), "80").await;
    desk.ticked(&format!("[name='kept[w{}-0]']", v.anna)).await;
    // An emptied number counts as zero: the page says what would be issued.
    desk.fill(&field(v.anna), &format!("7{BACKSPACE}")).await;
    desk.shows(&field(v.berta), "100").await;
    desk.send("/api/issue_split").await;
    let read = snapshot_of(v.store, v.workshop)
        .await
        .orders()
        .order_page(v.order, day("2026-11-02"))
        .await
        .expect("a read")
        .expect("an order");
    let home: Vec<_> = read.at_home.iter().map(|home| (home.who.id, home.hand.0)).collect();
    assert_eq!(home, [(v.berta, 100)]);
    desk.close().await;
}

#[tokio::test]
async fn a_refusal_is_gone_when_what_it_was_about_is_fixed() {
    let app = App::start().await;
    let v = Village::settle(&app.database.store).await;
    let desk = desk_of(&app, v.workshop, Script::On, Language::ZhCn, "13900000005").await;
    desk.go(&format!("/split?pool[0]={}/1", v.line)).await;
    desk.fill(&field(v.anna), "abc").await;
    desk.says("安娜的数看不懂").await;
    desk.send("/api/issue_split").await;
    desk.says("您填的还在下面").await;
    desk.fill(&field(v.anna), "30").await;
    desk.shows(&field(v.berta), "70").await;
    let says = desk.text().await;
    assert!(!says.contains("您填的还在下面") && !says.contains("看不懂"), "{says}");
    desk.ticked(&format!("[name='kept[w{}-0]']", v.anna)).await;
    desk.close().await;
}

async fn split(script: Script, language: Language) {
    let app = App::start().await;
    let v = Village::settle(&app.database.store).await;
    let mut women = vec![v.anna, v.berta];
    for n in 3..=WOMEN {
        women.push(v.hire(&format!("W{n:02}"), &format!("丙{n}")).await);
    }
    let (order, line) = v.open("T-1000", "2026-11-02", "2026-11-20", PIECES).await;
    let desk = desk_of(&app, v.workshop, script, language, "13900000001").await;
    let other = desk_of(&app, v.workshop, script, language, "13900000002").await;
    let page = format!("/split?pool[0]={line}/1");

    desk.go(&page).await;
    assert!(desk.fits().await, "the split page is wider than the phone");
    let shares = Shares { phone: &desk, women: &women };
    assert_eq!(shares.sum().await, PIECES, "all is given");

    // One of them is away: the others have hers.
    let takes = format!("[name='takes[{}]']", women[4]);
    desk.unfold(&takes).await;
    desk.press(&takes).await;
    again(&desk, script, &field(women[4]), "0").await;
    assert_eq!((shares.of(4).await, shares.sum().await), (0, PIECES));

    // Another wants eighty: hers stays, the rest follows.
    desk.fill(&field(women[0]), "80").await;
    let before = shares.of(1).await;
    match script {
        Script::On => desk.ticked(&format!("[name='kept[w{}-0]']", women[0])).await,
        Script::Off => desk.press_button("button[formmethod=get].pale").await,
    }
    assert_eq!((shares.of(0).await, shares.of(4).await, shares.sum().await), (80, 0, PIECES));
    assert!(shares.of(1).await <= before, "who had her part of the eighty has no more for it");
    let why = format!("#why-w{}-0", women[0]);
    desk.unfold(&why).await;
    let why = desk.text_of(&why).await;
    assert!(why.contains("80") && why.contains("480"), "eighty at six minutes: {why}");

    // Meanwhile another coordinator looks at the same pool, and both press at once.
    other.go(&page).await;
    tokio::join!(desk.send("/api/issue_split"), other.send("/api/issue_split"));
    let (first, second) = (desk.path().await, other.path().await);
    let issued = [&first, &second].iter().filter(|path| path.ends_with("done=issued")).count();
    assert_eq!(issued, 1, "one of them issues: {first} {second}");
    let late = if first.ends_with("done=issued") { &other } else { &desk };
    let says = late.text().await;
    assert!(says.contains("1,000"), "the other is told what became of the pool: {says}");
    let read = snapshot_of(v.store, v.workshop)
        .await
        .orders()
        .order_page(order, day("2026-11-02"))
        .await
        .expect("a read")
        .expect("an order");
    assert_eq!((read.at().pool, read.at().hand), (Pieces(0), Pieces(PIECES)), "nothing is lost or doubled");
    let home: Vec<_> = read.at_home.iter().map(|home| (home.who.id, home.hand.0)).collect();
    if first.ends_with("done=issued") {
        assert!(home.contains(&(women[0], 80)) && !home.iter().any(|(who, _)| *who == women[4]), "{home:?}");
    }
    assert_eq!(v.store.audit(v.workshop).await.expect("an audit").findings, []);
    desk.close().await;
    other.close().await;
}

#[tokio::test]
async fn the_split_is_short_on_a_phone() {
    let app = App::start().await;
    let v = Village::settle(&app.database.store).await;
    for n in 3..=WOMEN {
        v.hire(&format!("W{n:02}"), &format!("丙丁{n}")).await;
    }
    let mut address = "/split?".to_owned();
    let mut many = String::new();
    for n in 0..12 {
        let (_, line) = v.open(&format!("T-{n:03}"), "2026-11-02", "2026-11-20", 300).await;
        many = format!("{many}&pool[{n}]={line}/1");
        if n == 2 {
            address = format!("{address}{many}");
        }
    }
    let one = format!("/split?pool[0]={}/1", v.line);
    let twelve = format!("/split?{many}");
    for (language, number) in [(Language::ZhCn, "13900000061"), (Language::En, "13900000062")] {
        let desk = desk_of(&app, v.workshop, Script::On, language, number).await;
        for (page, most) in [(&one, 3.0), (&address, 5.0), (&twelve, 5.0)] {
            desk.go(page).await;
            let screens = desk.screens().await;
            assert!(screens <= most, "{page}: {screens} screens");
            assert!(desk.fits().await, "{page} is wider than the phone");
            let rows = "return Math.max(...[...document.querySelectorAll('.person')].map(row => row.offsetHeight))";
            let height = desk.client().execute(rows, vec![]).await.expect("rows").as_f64().expect("a number");
            assert!(height <= 56.0, "{page}: a row is {height} px");
        }
        desk.close().await;
    }
}

#[tokio::test]
async fn a_pack_more_or_less_moves_the_others_and_is_undone() {
    let app = App::start().await;
    let v = Village::settle(&app.database.store).await;
    let (order, other) = v.open("T-2", "2026-11-01", "2026-11-20", 100).await;
    let page = format!("/split?pool[0]={}/1&pool[1]={other}/1", v.line);
    for (script, number) in [(Script::On, "13900000071"), (Script::Off, "13900000072")] {
        let desk = desk_of(&app, v.workshop, script, Language::ZhCn, number).await;
        desk.go(&page).await;
        let (hers, others) = (field_of(v.anna, 1), field_of(v.berta, 1));
        let (was, were): (i64, i64) =
            (desk.value(&hers).await.parse().expect("a share"), desk.value(&others).await.parse().expect("a share"));
        // The second job is chosen to be shown; its people are those that are seen.
        desk.press(".tabs label:nth-of-type(2)").await;
        let press = async |which: &str| {
            let button = format!("button[name={which}][value='w{}-1']", v.anna);
            match script {
                Script::On => desk.press(&button).await,
                Script::Off => desk.press_button(&button).await,
            }
        };
        press("more").await;
        desk.shows(&hers, &(was + 10).to_string()).await;
        desk.shows(&others, &(were - 10).to_string()).await;
        let moved = format!("#moved-w{}-1", v.berta);
        desk.says(&format!("原 {were}")).await;
        assert_eq!(desk.text_of(&moved).await, format!("原 {were}"), "what moved elsewhere is marked");
        press("less").await;
        desk.shows(&hers, &was.to_string()).await;
        match script {
            Script::On => desk.press("[data-undo]").await,
            Script::Off => desk.client().back().await.expect("a page before"),
        }
        desk.shows(&hers, &(was + 10).to_string()).await;
        desk.shows(&others, &(were - 10).to_string()).await;
        desk.close().await;
    }
    let read = snapshot_of(v.store, v.workshop).await.orders().order_page(order, day("2026-11-02")).await;
    assert_eq!(read.expect("a read").expect("an order").at().pool, Pieces(100), "nothing is issued by it");
}

/// Waits until the rest was worked out, or has it worked out.
async fn again(desk: &Phone, script: Script, field: &str, value: &str) {
    match script {
        Script::On => desk.shows(field, value).await,
        Script::Off => desk.press_button("button[formmethod=get].pale").await,
    }
}

fn field(woman: WorkerId) -> String {
    field_of(woman, 0)
}

fn field_of(woman: WorkerId, job: usize) -> String {
    format!("[name='pieces[w{woman}-{job}]']")
}

/// The shares on the page.
struct Shares<'a> {
    phone: &'a Phone,
    women: &'a [WorkerId],
}

impl Shares<'_> {
    async fn of(&self, place: usize) -> i64 {
        self.phone.value(&field(self.women[place])).await.parse().expect("a share")
    }

    async fn sum(&self) -> i64 {
        let mut sum = 0;
        for place in 0..self.women.len() {
            sum += self.of(place).await;
        }
        sum
    }
}

/// A coordinator's browser, signed in by an invitation.
pub async fn desk_of(app: &App, workshop: WorkshopId, script: Script, language: Language, number: &str) -> Phone {
    let desk = Phone::open(&app.address, script, language).await;
    let_in(&desk, app, workshop, number).await;
    desk
}

/// Lets a coordinator in on a device that is open already.
pub async fn let_in(desk: &Phone, app: &App, workshop: WorkshopId, number: &str) {
    let link = app.invitation(workshop, Role::Coordinator).await;
    desk.go(&link.replace(&app.address, "")).await;
    for (field, value) in
        [("name", "带头人"), ("phone", number), ("password", "a long password"), ("again", "a long password")]
    {
        desk.fill(&format!("main form [name={field}]"), value).await;
    }
    desk.press_button("main form button.button").await;
}
