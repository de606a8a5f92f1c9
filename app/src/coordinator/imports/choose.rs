//! Choosing a file.

use crate::addresses;
use crate::components::{Form, Hidden, Page, Panel, Submit, Tone, Upload, load};
use crate::form_target::PostTarget;
use crate::markup::{IntoMarkup, Markup};
use crate::request::{Problem, Why, as_coordinator, redirect};
use ledger::import::Kind;
use ledger::parse::limit;
use leptos::prelude::*;
use leptos::server_fn::codec::{MultipartData, MultipartFormData};
use multer::Field;

/// No kind of file has a longer code.
const CODE_BYTES: usize = 40;

#[component]
pub(super) fn ImportPage() -> impl IntoView {
    load(async {
        as_coordinator()?;
        let panels: Vec<_> = Kind::ALL.into_iter().map(panel).collect();
        Ok(view! { <Page title=t!("import-title") lead=t!("import-lead")>{panels}</Page> }.into_markup())
    })
}

fn panel(kind: Kind) -> Markup {
    let (title, hint, accept) = match kind {
        Kind::Styles => (t!("import-styles"), t!("import-styles-hint"), ".csv"),
        Kind::Workers => (t!("import-workers"), t!("import-workers-hint"), ".csv"),
        Kind::Orders => (t!("import-orders"), t!("import-orders-hint"), ".xlsx"),
        Kind::Notebook => (t!("import-notebook"), t!("import-notebook-hint"), ".csv"),
    };
    view! {
        <Panel title=title id=kind.code()>
            <Form action=UploadFile::target() key=kind.code() upload=true eventless=true>
                <Hidden name="kind" value=kind.code()/>
                <Upload name="file" label=t!("import-file") hint=hint accept/>
                <Submit tone=Tone::Quiet>{t!("import-look")}</Submit>
            </Form>
        </Panel>
    }
    .into_markup()
}

/// Takes a file to look at. Nothing of it is in the books yet.
#[server(prefix = "/api", endpoint = "upload_file", input = MultipartFormData)]
pub async fn upload_file(data: MultipartData) -> Result<(), Problem> {
    let asking = as_coordinator()?;
    let mut data = data.into_inner().ok_or(Problem::BadForm)?;
    let (mut kind, mut name, mut bytes) = (None, String::new(), Vec::new());
    while let Some(part) = data.next_field().await.map_err(|_| Problem::BadForm)? {
        match part.name() {
            Some("kind") => {
                let code = read_part(part, CODE_BYTES).await?.ok_or(Problem::BadForm)?;
                kind = std::str::from_utf8(&code).ok().and_then(Kind::of_code);
            }
            Some("file") => {
                if let Some(file) = part.file_name() {
                    file.clone_into(&mut name);
                }
                bytes = read_part(part, limit::UPLOAD_BYTES).await?.ok_or(Problem::field("file", Why::FileTooLarge))?;
            }
            // Where the form stands, which is not this function's to read.
            _ => {}
        }
    }
    let kind = kind.ok_or(Problem::BadForm)?;
    if bytes.is_empty() {
        return Err(Problem::field("file", if name.is_empty() { Why::Missing } else { Why::EmptyFile }));
    }
    if let Some(why) = misnamed(kind, &name) {
        return Err(Problem::field("file", why));
    }
    let upload = asking.store.keep_upload(asking.workshop, kind, &bytes, asking.now).await?;
    redirect(&addresses::import(upload));
    Ok(())
}

/// Why a file of that kind is not called so. A name without an ending says nothing: phones and messengers take it away, and the content
/// decides.
fn misnamed(kind: Kind, name: &str) -> Option<Why> {
    let (endings, otherwise): (&[&str], _) = match kind {
        Kind::Orders => (&["xlsx", "xlsm"], Why::NotAWorkbook),
        Kind::Styles | Kind::Workers | Kind::Notebook => (&["csv", "tsv", "txt"], Why::NotCsv),
    };
    let (_, ending) = name.rsplit_once('.')?;
    let ending = ending.trim();
    let is_one = ending.is_empty() || endings.iter().any(|own| ending.eq_ignore_ascii_case(own));
    (!is_one).then_some(otherwise)
}

/// The bytes of a part; none where they are more than that.
async fn read_part(mut part: Field<'_>, most: usize) -> Result<Option<Vec<u8>>, Problem> {
    let mut bytes = Vec::new();
    while let Some(chunk) = part.chunk().await.map_err(|_| Problem::BadForm)? {
        if bytes.len() + chunk.len() > most {
            return Ok(None);
        }
        bytes.extend_from_slice(&chunk);
    }
    Ok(Some(bytes))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_of_another_kind_is_refused_and_one_without_an_ending_says_nothing() {
        for (kind, name) in [
            (Kind::Orders, "订单 11月.xlsx"),
            (Kind::Orders, "ORDER.XLSX"),
            (Kind::Orders, "download"),
            (Kind::Notebook, "账.csv"),
            (Kind::Workers, "a.b.TXT"),
            (Kind::Styles, ""),
        ] {
            assert_eq!(misnamed(kind, name), None, "{name}");
        }
        for (kind, name) in [
            (Kind::Orders, "order.csv"),
            (Kind::Orders, "order.pdf"),
            (Kind::Orders, "order.xlsx.exe"),
            (Kind::Notebook, "账.jpg"),
            (Kind::Styles, "styles.xlsx"),
        ] {
            assert!(misnamed(kind, name).is_some(), "{name}");
        }
    }
}
