//! Choosing a file.

use crate::addresses;
use crate::components::{Form, Hidden, Page, Panel, Submit, Tone, Upload as UploadField, load};
use crate::coordinator::photos::why;
use crate::form_target::PostTarget;
use crate::markup::{IntoMarkup, Markup};
use crate::request::{Asking, Problem, Upload, Why, as_coordinator, redirect, services};
use ledger::import::Kind;
use ledger::parse::limit;
use ledger::parse::original::Original;
use leptos::prelude::*;
use leptos::server_fn::codec::{MultipartData, MultipartFormData};

/// How the files end that are read.
const TABLES: [&str; 8] = ["xlsx", "xlsm", "xls", "et", "ods", "csv", "tsv", "txt"];

/// How those end that are looked at, not read.
const PICTURES: [&str; 8] = ["pdf", "jpg", "jpeg", "png", "heic", "webp", "gif", "bmp"];

#[component]
pub(super) fn ImportPage() -> impl IntoView {
    load(async {
        as_coordinator()?;
        let panels: Vec<_> = Kind::ALL.into_iter().map(panel).collect();
        Ok(view! { <Page title=t!("import-title") lead=t!("import-lead")>{panels}</Page> }.into_markup())
    })
}

/// What may be chosen: an order also as a photo.
const fn accepted(kind: Kind) -> &'static str {
    match kind {
        Kind::Orders => ".xlsx,.xlsm,.xls,.et,.ods,.csv,.tsv,.txt,.jpg,.jpeg,.png,.webp,.pdf",
        Kind::Styles | Kind::Workers | Kind::Notebook => ".xlsx,.xlsm,.xls,.et,.ods,.csv,.tsv,.txt",
    }
}

fn panel(kind: Kind) -> Markup {
    let (title, hint) = match kind {
        Kind::Styles => (t!("import-styles"), t!("import-styles-hint")),
        Kind::Workers => (t!("import-workers"), t!("import-workers-hint")),
        Kind::Orders => (t!("import-orders"), t!("import-orders-hint")),
        Kind::Notebook => (t!("import-notebook"), t!("import-notebook-hint")),
    };
    view! {
        <Panel title=title id=kind.code()>
            <Form action=UploadFile::target() key=kind.code() upload=true eventless=true>
                <Hidden name="kind" value=kind.code()/>
                <UploadField name="file" label=t!("import-file") hint=hint accept=accepted(kind)/>
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
    let sent = Upload::read(data, limit::PHOTO_BYTES, Why::FileTooLarge).await?;
    let kind = Kind::of_code(sent.field("kind")).ok_or(Problem::BadForm)?;
    let original = Original::of(&sent.bytes).filter(|_| kind == Kind::Orders);
    if original == Some(Original::Photo) {
        return type_off(&asking, photo_of(sent.bytes).await?).await;
    }
    if sent.bytes.len() > limit::UPLOAD_BYTES {
        return Err(Problem::field("file", Why::FileTooLarge));
    }
    if original == Some(Original::Pdf) {
        return type_off(&asking, sent.bytes).await;
    }
    if let Some(why) = misnamed(&sent.name) {
        // Only of an order may a picture be sent instead.
        let why = if kind == Kind::Orders { why } else { Why::NotATable };
        return Err(Problem::field("file", why));
    }
    let upload = asking.store.keep_upload(asking.workshop, kind, &sent.bytes, asking.now).await?;
    redirect(&addresses::import(upload));
    Ok(())
}

/// The photo as it is shown.
async fn photo_of(bytes: Vec<u8>) -> Result<Vec<u8>, Problem> {
    let picture = services()?.files.read_photo(bytes).await.map_err(|unfit| Problem::field("file", why(unfit)))?;
    Ok(picture.large)
}

/// An order that cannot be read is typed off beside what came.
async fn type_off(asking: &Asking, original: Vec<u8>) -> Result<(), Problem> {
    let upload = asking.store.keep_upload(asking.workshop, Kind::Orders, &original, asking.now).await?;
    redirect(&addresses::new_order().with("original", upload));
    Ok(())
}

/// Why a file that is called so cannot be read. A name without an ending says nothing: phones and messengers take it away, and the
/// content decides.
fn misnamed(name: &str) -> Option<Why> {
    let (_, ending) = name.rsplit_once('.')?;
    let ending = ending.trim();
    let is_one_of = |endings: &[&str]| endings.iter().any(|own| ending.eq_ignore_ascii_case(own));
    if ending.is_empty() || is_one_of(&TABLES) {
        return None;
    }
    Some(if is_one_of(&PICTURES) { Why::IsAPicture } else { Why::NotATable })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_that_ends_otherwise_is_refused_and_one_without_an_ending_says_nothing() {
        for name in ["订单 11月.xlsx", "ORDER.XLS", "a.b.et", "download", "账.csv", ""] {
            assert_eq!(misnamed(name), None, "{name}");
        }
        for (name, why) in [
            ("order.pdf", Why::IsAPicture),
            ("IMG_2041.HEIC", Why::IsAPicture),
            ("order.xlsx.exe", Why::NotATable),
            ("order.docx", Why::NotATable),
        ] {
            assert_eq!(misnamed(name), Some(why), "{name}");
        }
    }
}
