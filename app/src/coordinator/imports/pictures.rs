//! The pictures in a firm's workbook: of which style each is.

use crate::components::{Pick, Select, in_page};
use crate::markup::{IntoMarkup, Markup};
use crate::request::{Problem, Why, field};
use ledger::model::{Pictured, Style};
use ledger::parse::orders::SeenInFile;
use ledger::store::StylePicture;
use ledger::store::reads::style::Styles;
use ledger::values::ids::BadId;
use ledger::values::picture::PictureHash;
use ledger::values::text::Code;
use leptos::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::str::FromStr;

/// Asks of each picture of which style it is. One that seems to be of a style without a photo is chosen already.
pub(super) fn fields(pictures: &[SeenInFile], styles: &Styles) -> Option<Markup> {
    let mut given = BTreeSet::new();
    let rows: Vec<_> = pictures
        .iter()
        .enumerate()
        .map(|(no, seen)| {
            let options: Vec<_> = styles.styles.iter().map(|style| option(style, styles)).collect();
            // One style has one photo.
            let lacks = seen.style.as_ref().filter(|code| styles.lacks_photo(code));
            let chosen = lacks.filter(|code| given.insert((*code).clone()));
            let value = chosen.map(|code| Chosen { style: code.clone(), was: None }.to_string()).unwrap_or_default();
            let src = in_page(&seen.picture.small);
            let label = match &seen.at {
                Some((sheet, line)) => t!("import-picture-at", n = no + 1, sheet = sheet, line = line.to_string()),
                None => t!("import-picture", n = no + 1),
            };
            let seems = seen.style.as_ref().filter(|_| chosen.is_none());
            let hint = seems.map(|style| t!("import-picture-seems", style = style.as_str()));
            let (name, alt) = (format!("pictures[{no}]"), label.clone());
            view! {
                <div class="seen">
                    <span class="photo"><img src=src alt=alt width="72" height="72"/></span>
                    <Select name label options value nostrip:hint=hint optional=true/>
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

fn option(style: &Style, styles: &Styles) -> Pick {
    let was = styles.photo(Pictured::Style(style.id));
    let pick = Pick::new(Chosen { style: style.code.clone(), was }, format!("{} {}", style.code, style.name));
    if was.is_some() { pick.note(t!("import-picture-replaces")) } else { pick }
}

/// The style that is chosen for a picture, and the photo that it had then: `MG-01 -`, or with a hash in the place of the dash.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Chosen {
    style: Code,
    was: Option<PictureHash>,
}

impl fmt::Display for Chosen {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let was = self.was.map_or_else(|| "-".to_owned(), |was| was.to_string());
        write!(f, "{} {was}", self.style)
    }
}

impl FromStr for Chosen {
    type Err = BadId;

    fn from_str(text: &str) -> Result<Self, BadId> {
        let (style, was) = text.rsplit_once(' ').ok_or(BadId)?;
        let was = if was == "-" { None } else { Some(was.parse().map_err(|_| BadId)?) };
        Ok(Self { style: Code::parse(style).map_err(|_| BadId)?, was })
    }
}

/// The styles that were chosen, by the number of the picture.
///
/// # Errors
/// [`Problem::Field`]: of what is no style, or is chosen twice.
pub(super) fn chosen(typed: &BTreeMap<String, String>) -> Result<BTreeMap<usize, Chosen>, Problem> {
    let (mut chosen, mut given) = (BTreeMap::new(), BTreeSet::new());
    for (no, text) in typed.iter().filter(|(_, text)| !text.is_empty()) {
        let name = format!("pictures[{no}]");
        let (no, one): (usize, Chosen) = (field::id(&name, no)?, field::id(&name, text)?);
        if !given.insert(one.style.clone()) {
            return Err(Problem::field(&name, Why::StyleTwice));
        }
        chosen.insert(no, one);
    }
    Ok(chosen)
}

/// The pictures, each with the style that was chosen for it.
pub(super) fn of_styles(pictures: Vec<SeenInFile>, mut chosen: BTreeMap<usize, Chosen>) -> Vec<StylePicture> {
    let pictures = pictures.into_iter().enumerate();
    let of = |(no, seen): (usize, SeenInFile)| {
        let Chosen { style, was } = chosen.remove(&no)?;
        Some(StylePicture { style, was, picture: seen.picture })
    };
    pictures.filter_map(of).collect()
}
