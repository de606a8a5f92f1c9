//! Looking at what a file would do, and doing it.

use super::columns::columns_form;
use super::orders::orders;
use super::{added, pictures, rows};
use crate::addresses;
use crate::components::{Form, Go, Head, Hidden, Link, Notice, Page, Panel, Submit, Table, Tone, load};
use crate::form_target::PostTarget;
use crate::markup::{IntoMarkup, Markup};
use crate::request::{Asking, Done, FileRead, Problem, Source, as_coordinator, field, go, param, redirect, services};
use crate::words;
use ledger::import::{Kind, Outcome};
use ledger::parse::asked::Asked;
use ledger::parse::mapping::Mappings;
use ledger::parse::orders::SeenInFile;
use ledger::store::reads::style::Styles;
use ledger::store::{Import, UploadId};
use leptos::prelude::*;
use std::collections::BTreeMap;

#[component]
pub(super) fn PreviewPage() -> impl IntoView {
    load(async {
        let asking = as_coordinator()?;
        let id: UploadId = param("upload")?;
        let looked = put(&asking, id, Import::Preview).await?;
        let outcome = looked.outcome;
        // Orders in which nothing is wrong are shown as they were read.
        let is_shown = !outcome.is_clean() || looked.orders.is_empty();
        let lines = if is_shown { looked.source.lines().await } else { Vec::new() };
        let body = if !outcome.is_clean() {
            rows::faulty(&lines, &outcome, looked.asked.as_ref().is_some_and(|asked| !asked.is_known))
        } else if outcome.total() == 0 && looked.pictures.is_empty() {
            view! { <Notice tone=Tone::Good title=t!("import-nothing-new")>""</Notice> }.into_markup()
        } else {
            let styles = asking.read().await?.styles().styles_listed(None).await?;
            fine(id, &outcome, looked.pictures, styles)
        };
        let unread = (looked.unread_pictures > 0)
            .then(|| view! { <p class="quiet">{t!("import-pictures-unread", n = looked.unread_pictures)}</p> });
        let standing = if outcome.is_clean() { rows::as_they_stand(&lines) } else { None };
        let unused = (!outcome.unused.is_empty()).then(|| {
            let columns = outcome.unused.join(", ");
            view! { <p class="quiet">{t!("import-unused", columns = columns)}</p> }
        });
        Ok(view! {
            <Page title=t!("import-preview-title") back=Link::to(addresses::imports(), t!("import-title"))>
                {body}
                {looked.asked.map(|asked| columns_form(id, looked.kind, asked))}
                {looked.orders}
                {standing}
                {unread}
                {unused}
                <Go href=addresses::imports() tone=Tone::Quiet>{t!("import-cancel")}</Go>
            </Page>
        }
        .into_markup())
    })
}

/// What a file came to, or would come to.
struct Looked {
    outcome: Outcome,
    /// The orders in it, as they were read.
    orders: Vec<Markup>,
    kind: Kind,
    /// The columns of which somebody has to say what they are, or has said it.
    asked: Option<Asked>,
    /// What its rows as they stand are found in.
    source: Source,
    /// The pictures in it.
    pictures: Vec<SeenInFile>,
    /// How many more pictures there are, which cannot be taken.
    unread_pictures: usize,
}

/// Puts a file that was sent to the books.
async fn put(asking: &Asking, id: UploadId, import: Import) -> Result<Looked, Problem> {
    let files = services()?.files;
    let upload = asking.store.upload(asking.workshop, id).await?.ok_or(Problem::NotFound)?;
    let (kind, mapping) = (upload.kind, upload.mapping);
    let remembered = asking.store.remembered_columns(asking.workshop, kind).await?;
    let mappings = Mappings { of_file: mapping.clone(), ..remembered };
    let FileRead { file, asked, source, pictures, unread_pictures } = files.read(kind, upload.bytes, mappings).await;
    let (orders, firms) = (orders(&file), file.firms());
    let outcome = asking.store.import(asking.workshop, asking.now, asking.actor, file, import).await?;
    if import == Import::Post && outcome.is_clean() {
        asking.store.remember_columns(asking.workshop, kind, firms, &mapping).await?;
    }
    Ok(Looked { outcome, orders, kind, asked, source, pictures, unread_pictures })
}

fn fine(id: UploadId, outcome: &Outcome, seen: Vec<SeenInFile>, styles: Styles) -> Markup {
    let rows: Vec<_> = added(outcome)
        .into_iter()
        .map(|(kind, n)| view! { <tr><th scope="row">{kind}</th><td class="n">{words::count(n)}</td></tr> })
        .collect();
    let known = (outcome.known > 0).then(|| {
        view! { <p class="quiet">{t!("import-known")}": "{t!("import-known-rows", n = outcome.known)}</p> }
    });
    // All of it may be there already, but for its pictures.
    let is_new = outcome.total() > 0;
    let title = if is_new { t!("import-will-add") } else { t!("import-nothing-new") };
    let table = is_new.then(|| {
        let heads = vec![Head::words(t!("import-kind")), Head::number(t!("import-count"))];
        view! { <Table caption=t!("import-will-add") quiet=true heads><tbody>{rows}</tbody></Table> }
    });
    let go = if is_new { t!("import-go") } else { t!("import-pictures-go") };
    view! {
        <Panel title tone=Tone::Next>
            {table}
            {known}
            <Form action=ImportFile::target() eventless=true>
                <Hidden name="upload" value=id/>
                {pictures::fields(&seen, &styles)}
                <Submit>{go}</Submit>
            </Form>
        </Panel>
    }
    .into_markup()
}

/// Writes a file that was looked at into the books. Asked again, it finds all of it there.
#[server(prefix = "/api", endpoint = "import_file")]
pub async fn import_file(upload: String, #[server(default)] pictures: BTreeMap<String, String>) -> Result<(), Problem> {
    let asking = as_coordinator()?;
    let id = field::id("upload", &upload)?;
    let chosen = pictures::chosen(&pictures)?;
    let Looked { outcome, pictures, .. } = put(&asking, id, Import::Post).await?;
    if !outcome.is_clean() {
        // The books changed since it was looked at: the page says what is wrong now.
        redirect(&addresses::import(id));
        return Ok(());
    }
    let pictures = pictures::of_styles(pictures, chosen);
    let put = asking.store.set_photos_of_styles(asking.workshop, asking.now, asking.actor, pictures).await?;
    go(addresses::imports(), if outcome.total() == 0 && put.is_empty() { Done::NothingNew } else { Done::Imported })
}
