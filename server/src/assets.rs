//! What browsers load besides pages: styles, and the script and WebAssembly of the islands.
//!
//! `cargo xtask browser` lays them out as `site/pkg/<hash of the content>/<name>` with `.br` and `.gz` beside each. They are
//! read once, when the server starts (a few hundred kilobytes), and served from memory; what is not there then does not exist.

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::{env, fs, io};

use crate::headers::FOR_EVER;
use axum::Router;
use axum::body::Bytes;
use axum::extract::{Path as Parts, State};
use axum::http::header::{ACCEPT_ENCODING, CACHE_CONTROL, CONTENT_ENCODING, CONTENT_TYPE, HeaderName, VARY};
use axum::http::{HeaderMap, HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use thiserror::Error;

const STYLES: &str = "petalwork.css";
const SMALL_STYLES: &str = "small.css";
const PAPER_STYLES: &str = "paper.css";
const SCRIPT: &str = "petalwork.js";
const WASM: &str = "petalwork_bg.wasm";

/// Why there is nothing to serve.
#[derive(Debug, Error)]
pub enum AssetsError {
    /// No `site` folder lies where it is looked for.
    #[error(
        "the styles and the browser half are not built: run `cargo xtask browser` first, or name their folder in PETALWORK_SITE"
    )]
    NotBuilt,
    /// A `site` folder without one of the files.
    #[error("{} is incomplete, {name} is missing: run `cargo xtask browser` again", folder.display())]
    Incomplete {
        /// The `site` folder.
        folder: PathBuf,
        /// The missing file.
        name: &'static str,
    },
    /// The folder is there and cannot be read.
    #[error("cannot read {}: {why}", path.display())]
    Unreadable {
        /// The file or folder.
        path: PathBuf,
        /// The system’s error.
        why: io::Error,
    },
}

/// The addresses that a page names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AssetUrls {
    /// The style sheet: `/pkg/<hash>/petalwork.css`.
    pub styles: String,
    /// Those that workers and strangers need: `/pkg/<hash>/small.css`.
    pub small_styles: String,
    /// Those of sheets of paper, beside either: `/pkg/<hash>/paper.css`.
    pub paper_styles: String,
    /// The islands' script, an ES module: `/pkg/<hash>/petalwork.js`.
    pub script: String,
    /// The islands' WebAssembly: `/pkg/<hash>/petalwork_bg.wasm`.
    pub wasm: String,
    /// The folder of the last two, as `LeptosOptions::site_pkg_dir` wants it: `pkg/<hash>`.
    pub folder: String,
}

/// Everything browsers load besides pages, in memory.
#[derive(Debug)]
pub struct BuiltAssets {
    /// By `<hash>/<name>`.
    files: HashMap<String, File>,
    urls: AssetUrls,
}

#[derive(Debug)]
struct File {
    kind: HeaderValue,
    plain: Bytes,
    brotli: Bytes,
    gzip: Bytes,
}

impl BuiltAssets {
    /// Reads what `cargo xtask browser` built: from the folder that `PETALWORK_SITE` names, or else from a folder `site` that
    /// lies beside the program or up to two folders above it, as `target/site` does.
    ///
    /// # Errors
    /// When there is no such folder, or it is incomplete or unreadable.
    pub fn find() -> Result<Self, AssetsError> {
        if let Some(folder) = env::var_os("PETALWORK_SITE") {
            return Self::open(Path::new(&folder));
        }
        let program = env::current_exe().map_err(|_| AssetsError::NotBuilt)?;
        let mut folders = program.ancestors().skip(1).take(3).map(|folder| folder.join("site"));
        let folder = folders.find(|folder| folder.join("pkg").is_dir());
        Self::open(&folder.ok_or(AssetsError::NotBuilt)?)
    }

