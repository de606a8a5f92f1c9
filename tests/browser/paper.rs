//! Slips and record books as Chromium prints them: every figure, in both languages, each worker on a sheet of her own.

use super::devtools::{ask, told};

use super::split::desk_of;
use super::{Light, Phone, Script};
use crate::support::app::App;
use crate::support::database::snapshot_of;
use crate::support::village::Village;
use app::language::Language;
use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use ledger::model::Settle;
use ledger::store::Ask;
use ledger::values::clock::Clock as _;
use ledger::values::ids::WorkshopId;
use ledger::values::money::Fen;
use serde_json::json;
use std::io::Write;
use std::path::PathBuf;
use std::process::{Command, Stdio};

const WORKSHOP: WorkshopId = WorkshopId(1);

/// Paper, in millimetres.
const A4: (f64, f64) = (210.0, 297.0);
const A6: (f64, f64) = (105.0, 148.0);

/// A page as Chromium prints it.
async fn pdf_of(phone: &Phone, path: &str, (width, height): (f64, f64)) -> Vec<u8> {
    phone.go(path).await;
    let inches = |millimetres: f64| millimetres / 25.4;
    let paper = json!({ "paperWidth": inches(width), "paperHeight": inches(height) });
    let answer = ask(phone.client(), "Page.printToPDF", paper).await;
    BASE64_STANDARD.decode(answer["data"].as_str().expect("a file")).expect("base64")
}

/// What one of poppler's programs makes of a PDF.
fn poppler(program: &str, arguments: &[&str], pdf: Vec<u8>) -> Vec<u8> {
    let mut ran = Command::new(program)
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap_or_else(|why| panic!("{program}: {why}; `make test` installs it (apt-get install poppler-utils)"));
    let mut input = ran.stdin.take().expect("its input");
    let writing = std::thread::spawn(move || input.write_all(&pdf));
    let out = ran.wait_with_output().expect("it ends");
    writing.join().expect("written").expect("it reads");
    out.stdout
}

/// What can be read on each page of the paper. `PETALWORK_PICTURES=FOLDER` keeps a picture of the first, by that name.
async fn printed(phone: &Phone, name: &str, path: &str, paper: (f64, f64)) -> Vec<String> {
    let pdf = pdf_of(phone, path, paper).await;
    if let Some(folder) = std::env::var_os("PETALWORK_PICTURES").map(PathBuf::from) {
        let first = ["-r", "96", "-f", "1", "-l", "1", "-singlefile", "-png", "-"];
        std::fs::create_dir_all(&folder).expect("a folder");
        std::fs::write(folder.join(format!("{name}.png")), poppler("pdftoppm", &first, pdf.clone())).expect("kept");
    }
    let text = String::from_utf8(poppler("pdftotext", &["-layout", "-", "-"], pdf)).expect("text");
    text.trim_end_matches('\u{c}').split('\u{c}').map(str::to_owned).collect()
}

/// As it is printed: `1,424.55`.
fn figure(fen: Fen) -> String {
    app::words::money(fen).trim_start_matches(['−', '¥']).to_owned()
}

#[tokio::test]
async fn two_months_that_are_settled_at_once_are_a_sheet_for_each_worker_too() {
    let app = App::start().await;
    let store = &app.database.store;
    server::demo::make(store, app.clock.as_ref()).await.expect("the demo");
    let until = crate::support::village::day("2026-11-01");
    let owed = snapshot_of(store, WORKSHOP).await.unsettled(until).await.expect("a look");
    let command = Settle { until, workers: owed.iter().map(|one| one.who.id).collect() }.into();
    let id = crate::support::village::new_id();
    let ask = Ask { id, actor: ledger::model::Actor::Operator, day: None, command };
    let settlement = store.perform(WORKSHOP, app.clock.now(), ask).await.expect("settled").event.id;
    let desk = Phone::open(&app.address, Script::Off, Language::ZhCn).await;
    desk.enter_demo("coordinator").await;
    let slips = printed(&desk, "paper-slip-two-months", &format!("/settlements/{settlement}/slips"), A4).await;
    assert_eq!(slips.len(), owed.len(), "one page a worker");
    desk.close().await;
}

