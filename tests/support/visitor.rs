//! Someone at a browser without script, acted over HTTP: opens pages, and sends the forms that are on them.

use reqwest::cookie::{CookieStore, Jar};
use reqwest::header::{ORIGIN, REFERER};
use reqwest::{Client, Method, RequestBuilder, Response, StatusCode, Url};
use scraper::{ElementRef, Html, Selector};
use std::collections::BTreeMap;
use std::sync::Arc;

/// A page as it was answered.
#[derive(Clone, Debug)]
pub struct Page {
    pub status: StatusCode,
    /// Where it is in the end, redirects followed: path and query.
    pub path: String,
    pub html: String,
}

impl Page {
    async fn of(response: Response) -> Self {
        let status = response.status();
        let url = response.url();
        let path = url.query().map_or_else(|| url.path().to_owned(), |query| format!("{}?{query}", url.path()));
        Self { status, path, html: response.text().await.expect("a text") }
    }

    /// All that can be read on it.
    pub fn text(&self) -> String {
        let html = Html::parse_document(&self.html);
        let words: Vec<&str> = html.root_element().text().flat_map(str::split_whitespace).collect();
        words.join(" ")
    }

    /// Where the first such link leads.
    pub fn link(&self, selector: &str) -> String {
        self.attribute(selector, "href")
    }

    /// An attribute of the first such element.
    pub fn attribute(&self, selector: &str, name: &str) -> String {
        let html = Html::parse_document(&self.html);
        let selector = Selector::parse(selector).expect("a selector");
        let found = html.select(&selector).next().and_then(|element| element.attr(name).map(str::to_owned));
        found.unwrap_or_else(|| panic!("no such {name} on {}:\n{}", self.path, self.text()))
    }

    /// An attribute of each such element.
    pub fn attributes(&self, selector: &str, name: &str) -> Vec<String> {
        let html = Html::parse_document(&self.html);
        let selector = Selector::parse(selector).expect("a selector");
        html.select(&selector).filter_map(|element| element.attr(name).map(str::to_owned)).collect()
    }

    /// What can be read in each such element.
    pub fn texts(&self, selector: &str) -> Vec<String> {
        let html = Html::parse_document(&self.html);
        let selector = Selector::parse(selector).expect("a selector");
        let found = html.select(&selector);
        found.map(|element| element.text().flat_map(str::split_whitespace).collect::<Vec<_>>().join(" ")).collect()
    }

    /// How many such elements there are.
    pub fn count(&self, selector: &str) -> usize {
        Html::parse_document(&self.html).select(&Selector::parse(selector).expect("a selector")).count()
    }

    /// What the form with that address would send as it stands; `key` tells forms of one address apart.
    pub fn form(&self, action: &str, key: Option<&str>) -> BTreeMap<String, String> {
        let html = Html::parse_document(&self.html);
        // One with a file tells in its address which it is.
        let forms = format!("form[action='{action}'], form[action^='{action}?']");
        let forms = Selector::parse(&forms).expect("a selector");
        let fields = Selector::parse("input[name], select[name], textarea[name]").expect("a selector");
        let found = html.select(&forms).map(|form| form.select(&fields).filter_map(sent).collect::<BTreeMap<_, _>>());
        let mut found = found.filter(|form| key.is_none() || form.get("form").map(String::as_str) == key);
        found.next().unwrap_or_else(|| panic!("no form {action} {key:?} on {}:\n{}", self.path, self.text()))
    }
}

/// What a field of a form sends, if it does.
fn sent(field: ElementRef<'_>) -> Option<(String, String)> {
    let element = field.value();
    let name = element.attr("name")?.to_owned();
    let value = || element.attr("value").unwrap_or_default().to_owned();
    match (element.name(), element.attr("type").unwrap_or("text")) {
        ("input", "checkbox" | "radio") if element.attr("checked").is_none() => None,
        ("input", "checkbox" | "radio") => Some((name, element.attr("value").unwrap_or("on").to_owned())),
        ("input", "file" | "submit" | "button") => None,
        ("select", _) => {
            let options = Selector::parse("option").expect("a selector");
            let chosen = Selector::parse("option[selected]").expect("a selector");
            let option = field.select(&chosen).next().or_else(|| field.select(&options).next())?;
            Some((name, option.value().attr("value").unwrap_or_default().to_owned()))
        }
        ("textarea", _) => Some((name, field.text().collect())),
        _ => Some((name, value())),
    }
}

