//! Pictures: kept by their hash, beside the event that puts one to a thing.

use super::columns::{Columns, FromRow};
use super::query::query;
use super::read::Snapshot;
use super::{Ask, BoxFuture, Receipt, Refused, Store, StoreError};
use crate::model::{Actor, Pictured, SetPhoto};
use crate::values::ids::{EventId, WorkshopId};
use crate::values::picture::{Picture, PictureHash};
use crate::values::text::Code;
use chrono::{DateTime, Utc};
use sqlx::AnyConnection;

/// A photo that somebody sent of a thing.
#[derive(Clone, Debug)]
pub struct PhotoAsk {
    pub id: EventId,
    pub actor: Actor,
    pub of: Pictured,
    /// The picture that it had when the form was made.
    pub was: Option<PictureHash>,
    pub picture: Picture,
}

/// A picture that came in a file, and the style that it is of.
#[derive(Clone, Debug)]
pub struct StylePicture {
    pub style: Code,
    /// The photo that the style had when that was chosen.
    pub was: Option<PictureHash>,
    pub picture: Picture,
}

/// Which of a picture's two sizes is wanted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Size {
    Large,
    Small,
}

impl Store {
    /// Puts a photo to a thing: the picture and the event that names it, in one transaction.
    ///
    /// # Errors
    /// [`Refused`]: by the rule, or because the database failed. Nothing was changed.
    pub fn set_photo(&self, workshop: WorkshopId, at: DateTime<Utc>, ask: PhotoAsk) -> BoxFuture<'_, Receipt, Refused> {
        Box::pin(async move {
            let PhotoAsk { id, actor, of, was, picture } = ask;
            let hash = picture.hash();
            let command = SetPhoto { of, was, picture: Some(hash) }.into();
            let mut writing = self.write(workshop, at).await?;
            let receipt = writing.receive(Ask { id, actor, day: None, command }).await?;
            keep(writing.db(), workshop, hash, &picture).await?;
            writing.commit().await?;
            Ok(receipt)
        })
    }
}

impl Store {
    /// Puts pictures that came in a file to styles, by their codes, each at most once. The same of the same file again does nothing more. Returns the codes of
    /// those that got theirs.
    ///
    /// # Errors
    /// [`Refused`]: by the rule, or because the database failed. Those before it are put.
    pub async fn set_photos_of_styles(
        &self,
        workshop: WorkshopId,
        at: DateTime<Utc>,
        actor: Actor,
        pictures: Vec<StylePicture>,
    ) -> Result<Vec<Code>, Refused> {
        let mut put = Vec::new();
        if pictures.is_empty() {
            return Ok(put);
        }
        let styles = self.read(workshop).await?.styles().styles_listed(None).await?;
        for StylePicture { style: code, was, picture } in pictures {
            let Some(style) = styles.styles.iter().find(|style| style.code == code) else { continue };
            let (of, hash) = (Pictured::Style(style.id), picture.hash());
            if styles.photo(of) != Some(hash) {
                let id = EventId::of_content(workshop, &format!("photo {of} {hash} in place of {was:?} at {at}"));
                self.set_photo(workshop, at, PhotoAsk { id, actor, of, was, picture }).await?;
                put.push(code);
            }
        }
        Ok(put)
    }
}

#[cfg(test)]
impl Store {
    /// Keeps a picture by itself, for events that are asked one by one.
    pub(crate) async fn keep_picture(&self, workshop: WorkshopId, picture: &Picture) -> Result<(), StoreError> {
        let mut db = self.pools.writer().await?;
        keep(&mut db, workshop, picture.hash(), picture).await
    }
}

async fn keep(
    db: &mut AnyConnection,
    workshop: WorkshopId,
    hash: PictureHash,
    picture: &Picture,
) -> Result<(), StoreError> {
    let text = "INSERT INTO pictures (workshop, hash, large, small) VALUES ($1, $2, $3, $4) \
         ON CONFLICT (workshop, hash) DO NOTHING";
    let [large, small] = [&picture.large, &picture.small].map(hex::encode);
    query(text).bind(workshop).bind(hash).bind(large).bind(small).execute(db).await?;
    Ok(())
}

/// A picture as it is kept.
pub(super) async fn kept(
    db: &mut AnyConnection,
    workshop: WorkshopId,
    hash: PictureHash,
) -> Result<Option<Picture>, StoreError> {
    let text = "SELECT large, small FROM pictures WHERE workshop = $1 AND hash = $2";
    let found: Option<(Bytes, Bytes)> = query(text).bind(workshop).bind(hash).optional(db).await?;
    Ok(found.map(|(large, small)| Picture { large: large.0, small: small.0 }))
}

impl Snapshot {
    /// The bytes of a picture of this workshop. Whether somebody may see what it is of is asked before.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails.
    pub async fn picture(&mut self, hash: PictureHash, size: Size) -> Result<Option<Vec<u8>>, StoreError> {
        let text = match size {
            Size::Large => "SELECT large FROM pictures WHERE workshop = $1 AND hash = $2",
            Size::Small => "SELECT small FROM pictures WHERE workshop = $1 AND hash = $2",
        };
        let workshop = self.workshop();
        let found: Option<Bytes> = query(text).bind(workshop).bind(hash).optional(self.db()).await?;
        Ok(found.map(|found| found.0))
    }
}

/// Bytes that are kept as hexadecimal.
struct Bytes(Vec<u8>);

impl FromRow for Bytes {
    fn from_row(columns: &mut Columns<'_>) -> Result<Self, StoreError> {
        Ok(Self(columns.parse(|text| hex::decode(text))?))
    }
}