#[tokio::test]
async fn every_figure_is_on_paper_a_sheet_for_each_worker() {
    let app = App::start().await;
    let store = &app.database.store;
    server::demo::make(store, app.clock.as_ref()).await.expect("the demo");
    let desk = Phone::open(&app.address, Script::Off, Language::ZhCn).await;
    desk.enter_demo("coordinator").await;
    let mut settlement = None;
    for until in ["2026-09-30", "2026-10-31"] {
        let until = crate::support::village::day(until);
        let workers = snapshot_of(store, WORKSHOP)
            .await
            .unsettled(until)
            .await
            .expect("a look")
            .into_iter()
            .map(|one| one.who.id)
            .collect();
        let command = Settle { until, workers }.into();
        let ask =
            Ask { id: crate::support::village::new_id(), actor: ledger::model::Actor::Operator, day: None, command };
        settlement = Some(store.perform(WORKSHOP, app.clock.now(), ask).await.expect("settled").event.id);
    }
    let settlement = settlement.expect("October");
    let view = snapshot_of(store, WORKSHOP).await.settlement(settlement).await.expect("a look").expect("it is there");
    for language in Language::ALL {
        desk.speak(language).await;
        let named = |what: &str| format!("paper-{what}.{}", language.tag());
        let slips = printed(&desk, &named("slip-a4"), &format!("/settlements/{settlement}/slips"), A4).await;
        assert_eq!(slips.len(), view.slips.len(), "one page a worker");
        let small = printed(&desk, &named("slip-a6"), &format!("/settlements/{settlement}/slips"), A6).await;
        for (at, (who, slip, _)) in view.slips.iter().enumerate() {
            let full = snapshot_of(store, WORKSHOP)
                .await
                .of_worker(who.id)
                .slip_page(slip.until)
                .await
                .expect("a look")
                .expect("her slip");
            let tally = slip.tally;
            let mut figures = vec![slip.carried, tally.earned, slip.owed()];
            let others = [tally.bonus, tally.deducted, tally.advanced, tally.paid];
            figures.extend(others.into_iter().filter(|fen| *fen != Fen::ZERO));
            figures.extend(full.earned.iter().map(|line| line.rate.times(line.pieces)));
            figures.extend(full.rows.iter().map(|row| row.change));
            // Of the small ones a sheet has two sides.
            let begins = small.iter().position(|page| page.contains(&who.name)).expect("her sheet");
            let ends =
                small[begins + 1..].iter().position(|page| view.slips.iter().any(|(who, ..)| page.contains(&who.name)));
            let pages = ends.map_or(small.len() - begins, |ends| ends + 1);
            assert!(pages <= 2, "{} takes {pages} pages of A6 in {language:?}", who.name);
            for sheet in [slips[at].clone(), small[begins..begins + pages].concat()] {
                assert!(sheet.contains(&who.name) && sheet.contains(&who.number), "{} on {sheet}", who.name);
                for fen in &figures {
                    assert!(
                        sheet.contains(&figure(*fen)),
                        "{} of {} in {language:?} on {sheet}",
                        figure(*fen),
                        who.name
                    );
                }
            }
        }
        for (who, ..) in view.slips.iter().take(4) {
            let path = format!("/workers/{}/book?from=2026-10-01&until=2026-10-31", who.id);
            let [from, until] = ["2026-10-01", "2026-10-31"].map(crate::support::village::day);
            let paper = snapshot_of(store, WORKSHOP)
                .await
                .of_worker(who.id)
                .paper_book(from, until, 1_000)
                .await
                .expect("a look")
                .expect("her book");
            let sheets = printed(&desk, &named("book-a4"), &path, A4).await;
            assert!(sheets.len() <= 2, "{} takes {} pages in {language:?}", who.name, sheets.len());
            let all = sheets.concat();
            for (entry, owed) in paper.entries.iter().zip(paper.owed()) {
                for fen in entry.rows.iter().map(ledger::store::reads::book::BookRow::change).chain([owed]) {
                    assert!(
                        fen == Fen::ZERO || all.contains(&figure(fen)),
                        "{} of {} in {language:?}",
                        figure(fen),
                        who.name
                    );
                }
            }
        }
    }
    desk.close().await;
}

