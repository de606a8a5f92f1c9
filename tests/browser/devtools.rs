//! What only the browser's own tools can tell or do. ChromeDriver passes it on; it needs no script on the page, as
//! WebDriver's "execute" does.

use fantoccini::Client;
use fantoccini::wd::WebDriverCompatibleCommand;
use reqwest::{Method, Url};
use serde_json::{Value, json};
use std::str::FromStr;

/// A command of the Chrome `DevTools` protocol.
#[derive(Debug)]
struct Command {
    name: &'static str,
    parameters: Value,
}

impl WebDriverCompatibleCommand for Command {
    fn endpoint(&self, base: &Url, session: Option<&str>) -> Result<Url, <Url as FromStr>::Err> {
        base.join(&format!("session/{}/goog/cdp/execute", session.unwrap_or_default()))
    }

    fn method_and_body(&self, _: &Url) -> (Method, Option<String>) {
        (Method::POST, Some(json!({ "cmd": self.name, "params": self.parameters }).to_string()))
    }
}

/// Sends the command to the page that is open, and returns what it answers.
pub async fn ask(client: &Client, name: &'static str, parameters: Value) -> Value {
    client.issue_cmd(Command { name, parameters }).await.unwrap_or_else(|why| panic!("{name}: {why}"))
}

/// What a script on the open page comes to; `None` where the page went away meanwhile, or the script failed.
pub async fn told(client: &Client, script: &str) -> Option<Value> {
    let parameters = json!({ "expression": script, "awaitPromise": true, "returnByValue": true });
    let answer = client.issue_cmd(Command { name: "Runtime.evaluate", parameters }).await.ok()?;
    if answer["exceptionDetails"].is_null() { Some(answer["result"]["value"].clone()) } else { None }
}
