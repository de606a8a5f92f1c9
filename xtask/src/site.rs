//! What browsers load, laid out as it is served: `site/pkg/<hash of its content>/<name>`, each file with its `.br` and `.gz`.
//! A file under such an address never changes, so browsers may keep it for ever.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use flate2::Compression;
use flate2::write::GzEncoder;
use sha2::{Digest, Sha256};

use crate::styles::{self, PagesOf};
use crate::{browser, cargo};

/// Builds the browser half and the styles into `target/site`, replacing what was there.
///
/// # Errors
/// When either is faulty, or the folder cannot be written.
pub fn build() -> Result<()> {
    let site = cargo::target()?.join("site");
    let fresh = site.with_extension("new");
    if fresh.exists() {
        fs::remove_dir_all(&fresh)?;
    }
    let styles_folder = fresh.join("styles");
    fs::create_dir_all(&styles_folder)?;
    let style = cargo::root().join("style");
    for (name, folder, pages) in [
        ("petalwork.css", style.clone(), PagesOf::Everybody),
        ("small.css", style.clone(), PagesOf::Phones),
        ("paper.css", style.join("paper"), PagesOf::Everybody),
    ] {
        fs::write(styles_folder.join(name), styles::build(&folder, pages)?)?;
    }
    let browser_folder = fresh.join("browser");
    browser::build(&browser_folder)?;

    for folder in [&styles_folder, &browser_folder] {
        let files = files(folder)?;
        let address = fresh.join("pkg").join(hash(&files)?);
        for file in &files {
            let (size, packed) = compress(file)?;
            let name = file.file_name().unwrap_or_default().display();
            eprintln!("{name}: {size} bytes, {packed} over the wire");
        }
        fs::create_dir_all(fresh.join("pkg"))?;
        fs::rename(folder, address)?;
    }
    if site.exists() {
        fs::remove_dir_all(&site)?;
    }
    fs::rename(&fresh, &site).context("cannot put the new site in its place")
}

/// The files of a folder, by name.
fn files(folder: &Path) -> Result<Vec<PathBuf>> {
    let entries = fs::read_dir(folder)?.map(|entry| Ok(entry?.path()));
    let mut files = entries.collect::<Result<Vec<_>>>()?;
    files.sort();
    Ok(files)
}

/// The first 16 hexadecimal digits of the SHA-256 of all the files' content.
fn hash(files: &[PathBuf]) -> Result<String> {
    let mut hash = Sha256::new();
    for file in files {
        hash.update(fs::read(file)?);
    }
    Ok(hash.finalize().iter().take(8).map(|byte| format!("{byte:02x}")).collect())
}

/// Writes `<file>.br` and `<file>.gz` beside the file, as small as they get. Tells the file's size and that of the first.
fn compress(file: &Path) -> Result<(usize, usize)> {
    let content = fs::read(file)?;
    let beside = |ending: &str| {
        let mut name = file.as_os_str().to_owned();
        name.push(ending);
        fs::File::create(name)
    };
    let smallest = brotli::enc::BrotliEncoderParams { quality: 11, ..Default::default() };
    let packed = brotli::BrotliCompress(&mut content.as_slice(), &mut beside(".br")?, &smallest)?;
    let mut gzip = GzEncoder::new(beside(".gz")?, Compression::best());
    gzip.write_all(&content)?;
    gzip.finish()?;
    Ok((content.len(), packed))
}