#[tokio::test]
async fn a_sheet_is_printed_and_handed_on_by_a_button() {
    let app = App::start().await;
    let store = &app.database.store;
    server::demo::make(store, app.clock.as_ref()).await.expect("the demo");
    for (script, language, copied) in
        [(Script::On, Language::ZhCn, "已复制，可以粘贴了"), (Script::Off, Language::En, "")]
    {
        let desk = Phone::open(&app.address, script, language).await;
        desk.enter_demo("coordinator").await;
        let worker = desk
            .found("/workers", "main a[href^='/workers/']:not([href='/workers/new'], [href='/workers/late'])")
            .await;
        for page in [format!("{worker}/slip"), format!("{worker}/book")] {
            desk.go(&page).await;
            let tools = "[data-sheet]:not([hidden]) [data-share]:not([hidden])";
            if matches!(script, Script::Off) {
                assert_eq!(desk.count(tools).await, 0, "{page}: no button that does nothing");
                continue;
            }
            desk.says("转发").await;
            assert_eq!(desk.count("[data-sheet]:not([hidden]) [data-print]").await, 1, "{page}");
            desk.press(tools).await;
            desk.says(copied).await;
        }
        desk.close().await;
    }
}

/// Saves the paper of a page as a picture, and tells its width, its height and how many of a hundred dots are not white.
const SAVED: &str = "new Promise((done, fail) => {
    URL.createObjectURL = (file) => { done(file); return 'about:blank'; };
    HTMLAnchorElement.prototype.click = () => {};
    document.querySelector('[data-picture]').click();
    setTimeout(() => fail(new Error(document.querySelector('[data-picture]').textContent)), 20000);
}).then((file) => createImageBitmap(file)).then((image) => {
    const canvas = Object.assign(document.createElement('canvas'), { width: image.width, height: image.height });
    const pen = canvas.getContext('2d');
    pen.drawImage(image, 0, 0);
    const { data } = pen.getImageData(0, 0, image.width, image.height);
    let dark = 0;
    for (let at = 0; at < data.length; at += 4) if (data[at] < 128) dark += 1;
    return [image.width, image.height, Math.round((dark * 400) / data.length)];
})";

#[tokio::test]
async fn a_paper_is_saved_as_a_picture_dark_on_light() {
    let app = App::start().await;
    let v = Village::settle(&app.database.store).await;
    let issued = v.done(v.issue_of(1, v.anna, 40)).await.id;
    let desk = desk_of(&app, v.workshop, Script::On, Language::ZhCn, "13900000031").await;
    desk.light(Light::Night).await;
    desk.screen(360, 640).await;
    for page in [format!("/issued/{issued}"), format!("/workers/{}/slip", v.anna), format!("/workers/{}/book", v.anna)]
    {
        desk.go(&page).await;
        desk.has("[data-picture]:not([hidden])").await;
        let drawn = told(desk.client(), SAVED).await.and_then(|drawn| serde_json::from_value::<[u32; 3]>(drawn).ok());
        let Some([width, height, dark]) = drawn else { panic!("no picture of {page}") };
        assert!(
            width >= 900 && height >= 600 && (1..40).contains(&dark),
            "{page}: {width} x {height}, {dark} of 100 are dark"
        );
    }
    // A page without a paper has no such button.
    desk.go(&format!("/orders/{}", v.order)).await;
    desk.has("[data-print]").await;
    assert_eq!(desk.count("[data-picture]:not([hidden])").await, 0);
    desk.close().await;
}
