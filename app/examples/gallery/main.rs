//! Every shared part, and the main pages as pictures of themselves with made-up content: to look at, and to copy from.
//!
//! `cargo run -p petalwork-app --features ssr --example gallery -- FOLDER` writes one file a page and language, styles included.

mod coordinator;
mod firm;
mod parts;
mod worker;

use std::path::Path;
use std::{env, fs, io};

use app::components::{Face, Masthead};
use app::language::Language;
use app::words::{self, Today};
use ledger::day::Day;
use leptos::prelude::*;

fn main() -> io::Result<()> {
    let folder = env::args().nth(1).unwrap_or_else(|| "gallery".to_owned());
    fs::create_dir_all(&folder)?;
    let styles = styles(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../style"))?;
    for language in Language::ALL {
        for page in PAGES {
            let html = document(language, &styles, &page);
            fs::write(Path::new(&folder).join(format!("{}.{}.html", page.name, language.tag())), html)?;
        }
    }
    Ok(())
}

/// One page of the gallery: who looks at which address.
struct Picture {
    name: &'static str,
    face: Face,
    path: &'static str,
    view: fn() -> AnyView,
}

const PAGES: [Picture; 10] = [
    Picture { name: "parts", face: Face::Coordinator, path: "/settings", view: parts::all },
    Picture { name: "print", face: Face::Coordinator, path: "/cards", view: parts::printed },
    Picture { name: "stranger", face: Face::Stranger, path: "/sign-in", view: parts::sign_in },
    Picture { name: "today", face: Face::Coordinator, path: "/today", view: coordinator::today },
    Picture { name: "order", face: Face::Coordinator, path: "/orders/42", view: coordinator::order },
    Picture { name: "count", face: Face::Coordinator, path: "/count", view: coordinator::count },
    Picture { name: "split", face: Face::Coordinator, path: "/orders/42/split", view: coordinator::split },
    Picture { name: "worker", face: Face::Worker, path: "/me", view: worker::home },
    Picture { name: "book", face: Face::Worker, path: "/me/book", view: worker::book },
    Picture { name: "firm", face: Face::Firm, path: "/firm/deliveries/7", view: firm::delivery },
];

fn document(language: Language, styles: &str, picture: &Picture) -> String {
    Owner::new().with(|| {
        provide_context(language);
        provide_context(Today(day(11, 23)));
        leptos_meta::provide_meta_context();
        provide_context(Masthead {
            face: picture.face,
            name: match picture.face {
                Face::Stranger => String::new(),
                Face::Coordinator => say("王桂英", "Wang Guiying"),
                Face::Worker => say("何淑芬", "He Shufen"),
                Face::Firm => say("华瑞外贸", "Huarui Trading"),
            },
            workshop: say("柳河村花工坊", "Liuhe Village Flowers"),
            path: picture.path.to_owned(),
            demo: picture.face != Face::Firm,
        });
        let page = (picture.view)().to_html();
        format!(
            "<!DOCTYPE html><html lang=\"{}\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" \
             content=\"width=device-width, initial-scale=1\"><title>{}</title><style>{styles}</style></head>\
             <body>{page}</body></html>",
            language.tag(),
            picture.name,
        )
    })
}

/// The styles in the order in which the build joins them: tokens first, then by name.
fn styles(folder: &Path) -> io::Result<String> {
    let mut sheets: Vec<_> = fs::read_dir(folder)?.map(|entry| Ok(entry?.path())).collect::<io::Result<_>>()?;
    sheets.retain(|path| path.extension().is_some_and(|kind| kind == "css"));
    sheets.sort_by_key(|path| (!path.ends_with("tokens.css"), path.clone()));
    sheets.into_iter().map(fs::read_to_string).collect()
}

/// Made-up content in the language of the picture; real pages say `t!("key")`.
fn say(chinese: &str, english: &str) -> String {
    match words::language() {
        Language::ZhCn => chinese.to_owned(),
        Language::En => english.to_owned(),
    }
}

/// A day of the made-up year.
fn day(month: u32, day: u32) -> Day {
    format!("2026-{month}-{day}").parse().expect("a day that exists")
}
