//! What pages load besides themselves.

use leptos::config::LeptosOptions;

/// Where the browser finds what belongs to a page; the server provides it with every request.
#[derive(Clone, Debug)]
pub struct Assets {
    /// The address of all styles, with the hash of their content in it.
    pub stylesheet: String,
    /// The same of those that the pages of workers and strangers use.
    pub small_stylesheet: String,
    /// The same of what is printed as a sheet of paper, beside one of the others.
    pub paper_stylesheet: String,
    /// Where the browser half is, if it is there: where it is not, pages have no islands' script.
    pub islands: Option<LeptosOptions>,
}

impl Default for Assets {
    fn default() -> Self {
        let stylesheet = "/petalwork.css".to_owned();
        Assets { small_stylesheet: stylesheet.clone(), paper_stylesheet: stylesheet.clone(), stylesheet, islands: None }
    }
}
