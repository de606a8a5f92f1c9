//! A person's phone: a browser of their own, 360 px wide.

use super::devtools;
use app::language::Language;
use base64::prelude::{BASE64_STANDARD, Engine};
use fantoccini::actions::{InputSource, WheelAction, WheelActions};
use fantoccini::elements::Element;
use fantoccini::{Client, ClientBuilder, Locator};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::json;

/// Whether pages may run script.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Script {
    On,
    Off,
}

/// When the page is looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Light {
    Day,
    Night,
}

/// Longer than any page takes on a busy machine.
const PATIENCE: std::time::Duration = std::time::Duration::from_secs(20);

/// A cheap phone's width in CSS pixels.
pub const WIDTH: u32 = 360;

/// A browser with nobody signed in.
pub struct Phone {
    client: Client,
    home: String,
}

impl Phone {
    /// Opens a new browser at the app's address.
    pub async fn open(home: &str, script: Script, language: Language) -> Self {
        let driver = std::env::var("PETALWORK_TEST_WEBDRIVER")
            .expect("PETALWORK_TEST_WEBDRIVER names a ChromeDriver; `make test` installs and starts one");
        let flags = [
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-sync",
            "--disable-background-networking",
            "--disable-component-update",
            // A microphone that beeps, and is allowed wherever a page asks for it.
            "--use-fake-device-for-media-stream",
            "--use-fake-ui-for-media-stream",
        ];
        // As a person would turn it off, in the settings; ChromeDriver's own script still runs.
        let prefs = match script {
            Script::On => json!({}),
            Script::Off => json!({ "profile.managed_default_content_settings.javascript": 2 }),
        };
        // Not "touch": ChromeDriver makes a tap with script of the page's own, and waits for ever where there is no such script.
        let wishes = json!({
            "browserName": "chrome",
            "goog:chromeOptions": {
                "args": flags,
                "prefs": prefs,
                "mobileEmulation": { "deviceMetrics": { "width": WIDTH, "height": 740, "pixelRatio": 2.0, "touch": false } },
            },
        });
        let wishes = wishes.as_object().cloned().expect("an object");
        let client = ClientBuilder::new(HttpConnector::new())
            .capabilities(wishes)
            .connect(&driver)
            .await
            .expect("ChromeDriver opens a browser");
        let phone = Self { client, home: home.to_owned() };
        phone.go("/").await;
        phone.speak(language).await;
        phone
    }

    /// For what is asked of the browser itself.
    pub const fn client(&self) -> &Client {
        &self.client
    }

    /// Opens a page of the app.
    pub async fn go(&self, path: &str) {
        self.client.goto(&format!("{}{path}", self.home)).await.expect("the page opens");
    }

    /// The path of the page that is open, with its query.
    pub async fn path(&self) -> String {
        let url = self.client.current_url().await.expect("a page is open");
        url.query().map_or_else(|| url.path().to_owned(), |query| format!("{}?{query}", url.path()))
    }

    /// All that can be read on the page.
    pub async fn text(&self) -> String {
        self.one("body").await.text().await.expect("text")
    }

    /// Types into a field, in place of what is there.
    pub async fn fill(&self, selector: &str, value: &str) {
        let field = self.one(selector).await;
        field.clear().await.unwrap_or_else(|why| panic!("{selector}: {why}"));
        field.send_keys(value).await.unwrap_or_else(|why| panic!("{selector}: {why}"));
    }

    /// Chooses from a list by the value that it sends.
    pub async fn choose(&self, selector: &str, value: &str) {
        self.one(selector).await.select_by_value(value).await.unwrap_or_else(|why| panic!("{selector}: {why}"));
    }

    /// Chooses a file.
    pub async fn attach(&self, selector: &str, path: &str) {
        self.one(selector).await.send_keys(path).await.unwrap_or_else(|why| panic!("{selector}: {why}"));
    }

    /// Types into whatever has the focus, key by key.
    pub async fn keys(&self, keys: &str) {
        for key in keys.chars() {
            let field = self.client.active_element().await.expect("something has the focus");
            field.send_keys(&key.to_string()).await.unwrap_or_else(|why| panic!("{key:?}: {why}"));
        }
    }

