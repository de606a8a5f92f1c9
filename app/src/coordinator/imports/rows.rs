//! The rows of a file as they stand, with what is wrong of each below it.

use crate::components::{Notice, Panel, Tone};
use crate::markup::{IntoMarkup, Markup};
use crate::words;
use ledger::import::Outcome;
use ledger::parse::book::BookLine;
use leptos::prelude::*;
use std::collections::BTreeMap;

/// Rows of a file that are shown.
const MOST: usize = 200;

/// The name of a sheet, and a line of it.
type At<'f> = (Option<&'f str>, u32);

/// What is wrong with a file, each fault below its row, with the rows around it; then what is of no row that is shown.
/// `asks`: whether columns are still to be named, below.
pub(super) fn faulty(lines: &[BookLine], outcome: &Outcome, asks: bool) -> Markup {
    let mut faults: BTreeMap<At<'_>, Vec<String>> = BTreeMap::new();
    for finding in &outcome.findings {
        let at = (finding.place.sheet.as_deref(), finding.place.line);
        faults.entry(at).or_default().push(words::finding(finding));
    }
    let is_wrong: Vec<bool> = lines.iter().map(|line| faults.contains_key(&at(line))).collect();
    let near = |place: usize| is_wrong.iter().skip(place.saturating_sub(1)).take(3).any(|wrong| *wrong);
    // The first row of a sheet mostly says what its columns are.
    let is_first = |place: usize| place.checked_sub(1).is_none_or(|before| lines[before].sheet != lines[place].sheet);
    let shown = lines.iter().enumerate().filter(|(place, _)| near(*place) || is_first(*place)).take(MOST);
    let (mut rows, mut sheet) = (Vec::new(), None);
    for (_, line) in shown {
        if line.sheet.is_some() && line.sheet != sheet {
            sheet.clone_from(&line.sheet);
            let name = line.sheet.clone();
            rows.push(view! { <li class="sheet-name"><b>{name}</b></li> }.into_markup());
        }
        rows.push(row(line, faults.remove(&at(line)).unwrap_or_default()));
    }
    let elsewhere: Vec<_> = faults.into_values().flatten().map(|fault| view! { <li>{fault}</li> }).collect();
    let more = (outcome.more > 0).then(|| view! { <li>{t!("import-more", n = outcome.more)}</li> });
    let n = outcome.findings.len() + outcome.more;
    let next = if asks { t!("import-faults-name") } else { t!("import-faults-next") };
    let rows = (!rows.is_empty())
        .then(|| view! { <Panel title=t!("import-rows-faulty")><ul class="lines">{rows}</ul></Panel> });
    let list = (!elsewhere.is_empty() || outcome.more > 0)
        .then(|| view! { <Panel><ol class="faults">{elsewhere}{more}</ol></Panel> });
    view! {
        <Notice tone=Tone::Bad title=t!("import-faults", n = n)><p>{next}</p></Notice>
        {list}
        {rows}
    }
    .into_markup()
}

fn at(line: &BookLine) -> At<'_> {
    (line.sheet.as_deref(), line.line)
}

/// The first rows of a file in which nothing is wrong.
pub(super) fn as_they_stand(lines: &[BookLine]) -> Option<Markup> {
    let rows: Vec<_> = lines.iter().take(MOST).map(|line| row(line, Vec::new())).collect();
    let more = lines.len().saturating_sub(MOST);
    (!rows.is_empty()).then(|| {
        view! {
            <Panel title=t!("import-rows")>
                <ul class="lines">{rows}</ul>
                {(more > 0).then(|| view! { <p class="quiet">{t!("import-lines-more", n = more)}</p> })}
            </Panel>
        }
        .into_markup()
    })
}

fn row(line: &BookLine, faults: Vec<String>) -> Markup {
    let class = if faults.is_empty() { "" } else { "wrong" };
    let faults: Vec<_> = faults.into_iter().map(|fault| view! { <p class="error">{fault}</p> }).collect();
    let shown = line.cells.iter().map(|cell| if cell.is_empty() { "—" } else { cell });
    let (number, cells) = (line.line.to_string(), shown.collect::<Vec<_>>().join("\u{a0}· "));
    view! { <li class=class><small>{number}</small> <span>{cells}</span>{faults}</li> }.into_markup()
}
