//! The checker itself: each breach, planted in made-up files, is found; what looks like one is not.

use super::modules::Crate;
use super::{all_circles, confined, layers};

fn ledger(files: &[(&str, &str)]) -> Crate {
    Crate::of("src", files.iter().copied())
}

fn arrows_wrong(files: &[(&str, &str)]) -> Vec<String> {
    layers::faults(&ledger(files).arrows())
}

fn circles_in(files: &[(&str, &str)]) -> Vec<String> {
    all_circles(&ledger(files).arrows()).into_iter().map(|circle| circle.description).collect()
}

/// Two files of the ledger in a row, of which one names the other.
fn confined_in(name: &str, text: &str) -> Vec<String> {
    let (folder, file) = name.split_once("src/").expect("a file of a crate");
    confined::faults(&Crate::of(&format!("{folder}src"), [(file, text)]))
}

#[test]
fn an_arrow_up_is_found_with_its_line() {
    let model = ("model/order.rs", "//! Orders.\n\nuse crate::values::Day;\nuse crate::rules::{need::Need, Rule};\n");
    let files = [("values/mod.rs", ""), ("rules/mod.rs", "struct Rule;"), ("rules/need.rs", "struct Need;"), model];
    let up = "src/model/order.rs:4: model → rules runs up";
    assert_eq!(arrows_wrong(&files), [up, up]);
}

#[test]
fn an_arrow_up_is_found_in_code_through_super_and_through_the_root() {
    let others = [("lib.rs", "pub use rules::decide;"), ("rules/mod.rs", "pub fn decide() {}"), ("model/mod.rs", "")];
    for text in [
        "fn f() { crate::rules::decide() }",
        "fn f() { super::super::rules::decide() }",
        "use crate::decide;",
        "macro_rules! m { () => { $crate::decide() } }",
        "fn f() { view! { <p class=\"a\">{crate::rules::decide()}</p> } }",
    ] {
        let files = [&others[..], &[("model/order.rs", text)]].concat();
        assert_eq!(arrows_wrong(&files), ["src/model/order.rs:1: model → rules runs up"], "{text}");
    }
}