    /// Presses a button that leads to a page, and waits for that page.
    pub async fn press_button(&self, selector: &str) {
        let old = self.one("h1").await;
        self.press(selector).await;
        // The old heading goes when the new page is there, by itself or in place; one that never comes is a failure, not a wait without end.
        let gone = async {
            while old.tag_name().await.is_ok() {
                tokio::task::yield_now().await;
            }
        };
        if tokio::time::timeout(PATIENCE, gone).await.is_err() {
            panic!("{selector} on {} leads nowhere:\n{}", self.path().await, self.text_or_nothing().await);
        }
        self.client.wait().for_element(Locator::Css("body")).await.expect("a page");
    }

    /// Taps a thing; where the bar at the bottom lies over it, scrolls on as a thumb would.
    pub async fn press(&self, selector: &str) {
        const SCROLLS: usize = 3;
        let thing = self.one(selector).await;
        for _ in 0..SCROLLS {
            match thing.click().await {
                Ok(()) => return,
                Err(why) if why.to_string().contains("element click intercepted") => self.scroll().await,
                Err(why) => panic!("{selector}: {why}"),
            }
        }
        panic!("{selector} on {} stays hidden behind something", self.path().await);
    }

    async fn scroll(&self) {
        let scroll = WheelAction::Scroll { duration: None, x: 100, y: 300, delta_x: 0, delta_y: 200 };
        let wheel = WheelActions::new("wheel".to_owned()).then(scroll);
        self.client.perform_actions(wheel).await.expect("the page scrolls");
    }

    /// Sends the form with that address by its last button, which is the one that does it.
    pub async fn send(&self, action: &str) {
        self.press_button(&format!("form[action='{action}'] button.button:not([formaction], [type=button])")).await;
    }

    /// Sends one of several forms with that address.
    pub async fn send_keyed(&self, action: &str, key: &str) {
        let form = format!("form:is([action='{action}'], [action^='{action}?']):has([name=form][value='{key}'])");
        self.press_button(&format!("{form} button.button:not([formaction], [type=button])")).await;
    }

    /// Follows the first such link.
    pub async fn follow(&self, selector: &str) {
        self.press_button(selector).await;
    }

    /// Unfolds what is folded around a thing.
    pub async fn unfold(&self, selector: &str) {
        let folded = format!("details:not([open]):has({selector}) > summary");
        if self.count(&folded).await > 0 {
            self.press(&folded).await;
        }
    }

    /// How many such things there are.
    pub async fn count(&self, selector: &str) -> usize {
        self.client.find_all(Locator::Css(selector)).await.expect("a page is open").len()
    }

    /// What the first such thing says.
    pub async fn text_of(&self, selector: &str) -> String {
        self.one(selector).await.text().await.expect("text")
    }

    /// Follows the first such link that says a text.
    pub async fn follow_text(&self, selector: &str, text: &str) {
        let links = self.client.find_all(Locator::Css(selector)).await.expect("a page is open");
        for link in links {
            if link.text().await.is_ok_and(|said| said.contains(text)) {
                let href = link.attr("href").await.expect("an element").expect("an address");
                return self.go(&href).await;
            }
        }
        panic!("no {selector} says {text} on {}:\n{}", self.path().await, self.text_or_nothing().await);
    }

    /// Chooses the first that can be chosen.
    pub async fn choose_first(&self, selector: &str) {
        let value = self.attribute(&format!("{selector} option:not([value=''])"), "value").await;
        self.choose(selector, &value).await;
    }

    /// What stands in a field.
    pub async fn value(&self, selector: &str) -> String {
        self.one(selector).await.prop("value").await.expect("a field").unwrap_or_default()
    }

    /// Waits until that stands in a field, as script fills it in.
    pub async fn shows(&self, selector: &str, value: &str) {
        let filled = async {
            while self.value(selector).await != value {
                tokio::task::yield_now().await;
            }
        };
        if tokio::time::timeout(PATIENCE, filled).await.is_err() {
            panic!("{selector} on {} shows {} and not {value}", self.path().await, self.value(selector).await);
        }
    }

    /// Waits until there is such a thing, as script makes it.
    pub async fn has(&self, selector: &str) {
        let there = async {
            while self.count(selector).await == 0 {
                tokio::task::yield_now().await;
            }
        };
        if tokio::time::timeout(PATIENCE, there).await.is_err() {
            panic!("{} never has {selector}", self.path().await);
        }
    }

