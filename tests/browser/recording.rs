//! Recording on a page, with a browser whose microphone beeps.

use super::split::desk_of;
use super::{Phone, Script};
use crate::support::app::App;
use crate::support::people::PIN;
use crate::support::sound::tone;
use crate::support::village::Village;
use app::language::Language;

const KEEP: &str = "form[action^='/api/set_voice_clip']";
const SAY: &str = "form[action^='/api/say_dispute']";

/// Records for more than a second, in which the microphone beeps once, and hears it.
async fn record(phone: &Phone, form: &str) {
    let button = |n: usize| format!("{form} [data-recorder] button:nth-of-type({n})");
    phone.press(&button(1)).await;
    phone.has(&format!("{form} [data-recorder] button:nth-of-type(2):not([hidden])")).await;
    wait(phone, "/[23] (秒|s)/.test(document.querySelector('[data-recorder] [role=status]').textContent)").await;
    phone.press(&button(2)).await;
    phone.has(&format!("{form} [data-recorder] button:nth-of-type(3):not([hidden])")).await;
    phone.press(&button(3)).await;
    phone.has(&format!("{form} [data-recorder][data-heard=yes]")).await;
    assert!(phone.fits().await, "wider than the phone");
}

/// Waits until script says so.
async fn wait(phone: &Phone, what: &str) {
    let wait = "const done = arguments[arguments.length - 1]; const look = () => ".to_owned()
        + &format!("({what}) ? done(true) : setTimeout(look, 20); look();");
    phone.client().execute_async(&wait, Vec::new()).await.unwrap_or_else(|why| panic!("{what}: {why}"));
}

#[tokio::test]
async fn a_clip_is_recorded_heard_kept_and_heard_on_her_phone() {
    let app = App::start().await;
    let v = Village::settle(&app.database.store).await;
    v.issue(1, v.anna, 7).await;
    let desk = desk_of(&app, v.workshop, Script::On, Language::ZhCn, "13900000071").await;
    desk.go("/voice/zh-CN/n7").await;
    desk.has(&format!("{KEEP} [data-recorder]:not([hidden])")).await;
    record(&desk, KEEP).await;
    // Taken away, there is nothing to send; recorded again, there is.
    desk.press(&format!("{KEEP} [data-recorder] button:nth-of-type(4)")).await;
    wait(&desk, "document.querySelector('input[type=file]').files.length === 0").await;
    record(&desk, KEEP).await;
    desk.press_button(&format!("{KEEP} button.button:not([type=button])")).await;
    desk.says("录音换上了").await;
    let phone = her_phone(&app, &v, Script::On).await;
    phone.has("a.hear[href^='/spoken/own/']").await;
    phone.press("a.hear[href^='/spoken/own/']").await;
    phone.has("a.hear[href^='/spoken/own/'][aria-pressed=true]").await;
    assert_eq!(phone.count("[data-unheard]:not([hidden])").await, 0);
    desk.close().await;
    phone.close().await;
}

#[tokio::test]
async fn without_script_a_file_does_the_same() {
    let app = App::start().await;
    let v = Village::settle(&app.database.store).await;
    let desk = desk_of(&app, v.workshop, Script::Off, Language::En, "13900000072").await;
    let file = std::env::temp_dir().join(format!("petalwork-tone-{}.wav", std::process::id()));
    std::fs::write(&file, tone(80)).expect("a file");
    desk.go("/voice/en/n7").await;
    assert_eq!(desk.count("[data-recorder]:not([hidden])").await, 0);
    desk.attach(&format!("{KEEP} [name=file]"), &file.display().to_string()).await;
    desk.press_button(&format!("{KEEP} button.button:not([type=button])")).await;
    desk.says("The recording is in use").await;
    assert!(desk.fits().await, "wider than the phone");
    std::fs::remove_file(&file).expect("the file is ours");
    desk.close().await;
}

#[tokio::test]
async fn she_records_what_she_says_of_a_count_and_the_coordinator_hears_it() {
    let app = App::start().await;
    let v = Village::settle(&app.database.store).await;
    let issue = v.issue(1, v.anna, 10).await;
    let count = v.done(v.count_of(v.anna, issue, 8, 0, 0)).await.id;
    let phone = her_phone(&app, &v, Script::On).await;
    phone.go(&format!("/me/count/{count}")).await;
    phone.fill("[name=accepted]", "10").await;
    phone.press("label:has([name=why][value=few])").await;
    phone.send("/api/dispute_count").await;
    phone.has(SAY).await;
    record(&phone, SAY).await;
    phone.press_button(&format!("{SAY} button.button:not([type=button])")).await;
    phone.says("带头人听得到").await;
    let desk = desk_of(&app, v.workshop, Script::On, Language::ZhCn, "13900000073").await;
    desk.go("/today").await;
    desk.press("#disputes a.hear").await;
    desk.has("#disputes a.hear[aria-pressed=true]").await;
    assert_eq!(desk.count("[data-unheard]:not([hidden])").await, 0);
    desk.close().await;
    phone.close().await;
}

/// Her phone, once she has chosen her PIN.
async fn her_phone(app: &App, v: &Village<'_>, script: Script) -> Phone {
    let phone = Phone::open(&app.address, script, Language::ZhCn).await;
    phone.go(&app.card(v.workshop, v.anna).await).await;
    phone.fill("[name=pin]", PIN).await;
    phone.fill("[name=again]", PIN).await;
    phone.send("/api/choose_pin").await;
    phone
}
