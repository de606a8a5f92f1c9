//! What pages load besides themselves: the built styles and browser half, or, in a checkout without them, the plain styles.

use crate::assets::{AssetsError, BuiltAssets};
use axum::Router;
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE};
use axum::routing::get;
use leptos::config::LeptosOptions;
use std::path::Path;
use std::sync::Arc;
use std::{fs, io};

/// Where the plain styles are served: the address that a page names when the server says nothing else.
const PLAIN: &str = "/petalwork.css";

/// Styles and script of the pages.
#[derive(Clone)]
pub enum Frontend {
    /// As built: styles, and the islands' script.
    Built(Arc<BuiltAssets>),
    /// The style sheets as they were written, and no script; pages work without.
    Plain(Arc<str>),
}

impl Frontend {
    /// What is there: the built site, else the folder `style` here, else nothing, which is logged once.
    #[must_use]
    pub fn find() -> Self {
        let missing = match BuiltAssets::find() {
            Ok(assets) => return Self::Built(Arc::new(assets)),
            Err(missing @ AssetsError::NotBuilt) => missing,
            Err(broken) => {
                tracing::error!("{broken}");
                broken
            }
        };
        match joined(Path::new("style")) {
            Ok(sheet) => {
                tracing::warn!("pages are served without script: {missing}");
                Self::Plain(sheet.into())
            }
            Err(_) => {
                tracing::error!("pages are served without styles and script: {missing}");
                Self::Plain("".into())
            }
        }
    }

    /// What the shell of a page names.
    pub(crate) fn shell_assets(&self) -> app::assets::Assets {
        match self {
            Self::Built(assets) => app::assets::Assets {
                stylesheet: assets.urls().styles.clone(),
                small_stylesheet: assets.urls().small_styles.clone(),
                paper_stylesheet: assets.urls().paper_styles.clone(),
                islands: Some(self.options()),
            },
            Self::Plain(_) => app::assets::Assets {
                stylesheet: PLAIN.to_owned(),
                small_stylesheet: PLAIN.to_owned(),
                paper_stylesheet: PLAIN.to_owned(),
                islands: None,
            },
        }
    }

    /// Where Leptos finds the browser half.
    pub(crate) fn options(&self) -> LeptosOptions {
        let options = LeptosOptions::builder().output_name("petalwork");
        match self {
            Self::Built(assets) => options.site_pkg_dir(assets.urls().folder.as_str()).build(),
            Self::Plain(_) => options.build(),
        }
    }

    /// Answers their addresses, which are open to anybody.
    pub(crate) fn router<S: Clone + Send + Sync + 'static>(self) -> Router<S> {
        match self {
            Self::Built(assets) => assets.router(),
            Self::Plain(sheet) => {
                let headers = [(CONTENT_TYPE, "text/css; charset=utf-8"), (CACHE_CONTROL, "no-cache")];
                Router::new().route(PLAIN, get(move || async move { (headers, sheet.to_string()) }))
            }
        }
    }
}

/// All sheets of a folder, tokens first, as the build tool joins them.
fn joined(folder: &Path) -> io::Result<String> {
    let mut sheets = fs::read_dir(folder)?.map(|entry| Ok(entry?.path())).collect::<io::Result<Vec<_>>>()?;
    sheets.retain(|path| path.extension().is_some_and(|kind| kind == "css"));
    sheets.sort_by_key(|path| (!path.ends_with("tokens.css"), path.clone()));
    sheets.into_iter().map(fs::read_to_string).collect()
}