    /// Waits until the page says something, as script makes it.
    pub async fn says(&self, text: &str) {
        let said = async {
            while !self.text_or_nothing().await.contains(text) {
                tokio::task::yield_now().await;
            }
        };
        if tokio::time::timeout(PATIENCE, said).await.is_err() {
            panic!("{} never says {text}:\n{}", self.path().await, self.text_or_nothing().await);
        }
    }

    /// Waits until the page's heading says something, as script makes it.
    pub async fn head(&self, text: &str) {
        let said = async {
            while !self.text_of_or_nothing("h1").await.contains(text) {
                tokio::task::yield_now().await;
            }
        };
        if tokio::time::timeout(PATIENCE, said).await.is_err() {
            panic!("{} is never headed {text}:\n{}", self.path().await, self.text_or_nothing().await);
        }
    }

    /// Waits until a box is ticked, as script does it.
    pub async fn ticked(&self, selector: &str) {
        let ticked = format!("{selector}:checked");
        let done = async {
            while self.count(&ticked).await == 0 {
                tokio::task::yield_now().await;
            }
        };
        assert!(tokio::time::timeout(PATIENCE, done).await.is_ok(), "{selector} is never ticked");
    }

    /// Whether there is anything to count on that counting table.
    pub async fn count_page_has_work(&self, path: &str) -> bool {
        self.go(path).await;
        self.count("form[action='/api/count']").await > 0
    }

    /// A part of the page's address or text, such as the link on a delivery note.
    pub async fn attribute(&self, selector: &str, name: &str) -> String {
        let found = self.one(selector).await.attr(name).await.expect("an element");
        found.unwrap_or_else(|| panic!("{selector} has no {name}"))
    }

    /// Whether a script of ours returns true.
    pub async fn is_true(&self, script: &str) -> bool {
        self.client.execute(script, Vec::new()).await.expect("a script of ours runs") == json!(true)
    }

    /// Whether the page is no wider than the screen.
    pub async fn fits(&self) -> bool {
        let layout = devtools::ask(&self.client, "Page.getLayoutMetrics", json!({})).await;
        let width = |of: &str, name: &str| layout[of][name].as_f64().expect("a page has a width");
        width("cssContentSize", "width") <= width("cssLayoutViewport", "clientWidth")
    }

    /// What cannot be read whole, each with its part and what it says. What has to be pushed into sight is cut off too: few
    /// think of it.
    pub async fn cut_off(&self) -> Vec<String> {
        let cut = self.client.execute(include_str!("cut_off.js"), Vec::new()).await.expect("a script of ours runs");
        serde_json::from_value(cut).expect("texts")
    }

    /// What is to be tapped and is lower than so many pixels.
    pub async fn small_targets(&self, least: u32) -> Vec<String> {
        let small = include_str!("small_targets.js");
        let small = self.client.execute(small, vec![json!(least)]).await.expect("a script of ours runs");
        serde_json::from_value(small).expect("texts")
    }

    /// How many screens of a phone the page is long.
    pub async fn screens(&self) -> f64 {
        let height = "return document.documentElement.scrollHeight";
        let height = self.client.execute(height, Vec::new()).await.expect("a height");
        height.as_f64().expect("a number") / 740.0
    }

    /// In how many sizes the page is written, sheets for the printer aside.
    pub async fn sizes(&self) -> Vec<String> {
        const SIZES: &str = "return [...new Set([...document.querySelectorAll('body *')] \
             .filter(part => [...part.childNodes].some(node => node.nodeType === 3 && node.data.trim())) \
             .filter(part => part.checkVisibility() && !part.closest('.sheet, svg')) \
             .map(part => getComputedStyle(part).fontSize))]";
        let sizes = self.client.execute(SIZES, Vec::new()).await.expect("a script of ours runs");
        serde_json::from_value(sizes).expect("sizes")
    }

    /// Sets the size of the text, in percent of what is usual, as its owner would in the browser's settings.
    pub async fn text_size(&self, percent: u32) {
        let sizes = json!({ "fontSizes": { "standard": 16 * percent / 100, "fixed": 13 * percent / 100 } });
        devtools::ask(&self.client, "Page.setFontSizes", sizes).await;
    }

    /// Shows the text of this page larger, and only of this page: no media query hears of it.
    pub async fn page_text_size(&self, percent: u32) {
        let larger = format!("document.documentElement.style.fontSize = '{percent}%'");
        self.client.execute(&larger, Vec::new()).await.expect("a script of ours runs");
    }

