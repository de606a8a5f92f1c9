//! The pictures in a firm's workbook: of which style each is.

use crate::components::{Pick, Select, in_page};
use crate::markup::{IntoMarkup, Markup};
use crate::request::{Problem, Why, field};
use ledger::model::Pictured;
use ledger::parse::orders::SeenInFile;
use ledger::store::reads::style::Styles;
use ledger::values::picture::Picture;
use ledger::values::text::Code;
use leptos::prelude::*;
use std::collections::{BTreeMap, BTreeSet};

/// Asks of each picture of which style it is. One that seems to be of a style without a photo is chosen already.
pub(super) fn fields(pictures: &[SeenInFile], styles: &Styles) -> Option<Markup> {
    let mut given = BTreeSet::new();
    let rows: Vec<_> = pictures
        .iter()
        .enumerate()
        .map(|(no, seen)| {
            let options = styles.styles.iter().map(|style| {
                let pick = Pick::new(&style.code, format!("{} {}", style.code, style.name));
                let has_one = styles.photo(Pictured::Style(style.id)).is_some();
                if has_one { pick.note(t!("import-picture-replaces")) } else { pick }
            });
            // One style has one photo.
            let chosen = seen.style.as_ref().filter(|code| styles.lacks_photo(code)).filter(|code| given.insert((*code).clone()));
            let value = chosen.map(ToString::to_string).unwrap_or_default();
            let src = in_page(&seen.picture.small);
            let (name, label) = (format!("pictures[{no}]"), t!("import-picture-of", n = no + 1));
            let options: Vec<_> = options.collect();
            view! {
                <div class="seen">
                    <span class="photo"><img src=src alt=t!("import-picture", n = no + 1) width="72" height="72"/></span>
                    <Select name label options value optional=true/>
                </div>
            }
            .into_markup()
        })
        .collect();
    (!rows.is_empty()).then(|| {
        view! {
            <fieldset class="field">
                <legend>{t!("import-pictures")}</legend>
                <p class="hint">{t!("import-pictures-hint")}</p>
                {rows}
            </fieldset>
        }
        .into_markup()
    })
}

/// The styles that were chosen, by the number of the picture.
///
/// # Errors
/// [`Problem::Field`]: of what is no code, or is chosen twice.
pub(super) fn chosen(typed: &BTreeMap<String, String>) -> Result<BTreeMap<usize, Code>, Problem> {
    let (mut chosen, mut given) = (BTreeMap::new(), BTreeSet::new());
    for (no, code) in typed.iter().filter(|(_, code)| !code.is_empty()) {
        let name = format!("pictures[{no}]");
        let (no, code) = (field::id(&name, no)?, field::code(&name, code)?);
        if !given.insert(code.clone()) {
            return Err(Problem::field(&name, Why::OneOnly));
        }
        chosen.insert(no, code);
    }
    Ok(chosen)
}

/// The pictures, each with the style that was chosen for it.
pub(super) fn of_styles(pictures: Vec<SeenInFile>, mut chosen: BTreeMap<usize, Code>) -> Vec<(Code, Picture)> {
    let pictures = pictures.into_iter().enumerate();
    pictures.filter_map(|(no, seen)| Some((chosen.remove(&no)?, seen.picture))).collect()
}