/// A browser of one's own.
pub struct Visitor {
    client: Client,
    /// The same, which leaves what comes compressed as it is.
    wire: Client,
    home: String,
    jar: Arc<Jar>,
}

impl Visitor {
    /// Somebody who was never here.
    pub fn new(home: &str) -> Self {
        let jar = Arc::new(Jar::default());
        let client = || Client::builder().cookie_provider(jar.clone());
        let wire = client().no_brotli().no_gzip().build().expect("a client");
        Self { client: client().build().expect("a client"), wire, home: home.to_owned(), jar }
    }

    /// A cookie that this browser keeps.
    pub fn cookie(&self, name: &str) -> Option<String> {
        let home = Url::parse(&self.home).expect("an address");
        let kept = self.jar.cookies(&home)?.to_str().expect("plain").to_owned();
        kept.split("; ").find_map(|cookie| cookie.strip_prefix(name)?.strip_prefix('=')).map(str::to_owned)
    }

    /// Puts a cookie into this browser.
    pub fn put_cookie(&self, name: &str, value: &str) {
        self.jar.add_cookie_str(&format!("{name}={value}; Path=/"), &Url::parse(&self.home).expect("an address"));
    }

    /// Begins any request at all, with this browser's cookies.
    pub fn ask(&self, method: Method, path: &str) -> RequestBuilder {
        self.client.request(method, format!("{}{path}", self.home))
    }

    /// The bytes of a page or file as they come to a browser that takes brotli: its headers, and its body.
    pub async fn weight(&self, path: &str) -> (usize, usize) {
        let asked = self.wire.get(format!("{}{path}", self.home));
        let asked = asked.header("accept", "text/html").header("accept-encoding", "br");
        let answer = asked.send().await.expect("an answer");
        assert_eq!(answer.status(), StatusCode::OK, "{path}");
        let headers = answer.headers().iter().map(|(name, value)| name.as_str().len() + value.len() + 4).sum();
        (headers, answer.bytes().await.expect("a body").len())
    }

    /// Opens a page, following redirects.
    pub async fn open(&self, path: &str) -> Page {
        let asked = self.client.get(format!("{}{path}", self.home)).header("accept", "text/html");
        Page::of(asked.send().await.expect("an answer")).await
    }

    /// Sends the form of a page, with these fields in place of what stands in it.
    pub async fn send(&self, page: &Page, action: &str, fields: &[(&str, &str)]) -> Page {
        self.send_keyed(page, action, None, fields).await
    }

    /// Sends one of several forms of a page with the same address.
    pub async fn send_keyed(&self, page: &Page, action: &str, key: Option<&str>, fields: &[(&str, &str)]) -> Page {
        let mut form = page.form(action, key);
        form.extend(fields.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())));
        self.post(&page.path, action, &form).await
    }

    /// Sends a form's fields as a browser on that page would.
    pub async fn post(&self, from: &str, action: &str, form: &BTreeMap<String, String>) -> Page {
        let action = Url::parse(&self.home).and_then(|home| home.join(action)).expect("an address");
        let asked = self.client.post(action).header("accept", "text/html").header(ORIGIN, &self.home);
        let asked = asked.header(REFERER, format!("{}{from}", self.home)).form(form);
        Page::of(asked.send().await.expect("an answer")).await
    }

    /// Sends the form that carries a file.
    pub async fn upload(&self, page: &Page, action: &str, key: &str, name: &str, file: (&str, Vec<u8>)) -> Page {
        let mut form = reqwest::multipart::Form::new();
        let fields = page.form(action, Some(key));
        let told = page.attributes(&format!("form[action^='{action}?']:has([name=form][value='{key}'])"), "action");
        let action = told.into_iter().next().unwrap_or_else(|| action.to_owned());
        for (name, value) in fields {
            form = form.text(name, value);
        }
        let part = reqwest::multipart::Part::bytes(file.1).file_name(file.0.to_owned());
        let asked = self.client.post(format!("{}{action}", self.home)).header("accept", "text/html");
        let asked = asked.header(ORIGIN, &self.home).header(REFERER, format!("{}{}", self.home, page.path));
        Page::of(asked.multipart(form.part(name.to_owned(), part)).send().await.expect("an answer")).await
    }
}