#[test]
fn words_tests_and_arrows_down_are_no_arrows_up() {
    let rules = ("rules/mod.rs", "use crate::model::Order; use crate::journal::{self, Books as B};");
    let model = r##"
        //! crate::rules::decide
        /* crate::rules /* nested */ crate::rules */
        fn f<'a>(c: &'a str) -> char { let _ = ("crate::rules", r#"" crate::rules"#, b'"'); '"' }
        #[cfg(test)]
        #[allow(unused)]
        use crate::rules::decide;
        #[cfg(all(test, feature = "x"))]
        mod tests { use crate::rules::decide; }
        #[cfg(test)]
        mod apart;
        fn g() {}
    "##;
    let apart = ("model/apart.rs", "use crate::rules::decide;");
    let below = ("model/apart/deep.rs", "use crate::rules::decide;");
    let files = [rules, ("model/mod.rs", model), apart, below, ("journal/mod.rs", "struct Books;")];
    assert_eq!(arrows_wrong(&files), [""; 0]);
    assert!(ledger(&files).files.get(&vec!["model".to_owned()]).is_some_and(|file| file.source.defined.contains("g")));
    let planted = ("model/mod.rs", "#[cfg(not(test))]\nuse crate::rules::decide;");
    assert_eq!(arrows_wrong(&[rules, planted]).len(), 1);
}

#[test]
fn rules_and_engines_stay_apart_and_every_module_has_a_layer() {
    let split = ("split.rs", "use crate::pace::Pace;");
    let others =
        [split, ("pace.rs", "struct Pace;"), ("rules/mod.rs", "use crate::split;"), ("odd.rs", "use crate::pace;")];
    let odd = "src/odd.rs:1: odd → pace names a module that stands in no layer";
    assert_eq!(arrows_wrong(&others), [odd, "src/rules/mod.rs:1: rules → split binds the rules to an engine"]);
}

#[test]
fn the_layers_are_printed_as_they_are() {
    let files =
        [("values/mod.rs", ""), ("model/mod.rs", "use crate::values;"), ("store.rs", "use crate::{model, values};")];
    let printed = layers::print(&ledger(&files).arrows());
    assert!(printed.starts_with("1 values → nothing\n2 model → values\n"), "{printed}");
    assert!(printed.ends_with("6 store → values, model\n"), "{printed}");
}

#[test]
fn a_circle_is_found_however_its_modules_are_named() {
    let parent = ("a/mod.rs", "mod one;\nmod two;\npub use one::One;\npub use two::*;");
    for two in ["use super::One;\nstruct Two;", "use crate::a::one;\nstruct Two;", "struct Two(super::one::One);"] {
        for one in ["use super::Two;\nstruct One;", "use super::*;\nstruct One(Two);", "struct One(crate::a::Two);"] {
            let found = circles_in(&[parent, ("a/one.rs", one), ("a/two.rs", two)]);
            assert_eq!(found.len(), 2, "among files and among folders: {one} {two} {found:?}");
            assert!(found[0].contains("src/a/one.rs:") && found[0].contains("src/a/two.rs:"), "{found:?}");
        }
    }
}

#[test]
fn a_circle_of_three_and_one_through_folders_are_found() {
    let three =
        [("a.rs", "use crate::b::B;"), ("b.rs", "struct B(crate::c::C);"), ("c.rs", "struct C;\nuse crate::a;")];
    assert!(circles_in(&three)[0].contains("src/c.rs:2 c → a"));
    // No file leads back to itself, but each folder does.
    let folders = [
        ("a/mod.rs", ""),
        ("a/x.rs", "use crate::b::y;"),
        ("a/z.rs", ""),
        ("b/mod.rs", ""),
        ("b/y.rs", ""),
        ("b/w.rs", "use crate::a::z;"),
    ];
    assert_eq!(circles_in(&folders), ["a circle:\n  src/a/x.rs:1 a → b\n  src/b/w.rs:1 b → a"]);
}

#[test]
fn a_parent_and_its_children_are_no_circle() {
    let parent = ("a/mod.rs", "mod one;\npub use one::One;\npub struct Shared;");
    assert_eq!(circles_in(&[parent, ("a/one.rs", "use super::Shared;\npub struct One(Shared);")]), [""; 0]);
    // But what stands outside and is named by the child must not name the folder.
    let outside = ("b.rs", "use crate::a::One;");
    assert_eq!(circles_in(&[parent, ("a/one.rs", "use crate::b;\npub struct One;"), outside]).len(), 2);
}

#[test]
fn sqlx_is_found_outside_the_store() {
    assert_eq!(confined_in("src/rules/a.rs", "\nuse sqlx::Row;"), ["src/rules/a.rs:2 names sqlx"]);
    assert_eq!(confined_in("server/src/a.rs", "fn f() { sqlx::query(\"\"); }"), ["server/src/a.rs:1 names sqlx"]);
    assert_eq!(confined_in("app/src/a.rs", "use {std::fmt, sqlx as sql};").len(), 1);
    assert_eq!(confined_in("src/store/a.rs", "use sqlx::Row;"), [""; 0]);
    assert_eq!(confined_in("server/src/a.rs", "const LEVEL: &str = \"sqlx::query=warn\";"), [""; 0]);
}

#[test]
fn a_clock_read_is_found_under_any_name() {
    for text in [
        "fn f() { chrono::Utc::now(); }",
        "use chrono::Local; fn f() { Local::now(); }",
        "use std::time::Instant as Watch; fn f() { Watch::now(); }",
        "use std::time; fn f() { time::SystemTime::now(); }",
        "use std::time::Instant; fn f() { Some(1).map_or_else(Instant::now, |_| todo!()); }",
    ] {
        assert_eq!(confined_in("app/src/a.rs", text), ["app/src/a.rs:1 names the machine's clock"], "{text}");
    }
    assert_eq!(confined_in("src/values/clock.rs", "fn f() { std::time::SystemTime::now(); }"), [""; 0]);
    assert_eq!(confined_in("src/a.rs", "use chrono::Utc; fn f(c: &dyn Clock) { c.now(); Utc::from(1); }"), [""; 0]);
}

#[test]
fn axum_is_found_in_a_page() {
    assert_eq!(confined_in("app/src/worker/a.rs", "use axum::http::StatusCode;"), ["app/src/worker/a.rs:1 names axum"]);
    assert_eq!(confined_in("app/src/worker/a.rs", "fn f() { leptos_axum::redirect(\"\"); }").len(), 1);
    assert_eq!(confined_in("app/src/request/a.rs", "use axum::http::StatusCode;"), [""; 0]);
    assert_eq!(confined_in("server/src/a.rs", "use axum::Router;"), [""; 0]);
}
