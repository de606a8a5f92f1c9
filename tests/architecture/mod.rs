//! The shape of the code: layers of which each names only those before it, no circles among modules, and SQL, clock and HTTP named
//! where they belong. Read from the text of `src`, `app/src` and `server/src`; what is compiled for tests only is left out.

mod circles;
mod confined;
mod documents;
mod layers;
mod modules;
mod planted;
mod tokens;
mod uses;

use circles::{Circle, circles, of_folders};
use modules::{Arrow, Crate};

/// The crates, by the folders that hold them.
const FOLDERS: [&str; 3] = ["src", "app/src", "server/src"];

/// Circles among files, and among folders with all that stands below them.
fn all_circles(arrows: &[Arrow]) -> Vec<Circle> {
    [circles(arrows), circles(&of_folders(arrows))].into_iter().flatten().collect()
}

fn none(faults: &[String]) {
    assert!(faults.is_empty(), "\n{}\n", faults.join("\n"));
}

#[test]
fn arrows_run_down_through_the_layers() {
    let arrows = Crate::below("src").arrows();
    println!("{}", layers::print(&arrows));
    none(&layers::faults(&arrows));
}

#[test]
fn modules_form_no_circle() {
    let circles = FOLDERS.iter().flat_map(|folder| all_circles(&Crate::below(folder).arrows()));
    none(&circles.map(|circle| circle.description).collect::<Vec<_>>());
}

#[test]
fn sql_clock_and_http_are_named_where_they_belong() {
    none(&FOLDERS.iter().flat_map(|folder| confined::faults(&Crate::below(folder))).collect::<Vec<_>>());
}
