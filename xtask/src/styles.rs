//! The styles: every file of `style/`, minified, as one.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, anyhow, ensure};
use lightningcss::printer::PrinterOptions;
use lightningcss::stylesheet::{MinifyOptions, ParserOptions, StyleSheet};
use lightningcss::targets::{Browsers, Targets};

/// What neither workers nor strangers have on their pages: it is not sent to their phones.
const LARGE: [&str; 6] = ["count.css", "listing.css", "order.css", "progress.css", "split.css", "to-send.css"];

/// Comes before all others, which follow in the order of their names.
const FIRST: &str = "tokens.css";

/// Phones of about 2020: newer notation is rewritten for them.
const OLDEST: Browsers = Browsers {
    android: Some(version(87)),
    chrome: Some(version(87)),
    edge: Some(version(87)),
    firefox: Some(version(78)),
    ie: None,
    ios_saf: Some(version(14)),
    opera: None,
    safari: Some(version(14)),
    samsung: Some(version(13)),
};

/// A browser's major version, as lightningcss counts.
const fn version(major: u32) -> u32 {
    major << 16
}

/// Of whose pages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PagesOf {
    Everybody,
    /// Workers, and who is not signed in.
    Phones,
}

/// The style sheets of `folder` that are used on those pages as one, minified.
///
/// # Errors
/// When the folder holds none, or one is faulty: named by file, line and column.
pub fn build(folder: &Path, pages: PagesOf) -> Result<String> {
    let mut sheets = sheets(folder).with_context(|| format!("cannot read {}", folder.display()))?;
    ensure!(!sheets.is_empty(), "{} holds no style sheets", folder.display());
    if pages == PagesOf::Phones {
        sheets.retain(|sheet| !LARGE.iter().any(|large| sheet.ends_with(large)));
    }
    sheets.iter().map(|sheet| minified(sheet)).collect()
}

fn sheets(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut sheets = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.extension().is_some_and(|kind| kind == "css") {
            sheets.push(path);
        }
    }
    sheets.sort_by_key(|path| (!path.ends_with(FIRST), path.clone()));
    Ok(sheets)
}

fn minified(path: &Path) -> Result<String> {
    let text = fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))?;
    let options = ParserOptions { filename: path.display().to_string(), ..ParserOptions::default() };
    // lightningcss's errors borrow the text, so they become messages here.
    let mut sheet = StyleSheet::parse(&text, options).map_err(|why| anyhow!("{why}"))?;
    let targets = Targets::from(OLDEST);
    sheet.minify(MinifyOptions { targets, ..MinifyOptions::default() }).map_err(|why| anyhow!("{why}"))?;
    let printed = sheet.to_css(PrinterOptions { minify: true, targets, ..PrinterOptions::default() });
    Ok(printed.map_err(|why| anyhow!("{}: {why}", path.display()))?.code)
}