    /// Holds a cookie of the app.
    pub async fn keep(&self, name: &str, value: &str) {
        let cookie = json!({ "name": name, "value": value, "url": self.home });
        devtools::ask(&self.client, "Network.setCookie", cookie).await;
    }

    /// Looks through a screen of that size, in CSS pixels.
    pub async fn screen(&self, width: u32, height: u32) {
        let size = json!({ "width": width, "height": height, "deviceScaleFactor": 2, "mobile": width < 600 });
        devtools::ask(&self.client, "Emulation.setDeviceMetricsOverride", size).await;
    }

    /// Looks through a screen of that width that is as high as the page: what the bar at the bottom covers can be scrolled out below it.
    pub async fn whole_page(&self, width: u32) {
        self.screen(width, 740).await;
        let layout = devtools::ask(&self.client, "Page.getLayoutMetrics", json!({})).await;
        let height = layout["cssContentSize"]["height"].as_f64().expect("a page has a height").ceil();
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "the height of a page")]
        self.screen(width, height as u32).await;
    }

    /// Turns the phone to day or night.
    pub async fn light(&self, light: Light) {
        let value = match light {
            Light::Day => "light",
            Light::Night => "dark",
        };
        let features = json!({ "features": [{ "name": "prefers-color-scheme", "value": value }] });
        devtools::ask(&self.client, "Emulation.setEmulatedMedia", features).await;
    }

    /// The page as a PNG: all of it, if it is not longer than three screens of a phone, with the bar at its bottom.
    pub async fn picture(&self, width: u32) -> Vec<u8> {
        const LONGEST: f64 = 2200.0;
        let layout = devtools::ask(&self.client, "Page.getLayoutMetrics", json!({})).await;
        let height = layout["cssContentSize"]["height"].as_f64().expect("a page has a height").min(LONGEST).ceil();
        let size = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 600 });
        devtools::ask(&self.client, "Emulation.setDeviceMetricsOverride", size).await;
        let taken = devtools::ask(&self.client, "Page.captureScreenshot", json!({})).await;
        BASE64_STANDARD.decode(taken["data"].as_str().expect("a picture")).expect("a picture in base64")
    }

    /// Begins a workshop in an empty database, as its coordinator.
    pub async fn make_workshop(&self) {
        for (field, value) in [
            ("workshop", "试验花村"),
            ("name", "带头人"),
            ("phone", "13800000001"),
            ("password", "a long password"),
            ("again", "a long password"),
        ] {
            self.fill(&format!("form[action='/api/start'] [name={field}]"), value).await;
        }
        self.send("/api/start").await;
    }

    /// Sends a file of that kind to be looked at.
    pub async fn look_at_file(&self, kind: &str, file: &str) {
        self.go("/import").await;
        self.attach(&format!("#{kind} [name=file]"), file).await;
        self.press_button(&format!("#{kind} button.button")).await;
    }

    /// Signs in as one of the demo's roles.
    pub async fn enter_demo(&self, who: &str) {
        self.go("/").await;
        self.send_keyed("/api/demo_enter", who).await;
    }

    /// Where the first such link on that page leads.
    pub async fn found(&self, path: &str, link: &str) -> String {
        self.go(path).await;
        self.attribute(link, "href").await
    }

    /// Chooses the language, if it is not chosen.
    pub async fn speak(&self, language: Language) {
        let switch = format!("[name=language][value={}]", language.tag());
        if self.count(&switch).await > 0 {
            self.press_button(&switch).await;
        }
    }

    /// Puts the phone away.
    pub async fn close(self) {
        self.client.close().await.expect("the browser closes");
    }

    async fn one(&self, selector: &str) -> Element {
        match self.client.find(Locator::Css(selector)).await {
            Ok(found) => found,
            Err(why) => panic!("{selector} on {}: {why}\n{}", self.path().await, self.text_or_nothing().await),
        }
    }

    async fn text_or_nothing(&self) -> String {
        self.text_of_or_nothing("body").await
    }

    async fn text_of_or_nothing(&self, selector: &str) -> String {
        match self.client.find(Locator::Css(selector)).await {
            Ok(found) => found.text().await.unwrap_or_default(),
            Err(_) => String::new(),
        }
    }
}
