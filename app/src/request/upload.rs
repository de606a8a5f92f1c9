//! Forms that carry a file.

use super::{Problem, Why};
use leptos::server_fn::codec::MultipartData;
use multer::Field;
use std::collections::BTreeMap;

/// The most bytes of a field that is no file.
const FIELD_BYTES: usize = 1_000;

/// So many fields are read.
const FIELDS: usize = 20;

/// A form with a file, as it was sent.
#[derive(Clone, Debug, Default)]
pub struct Upload {
    fields: BTreeMap<String, String>,
    /// What the file is called.
    pub name: String,
    pub bytes: Vec<u8>,
}

impl Upload {
    /// Reads it, with a file in the field `file`, of at most so many bytes: else it is `too_large`.
    ///
    /// # Errors
    /// [`Problem::BadForm`], or what is wrong with the file: none was chosen, it is empty, or it is too large.
    pub async fn read(data: MultipartData, most: usize, too_large: Why) -> Result<Self, Problem> {
        let mut data = data.into_inner().ok_or(Problem::BadForm)?;
        let mut upload = Self::default();
        while let Some(part) = data.next_field().await.map_err(|_| Problem::BadForm)? {
            let Some(name) = part.name().map(str::to_owned) else { continue };
            if name == "file" {
                part.file_name().unwrap_or_default().clone_into(&mut upload.name);
                upload.bytes = bytes(part, most).await?.ok_or(Problem::field("file", too_large))?;
            } else {
                let value = bytes(part, FIELD_BYTES).await?.and_then(|bytes| String::from_utf8(bytes).ok());
                upload.fields.insert(name, value.ok_or(Problem::BadForm)?);
            }
            if upload.fields.len() > FIELDS {
                return Err(Problem::BadForm);
            }
        }
        if upload.bytes.is_empty() {
            let why = if upload.name.is_empty() { Why::Missing } else { Why::EmptyFile };
            return Err(Problem::field("file", why));
        }
        Ok(upload)
    }

    /// What was sent in a field; empty where there is none.
    #[must_use]
    pub fn field(&self, name: &str) -> &str {
        self.fields.get(name).map(String::as_str).unwrap_or_default()
    }
}

/// The bytes of a part; none where they are more than that.
async fn bytes(mut part: Field<'_>, most: usize) -> Result<Option<Vec<u8>>, Problem> {
    let mut bytes = Vec::new();
    while let Some(chunk) = part.chunk().await.map_err(|_| Problem::BadForm)? {
        if bytes.len() + chunk.len() > most {
            return Ok(None);
        }
        bytes.extend_from_slice(&chunk);
    }
    Ok(Some(bytes))
}
