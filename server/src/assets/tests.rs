use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use std::{env, fs, process};

use axum::body::{Body, to_bytes};
use axum::http::{Request, StatusCode};
use tower::ServiceExt;

use super::{AssetsError, BuiltAssets};

/// A `site` folder as the build tool lays it out; gone when dropped.
struct Site(PathBuf);

impl Site {
    fn new() -> Self {
        static NEXT: AtomicU32 = AtomicU32::new(0);
        let number = NEXT.fetch_add(1, Ordering::Relaxed);
        let site = Self(env::temp_dir().join(format!("petalwork-site-{}-{number}", process::id())));
        site.put("pkg/aaaa/petalwork.css", "plain styles");
        site.put("pkg/aaaa/small.css", "plain styles of phones");
        site.put("pkg/aaaa/paper.css", "plain styles of paper");
        site.put("pkg/bbbb/petalwork.js", "plain script");
        site.put("pkg/bbbb/petalwork_bg.wasm", "plain wasm");
        site
    }

    /// Writes a file and, as the build tool does, two others beside it.
    fn put(&self, path: &str, content: &str) {
        let path = self.0.join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, content).unwrap();
        for (ending, name) in [(".br", "brotli"), (".gz", "gzip")] {
            let packed = content.replace("plain", name);
            fs::write(format!("{}{ending}", path.display()), packed).unwrap();
        }
    }

    fn remove(&self, path: &str) {
        fs::remove_file(self.0.join(path)).unwrap();
    }

    fn path(&self) -> &Path {
        &self.0
    }
}

impl Drop for Site {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

struct Answer {
    status: StatusCode,
    headers: axum::http::HeaderMap,
    body: String,
}

impl Answer {
    fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name).map(|value| value.to_str().unwrap())
    }
}

async fn ask(site: &Site, path: &str, accept_encoding: Option<&str>) -> Answer {
    let mut request = Request::get(path);
    if let Some(value) = accept_encoding {
        request = request.header("accept-encoding", value);
    }
    let router = Arc::new(BuiltAssets::open(site.path()).unwrap()).router::<()>();
    let response = router.oneshot(request.body(Body::empty()).unwrap()).await.unwrap();
    let (parts, body) = response.into_parts();
    let body = to_bytes(body, 10_000).await.unwrap();
    Answer { status: parts.status, headers: parts.headers, body: String::from_utf8(body.to_vec()).unwrap() }
}

#[test]
fn pages_are_told_the_addresses() {
    let site = Site::new();
    let assets = BuiltAssets::open(site.path()).unwrap();
    let urls = assets.urls();
    assert_eq!(urls.styles, "/pkg/aaaa/petalwork.css");
    assert_eq!(urls.small_styles, "/pkg/aaaa/small.css");
    assert_eq!(urls.paper_styles, "/pkg/aaaa/paper.css");
    assert_eq!(urls.script, "/pkg/bbbb/petalwork.js");
    assert_eq!(urls.wasm, "/pkg/bbbb/petalwork_bg.wasm");
    assert_eq!(urls.folder, "pkg/bbbb");
}

#[tokio::test]
async fn each_file_comes_in_the_smallest_form_the_browser_takes() {
    let site = Site::new();
    for (accept, coding, body) in [
        (Some("gzip, deflate, br, zstd"), Some("br"), "brotli styles"),
        (Some("gzip;q=1.0, *;q=0.5"), Some("gzip"), "gzip styles"),
        (Some("br;q=0, gzip"), Some("gzip"), "gzip styles"),
        (Some("BR; Q=0.000, GZIP"), Some("gzip"), "gzip styles"),
        (Some("identity"), None, "plain styles"),
        (Some("brotli"), None, "plain styles"),
        (None, None, "plain styles"),
    ] {
        let answer = ask(&site, "/pkg/aaaa/petalwork.css", accept).await;
        assert_eq!(answer.status, StatusCode::OK);
        assert_eq!(answer.header("content-encoding"), coding, "for {accept:?}");
        assert_eq!(answer.body, body, "for {accept:?}");
        assert_eq!(answer.header("vary"), Some("accept-encoding"));
    }
}

#[tokio::test]
async fn browsers_may_keep_what_they_get_and_know_what_it_is() {
    let site = Site::new();
    for (path, kind) in [
        ("/pkg/aaaa/petalwork.css", "text/css; charset=utf-8"),
        ("/pkg/bbbb/petalwork.js", "text/javascript; charset=utf-8"),
        ("/pkg/bbbb/petalwork_bg.wasm", "application/wasm"),
    ] {
        let answer = ask(&site, path, None).await;
        assert_eq!(answer.header("content-type"), Some(kind));
        assert_eq!(answer.header("cache-control"), Some("public, max-age=31536000, immutable"));
    }
}

#[tokio::test]
async fn nothing_else_exists() {
    let site = Site::new();
    site.put("secret.css", "plain secret");
    site.put("pkg/aaaa/notes.txt", "plain notes");
    for path in [
        "/pkg/aaaa/petalwork.css.br",
        "/pkg/aaaa/petalwork.js",
        "/pkg/aaaa/notes.txt",
        "/pkg/cccc/petalwork.css",
        "/pkg/../secret.css",
        "/pkg/../../secret.css",
        "/pkg/..%2F/secret.css",
        "/pkg/%2e%2e/secret.css",
        "/pkg/aaaa/..%2F..%2Fsecret.css",
        "/pkg/aaaa/%00",
        "/pkg/aaaa/%ff",
        "/pkg/aaaa/",
        "/pkg/",
    ] {
        let answer = ask(&site, path, None).await;
        assert!(answer.status.is_client_error(), "{path} answered {}", answer.status);
        assert_eq!(answer.header("cache-control"), None, "{path} must not be kept");
        assert!(!answer.body.contains("plain"), "{path} answered {:?}", answer.body);
    }
}

#[test]
fn an_unfinished_build_is_named_with_what_to_do() {
    let site = Site::new();
    site.remove("pkg/bbbb/petalwork_bg.wasm");
    let why = BuiltAssets::open(site.path()).unwrap_err();
    assert!(matches!(&why, AssetsError::Incomplete { name: "petalwork_bg.wasm", .. }), "{why}");
    assert!(why.to_string().contains("cargo xtask browser"));

    let site = Site::new();
    site.remove("pkg/aaaa/petalwork.css.br");
    let why = BuiltAssets::open(site.path()).unwrap_err();
    assert!(why.to_string().contains("petalwork.css.br"), "{why}");

    let why = BuiltAssets::open(Path::new("/nowhere/site")).unwrap_err();
    assert!(matches!(why, AssetsError::Unreadable { .. }), "{why}");
}
