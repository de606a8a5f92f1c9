//! Saying which column is which, where a firm calls them otherwise than anybody we know.

use crate::addresses;
use crate::components::{Fold, Form, Hidden, Panel, Pick, Select, Submit, Tone};
use crate::form_target::PostTarget;
use crate::markup::{IntoMarkup, Markup};
use crate::request::{Problem, Why, as_coordinator, field, redirect};
use crate::words;
use ledger::import::Kind;
use ledger::parse::asked::Asked;
use ledger::parse::field::Field;
use ledger::parse::mapping::Mapping;
use ledger::store::UploadId;
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

/// A column by its header, and what it is said to be; nothing where it is not needed.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct ColumnTyped {
    header: String,
    field: String,
}

/// Says which column of a file is which; the file is then read again.
#[server(prefix = "/api", endpoint = "name_columns")]
pub async fn name_columns(upload: String, #[server(default)] columns: Vec<ColumnTyped>) -> Result<(), Problem> {
    let asking = as_coordinator()?;
    let id: UploadId = field::id("upload", &upload)?;
    let upload = asking.store.upload(asking.workshop, id).await?.ok_or(Problem::NotFound)?;
    let remembered = asking.store.remembered_columns(asking.workshop, upload.kind).await?.any();
    let mut mapping = Mapping::default();
    for (no, column) in columns.iter().enumerate() {
        if column.field.is_empty() {
            if remembered.get(&column.header).is_some() {
                mapping.take_back(&column.header);
            }
            continue;
        }
        let name = format!("columns[{no}][field]");
        let field = upload.kind.field(&column.field).ok_or_else(|| Problem::field(&name, Why::Unknown))?;
        if mapping.all().any(|(_, said)| said == Some(field) && field != Field::Variant)
            || !mapping.say(&column.header, field)
        {
            return Err(Problem::field(&name, Why::ColumnTwice));
        }
    }
    if !asking.store.map_upload(asking.workshop, id, &mapping).await? {
        return Err(Problem::NotFound);
    }
    redirect(&addresses::import(id));
    Ok(())
}

/// Asks of each column what it is; folded where all is known from earlier files, so that what was said wrong can be said again.
pub(super) fn columns_form(id: UploadId, kind: Kind, asked: Asked) -> Markup {
    let Asked { columns, said, is_known } = asked;
    let rows = move || {
        let row = |(no, (header, below)): (usize, &(String, String))| {
            let options = kind.fields().map(|field| Pick::new(field.code(), words::field(field))).collect::<Vec<_>>();
            let value = said.get(header).map(Field::code).unwrap_or_default().to_owned();
            let hint = (!below.is_empty()).then(|| t!("import-column-below", texts = below));
            view! {
                <Hidden name=format!("columns[{no}][header]") value=header.clone()/>
                <Select
                    name=format!("columns[{no}][field]")
                    label=header.clone()
                    options
                    value
                    nostrip:hint=hint
                    conditional=true
                />
            }
            .into_markup()
        };
        columns.iter().enumerate().map(row).collect::<Vec<_>>()
    };
    let hint = match kind {
        Kind::Orders => t!("import-columns-hint"),
        Kind::Styles | Kind::Workers | Kind::Notebook => t!("import-own-columns-hint"),
    };
    let form = view! {
        <p class="quiet">{hint}</p>
        <Form action=NameColumns::target() eventless=true>
            <Hidden name="upload" value=id/>
            {rows()}
            <Submit tone=Tone::Plain>{t!("import-columns-do")}</Submit>
        </Form>
    };
    if is_known {
        return view! { <Fold title=t!("import-columns-known") action=NameColumns::target()>{form}</Fold> }
            .into_markup();
    }
    view! { <Panel title=t!("import-columns") id="columns">{form}</Panel> }.into_markup()
}