    /// Reads a `site` folder.
    ///
    /// # Errors
    /// When it is incomplete or unreadable.
    pub fn open(site: &Path) -> Result<Self, AssetsError> {
        let mut files = HashMap::new();
        let mut address_of = HashMap::new();
        for folder in list(&site.join("pkg"))? {
            for path in list(&folder)? {
                let (Some(hash), Some(name), Some(kind)) = (name(&folder), name(&path), kind(&path)) else {
                    continue;
                };
                address_of.insert(name.to_owned(), hash.to_owned());
                files.insert(format!("{hash}/{name}"), File::open(&path, kind)?);
            }
        }
        let hash = |name| {
            let missing = || AssetsError::Incomplete { folder: site.to_owned(), name };
            address_of.get(name).ok_or_else(missing)
        };
        let browser = hash(SCRIPT)?;
        let urls = AssetUrls {
            styles: format!("/pkg/{}/{STYLES}", hash(STYLES)?),
            small_styles: format!("/pkg/{}/{SMALL_STYLES}", hash(SMALL_STYLES)?),
            paper_styles: format!("/pkg/{}/{PAPER_STYLES}", hash(PAPER_STYLES)?),
            script: format!("/pkg/{browser}/{SCRIPT}"),
            wasm: format!("/pkg/{}/{WASM}", hash(WASM)?),
            folder: format!("pkg/{browser}"),
        };
        Ok(Self { files, urls })
    }

    /// What pages name.
    pub fn urls(&self) -> &AssetUrls {
        &self.urls
    }

    /// Answers `/pkg/<hash>/<name>`. Anyone may ask: nothing here is anyone's.
    pub fn router<S: Clone + Send + Sync + 'static>(self: Arc<Self>) -> Router<S> {
        Router::new().route("/pkg/{hash}/{name}", get(serve)).with_state(self)
    }
}

async fn serve(
    State(assets): State<Arc<BuiltAssets>>,
    Parts((hash, name)): Parts<(String, String)>,
    headers: HeaderMap,
) -> Response {
    match assets.files.get(&format!("{hash}/{name}")) {
        Some(file) => file.answer(&headers),
        None => StatusCode::NOT_FOUND.into_response(),
    }
}

impl File {
    fn open(path: &Path, kind: &'static str) -> Result<Self, AssetsError> {
        let read = |path: &Path| {
            let unreadable = |why| AssetsError::Unreadable { path: path.to_owned(), why };
            fs::read(path).map(Bytes::from).map_err(unreadable)
        };
        let beside = |ending| read(&with_ending(path, ending));
        let kind = HeaderValue::from_static(kind);
        Ok(Self { kind, plain: read(path)?, brotli: beside(".br")?, gzip: beside(".gz")? })
    }

    /// The smallest form that the browser takes.
    fn answer(&self, headers: &HeaderMap) -> Response {
        let common: [(HeaderName, HeaderValue); 3] = [
            (CONTENT_TYPE, self.kind.clone()),
            (CACHE_CONTROL, FOR_EVER),
            (VARY, HeaderValue::from_static("accept-encoding")),
        ];
        if takes(headers, "br") {
            (common, [(CONTENT_ENCODING, "br")], self.brotli.clone()).into_response()
        } else if takes(headers, "gzip") {
            (common, [(CONTENT_ENCODING, "gzip")], self.gzip.clone()).into_response()
        } else {
            (common, self.plain.clone()).into_response()
        }
    }
}

/// Whether `Accept-Encoding` names `coding`, and not only to refuse it (`;q=0`).
fn takes(headers: &HeaderMap, coding: &str) -> bool {
    let values = headers.get_all(ACCEPT_ENCODING).iter().filter_map(|value| value.to_str().ok());
    values.flat_map(|value| value.split(',')).any(|offer| {
        let mut parts = offer.split(';').map(str::trim);
        let named = parts.next().is_some_and(|name| name.eq_ignore_ascii_case(coding));
        named && !parts.any(is_zero_weight)
    })
}

fn is_zero_weight(parameter: &str) -> bool {
    let Some((name, weight)) = parameter.split_once('=') else {
        return false;
    };
    name.trim().eq_ignore_ascii_case("q") && weight.trim().parse() == Ok(0.0)
}

/// The media type of what is served; `None` for anything else, such as the compressed copies.
fn kind(path: &Path) -> Option<&'static str> {
    match path.extension()?.to_str()? {
        "css" => Some("text/css; charset=utf-8"),
        "js" => Some("text/javascript; charset=utf-8"),
        "wasm" => Some("application/wasm"),
        _ => None,
    }
}

fn name(path: &Path) -> Option<&str> {
    path.file_name()?.to_str()
}

fn with_ending(path: &Path, ending: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(ending);
    name.into()
}

fn list(folder: &Path) -> Result<Vec<PathBuf>, AssetsError> {
    let unreadable = |why| AssetsError::Unreadable { path: folder.to_owned(), why };
    let entries = fs::read_dir(folder).map_err(unreadable)?;
    entries.map(|entry| Ok(entry.map_err(unreadable)?.path())).collect()
}

#[cfg(test)]
mod tests;
